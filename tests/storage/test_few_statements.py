"""How often the database is asked, and that what is remembered is never out of date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import IntegrityError

from casework.case import TrackKind
from casework.directory import UnitChange
from casework.people import Leave, LeaveState
from casework.work import ItemKind, WorkItem
from storage import one_trip
from storage.tables import persons
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import LI, ZHANG, address, officer, open_case


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    engine = database.engine._sql.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def test_a_statement_is_one_trip_to_the_thread(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cursor, execution, rows and closing together; aiosqlite makes four trips of it."""
    trips = []
    execute = one_trip.OneTripConnection._execute

    async def noting(self: Any, work: Any, *args: Any, **named: Any) -> Any:
        trips.append(work)
        return await execute(self, work, *args, **named)  # type: ignore[no-untyped-call]

    async with sqlite.engine.writing() as connection:
        await connection.execute(text("SELECT 1"))
        monkeypatch.setattr(one_trip.OneTripConnection, "_execute", noting)
        rows = (await connection.execute(text("SELECT 1 AS a UNION SELECT 2"))).all()
        assert len(trips) == 1

    assert [1, 2] == [row.a for row in rows]


async def test_a_failed_statement_leaves_the_transaction_usable(sqlite: Database) -> None:
    """The error is SQLAlchemy's, as with aiosqlite's own cursor, and no cursor stays open."""
    row = {"id": "p", "language": "zh-CN", "personal": b"", "phone_key": None}
    async with sqlite.engine.writing() as connection:
        await connection.execute(persons.insert(), row)
        with pytest.raises(IntegrityError):
            await connection.execute(persons.insert(), row)
        many = [{**row, "id": f"p{n}"} for n in range(3)]
        assert (await connection.execute(persons.insert(), many)).rowcount == 3
        assert len((await connection.execute(select(persons))).all()) == 4


async def test_a_locked_case_is_read_once(database: Database) -> None:
    """Nobody else can change it before the commit; what this unit of work saves is read anew."""
    async with database.uow() as unit:
        case = await open_case(unit)
    async with database.uow() as unit:
        first = await unit.cases.get(case.id)
        with counted(database) as asked:
            assert first is await unit.cases.get(case.id)
        assert not asked
        assert first is not None
        lead = replace(first.track(TrackKind.LEAD_UNIT), officer_id="o-9")
        await unit.cases.save(first.with_track(lead))
        again = await unit.cases.get(case.id)
    assert again is not None
    assert "o-9" == again.track(TrackKind.LEAD_UNIT).officer_id
    assert again.version == first.version + 1


async def test_a_person_is_read_once_until_something_changes(database: Database) -> None:
    """Names and addresses that this unit of work writes are read as written."""
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.add(LI)
        await unit.people.bind(address(ZHANG))
    async with database.uow() as unit:
        await unit.people.get(ZHANG.id)
        await unit.people.addresses(ZHANG.id)
        with counted(database) as asked:
            assert ZHANG == await unit.people.get(ZHANG.id)
            assert 1 == len(await unit.people.addresses(ZHANG.id))
        assert not asked
        await unit.people.update(replace(ZHANG, name="张大满"))
        await unit.people.bind(address(LI))  # the same telephone now belongs to somebody else
        assert "张大满" == (await unit.people.get(ZHANG.id)).name
        assert () == await unit.people.addresses(ZHANG.id)


async def test_units_and_absences_are_read_once_until_something_changes(
    database: Database,
) -> None:
    """All absences of a day come with one statement; a new one counts at once."""
    today = NOON.date()
    async with database.uow() as unit:
        await unit.people.add(LI)
        for number in (1, 2, 3):
            await unit.officers.add(officer(number))
        leave = Leave(
            id="l",
            officer_id=officer(1).id,
            first=today,
            last=today + timedelta(days=2),
            deputy_id=officer(2).id,
            state=LeaveState.ACCEPTED,
        )
        assert await unit.officers.leave_on(officer(1).id, today) is None
        await unit.officers.add_leave(leave)
        with counted(database) as asked:
            found = [await unit.officers.leave_on(officer(n).id, today) for n in (1, 2, 3)]
        assert [leave, None, None] == found
        assert 1 == len(asked)
        assert () == await unit.units.of_unit("ST-03")
        change = UnitChange(unit="ST-03", at=NOON, by_officer="X", phone="64890000")
        await unit.units.add(change)
        assert (change,) == await unit.units.of_unit("ST-03")


async def test_what_is_to_be_done_in_many_cases_is_one_statement(database: Database) -> None:
    """The same as case by case."""
    async with database.uow() as unit:
        cases = [await open_case(unit) for _ in range(3)]
        for number, case in enumerate(cases[:2]):
            for kind in (ItemKind.NEW_CASE, ItemKind.ALARM):
                await unit.work.add(
                    WorkItem(
                        id=f"{number}{kind}",
                        kind=kind,
                        unit="ST-03",
                        key=f"{number}{kind}",
                        created_at=NOON,
                        case_id=case.id,
                    )
                )
        await unit.work.finish("0alarm", NOON)
        ids = [case.id for case in cases]
        with counted(database) as asked:
            found = await unit.work.open_of_cases(ids, list(ItemKind))
        assert 1 == len(asked)
        assert found == {each: await unit.work.open_of_case(each) for each in ids}
        assert [1, 2, 0] == [len(found[each]) for each in ids]
        some = await unit.work.open_of_cases(ids, {ItemKind.ALARM})
        assert [0, 1, 0] == [len(some[each]) for each in ids]
