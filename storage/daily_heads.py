"""Closing a day: one hash over all chains, which supervisors keep outside the database."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, insert, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import BadValue
from casework.history import GENESIS, DailyHead
from storage.engine import Engine
from storage.staff_tables import chain_ends
from storage.tables import cases, chain_heads, chain_marks

Mark = tuple[str, int, str]
"""Where a chain stood: case number (or the name of a chain that is no case's), length, head."""


def head_over(previous: str, day: date, counts: tuple[int, int], marks: Sequence[Mark]) -> str:
    """The hash of a day: over the day before, the counts, and the chains that have moved."""
    body = [previous, day.isoformat(), *counts, [list(mark) for mark in sorted(marks)]]
    return hashlib.sha256(json.dumps(body, separators=(",", ":")).encode("ascii")).hexdigest()


async def close_day(engine: Engine, day: date) -> DailyHead:
    """Write the head of a day in a transaction of its own."""
    async with engine.writing() as connection:
        return await close_day_in(connection, day)


async def close_day_in(connection: AsyncConnection, day: date) -> DailyHead:
    """Write the head of a day; a second time returns the first one.

    Raises BadValue where a later day is closed already.
    """
    newest = select(chain_heads).order_by(chain_heads.c.day.desc()).limit(1)
    last = (await connection.execute(newest)).one_or_none()
    if last is not None and last.day >= day:
        return await _closed(connection, day)
    marks = [(row.name, row.length, row.head) for row in await connection.execute(_MOVED)]
    counted = await connection.execute(_COUNTED)
    case_count, event_count = (int(number) for number in counted.one())
    previous = GENESIS if last is None else last.head
    head = head_over(previous, day, (case_count, event_count), marks)
    if marks:
        rows = [
            {"day": day, "case_number": number, "length": length, "head": at}
            for number, length, at in marks
        ]
        await connection.execute(insert(chain_marks), rows)
    closed = DailyHead(day=day, cases=case_count, events=event_count, head=head)
    row = {"day": day, "cases": case_count, "events": event_count, "head": head}
    await connection.execute(insert(chain_heads), row)
    return closed


async def _closed(connection: AsyncConnection, day: date) -> DailyHead:
    rows = await connection.execute(select(chain_heads).where(chain_heads.c.day == day))
    row = rows.one_or_none()
    if row is None:
        raise BadValue(f"a day after {day} is closed already: days are closed in order")
    return DailyHead(day=row.day, cases=row.cases, events=row.events, head=row.head)


def _moved() -> Select[Any]:
    """The chains that have grown, or were never marked, since the last close."""
    latest = (
        select(chain_marks.c.case_number, func.max(chain_marks.c.day).label("day"))
        .group_by(chain_marks.c.case_number)
        .subquery()
    )
    last_mark = chain_marks.join(
        latest,
        and_(chain_marks.c.case_number == latest.c.case_number, chain_marks.c.day == latest.c.day),
    )
    marks = select(chain_marks).select_from(last_mark).subquery()
    chains = union_all(
        select(
            cases.c.number.label("name"),
            cases.c.chain_length.label("length"),
            cases.c.chain_head.label("head"),
        ),
        select(chain_ends.c.name, chain_ends.c.length, chain_ends.c.head),
    ).subquery()
    return (
        select(chains)
        .outerjoin(marks, marks.c.case_number == chains.c.name)
        .where(
            or_(
                marks.c.head.is_(None),
                marks.c.head != chains.c.head,
                marks.c.length != chains.c.length,
            )
        )
        .order_by(chains.c.name)
    )


_MOVED = _moved()
_COUNTED = select(func.count(), func.coalesce(func.sum(cases.c.chain_length), 0)).select_from(
    cases
)
