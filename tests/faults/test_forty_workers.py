"""Forty workers of one site: one card that changes, told three times, served together, each once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bot.channels.console import Typed
from bot.channels.rendered import Rendered
from casework.case import Status, TrackKind
from casework.history import EventKind
from casework.messages import Desk
from casework.transport import Delivered
from handlers.context import Context
from handlers.officer.groups import batch as batches
from handlers.officer.route_case import route_case
from handlers.timed.serve_due import serve_due
from storage.audit import verify
from tests.faults.conftest import Busy
from tests.faults.test_groups import WORDS, cases, complain, told
from tests.faults.town import Clock, Door, Town, ids, opened, settled, town

FORTY = 40
NAMES = [
    f"{'赵孙李周吴郑王冯陈褚卫蒋'[n % 12]}{'伟强军磊'[n // 12]}{'洋勇杰涛明超波辉'[n % 8]}"
    for n in range(1, FORTY + 1)
]
FOREMAN = (
    "我是带班的，叫李四，我们42个人在青禾幼儿园工地干活，周老板欠我们一共四万两千块，"
    "两个月了，电话13955556666"
)


class Watched(Door):
    """A door that tells new messages from changed ones."""

    def __init__(self, other: Door) -> None:
        super().__init__(Desk.OFFICER, other._now)
        self.__dict__.update(other.__dict__)
        self.changed: Counter[str] = Counter()

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """See `bot.channels.console.Console.edit`."""
        self.changed[chat] += 1
        return await super().edit(chat, message_id, rendered)


@dataclass(kw_only=True)
class Site:
    """What stands in the database after the forty, and what officers had been told by then."""

    database: bytes = b""
    clock: Clock = field(default_factory=Clock)
    officers: dict[str, list[Rendered]] = field(default_factory=dict)
    changed: Counter[str] = field(default_factory=Counter)


_site: list[Site] = []


async def _forty() -> Site:
    """Made once in a process: forty complaints take a quarter of a minute."""
    if not _site:
        site = Site()
        with TemporaryDirectory(prefix="qingxin-forty-") as name:
            async with town(Path(name), clock=site.clock) as place:
                place.officers = Watched(place.officers)
                place.line = place.app.line([place.workers, place.officers])
                for n, worker in enumerate(NAMES, 1):
                    place.clock.forward(timedelta(minutes=1))
                    await place.files_a_case(f"w{n}", WORDS.format(name=worker, sum=1000 + n, n=n))
                site.officers, site.changed = place.officers.told, place.officers.changed
            site.database = (Path(name) / "qingxin.db").read_bytes()
        _site.append(site)
    return _site[0]


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with forty complaints of one site, which nobody has looked at yet."""
    site = await _forty()
    (tmp_path / "qingxin.db").write_bytes(site.database)
    clock = Clock(at=site.clock.at + timedelta(minutes=1))
    async with opened(tmp_path, clock=clock, new_id=ids(1_000_000)) as app:
        yield await settled(app, clock, tmp_path)


async def _go(place: Town, chat: str, command: str, n: int = FORTY) -> str:
    """A command over the group, up to the button that begins it."""
    await place.say(chat, command)
    return place.officers.button(chat, f"确定，办 {n} 件")


async def _confirmed(place: Town) -> None:
    await place.say("EDU", "/group G1")
    assert "group-is-one" in await place.press("EDU", "是同一批")


async def _times(place: Town, kind: EventKind) -> Counter[str]:
    """How often something happened to each case."""
    async with place.app.unit_of_work() as uow:
        everything = [await uow.history.of_case(c.id) for c in await uow.cases.after("", limit=99)]
    return Counter(e.case_id for events in everything for e in events if e.kind is kind)


async def test_one_card_that_changes_and_three_words_to_the_office(tmp_path: Path) -> None:
    """A card for the first, then one live card; the office and the supervisors at 5, 10 and 30."""
    site = await _forty()
    place = Town(
        app=None,  # type: ignore[arg-type]
        clock=site.clock,
        workers=Door(Desk.WORKER, site.clock.now),
        officers=Door(Desk.OFFICER, site.clock.now),
        line=None,  # type: ignore[arg-type]
        files=tmp_path,
    )
    place.officers.told = site.officers
    for chat in ("OFF", "LG"):
        assert [1, 1, 1] == [told(place, chat, f"到了 {n} 人") for n in (5, 10, 30)]
    cards = [each for each in site.officers["EDU"] if "同一工地 第" in each.text]
    assert f"同一工地 第{FORTY}人" in cards[-1].text.replace(" ", "").replace(
        "同一工地第", "同一工地 第"
    )
    new = [each for each in site.officers["EDU"] if "新案件" in each.text]
    assert 1 == len(new)
    assert len(cards) - 1 == site.changed["EDU"]


