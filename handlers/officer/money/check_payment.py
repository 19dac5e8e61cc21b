"""The second officer on a bank receipt, and taking back a payment that was written by mistake."""

from dataclasses import dataclass

from casework.case import Case
from casework.claims import Payment, PaymentProof, PaymentState
from casework.errors import AlreadyDone, NotAllowed
from casework.messages import Button, Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import ItemKind
from handlers.context import Context
from handlers.money import ledger_of, mark_payment, payment_words, tell_payee
from handlers.officer.acting import track_of, working
from handlers.officer.settle_closing import close_if_settled


@dataclass(frozen=True, kw_only=True)
class CheckReceipt:
    """The second officer's word on a receipt."""

    officer: Officer
    case: Case
    payment: Payment
    right: bool


@dataclass(frozen=True, kw_only=True)
class ReversePayment:
    """``line`` of the money ledger, from 1; the reason is read by the worker."""

    officer: Officer
    case: Case
    line: int
    reason: str


async def check_receipt(request: CheckReceipt, ctx: Context) -> Reply:
    """Confirm or reverse; never by whoever wrote it down, in whatever post."""
    working(request.officer)
    case, payment, officer = request.case, request.payment, request.officer
    await _be_the_second(request, ctx)
    if payment.proof is not PaymentProof.BANK_RECEIPT or payment.state is not PaymentState.WAITING:
        if payment.state is PaymentState.DENIED:
            return Reply(key="error-payment-denied", args={"number": case.number})
        raise AlreadyDone(code="error-already-done")
    state = PaymentState.CONFIRMED if request.right else PaymentState.REVERSED
    await mark_payment(ctx, case, payment, state, officer)
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.kind is ItemKind.CHECK_RECEIPT and item.facts.get("payment") == payment.id:
            await ctx.uow.work.finish(item.id, ctx.now)
    reached = await _tell(ctx, case, payment, "confirmed" if request.right else "reversed")
    if request.right:
        await close_if_settled(ctx, case)
    key = "receipt-confirmed" if request.right else "receipt-rejected"
    return Reply(key=key, args={"number": case.number, **payment_words(payment), "told": reached})


async def _be_the_second(request: CheckReceipt, ctx: Context) -> None:
    officer, first = request.officer, await ctx.uow.officers.get(request.payment.recorded_by)
    same = first is None or officer.id == first.id or officer.person_id == first.person_id
    if same or officer.role is OfficerRole.LEGAL_AID:
        raise NotAllowed(code="error-second-officer")


async def reverse_payment(request: ReversePayment, ctx: Context) -> Reply:
    """Nothing is edited: the payment stays in the ledger, marked as taken back."""
    working(request.officer)
    track_of(request.case, request.officer)
    ledger = await ledger_of(ctx, request.case)
    if not 1 <= request.line <= len(ledger.payments):
        return Reply(key="error-payment-line", args={"n": len(ledger.payments)})
    payment = ledger.payments[request.line - 1]
    if payment.state is PaymentState.REVERSED:
        raise AlreadyDone(code="error-already-done")
    await mark_payment(
        ctx, request.case, payment, PaymentState.REVERSED, request.officer, request.reason
    )
    reached = await _tell(ctx, request.case, payment, "reversed", request.reason)
    return Reply(
        key="payment-reversed",
        args={"number": request.case.number, "line": request.line, "told": reached},
    )


async def _tell(ctx: Context, case: Case, payment: Payment, what: str, reason: str = "") -> Words:
    told = Reply(
        key=f"push-payment-{what}",
        args={
            "number": case.number,
            **payment_words(payment),
            "reason": Words(key="because", args={"words": reason}) if reason else "",
        },
        buttons=((Button(label=Words(key="label-got-no"), data=f"w:got:{payment.id}:no"),),)
        if what == "confirmed"
        else (),
    )
    claims = await ctx.uow.claims.of_case(case.id)
    return await tell_payee(ctx, case, payment, claims, told)
