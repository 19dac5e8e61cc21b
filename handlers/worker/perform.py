"""What the conversation asks for, done: each request finds its use case here."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from casework.conversation_state import Answer
from casework.history import EventKind
from casework.interview import Heard, Request, Want
from casework.ledger import Project
from casework.messages import Reply
from casework.site_said import site_answers
from handlers.verify_receipt import VerifyReceipt, verify_receipt
from handlers.worker.ask_legal_aid import ask_legal_aid
from handlers.worker.ask_status import AskStatus, ask_status
from handlers.worker.call_person import CallPerson, call_person
from handlers.worker.choose_language import choose_language
from handlers.worker.copy_file import CopyFile, copy_file
from handlers.worker.find_site import FindSite, find_site
from handlers.worker.finish_form import finish_form
from handlers.worker.open_case import OpenCase, first_answer, open_case
from handlers.worker.raise_alarm import RaiseAlarm, locate_alarm, raise_alarm
from handlers.worker.send_message import SendMessage, send_message
from handlers.worker.send_receipt import SendReceipt, send_receipt
from handlers.worker.turn import Turn


async def perform(turn: Turn, request: Request) -> Heard | None:
    """Do it; what was learned is heard next."""
    return await _PERFORM[request.want](turn, request)


async def _open_case(turn: Turn, request: Request) -> Heard:
    case = await open_case(OpenCase(person_id=turn.person.id, first_words=request.text), turn.ctx)
    urgent = turn.state.asked == "danger_where"
    turn.say(first_answer(case, urgent=urgent))
    await turn.refresh()
    turn.state = replace(turn.state, case_id=case.id)
    known = _known_of(turn)
    project = await _scanned(turn)
    if project is not None and not turn.state.answers.get("site"):
        known |= site_answers(project.code, project.name)
        turn.say(Reply(key="site-code-noted", args={"code": project.code, "name": project.name}))
    if turn.state.answers.get("board"):
        turn.say(Reply(key="board-noted"))
    return Heard(learned=known, case_id=case.id)


async def _scanned(turn: Turn) -> Project | None:
    code = turn.state.answers.get("site_code")
    return await turn.ctx.uow.ledger.get(str(code)) if code else None


def _known_of(turn: Turn) -> dict[str, Answer]:
    """Who has said a name and a telephone before is not asked for them again."""
    known: dict[str, Answer] = {"name": turn.person.name, "phone": turn.person.phone}
    return {k: v for k, v in known.items() if v and k not in turn.state.answers}


async def _find_site(turn: Turn, request: Request) -> Heard:
    words = FindSite(words=str(request.answers.get("site") or ""), scanned=await _scanned(turn))
    return Heard(learned=find_site(words, turn.ctx))


async def _raise_alarm(turn: Turn, request: Request) -> None:
    case = await turn.own(turn.state.case_id or "")
    alarm = RaiseAlarm(
        person_id=turn.person.id,
        case=case,
        kind=str(request.answers["kind"]),
        words=request.text,
    )
    # Before the number of the case: whoever is in danger reads one sentence at most.
    turn.replies.insert(0, await raise_alarm(alarm, turn.ctx))


async def _locate_alarm(turn: Turn, request: Request) -> None:
    case = await turn.own(turn.state.case_id or "")
    turn.say(await locate_alarm(case, request.text, turn.person.id, turn.ctx))


async def _status(turn: Turn, request: Request) -> None:
    del request
    turn.say(*await ask_status(AskStatus(person_id=turn.person.id), turn.ctx))


async def _legal_aid(turn: Turn, request: Request) -> None:
    del request
    turn.say(ask_legal_aid(turn.ctx, has_case=turn.case() is not None))


async def _person(turn: Turn, request: Request) -> None:
    del request
    asked = CallPerson(person_id=turn.person.id, case=turn.case())
    turn.say(await call_person(asked, turn.ctx))


async def _language(turn: Turn, request: Request) -> None:
    await choose_language(turn, request.text)


def _note(kind: EventKind) -> Callable[[Turn, Request], Awaitable[None]]:
    async def note(turn: Turn, request: Request) -> None:
        case = await turn.own(str(request.answers["which_case"]))
        message = SendMessage(person_id=turn.person.id, case=case, text=request.text, kind=kind)
        turn.say(await send_message(message, turn.ctx))

    return note


async def _verify(turn: Turn, request: Request) -> None:
    turn.say(await verify_receipt(VerifyReceipt(words=request.text), turn.ctx))


async def _send_receipt(turn: Turn, request: Request) -> None:
    del request
    case = turn.case()
    if case is None:
        turn.say(Reply(key="no-case-yet"))
        return
    turn.say(await send_receipt(SendReceipt(view=await turn.view(case.id)), turn.ctx))


async def _copy_file(turn: Turn, request: Request) -> None:
    del request
    case = turn.case()
    if case is None:
        turn.say(Reply(key="no-case-yet"))
        return
    view = await turn.view(case.id)
    turn.say(await copy_file(CopyFile(person_id=turn.person.id, view=view), turn.ctx))


_PERFORM: Mapping[Want, Callable[[Turn, Request], Awaitable[Heard | None]]] = {
    Want.OPEN_CASE: _open_case,
    Want.FIND_SITE: _find_site,
    Want.FINISH: finish_form,
    Want.RAISE_ALARM: _raise_alarm,
    Want.LOCATE_ALARM: _locate_alarm,
    Want.SHOW_STATUS: _status,
    Want.SHOW_LEGAL_AID: _legal_aid,
    Want.CALL_PERSON: _person,
    Want.SET_LANGUAGE: _language,
    Want.NOTE_PRESSURE: _note(EventKind.PRESSURE),
    Want.NOTE_PROMISE: _note(EventKind.PROMISED),
    Want.VERIFY_RECEIPT: _verify,
    Want.SEND_RECEIPT: _send_receipt,
    Want.COPY_FILE: _copy_file,
}
