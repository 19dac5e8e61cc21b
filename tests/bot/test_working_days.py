"""The calendar of the mainland as the house sees it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.working_days import ChinaWorkingDays
from casework.deadlines import Certainty, DayUnit, Statute, WorkingDays, due_date, earlier

DAYS: WorkingDays = ChinaWorkingDays()


def every_day(year: int) -> list[date]:
    first = date(year, 1, 1)
    length = (date(year + 1, 1, 1) - first).days
    return [first + timedelta(days=n) for n in range(length)]


@given(st.dates(date(2003, 1, 1), date(2031, 12, 31)), st.integers(min_value=-900, max_value=900))
def test_counted_by_years_is_counted_one_by_one(first: date, reach: int) -> None:
    """Over years with and without a notice, and backwards."""
    behind = (first + timedelta(days=n) for n in range(1, reach + 1))
    assert sum(map(DAYS.is_working, behind)) == DAYS.worked_between(
        first, first + timedelta(days=reach)
    )


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_has_248_working_days(year: int) -> None:
    """Both years with 13 statutory holidays come to the published number of working days."""
    assert sum(map(DAYS.is_working, every_day(year))) == 248


@pytest.mark.parametrize(
    "day", ["2025-01-26", "2025-10-11", "2026-01-04", "2026-02-14", "2026-09-20", "2026-10-10"]
)
def test_make_up_weekends_are_worked(day: str) -> None:
    """A weekend that makes up for a holiday is a working day."""
    assert DAYS.is_working(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2025-10-08", "2026-02-16", "2026-02-23", "2026-10-07"])
def test_days_off_in_the_week_are_not_worked(day: str) -> None:
    """A weekday that a notice gives off is not a working day."""
    assert not DAYS.is_working(date.fromisoformat(day))


def test_unpublished_years_know_weekends_and_statutory_days() -> None:
    """Past the last notice weekends and statutory holidays are off, and nothing is made up."""
    days = ChinaWorkingDays(published_until=2025)
    assert not days.is_working(date(2026, 2, 14))  # worked in truth; nobody could know in 2025
    assert not days.is_working(date(2026, 10, 1))
    assert days.is_working(date(2026, 10, 8))
    assert not days.is_working(date(2026, 10, 10))


def test_unpublished_years_are_not_certain() -> None:
    """A day past the last notice is marked, and so are the days that notice may still move."""
    days = ChinaWorkingDays(published_until=2026)
    assert days.is_certain(date(2026, 12, 25))
    assert not days.is_certain(date(2026, 12, 29))
    assert not days.is_certain(date(2027, 3, 1))


def test_days_before_the_first_notice_are_answered() -> None:
    """An old date on a paper is counted by weekends and said to be uncertain."""
    assert not DAYS.is_working(date(1999, 10, 2))
    assert not DAYS.is_certain(date(1999, 10, 2))


def statute(rule_id: str, n: int, unit: DayUnit) -> Statute:
    return Statute(
        duty="示例",
        id=rule_id,
        n=n,
        unit=unit,
        starts="complaint_received",
        who="HRSS",
        basis="test",
        title="《试验》第一条",
        status=Certainty.READ,
    )


@pytest.mark.parametrize(
    ("start", "n", "unit", "legal"),
    [
        ("2026-09-24", 5, "wd", "2026-10-09"),
        ("2026-02-13", 5, "wd", "2026-02-27"),
        ("2026-09-18", 15, "cd", "2026-10-08"),
        ("2026-08-03", 60, "cd", "2026-10-08"),
        ("2026-01-05", 60, "wd", "2026-04-03"),
        ("2026-01-05", 90, "wd", "2026-05-20"),
        ("2026-04-30", 10, "wd", "2026-05-18"),
        ("2026-08-20", 45, "cd", "2026-10-08"),
    ],
)
def test_published_examples_on_the_real_calendar(
    start: str, n: int, unit: str, legal: str
) -> None:
    """The check values of the counting rules come out with the library's calendar."""
    due = due_date(statute("XX-1", n, DayUnit(unit)), date.fromisoformat(start), DAYS)
    assert date.fromisoformat(legal) == due.legal
    assert not due.provisional


def test_a_complaint_at_two_in_the_morning_of_the_spring_festival() -> None:
    """Received on 2026-02-15: the Henan rule ends first, and 02-24 is the day to work by."""
    received = date(2026, 2, 15)
    due = earlier(
        due_date(statute("LI-1", 5, DayUnit.WORKING), received, DAYS),
        due_date(statute("LI-1h", 7, DayUnit.CALENDAR), received, DAYS),
    )
    assert ("LI-1h", date(2026, 2, 22), date(2026, 2, 24)) == (
        due.statute_id,
        due.raw,
        due.work_by,
    )
