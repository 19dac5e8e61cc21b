"""Reading cases for reports: a page costs six statements, however many cases are on it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.case_records import CaseRecord
from casework.happenings import MOVING
from casework.history import Event, EventKind
from casework.standing import TELLING
from storage.chains import event_with, personal_values
from storage.claims import SqlClaims
from storage.groups import SqlGroups
from storage.seal import Sealer
from storage.tables import cases, events

_NUMBERS = select(cases.c.id, cases.c.number).order_by(cases.c.number)
_KINDS = sorted(kind.value for kind in TELLING | MOVING)


class SqlCaseRecords:
    """`casework.case_records.CaseRecords`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def page(self, *, after: str, before: datetime, limit: int) -> tuple[CaseRecord, ...]:
        """The next cases by number, with what happened to them before an instant."""
        behind = (cases.c.number > after) & (cases.c.opened_at < before)
        return await self._records(_NUMBERS.where(behind).limit(limit), before)

    async def these(self, case_ids: Sequence[str], *, before: datetime) -> tuple[CaseRecord, ...]:
        """These cases, by number."""
        wanted = cases.c.id.in_(case_ids) & (cases.c.opened_at < before)
        return await self._records(_NUMBERS.where(wanted), before)

    async def _records(self, wanted: Any, before: datetime) -> tuple[CaseRecord, ...]:
        found = await self._connection.execute(wanted)
        numbers = {row.id: row.number for row in found}
        ids = list(numbers)
        told = await self._events(ids, before)
        money = SqlClaims(self._connection, self._sealer)
        claims = await money.of_cases(ids)
        payments = await money.payments_of_cases(ids, before)
        workers = await SqlGroups(self._connection, self._sealer).people(ids)
        return tuple(
            CaseRecord(
                case_id=case_id,
                number=number,
                events=tuple(event for event in told if event.case_id == case_id),
                claims=tuple(claim for claim in claims if claim.case_id == case_id),
                payments=tuple(payment for payment in payments if payment.case_id == case_id),
                workers=tuple(worker for worker in workers if worker.case_id == case_id),
            )
            for case_id, number in numbers.items()
        )

    async def _events(self, ids: Sequence[str], before: datetime) -> tuple[Event, ...]:
        rows = await self._connection.execute(
            select(events)
            .where(events.c.case_id.in_(ids), events.c.at < before, events.c.kind.in_(_KINDS))
            .order_by(events.c.case_id, events.c.seq)
        )
        return tuple(self._event(row) for row in rows)

    def _event(self, row: Any) -> Event:
        """Who complained and about whom stands in the filing; nothing else has to be opened."""
        opened = row.kind == EventKind.FILED.value
        return event_with(row, personal_values(self._sealer, row) if opened else {})
