"""Forty complaints of one site: proposed, decided by people, told at 5, 10 and 30, served once."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.console import Typed
from casework.case import Case, Status, TrackKind
from handlers.context import Context
from handlers.timed.serve_due import serve_due
from storage.audit import verify
from tests.faults.town import Town, town

WORDS = (
    "我叫{name}，在青禾幼儿园工地干活，周老板欠我{sum}元，就我一个人，两个月没发，电话138{n:08d}"
)
NAMES = "赵钱孙李周吴郑王冯陈褚卫"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A town in which nobody has complained yet."""
    async with town(tmp_path) as at_work:
        yield at_work


async def complain(place: Town, first: int, last: int) -> None:
    """Workers one after the other, from their own phones."""
    for n in range(first, last + 1):
        place.clock.forward(timedelta(minutes=1))
        words = WORDS.format(name=f"{NAMES[n % 12]}{NAMES[n // 12]}", sum=1000 + n, n=n)
        await place.files_a_case(f"w{n}", words)


async def cases(place: Town) -> tuple[Case, ...]:
    """All of them."""
    async with place.app.unit_of_work() as uow:
        return await uow.cases.after("", limit=100)


def told(place: Town, chat: str, words: str) -> int:
    """How often a chat was told something with these words in it."""
    return sum(words in each.text for each in place.officers.told.get(chat, []))


async def test_told_at_five_and_ten_once_each(place: Town) -> None:
    """The arrears office and the supervisors hear of many workers, not of every single one."""
    await complain(place, 1, 11)

    assert [1, 1] == [told(place, "LG", f"到了 {n} 人") for n in (5, 10)]
    assert [1, 1] == [told(place, "OFF", f"到了 {n} 人") for n in (5, 10)]
    assert told(place, "EDU", "同一工地 第") >= 1


async def test_the_machine_only_proposes(place: Town) -> None:
    """Nothing is served together before an officer said that they belong together."""
    await complain(place, 1, 3)
    assert ("batch-nothing",) == await place.answers("EDU", "/accept G1")
    assert {Status.RECEIVED} == {c.track(TrackKind.LEAD_UNIT).status for c in await cases(place)}
    assert all(c.group_id is None for c in await cases(place))


async def test_a_batch_is_served_once_also_when_killed(place: Town) -> None:
    """Twelve cases in several commits; after each the process dies; nobody hears it twice."""
    await complain(place, 1, 12)
    await place.press("EDU", "是同一批")
    await place.say("EDU", "/accept G1")
    go = place.officers.button("EDU", "确定，办 12 件")
    for _ in range(2):  # pressed twice at once
        await place.app.inbox.receive(place.update("EDU", Typed(button=go)), place.app.now())
    await place.line.intake.run_once()
    for _ in range(9):
        async with place.app.unit_of_work() as uow:
            await serve_due(Context(uow=uow, house=place.app.house, now=place.app.now()))
    news = Counter(
        (out.chat, out.reply.key)
        for out in await place.news()
        if out.reply.key == "push-accepted-lead-unit"
    )

    assert {f"w{n}" for n in range(1, 13)} == {chat for chat, _ in news}
    assert set(news.values()) == {1}
    assert {Status.ACCEPTED} == {c.track(TrackKind.LEAD_UNIT).status for c in await cases(place)}
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_whoever_is_no_part_of_it(place: Town) -> None:
    """Another unit finds no group; another officer's preview is not theirs; a number that is none."""
    await complain(place, 1, 2)
    await place.press("EDU", "是同一批")
    assert ("error-group-not-found",) == await place.answers("HOUS", "/group G1")
    assert ("error-group-not-found",) == await place.answers("EDU", "/group G7")
    assert ("error-group-not-found",) == await place.answers("EDU", "/accept G999999")
    await place.say("EDU", "/accept G1")
    go = place.officers.button("EDU", "确定，办 2 件")
    assert ("error-not-your-preview",) == await place.answers("OFF", Typed(button=go))
    place.clock.forward(timedelta(hours=3))
    assert ("batch-too-old",) == await place.answers("EDU", Typed(button=go))


async def test_one_that_does_not_belong_is_taken_out(place: Town) -> None:
    """It stands alone again, with its own number and clocks; a second time there is nothing."""
    await complain(place, 1, 3)
    await place.press("EDU", "是同一批")
    await place.say("EDU", "/ungroup 2")
    assert [True, False, True] == [c.group_id is not None for c in await cases(place)]
    assert ("error-group-not-found",) == await place.answers("EDU", "/ungroup 2")


async def test_declined_every_unit_gets_its_own_cards(place: Town) -> None:
    """Who had the cases on the live card only, the inspection too, has each of them again."""
    await complain(place, 1, 3)
    before = {chat: told(place, chat, "JX2026-0000003-5") for chat in ("EDU", "INSP")}
    await place.press("EDU", "不是")

    for chat, seen in before.items():
        assert told(place, chat, "编号：JX2026-0000003-5") >= 1
        assert told(place, chat, "JX2026-0000003-5") > seen


async def test_after_eight_days_it_is_another_time(place: Town) -> None:
    """Seven days make a group; later complaints are cases of their own."""
    await complain(place, 1, 1)
    place.clock.forward(timedelta(days=8))
    await complain(place, 2, 2)

    assert ("groups-none",) == await place.answers("LG", "/group")


async def test_no_worker_hears_of_another(place: Town) -> None:
    """Names and numbers of the others are in nobody's chat."""
    await complain(place, 1, 4)
    await place.press("EDU", "是同一批")
    await place.say("EDU", "/reply G1 明天对账")
    await place.press("EDU", "确定，办 4 件")
    numbers = {f"w{n}": case.number for n, case in enumerate(await cases(place), 1)}
    for chat, shown in place.workers.told.items():
        text = "".join(each.text for each in shown)
        assert numbers[chat] in text
        assert not [
            other for other in numbers.values() if other != numbers[chat] and other in text
        ]
