"""A complete command becomes the input of its use case here, and is served."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from casework.case import Case, Outcome, Source
from casework.forms import Answers
from casework.groups import Verb, group_number
from casework.meaning import Meaning
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.accept_case import AcceptCase, accept_case
from handlers.officer.add_note import AddNote, add_note
from handlers.officer.answered import day as _day
from handlers.officer.answered import fen as _sum
from handlers.officer.answered import text as _text
from handlers.officer.ask_worker import WriteToWorker, write_to_worker
from handlers.officer.assign_case import AssignCase, assign_case
from handlers.officer.boards.serve import BOARD_COMMANDS
from handlers.officer.close_case import CloseCase, close_case
from handlers.officer.desk import Desk
from handlers.officer.enter_case import EnterCase, enter_case
from handlers.officer.enter_facts import EnterFacts, enter_facts
from handlers.officer.groups.serve import (
    GROUP_COMMANDS,
    over_groups,
    slip_to_group,
    then_refresh,
)
from handlers.officer.ledger.serve import LEDGER_COMMANDS
from handlers.officer.money.serve import MONEY_COMMANDS
from handlers.officer.object_to_route import ObjectToRoute, object_to_route
from handlers.officer.plan_visit import PlanVisit, plan_visit
from handlers.officer.print_sheet import PrintSheet, print_sheet
from handlers.officer.record_call import RecordCall, record_call
from handlers.officer.record_document import RecordDocument, record_document
from handlers.officer.record_progress import RecordProgress, record_progress
from handlers.officer.record_promise import RecordPromise, record_promise
from handlers.officer.recuse import Recuse, recuse
from handlers.officer.refuse_case import RefuseCase, refuse_case
from handlers.officer.route_case import RouteCase, route_case
from handlers.officer.routing.serve import ROUTING_COMMANDS
from handlers.officer.serve_clocks import CLOCK_COMMANDS
from handlers.officer.serve_staff import STAFF_COMMANDS
from handlers.officer.show_case import ShowCase, show_case, show_phone
from handlers.officer.show_help import show_help
from handlers.officer.show_inbox import ShowInbox, show_inbox, show_today
from handlers.officer.show_queues import ShowQueues, show_queues
from handlers.officer.statistics.serve import STATISTICS_COMMANDS
from handlers.officer.supervision.assign_from_above import petition_unit
from handlers.officer.supervision.serve import SUPERVISION_COMMANDS
from handlers.officer.take_leave import TakeLeave, take_leave
from handlers.verify_receipt import VerifyReceipt, verify_receipt

Serve = Callable[[Desk, Answers], Awaitable[Reply | tuple[Reply, ...]]]
Input = TypeVar("Input")


async def serve_command(desk: Desk, command: str, answers: Answers) -> None:
    """Serve it; every command of ``officer_forms`` stands in the table below."""
    replies = await COMMANDS[command](desk, answers)
    desk.say(*replies if isinstance(replies, tuple) else (replies,))


def _of_case(
    fill_in: Callable[[Officer, Case, Answers], Input],
    serve: Callable[[Input, Context], Awaitable[Reply]],
) -> Serve:
    """A command about one case: who, which case, and what the form gathered."""

    async def command(desk: Desk, answers: Answers) -> Reply:
        case = (await desk.open(_text(answers, "case"))).case
        return await serve(fill_in(desk.officer, case, answers), desk.ctx)

    return command


def _look(
    serve: Callable[[ShowCase, Context], Awaitable[Reply | tuple[Reply, ...]]],
) -> Serve:
    """A look at one case, through what this officer may see of it."""

    async def command(desk: Desk, answers: Answers) -> Reply | tuple[Reply, ...]:
        view = await desk.open(_text(answers, "case"))
        return await serve(ShowCase(officer=desk.officer, view=view), desk.ctx)

    return command


def _table(serve: Callable[[ShowInbox, Context], Awaitable[Reply]]) -> Serve:
    async def command(desk: Desk, answers: Answers) -> Reply:
        del answers
        return await serve(ShowInbox(officer=desk.officer), desk.ctx)

    return command


def _write(name: str, *, is_question: bool) -> Serve:
    return _of_case(
        lambda officer, case, answers: WriteToWorker(
            officer=officer, case=case, text=_text(answers, name), is_question=is_question
        ),
        write_to_worker,
    )


def _note(name: str) -> Serve:
    return _of_case(
        lambda officer, case, answers: AddNote(
            officer=officer, case=case, text=_text(answers, name)
        ),
        add_note,
    )


async def _slip(desk: Desk, answers: Answers) -> Reply | tuple[Reply, ...]:
    """Words in reply to a card go out only after the officer said to whom."""
    if group_number(_text(answers, "case")) is not None:
        return await slip_to_group(desk, answers)
    to_worker = answers.get("slip") == "worker"
    serve = _write("slip_text", is_question=False) if to_worker else _note("slip_text")
    return await serve(desk, answers)


async def _help(desk: Desk, answers: Answers) -> Reply:
    del answers
    return show_help(desk.officer, dual=desk.officer.unit == petition_unit(desk.ctx))


async def _queues(desk: Desk, answers: Answers) -> Reply:
    del answers
    return await show_queues(ShowQueues(officer=desk.officer), desk.ctx)


async def _print(desk: Desk, answers: Answers) -> Reply:
    view = await desk.open(_text(answers, "case"))
    request = PrintSheet(officer=desk.officer, view=view, sheet=_text(answers, "sheet"))
    return await print_sheet(request, desk.ctx)


async def _verify(desk: Desk, answers: Answers) -> Reply:
    return await verify_receipt(VerifyReceipt(words=_text(answers, "receipt_words")), desk.ctx)


async def _leave(desk: Desk, answers: Answers) -> Reply:
    request = TakeLeave(
        officer=desk.officer,
        first=_day(answers, "leave_first"),
        last=_day(answers, "leave_last"),
        deputy=_text(answers, "deputy"),
    )
    return await take_leave(request, desk.ctx)


async def _meaning(desk: Desk, text: str) -> Meaning:
    """An officer's account of what somebody said, read like the worker's own words."""
    return await desk.ctx.house.interpreter.interpret(text, on=desk.ctx.today)


async def _new(desk: Desk, answers: Answers) -> Reply:
    facts = _text(answers, "new_facts")
    request = EnterCase(
        officer=desk.officer,
        source=Source(_text(answers, "source")),
        source_number=_text(answers, "source_number"),
        facts=facts,
        meaning=await _meaning(desk, facts),
        name=_text(answers, "new_name"),
        phone=_text(answers, "new_phone"),
        may_name=answers.get("new_consent") == "yes",
    )
    return await enter_case(request, desk.ctx)


async def _facts(desk: Desk, answers: Answers) -> Reply:
    text = _text(answers, "facts_text")
    case = (await desk.open(_text(answers, "case"))).case
    request = EnterFacts(
        officer=desk.officer, case=case, text=text, meaning=await _meaning(desk, text)
    )
    return await enter_facts(request, desk.ctx)


COMMANDS: Mapping[str, Serve] = {
    "inbox": _table(show_inbox),
    "today": _table(show_today),
    "queues": _queues,
    "help": _help,
    "start": _help,
    "case": _look(show_case),
    "phone": _look(show_phone),
    "accept": over_groups(
        Verb.ACCEPT, _of_case(lambda o, c, _: AcceptCase(officer=o, case=c), accept_case)
    ),
    "object": _of_case(
        lambda o, c, a: ObjectToRoute(
            officer=o,
            case=c,
            ground=_text(a, "objection"),
            better_unit=_text(a, "unit"),
            reason=_text(a, "object_reason"),
        ),
        object_to_route,
    ),
    "refuse": _of_case(
        lambda o, c, a: RefuseCase(
            officer=o, case=c, ground=_text(a, "ground"), reason=_text(a, "refuse_reason")
        ),
        refuse_case,
    ),
    "assign": _of_case(
        lambda o, c, a: AssignCase(officer=o, case=c, to=_text(a, "officer")), assign_case
    ),
    "ask": _write("question_text", is_question=True),
    "reply": over_groups(Verb.REPLY, _write("reply_text", is_question=False)),
    "progress": _of_case(
        lambda o, c, a: RecordProgress(officer=o, case=c, text=_text(a, "progress_text")),
        record_progress,
    ),
    "note": _note("note_text"),
    "slip": _slip,
    "call": _of_case(
        lambda o, c, a: RecordCall(officer=o, case=c, result=_text(a, "call_result")),
        record_call,
    ),
    "promise": _of_case(
        lambda o, c, a: RecordPromise(
            officer=o,
            case=c,
            who=_text(a, "promise_who"),
            amount=_sum(a, "promise_sum"),
            day=_day(a, "promise_day"),
        ),
        record_promise,
    ),
    "visit": _of_case(
        lambda o, c, a: PlanVisit(
            officer=o, case=c, day=_day(a, "visit_day"), text=_text(a, "visit_text")
        ),
        plan_visit,
    ),
    "route": over_groups(
        Verb.ROUTE,
        _of_case(
            lambda o, c, a: RouteCase(
                officer=o, case=c, unit=_text(a, "unit"), reason=_text(a, "route_reason")
            ),
            route_case,
        ),
    ),
    "recuse": _of_case(
        lambda o, c, a: Recuse(officer=o, case=c, reason=_text(a, "recuse_reason")), recuse
    ),
    "doc": _of_case(
        lambda o, c, a: RecordDocument(
            officer=o,
            case=c,
            kind=_text(a, "doc_kind"),
            number=_text(a, "doc_number"),
            day=_day(a, "doc_day"),
            recipient=_text(a, "doc_recipient"),
        ),
        record_document,
    ),
    "print": _print,
    "close": then_refresh(
        _of_case(
            lambda o, c, a: CloseCase(
                officer=o,
                case=c,
                outcome=Outcome(_text(a, "outcome")),
                reason=_text(a, "close_reason"),
            ),
            close_case,
        )
    ),
    "leave": _leave,
    "new": _new,
    "facts": _facts,
    "verify": _verify,
    **BOARD_COMMANDS,
    **LEDGER_COMMANDS,
    **MONEY_COMMANDS,
    **ROUTING_COMMANDS,
    **SUPERVISION_COMMANDS,
    **CLOCK_COMMANDS,
    **STAFF_COMMANDS,
    **STATISTICS_COMMANDS,
    **GROUP_COMMANDS,
}
