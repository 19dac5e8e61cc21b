"""Claims and payments."""

from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.claims import Claim, ClaimKind, ClaimSource, PayerKind, Payment
from casework.errors import NotFound
from casework.meaning import CountRange, MoneyRange
from casework.money import Fen
from casework.people import PersonId
from storage.seal import Sealer
from storage.tables import claims, payments


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
        rows = await self._connection.execute(
            select(claims).where(claims.c.case_id == case_id).order_by(claims.c.seq)
        )
        return tuple(self._claim(row) for row in rows)

    async def add_payment(self, payment: Payment) -> None:
        """Store money that arrived."""
        row = {
            "id": payment.id,
            "case_id": payment.case_id,
            "claim_id": payment.claim_id,
            "amount": payment.amount,
            "paid_on": payment.paid_on,
            "payer": payment.payer.value,
            "reported_by": payment.reported_by,
            "reported_at": payment.reported_at,
        }
        await self._connection.execute(insert(payments), row)

    async def payments_of(self, case_id: str) -> tuple[Payment, ...]:
        """The payments of a case, in the order in which they were told."""
        rows = await self._connection.execute(
            select(payments).where(payments.c.case_id == case_id).order_by(payments.c.seq)
        )
        return tuple(_payment(row) for row in rows)

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
            amount=_amount(row),
            months=_months(row),
            period_start=row.period_start,
            period_end=row.period_end,
            source=ClaimSource(row.source),
            confirmed_at=row.confirmed_at,
        )


def _amount(row: Any) -> MoneyRange | None:
    if row.amount_low is None:
        return None
    return MoneyRange(
        low=Fen(row.amount_low), high=Fen(row.amount_high), approximate=row.amount_approximate
    )


def _months(row: Any) -> CountRange | None:
    if row.months_low is None:
        return None
    return CountRange(low=row.months_low, high=row.months_high, approximate=row.months_approximate)


def _payment(row: Any) -> Payment:
    return Payment(
        id=row.id,
        case_id=row.case_id,
        claim_id=row.claim_id,
        amount=None if row.amount is None else Fen(row.amount),
        paid_on=row.paid_on,
        payer=PayerKind(row.payer),
        reported_by=None if row.reported_by is None else PersonId(row.reported_by),
        reported_at=row.reported_at,
    )
