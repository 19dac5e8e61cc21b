"""Who has to hear of a limit, morning by morning."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.district import load_district
from bot.settings import PILOT
from bot.working_days import ChinaWorkingDays
from casework.case import TrackKind
from casework.clock_rules import Notices
from casework.clocks import Clock
from casework.deadlines import due_date, working_days_between
from casework.notices import Notice, notices_today

HOUSE = load_district(PILOT)
DAYS = ChinaWorkingDays()
RULES = HOUSE.clocks.notices_on(date(2026, 11, 23))
MONDAY = date(2026, 11, 23)


def clock(statute_id: str, start: date = MONDAY) -> Clock:
    """A limit that began on a day."""
    statute = HOUSE.statutes[statute_id]
    return Clock(
        track=TrackKind.LEAD_UNIT,
        unit="HOUS",
        statute=statute,
        started_on=start,
        due=due_date(statute, start, DAYS),
    )


def told_over(clock: Clock, first: date, last: date, rules: Notices = RULES) -> list[Notice]:
    """Everything that is told if somebody looks on each working day."""
    told: list[Notice] = []
    day = first
    while day <= last:
        if DAYS.is_working(day):
            known = frozenset(notice.key for notice in told)
            told += notices_today(clock, told=known, on=day, rules=rules, days=DAYS)
        day += timedelta(days=1)
    return told


def test_a_limit_of_fifteen_days_from_beginning_to_end() -> None:
    """Half time, three and one working days before, then one level after the other."""
    told = told_over(clock("XF-2"), MONDAY, date(2026, 12, 31))

    assert ["half", "before-3", "before-1", "late-1", "late-2", "late-3"] == [
        n.stage for n in told
    ]
    assert [0, 0, 0, 1, 2, 3] == [n.level for n in told]


def test_nobody_looked_for_a_month() -> None:
    """One reminder stands for all, but no level of lateness is left out."""
    limit = clock("XF-2")
    assert limit.due is not None
    late = notices_today(limit, told=frozenset(), on=date(2026, 12, 31), rules=RULES, days=DAYS)
    near = notices_today(limit, told=frozenset(), on=limit.due.legal, rules=RULES, days=DAYS)

    assert ["late-1", "late-2", "late-3"] == [n.stage for n in late]
    assert ["before-1"] == [n.stage for n in near]


def test_a_moved_date_is_told_anew() -> None:
    """After an extension the handler hears of the new date."""
    first = clock("XF-5")
    told = frozenset(n.key for n in told_over(first, MONDAY, date(2027, 3, 1)))
    statute = first.statute
    later = Clock(
        track=first.track,
        unit=first.unit,
        statute=statute,
        started_on=MONDAY,
        due=due_date(statute, MONDAY, DAYS, extended=True),
    )
    assert later.due is not None
    again = notices_today(later, told=told, on=later.due.work_by, rules=RULES, days=DAYS)

    assert ["before-1"] == [n.stage for n in again]


def test_a_right_that_lapses_is_nobodys_lapse() -> None:
    """The unit that does not object in time is not late."""
    assert [] == told_over(clock("XF-4"), MONDAY, date(2026, 12, 31))


def test_the_workers_own_limit() -> None:
    """Sixty, thirty and seven days before; after it nothing, for nobody is to blame."""
    year = clock("AR-1", date(2026, 1, 31))
    assert year.due is not None
    last = year.due.legal
    told: list[Notice] = []
    for n in range(90, -3, -1):
        on = last - timedelta(days=n)
        known = frozenset(t.key for t in told)
        told += notices_today(year, told=known, on=on, rules=RULES, days=DAYS)

    assert [("worker-60", 60), ("worker-30", 30), ("worker-7", 7)] == [
        (n.stage, n.days) for n in told
    ]


def test_another_bodys_lateness_is_no_level_of_the_district() -> None:
    """Whoever works on the case asks the court once; nobody presses a court."""
    told = told_over(clock("PO-1"), MONDAY, date(2026, 12, 31))

    assert [("elsewhere", 0)] == [(n.stage, n.level) for n in told]


def test_above_the_head_only_the_outer_limit_counts() -> None:
    """Past the district's target the head hears; the others once the law's own limit is over."""
    outer = clock("LI-5")
    target = replace(clock("LI-5h"), other=outer)
    assert target.due is not None
    assert outer.due is not None
    told = told_over(target, MONDAY, outer.due.legal)

    assert ["late-1"] == [n.stage for n in told if n.level]
    after = told_over(target, MONDAY, outer.due.legal + timedelta(days=14))
    assert ["late-1", "late-2", "late-3"] == [n.stage for n in after if n.level]


@settings(deadline=None)
@given(
    statute_id=st.sampled_from(["LI-1", "XF-2", "LI-5h", "LA-1"]),
    start=st.dates(date(2026, 1, 1), date(2026, 11, 30)),
    looks=st.lists(st.integers(0, 160), min_size=1, max_size=30),
)
def test_however_seldom_somebody_looks(statute_id: str, start: date, looks: list[int]) -> None:
    """No stage twice, levels in order and complete, none before its day."""
    limit = clock(statute_id, start)
    assert limit.due is not None
    told: list[Notice] = []
    for n in sorted(looks):
        on = start + timedelta(days=n)
        known = frozenset(t.key for t in told)
        new = notices_today(limit, told=known, on=on, rules=RULES, days=DAYS)
        late = working_days_between(limit.due.legal, on, DAYS)
        assert all(late >= RULES.late[n.level - 1] for n in new if n.level)
        told += new

    stages = [n.stage for n in told]
    assert len(set(stages)) == len(stages)
    levels = [n.level for n in told if n.level]
    assert levels == list(range(1, len(levels) + 1))
