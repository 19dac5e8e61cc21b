"""Cases as stored, on both databases."""

import asyncio
from dataclasses import replace

import pytest

from casework.case import Case, Status, TrackKind
from casework.cases import CodeTry
from casework.errors import ChangedMeanwhile
from casework.people import Authority, Party, PartyRole
from casework.unit_of_work import UnitOfWork
from tests.storage.conftest import Database
from tests.storage.samples import LI, ZHANG, a_case, later, officer, open_case


async def _stored(database: Database) -> Case:
    async with database.uow() as unit:
        return await open_case(unit)


async def test_a_case_comes_back_as_it_was(database: Database) -> None:
    """Every field survives, by id and by number."""
    case = replace(
        a_case(), people_claimed=7, leader_met_at=later(5), source_number="H-7", group_id="g"
    )
    async with database.uow() as unit:
        await unit.cases.add(case)

    async with database.uow() as unit:
        assert case == await unit.cases.get("c-1")
        assert case == await unit.cases.by_number(case.number)
        assert await unit.cases.get("c-2") is None
        assert await unit.cases.by_number("JX2026-0000002-0") is None


async def test_a_changed_track_is_saved_beside_the_others(database: Database) -> None:
    """Saving replaces what changed and counts the version up once."""
    case = await _stored(database)
    lead = case.track(TrackKind.LEAD_UNIT)

    async with database.uow() as unit:
        read = await unit.cases.get(case.id)
        assert read is not None
        moved = read.with_track(replace(lead, status=Status.ACCEPTED, officer_id="o-1"))
        await unit.cases.save(moved)

    async with database.uow() as unit:
        again = await unit.cases.get(case.id)
    assert replace(moved, version=1) == again


async def test_numbers_have_no_gaps(database: Database) -> None:
    """A number that was rolled back is given out again; years and prefixes count apart."""
    with pytest.raises(ZeroDivisionError):
        await _number_then(database, ZeroDivisionError())

    async with database.uow() as unit:
        assert await unit.cases.next_number("JX", 2026) == "JX2026-0000001-9"
        assert "0000002" in await unit.cases.next_number("JX", 2026)
        assert "2027-0000001" in await unit.cases.next_number("JX", 2027)
        assert await unit.cases.next_number("XG", 2026) == "XG2026-0000001-9"


async def _number_then(database: Database, error: Exception) -> None:
    async with database.uow() as unit:
        await unit.cases.next_number("JX", 2026)
        raise error


async def test_a_case_may_be_saved_twice_in_one_unit_of_work(database: Database) -> None:
    """The second save may start from the value that was read, or from a fresh read."""
    case = await _stored(database)

    async with database.uow() as unit:
        read = await unit.cases.get(case.id)
        assert read is not None
        await unit.cases.save(replace(read, industry="housing"))
        await unit.cases.save(replace(read, industry="roads"))
        fresh = await unit.cases.get(case.id)
        assert fresh is not None
        await unit.cases.save(replace(fresh, sub_district="谷水"))

    async with database.uow() as unit:
        stored = await unit.cases.get(case.id)
    assert replace(case, industry="roads", sub_district="谷水", version=1) == stored


async def test_a_stale_case_is_not_saved(database: Database) -> None:
    """Who read it before somebody else saved it is refused, and changes nothing."""
    stale = await _stored(database)
    async with database.uow() as unit:
        read = await unit.cases.get(stale.id)
        assert read is not None
        await unit.cases.save(replace(read, industry="roads"))

    with pytest.raises(ChangedMeanwhile):
        await _save(database, replace(stale, industry="housing"))

    async with database.uow() as unit:
        stored = await unit.cases.get(stale.id)
    assert stored is not None
    assert stored.industry == "roads"


async def _save(database: Database, case: Case) -> None:
    async with database.uow() as unit:
        await unit.cases.save(case)


async def test_ten_units_of_work_at_once_lose_nothing(database: Database) -> None:
    """Each reads a number, lets the others run, and writes it back one higher."""
    case = await _stored(database)

    async def one_more() -> None:
        async with database.uow() as unit:
            read = await unit.cases.get(case.id)
            assert read is not None
            await asyncio.sleep(0)
            await unit.cases.save(replace(read, people_claimed=(read.people_claimed or 0) + 1))

    await asyncio.gather(*(one_more() for _ in range(10)))

    async with database.uow() as unit:
        stored = await unit.cases.get(case.id)
    assert stored is not None
    assert (stored.people_claimed, stored.version) == (10, 10)


