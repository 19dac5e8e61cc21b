"""Work for the clock."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.work import Due, DueKind
from storage.engine import insert_new
from storage.seal import Sealer
from storage.tables import due

_TAKE = (
    select(due)
    .where(due.c.at <= bindparam("now"))
    .order_by(due.c.at, due.c.seq)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_GONE = delete(due).where(due.c.seq.in_(bindparam("taken", expanding=True)))


class SqlDueRows:
    """`casework.work.DueRows`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def plan(self, due_: Due) -> bool:
        """Store the row; False where one with this key is planned already."""
        row = {
            "id": due_.id,
            "kind": due_.kind.value,
            "unique_key": self._key(due_.key),
            "at": due_.at,
            "case_id": due_.case_id,
            "sealed": self._sealer.seal(json.dumps([due_.key, dict(due_.facts)])),
        }
        result = await self._connection.execute(insert_new(self._connection, due), row)
        return result.rowcount == 1

    async def replan(self, key: str, at: datetime) -> None:
        """Move a planned row; nothing where there is none."""
        moved = update(due).where(due.c.unique_key == self._key(key)).values(at=at)
        await self._connection.execute(moved)

    async def cancel(self, key: str) -> None:
        """Take a planned row away; nothing where there is none."""
        await self._connection.execute(delete(due).where(due.c.unique_key == self._key(key)))

    async def take(
        self, now: datetime, limit: int, *, alone: Collection[DueKind] = ()
    ) -> tuple[Due, ...]:
        """Take due rows for this unit of work, the longest due first; they are gone on commit.

        A row of a kind in ``alone`` is taken with no other.
        """
        rows = await self._connection.execute(_TAKE, {"now": now, "most": limit})
        taken = _together(rows.all(), alone)
        if taken:
            await self._connection.execute(_GONE, {"taken": [row.seq for row in taken]})
        return tuple(self._due(row) for row in taken)

    async def upcoming(self, kind: DueKind, until: datetime) -> tuple[Due, ...]:
        """What of a kind becomes due until then, the soonest first."""
        rows = await self._connection.execute(
            select(due)
            .where(due.c.kind == kind.value, due.c.at <= until)
            .order_by(due.c.at, due.c.seq)
        )
        return tuple(self._due(row) for row in rows)

    def _key(self, key: str) -> str:
        return self._sealer.lookup("due", key)

    def _due(self, row: Any) -> Due:
        key, facts = json.loads(self._sealer.open(row.sealed))
        return Due(
            id=row.id, kind=DueKind(row.kind), key=key, at=row.at, case_id=row.case_id, facts=facts
        )


def _together(rows: Sequence[Any], alone: Collection[DueKind]) -> Sequence[Any]:
    """The first rows that one unit of work may serve."""
    if rows and rows[0].kind in alone:
        return rows[:1]
    return list(takewhile(lambda row: row.kind not in alone, rows))
