"""What several use cases about money need: the ledger of a case, marks, who is told and asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from casework.balance import Account, CaseMoney, money_of
from casework.case import Case
from casework.claims import Claim, Payment, PaymentMark, PaymentState
from casework.history import EventKind
from casework.messages import Arg, Money, Reply, Words
from casework.people import Officer, PartyRole, PersonId
from casework.questions import money_words
from handlers.context import Context
from handlers.record import record
from handlers.tell import tell_person, tell_unit, tell_worker


@dataclass(frozen=True, kw_only=True)
class MoneyLedger:
    """The claims and payments of a case as stored, and what they come to."""

    claims: tuple[Claim, ...]
    payments: tuple[Payment, ...]
    money: CaseMoney

    def claim_of(self, person_id: PersonId) -> Claim | None:
        """The person's own claim; the only one of the case where they have none of their own."""
        own = next((c for c in self.claims if c.person_id == person_id), None)
        return own or (self.claims[0] if len(self.claims) == 1 else None)

    def number_of(self, payment: Payment) -> int:
        """The line of the ledger on which a payment stands, from 1."""
        return 1 + [p.id for p in self.payments].index(payment.id)


async def ledger_of(ctx: Context, case: Case) -> MoneyLedger:
    """The money ledger of a case."""
    claims = await ctx.uow.claims.of_case(case.id)
    payments = await ctx.uow.claims.payments_of(case.id)
    return MoneyLedger(claims=claims, payments=payments, money=money_of(claims, payments))


async def is_own_word(ctx: Context, case: Case, person_id: PersonId, claim: Claim | None) -> bool:
    """Whether this person's word about this money is the worker's own.

    A foreman's is not: each worker's money is each worker's to confirm (724 Art 52; R33 Art 63).
    """
    if claim is not None and claim.person_id == person_id:
        return True
    parties = await ctx.uow.cases.parties(case.id)
    mine = next((p for p in parties if p.person_id == person_id), None)
    if mine is None or (claim is not None and claim.person_id is None):
        return False
    agreed = mine.role is PartyRole.FAMILY and mine.agreed_at is not None
    return mine.role is PartyRole.WORKER or agreed


async def mark_payment(
    ctx: Context,
    case: Case,
    payment: Payment,
    state: PaymentState,
    by: Officer | PersonId,
    reason: str = "",
) -> None:
    """Say what became of a payment, and write down that it was said."""
    officer = by if isinstance(by, Officer) else None
    await ctx.uow.claims.mark_payment(
        PaymentMark(
            payment_id=payment.id,
            state=state,
            at=ctx.now,
            by_person=by if isinstance(by, str) else None,
            by_officer=officer.id if officer else "",
        )
    )
    await record(
        ctx,
        case,
        _EVENTS[state],
        by,
        facts={"payment": payment.id, "fen": payment.amount or 0},
        personal={"reason": reason} if reason else {},
    )


async def doubt_settled(ctx: Context, case: Case, person_id: PersonId) -> None:
    """The worker says after all that the money is not there: the newest payments do not count.

    As many as it takes until the account is open again; without this, whoever says "paid" next
    would be believed on a word that the worker has taken back.
    """
    ledger = await ledger_of(ctx, case)
    claim = ledger.claim_of(person_id)
    if not await is_own_word(ctx, case, person_id, claim):
        return
    whose = claim.id if claim else None
    for payment in reversed(ledger.payments):
        if not (await ledger_of(ctx, case)).money.of(whose).settled:
            return
        if payment.counts and payment.claim_id in {None, whose}:
            await mark_payment(ctx, case, payment, PaymentState.DENIED, person_id)


_EVENTS: Mapping[PaymentState, EventKind] = {
    PaymentState.CONFIRMED: EventKind.PAYMENT_CONFIRMED,
    PaymentState.DENIED: EventKind.PAYMENT_DENIED,
    PaymentState.REVERSED: EventKind.PAYMENT_REVERSED,
}


def payment_words(payment: Payment) -> dict[str, Arg]:
    """A payment in words: the day, who paid, how much, on what it rests."""
    return {
        "day": payment.paid_on or Words(key="value-unknown"),
        "payer": Words(key=f"payer-{payment.payer.value.replace('_', '-')}"),
        "sum": Words(key="value-unknown") if payment.amount is None else Money(fen=payment.amount),
        "proof": Words(key=f"proof-{payment.proof.value.replace('_', '-')}"),
    }


def account_words(account: Account) -> dict[str, Arg]:
    """Owed, paid and left in words; ranges stay ranges, and what nobody knows stays unknown."""
    return {
        "owed": money_words(account.owed),
        "paid": Money(fen=account.paid),
        "left": money_words(account.left),
    }


async def tell_payee(
    ctx: Context, case: Case, payment: Payment, claims: tuple[Claim, ...], reply: Reply
) -> Words:
    """Tell the worker whose money it is; where they have no chat, those who told of the case."""
    claim = next((c for c in claims if c.id == payment.claim_id), None)
    person = claim.person_id if claim is not None and len(claims) > 1 else None
    if person and await tell_person(ctx, person, reply, case=case, purpose="relay"):
        return Words(key="told-worker")
    return await tell_worker(ctx, case, reply, what="payment")


async def ask_second_officer(ctx: Context, case: Case, officer: Officer, card: Reply) -> str:
    """Show a card to other officers: of the same unit, else of the arrears office.

    Returns the unit that has it on its table. The same person in another post is no second one.
    """

    def another(other: Officer) -> bool:
        return other.id != officer.id and other.person_id != officer.person_id

    if await tell_unit(ctx, officer.unit, card, case=case, only=another):
        return officer.unit
    office = ctx.house.district.arrears_office
    await tell_unit(ctx, office, card, case=case, only=another)
    return office
