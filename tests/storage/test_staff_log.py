"""The log of officers and units: append-only, linked, closed with the day, and proved."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import delete, text, update

from casework.directory import ContactMode, Unit, UnitChange, UnitKind, changed
from casework.history import Tampering
from casework.staff_log import STAFF_LOG, StaffEvent, StaffEventKind
from storage.audit import verify
from storage.daily_heads import close_day
from storage.staff_tables import chain_ends, staff_events
from tests.database import NOON
from tests.storage.conftest import Database

TODAY = date(2026, 11, 23)


def event(post: str = "HOUS-1", reason: str = "") -> StaffEvent:
    """Somebody is suspended."""
    return StaffEvent(
        kind=StaffEventKind.SUSPENDED,
        at=NOON,
        unit="HOUS",
        post=post,
        by_officer="LG-1",
        facts={"cases": 2},
        personal={"reason": reason} if reason else {},
    )


async def _three(database: Database) -> None:
    for reason in ("", "岗位调整", "退休"):
        async with database.uow() as unit:
            await unit.staff.append(event(reason=reason))


async def test_links_of_one_chain(database: Database) -> None:
    """Numbered from one, newest first when read, by post and by unit; nothing to find."""
    await _three(database)
    async with database.uow() as unit:
        found = await unit.staff.latest(limit=2)
        assert [3, 2] == [each.seq for each in found]
        assert ["退休", "岗位调整"] == [each.personal["reason"] for each in found]
        assert () == await unit.staff.latest(limit=2, post="HOUS-2")
        assert 3 == len(await unit.staff.latest(limit=9, unit="HOUS"))
    assert () == await verify(database.engine, database.sealer)


async def test_many_at_once_stand_in_one_row(database: Database) -> None:
    """Whoever appends at the same time waits: no number twice, none missing."""

    async def append(number: int) -> None:
        async with database.uow() as unit:
            await unit.staff.append(event(f"HOUS-{number}"))

    await asyncio.gather(*(append(number) for number in range(8)))
    assert () == await verify(database.engine, database.sealer)
    async with database.uow() as unit:
        assert 8 == len(await unit.staff.latest(limit=99))


async def test_an_undone_unit_of_work_leaves_no_link(database: Database) -> None:
    """What is rolled back has never been."""

    async def undone() -> None:
        async with database.uow() as unit:
            await unit.staff.append(event())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await undone()
    await _three(database)
    assert () == await verify(database.engine, database.sealer)


@pytest.mark.parametrize(
    ("act", "what"),
    [
        (update(staff_events).where(staff_events.c.seq == 2).values(post="HOUS-9"), "ALTERED"),
        (update(staff_events).where(staff_events.c.seq == 2).values(kind="x"), "ALTERED"),
        (update(staff_events).where(staff_events.c.seq == 2).values(personal=None), "ERASED"),
        (delete(staff_events).where(staff_events.c.seq == 2), "EVENT_DROPPED"),
        (delete(staff_events).where(staff_events.c.seq == 3), "TAIL_DROPPED"),
        (update(chain_ends).values(head="0" * 64), "HEAD_ALTERED"),
    ],
)
async def test_tampering_is_found(database: Database, act: object, what: str) -> None:
    """A column, a reason, a link in the middle, the tail, the end."""
    await _three(database)
    async with database.engine.writing() as connection:
        await connection.execute(act)  # type: ignore[call-overload]
    found = await verify(database.engine, database.sealer)
    assert {STAFF_LOG} == {each.case_number for each in found}
    assert any(what in each.what.name for each in found)


async def test_what_is_made_to_fit_afterwards_is_found_by_the_day(database: Database) -> None:
    """The close of a day holds the log as well: its tail cannot be taken with its end."""
    await _three(database)
    await close_day(database.engine, TODAY)
    assert () == await verify(database.engine, database.sealer)
    async with database.engine.writing() as connection:
        await connection.execute(delete(staff_events).where(staff_events.c.seq > 1))
        await connection.execute(
            text(
                "UPDATE chain_ends SET length = 1,"
                " head = (SELECT hash FROM staff_events WHERE seq = 1)"
            )
        )
    (found,) = await verify(database.engine, database.sealer)
    assert (STAFF_LOG, Tampering.TAIL_DROPPED) == (found.case_number, found.what)


async def test_changes_of_units_in_their_order(database: Database) -> None:
    """The file first, then every change; nothing is overwritten."""
    house = Unit(code="HOUS", name="区住建局", kind=UnitKind.INDUSTRY, duties="")
    paper = UnitChange(unit="HOUS", at=NOON, by_officer="LG-1", contact_mode=ContactMode.PAPER)
    phone = UnitChange(unit="HOUS", at=NOON, by_officer="OFF-1", phone="0379-00000000")
    async with database.uow() as unit:
        await unit.units.add(paper)
        await unit.units.add(phone)
    async with database.uow() as unit:
        changes = await unit.units.of_unit("HOUS")
        assert () == await unit.units.of_unit("EDU")
    assert (paper, phone) == changes
    now = changed(house, changes)
    assert (ContactMode.PAPER, "0379-00000000") == (now.contact_mode, now.phone)
