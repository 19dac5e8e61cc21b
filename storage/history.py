"""The append-only history: links of a chain, personal values salted and sealed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.history import DailyHead, Event, EventKind, Finding, event_hash
from storage.chains import ChainEnds, check_chain, event_of, event_with, personal_values, salted
from storage.daily_heads import close_day_in
from storage.paging import pages
from storage.seal import Sealer
from storage.tables import cases, events

_PLAIN = tuple(c for c in events.c if c.name not in {"personal", "digests"})

# What nearly every message asks is built once: building costs as much as asking.
_APPEND = insert(events)
_OF_KINDS = (
    select(*_PLAIN)
    .where(
        events.c.case_id.in_(bindparam("ids", expanding=True)),
        events.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(events.c.case_id, events.c.seq)
)
_BETWEEN = (
    select(*_PLAIN)
    .where(
        events.c.at >= bindparam("start"),
        events.c.at < bindparam("end"),
        events.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(events.c.position)
)
_HEADS = select(cases.c.id, cases.c.chain_head).where(
    cases.c.id.in_(bindparam("ids", expanding=True))
)
_END = (
    select(cases.c.chain_length, cases.c.chain_head)
    .where(cases.c.id == bindparam("id"))
    .with_for_update()
)
_ADVANCE = (
    update(cases)
    .where(cases.c.id == bindparam("case"))
    .values(chain_length=bindparam("length"), chain_head=bindparam("head"))
)


class SqlHistory:
    """`casework.history.History`. Lives as long as its unit of work.

    Events are kept back and stored together by ``flush``: one statement for all of a message's.
    """

    def __init__(self, connection: AsyncConnection, sealer: Sealer, ends: ChainEnds) -> None:
        self._connection = connection
        self._sealer = sealer
        self._ends = ends
        self._pending: list[dict[str, Any]] = []

    async def append(self, event: Event) -> Event:
        """Make the event the next link of its case's chain. Raises NotFound for no case."""
        length, head = self._ends.get(event.case_id) or await self._end(event.case_id)
        digests, personal = salted(self._sealer, event.personal)
        linked = replace(event, seq=length + 1, hash="")
        linked = replace(linked, hash=event_hash(head, linked, digests))
        self._pending.append(_row(linked, digests, personal))
        self._ends[event.case_id] = (linked.seq, linked.hash)
        return linked

    async def close_day(self, day: date) -> DailyHead:
        """Write the head over all chains as they stand in this unit of work."""
        await self.flush()
        return await close_day_in(self._connection, day)

    async def of_case(self, case_id: str) -> tuple[Event, ...]:
        """The events of a case, in order."""
        await self.flush()
        rows = await self._connection.execute(
            select(events).where(events.c.case_id == case_id).order_by(events.c.seq)
        )
        return tuple(event_with(row, personal_values(self._sealer, row)) for row in rows)

    async def heads(self, case_ids: Sequence[str]) -> Mapping[str, str]:
        """The hash of each case's last event."""
        await self.flush()
        found: dict[str, str] = {}
        for some in pages(case_ids):
            rows = await self._connection.execute(_HEADS, {"ids": some})
            found.update((row.id, row.chain_head) for row in rows)
        return found

    async def check(self, case_id: str) -> tuple[Finding, ...]:
        """What does not fit in the chain of one case; empty: nothing was altered."""
        await self.flush()
        found = await self._connection.execute(
            select(cases.c.number, cases.c.chain_length, cases.c.chain_head).where(
                cases.c.id == case_id
            )
        )
        chain = await self._connection.execute(
            select(events).where(events.c.case_id == case_id).order_by(events.c.seq)
        )
        return tuple(check_chain(found.one(), list(chain), self._sealer))

    async def of_kinds(
        self, case_ids: Sequence[str], kinds: frozenset[EventKind]
    ) -> Mapping[str, tuple[Event, ...]]:
        """The events of these kinds of many cases at once, in order, without personal values."""
        await self.flush()
        found: dict[str, list[Event]] = {case_id: [] for case_id in case_ids}
        wanted = sorted(kind.value for kind in kinds)
        for some in pages(list(found)):
            rows = await self._connection.execute(_OF_KINDS, {"ids": some, "kinds": wanted})
            for row in rows:
                found[row.case_id].append(event_of(row))
        return {case_id: tuple(some) for case_id, some in found.items()}

    async def between(
        self, start: datetime, end: datetime, kinds: frozenset[EventKind]
    ) -> tuple[Event, ...]:
        """The events of these kinds in a span of time, as they were written."""
        await self.flush()
        wanted = sorted(kind.value for kind in kinds)
        rows = await self._connection.execute(
            _BETWEEN, {"start": start, "end": end, "kinds": wanted}
        )
        return tuple(event_of(row) for row in rows)

    async def flush(self) -> None:
        """Store what was appended since the last time."""
        if not self._pending:
            return
        rows, self._pending = self._pending, []
        await self._connection.execute(_APPEND, rows)
        touched = {row["case_id"] for row in rows}
        await self._connection.execute(
            _ADVANCE,
            [
                {"case": case, "length": self._ends[case][0], "head": self._ends[case][1]}
                for case in sorted(touched)
            ],
        )

    async def _end(self, case_id: str) -> tuple[int, str]:
        rows = await self._connection.execute(_END, {"id": case_id})
        row = rows.one_or_none()
        if row is None:
            raise NotFound(f"no case {case_id} to which this could have happened")
        return row.chain_length, row.chain_head


def _row(event: Event, digests: Mapping[str, str], personal: bytes | None) -> dict[str, Any]:
    return {
        "case_id": event.case_id,
        "seq": event.seq,
        "kind": event.kind.value,
        "at": event.at,
        "track": None if event.track is None else event.track.value,
        "by_officer": event.by_officer,
        "by_person": event.by_person,
        "acting_unit": event.acting_unit,
        "entered_by": event.entered_by,
        "medium": event.medium.value,
        "document_number": event.document_number,
        "facts": dict(event.facts),
        "digests": dict(digests),
        "personal": personal,
        "source_message": event.source_message,
        "hash": event.hash,
    }
