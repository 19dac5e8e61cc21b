"""Money has arrived, says the worker: an event of its own, never an edit of the debt."""

from collections.abc import Mapping
from dataclasses import dataclass

from casework.balance import ABSURD
from casework.case import Case
from casework.claims import Claim, Payment, PaymentState
from casework.deadlines import SHANGHAI
from casework.errors import AlreadyDone
from casework.history import EventKind
from casework.messages import Arg, Button, Money, Reply, Words
from casework.money import Fen
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.money import MoneyLedger, account_words, is_own_word, ledger_of, mark_payment
from handlers.officer.acting import finish_items
from handlers.officer.settle_closing import answer_closing
from handlers.record import record
from handlers.tell import tell_handlers
from handlers.worker.after_payment import ask_next_date
from handlers.worker.reopen_case import reopen_unpaid

_ABOUT_MONEY = frozenset(
    {EventKind.PAYMENT, EventKind.CLOSING_ASKED, EventKind.REMINDED, EventKind.REOPENED}
)
"""What a worker's word about money may answer."""


@dataclass(frozen=True, kw_only=True)
class ReportPayment:
    """``how_much``: all, part or none; ``amount`` where the worker named a sum.

    ``sure``: a sum that looked wrong was asked about, and it is right.
    """

    person_id: PersonId
    case: Case
    how_much: str
    amount: Fen | None = None
    sure: bool = False


async def report_payment(request: ReportPayment, ctx: Context) -> tuple[Reply, ...]:
    """Write it down and tell the handler; the case stays open until an officer closes it."""
    if await _said_already(request, ctx):
        return (Reply(key=AlreadyDone.code),)
    ledger = await ledger_of(ctx, request.case)
    claim = ledger.claim_of(request.person_id)
    doubt = _doubt(request, ledger, claim)
    if doubt is not None:
        return (doubt,)
    payment = None
    if request.how_much != "none":
        payment = await _write(request, ctx, ledger, claim)
    await record(
        ctx,
        request.case,
        EventKind.PAYMENT,
        request.person_id,
        facts={"how_much": request.how_much, "fen": request.amount or 0},
    )
    return await _tell(request, ctx, claim, payment)


def _doubt(request: ReportPayment, ledger: MoneyLedger, claim: Claim | None) -> Reply | None:
    """A sum that cannot be right is asked about, kindly, and only once."""
    amount = request.amount
    if amount is None:
        return None
    if not 0 < amount <= ABSURD:
        return Reply(key="paid-absurd")
    if request.sure:
        return None
    account = ledger.money.of(claim.id if claim else None)
    args = {"sum": Money(fen=amount), **account_words(account)}
    exact = account.owed if account.room is not None else None
    if exact is not None and account.paid + amount > exact.high:
        return Reply(key="paid-too-much", args=args, buttons=_right_or_not(request))
    if any(
        p.amount == amount
        and p.counts
        and p.reported_by == request.person_id
        and p.reported_at.astimezone(SHANGHAI).date() == p.paid_on
        for p in ledger.payments[-1:]
    ):
        return Reply(key="paid-twice", args=args, buttons=_right_or_not(request))
    return None


def _right_or_not(request: ReportPayment) -> tuple[tuple[Button, ...], ...]:
    return (
        (
            Button(
                label=Words(key="label-sum-right"),
                data=f"w:sum:{request.case.id}:{request.amount}",
            ),
            Button(label=Words(key="label-sum-wrong"), data=f"w:sum:{request.case.id}:no"),
        ),
    )


async def _write(
    request: ReportPayment, ctx: Context, ledger: MoneyLedger, claim: Claim | None
) -> Payment | None:
    """Confirm what an officer wrote down already; what goes beyond it is a payment of its own."""
    own = await is_own_word(ctx, request.case, request.person_id, claim)
    rest = request.how_much == "all" and request.amount is None
    if own:
        confirmed = await _confirm_waiting(request, ctx, ledger, claim)
        if confirmed is not None and not rest:
            return confirmed
        await _replace_vague(request, ctx, ledger)
    ledger = await ledger_of(ctx, request.case)
    left = ledger.money.of(claim.id if claim else None).left
    exact = left if left is not None and left.low == left.high and not left.approximate else None
    payment = Payment(
        id=ctx.house.new_id(),
        case_id=request.case.id,
        claim_id=claim.id if claim else None,
        amount=exact.low if rest and exact is not None else request.amount,
        paid_on=ctx.today,
        own_word=own,
        all_of_it=request.how_much == "all",
        reported_by=request.person_id,
        reported_at=ctx.now,
    )
    await ctx.uow.claims.add_payment(payment)
    return payment


