"""Many things at once, by two processes on one database: nothing is lost, nothing happens twice."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from bot.app import App, Line
from bot.channels.console import Typed
from casework.case import Case
from casework.errors import ChangedMeanwhile
from casework.history import Event, EventKind
from casework.meaning import Interpreter, Meaning
from casework.numbers import case_number
from casework.people import Invitation, OfficerRole
from casework.unit_of_work import UnitOfWork, UnitOfWorkFactory
from casework.work import ItemKind
from storage.audit import verify
from storage.inbox import LEASE
from tests.database import NOON
from tests.faults.conftest import Busy
from tests.faults.town import CODE, COMPLAINT, Town, enrol
from tests.faults.view import view

TEN = range(10)
FIRST = case_number("JX", 2026, 1)


async def _events(app: App, kind: EventKind) -> list[Event]:
    """The events of the first case of one kind."""
    async with app.unit_of_work() as uow:
        case = await uow.cases.by_number(FIRST)
        assert case is not None
        return [e for e in await uow.history.of_case(case.id) if e.kind is kind]


async def _numbers(app: App) -> list[str]:
    async with app.unit_of_work() as uow:
        return [case.number for case in await uow.cases.after("", limit=50)]


async def test_ten_units_of_work_on_one_case_lose_nothing(busy: Busy) -> None:
    """Ten officers write, the worker and two units act: all of it is in one unbroken chain."""
    town = busy.town
    ten = [(f"HOUS-{n}", "HOUS", OfficerRole.HANDLER) for n in TEN]
    await enrol(town.app, ten, town.officers)
    await town.files_a_case()
    told = await busy.at_once(
        *(town.update(f"HOUS-{n}", f"/note 1 备注{n}") for n in TEN),
        town.update("HOUS", "/accept 1"),
        town.update("INSP", "/accept 1"),
        town.update("JUST", "/inbox"),
        town.update("w1", Typed(button=town.workers.button("w1", "让办事单位看我的名字电话"))),
    )
    notes = await _events(town.app, EventKind.NOTE)
    assert {f"备注{n}" for n in TEN} == {note.personal["words"] for note in notes}
    assert 10 == told.count("note-kept")
    assert {"push-accepted-lead-unit", "push-accepted-labour-inspection"} <= {*told}
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_ten_workers_file_at_once_without_a_gap(busy: Busy) -> None:
    """Ten first messages make ten cases, numbered one to ten."""
    town = busy.town
    told = await busy.at_once(*(town.update(f"w{n}", COMPLAINT) for n in TEN))
    assert 10 == told.count("first-answer")
    assert [case_number("JX", 2026, n + 1) for n in TEN] == await _numbers(town.app)
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_an_update_received_ten_times_at_once_acts_once(busy: Busy) -> None:
    """Only one of ten deliveries of the same update counts."""
    update = busy.town.update("w1", COMPLAINT)
    told = await busy.at_once(*(update for _ in TEN))
    assert 1 == told.count("first-answer")
    assert [FIRST] == await _numbers(busy.town.app)


async def test_messages_of_one_chat_are_served_in_their_order(busy: Busy) -> None:
    """However many take from the inbox, a person's own words are heard one after another."""
    said = [COMPLAINT, *(f"补充一句{n}" for n in TEN)]
    await busy.at_once(busy.town.update("w1", said[0]))
    await busy.at_once(*(busy.town.update("w1", words) for words in said[1:]))
    kept = [e.personal["words"] for e in await _events(busy.town.app, EventKind.SAID)]
    assert sorted(said[1:]) == sorted(kept)
    order = {
        e.source_message: e.personal["words"] for e in await _events(busy.town.app, EventKind.SAID)
    }
    assert kept == [order[key] for key in sorted(order, key=int)]


async def test_everything_again_in_any_order_changes_nothing(place: Town) -> None:
    """A platform that forgot what was acknowledged delivers all of it again, the last one first."""
    await place.files_a_case()
    for chat, words in (
        ("HOUS", "/accept 1"),
        ("HOUS", "/progress 1 查了"),
        ("w1", "老板给了五千"),
    ):
        await place.say(chat, words)
    before = await view(place.app)
    assert () == await place.receive(*reversed(place.received))
    assert before == await view(place.app)


