"""The log of rights boards, on both databases: nothing is lost, nothing can be changed unseen."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select, text, update

from casework.boards import (
    BOARD_LOG,
    BoardEvent,
    BoardEventKind,
    BoardItem,
    last_inspection,
    open_reports,
)
from casework.errors import BadValue
from casework.ledger import Project, ProjectClass
from casework.people import PersonId
from storage.audit import verify
from storage.board_tables import board_events
from storage.daily_heads import close_day
from tests.database import NOON
from tests.storage.conftest import Database

DAY = date(2026, 11, 23)
INSPECTION = BoardEvent(
    kind=BoardEventKind.INSPECTED,
    at=NOON,
    project="P'1; --",
    unit="EDU",
    by_officer="EDU-1",
    seen_on=DAY,
    missing=(BoardItem.PAY_DAY, BoardItem.DEPOSIT),
    personal={"photos": "photo|00|3|ab|image/jpeg"},
)
REPORT = BoardEvent(
    kind=BoardEventKind.REPORTED,
    at=NOON,
    project="P'1; --",
    unit="EDU",
    by_person=PersonId("p-1"),
    personal={"words": "没挂牌🙂\x00"},
)


async def test_what_happened_comes_back_in_order(database: Database) -> None:
    """Every field, the sealed ones too; other sites have their own."""
    async with database.uow() as unit:
        for event in (REPORT, INSPECTION, replace(REPORT, project="")):
            await unit.boards.append(event)
    async with database.uow() as unit:
        found = await unit.boards.of_project("P'1; --")
        assert [REPORT, INSPECTION] == [replace(e, seq=0, hash="") for e in found]
        assert [1, 2] == [e.seq for e in found]
        (last,) = await unit.boards.latest(limit=5)
        assert found[1] == last == last_inspection(found)
        assert () == open_reports(found)
        assert () == await unit.boards.latest(limit=5, by_officer="EDU-2")
    assert () == await verify(database.engine, database.sealer)


async def test_ten_at_once_make_one_chain(database: Database) -> None:
    """Whoever writes at the same time waits; no number is given twice."""

    async def report(number: int) -> None:
        async with database.uow() as unit:
            await unit.boards.lock()
            await unit.boards.append(replace(REPORT, by_person=PersonId(f"p-{number}")))

    await asyncio.gather(*(report(number) for number in range(10)))
    async with database.uow() as unit:
        found = await unit.boards.of_project(REPORT.project)
    assert list(range(1, 11)) == [event.seq for event in found]
    assert () == await verify(database.engine, database.sealer)


@pytest.mark.parametrize(
    ("act", "what"),
    [
        (update(board_events).where(board_events.c.seq == 2).values(missing=[]), "ALTERED"),
        (update(board_events).where(board_events.c.seq == 1).values(personal=None), "ERASED"),
        (delete(board_events).where(board_events.c.seq == 1), "DROPPED"),
        (delete(board_events).where(board_events.c.seq == 2), "TAIL_DROPPED"),
        (text("UPDATE chain_ends SET length = 1 WHERE name = 'board log'"), "HEAD_ALTERED"),
    ],
)
async def test_tampering_is_found(database: Database, act: object, what: str) -> None:
    """What was missing, a worker's words, a link in the middle, the tail, the end."""
    async with database.uow() as unit:
        await unit.boards.append(REPORT)
        await unit.boards.append(INSPECTION)
    async with database.engine.writing() as connection:
        await connection.execute(act)  # type: ignore[call-overload]
    found = await verify(database.engine, database.sealer)
    assert {BOARD_LOG} == {each.case_number for each in found}
    assert any(what in each.what.name for each in found)


async def test_the_close_of_a_day_holds_the_log(database: Database) -> None:
    """Its tail cannot be taken together with its end."""
    async with database.uow() as unit:
        await unit.boards.append(REPORT)
        await unit.boards.append(INSPECTION)
    await close_day(database.engine, DAY)
    assert () == await verify(database.engine, database.sealer)
    async with database.engine.writing() as connection:
        await connection.execute(delete(board_events).where(board_events.c.seq > 1))
        first = select(board_events.c.hash).where(board_events.c.seq == 1)
        head = (await connection.execute(first)).scalar_one()
        end = text("UPDATE chain_ends SET length = 1, head = :head WHERE name = 'board log'")
        await connection.execute(end, {"head": head})
    assert [BOARD_LOG] == [f.case_number for f in await verify(database.engine, database.sealer)]


async def test_the_ledger_shows_the_last_look(database: Database) -> None:
    """An older visit that is entered later does not put the clock back."""
    project = Project(code="P1", name="样例", project_class=ProjectClass.CITY, sample=True)
    async with database.uow() as unit:
        await unit.ledger.replace_samples((project,))
        await unit.boards.append(replace(INSPECTION, project="P1"))
        earlier = DAY - timedelta(days=9)
        await unit.boards.append(replace(INSPECTION, project="P1", seen_on=earlier))
    async with database.uow() as unit:
        shown = await unit.ledger.get("P1")
    assert shown is not None
    assert DAY == shown.site.board_inspected_on


def test_an_inspection_is_of_a_site_on_a_day() -> None:
    """Neither can be left out."""
    with pytest.raises(BadValue):
        replace(INSPECTION, seen_on=None)
    with pytest.raises(BadValue):
        replace(INSPECTION, project="")
