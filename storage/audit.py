"""Walking every chain, to say by case number what somebody has done behind the house's back.

An event's own hash shows an altered column; numbers of events show one dropped in the middle; the
case's row shows a dropped tail; case numbers without a gap show a dropped case; and the daily
heads show what was made to fit afterwards. The logs of officers and units and of rights boards are such chains, too.
"""

from collections.abc import AsyncIterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Table, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.boards import BOARD_LOG, board_event_hash
from casework.history import GENESIS, Finding, Tampering
from casework.numbers import case_number
from casework.staff_log import STAFF_LOG, staff_event_hash
from storage.board_tables import board_events
from storage.boards import board_event_of
from storage.chains import ChainEnd, Link, check_chain, check_links
from storage.daily_heads import head_over
from storage.engine import Engine
from storage.seal import Sealer
from storage.staff_log import staff_event_of
from storage.staff_tables import chain_ends, staff_events
from storage.tables import (
    cases,
    chain_heads,
    chain_marks,
    counters,
    events,
)

_BATCH = 500


async def verify(
    engine: Engine, sealer: Sealer, *, published: Mapping[date, str] | None = None
) -> tuple[Finding, ...]:
    """Everything that does not fit, in the order of case numbers; empty: nothing.

    ``published`` are daily heads that supervisors kept outside the database.
    """
    found: dict[tuple[str, Tampering, int | str], Finding] = {}
    async with engine.reading() as connection:
        for checks in (
            _chains(connection, sealer),
            _log(connection, sealer, STAFF_LOG),
            _log(connection, sealer, BOARD_LOG),
            _numbering(connection),
            _marks(connection),
            _days(connection, published or {}),
        ):
            async for finding in checks:
                place = finding.seq or (finding.case_number or finding.detail)
                found.setdefault((finding.case_number, finding.what, place), finding)
    return tuple(sorted(found.values(), key=lambda each: (each.case_number, each.seq or 0)))


async def _chains(connection: AsyncConnection, sealer: Sealer) -> AsyncIterator[Finding]:
    last = 0
    while True:
        batch = await connection.execute(
            select(
                cases.c.seq, cases.c.id, cases.c.number, cases.c.chain_length, cases.c.chain_head
            )
            .where(cases.c.seq > last)
            .order_by(cases.c.seq)
            .limit(_BATCH)
        )
        rows = batch.all()
        if not rows:
            return
        last = rows[-1].seq
        stored = await connection.execute(
            select(events)
            .where(events.c.case_id.in_([row.id for row in rows]))
            .order_by(events.c.case_id, events.c.seq)
        )
        chains = {key: list(chain) for key, chain in groupby(stored, lambda event: event.case_id)}
        for row in rows:
            for finding in check_chain(row, chains.get(row.id, []), sealer):
                yield finding


async def _log(connection: AsyncConnection, sealer: Sealer, name: str) -> AsyncIterator[Finding]:
    """A chain that is no case's: of officers and units, of rights boards."""
    table, link = _LOGS[name]
    rows = (await connection.execute(select(table).order_by(table.c.seq))).all()
    known = select(chain_ends).where(chain_ends.c.name == name)
    stored = (await connection.execute(known)).one_or_none()
    end = ChainEnd(
        name=name,
        length=stored.length if stored else 0,
        head=stored.head if stored else GENESIS,
    )
    for finding in check_links(end, list(rows), link, sealer):
        yield finding
    links = {0: GENESIS, **{row.seq: row.hash for row in rows}}
    marks = select(chain_marks).where(chain_marks.c.case_number == name)
    for row in await connection.execute(marks.order_by(chain_marks.c.day)):
        if links.get(row.length) != row.head:
            what = Tampering.EVENT_ALTERED if row.length in links else Tampering.TAIL_DROPPED
            yield _closed_otherwise(row, what, row.length)


def _staff_link(previous: str, row: Any) -> str:
    return staff_event_hash(previous, staff_event_of(row), row.digests)


def _board_link(previous: str, row: Any) -> str:
    return board_event_hash(previous, board_event_of(row), row.digests)


_LOGS: Mapping[str, tuple[Table, Link]] = {
    STAFF_LOG: (staff_events, _staff_link),
    BOARD_LOG: (board_events, _board_link),
}


async def _numbering(connection: AsyncConnection) -> AsyncIterator[Finding]:
    given = await connection.execute(
        select(counters).where(counters.c.name.startswith("case:", autoescape=True))
    )
    numbers = set((await connection.execute(select(cases.c.number))).scalars())
    expected: set[str] = set()
    for row in given:
        _, prefix, year = row.name.split(":")
        expected.update(case_number(prefix, int(year), n + 1) for n in range(row.value))
    for number in expected - numbers:
        detail = "the number was given out, the case is gone"
        yield Finding(case_number=number, what=Tampering.CASE_DROPPED, detail=detail)
    for number in numbers - expected:
        detail = "the number was never given out: the counter or the case was altered"
        yield Finding(case_number=number, what=Tampering.NUMBER_UNKNOWN, detail=detail)


async def _marks(connection: AsyncConnection) -> AsyncIterator[Finding]:
    """Every chain still has the link that a day's close saw at its end."""
    same_link = (events.c.case_id == cases.c.id) & (events.c.seq == chain_marks.c.length)
    other_link = (chain_marks.c.length > 0) & (
        func.coalesce(events.c.hash, "") != chain_marks.c.head
    )
    rows = await connection.execute(
        select(chain_marks, cases.c.id, events.c.hash)
        .select_from(
            chain_marks.outerjoin(cases, cases.c.number == chain_marks.c.case_number).outerjoin(
                events, same_link
            )
        )
        .where(chain_marks.c.case_number.not_in(_LOGS), or_(cases.c.id.is_(None), other_link))
        .order_by(chain_marks.c.day)
    )
    for row in rows:
        what, seq = Tampering.EVENT_ALTERED, row.length
        if row.id is None:
            what, seq = Tampering.CASE_DROPPED, None
        elif row.hash is None:
            what = Tampering.TAIL_DROPPED
        yield _closed_otherwise(row, what, seq)


def _closed_otherwise(mark: Any, what: Tampering, seq: int | None) -> Finding:
    detail = f"at the close of {mark.day} it had {mark.length} events that ended otherwise"
    return Finding(case_number=mark.case_number, what=what, seq=seq, detail=detail)


async def _days(
    connection: AsyncConnection, published: Mapping[date, str]
) -> AsyncIterator[Finding]:
    marks: dict[date, list[tuple[str, int, str]]] = {}
    for row in await connection.execute(select(chain_marks)):
        marks.setdefault(row.day, []).append((row.case_number, row.length, row.head))
    previous, heads = GENESIS, dict[date, str]()
    for row in await connection.execute(select(chain_heads).order_by(chain_heads.c.day)):
        computed = head_over(previous, row.day, (row.cases, row.events), marks.pop(row.day, []))
        if computed != row.head:
            yield _day(row.day, "its head does not fit the chains that it closed")
        previous = heads[row.day] = row.head
    for day in marks:
        yield _day(day, "its head is gone")
    for day, head in published.items():
        if heads.get(day) != head:
            yield _day(day, "its head is not the one that was published")


def _day(day: date, detail: str) -> Finding:
    return Finding(case_number="", what=Tampering.DAY_ALTERED, detail=f"{day}: {detail}")
