"""Persons, their addresses, officers and invitations, on both databases."""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from casework.errors import NotFound
from casework.people import Address, Invitation, Leave, LeaveState, OfficerRole, Person, PersonId
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import LI, ZHANG, address, later, officer


async def test_a_person_is_found_at_a_chat_and_by_phone(database: Database) -> None:
    """A sealed value is found by its exact text and by nothing else."""
    nameless = Person(id=PersonId("p-x"), language="en")
    async with database.uow() as unit:
        for person in (ZHANG, LI, nameless):
            await unit.people.add(person)
        await unit.people.bind(address(ZHANG))

    async with database.uow() as unit:
        people = unit.people
        assert await people.at("telegram", "4711") == ZHANG
        assert await people.at("console", "4711") is None
        assert await people.at("telegram", "471") is None
        assert await people.with_phone(ZHANG.phone) == (ZHANG,)
        assert await people.with_phone("13800001235") == ()
        assert await people.with_phone("") == ()
        assert nameless == await people.get(nameless.id)


async def test_a_person_changes(database: Database) -> None:
    """A new number is found, the old one no longer; somebody unknown is refused."""
    moved = replace(ZHANG, phone="13700009999")
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.update(moved)

        assert (moved,) == await unit.people.with_phone("13700009999")
        assert await unit.people.with_phone(ZHANG.phone) == ()
        with pytest.raises(NotFound):
            await unit.people.update(LI)
        with pytest.raises(NotFound):
            await unit.people.get(LI.id)


async def test_a_chat_belongs_to_one_person_at_a_time(database: Database) -> None:
    """Binding it to another person ends the first one's address; twice the same is once."""
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.add(LI)
        await unit.people.bind(address(ZHANG))
        await unit.people.bind(address(ZHANG, at=later(1)))
        await unit.people.bind(address(ZHANG, "0815", at=later(2)))

        assert [address(ZHANG), address(ZHANG, "0815", at=later(2))] == list(
            await unit.people.addresses(ZHANG.id)
        )

        await unit.people.bind(address(LI, at=later(3)))
        assert await unit.people.at("telegram", "4711") == LI
        assert (address(ZHANG, "0815", at=later(2)),) == await unit.people.addresses(ZHANG.id)
        assert (address(LI, at=later(3)),) == await unit.people.addresses(LI.id)


async def test_an_ended_address_reaches_nobody(database: Database) -> None:
    """An address that is bound as ended is kept, and not used."""
    ended = Address(
        person_id=ZHANG.id, channel="telegram", chat="1", valid_from=NOON, valid_to=later(1)
    )
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.bind(ended)
        assert await unit.people.at("telegram", "1") is None
        assert await unit.people.addresses(ZHANG.id) == ()


async def test_officers_are_found_by_what_people_know_of_them(database: Database) -> None:
    """By id, code and person; a unit's active ones in the order of their codes."""
    tenth, second = officer(10), officer(2, person=ZHANG)
    suspended = replace(officer(3), suspended_at=NOON)
    async with database.uow() as unit:
        await unit.people.add(LI)
        await unit.people.add(ZHANG)
        for each in (tenth, second, officer(3), officer(1, unit="JC")):
            await unit.officers.add(each)
        await unit.officers.update(suspended)

    async with database.uow() as unit:
        officers = unit.officers
        assert (second, tenth) == await officers.of_unit("ST-03")
        assert suspended == await officers.get(suspended.id)
        assert tenth == await officers.by_code("ST-03-10")
        assert second == await officers.of_person(ZHANG.id)
        assert officer(1, unit="JC") == await officers.of_person(LI.id)
        assert await officers.get("o-9") is None
        assert await officers.by_code("ST-03-9") is None
        assert [await officers.next_code("ST-03") for _ in "12"] == ["ST-03-1", "ST-03-2"]
        with pytest.raises(NotFound):
            await officers.update(officer(9))


async def test_an_invitation_is_good_once(database: Database) -> None:
    """An unknown, expired or used code gives nothing."""
    invitation = Invitation(unit="ST-03", role=OfficerRole.HEAD, expires_at=later(60))
    async with database.uow() as unit:
        await unit.officers.invite(invitation, "K7QD-22WM")
        await unit.officers.invite(invitation, "LATE-0000")

    async with database.uow() as unit:
        assert await unit.officers.take_invitation("K7QD-22WX", NOON) is None
        assert await unit.officers.take_invitation("LATE-0000", later(60)) is None
        taken = await unit.officers.take_invitation("K7QD-22WM", later(59))
        assert replace(invitation, used_at=later(59)) == taken

    async with database.uow() as unit:
        assert await unit.officers.take_invitation("K7QD-22WM", NOON) is None


async def test_of_ten_who_use_a_code_at_once_one_wins(database: Database) -> None:
    """A forwarded code enrols one person, not two."""
    invitation = Invitation(unit="ST-03", role=OfficerRole.HEAD, expires_at=later(60))
    async with database.uow() as unit:
        await unit.officers.invite(invitation, "K7QD-22WM")

    async def take() -> Invitation | None:
        async with database.uow() as unit:
            return await unit.officers.take_invitation("K7QD-22WM", NOON)

    taken = await asyncio.gather(*(take() for _ in range(10)))
    assert [replace(invitation, used_at=NOON)] == [each for each in taken if each]


async def test_absences_of_an_officer(database: Database) -> None:
    """Both days included; of two the later entered counts; what has ended counts no more."""
    first, last = date(2026, 12, 1), date(2026, 12, 3)
    away, deputy, other = officer(1), officer(2), officer(3)
    leave = Leave(id="l1", officer_id=away.id, first=first, last=last, deputy_id=deputy.id)
    async with database.uow() as unit:
        await unit.people.add(LI)
        for each in (away, deputy, other):
            await unit.officers.add(each)
        await unit.officers.add_leave(leave)

        days = [date(2026, 11, 30), first, last, date(2026, 12, 4)]
        found = [await unit.officers.leave_on(away.id, day) for day in days]
        assert [None, leave, leave, None] == found

        later = replace(leave, id="l2", first=last, deputy_id=other.id)
        await unit.officers.add_leave(later)
        assert later == await unit.officers.leave_on(away.id, last)
        assert (leave, later) == await unit.officers.leaves_from(last)
        await unit.officers.update_leave(replace(later, state=LeaveState.ENDED))
        assert leave == await unit.officers.leave_on(away.id, last)
        assert () == await unit.officers.leaves_from(date(2026, 12, 4))
        with pytest.raises(NotFound):
            await unit.officers.update_leave(replace(later, id="l3"))
