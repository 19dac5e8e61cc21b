"""Assignments from above and orders of supervision, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from casework.errors import NotFound
from casework.supervision import (
    Answer,
    Confirmed,
    DualAssignment,
    Level,
    Slow,
    SupervisionOrder,
)
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import later, open_case

ASSIGNMENT = DualAssignment(
    id="d-1",
    case_id="c-1",
    level=Level.PROVINCE,
    assigner="省里的“人”🙂'; DROP TABLE cases; --",
    number="豫治欠交〔2026〕9号",
    assigned_on=date(2026, 11, 23),
    opened_at=NOON,
    units=("PETN", "OFF"),
)
ORDER = SupervisionOrder(
    id="s-1",
    case_id="c-1",
    grounds=(Slow.QUIET, Slow.OVERDUE),
    requested_by="OFF-1",
    requested_at=NOON,
    reason="一周没有进展",
)


async def test_an_assignment_comes_back_as_it_was(database: Database) -> None:
    """Every field, also after it has changed; a case has one."""
    async with database.uow() as unit:
        await open_case(unit)
        assert await unit.supervision.of_case("c-1") is None
        assert await unit.supervision.assign(ASSIGNMENT)
        assert not await unit.supervision.assign(replace(ASSIGNMENT, id="d-2"))
    changed = replace(
        ASSIGNMENT,
        due_on=date(2026, 12, 11),
        confirmed=(Confirmed(unit="OFF", by="OFF-1", at=later(5)),),
        planned_at=later(6),
        answer=Answer(text="答复", by_unit="OFF", agreed_at=later(7)),
        reported_at=later(8),
    )
    async with database.uow() as unit:
        assert ASSIGNMENT == await unit.supervision.of_case("c-1")
        await unit.supervision.update(changed)
    async with database.uow() as unit:
        assert changed == await unit.supervision.of_case("c-1")
        with pytest.raises(NotFound):
            await unit.supervision.update(replace(ASSIGNMENT, id="d-9"))


async def test_one_request_at_a_time_and_one_decision(database: Database) -> None:
    """While a leader has not decided, a second request is refused; nobody decides twice."""
    decided = replace(ORDER, approved=True, decided_by="LG-1", decided_at=later(5), number="督1")
    async with database.uow() as unit:
        await open_case(unit)
        assert await unit.supervision.request(ORDER)
        assert not await unit.supervision.request(replace(ORDER, id="s-2"))
        assert await unit.supervision.decide(decided)
        assert not await unit.supervision.decide(replace(decided, approved=False))
        assert await unit.supervision.request(replace(ORDER, id="s-3"))
    async with database.uow() as unit:
        assert decided == await unit.supervision.order("s-1")
        assert await unit.supervision.order("s-2") is None
        second = replace(ORDER, id="s-3")
        assert (decided, second) == await unit.supervision.orders_of("c-1")
