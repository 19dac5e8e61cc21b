"""Calendar periods of reports, in days of the district; as instants they begin at midnight there."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from casework.errors import BadValue


class PeriodKind(StrEnum):
    """The periods that a report may be about. A week begins on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class CalendarPeriod:
    """From ``first`` to ``last``, both included."""

    kind: PeriodKind
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadValue("a period ends after it began")

    def starts(self, zone: tzinfo) -> datetime:
        """The first instant of it."""
        return datetime.combine(self.first, time(), zone)

    def ends(self, zone: tzinfo) -> datetime:
        """The first instant after it."""
        return datetime.combine(self.last + timedelta(days=1), time(), zone)

    def holds(self, at: datetime, zone: tzinfo) -> bool:
        """Whether an instant lies in it."""
        return self.starts(zone) <= at < self.ends(zone)


def period_with(kind: PeriodKind, day: date) -> CalendarPeriod:
    """The period of this kind that has the day in it."""
    match kind:
        case PeriodKind.DAY:
            first, last = day, day
        case PeriodKind.WEEK:
            first = day - timedelta(days=day.weekday())
            last = first + timedelta(days=6)
        case PeriodKind.MONTH:
            first = day.replace(day=1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        case _:
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return CalendarPeriod(kind=kind, first=first, last=last)


def period_before(period: CalendarPeriod) -> CalendarPeriod:
    """The one that ended on the day before this one began."""
    return period_with(period.kind, period.first - timedelta(days=1))
