"""The money ledger of a case, for officers: worker by worker, payment by payment."""

from collections.abc import Mapping

from casework.balance import Account
from casework.claims import Payment, PaymentState
from casework.history import EventKind
from casework.messages import Money, Reply, Words
from casework.people import mask_name
from casework.questions import text_words
from handlers.context import Context
from handlers.money import MoneyLedger, account_words, ledger_of, payment_words
from handlers.officer.show_case import ShowCase

MOST_LINES = 30
"""More workers than this do not fit into a chat; the printed sheet has all of them."""


async def show_money(request: ShowCase, ctx: Context) -> Reply:
    """Owed, arrived, left; then each worker, each payment, and the next date that was named."""
    case = request.view.case
    ledger = await ledger_of(ctx, case)
    whole = ledger.money.whole
    people = [
        await _person_line(ctx, number, account, masked=request.view.masked)
        for number, account in enumerate(ledger.money.accounts[:MOST_LINES], start=1)
    ]
    return Reply(
        key="money-of-case",
        args={
            "number": case.number,
            **account_words(whole),
            "waiting": Words(key="money-waiting", args={"sum": Money(fen=whole.waiting)})
            if whole.waiting
            else "",
            "unnamed": Words(key="money-unnamed", args={"n": whole.unnamed})
            if whole.unnamed
            else "",
            "over": Words(key="money-over", args={"sum": Money(fen=whole.over)})
            if whole.over
            else "",
            "people": tuple(people) or Words(key="money-nobody"),
            "payments": tuple(_payment_line(ledger, p) for p in ledger.payments)
            or Words(key="money-nothing"),
            "next": await _next_date(ctx, case.id),
        },
    )


async def _person_line(ctx: Context, number: int, account: Account, *, masked: bool) -> Words:
    claim = account.claim
    name = claim.name if claim else ""
    if claim is not None and claim.person_id is not None:
        name = (await ctx.uow.people.get(claim.person_id)).name or name
    return Words(
        key="money-person",
        args={
            "n": number,
            "name": text_words(mask_name(name) if masked else name),
            **account_words(account),
            "settled": Words(key="money-settled" if account.settled else "money-not-settled"),
        },
    )


def _payment_line(ledger: MoneyLedger, payment: Payment) -> Words:
    whose = [c.id for c in ledger.claims]
    number = whose.index(payment.claim_id) + 1 if payment.claim_id in whose else 0
    return Words(
        key="money-payment",
        args={
            "line": ledger.number_of(payment),
            **payment_words(payment),
            "whose": Words(key="money-whose", args={"n": number})
            if number and len(whose) > 1
            else "",
            "state": Words(key="payment-earlier")
            if payment.earlier
            else Words(key=_STATES[payment.state]),
        },
    )


_STATES: Mapping[PaymentState, str] = {
    PaymentState.WAITING: "payment-waiting",
    PaymentState.CONFIRMED: "payment-confirmed",
    PaymentState.DENIED: "payment-denied",
    PaymentState.REVERSED: "payment-reversed-state",
}


async def _next_date(ctx: Context, case_id: str) -> Words | str:
    """The newest promise that is not over yet."""
    events = await ctx.uow.history.of_case(case_id)
    promised = [e for e in events if e.kind is EventKind.PROMISED and e.facts.get("day")]
    if not promised or str(promised[-1].facts["day"]) < ctx.today.isoformat():
        return ""
    last = promised[-1]
    return Words(
        key="money-next",
        args={"day": str(last.facts["day"]), "sum": Money(fen=int(last.facts.get("fen") or 0))},
    )
