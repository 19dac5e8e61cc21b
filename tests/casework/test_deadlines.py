"""Counting days, on a made-up calendar (the real one is tested in tests/bot)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.deadlines import Certainty, DayUnit, DueDate, Statute, due_date, earlier
from casework.errors import BadValue

DAY = timedelta(days=1)

OFF_2026 = (
    ("01-01", "01-03"),
    ("02-15", "02-23"),
    ("04-04", "04-06"),
    ("05-01", "05-05"),
    ("06-19", "06-21"),
    ("09-25", "09-27"),
    ("10-01", "10-07"),
)
MADE_UP_2026 = ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10")


def on(month_day: str) -> date:
    return date.fromisoformat(f"2026-{month_day}")


class Notice2026:
    """The notice for 2026 as it was published; other years know weekends only."""

    made_up = frozenset(map(on, MADE_UP_2026))

    def is_working(self, day: date) -> bool:
        if day in self.made_up:
            return True
        if any(on(first) <= day <= on(last) for first, last in OFF_2026):
            return False
        return day.weekday() < 5

    def worked_between(self, first: date, last: date) -> int:
        behind = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(map(self.is_working, behind))

    def is_certain(self, day: date) -> bool:
        return day.year <= 2026


DAYS = Notice2026()


def rule(n: int, unit: str, *, extension: int | None = None, named: str = "XX-1") -> Statute:
    return Statute(
        duty="示例",
        id=named,
        n=n,
        unit=DayUnit(unit),
        starts="received",
        who="any_unit",
        basis="test",
        title="《试验》第一条",
        status=Certainty.READ,
        extension=extension,
    )


@pytest.mark.parametrize(
    ("start", "n", "unit", "raw", "legal"),
    [
        ("09-24", 5, "wd", "10-09", "10-09"),
        ("02-13", 5, "wd", "02-27", "02-27"),  # Saturday 02-14 is worked and counts
        ("09-18", 15, "cd", "10-03", "10-08"),
        ("08-03", 60, "cd", "10-02", "10-08"),
        ("01-05", 60, "wd", "04-03", "04-03"),
        ("01-05", 90, "wd", "05-20", "05-20"),
        ("04-30", 10, "wd", "05-18", "05-18"),
        ("08-20", 45, "cd", "10-04", "10-08"),
    ],
)
def test_published_examples(start: str, n: int, unit: str, raw: str, legal: str) -> None:
    """The check values of the counting rules come out, raw and rolled forward."""
    due = due_date(rule(n, unit), on(start), DAYS)
    assert (on(raw), on(legal)) == (due.raw, due.legal)


def test_work_by_does_not_use_the_roll_forward() -> None:
    """An authority works to the last working day before a holiday, not to the day after it."""
    assert on("09-30") == due_date(rule(15, "cd"), on("09-18"), DAYS).work_by


def test_complaint_in_the_spring_festival() -> None:
    """A limit that lies wholly in a holiday is worked on the first working day after it."""
    li_1 = due_date(rule(5, "wd", named="LI-1"), on("02-15"), DAYS)
    li_1h = due_date(rule(7, "cd", named="LI-1h"), on("02-15"), DAYS)
    assert DueDate(
        statute_id="LI-1h",
        starts_on=on("02-15"),
        raw=on("02-22"),
        legal=on("02-24"),
        work_by=on("02-24"),
        provisional=False,
    ) == earlier(li_1, li_1h)


def test_the_first_named_wins_a_tie() -> None:
    """Where both sources give the same day, the first one is quoted."""
    one = due_date(rule(5, "wd", named="LI-1"), on("11-23"), DAYS)
    other = due_date(rule(7, "cd", named="LI-1h"), on("11-23"), DAYS)
    assert one.legal == other.legal
    assert earlier(one, other).statute_id == "LI-1"
    assert earlier(other, one).statute_id == "LI-1h"


def test_a_provisional_rival_makes_the_choice_provisional() -> None:
    """The earlier of two dates is provisional as long as one of them may still move."""
    sure = due_date(rule(5, "wd"), on("12-24"), DAYS)
    open_still = due_date(rule(30, "cd"), on("12-24"), DAYS)
    assert not sure.provisional
    assert open_still.provisional
    assert earlier(open_still, sure).provisional


@pytest.mark.parametrize(
    ("start", "n", "unit", "raw"),
    [
        ("2026-01-31", 1, "m", "2026-02-28"),
        ("2026-08-31", 6, "m", "2027-02-28"),
        ("2028-02-29", 1, "y", "2029-02-28"),
        ("2026-11-23", 1, "y", "2027-11-23"),
        ("2026-12-15", 1, "m", "2027-01-15"),
    ],
)
def test_months_and_years_end_on_the_same_number(start: str, n: int, unit: str, raw: str) -> None:
    """A limit of months ends on the day of the same number, else on the last of the month."""
    due = due_date(rule(n, unit), date.fromisoformat(start), DAYS)
    assert date.fromisoformat(raw) == due.raw


def test_hours_do_not_wait_for_a_working_day() -> None:
    """24 hours from a Friday end on the Saturday; 30 hours reach into the day after."""
    friday = on("11-27")
    assert friday + DAY == due_date(rule(24, "h"), friday, DAYS).legal
    assert friday + DAY == due_date(rule(24, "h"), friday, DAYS).work_by
    assert friday + 2 * DAY == due_date(rule(30, "h"), friday, DAYS).raw


def test_an_extension_runs_on() -> None:
    """An approved extension is counted with the first limit in one go."""
    investigation = rule(60, "wd", extension=30)
    assert on("04-03") == due_date(investigation, on("01-05"), DAYS).raw
    assert on("05-20") == due_date(investigation, on("01-05"), DAYS, extended=True).raw


def test_past_the_last_notice_a_date_is_provisional() -> None:
    """A date beyond the last published year says that it may move."""
    assert due_date(rule(60, "wd"), on("11-23"), DAYS).provisional
    assert not due_date(rule(5, "wd"), on("11-23"), DAYS).provisional


def test_a_limit_of_nothing_is_refused() -> None:
    """A rule of zero days is a slip in the table, not a limit."""
    with pytest.raises(BadValue, match="LI-9"):
        rule(0, "wd", named="LI-9")


def slow_working_end(start: date, n: int) -> date:
    """Day by day over the printed notice, with no arithmetic to be wrong about."""
    holidays = set()
    for first, last in OFF_2026:
        day = on(first)
        while day <= on(last):
            holidays.add(day.isoformat())
            day += DAY
    made_up = {f"2026-{day}" for day in MADE_UP_2026}
    counted: list[str] = []
    day = start
    while len(counted) < n:
        day += DAY
        name = day.isoformat()
        weekend = day.strftime("%a") in {"Sat", "Sun"}
        if name in made_up or not (weekend or name in holidays):
            counted.append(name)
    return date.fromisoformat(counted[-1])


DATES = st.dates(min_value=date(2025, 12, 1), max_value=date(2027, 2, 1))


@given(start=DATES, n=st.integers(1, 120))
def test_working_days_agree_with_the_slow_count(start: date, n: int) -> None:
    """Counting working days gives what a clerk with the printed notice counts."""
    due = due_date(rule(n, "wd"), start, DAYS)
    assert slow_working_end(start, n) == due.raw == due.legal == due.work_by


@given(start=DATES, n=st.integers(1, 120))
def test_calendar_days_agree_with_the_slow_count(start: date, n: int) -> None:
    """A calendar limit ends n days on, rolls to the next working day, and is worked before."""
    due = due_date(rule(n, "cd"), start, DAYS)
    walked = start
    for _ in range(n):
        walked += DAY
    assert walked == due.raw
    assert due.raw <= due.legal == slow_working_end(due.raw - DAY, 1)
    assert start < due.work_by <= due.legal
    assert DAYS.is_working(due.work_by)
    if due.work_by > due.raw:
        assert slow_working_end(start, 1) == due.work_by
    else:
        assert slow_working_end(due.work_by, 1) > due.raw


def slow_month_end(start: date, months: int) -> date:
    """Month by month over a paper calendar: the same number, or the last leaf of that month."""
    leaf = start.replace(day=1)
    for _ in range(months):
        month = leaf.month
        while leaf.month == month:
            leaf += DAY
    found = leaf
    while leaf.month == found.month and leaf.day <= start.day:
        found = leaf
        leaf += DAY
    return found


@given(start=DATES, n=st.integers(1, 30), unit=st.sampled_from(["m", "y"]))
def test_months_and_years_agree_with_the_slow_count(start: date, n: int, unit: str) -> None:
    """A limit of months or years gives what a clerk with a paper calendar finds."""
    due = due_date(rule(n, unit), start, DAYS)
    assert slow_month_end(start, n if unit == "m" else 12 * n) == due.raw
    assert due.legal == slow_working_end(due.raw - DAY, 1)
    assert due.work_by <= due.legal


class Notice2027(Notice2026):
    """The same calendar a year later: a notice for 2027 has moved a day, and everything is sure."""

    def is_working(self, day: date) -> bool:
        return day != date(2027, 2, 11) and super().is_working(day)

    def is_certain(self, day: date) -> bool:
        return day.year <= 2027


def test_a_provisional_date_settles_when_the_calendar_knows_more() -> None:
    """Dates are counted when they are shown: with the next notice the same limit moves by itself."""
    before = due_date(rule(60, "wd"), on("11-23"), DAYS)
    after = due_date(rule(60, "wd"), on("11-23"), Notice2027())
    assert (True, False) == (before.provisional, after.provisional)
    assert before.legal + DAY == after.legal


@given(start=DATES, n=st.integers(1, 40), unit=st.sampled_from(["cd", "wd", "m", "h"]))
def test_a_later_start_never_ends_earlier(start: date, n: int, unit: str) -> None:
    """Whoever complains a day later is never answered sooner by the rule."""
    today = due_date(rule(n, unit), start, DAYS)
    tomorrow = due_date(rule(n, unit), start + DAY, DAYS)
    assert today.raw <= tomorrow.raw
    assert today.legal <= tomorrow.legal
    assert today.work_by <= tomorrow.work_by
