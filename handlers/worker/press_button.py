"""A worker's button that is no answer to an open question: ``w:<verb>[:<case>[:<word>]]``."""

from collections.abc import Awaitable, Callable, Mapping

from casework.errors import NotFound
from casework.forms import Answers
from casework.interview import Heard, begin
from casework.messages import Reply
from casework.money import Fen
from casework.worker_forms import WORKER_FORMS
from handlers.worker.agree_to_naming import AgreeToNaming, agree_to_naming
from handlers.worker.agree_to_sharing import AgreeToSharing, agree_to_sharing
from handlers.worker.book_legal_aid import BookLegalAid, book_legal_aid
from handlers.worker.choose_language import choose_language
from handlers.worker.confirm_facts import confirm_facts
from handlers.worker.confirm_payment import ConfirmPayment, confirm_payment, take_back
from handlers.worker.give_up_rest import GiveUpRest, give_up_rest
from handlers.worker.judge_handling import JudgeHandling, judge_handling
from handlers.worker.reopen_case import ReopenCase, reopen_case
from handlers.worker.report_payment import ReportPayment, report_payment
from handlers.worker.show_hands import ShowHands, show_hands
from handlers.worker.turn import Turn

Hear = Callable[[Turn, Heard], Awaitable[None]]

_COMMANDS = frozenset(
    {"board", "new", "status", "legal", "privacy", "evidence", "object", "withdraw"}
)


async def press_button(turn: Turn, data: str, hear: Hear) -> None:
    """Serve the button; an unknown one is called stale, another's case is not found."""
    parts = [*data.split(":"), "", "", ""]
    verb = parts[1] if parts[0] == "w" else ""
    if verb in _COMMANDS:
        await hear(turn, Heard(command=verb))
        return
    serve = _VERBS.get(verb)
    if serve is None:
        turn.say(Reply(key="stale-button"))
        return
    await serve(turn, parts[2], parts[3])


async def _agree(turn: Turn, case_id: str, _: str) -> None:
    request = AgreeToNaming(person_id=turn.person.id, case=await turn.own(case_id))
    turn.say(await agree_to_naming(request, turn.ctx))


async def _share(turn: Turn, case_id: str, word: str) -> None:
    request = AgreeToSharing(
        person_id=turn.person.id, case=await turn.own(case_id), agreed=word == "yes"
    )
    turn.say(await agree_to_sharing(request, turn.ctx))


async def _book(turn: Turn, case_id: str, _: str) -> None:
    case = await turn.own(case_id) if case_id else turn.case()
    if case is None:
        turn.say(Reply(key="no-case-yet"))
        return
    turn.say(await book_legal_aid(BookLegalAid(person_id=turn.person.id, case=case), turn.ctx))


async def _paid(turn: Turn, case_id: str, how_much: str) -> None:
    if how_much not in {"all", "part", "none"}:
        turn.say(Reply(key="stale-button"))
        return
    request = ReportPayment(
        person_id=turn.person.id, case=await turn.own(case_id), how_much=how_much
    )
    turn.say(*await report_payment(request, turn.ctx))
    if how_much == "part" and not turn.state.form:
        _ask_the_sum(turn, case_id)


def _ask_the_sum(turn: Turn, case_id: str) -> None:
    """The press is kept as it is; how much it was is one more question, which may stay open."""
    known: Answers = {"which_case": case_id, "paid_all": "part"}
    result = begin(turn.state, WORKER_FORMS["payment"], Heard(), known)
    turn.state = result.conversation
    turn.say(*(effect for effect in result.effects if isinstance(effect, Reply)))


async def _sum(turn: Turn, case_id: str, fen: str) -> None:
    """A sum that looked wrong is right after all, or it was a slip."""
    case = await turn.own(case_id)
    if not fen.isascii() or not fen.isdecimal():
        turn.say(Reply(key="sum-not-taken", args={"number": case.number}))
        return
    request = ReportPayment(
        person_id=turn.person.id, case=case, how_much="part", amount=Fen(int(fen)), sure=True
    )
    turn.say(*await report_payment(request, turn.ctx))


async def _payment(turn: Turn, payment_id: str, *, came: bool) -> ConfirmPayment:
    payment = await turn.ctx.uow.claims.payment(payment_id)
    if payment is None:
        raise NotFound(code="error-case-not-found")
    case = await turn.own(payment.case_id)
    return ConfirmPayment(person_id=turn.person.id, case=case, payment=payment, came=came)


async def _got(turn: Turn, payment_id: str, word: str) -> None:
    request = await _payment(turn, payment_id, came=word == "yes")
    turn.say(*await confirm_payment(request, turn.ctx))


async def _unpay(turn: Turn, payment_id: str, _: str) -> None:
    turn.say(await take_back(await _payment(turn, payment_id, came=False), turn.ctx))


async def _rest(turn: Turn, case_id: str, word: str) -> None:
    wanted = word != "stop"
    request = GiveUpRest(person_id=turn.person.id, case=await turn.own(case_id), wanted=wanted)
    turn.say(*await give_up_rest(request, turn.ctx))


async def _reopen(turn: Turn, case_id: str, _: str) -> None:
    request = ReopenCase(person_id=turn.person.id, case=await turn.own(case_id))
    turn.say(await reopen_case(request, turn.ctx))


async def _satisfied(turn: Turn, case_id: str, word: str) -> None:
    request = JudgeHandling(person_id=turn.person.id, case=await turn.own(case_id), word=word)
    turn.say(await judge_handling(request, turn.ctx))


async def _language(turn: Turn, code: str, _: str) -> None:
    await choose_language(turn, "english" if code == "en" else "中文")


async def _facts(turn: Turn, case_id: str, word: str) -> None:
    turn.say(*await confirm_facts(turn, await turn.own(case_id), right=word == "yes"))


async def _hands(turn: Turn, case_id: str, _: str) -> None:
    request = ShowHands(person_id=turn.person.id, case=await turn.own(case_id))
    turn.say(await show_hands(request, turn.ctx))


_VERBS: Mapping[str, Callable[[Turn, str, str], Awaitable[None]]] = {
    "agree": _agree,
    "share": _share,
    "book": _book,
    "paid": _paid,
    "sum": _sum,
    "got": _got,
    "unpay": _unpay,
    "rest": _rest,
    "reopen": _reopen,
    "satis": _satisfied,
    "lang": _language,
    "facts": _facts,
    "hands": _hands,
}
