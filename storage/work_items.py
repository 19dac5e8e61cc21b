"""Items for people."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.work import ItemKind, Queued, Waiting, WorkItem
from storage.cases import ENDED
from storage.engine import insert_new
from storage.paging import pages
from storage.seal import Sealer
from storage.tables import cases, tracks, work_items

_OPEN = (
    select(work_items)
    .where(work_items.c.done_at.is_(None))
    .order_by(work_items.c.due_at.nulls_last(), work_items.c.seq)
)
_OPEN_OF_CASE = _OPEN.where(work_items.c.case_id == bindparam("id"))
_THERE = (
    tracks.c.case_id == work_items.c.case_id,
    # Not by the index over units: a unit has hundreds of tracks, a case a few.
    func.coalesce(tracks.c.unit, "") == work_items.c.unit,
)
_OFFICER = select(func.max(tracks.c.officer_id)).where(*_THERE)
_ON_TRACK = _OFFICER.where(tracks.c.status.not_in(ENDED)).scalar_subquery()
"""Whoever is on the unit's open track of an item's case."""

_LAST_ON_TRACK = _OFFICER.scalar_subquery()
"""The same of a track that is closed: a call about a result is its handler's."""


class SqlWorkItems:
    """`casework.work.WorkItems`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def add(self, item: WorkItem) -> bool:
        """Store the item; False where one with this key stands already, done or not."""
        row = {
            "id": item.id,
            "kind": item.kind.value,
            "unit": item.unit,
            "unique_key": self._sealer.lookup("work item", item.key),
            "created_at": item.created_at,
            "due_at": item.due_at,
            "case_id": item.case_id,
            "officer_id": item.officer_id,
            "sealed": self._sealer.seal(json.dumps([item.key, dict(item.facts)])),
            "done_at": item.done_at,
        }
        result = await self._connection.execute(insert_new(self._connection, work_items), row)
        return result.rowcount == 1

    async def get(self, item_id: str) -> WorkItem | None:
        """An item, done or not."""
        rows = await self._connection.execute(select(work_items).where(work_items.c.id == item_id))
        row = rows.one_or_none()
        return None if row is None else self._item(row)

    async def open_of(self, unit: str) -> tuple[WorkItem, ...]:
        """What a unit has to do: the soonest due first, then what has no date."""
        return await self._open(work_items.c.unit == unit)

    async def open_of_case(self, case_id: str) -> tuple[WorkItem, ...]:
        """What is to be done in a case."""
        rows = await self._connection.execute(_OPEN_OF_CASE, {"id": case_id})
        return tuple(self._item(row) for row in rows)

    async def open_of_cases(
        self, case_ids: Sequence[str], kinds: Collection[ItemKind]
    ) -> Mapping[str, tuple[WorkItem, ...]]:
        """What of these kinds is to be done in many cases, by case id."""
        of_kinds = work_items.c.kind.in_([kind.value for kind in kinds])
        found: dict[str, list[WorkItem]] = {case_id: [] for case_id in case_ids}
        for some in pages(case_ids):
            for item in await self._open(work_items.c.case_id.in_(some) & of_kinds):
                found[item.case_id or ""].append(item)
        return {case_id: tuple(items) for case_id, items in found.items()}

    async def waiting(
        self, kinds: Collection[ItemKind], *, unit: str | None = None
    ) -> tuple[Waiting, ...]:
        """How much of these kinds is open with each owner, of one unit or of all.

        The officer is whoever is on the unit's open track of the case, so that an owner is never
        out of date.
        """
        each = select(
            work_items.c.kind,
            work_items.c.unit,
            _ON_TRACK.label("officer"),
            work_items.c.created_at,
        ).where(work_items.c.done_at.is_(None), work_items.c.kind.in_([k.value for k in kinds]))
        rows = (each if unit is None else each.where(work_items.c.unit == unit)).subquery()
        owner = (rows.c.kind, rows.c.unit, rows.c.officer)
        counted = select(*owner, func.count(), func.min(rows.c.created_at)).group_by(*owner)
        return tuple(
            Waiting(kind=ItemKind(kind), unit=at, officer_id=officer, count=n, oldest=oldest)
            for kind, at, officer, n, oldest in await self._connection.execute(counted)
        )

    async def queued(self, kinds: Collection[ItemKind]) -> tuple[Queued, ...]:
        """What is open of these kinds in every unit: the soonest due first."""
        columns = (work_items.c.id, work_items.c.kind, work_items.c.unit, work_items.c.created_at)
        rows = await self._connection.execute(
            select(*columns, cases.c.number, func.coalesce(_ON_TRACK, _LAST_ON_TRACK))
            .outerjoin(cases, cases.c.id == work_items.c.case_id)
            .where(work_items.c.done_at.is_(None), work_items.c.kind.in_([k.value for k in kinds]))
            .order_by(work_items.c.due_at.nulls_last(), work_items.c.seq)
        )
        return tuple(
            Queued(
                id=item,
                kind=ItemKind(kind),
                unit=unit,
                created_at=created,
                case_number=number or "",
                officer_id=officer,
            )
            for item, kind, unit, created, number, officer in rows
        )

    async def give(self, item_id: str, unit: str) -> None:
        """Move an open item to another unit's table."""
        moved = update(work_items).where(
            work_items.c.id == item_id, work_items.c.done_at.is_(None)
        )
        await self._connection.execute(moved.values(unit=unit))

    async def finish(self, item_id: str, at: datetime) -> bool:
        """Mark done; False where it was done already."""
        result = await self._connection.execute(
            update(work_items)
            .where(work_items.c.id == item_id, work_items.c.done_at.is_(None))
            .values(done_at=at)
        )
        return result.rowcount == 1

    async def _open(self, condition: Any) -> tuple[WorkItem, ...]:
        rows = await self._connection.execute(_OPEN.where(condition))
        return tuple(self._item(row) for row in rows)

    def _item(self, row: Any) -> WorkItem:
        key, facts = json.loads(self._sealer.open(row.sealed))
        return WorkItem(
            id=row.id,
            kind=ItemKind(row.kind),
            unit=row.unit,
            key=key,
            created_at=row.created_at,
            due_at=row.due_at,
            case_id=row.case_id,
            officer_id=row.officer_id,
            facts=facts,
            done_at=row.done_at,
        )
