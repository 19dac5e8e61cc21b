"""Dual assignment and supervision of cases assigned from above (plan 四(八); XF22 Art 22(3), 40).

A case that the city or a higher level assigns is worked on twice at once, by the petition bureau
and by the arrears office, on *one* case: both confirm, both see the plan and the progress, and
the worker gets one answer. What is slow is put before a district leader, who alone may order
supervision: the machine only says that it is slow, and by which rule.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from casework.deadlines import WorkingDays, working_days_between
from casework.errors import BadValue


class Level(StrEnum):
    """Who assigned the case: 市级及以上."""

    CITY = "city"
    PROVINCE = "province"
    NATIONAL = "national"


@dataclass(frozen=True, kw_only=True)
class Confirmed:
    """One of the two units said that it has the assignment."""

    unit: str
    by: str  # an officer's code
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The one answer that the worker gets: proposed by one of the two units, agreed by the other."""

    text: str
    by_unit: str
    agreed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DualAssignment:
    """An assignment from above, given to both units on the day on which it came.

    ``due_on`` is the assigner's own limit, None while nobody has entered it. ``reported_at`` ends
    it: the result went back to the assigner.
    """

    id: str
    case_id: str
    level: Level
    assigner: str
    number: str
    assigned_on: date
    opened_at: datetime
    units: tuple[str, str]
    due_on: date | None = None
    confirmed: tuple[Confirmed, ...] = ()
    planned_at: datetime | None = None
    answer: Answer | None = None
    reported_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.due_on is not None and self.due_on < self.assigned_on:
            raise BadValue("an assignment ends after it began", code="error-assignment-order")

    def waits_for(self) -> tuple[str, ...]:
        """The units that have not confirmed yet."""
        have = {each.unit for each in self.confirmed}
        return tuple(unit for unit in self.units if unit not in have)


class Slow(StrEnum):
    """Why a case counts as slow (进度缓慢); the plan leaves the word open."""

    QUIET = "quiet"  # nothing was done for some working days
    NO_PLAN = "no_plan"  # a share of the time is used and nobody wrote down a plan
    NEAR = "near"  # the limit is near and the case is not closed
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True)
class SlowRules:
    """When a case is slow; a row of ``district/<name>/supervision.toml``, with its source."""

    quiet_working_days: int
    plan_by_percent: int
    near_working_days: int
    source: str
    in_force_since: date

    def __post_init__(self) -> None:
        if not 0 < self.plan_by_percent <= 100:
            raise BadValue("plan_by_percent lies between 1 and 100")
        if min(self.quiet_working_days, self.near_working_days) < 1:
            raise BadValue("working days are counted from 1")


def slow(
    assignment: DualAssignment,
    *,
    last_done: date,
    today: date,
    rules: SlowRules,
    days: WorkingDays,
) -> tuple[Slow, ...]:
    """What makes an open case slow today, the mildest first; empty: nothing.

    Rule: measured from what was done and from the assigner's limit, never from the last look.
    Source: the district's own row (the plan says 进度缓慢 and no number).
    Example: assigned on a Monday, nothing since, five working days to a week: quiet on the next
    Monday.
    """
    found = []
    if working_days_between(last_done, today, days) >= rules.quiet_working_days:
        found.append(Slow.QUIET)
    due = assignment.due_on
    if due is None:
        return tuple(found)
    used, whole = (today - assignment.assigned_on).days, (due - assignment.assigned_on).days
    if assignment.planned_at is None and used * 100 >= rules.plan_by_percent * whole:
        found.append(Slow.NO_PLAN)
    if today > due:
        found.append(Slow.OVERDUE)
    elif working_days_between(today, due, days) <= rules.near_working_days:
        found.append(Slow.NEAR)
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class SupervisionOrder:
    """A request to a district leader, and what the leader decided (XF22 Art 40).

    ``approved`` None: not decided yet. ``number`` and ``report_by`` stand on the order itself.
    """

    id: str
    case_id: str
    grounds: tuple[Slow, ...]
    requested_by: str
    requested_at: datetime
    reason: str = ""
    approved: bool | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    number: str = ""
    report_by: date | None = None


class Supervision(Protocol):
    """Assignments from above and orders of supervision, as stored."""

    async def assign(self, assignment: DualAssignment) -> bool:
        """Store it; False where the case has one already."""
        ...

    async def update(self, assignment: DualAssignment) -> None: ...
    async def of_case(self, case_id: str) -> DualAssignment | None: ...
    async def request(self, order: SupervisionOrder) -> bool:
        """Store a request; False while another one of the case is undecided."""
        ...

    async def order(self, order_id: str) -> SupervisionOrder | None: ...
    async def decide(self, order: SupervisionOrder) -> bool:
        """Store a leader's word; False where one was given already."""
        ...

    async def orders_of(self, case_id: str) -> tuple[SupervisionOrder, ...]: ...
