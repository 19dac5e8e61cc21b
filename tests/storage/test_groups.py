"""Groups as stored: marks that lock, cases in and out, people opened, batches case by case."""

import asyncio
from dataclasses import replace

from casework.claims import Claim, ClaimSource
from casework.groups import (
    Batch,
    BatchCase,
    BatchState,
    Belongs,
    Fared,
    Group,
    GroupCase,
    GroupState,
    Verb,
    Why,
)
from casework.people import Person, PersonId
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import open_case

SITE = (Why.PROJECT, "P-1")
GROUP = Group(id="g", number=1, why=Why.PROJECT, made_at=NOON)


async def _grouped(database: Database) -> str:
    async with database.uow() as unit:
        case = await open_case(unit)
        await unit.groups.add(GROUP)
        await unit.groups.put(
            GroupCase(group_id="g", case_id=case.id, why=Why.PROJECT, since=NOON)
        )
    return case.id


async def test_two_who_file_at_once_see_each_other(database: Database) -> None:
    """The second waits for the first, and finds its case: no site has two groups."""

    async def files(case_id: str) -> str:
        async with database.uow() as unit:
            (mark,) = await unit.groups.marks([SITE])
            await asyncio.sleep(0)
            await unit.groups.set_mark(replace(mark, last_at=NOON, case_id=case_id))
            return mark.case_id

    assert {("", "a"), ("", "b")} & {
        tuple(sorted(await asyncio.gather(files("a"), files("b")))),
    }


async def test_a_case_in_and_out_of_a_group(database: Database) -> None:
    """Confirmed, taken out, declined: each is found no more than it should be."""
    case_id = await _grouped(database)
    async with database.uow() as unit:
        assert GROUP == await unit.groups.of_case(case_id) == await unit.groups.locked("g")
        (member,) = await unit.groups.members("g")
        await unit.groups.put(replace(member, belongs=Belongs.CONFIRMED))
        assert [Belongs.CONFIRMED] == [m.belongs for m in await unit.groups.members("g")]
        await unit.groups.put(replace(member, belongs=Belongs.OUT))
        assert () == await unit.groups.members("g")
        assert None is await unit.groups.of_case(case_id)
        await unit.groups.put(member)
        await unit.groups.update(replace(GROUP, state=GroupState.DECLINED, decided_by="HOUS-1"))
        assert None is await unit.groups.of_case(case_id)
        assert () == await unit.groups.latest(limit=9)
        declined = await unit.groups.by_number(1)
    assert declined is not None
    assert "HOUS-1" == declined.decided_by


async def test_marks_are_forgotten_with_their_group(database: Database) -> None:
    """After a no the next case is a first one again."""
    async with database.uow() as unit:
        (mark,) = await unit.groups.marks([SITE])
        await unit.groups.set_mark(replace(mark, last_at=NOON, case_id="a", group_id="g"))
        assert "g" == (await unit.groups.marks([SITE]))[0].group_id
        await unit.groups.clear_marks("g")
        assert mark == (await unit.groups.marks([SITE]))[0]


async def test_people_of_cases_are_opened(database: Database) -> None:
    """Names and telephones stand sealed; a row of a list has no person."""
    async with database.uow() as unit:
        case = await open_case(unit)
        await unit.people.add(Person(id=PersonId("p"), name="张三", phone="13800138000"))
        for claim_id, person, name in (("c1", PersonId("p"), ""), ("c2", None, "李四")):
            source = ClaimSource.SELF if person else ClaimSource.FOREMAN_LIST
            await unit.claims.add(
                Claim(id=claim_id, case_id=case.id, person_id=person, name=name, source=source)
            )
        rows = await unit.groups.people([case.id])
    assert [("张三", "13800138000"), ("李四", "")] == [(r.name, r.phone) for r in rows]


async def test_a_batch_case_by_case(database: Database) -> None:
    """What the officer wrote comes back as it was, and what became of each case."""
    case_id = await _grouped(database)
    batch = Batch(
        id="b",
        group_id="g",
        verb=Verb.REPLY,
        officer_id="o",
        made_at=NOON,
        words={"reply_text": "明天 '去' 😀"},
        cases=(BatchCase(case_id=case_id),),
    )
    async with database.uow() as unit:
        await unit.groups.show(batch)
        assert batch == await unit.groups.batch("b")
        going = replace(batch, state=BatchState.GOING)
        served = BatchCase(case_id=case_id, fared=Fared.LEFT, reason="error-move")
        await unit.groups.update_batch(going, served)
        assert replace(going, cases=(served,)) == await unit.groups.batch("b")
        assert None is await unit.groups.batch("x")
