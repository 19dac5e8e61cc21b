"""Reading cases for reports: a page costs six statements, however many cases are on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

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
        told = _of_cases(await self._events(ids, before))
        money = SqlClaims(self._connection, self._sealer)
        claims = _of_cases(await money.of_cases(ids))
        payments = _of_cases(await money.payments_of_cases(ids, before))
        workers = _of_cases(await SqlGroups(self._connection, self._sealer).people(ids))
        return tuple(
            CaseRecord(
                case_id=case_id,
                number=number,
                events=tuple(told[case_id]),
                claims=tuple(claims[case_id]),
                payments=tuple(payments[case_id]),
                workers=tuple(workers[case_id]),
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


class _OfCase(Protocol):
    @property
    def case_id(self) -> str: ...


_Each = TypeVar("_Each", bound=_OfCase)


def _of_cases(rows: Iterable[_Each]) -> Mapping[str, list[_Each]]:
    """By case, each in its order."""
    found: dict[str, list[_Each]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found
