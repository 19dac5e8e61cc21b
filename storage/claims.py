"""Claims and payments."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.claims import Claim, ClaimKind, ClaimSource, Payment, PaymentMark
from casework.errors import NotFound
from casework.meaning import CountRange, MoneyRange
from casework.money import Fen
from casework.people import PersonId
from storage.paging import pages
from storage.payment_rows import mark_of, mark_row, payment_of, payment_row
from storage.seal import Sealer
from storage.tables import claims, payment_marks, payments

_OF_CASE = select(claims).where(claims.c.case_id == bindparam("id")).order_by(claims.c.seq)
_MONTHS = select(claims.c.case_id, claims.c.period_end).where(
    claims.c.case_id.in_(bindparam("ids", expanding=True)), claims.c.period_end.is_not(None)
)


class SqlClaims:
    """`casework.claims.Claims`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def add(self, claim: Claim) -> None:
        """Store a worker's claim."""
        await self._connection.execute(insert(claims), self._row(claim))

    async def update(self, claim: Claim) -> None:
        """Store what has changed about a claim. Raises NotFound."""
        statement = update(claims).where(claims.c.id == claim.id).values(self._row(claim))
        if (await self._connection.execute(statement)).rowcount == 0:
            raise NotFound(f"no claim {claim.id}")

    async def of_case(self, case_id: str) -> tuple[Claim, ...]:
        """The claims of a case, in the order in which they came."""
        rows = await self._connection.execute(_OF_CASE, {"id": case_id})
        return tuple(self._claim(row) for row in rows)

    async def last_months(self, case_ids: Sequence[str]) -> Mapping[str, str]:
        """The earliest last month (``YYYY-MM`` or ``YYYY``) of each case's claims that name one."""
        found: dict[str, str] = {}
        for some in pages(case_ids):
            rows = await self._connection.execute(_MONTHS, {"ids": some})
            for case_id, month in rows:
                found[case_id] = min(month, found.get(case_id, month), key=_last_month)
        return found

    async def of_cases(self, case_ids: Sequence[str]) -> tuple[Claim, ...]:
        """The claims of several cases, in the order in which they came."""
        rows = await self._connection.execute(
            select(claims).where(claims.c.case_id.in_(case_ids)).order_by(claims.c.seq)
        )
        return tuple(self._claim(row) for row in rows)

    async def payments_of_cases(
        self, case_ids: Sequence[str], before: datetime
    ) -> tuple[Payment, ...]:
        """The payments of several cases as they were known before an instant."""
        told = await self._payments(
            payments.c.case_id.in_(case_ids) & (payments.c.reported_at < before)
        )
        return tuple(
            replace(each, marks=tuple(mark for mark in each.marks if mark.at < before))
            for each in told
        )

    async def add_payment(self, payment: Payment) -> None:
        """Store money that arrived."""
        await self._connection.execute(insert(payments), payment_row(payment))

    async def payments_of(self, case_id: str) -> tuple[Payment, ...]:
        """The payments of a case with their marks, in the order in which they were told."""
        return await self._payments(payments.c.case_id == case_id)

    async def payment(self, payment_id: str) -> Payment | None:
        """One payment; None where there is none."""
        found = await self._payments(payments.c.id == payment_id)
        return found[0] if found else None

    async def proved_by(self, receipt: str) -> tuple[Payment, ...]:
        """Payments of any case that rest on this very file."""
        return await self._payments(payments.c.receipt == receipt) if receipt else ()

    async def mark_payment(self, mark: PaymentMark) -> None:
        """Store what became of a payment. Raises NotFound."""
        rows = await self._connection.execute(
            select(payments.c.case_id).where(payments.c.id == mark.payment_id)
        )
        case_id = rows.scalar_one_or_none()
        if case_id is None:
            raise NotFound(f"no payment {mark.payment_id}")
        await self._connection.execute(insert(payment_marks), mark_row(mark, case_id))

    async def _payments(self, condition: ColumnElement[bool]) -> tuple[Payment, ...]:
        rows = (
            await self._connection.execute(
                select(payments).where(condition).order_by(payments.c.seq)
            )
        ).all()
        if not rows:
            return ()
        marked = await self._connection.execute(
            select(payment_marks)
            .where(payment_marks.c.payment_id.in_(select(payments.c.id).where(condition)))
            .order_by(payment_marks.c.seq)
        )
        marks: dict[str, list[PaymentMark]] = {}
        for row in marked:
            marks.setdefault(row.payment_id, []).append(mark_of(row))
        return tuple(payment_of(row, marks.get(row.id, ())) for row in rows)

    def _row(self, claim: Claim) -> dict[str, Any]:
        amount, months = claim.amount, claim.months
        return {
            "id": claim.id,
            "case_id": claim.case_id,
            "person_id": claim.person_id,
            "name": self._sealer.seal(claim.name),
            "kind": claim.kind.value,
            "amount_low": None if amount is None else amount.low,
            "amount_high": None if amount is None else amount.high,
            "amount_approximate": amount is not None and amount.approximate,
            "months_low": None if months is None else months.low,
            "months_high": None if months is None else months.high,
            "months_approximate": months is not None and months.approximate,
            "period_start": claim.period_start,
            "period_end": claim.period_end,
            "source": claim.source.value,
            "confirmed_at": claim.confirmed_at,
        }

    def _claim(self, row: Any) -> Claim:
        return Claim(
            id=row.id,
            case_id=row.case_id,
            person_id=None if row.person_id is None else PersonId(row.person_id),
            name=self._sealer.open_text(row.name),
            kind=ClaimKind(row.kind),
            amount=claimed_sum(row),
            months=_months(row),
            period_start=row.period_start,
            period_end=row.period_end,
            source=ClaimSource(row.source),
            confirmed_at=row.confirmed_at,
        )


def _last_month(month: str) -> str:
    """A bare year ends in its December."""
    return month if "-" in month else f"{month}-12"


def claimed_sum(row: Any) -> MoneyRange | None:
    """The sum in a row of claims; None where nobody could name one."""
    if row.amount_low is None:
        return None
    return MoneyRange(
        low=Fen(row.amount_low), high=Fen(row.amount_high), approximate=row.amount_approximate
    )


def _months(row: Any) -> CountRange | None:
    if row.months_low is None:
        return None
    return CountRange(low=row.months_low, high=row.months_high, approximate=row.months_approximate)