@dataclass(frozen=True, kw_only=True)
class Twice:
    """What leads to a button, who presses it at the same time, and what may happen only once.

    An act that begins with a colon presses the newest button with this in what it sends.
    """

    before: tuple[tuple[str, str], ...] = ()
    by: tuple[str, str]
    button: str
    once: EventKind
    filed: bool = True


TWICE = {
    "file": Twice(
        filed=False,
        before=(("w1", COMPLAINT), ("w1", "张三"), ("w1", "13812345678")),
        by=("w1", "w1"),
        button=":read_back:yes",
        once=EventKind.FILED,
    ),
    "agree": Twice(by=("w1", "w1"), button=":agree:", once=EventKind.AGREED),
    "book": Twice(
        before=(("w1", "法律援助"),),
        by=("w1", "w1"),
        button=":book",
        once=EventKind.LEGAL_AID_ASKED,
    ),
    "accept": Twice(by=("HOUS", "HOUS-head"), button=":accept:", once=EventKind.ACCEPTED),
    "paid": Twice(
        before=(("HOUS", "/accept 1"), ("HOUS", "/close 1 已付清 工资已发到本人")),
        by=("w1", "w1"),
        button=":all",
        once=EventKind.CLOSED,
    ),
    "paid in part": Twice(
        before=(("HOUS", "/accept 1"), ("HOUS", "/close 1 已付清 工资已发到本人")),
        by=("w1", "w1"),
        button=":part",
        once=EventKind.PAYMENT,
    ),
    "share": Twice(
        filed=False,
        before=(
            ("w1", "替我老公问，他在同乐寨安置房工地上干活，王老板欠他两万八，3个月"),
            ("w1", "1个人"),
            ("w1", "李四"),
            ("w1", "13812345678"),
            ("w1", ":read_back:yes"),
            ("w2", "/recover"),
            ("w2", FIRST),
            ("w2", CODE),
        ),
        by=("w2", "w2"),
        button=":yes",
        once=EventKind.AGREED,
    ),
    "withdraw": Twice(
        before=(("w1", "我要撤诉"), ("w1", ":own")),
        by=("w1", "w1"),
        button=":withdraw_sure:yes",
        once=EventKind.WITHDRAWN,
    ),
    "reopen": Twice(
        before=(("w1", "我要撤诉"), ("w1", ":own"), ("w1", ":withdraw_sure:yes")),
        by=("w1", "w1"),
        button=":reopen:",
        once=EventKind.REOPENED,
    ),
    "refuse": Twice(
        before=(("INSP", "/refuse 1 范围 不属于工资"),),
        by=("INSP-head", "INSP-head"),
        button=":refuse_yes:",
        once=EventKind.REFUSED,
    ),
    "acknowledge": Twice(
        before=(("w1", "工地上有人要跳楼，快来人"),),
        by=("OFF", "OFF-2"),
        button=":ack:",
        once=EventKind.ALARM_ACKNOWLEDGED,
    ),
}


def _newest(town: Town, chat: str, part: str) -> Typed:
    told = town.door(chat).told[chat]
    data = [b.data for text in told for row in text.buttons for b in row if part in b.data]
    return Typed(button=data[-1])


@pytest.mark.parametrize(
    ("busy", "name"),
    [
        *(("sqlite", name) for name in TWICE),
        *(("postgresql", name) for name in ("file", "accept", "refuse")),
    ],
    indirect=["busy"],
)
async def test_a_button_pressed_twice_at_once_acts_once(busy: Busy, name: str) -> None:
    """The second press is answered kindly and changes nothing."""
    town, twice = busy.town, TWICE[name]
    if twice.filed:
        await town.files_a_case()
    for chat, act in twice.before:
        await town.say(chat, _newest(town, chat, act) if act.startswith(":") else act)
    await town.news()
    told = await busy.at_once(
        *(town.update(chat, _newest(town, chat, twice.button)) for chat in twice.by)
    )
    assert 1 == len(await _events(town.app, twice.once))
    assert "error-unexpected" not in told
    assert () == await verify(town.app.engine, town.app.sealer)
    assert [] == await _broken(town.app)


