"""An officer wrote down a payment: has it come? Only the worker whose money it is can say so."""

from dataclasses import dataclass

from casework.case import Case
from casework.claims import Payment, PaymentState
from casework.errors import AlreadyDone
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.money import account_words, is_own_word, ledger_of, mark_payment, payment_words
from handlers.officer.settle_closing import close_if_settled
from handlers.tell import tell_handlers
from handlers.worker.after_payment import ask_next_date
from handlers.worker.reopen_case import reopen_unpaid


@dataclass(frozen=True, kw_only=True)
class ConfirmPayment:
    """``came`` False: it has not."""

    person_id: PersonId
    case: Case
    payment: Payment
    came: bool


async def confirm_payment(request: ConfirmPayment, ctx: Context) -> tuple[Reply, ...]:
    """Mark it by the worker's word, and tell whoever works on the case."""
    case, payment = request.case, request.payment
    ledger = await ledger_of(ctx, case)
    claim = next((c for c in ledger.claims if c.id == payment.claim_id), None)
    if not await is_own_word(ctx, case, request.person_id, claim):
        return (Reply(key="paid-only-own"),)
    state = PaymentState.CONFIRMED if request.came else PaymentState.DENIED
    if payment.state in {state, PaymentState.REVERSED}:
        raise AlreadyDone
    await mark_payment(ctx, case, payment, state, request.person_id)
    await _finish_check(ctx, case, payment)
    if not request.came:
        case = await reopen_unpaid(ctx, case, request.person_id)
        await tell_handlers(ctx, case, "card-payment-denied", **payment_words(payment))
        return (Reply(key="payment-noted-none", args={"number": case.number}),)
    closed = await close_if_settled(ctx, case)
    if not closed.is_open and case.is_open:
        return ()  # the news that it is closed says it all
    money = (await ledger_of(ctx, case)).money
    account = money.of(payment.claim_id)
    await tell_handlers(
        ctx,
        case,
        "card-payment-confirmed",
        **payment_words(payment),
        left=account_words(account)["left"],
    )
    if not account.settled:
        await ask_next_date(ctx, case, payment)
    return (Reply(key="payment-got", args={"number": case.number, **account_words(account)}),)


async def take_back(request: ConfirmPayment, ctx: Context) -> Reply:
    """The worker named a wrong sum: what was written by their word is taken back by it."""
    payment = request.payment
    if payment.reported_by != request.person_id or payment.state is PaymentState.REVERSED:
        raise AlreadyDone
    await mark_payment(ctx, request.case, payment, PaymentState.REVERSED, request.person_id)
    await tell_handlers(ctx, request.case, "card-payment-taken-back", **payment_words(payment))
    return Reply(
        key="payment-taken-back", args={"number": request.case.number, **payment_words(payment)}
    )


async def _finish_check(ctx: Context, case: Case, payment: Payment) -> None:
    """Nobody has to compare a receipt once the worker has spoken."""
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.kind is ItemKind.CHECK_RECEIPT and item.facts.get("payment") == payment.id:
            await ctx.uow.work.finish(item.id, ctx.now)
