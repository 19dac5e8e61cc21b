"""Which days are worked: the State Council's yearly notice, and a guess past the last one."""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import chinese_calendar  # type: ignore[import-untyped]
import holidays

_NEW_YEAR_REACH = timedelta(days=6)
"""A year's notice may still move the last days of the year before it: the one for 2019 made
Saturday 2018-12-29 a working day and Monday 2018-12-31 a day off. None since 2004 reached further
back than 12-29; six days leave room for a weekend more."""


class ChinaWorkingDays:
    """Weekends, holidays and make-up weekends of the mainland (放假办法, yearly notice).

    ``chinesecalendar`` carries the published years. Past the last of them weekends and the
    statutory holidays of ``holidays`` stand in, without make-up weekends: those days are not
    certain, and a date that rests on them is provisional until the library is updated.
    """

    def __init__(self, *, published_until: int | None = None) -> None:
        """``published_until``: forget the notices after this year (for rehearsing December)."""
        published = chinese_calendar.constants.holidays
        self._first_year: int = min(published).year
        last: int = max(published).year
        # A morning's watch asks for the same days over and over.
        self._worked: dict[date, bool] = {}
        self._counts: dict[int, tuple[int, ...]] = {}
        self._last_year = last if published_until is None else min(last, published_until)

    @property
    def certain_until(self) -> date:
        """The last day that no later notice can change."""
        return date(self._last_year, 12, 31) - _NEW_YEAR_REACH

    def is_working(self, day: date) -> bool:
        """Whether the day is worked: a make-up weekend is, a day off in the week is not."""
        worked = self._worked.get(day)
        if worked is None:
            worked = self._worked[day] = self._is_worked(day)
        return worked

    def _is_worked(self, day: date) -> bool:
        if self._first_year <= day.year <= self._last_year:
            return day in _worked(day.year)
        return day.weekday() < 5 and day not in _statutory(day.year)

    def worked_between(self, first: date, last: date) -> int:
        """How many days are worked behind ``first``, up to and with ``last``; 0 if it is earlier."""
        if last <= first:
            return 0
        years = sum(self._counted(year)[-1] for year in range(first.year, last.year))
        return years + self._worked_in_year_until(last) - self._worked_in_year_until(first)

    def _worked_in_year_until(self, day: date) -> int:
        return self._counted(day.year)[day.timetuple().tm_yday - 1]

    def _counted(self, year: int) -> tuple[int, ...]:
        """For each day of a year how many days of the year are worked up to and with it."""
        if year not in self._counts:
            first = date(year, 1, 1)
            days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
            self._counts[year] = tuple(accumulate(map(self.is_working, days)))
        return self._counts[year]

    def is_certain(self, day: date) -> bool:
        """Whether a published notice settles the day."""
        return date(self._first_year, 1, 1) <= day <= self.certain_until


@cache
def _worked(year: int) -> frozenset[date]:
    """The days that a published year is worked on: limits are counted day by day, very often."""
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return frozenset(day for day in days if chinese_calendar.is_workday(day))


@cache
def _statutory(year: int) -> frozenset[date]:
    """The holidays of a year, those that fall on a weekend moved to the next weekday."""
    return frozenset(holidays.country_holidays("CN", years=year))
