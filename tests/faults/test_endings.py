"""How a case ends, under attack: killed in the middle, answered at once, asked for by others."""

import io
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from inspect import iscoroutinefunction
from typing import Any

import pytest

from bot.channels.console import Typed
from casework.access import open_for_worker
from casework.case import Case, Outcome, Status, TrackKind
from casework.claims import Claim, ClaimSource
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.meaning import MoneyRange
from casework.money import yuan
from casework.people import Party, PartyRole, Person, PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.timed.serve_due import serve_due
from handlers.worker.copy_file import CopyFile, copy_file
from handlers.worker.report_payment import ReportPayment, report_payment
from storage.audit import verify
from tests.faults.conftest import Busy
from tests.faults.killed import Border, Killed
from tests.faults.test_after_closing import AGAIN, asked, closed, satisfied, waits
from tests.faults.test_money import filed, ledger, the_case
from tests.faults.town import Town

_REPOSITORIES = ("cases", "claims", "due", "history", "outbox", "people", "work")


class _Bordered:
    """A unit of work whose every call is counted, and may be the last."""

    def __init__(self, uow: Any, border: Border) -> None:
        self._uow = uow
        for name in _REPOSITORIES:
            repository = getattr(uow, name)
            calls = [c for c in dir(repository) if iscoroutinefunction(getattr(repository, c))]
            setattr(self, name, border.around(repository, *calls))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._uow, name)


@asynccontextmanager
async def bordered(town: Town, border: Border) -> AsyncIterator[Context]:
    """A unit of work of a process that may be killed at any call."""
    async with town.app.unit_of_work() as uow:
        watched: Any = _Bordered(uow, border)
        yield Context(uow=watched, house=town.app.house, now=town.app.now())
        border.cross("commit")


async def told_of_closings(town: Town) -> tuple[int, int]:
    """Reminders written into the history, and items that ask an officer to decide."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        events = await uow.history.of_case(case.id)
        items = await uow.work.open_of_case(case.id)
    reminded = [e for e in events if e.kind is EventKind.REMINDED and "closing" in e.facts]
    return len(reminded), [i.kind for i in items].count(ItemKind.CLOSE_UNCONFIRMED)


@pytest.mark.parametrize(
    ("days", "expected"),
    [((3,), (1, 0)), ((3, 4), (2, 0)), ((3, 4, 8), (2, 1))],
    ids=["CL-1", "CL-2", "CL-3"],
)
async def test_a_closing_s_due_row_is_killed_at_every_call(
    place: Town, days: tuple[int, ...], expected: tuple[int, int]
) -> None:
    """Nothing of a killed attempt stays; the one that lives asks, or puts the item, once."""
    await asked(place)
    for before in days[:-1]:
        await waits(place, before)
    await place.news()
    place.clock.forward(timedelta(days=days[-1]))
    before_it = await told_of_closings(place)
    deaths = 0
    while True:
        try:
            async with bordered(place, Border(deadly=deaths)) as ctx:
                if not await serve_due(ctx):
                    break
        except Killed:
            assert before_it == await told_of_closings(place)
            deaths += 1
    assert deaths > 5
    assert expected == await told_of_closings(place)
    keys = [out.reply.key for out in await place.news() if out.chat == "w1"]
    assert (1 if before_it[0] < expected[0] else 0) == keys.count(AGAIN)
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_satisfied_twice_at_once_counts_once(busy: Busy) -> None:
    """Two presses before the first is answered, in two processes."""
    town = busy.town
    await closed(town)
    yes = Typed(button=town.workers.button("w1", "满意"))
    keys = await busy.at_once(*(town.update("w1", yes) for _ in range(3)))
    assert 1 == keys.count("satisfied-thanks")
    assert [{"satisfied": True}, True] == await satisfied(town)


async def test_yes_and_no_at_once_leave_the_last_word(busy: Busy) -> None:
    """Each is heard in its order; what counts is what was said last."""
    town = busy.town
    await closed(town)
    presses = [Typed(button=town.workers.button("w1", label)) for label in ("满意", "不满意")]
    keys = await busy.at_once(*(town.update("w1", press) for press in presses))
    assert {"satisfied-thanks", "ask-dissatisfied"} <= set(keys)
    said = await satisfied(town)
    assert 3 == len(said)
    assert said[1] == {"satisfied": said[2]}


async def document(town: Town, chat: str, words: str) -> str:
    """The text of the file that a worker's chat is sent; "" where there is none."""
    update = town.update(chat, words)
    await town.app.inbox.receive(update, town.app.now())
    await town.line.settle()
    files = [o.reply.file for o in await town.news() if o.chat == chat and o.reply.file]
    if not files:
        return ""
    content = await town.app.house.files.read(files[-1].stored_as)
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


@pytest.mark.parametrize("rows", ["张三 5000", "张三 5000\n李四 4000"])
async def test_a_foreman_s_copy_names_nobody_of_his_list(place: Town, rows: str) -> None:
    """The sums that he told himself, and of each man no more than a surname, be it one or two."""
    words = "我是带班的，手下2个人在同乐寨安置房干活，王老板欠我们一共9000块，2个月"
    await place.files_a_case(words=words)
    await place.say("w1", rows)
    await place.press("w1", "就这些")
    await place.press("w1", "没有，都是工资")
    text = await document(place, "w1", "要档案")
    assert "5,000" in text
    for covered in ("张三", "李四"):
        assert covered not in text


