"""What each worker is owed: one row a worker, and every payment an event of its own.

724 Art 52 keeps wages apart from project money: a foreman's own margin is never a wage claim.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from casework.meaning import CountRange, MoneyRange
from casework.money import ZERO, Fen
from casework.people import PersonId


class ClaimKind(StrEnum):
    """What the money is."""

    WAGE = "wage"
    PROJECT_PAYMENT = "project_payment"
    BOTH = "both"


class ClaimSource(StrEnum):
    """Who said the sum."""

    SELF = "self"
    FAMILY = "family"
    FOREMAN_LIST = "foreman_list"
    OFFICER = "officer"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One worker's claim in a case.

    ``amount`` None means 不知道. ``name`` is for a worker on a foreman's list who has no person's
    record yet. ``confirmed_at`` is when the worker confirmed the sum in person.
    """

    id: str
    case_id: str
    person_id: PersonId | None
    name: str = ""
    kind: ClaimKind = ClaimKind.WAGE
    amount: MoneyRange | None = None
    months: CountRange | None = None
    period_start: str | None = None
    period_end: str | None = None
    source: ClaimSource = ClaimSource.SELF
    confirmed_at: datetime | None = None


class PayerKind(StrEnum):
    """Who paid (DOMAIN outcomes)."""

    EMPLOYER = "employer"
    GENERAL_CONTRACTOR = "general_contractor"
    OWNER = "owner"
    DEPOSIT = "deposit"
    FUND = "fund"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Payment:
    """Money that a worker says has arrived. It never edits the debt."""

    id: str
    case_id: str
    claim_id: str | None
    amount: Fen | None
    paid_on: date | None
    payer: PayerKind = PayerKind.UNKNOWN
    reported_by: PersonId | None = None
    reported_at: datetime


def paid_so_far(payments: tuple[Payment, ...]) -> Fen:
    """The sum of all payments whose size is known."""
    return Fen(sum((p.amount or ZERO for p in payments), ZERO))


class Claims(Protocol):
    """Claims and payments of cases."""

    async def add(self, claim: Claim) -> None: ...
    async def update(self, claim: Claim) -> None: ...
    async def of_case(self, case_id: str) -> tuple[Claim, ...]: ...
    async def add_payment(self, payment: Payment) -> None: ...
    async def payments_of(self, case_id: str) -> tuple[Payment, ...]: ...
