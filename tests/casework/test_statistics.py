"""What a leader is told: each figure by its definition, for any day of the past."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.case import Outcome, Source, TrackKind
from casework.claims import ClaimSource
from casework.deadlines import SHANGHAI
from casework.errors import BadValue
from casework.group_people import PersonRecord
from casework.meaning import MoneyRange
from casework.money import Fen, yuan
from casework.people import PersonId
from casework.periods import CalendarPeriod, PeriodKind, period_before, period_with
from casework.standing import Ending, Promise, Standing
from casework.statistics import (
    Arrival,
    CaseFigures,
    Limit,
    PromiseState,
    band_of,
    promise_state,
    report,
    unpaid,
)

NOON = datetime(2026, 11, 25, 4, tzinfo=UTC)
"""Wednesday noon in Luoyang."""
WEEK = period_with(PeriodKind.WEEK, date(2026, 11, 25))


def money(amount: int) -> MoneyRange:
    """So many yuan."""
    return MoneyRange(low=yuan(amount), high=yuan(amount))


def case(n: int = 1, *, days: int = 0, left: int | None = 1000, **standing: object) -> CaseFigures:
    """A case filed so many days ago."""
    at = NOON - timedelta(days=days)
    stands = Standing(case_id=f"c{n}", number=f"JX-{n}", opened_at=at, filed_at=at, holder="HOUS")
    return CaseFigures(
        standing=replace(stands, **standing),  # type: ignore[arg-type]
        owed=None if left is None else money(left),
        left=None if left is None else money(left),
    )


def worker(n: int, person: str, name: str = "", *, listed: bool = False) -> PersonRecord:
    """A row of a case."""
    return PersonRecord(
        case_id=f"c{n}",
        claim_id=f"c{n}-{person or name}",
        person_id=PersonId(person) if person else None,
        name=name,
        amount=money(1000),
        source=ClaimSource.FOREMAN_LIST if listed else ClaimSource.SELF,
    )


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.DAY, date(2026, 11, 25), date(2026, 11, 25)),
        (PeriodKind.WEEK, date(2026, 11, 23), date(2026, 11, 29)),
        (PeriodKind.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_calendar_periods(kind: PeriodKind, first: date, last: date) -> None:
    """A week begins on Monday."""
    found = period_with(kind, date(2026, 11, 25))
    assert (first, last) == (found.first, found.last)


@given(kind=st.sampled_from(PeriodKind), day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_in_one_period_of_a_kind(kind: PeriodKind, day: date) -> None:
    """Periods follow each other without a gap."""
    period = period_with(kind, day)
    before = period_before(period)

    assert period.first <= day <= period.last
    assert before.last + timedelta(days=1) == period.first
    assert period == period_with(kind, period.first) == period_with(kind, period.last)


def test_midnight_belongs_to_the_day_that_begins() -> None:
    """In Luoyang, wherever the machine stands."""
    monday = datetime(2026, 11, 22, 16, tzinfo=UTC)
    assert WEEK.holds(monday, SHANGHAI)
    assert not WEEK.holds(monday - timedelta(microseconds=1), SHANGHAI)
    assert not WEEK.holds(monday + timedelta(days=7), SHANGHAI)


def test_a_period_does_not_end_before_it_began() -> None:
    """A slip of whoever builds one."""
    with pytest.raises(BadValue):
        CalendarPeriod(kind=PeriodKind.DAY, first=date(2026, 1, 2), last=date(2026, 1, 1))


def test_drafts_paper_and_unconfirmed_are_counted_apart() -> None:
    """Each case is in the figure that is its own."""
    both = frozenset({TrackKind.LEAD_UNIT, TrackKind.LABOUR_INSPECTION})

    def ended(
        outcome: Outcome, n: int, days: int, *, satisfied: bool | None = None
    ) -> CaseFigures:
        endings = (Ending(at=NOON, tracks=both, outcome=outcome),)
        none = frozenset[TrackKind]()
        return case(n, days=days, open_tracks=none, endings=endings, satisfied=satisfied)

    cases = [
        case(1, filed_at=None),
        case(2, source=Source.WALK_IN),
        ended(Outcome.PAID_FULL, 3, 2, satisfied=True),
        ended(Outcome.UNCONFIRMED, 4, 30),
        case(5, days=30, reopened=(NOON,), confirmed_at=NOON),
    ]
    found = report(cases, WEEK, as_of=NOON, zone=SHANGHAI)

    assert (found.incomplete, found.received, found.on_paper) == (1, 2, 1)
    assert (found.closed, found.unconfirmed, found.reopened) == (1, 1, 1)
    assert found.median_days == 2
    assert (found.satisfied, found.dissatisfied) == (1, 0)
    assert found.unpaid.cases == 2
    assert found.routed == 0  # of those that came this week


def test_one_worker_counts_once() -> None:
    """Two cases of one person, a list that names them, and a number somebody said."""
    one = replace(case(1, project="P1"), workers=(worker(1, "w1", "张三"),))
    again = replace(case(2, project="P2"), workers=(worker(2, "w1", "张三"),))
    listed = replace(
        case(3, project="P1", people_claimed=5),
        workers=(worker(3, "", "张三", listed=True), worker(3, "", "李四", listed=True)),
    )

    assert unpaid([one]).people == 1
    assert unpaid([one, again]).people == 1
    assert unpaid([one, listed]).people == 5  # five were claimed, two are known
    assert unpaid([one, again, listed]).people == 5


def test_money_that_nobody_can_name_is_not_nothing() -> None:
    """Ranges stay ranges; what is unknown is counted, not added."""
    ranged = replace(case(1), left=MoneyRange(low=yuan(1000), high=yuan(3000)))
    found = unpaid([ranged, case(2, left=None), case(3, left=0)])

    assert (found.cases, found.unnamed) == (2, 1)
    assert MoneyRange(low=yuan(1000), high=yuan(3000)) == found.money


PROMISE = Promise(made_at=NOON, amount=yuan(5000), day=date(2026, 11, 27))


@pytest.mark.parametrize(
    ("today", "came", "state"),
    [
        (date(2026, 11, 27), [], PromiseState.OPEN),
        (date(2026, 11, 28), [], PromiseState.BROKEN),
        (date(2026, 11, 28), [(2000, 27)], PromiseState.BROKEN),
        (date(2026, 11, 28), [(2000, 26), (3000, 27)], PromiseState.KEPT),
        (date(2026, 12, 5), [(5000, 28)], PromiseState.BROKEN),
        (date(2026, 11, 26), [(5000, 26)], PromiseState.KEPT),
    ],
)
def test_what_became_of_a_promise(
    today: date, came: list[tuple[int, int]], state: PromiseState
) -> None:
    """Kept is kept by the day and in full; a day later is broken."""
    arrivals = [
        Arrival(at=NOON + timedelta(days=9), amount=yuan(n), paid_on=date(2026, 11, d))
        for n, d in came
    ]
    assert promise_state(PROMISE, arrivals, today) is state


def test_limits_by_unit() -> None:
    """Kept in the week, met too late, still running past the date, and not due yet."""
    limits = (
        Limit(unit="HOUS", statute_id="a", due=date(2026, 11, 24), met_on=date(2026, 11, 23)),
        Limit(unit="HOUS", statute_id="b", due=date(2026, 11, 20), met_on=date(2026, 11, 24)),
        Limit(unit="INSP", statute_id="c", due=date(2026, 11, 20)),
        Limit(unit="INSP", statute_id="d", due=date(2026, 11, 25)),
        Limit(unit="EDU", statute_id="e", due=date(2026, 11, 10), met_on=date(2026, 11, 9)),
    )
    found = report([replace(case(), limits=limits)], WEEK, as_of=NOON, zone=SHANGHAI)
    rows = {row.unit: row for row in found.units}

    assert (rows["HOUS"].kept, rows["HOUS"].late, rows["HOUS"].late_now) == (1, 1, 0)
    assert (rows["INSP"].kept, rows["INSP"].late, rows["INSP"].late_now) == (0, 1, 1)
    assert rows["INSP"].longest_days == 5
    assert (found.kept, found.late) == (1, 2)


def test_bands_and_sites() -> None:
    """The border is in the lower band; a site is its project, else the worker's words."""
    assert ["to_5000", "to_10000", "above", "unknown"] == [
        band_of(money(n) if n else None) for n in (5000, 5001, 100_001, 0)
    ]
    cases = [case(1, days=3, site="同乐 寨"), case(2, site="同乐寨"), case(3, project="P1")]
    found = report(cases, WEEK, as_of=NOON, zone=SHANGHAI)

    assert [("", 2, 3), ("P1", 1, 0)] == [
        (row.project, row.unpaid.cases, row.days) for row in found.sites
    ]


@given(st.lists(st.integers(0, 10_000_000), max_size=20), st.integers(0, 400))
def test_what_is_unpaid_is_the_sum_of_its_parts(sums: list[int], days: int) -> None:
    """By every dimension the rows add up to the whole."""
    cases = [
        replace(case(n, days=days), left=MoneyRange(low=Fen(s), high=Fen(s)))
        for n, s in enumerate(sums)
    ]
    found = report(cases, WEEK, as_of=NOON, zone=SHANGHAI)

    assert found.unpaid.money.low == sum(sums)
    for rows in found.by.values():
        assert sum(row.unpaid.money.low for row in rows) == sum(sums)
        assert sum(row.received for row in rows) == found.received