@pytest.mark.parametrize("role", [PartyRole.FAMILY, PartyRole.REPORTER])
async def test_who_acts_without_the_worker_s_word_gets_no_file(
    place: Town, role: PartyRole
) -> None:
    """They have a part in the case and hear that something changed; the file is the worker's."""
    await filed(place)
    case = await the_case(place)
    other = PersonId("other")
    async with place.app.unit_of_work() as uow:
        await uow.people.add(Person(id=other, name=""))
        await uow.cases.add_party(Party(case_id=case.id, person_id=other, role=role))
        ctx = Context(uow=uow, house=place.app.house, now=place.app.now())
        view = open_for_worker(case, await uow.cases.parties(case.id), other)
        with pytest.raises(NotAllowed) as refused:
            await copy_file(CopyFile(person_id=other, view=view), ctx)
        events = await uow.history.of_case(case.id)
    assert "error-copy-of-another" == refused.value.code
    assert EventKind.PRINTED not in {event.kind for event in events}


@pytest.mark.parametrize("words", ["要档案", "/copy", "/copy JX2026-0000001-9", "/copy 1"])
async def test_another_worker_gets_his_own_file_or_none(place: Town, words: str) -> None:
    """Whatever number he writes behind it, nothing of the other case is in what he gets."""
    await filed(place)
    await place.files_a_case("w2", "我在厂里上班，李老板欠我工资五千元，两个月没发，就我一个人")
    update = place.update("w2", words)
    await place.app.inbox.receive(update, place.app.now())
    await place.line.settle()
    for out in await place.news():
        assert "w1" != out.chat
        if out.reply.file is not None:
            content = await place.app.house.files.read(out.reply.file.stored_as)
            text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
            assert "0000002" in text
            assert "0000001" not in text
            assert "12,000" not in text


async def second_worker(town: Town) -> Case:
    """The case is two workers', each with a claim of their own."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        await uow.people.add(Person(id=PersonId("second"), name=""))
        party = Party(case_id=case.id, person_id=PersonId("second"), role=PartyRole.WORKER)
        await uow.cases.add_party(party)
        sum_owed = MoneyRange(low=yuan(5_000), high=yuan(5_000))
        await uow.claims.add(
            Claim(
                id="claim-2",
                case_id=case.id,
                person_id=PersonId("second"),
                amount=sum_owed,
                source=ClaimSource.SELF,
            )
        )
    return case


async def says_paid(town: Town, person: str, how_much: str = "all") -> None:
    """The use case behind the button."""
    case = await the_case(town)
    async with town.app.unit_of_work() as uow:
        ctx = Context(uow=uow, house=town.app.house, now=town.app.now())
        request = ReportPayment(person_id=PersonId(person), case=case, how_much=how_much)
        await report_payment(request, ctx)


async def settled_claims(town: Town) -> list[bool]:
    """Of each worker."""
    return [account.settled for account in (await ledger(town)).accounts]


async def test_each_worker_s_word_is_about_his_own_money(place: Town) -> None:
    """The first says all came: the second's money is still missing, and the case stays open."""
    await filed(place)
    await second_worker(place)
    await place.say("HOUS", "/close 1 已付清 钱都给了")
    await place.press("w1", "全到了")
    assert [True, False] == await settled_claims(place)
    assert (await the_case(place)).is_open
    await says_paid(place, "second", "none")
    assert [True, False] == await settled_claims(place)
    assert (await the_case(place)).is_open
    place.clock.forward(timedelta(hours=2))
    await place.say("HOUS", "/close 1 已付清 都给了")
    await says_paid(place, "second")
    assert [True, True] == await settled_claims(place)


async def test_a_stranger_s_word_confirms_nobody_s_money(place: Town) -> None:
    """Nor does a foreman's, however often he says it."""
    await filed(place)
    await second_worker(place)
    case = await the_case(place)
    async with place.app.unit_of_work() as uow:
        await uow.people.add(Person(id=PersonId("foreman"), name=""))
        part = Party(case_id=case.id, person_id=PersonId("foreman"), role=PartyRole.FOREMAN)
        await uow.cases.add_party(part)
    await place.say("HOUS", "/close 1 已付清 钱都给了")
    await says_paid(place, "foreman")
    assert [False, False] == await settled_claims(place)
    assert (await the_case(place)).is_open


async def test_the_written_result_of_a_refusal_says_why(place: Town) -> None:
    """The ground from the list, and the reason in the words of who proposed it."""
    await place.files_a_case()
    await place.say("INSP", "/refuse 1 范围 这是工程款，不是工资")
    await place.press("INSP-head", "确认不受理")
    case = await the_case(place)
    assert Status.NOT_ACCEPTED is case.track(TrackKind.LABOUR_INSPECTION).status
    update = place.update("INSP", "/print 1 结果")
    await place.app.inbox.receive(update, place.app.now())
    await place.line.settle()
    (reply,) = [out.reply for out in await place.news() if out.chat == "INSP"]
    assert reply.file is not None
    content = await place.app.house.files.read(reply.file.stored_as)
    text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert "不予受理" in text
    assert "这是工程款，不是工资" in text


async def test_giving_up_the_rest_is_written_down_with_workers_and_item(place: Town) -> None:
    """As every other closing that money decides."""
    await filed(place)
    await place.say("HOUS", "/close 1 部分支付 只给了一半")
    await place.say("w1", "给了五千")
    await place.press("w1", "不用了，先办完")
    case = await the_case(place)
    async with place.app.unit_of_work() as uow:
        events = await uow.history.of_case(case.id)
        items = [e for e in events if e.kind is EventKind.CLOSING_ASKED]
    closing = events[-1] if events[-1].kind is EventKind.CLOSED else None
    assert items
    assert closing is not None, [e.kind for e in events]
    assert Outcome.PAID_PART == closing.facts["outcome"]
    assert 1 == closing.facts["workers"]
    assert closing.facts["item"]
