"""The log of officers and units: one chain, linked as the histories of cases are."""

from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.history import GENESIS
from casework.staff_log import STAFF_LOG, StaffEvent, StaffEventKind, staff_event_hash
from storage.chains import personal_values, salted
from storage.engine import insert_new
from storage.seal import Sealer
from storage.staff_tables import chain_ends, staff_events


class SqlStaffLog:
    """`casework.staff_log.StaffLog`. Lives as long as its unit of work."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def lock(self) -> None:
        """Whoever else administers waits until the commit."""
        await self._end()

    async def append(self, event: StaffEvent) -> StaffEvent:
        """Make the event the next link; whoever appends at the same time waits for the commit."""
        length, head = await self._end()
        digests, personal = salted(self._sealer, event.personal)
        linked = replace(event, seq=length + 1, hash="")
        linked = replace(linked, hash=staff_event_hash(head, linked, digests))
        row = {
            "seq": linked.seq,
            "kind": linked.kind.value,
            "at": linked.at,
            "unit": linked.unit,
            "post": linked.post,
            "by_officer": linked.by_officer,
            "facts": dict(linked.facts),
            "digests": digests,
            "personal": personal,
            "hash": linked.hash,
        }
        await self._connection.execute(insert(staff_events), row)
        await self._connection.execute(
            update(chain_ends)
            .where(chain_ends.c.name == STAFF_LOG)
            .values(length=linked.seq, head=linked.hash)
        )
        return linked

    async def latest(
        self, *, limit: int, post: str = "", unit: str = ""
    ) -> tuple[StaffEvent, ...]:
        """The last events, newest first; of one post or unit where given."""
        wanted = select(staff_events).order_by(staff_events.c.seq.desc()).limit(limit)
        if post:
            wanted = wanted.where(staff_events.c.post == post)
        if unit:
            wanted = wanted.where(staff_events.c.unit == unit)
        rows = await self._connection.execute(wanted)
        return tuple(
            replace(staff_event_of(row), personal=personal_values(self._sealer, row))
            for row in rows
        )

    async def _end(self) -> tuple[int, str]:
        new = {"name": STAFF_LOG, "length": 0, "head": GENESIS}
        await self._connection.execute(insert_new(self._connection, chain_ends).values(new))
        end = (
            await self._connection.execute(
                select(chain_ends).where(chain_ends.c.name == STAFF_LOG).with_for_update()
            )
        ).one()
        return end.length, end.head


def staff_event_of(row: Any) -> StaffEvent:
    """A stored event without its personal values, as the chain hashes it."""
    return StaffEvent(
        kind=StaffEventKind(row.kind),
        at=row.at,
        unit=row.unit,
        post=row.post,
        by_officer=row.by_officer,
        facts=row.facts,
        seq=row.seq,
        hash=row.hash,
    )
