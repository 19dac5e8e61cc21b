"""A form is complete: turn its answers into the input of its use case, and serve it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from casework.board_said import after_a_report
from casework.case import Case
from casework.complaint import complaint_from
from casework.forms import Answers
from casework.interview import Heard, Request
from casework.meaning import MoneyRange
from casework.messages import Reply
from casework.money import Fen
from casework.numbers import parse_case_number
from casework.people_list import listed
from casework.wishes import TOLD
from handlers.kept_files import kept
from handlers.worker.add_evidence import AddEvidence, add_evidence
from handlers.worker.file_case import FileCase, file_case
from handlers.worker.give_receipt import give_receipt
from handlers.worker.list_people import ListPeople, list_people
from handlers.worker.object_to_result import ObjectToResult, object_to_result
from handlers.worker.recover_case import RecoverCase, lost_code, recover_case
from handlers.worker.report_board import ReportBoard, report_board
from handlers.worker.report_payment import ReportPayment, report_payment
from handlers.worker.send_message import SendMessage, send_message
from handlers.worker.tell_unit_facts import ask_unit_facts, tell_unit_facts
from handlers.worker.turn import Turn
from handlers.worker.withdraw_case import WithdrawCase, withdraw_case


async def finish_form(turn: Turn, request: Request) -> Heard | None:
    """Serve the use case that this form belongs to."""
    return await _FORMS[request.form](turn, request.answers)


async def _case(turn: Turn, answers: Answers) -> Case:
    case = await turn.own(str(answers.get("which_case") or ""))
    turn.state = replace(turn.state, case_id=case.id)
    return case


async def _complaint(turn: Turn, answers: Answers) -> Heard | None:
    complaint = complaint_from(answers)
    request = FileCase(
        case_id=turn.state.case_id or "", person_id=turn.person.id, complaint=complaint
    )
    case, code = await file_case(request, turn.ctx)
    turn.say(await give_receipt(turn.ctx, case, complaint, code))
    turn.person = await turn.ctx.uow.people.get(turn.person.id)
    await turn.refresh()
    if answers.get("board"):
        turn.say(await _report_board(turn, answers))
    if not complaint.foreman:
        return await ask_unit_facts(turn, case, answers)
    known: Answers = {
        "which_case": case.id,
        "said_total": int(complaint.amount.low) if complaint.amount else None,
        "said_people": round(complaint.headcount.low) if complaint.headcount else None,
    }
    return Heard(begin="people_list", learned=known)


async def _board(turn: Turn, answers: Answers) -> None:
    turn.say(await _report_board(turn, answers))
    code = str(answers.get("project") or "")
    turn.state = after_a_report(turn.state, code, str(answers.get("project_name") or code))


async def _report_board(turn: Turn, answers: Answers) -> Reply:
    code = str(answers.get("project") or "")
    told = ("text",) if code else ("text", "site", "where")
    said = (answers.get(name) for name in told)
    request = ReportBoard(
        person_id=turn.person.id,
        project=await turn.ctx.uow.ledger.get(code) if code else None,
        words="\n".join(dict.fromkeys(str(each) for each in said if each)),
    )
    return await report_board(request, turn.ctx)


async def _recover(turn: Turn, answers: Answers) -> None:
    number = str(answers.get("case_number") or "")
    if answers.get("query_code") == "lost":
        turn.say(await lost_code(parse_case_number(number), turn.ctx))
        return
    request = RecoverCase(
        person_id=turn.person.id,
        channel=turn.incoming.channel,
        chat=turn.incoming.chat,
        number=parse_case_number(number),
        code=str(answers.get("query_code") or ""),
    )
    turn.say(*await recover_case(request, turn.ctx))
    await turn.refresh()


async def _withdraw(turn: Turn, answers: Answers) -> None:
    request = WithdrawCase(
        person_id=turn.person.id,
        case=await _case(turn, answers),
        why=str(answers.get("withdraw_why")),
        sure=answers.get("withdraw_sure") == "yes",
    )
    turn.say(await withdraw_case(request, turn.ctx))


async def _payment(turn: Turn, answers: Answers) -> None:
    amount = answers.get("paid_sum")
    fen: Fen | None = amount.low if isinstance(amount, MoneyRange) else None
    request = ReportPayment(
        person_id=turn.person.id,
        case=await _case(turn, answers),
        how_much=str(answers.get("paid_all") or "part"),
        amount=fen,
    )
    turn.say(*await report_payment(request, turn.ctx))


async def _object(turn: Turn, answers: Answers) -> None:
    request = ObjectToResult(
        person_id=turn.person.id,
        case=await _case(turn, answers),
        why=str(answers.get("object_why") or ""),
    )
    turn.say(await object_to_result(request, turn.ctx))


async def _message(turn: Turn, answers: Answers) -> Heard | None:
    text, purpose = str(answers.get("text") or ""), answers.get("what_for")
    if purpose == "nothing":
        turn.say(Reply(key="cancelled"))
        return None
    if purpose == "new":
        told = {k.removeprefix(TOLD): v for k, v in answers.items() if k.startswith(TOLD)}
        return Heard(command="new", preset={"text": text, **told})
    case = await _case(turn, answers)
    if purpose == "evidence":
        evidence = AddEvidence(person_id=turn.person.id, case=case, caption=text)
        turn.say(await add_evidence(evidence, turn.ctx))
        return None
    message = SendMessage(person_id=turn.person.id, case=case, text=text)
    turn.say(await send_message(message, turn.ctx))
    return None


async def _attach(turn: Turn, answers: Answers) -> None:
    held = answers.get("held")
    request = AddEvidence(
        person_id=turn.person.id,
        case=await _case(turn, answers),
        files=tuple(kept(row) for row in held) if isinstance(held, tuple) else (),
        caption=str(answers.get("text") or ""),
    )
    turn.say(await add_evidence(request, turn.ctx))


async def _people_list(turn: Turn, answers: Answers) -> Heard | None:
    request = ListPeople(
        person_id=turn.person.id,
        case=await _case(turn, answers),
        rows=listed(answers.get("list_rows")),
        project_money=answers.get("list_project_money") == "yes",
    )
    turn.say(await list_people(request, turn.ctx))
    return await ask_unit_facts(turn, request.case, answers)


async def _no_place(turn: Turn, answers: Answers) -> None:
    """The alarm has gone out already; where the person is stays open."""
    del answers
    turn.say(Reply(key="cancelled"))


_FORMS: Mapping[str, Callable[[Turn, Answers], Awaitable[Heard | None]]] = {
    "board": _board,
    "complaint": _complaint,
    "recover": _recover,
    "withdraw": _withdraw,
    "payment": _payment,
    "object": _object,
    "message": _message,
    "attach": _attach,
    "people_list": _people_list,
    "alarm": _no_place,
    "unit_facts": tell_unit_facts,
}
