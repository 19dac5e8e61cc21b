"""A complete command becomes the input of its use case here, and is served."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from casework.case import Case, Outcome, Source
from casework.forms import Answers
from casework.meaning import Meaning, MoneyRange
from casework.messages import Reply
from casework.money import ZERO
from handlers.officer.accept_case import AcceptCase, accept_case
from handlers.officer.ask_worker import WriteToWorker, write_to_worker
from handlers.officer.assign_case import AssignCase, assign_case
from handlers.officer.close_case import CloseCase, close_case
from handlers.officer.desk import Desk
from handlers.officer.enter_case import EnterCase, enter_case
from handlers.officer.enter_facts import EnterFacts, enter_facts
from handlers.officer.object_to_route import ObjectToRoute, object_to_route
from handlers.officer.print_sheet import PrintSheet, print_sheet
from handlers.officer.record_document import RecordDocument, record_document
from handlers.officer.record_progress import (
    AddNote,
    PlanVisit,
    RecordCall,
    RecordProgress,
    add_note,
    plan_visit,
    record_call,
    record_progress,
)
from handlers.officer.record_promise import RecordPromise, record_promise
from handlers.officer.recuse import Recuse, recuse
from handlers.officer.refuse_case import RefuseCase, refuse_case
from handlers.officer.route_case import RouteCase, route_case
from handlers.officer.show_case import ShowCase, show_case, show_phone
from handlers.officer.show_help import show_help
from handlers.officer.show_inbox import ShowInbox, show_inbox, show_today
from handlers.officer.take_leave import TakeLeave, take_leave

Serve = Callable[[Desk, Answers, Meaning], Awaitable[Reply | tuple[Reply, ...]]]


async def serve_command(desk: Desk, command: str, answers: Answers, meaning: Meaning) -> None:
    """Serve it; every command of ``officer_forms`` stands in the table below."""
    replies = await COMMANDS[command](desk, answers, meaning)
    desk.say(*replies if isinstance(replies, tuple) else (replies,))


def _text(answers: Answers, name: str) -> str:
    return str(answers.get(name) or "")


def _day(answers: Answers, name: str) -> date:
    value = answers[name]
    assert isinstance(value, date)  # noqa: S101 — the form asked for a day
    return value


async def _case(desk: Desk, answers: Answers) -> Case:
    return (await desk.open(_text(answers, "case"))).case


async def _inbox(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del answers, meaning
    return await show_inbox(ShowInbox(officer=desk.officer), desk.ctx)


async def _today(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del answers, meaning
    return await show_today(ShowInbox(officer=desk.officer), desk.ctx)


async def _help(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del answers, meaning
    return show_help(desk.officer)


async def _show(desk: Desk, answers: Answers, meaning: Meaning) -> tuple[Reply, ...]:
    del meaning
    view = await desk.open(_text(answers, "case"))
    return await show_case(ShowCase(officer=desk.officer, view=view), desk.ctx)


async def _phone(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    view = await desk.open(_text(answers, "case"))
    return await show_phone(ShowCase(officer=desk.officer, view=view), desk.ctx)


async def _accept(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    case = await _case(desk, answers)
    return await accept_case(AcceptCase(officer=desk.officer, case=case), desk.ctx)


async def _object(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = ObjectToRoute(
        officer=desk.officer,
        case=await _case(desk, answers),
        ground=_text(answers, "objection"),
        better_unit=_text(answers, "unit"),
        reason=_text(answers, "object_reason"),
    )
    return await object_to_route(request, desk.ctx)


async def _refuse(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = RefuseCase(
        officer=desk.officer,
        case=await _case(desk, answers),
        ground=_text(answers, "ground"),
        reason=_text(answers, "refuse_reason"),
    )
    return await refuse_case(request, desk.ctx)


async def _assign(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = AssignCase(
        officer=desk.officer, case=await _case(desk, answers), to=_text(answers, "officer")
    )
    return await assign_case(request, desk.ctx)


def _write(name: str, *, is_question: bool) -> Serve:
    async def serve(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
        del meaning
        request = WriteToWorker(
            officer=desk.officer,
            case=await _case(desk, answers),
            text=_text(answers, name),
            is_question=is_question,
        )
        return await write_to_worker(request, desk.ctx)

    return serve


async def _progress(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = RecordProgress(
        officer=desk.officer,
        case=await _case(desk, answers),
        text=_text(answers, "progress_text"),
    )
    return await record_progress(request, desk.ctx)


def _note_from(name: str) -> Serve:
    async def serve(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
        del meaning
        request = AddNote(
            officer=desk.officer, case=await _case(desk, answers), text=_text(answers, name)
        )
        return await add_note(request, desk.ctx)

    return serve


async def _slip(desk: Desk, answers: Answers, meaning: Meaning) -> Reply | tuple[Reply, ...]:
    """Words in reply to a card go out only after the officer said to whom."""
    to_worker = answers.get("slip") == "worker"
    serve = _write("slip_text", is_question=False) if to_worker else _note_from("slip_text")
    return await serve(desk, answers, meaning)


async def _call(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = RecordCall(
        officer=desk.officer,
        case=await _case(desk, answers),
        result=_text(answers, "call_result"),
    )
    return await record_call(request, desk.ctx)


async def _promise(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    amount = answers.get("promise_sum")
    request = RecordPromise(
        officer=desk.officer,
        case=await _case(desk, answers),
        who=_text(answers, "promise_who"),
        amount=amount.low if isinstance(amount, MoneyRange) else ZERO,
        day=_day(answers, "promise_day"),
    )
    return await record_promise(request, desk.ctx)


async def _visit(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = PlanVisit(
        officer=desk.officer,
        case=await _case(desk, answers),
        day=_day(answers, "visit_day"),
        text=_text(answers, "visit_text"),
    )
    return await plan_visit(request, desk.ctx)


async def _route(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = RouteCase(
        officer=desk.officer,
        case=await _case(desk, answers),
        unit=_text(answers, "unit"),
        reason=_text(answers, "route_reason"),
    )
    return await route_case(request, desk.ctx)


async def _recuse(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = Recuse(
        officer=desk.officer,
        case=await _case(desk, answers),
        reason=_text(answers, "recuse_reason"),
    )
    return await recuse(request, desk.ctx)


async def _doc(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = RecordDocument(
        officer=desk.officer,
        case=await _case(desk, answers),
        kind=_text(answers, "doc_kind"),
        number=_text(answers, "doc_number"),
        day=_day(answers, "doc_day"),
        recipient=_text(answers, "doc_recipient"),
    )
    return await record_document(request, desk.ctx)


async def _print(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = PrintSheet(
        officer=desk.officer,
        view=await desk.open(_text(answers, "case")),
        sheet=_text(answers, "sheet"),
    )
    return await print_sheet(request, desk.ctx)


async def _close(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = CloseCase(
        officer=desk.officer,
        case=await _case(desk, answers),
        outcome=Outcome(_text(answers, "outcome")),
        reason=_text(answers, "close_reason"),
    )
    return await close_case(request, desk.ctx)


async def _leave(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    request = TakeLeave(
        officer=desk.officer,
        first=_day(answers, "leave_first"),
        last=_day(answers, "leave_last"),
        deputy=_text(answers, "deputy"),
    )
    return await take_leave(request, desk.ctx)


async def _new(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    facts = _text(answers, "new_facts")
    request = EnterCase(
        officer=desk.officer,
        source=Source(_text(answers, "source")),
        source_number=_text(answers, "source_number"),
        facts=facts,
        meaning=await desk.ctx.house.interpreter.interpret(facts, on=desk.ctx.today),
        name=_text(answers, "new_name"),
        phone=_text(answers, "new_phone"),
    )
    return await enter_case(request, desk.ctx)


async def _facts(desk: Desk, answers: Answers, meaning: Meaning) -> Reply:
    del meaning
    text = _text(answers, "facts_text")
    request = EnterFacts(
        officer=desk.officer,
        case=await _case(desk, answers),
        text=text,
        meaning=await desk.ctx.house.interpreter.interpret(text, on=desk.ctx.today),
    )
    return await enter_facts(request, desk.ctx)


COMMANDS: Mapping[str, Serve] = {
    "inbox": _inbox,
    "today": _today,
    "help": _help,
    "start": _help,
    "case": _show,
    "phone": _phone,
    "accept": _accept,
    "object": _object,
    "refuse": _refuse,
    "assign": _assign,
    "ask": _write("question_text", is_question=True),
    "reply": _write("reply_text", is_question=False),
    "progress": _progress,
    "note": _note_from("note_text"),
    "slip": _slip,
    "call": _call,
    "promise": _promise,
    "visit": _visit,
    "route": _route,
    "recuse": _recuse,
    "doc": _doc,
    "print": _print,
    "close": _close,
    "leave": _leave,
    "new": _new,
    "facts": _facts,
}
