"""The money ledger of a case: what is owed, what arrived, what is still missing, worker by worker.

Computed from claims and payments each time, never stored: ranges stay ranges, unknown stays
unknown, and only confirmed payments count. Law: ``owed − paid == left − over``, for every
sequence of claims, corrections, payments and reversals.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from casework.claims import Claim, Payment, PaymentState
from casework.meaning import MoneyRange
from casework.money import ZERO, Fen, yuan

ABSURD = yuan(100_000_000)
"""No wages of one case come to as much: a slip of the finger."""


@dataclass(frozen=True, kw_only=True)
class Account:
    """Owed, paid and left: of one worker, or of all together.

    ``owed`` None: nobody could name a sum; ``unnamed`` counts the workers without one.
    ``waiting``: told of, but confirmed by nobody yet. ``vague``: confirmed payments whose size
    nobody named. ``settled``: the worker said that nothing is left, or what is confirmed covers
    a sum that is known exactly.
    """

    claim: Claim | None = None
    owed: MoneyRange | None = None
    unnamed: int = 0
    paid: Fen = ZERO
    waiting: Fen = ZERO
    vague: int = 0
    settled: bool = False

    @property
    def left(self) -> MoneyRange | None:
        """What is still missing; None where nobody knows."""
        if self.owed is None or (self.vague and not self.settled):
            return None
        if self.settled:
            return MoneyRange(low=ZERO, high=ZERO)
        return MoneyRange(
            low=Fen(max(self.owed.low - self.paid, 0)),
            high=Fen(max(self.owed.high - self.paid, 0)),
            approximate=self.owed.approximate,
        )

    @property
    def over(self) -> Fen:
        """What came beyond the highest sum that was named."""
        return ZERO if self.owed is None else Fen(max(self.paid - self.owed.high, 0))

    @property
    def room(self) -> Fen | None:
        """How much may still come, payments that wait included; None: no sum was ever named."""
        if self.owed is None or self.unnamed or self.owed.approximate:
            return None
        return Fen(max(self.owed.high - self.paid - self.waiting, 0))


@dataclass(frozen=True, kw_only=True)
class CaseMoney:
    """The accounts of the workers, in the order of their claims, and the whole."""

    accounts: tuple[Account, ...]
    whole: Account

    @property
    def settled(self) -> bool:
        """Whether every worker of the case has the money, by what is confirmed."""
        return bool(self.accounts) and all(account.settled for account in self.accounts)

    def of(self, claim_id: str | None) -> Account:
        """The account of one claim; the whole where it is not known whose."""
        found = (a for a in self.accounts if a.claim is not None and a.claim.id == claim_id)
        return next(found, self.whole)


def money_of(claims: tuple[Claim, ...], payments: tuple[Payment, ...]) -> CaseMoney:
    """The money ledger of a case.

    A payment that names no worker is the only worker's where there is one, else everybody's: it
    lessens the whole and nobody's own account.
    """
    accounts = tuple(_account(claim, _payments_for(claim, claims, payments)) for claim in claims)
    return CaseMoney(accounts=accounts, whole=_whole(accounts, claims, payments))


def total_owed(claims: Iterable[Claim]) -> MoneyRange | None:
    """All claims together; None where nobody could name a sum."""
    return _sum([claim.amount for claim in claims if claim.amount is not None])


def paid_so_far(payments: Iterable[Payment]) -> Fen:
    """The sum of what is confirmed, where its size is known."""
    return Fen(sum((p.amount or ZERO for p in payments if p.counts), ZERO))


def _payments_for(
    claim: Claim, claims: tuple[Claim, ...], payments: tuple[Payment, ...]
) -> tuple[Payment, ...]:
    alone = len(claims) == 1
    return tuple(p for p in payments if p.claim_id == claim.id or (alone and not p.claim_id))


def _account(claim: Claim, payments: tuple[Payment, ...]) -> Account:
    paid = paid_so_far(payments)
    vague = _vague(payments)
    owed = claim.amount
    exact = owed is not None and owed.low == owed.high and not owed.approximate
    said_all = any(p.counts and p.all_of_it for p in payments)
    covered = owed is not None and exact and paid >= owed.high
    return Account(
        claim=claim,
        owed=owed,
        unnamed=int(owed is None),
        paid=paid,
        waiting=_waiting(payments),
        vague=vague,
        settled=said_all or covered,
    )


def _whole(
    accounts: tuple[Account, ...], claims: tuple[Claim, ...], payments: tuple[Payment, ...]
) -> Account:
    settled = bool(accounts) and all(a.settled for a in accounts)
    return Account(
        owed=total_owed(claims),
        unnamed=sum(claim.amount is None for claim in claims),
        paid=paid_so_far(payments),
        waiting=_waiting(payments),
        vague=_vague(payments),
        settled=settled,
    )


def _sum(amounts: list[MoneyRange]) -> MoneyRange | None:
    if not amounts:
        return None
    return MoneyRange(
        low=Fen(sum(amount.low for amount in amounts)),
        high=Fen(sum(amount.high for amount in amounts)),
        approximate=any(amount.approximate for amount in amounts),
    )


def _waiting(payments: Iterable[Payment]) -> Fen:
    waits = (p for p in payments if p.state is PaymentState.WAITING and not p.earlier)
    return Fen(sum((p.amount or ZERO for p in waits), ZERO))


def _vague(payments: Iterable[Payment]) -> int:
    return sum(p.counts and p.amount is None for p in payments)