async def test_a_new_group_is_moved_whole_and_once(
    place: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`/route` over forty that nobody has accepted; the process dies three times on the way."""
    await _confirmed(place)
    go = await _go(place, "OFF", "/route G1 住建局 由住建局统一牵头")
    before = await _times(place, EventKind.ROUTED)
    real, deaths, calls = route_case, {5, 17, 30}, Counter[str]()

    async def dies(*given: Any) -> Any:
        calls["served"] += 1
        if calls["served"] in deaths:
            raise RuntimeError("killed")
        return await real(*given)

    monkeypatch.setattr(batches, "route_case", dies)
    await place.news()
    await place.app.inbox.receive(place.update("OFF", Typed(button=go)), place.app.now())
    await place.line.intake.run_once()
    died = 0
    for _ in range(20):
        try:
            async with place.app.unit_of_work() as uow:
                await serve_due(Context(uow=uow, house=place.app.house, now=place.app.now()))
        except RuntimeError:
            died += 1
    assert 3 == died
    assert {"HOUS"} == {c.track(TrackKind.LEAD_UNIT).unit for c in await cases(place)}
    moved = await _times(place, EventKind.ROUTED) - before
    assert FORTY == len(moved)
    assert {1} == {*moved.values()}
    heard = Counter(out.chat for out in await place.news() if out.reply.key == "push-routed")
    assert {f"w{n}": 1 for n in range(1, FORTY + 1)} == heard
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_accepted_and_answered_after_a_preview(place: Town) -> None:
    """The preview changes nothing; then each worker hears the acceptance once and the words once."""
    await _confirmed(place)
    accept = await _go(place, "EDU", "/accept G1")
    assert {Status.RECEIVED} == {c.track(TrackKind.LEAD_UNIT).status for c in await cases(place)}
    await place.say("EDU", Typed(button=accept))
    assert {Status.ACCEPTED} == {c.track(TrackKind.LEAD_UNIT).status for c in await cases(place)}
    reply = await _go(place, "EDU", "/reply G1 明天上午九点在项目部对账")
    assert "明天上午九点在项目部对账" in place.officers.told["EDU"][-1].text
    await place.say("EDU", Typed(button=reply))
    for n in range(1, FORTY + 1):
        shown = place.workers.told[f"w{n}"]
        assert 1 == sum("明天上午九点在项目部对账" in each.text for each in shown)


async def test_a_list_and_the_workers_own_complaints(place: Town) -> None:
    """A foreman lists all forty and two more: forty-two people, each counted once."""
    await place.files_a_case("w99", FOREMAN)
    rows = [f"{name} {1000 + n}" for n, name in enumerate(NAMES, 1)]
    await place.say("w99", "\n".join([*rows, "欧阳一鸣 900", "司马二虎 900"]))
    await place.press("w99", "就这些")
    await place.press("w99", "没有，都是工资")
    await place.say("LG", "/group G1")
    text = place.officers.told["LG"][-1].text
    assert "人数：42 人（名单和本人对上 40 人，没有重复算）" in text
    total = sum(1000 + n for n in range(1, FORTY + 1)) + 1800
    assert f"反映欠薪：{total:,} 元" in text
    assert "钱数不一样" not in text


async def test_two_say_at_once_that_they_belong_together(busy: Busy) -> None:
    """One of them did; the other hears that it is done. Each case is put into the group once."""
    place = busy.town
    await complain(place, 1, 3)
    for chat in ("EDU", "OFF"):
        await place.say(chat, "/group G1")
    updates = [
        place.update(chat, Typed(button=place.officers.button(chat, "是同一批")))
        for chat in ("EDU", "OFF")
    ]
    told = Counter(await busy.at_once(*updates))
    assert (1, 1) == (told["group-is-one"], told["error-already-done"])
    assert [1, 1, 1] == [*(await _times(place, EventKind.GROUPED)).values()]


async def test_two_batches_over_one_group_at_once(busy: Busy) -> None:
    """The unit accepts while the office moves: each case has one of it, its worker hears one thing."""
    place = busy.town
    await complain(place, 1, 4)
    await place.say("EDU", "/group G1")
    await place.press("EDU", "是同一批")
    go = {"EDU": await _go(place, "EDU", "/accept G1", 4)}
    go["OFF"] = await _go(place, "OFF", "/route G1 住建局 由住建局统一牵头", 4)
    await busy.at_once(*(place.update(chat, Typed(button=button)) for chat, button in go.items()))
    await _both_clocks(busy)
    accepted = await _times(place, EventKind.ACCEPTED)
    moved = await _times(place, EventKind.ROUTED)
    assert 4 == len(accepted + moved)
    assert {1} == {*(accepted + moved).values()}
    keys = ("push-routed", "push-accepted-lead-unit")
    heard = Counter(o.chat for o in await place.news() if o.reply.key in keys)
    assert {f"w{n}": 1 for n in range(1, 5)} == heard
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_two_of_the_office_move_one_group_at_once(busy: Busy) -> None:
    """What one of them has moved since the other's preview is left alone: nobody is moved twice."""
    place = busy.town
    await complain(place, 1, 4)
    await place.say("EDU", "/group G1")
    await place.press("EDU", "是同一批")
    place.clock.forward(timedelta(minutes=1))
    go = {"OFF": await _go(place, "OFF", "/route G1 住建局 由住建局统一牵头", 4)}
    go["OFF-2"] = await _go(place, "OFF-2", "/route G1 城管局 由城管局统一牵头", 4)
    await busy.at_once(*(place.update(chat, Typed(button=button)) for chat, button in go.items()))
    await _both_clocks(busy)
    assert {1} == {*(await _times(place, EventKind.ROUTED)).values()}
    assert 4 == len(await _times(place, EventKind.ROUTED))
    heard = Counter(o.chat for o in await place.news() if o.reply.key == "push-routed")
    assert {f"w{n}": 1 for n in range(1, 5)} == heard


async def _both_clocks(busy: Busy) -> None:
    """Both processes serve what is due at the same time, until nothing is."""
    while sum(await asyncio.gather(busy.town.line.timer.run_once(), busy.other.timer.run_once())):
        pass
