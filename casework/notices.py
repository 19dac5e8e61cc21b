"""Whom a clock has to be told to today: the one who works on it, three levels once it is late.

Rule: measured from the clock alone, never from the last touch. Of several reminders that are due
at once the nearest one stands for all; a level of lateness is never left out, however long nobody
looked. The numbers are the district's (``clocks.toml``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from casework.clock_rules import Notices
from casework.clocks import Clock
from casework.deadlines import WorkingDays, working_days_between

HALF = "half"
BEFORE = "before"
LATE = "late"
WORKER = "worker"
ELSEWHERE = "elsewhere"
"""Another body is late: whoever works on the case asks there. No level answers for a court."""

OTHER_BODIES = frozenset(
    {"COURT", "POLICE", "superior", "debtor", "bank", "contractor", "employer"}
)
LEVELS = 3
"""Head of the unit, arrears office, supervisor."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One thing to be told.

    ``days``: left or late by the calendar that was asked; for a worker calendar days left.
    ``stage``: ``half``, ``before-N``, ``late-1`` to ``late-3``, ``elsewhere`` or ``worker-N``.
    """

    clock: Clock
    stage: str
    days: int

    @property
    def level(self) -> int:
        """1 to 3 where somebody is late; 0 for a reminder."""
        name, _, number = self.stage.partition("-")
        return int(number) if name == LATE else 0

    @property
    def key(self) -> str:
        """The same notice of the same date has the same key; a moved date is another one."""
        return notice_key(self.clock, self.stage)


def notice_key(clock: Clock, stage: str) -> str:
    """Clock, date and stage as one word."""
    due = clock.due.legal.isoformat() if clock.due else ""
    return f"{clock.statute.id}:{clock.track}:{due}:{stage}"


def notices_today(
    clock: Clock, *, told: frozenset[str], on: date, rules: Notices, days: WorkingDays
) -> tuple[Notice, ...]:
    """What of this clock has to be told on a day; ``told`` are keys of what was told before.

    ``days`` counts what is left and what is late: working days, for an urgent case every day.
    """
    if clock.due is None:
        return ()
    if clock.is_workers:
        found = _of_worker(clock, on, rules)
    elif not clock.is_duty:
        found = ()
    elif clock.statute.who in OTHER_BODIES:
        found = _elsewhere(clock, on, days)
    elif on > clock.due.legal:
        found = _late(clock, on, rules, days)
    else:
        found = _ahead(clock, on, rules, days)
    return tuple(notice for notice in found if notice.key not in told)


def _of_worker(clock: Clock, on: date, rules: Notices) -> tuple[Notice, ...]:
    left = (clock.due.legal - on).days if clock.due else -1
    reached = [n for n in rules.worker if 0 <= left <= n]
    if not reached:
        return ()
    return (Notice(clock=clock, stage=f"{WORKER}-{min(reached)}", days=left),)


def _late(clock: Clock, on: date, rules: Notices, days: WorkingDays) -> tuple[Notice, ...]:
    """The head from the target on; those above it only once the outer limit is over, too."""
    if clock.due is None:
        return ()
    late = working_days_between(clock.due.legal, on, days)
    outer = late
    if clock.statute.mode == "target" and clock.outer is not None:
        outer = working_days_between(clock.outer.legal, on, days)
    return tuple(
        Notice(clock=clock, stage=f"{LATE}-{level}", days=late)
        for level, after in enumerate(rules.late, start=1)
        if (late if level == 1 else outer) >= after
    )


def _elsewhere(clock: Clock, on: date, days: WorkingDays) -> tuple[Notice, ...]:
    late = working_days_between(clock.due.legal, on, days) if clock.due else 0
    return (Notice(clock=clock, stage=ELSEWHERE, days=late),) if late else ()


def _ahead(clock: Clock, on: date, rules: Notices, days: WorkingDays) -> tuple[Notice, ...]:
    if clock.due is None or clock.started_on is None or on <= clock.started_on:
        return ()
    left = working_days_between(on, clock.due.work_by, days)
    reached = [n for n in rules.before if left <= n]
    if reached:
        return (Notice(clock=clock, stage=f"{BEFORE}-{min(reached)}", days=left),)
    half = clock.started_on + timedelta(days=(clock.due.work_by - clock.started_on).days // 2)
    return (Notice(clock=clock, stage=HALF, days=left),) if on >= half else ()


def most_urgent(notices: Iterable[Notice]) -> list[Notice]:
    """Late ones first, the longest late of them; then by the date."""
    return sorted(
        notices,
        key=lambda n: (
            -n.level,
            -n.days if n.level else 0,
            n.clock.due.legal if n.clock.due else 0,
        ),
    )
