"""Items for people and rows for the clock, on both databases."""

import asyncio
from dataclasses import replace

import pytest

from casework.unit_of_work import UnitOfWorkFactory
from casework.work import Due, DueKind, ItemKind, WorkItem
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import later, open_case


def _item(number: int, *, unit: str = "ST-03", key: str = "") -> WorkItem:
    return WorkItem(
        id=f"w-{number}",
        kind=ItemKind.NEW_CASE,
        unit=unit,
        key=key or f"new:{number}",
        created_at=NOON,
        facts={"tries": number, "ground": "scope"},
    )


def _due(number: int, minutes: float, *, kind: DueKind = DueKind.PROMISE) -> Due:
    return Due(
        id=f"d-{number}", kind=kind, key=f"promise:{number}", at=later(minutes), facts={"n": 1}
    )


async def test_the_same_item_stands_once(database: Database) -> None:
    """A second one with its key is refused, also after the first is done."""
    async with database.uow() as unit:
        assert await unit.work.add(_item(1))
        assert not await unit.work.add(_item(2, key="new:1"))
        assert _item(1) == await unit.work.get("w-1")
        assert await unit.work.get("w-2") is None

        assert await unit.work.finish("w-1", later(5))
        assert not await unit.work.finish("w-1", later(6))
        assert not await unit.work.finish("w-2", later(6))
        assert replace(_item(1), done_at=later(5)) == await unit.work.get("w-1")
        assert not await unit.work.add(_item(3, key="new:1"))


async def test_open_items_come_the_soonest_due_first(database: Database) -> None:
    """What has no date stands last, in the order in which it came; done ones are left out."""
    soon, soonest = replace(_item(2), due_at=later(20)), replace(_item(3), due_at=later(10))
    async with database.uow() as unit:
        case = await open_case(unit)
        of_case = replace(_item(4, unit="JC"), case_id=case.id, officer_id="o-1")
        for item in (_item(1), soon, soonest, of_case, _item(5)):
            await unit.work.add(item)
        await unit.work.finish("w-5", NOON)

        assert (soonest, soon, _item(1)) == await unit.work.open_of("ST-03")
        assert (of_case,) == await unit.work.open_of_case(case.id)


async def test_due_rows_are_planned_moved_and_cancelled_by_key(database: Database) -> None:
    """Planning the same twice moves nothing."""
    async with database.uow() as unit:
        assert await unit.due.plan(_due(1, 10))
        assert not await unit.due.plan(replace(_due(1, 99), id="d-9"))
        await unit.due.plan(_due(2, 20))
        await unit.due.plan(_due(3, 5, kind=DueKind.ALARM_BACKUP))
        await unit.due.replan("promise:1", later(30))
        await unit.due.replan("promise:9", later(30))

        assert (_due(2, 20), _due(1, 30)) == await unit.due.upcoming(DueKind.PROMISE, later(30))
        assert (_due(2, 20),) == await unit.due.upcoming(DueKind.PROMISE, later(29))

        await unit.due.cancel("promise:2")
        await unit.due.cancel("promise:9")
        assert (_due(1, 30),) == await unit.due.upcoming(DueKind.PROMISE, later(60))


async def test_due_rows_are_taken_the_longest_due_first(database: Database) -> None:
    """Taken rows are gone with the commit, and their key is free again."""
    async with database.uow() as unit:
        for due in (_due(1, 30), _due(2, 10), _due(3, 20), _due(4, 40)):
            await unit.due.plan(due)

    async with database.uow() as unit:
        assert (_due(2, 10), _due(3, 20)) == await unit.due.take(later(30), 2)
    async with database.uow() as unit:
        assert (_due(1, 30),) == await unit.due.take(later(30), 2)
        assert await unit.due.plan(_due(2, 10))


async def test_a_row_taken_in_vain_is_due_again(database: Database) -> None:
    """A unit of work that fails gives back what it took."""
    async with database.uow() as unit:
        await unit.due.plan(_due(1, 10))

    with pytest.raises(ZeroDivisionError):
        await _take_and_fail(database.uow)

    async with database.uow() as unit:
        assert (_due(1, 10),) == await unit.due.take(later(10), 5)


async def _take_and_fail(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.due.take(later(10), 5)
        raise ZeroDivisionError


async def test_two_clocks_never_take_the_same_row(database: Database) -> None:
    """Any number of processes may wake at once."""
    async with database.uow() as unit:
        for number in range(20):
            await unit.due.plan(_due(number, number))

    async def take() -> list[str]:
        async with database.uow() as unit:
            return [due.id for due in await unit.due.take(later(60), 4)]

    taken = await asyncio.gather(*(take() for _ in range(8)))
    everything = [due for some in taken for due in some]
    assert sorted(f"d-{number}" for number in range(20)) == sorted(everything)