async def _broken(app: App) -> list[str]:
    async with app.unit_of_work() as uow:
        items = await uow.work.open_of(app.loaded.district.arrears_office)
        return [str(item.facts) for item in items if item.kind is ItemKind.BROKEN_MESSAGE]


async def test_an_invitation_lets_one_of_two_in(busy: Busy) -> None:
    """Two people send the same code at the same time: one is an officer now, one is not."""
    town = busy.town
    async with town.app.unit_of_work() as uow:
        await uow.officers.invite(
            Invitation(unit="EDU", role=OfficerRole.HEAD, expires_at=NOON + timedelta(days=1)),
            "ONE-FOR-TWO",
        )
    told = await busy.at_once(*(town.update(f"X{n}", "ONE-FOR-TWO") for n in TEN))
    assert 1 == told.count("officer-enrolled")
    assert 9 == told.count("officer-code-wrong")


@dataclass
class Slow:
    """An interpreter that thinks until it is told to go on."""

    quick: Interpreter
    started: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def interpret(self, text: str, *, on: date) -> Meaning:
        """See `casework.meaning.Interpreter`."""
        self.started.set()
        await self.go_on.wait()
        return await self.quick.interpret(text, on=on)


async def test_a_process_that_was_too_slow_changes_nothing(busy: Busy) -> None:
    """Its lease ran out and another process served the message: its own work is dropped."""
    town = busy.town
    slow = Slow(town.app.house.interpreter)
    late = _line(replace(town.app, house=replace(town.app.house, interpreter=slow)), town)
    await town.app.inbox.receive(town.update("w1", COMPLAINT), town.app.now())
    working = asyncio.create_task(late.intake.run_once())
    await slow.started.wait()
    town.clock.forward(LEASE + timedelta(seconds=1))
    assert 1 == await busy.other.intake.run_once()
    slow.go_on.set()
    await working
    await town.line.settle()
    assert [FIRST] == await _numbers(town.app)
    assert 1 == [out.reply.key for out in await town.news()].count("first-answer")
    assert [] == await _broken(town.app)


def _line(app: App, town: Town) -> Line:
    return app.line([town.workers, town.officers])


def _losing(opened: UnitOfWorkFactory, races: list[bool]) -> UnitOfWorkFactory:
    @asynccontextmanager
    async def losing() -> AsyncIterator[UnitOfWork]:
        async with opened() as uow:
            save = uow.cases.save

            async def lose(case: Case) -> None:
                if races and races.pop():
                    raise ChangedMeanwhile("somebody else was first")
                await save(case)

            uow.cases.save = lose  # type: ignore[method-assign]
            yield uow

    return losing


async def test_what_somebody_else_saved_first_is_tried_again_at_once(place: Town) -> None:
    """A unit of work that lost a race begins anew; nobody is told of it, nothing is left of it."""
    await place.files_a_case()
    app = replace(place.app, unit_of_work=_losing(place.app.unit_of_work, [True, True]))
    update = place.update("HOUS", "/accept 1")
    await place.app.inbox.receive(update, place.app.now())
    assert 1 == await _line(app, place).intake.run_once()
    assert ["push-accepted-lead-unit", "card"] == [o.reply.key for o in await place.news()]
    assert 1 == len(await _events(place.app, EventKind.ACCEPTED))


async def test_a_message_that_always_fails_is_not_lost_in_silence(place: Town) -> None:
    """After three tries it is somebody's item, and whoever wrote it is told so, once."""

    class Broken:
        async def interpret(self, text: str, *, on: date) -> Meaning:
            raise RuntimeError(text)

    app = replace(place.app, house=replace(place.app.house, interpreter=Broken()))
    line = _line(app, place)
    await place.app.inbox.receive(place.update("w1", COMPLAINT), place.app.now())
    for _ in range(4):
        await line.settle()
        place.clock.forward(timedelta(minutes=1))
    assert 1 == len(await _broken(place.app))
    assert ["error-unexpected"] == [out.reply.key for out in await place.news()]
    assert "first-answer" in await place.say("w1", COMPLAINT)