async def test_a_part_in_a_case_is_replaced_by_a_later_one(database: Database) -> None:
    """One part for each person; the order in which they came stays."""
    worker = Party(case_id="c-1", person_id=ZHANG.id, role=PartyRole.WORKER)
    foreman = Party(case_id="c-1", person_id=LI.id, role=PartyRole.FOREMAN)
    agreed = replace(worker, authority=Authority.CLAIMED, agreed_at=later(1), may_name=False)
    async with database.uow() as unit:
        await open_case(unit)
        await unit.people.add(ZHANG)
        await unit.people.add(LI)
        for party in (worker, foreman, agreed):
            await unit.cases.add_party(party)

        assert (agreed, foreman) == await unit.cases.parties("c-1")
        assert await unit.cases.parties("c-2") == ()


async def test_cases_are_found_by_whom_they_concern(database: Database) -> None:
    """By person newest first; by unit and officer while a track is open; by site and time."""
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        old = await open_case(unit, opened=later(-60))
        new = await open_case(unit, lead="ST-04")
        for case in (old, new):
            party = Party(case_id=case.id, person_id=ZHANG.id, role=PartyRole.WORKER)
            await unit.cases.add_party(party)
        handled = await _site_of(unit, old, officer_id=officer().id)

    async with database.uow() as unit:
        assert [new.id, old.id] == [c.id for c in await unit.cases.of_person(ZHANG.id)]
        assert (handled,) == await unit.cases.held_by("ST-03")
        assert (handled,) == await unit.cases.held_by("ST-03", officer_id=officer().id)
        assert await unit.cases.held_by("ST-03", officer_id="o-other") == ()
        assert [old.id, new.id] == [c.id for c in await unit.cases.held_by("JC")]
        assert (handled,) == await unit.cases.at_project("P-1", later(-60))
        assert await unit.cases.at_project("P-1", later(-59)) == ()
        assert await unit.cases.of_person(LI.id) == ()


async def _site_of(unit: UnitOfWork, case: Case, *, officer_id: str) -> Case:
    mine = replace(case.track(TrackKind.LEAD_UNIT), officer_id=officer_id)
    await unit.cases.save(replace(case, project_code="P-1").with_track(mine))
    stored = await unit.cases.get(case.id)
    assert stored is not None
    return stored


async def test_a_closed_track_is_no_longer_held(database: Database) -> None:
    """A unit does not see what it has nothing to do with any more."""
    case = await _stored(database)
    for ended in (Status.CLOSED, Status.NOT_ACCEPTED):
        async with database.uow() as unit:
            read = await unit.cases.get(case.id)
            assert read is not None
            track = replace(read.track(TrackKind.LEAD_UNIT), status=ended)
            await unit.cases.save(read.with_track(track))
            assert await unit.cases.held_by("ST-03") == ()


async def test_a_right_query_code_lets_in_and_forgives(database: Database) -> None:
    """Four wrong tries are forgotten with a right one."""
    await _stored(database)
    async with database.uow() as unit:
        await unit.cases.set_query_code("c-1", "204817")
        for _ in range(2):
            wrong = [await unit.cases.try_query_code("c-1", "000000") for _ in range(4)]
            assert wrong == [CodeTry.WRONG] * 4
            assert await unit.cases.try_query_code("c-1", "204817") == CodeTry.RIGHT


async def test_five_wrong_codes_lock_a_case(database: Database) -> None:
    """From the fifth wrong try on not even the right code opens it, until a new one is set."""
    await _stored(database)
    async with database.uow() as unit:
        await unit.cases.set_query_code("c-1", "204817")
    tries = []
    for code in ["000000"] * 5 + ["204817"]:
        async with database.uow() as unit:
            tries.append(await unit.cases.try_query_code("c-1", code))

    assert tries == [CodeTry.WRONG] * 4 + [CodeTry.LOCKED] * 2

    async with database.uow() as unit:
        await unit.cases.set_query_code("c-1", "555000")
        assert await unit.cases.try_query_code("c-1", "555000") == CodeTry.RIGHT


async def test_no_code_is_right_where_none_was_set(database: Database) -> None:
    """A stranger hears the same for a case without a code and for no case at all."""
    await _stored(database)
    async with database.uow() as unit:
        assert await unit.cases.try_query_code("c-1", "") == CodeTry.WRONG
        assert await unit.cases.try_query_code("c-9", "204817") == CodeTry.WRONG


async def test_every_case_in_pages(database: Database) -> None:
    """By number, closed ones too, with their tracks; the last page is empty."""
    async with database.uow() as unit:
        numbers = [(await open_case(unit)).number for _ in range(3)]
        assert [case.number for case in await unit.cases.after(numbers[-1], limit=2)] == []
        first = await unit.cases.after("", limit=2)

        assert numbers[:2] == [case.number for case in first]
        assert numbers[2:] == [case.number for case in await unit.cases.after(numbers[1], limit=2)]
        assert first[0] == await unit.cases.by_number(numbers[0])