async def _confirm_waiting(
    request: ReportPayment, ctx: Context, ledger: MoneyLedger, claim: Claim | None
) -> Payment | None:
    """全到了 confirms all that officers wrote down for this worker, a sum the one of its size."""
    whose = {None, claim.id if claim else None}
    waiting = [
        p
        for p in ledger.payments
        if p.state is PaymentState.WAITING
        and p.claim_id in whose
        and not p.earlier
        and request.amount in {None, p.amount}
    ]
    if request.how_much == "part" and request.amount is None:
        return None
    for payment in waiting if request.amount is None else waiting[:1]:
        await mark_payment(ctx, request.case, payment, PaymentState.CONFIRMED, request.person_id)
    return waiting[0] if waiting else None


async def _replace_vague(request: ReportPayment, ctx: Context, ledger: MoneyLedger) -> None:
    """到了一部分, and then how much: the sum stands in place of the vague word of that day."""
    last = ledger.payments[-1] if ledger.payments else None
    if (
        last is not None
        and last.amount is None
        and last.counts
        and last.paid_on == ctx.today
        and last.reported_by == request.person_id
    ):
        await mark_payment(ctx, request.case, last, PaymentState.REVERSED, request.person_id)


async def _tell(
    request: ReportPayment, ctx: Context, claim: Claim | None, payment: Payment | None
) -> tuple[Reply, ...]:
    case = request.case
    asked = any(
        i.kind is ItemKind.CLOSING_ANSWER for i in await ctx.uow.work.open_of_case(case.id)
    )
    await finish_items(ctx, case, case.holder, ItemKind.PROMISE_DUE)
    if request.how_much != "all":
        case = await reopen_unpaid(ctx, case, request.person_id)
    case, more = await answer_closing(
        ctx, case, request.how_much, named=request.amount is not None
    )
    if not case.is_open and request.case.is_open:
        return ()  # the news that it is closed says it all
    account = (await ledger_of(ctx, case)).money.of(claim.id if claim else None)
    said = Words(key=f"paid-{request.how_much}")
    if request.amount is not None:
        said = Words(key="paid-sum", args={"sum": Money(fen=request.amount)})
    card = "card-not-paid" if asked else "card-payment"
    if request.how_much == "part" and payment is not None:
        card = "card-payment-part"
        await ask_next_date(ctx, case, payment)
    await tell_handlers(ctx, case, card, what=said, **account_words(account))
    return (_noted(request, case, said, payment, account_words(account)), *more)


def _noted(
    request: ReportPayment,
    case: Case,
    said: Words,
    payment: Payment | None,
    account: Mapping[str, Arg],
) -> Reply:
    args: dict[str, Arg] = {"number": case.number, "what": said}
    if (
        payment is not None
        and payment.state is not PaymentState.CONFIRMED
        and not payment.own_word
    ):
        return Reply(key="payment-noted-others", args=args)
    if request.amount is None or payment is None:
        return Reply(key=f"payment-noted-{request.how_much}", args=args)
    button = Button(label=Words(key="label-took-wrong"), data=f"w:unpay:{payment.id}")
    return Reply(
        key="payment-noted-sum", args={**args, "left": account["left"]}, buttons=((button,),)
    )


async def _said_already(request: ReportPayment, ctx: Context) -> bool:
    """The same button a second time on one day, with nothing said about the case in between."""
    if request.amount is not None:
        return False
    events = await ctx.uow.history.of_case(request.case.id)
    last = next((e for e in reversed(events) if e.kind in _ABOUT_MONEY), None)
    return (
        last is not None
        and last.kind is EventKind.PAYMENT
        and last.by_person == request.person_id
        and last.at.astimezone(SHANGHAI).date() == ctx.today
        and last.facts == {"how_much": request.how_much, "fen": 0}
    )
