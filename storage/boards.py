"""The log of rights boards: one chain, linked as the histories of cases are."""

from dataclasses import replace
from typing import Any

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.boards import (
    BOARD_LOG,
    BoardEvent,
    BoardEventKind,
    BoardItem,
    board_event_hash,
)
from casework.history import GENESIS
from casework.people import PersonId
from storage.board_tables import board_events
from storage.chains import personal_values, salted
from storage.engine import insert_new
from storage.ledger_tables import projects
from storage.seal import Sealer
from storage.staff_tables import chain_ends


class SqlBoards:
    """`casework.boards.Boards`. Lives as long as its unit of work."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def lock(self) -> None:
        """Whoever else writes about boards waits until the commit."""
        await self._end()

    async def append(self, event: BoardEvent) -> BoardEvent:
        """Make the event the next link; whoever appends at the same time waits for the commit.

        An inspection is also the day that the ledger shows, where it shows no later one.
        """
        length, head = await self._end()
        digests, personal = salted(self._sealer, event.personal)
        linked = replace(event, seq=length + 1, hash="")
        linked = replace(linked, hash=board_event_hash(head, linked, digests))
        row = {
            "seq": linked.seq,
            "kind": linked.kind.value,
            "at": linked.at,
            "project": linked.project,
            "unit": linked.unit,
            "by_officer": linked.by_officer,
            "by_person": linked.by_person,
            "seen_on": linked.seen_on,
            "missing": [item.value for item in linked.missing],
            "digests": digests,
            "personal": personal,
            "hash": linked.hash,
        }
        await self._connection.execute(insert(board_events), row)
        await self._connection.execute(
            update(chain_ends)
            .where(chain_ends.c.name == BOARD_LOG)
            .values(length=linked.seq, head=linked.hash)
        )
        if linked.kind is BoardEventKind.INSPECTED:
            await self._shown_in_the_ledger(linked)
        return linked

    async def of_project(self, code: str) -> tuple[BoardEvent, ...]:
        """Everything that happened to the boards of a site, in order."""
        rows = await self._connection.execute(
            select(board_events).where(board_events.c.project == code).order_by(board_events.c.seq)
        )
        return tuple(self._opened(row) for row in rows)

    async def latest(self, *, limit: int, by_officer: str = "") -> tuple[BoardEvent, ...]:
        """The last inspections anywhere, newest first; of one post where given."""
        wanted = (
            select(board_events)
            .where(board_events.c.kind == BoardEventKind.INSPECTED.value)
            .order_by(board_events.c.seq.desc())
            .limit(limit)
        )
        if by_officer:
            wanted = wanted.where(board_events.c.by_officer == by_officer)
        rows = await self._connection.execute(wanted)
        return tuple(self._opened(row) for row in rows)

    def _opened(self, row: Any) -> BoardEvent:
        return replace(board_event_of(row), personal=personal_values(self._sealer, row))

    async def _shown_in_the_ledger(self, event: BoardEvent) -> None:
        shown = projects.c.site_board_inspected_on
        await self._connection.execute(
            update(projects)
            .where(
                and_(
                    projects.c.code == event.project,
                    or_(shown.is_(None), shown < event.seen_on),
                )
            )
            .values(site_board_inspected_on=event.seen_on)
        )

    async def _end(self) -> tuple[int, str]:
        new = {"name": BOARD_LOG, "length": 0, "head": GENESIS}
        await self._connection.execute(insert_new(self._connection, chain_ends).values(new))
        end = (
            await self._connection.execute(
                select(chain_ends).where(chain_ends.c.name == BOARD_LOG).with_for_update()
            )
        ).one()
        return end.length, end.head


def board_event_of(row: Any) -> BoardEvent:
    """A stored event without its personal values, as the chain hashes it."""
    return BoardEvent(
        kind=BoardEventKind(row.kind),
        at=row.at,
        project=row.project,
        unit=row.unit,
        by_officer=row.by_officer,
        by_person=None if row.by_person is None else PersonId(row.by_person),
        seen_on=row.seen_on,
        missing=tuple(map(BoardItem, row.missing)),
        seq=row.seq,
        hash=row.hash,
    )
