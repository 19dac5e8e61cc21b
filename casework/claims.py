"""What each worker is owed: one row a worker, and every payment an event of its own.

724 Art 52 keeps wages apart from project money: a foreman's own margin is never a wage claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from casework.errors import BadValue
from casework.meaning import CountRange, MoneyRange
from casework.money import Fen
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
    """Who paid, or out of what (DOMAIN outcomes)."""

    EMPLOYER = "employer"
    GENERAL_CONTRACTOR = "general_contractor"
    OWNER = "owner"
    DEPOSIT = "deposit"
    FUND = "fund"
    BANK_PAYOUT = "bank_payout"  # 总包代发 out of the special account (724 Art 31)
    COURT = "court"  # enforced
    OTHER = "other"
    UNKNOWN = "unknown"


class PaymentProof(StrEnum):
    """What a payment rests on."""

    WORD = "word"  # what somebody of the case said in the chat
    BANK_RECEIPT = "bank_receipt"
    DOCUMENT = "document"
    SEEN = "seen"  # an officer was there when it was paid


class PaymentState(StrEnum):
    """Whether a payment counts: only a confirmed one does."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DENIED = "denied"  # the worker says that it has not come
    REVERSED = "reversed"  # written down by mistake


@dataclass(frozen=True, kw_only=True)
class PaymentMark:
    """What became of a payment later; the payment itself is never edited."""

    payment_id: str
    state: PaymentState
    at: datetime
    by_person: PersonId | None = None
    by_officer: str = ""  # an officer's id

    def __post_init__(self) -> None:
        if self.state is PaymentState.WAITING or bool(self.by_person) == bool(self.by_officer):
            raise BadValue("a mark is made by one person or one officer, and decides something")


@dataclass(frozen=True, kw_only=True)
class Payment:
    """Money that arrived, as somebody told it. It never edits the debt.

    ``claim_id`` None: for whom is not known. ``own_word``: the worker whose money it is said so,
    which is the best proof there is. ``earlier``: paid before the complaint, whose sum is what was
    still owed then. ``all_of_it``: the worker said that nothing is left. ``receipt``: SHA-256 of
    the file that proves it. ``recorded_by`` is an officer's id.
    """

    id: str
    case_id: str
    claim_id: str | None
    amount: Fen | None
    paid_on: date | None
    payer: PayerKind = PayerKind.UNKNOWN
    proof: PaymentProof = PaymentProof.WORD
    own_word: bool = False
    earlier: bool = False
    all_of_it: bool = False
    receipt: str = ""
    reported_by: PersonId | None = None
    recorded_by: str = ""
    reported_at: datetime
    marks: tuple[PaymentMark, ...] = ()

    def __post_init__(self) -> None:
        if self.amount is not None and self.amount < 0:
            raise BadValue("a payment is not negative; a mistaken one is reversed")

    @property
    def state(self) -> PaymentState:
        """Reversed once and for all; otherwise what was said last about it."""
        states = [mark.state for mark in self.marks]
        if PaymentState.REVERSED in states:
            return PaymentState.REVERSED
        if states:
            return states[-1]
        return PaymentState.CONFIRMED if self.own_word else PaymentState.WAITING

    @property
    def counts(self) -> bool:
        """Whether it lessens what is owed."""
        return self.state is PaymentState.CONFIRMED and not self.earlier


class Claims(Protocol):
    """Claims and payments of cases."""

    async def add(self, claim: Claim) -> None: ...
    async def update(self, claim: Claim) -> None: ...
    async def of_case(self, case_id: str) -> tuple[Claim, ...]: ...
    async def last_months(self, case_ids: Sequence[str]) -> Mapping[str, str]:
        """The earliest last month (``YYYY-MM`` or ``YYYY``) of each case's claims that name one."""
        ...

    async def add_payment(self, payment: Payment) -> None: ...
    async def payments_of(self, case_id: str) -> tuple[Payment, ...]:
        """The payments of a case with their marks, in the order in which they were told."""
        ...

    async def payment(self, payment_id: str) -> Payment | None: ...
    async def mark_payment(self, mark: PaymentMark) -> None: ...
    async def proved_by(self, receipt: str) -> tuple[Payment, ...]:
        """Payments of any case that rest on this very file."""
        ...
