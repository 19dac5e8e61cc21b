"""Money has arrived, says the worker: an event of its own, never an edit of the debt."""

from dataclasses import dataclass

from casework.case import Case
from casework.claims import Claim, Payment, paid_so_far
from casework.errors import AlreadyDone
from casework.history import EventKind
from casework.messages import Money, Reply, Words
from casework.money import Fen
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import SHANGHAI, Context
from handlers.officer.acting import finish_items
from handlers.officer.close_case import settle_closing
from handlers.record import record
from handlers.tell import tell_handlers

_ABOUT_MONEY = frozenset(
    {EventKind.PAYMENT, EventKind.CLOSING_ASKED, EventKind.REMINDED, EventKind.REOPENED}
)
"""What a worker's word about money may answer."""


@dataclass(frozen=True, kw_only=True)
class ReportPayment:
    """``how_much``: all, part or none; ``amount`` where the worker named a sum."""

    person_id: PersonId
    case: Case
    how_much: str
    amount: Fen | None = None


async def report_payment(request: ReportPayment, ctx: Context) -> tuple[Reply, ...]:
    """Write it down and tell the handler; the case stays open until an officer closes it."""
    case = request.case
    if await _said_already(request, ctx):
        return (Reply(key=AlreadyDone.code),)
    claims = await ctx.uow.claims.of_case(case.id)
    mine = next((c for c in claims if c.person_id == request.person_id), None)
    amount = request.amount
    if amount is None and request.how_much == "all":
        amount = _what_was_left(mine, await ctx.uow.claims.payments_of(case.id))
    if request.how_much != "none":
        await ctx.uow.claims.add_payment(
            Payment(
                id=ctx.house.new_id(),
                case_id=case.id,
                claim_id=mine.id if mine else None,
                amount=amount,
                paid_on=ctx.today,
                reported_by=request.person_id,
                reported_at=ctx.now,
            )
        )
    await record(
        ctx,
        case,
        EventKind.PAYMENT,
        request.person_id,
        facts={"how_much": request.how_much, "fen": request.amount or 0},
    )
    asked = any(
        i.kind is ItemKind.CLOSING_ANSWER for i in await ctx.uow.work.open_of_case(case.id)
    )
    await finish_items(ctx, case, case.holder, ItemKind.PROMISE_DUE)
    case = await settle_closing(ctx, case, request.how_much)
    if not case.is_open:
        return ()  # the news that it is closed says it all
    said = Words(key=f"paid-{request.how_much}")
    if request.amount is not None:
        said = Words(key="paid-sum", args={"sum": Money(fen=request.amount)})
    await tell_handlers(ctx, case, "card-not-paid" if asked else "card-payment", what=said)
    noted = Reply(
        key=f"payment-noted-{request.how_much}", args={"number": case.number, "what": said}
    )
    return (noted,)


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


def _what_was_left(claim: Claim | None, payments: tuple[Payment, ...]) -> Fen | None:
    """全到了 means the rest of the claim, where its sum is exact; otherwise nobody knows how much."""
    if claim is None or claim.amount is None or claim.amount.low != claim.amount.high:
        return None
    if claim.amount.approximate or any(payment.amount is None for payment in payments):
        return None
    return Fen(max(claim.amount.low - paid_so_far(payments), 0))
