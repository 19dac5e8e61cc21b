"""When a case from above is slow: each rule, its edge, and what must not count."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.working_days import ChinaWorkingDays
from casework.errors import BadValue
from casework.supervision import Confirmed, DualAssignment, Level, Slow, SlowRules, slow

DAYS = ChinaWorkingDays()
RULES = SlowRules(
    quiet_working_days=5,
    plan_by_percent=50,
    near_working_days=3,
    source="test",
    in_force_since=date(2026, 1, 1),
)
MONDAY = date(2026, 11, 23)
ASSIGNED = DualAssignment(
    id="d-1",
    case_id="c-1",
    level=Level.CITY,
    assigner="市治欠办",
    number="9",
    assigned_on=MONDAY,
    opened_at=datetime(2026, 11, 23, 1, tzinfo=UTC),
    units=("PETN", "OFF"),
    due_on=date(2026, 12, 21),
    planned_at=datetime(2026, 11, 24, 1, tzinfo=UTC),
)
UNPLANNED = replace(ASSIGNED, planned_at=None)


@pytest.mark.parametrize(
    ("assignment", "last_done", "today", "expected"),
    [
        (ASSIGNED, MONDAY, date(2026, 11, 27), ()),
        (ASSIGNED, MONDAY, date(2026, 11, 29), ()),  # a weekend is no quiet time
        (ASSIGNED, MONDAY, date(2026, 11, 30), (Slow.QUIET,)),
        (ASSIGNED, date(2026, 11, 30), date(2026, 12, 6), ()),
        (UNPLANNED, date(2026, 12, 4), date(2026, 12, 6), ()),  # 13 of 28 days
        (UNPLANNED, date(2026, 12, 4), date(2026, 12, 7), (Slow.NO_PLAN,)),
        (ASSIGNED, date(2026, 12, 14), date(2026, 12, 15), ()),
        (ASSIGNED, date(2026, 12, 14), date(2026, 12, 16), (Slow.NEAR,)),
        (ASSIGNED, date(2026, 12, 18), date(2026, 12, 21), (Slow.NEAR,)),
        (ASSIGNED, date(2026, 12, 18), date(2026, 12, 22), (Slow.OVERDUE,)),
        (replace(ASSIGNED, due_on=None), MONDAY, date(2027, 3, 1), (Slow.QUIET,)),
        (UNPLANNED, MONDAY, date(2026, 12, 22), (Slow.QUIET, Slow.NO_PLAN, Slow.OVERDUE)),
    ],
)
def test_slow(
    assignment: DualAssignment, last_done: date, today: date, expected: tuple[Slow, ...]
) -> None:
    """Quiet is counted in working days, the plan in the share of days, the limit to its end."""
    assert expected == slow(assignment, last_done=last_done, today=today, rules=RULES, days=DAYS)


def test_a_limit_on_the_day_itself_is_at_once_half_used() -> None:
    """Assigned and due on one day: no division by nothing."""
    today = replace(UNPLANNED, due_on=MONDAY)
    found = slow(today, last_done=MONDAY, today=MONDAY, rules=RULES, days=DAYS)
    assert (Slow.NO_PLAN, Slow.NEAR) == found


def test_a_limit_before_the_assignment_is_refused() -> None:
    """A slip of the finger in a date is told, not stored."""
    with pytest.raises(BadValue):
        replace(ASSIGNED, due_on=date(2026, 11, 22))


@pytest.mark.parametrize(
    "wrong", [{"quiet_working_days": 0}, {"plan_by_percent": 0}, {"plan_by_percent": 101}]
)
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    """Zero days or more than all of the time are slips in the district's file."""
    with pytest.raises(BadValue):
        replace(RULES, **wrong)  # type: ignore[arg-type]


def test_who_has_still_to_confirm() -> None:
    """In the order of the units; nobody waits twice."""
    assert ("PETN", "OFF") == ASSIGNED.waits_for()
    one = Confirmed(unit="OFF", by="OFF-1", at=ASSIGNED.opened_at)
    assert ("PETN",) == replace(ASSIGNED, confirmed=(one,)).waits_for()
