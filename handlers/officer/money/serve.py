"""Commands and buttons about money, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.case import Case
from casework.claims import PayerKind, Payment, PaymentProof
from casework.errors import NotFound
from casework.forms import Answers
from casework.messages import Reply
from handlers.officer.answered import day, fen, text
from handlers.officer.desk import Desk
from handlers.officer.money.check_payment import (
    CheckReceipt,
    ReversePayment,
    check_receipt,
    reverse_payment,
)
from handlers.officer.money.decide_unconfirmed import DecideUnconfirmed, decide_unconfirmed
from handlers.officer.money.record_payment import RecordPayment, record_payment
from handlers.officer.money.show_liable import show_liable
from handlers.officer.money.show_money import show_money
from handlers.officer.show_case import ShowCase

Serve = Callable[[Desk, Answers], Awaitable[Reply]]


async def _case(desk: Desk, answers: Answers) -> Case:
    return (await desk.open(text(answers, "case"))).case


async def _money(desk: Desk, answers: Answers) -> Reply:
    view = await desk.open(text(answers, "case"))
    return await show_money(ShowCase(officer=desk.officer, view=view), desk.ctx)


async def _liable(desk: Desk, answers: Answers) -> Reply:
    view = await desk.open(text(answers, "case"))
    return await show_liable(ShowCase(officer=desk.officer, view=view), desk.ctx)


async def _pay(desk: Desk, answers: Answers) -> Reply:
    request = RecordPayment(
        officer=desk.officer,
        case=await _case(desk, answers),
        amount=fen(answers, "pay_sum"),
        payer=PayerKind(text(answers, "pay_payer")),
        day=day(answers, "pay_day"),
        proof=PaymentProof(text(answers, "pay_proof")),
        worker=text(answers, "pay_worker"),
    )
    return await record_payment(request, desk.ctx)


async def _reverse(desk: Desk, answers: Answers) -> Reply:
    request = ReversePayment(
        officer=desk.officer,
        case=await _case(desk, answers),
        line=int(text(answers, "pay_line") or 0),
        reason=text(answers, "reverse_reason"),
    )
    return await reverse_payment(request, desk.ctx)


MONEY_COMMANDS: Mapping[str, Serve] = {
    "money": _money,
    "liable": _liable,
    "pay": _pay,
    "reverse": _reverse,
}


def _checked(*, right: bool) -> Callable[[Desk, str], Awaitable[Reply]]:
    async def serve(desk: Desk, payment_id: str) -> Reply:
        payment: Payment | None = await desk.ctx.uow.claims.payment(payment_id)
        if payment is None:
            raise NotFound(code="error-case-not-found")
        case = (await desk.open_id(payment.case_id)).case
        request = CheckReceipt(officer=desk.officer, case=case, payment=payment, right=right)
        return await check_receipt(request, desk.ctx)

    return serve


RECEIPT_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "receipt_yes": _checked(right=True),
    "receipt_no": _checked(right=False),
}
"""The second officer's word on a bank receipt, by the payment, which says of which case it is."""


def _unconfirmed(*, close: bool) -> Callable[[Desk, Case], Awaitable[Reply]]:
    async def serve(desk: Desk, case: Case) -> Reply:
        request = DecideUnconfirmed(officer=desk.officer, case=case, close=close)
        return await decide_unconfirmed(request, desk.ctx)

    return serve


CLOSING_BUTTONS: Mapping[str, Callable[[Desk, Case], Awaitable[Reply]]] = {
    "unconfirmed_close": _unconfirmed(close=True),
    "unconfirmed_wait": _unconfirmed(close=False),
}
"""Nobody has said whether the money came: an officer decides what becomes of the case."""
