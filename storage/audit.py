"""Walking every chain, to say by case number what somebody has done behind the house's back.

An event's own hash shows an altered column; numbers of events show one dropped in the middle; the
case's row shows a dropped tail; case numbers without a gap show a dropped case; and the daily
heads show what was made to fit afterwards.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import QingxinError
from casework.history import GENESIS, event_hash, personal_digest
from casework.numbers import case_number
from storage.daily_heads import head_over
from storage.engine import Engine
from storage.history import event_of, salted_values
from storage.seal import Sealer
from storage.tables import cases, chain_heads, chain_marks, counters, events

_BATCH = 500


class Tampering(StrEnum):
    """What was done."""

    EVENT_ALTERED = "event_altered"
    EVENT_DROPPED = "event_dropped"
    TAIL_DROPPED = "tail_dropped"
    HEAD_ALTERED = "head_altered"  # events beyond what the case's row knows, or another head
    PERSONAL_ALTERED = "personal_altered"
    PERSONAL_ERASED = "personal_erased"
    CASE_DROPPED = "case_dropped"
    NUMBER_UNKNOWN = "number_unknown"  # a number that was never given out
    DAY_ALTERED = "day_altered"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that does not fit. ``case_number`` is empty for a whole day's head."""

    case_number: str
    what: Tampering
    detail: str
    seq: int | None = None


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
            for finding in _chain(row, chains.get(row.id, []), sealer):
                yield finding


def _chain(case: Any, chain: list[Any], sealer: Sealer) -> list[Finding]:
    found = []
    expected, previous = 1, GENESIS
    for row in chain:
        if row.seq > expected:
            found.append(
                Finding(
                    case_number=case.number,
                    what=Tampering.EVENT_DROPPED,
                    seq=expected,
                    detail=f"events {expected} to {row.seq - 1} are missing",
                )
            )
        elif not _fits(previous, row):
            found.append(
                Finding(
                    case_number=case.number,
                    what=Tampering.EVENT_ALTERED,
                    seq=row.seq,
                    detail=f"event {row.seq}, or the link before it, was altered",
                )
            )
        found.extend(_personal(case.number, row, sealer))
        expected, previous = row.seq + 1, row.hash
    return found + _end(case, expected - 1, previous)


def _fits(previous: str, row: Any) -> bool:
    try:
        return event_hash(previous, event_of(row), row.digests) == str(row.hash)
    except (ValueError, TypeError, AttributeError):
        return False  # a column holds what no event can


def _end(case: Any, length: int, head: str) -> list[Finding]:
    if length < case.chain_length:
        what, detail = (
            Tampering.TAIL_DROPPED,
            f"events {length + 1} to {case.chain_length} are missing",
        )
    elif (length, head) != (case.chain_length, case.chain_head):
        what, detail = Tampering.HEAD_ALTERED, f"the case knows of {case.chain_length} events"
    else:
        return []
    return [Finding(case_number=case.number, what=what, seq=length + 1, detail=detail)]


def _personal(number: str, row: Any, sealer: Sealer) -> list[Finding]:
    if row.personal is None and not row.digests:
        return []
    what, detail = Tampering.PERSONAL_ALTERED, "what was said is not what was sealed"
    if row.personal is None:
        what, detail = Tampering.PERSONAL_ERASED, "what was said is gone"
    elif _personal_fits(row, sealer):
        return []
    return [Finding(case_number=number, what=what, seq=row.seq, detail=detail)]


def _personal_fits(row: Any, sealer: Sealer) -> bool:
    try:
        values = salted_values(sealer, row)
        digests = {name: personal_digest(salt, value) for name, (salt, value) in values.items()}
    except (QingxinError, ValueError, TypeError, AttributeError):
        return False
    return bool(digests == row.digests)


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
        .where(or_(cases.c.id.is_(None), other_link))
        .order_by(chain_marks.c.day)
    )
    for row in rows:
        what, seq = Tampering.EVENT_ALTERED, row.length
        if row.id is None:
            what, seq = Tampering.CASE_DROPPED, None
        elif row.hash is None:
            what = Tampering.TAIL_DROPPED
        detail = f"at the close of {row.day} it had {row.length} events that ended otherwise"
        yield Finding(case_number=row.case_number, what=what, seq=seq, detail=detail)


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
