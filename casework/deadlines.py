"""Counting days, and the clocks that the law starts.

Rule: the start day is not counted (民法典 Art 201; MSF Art 85). A calendar limit that ends on a
legal holiday ends on the next working day (民法典 Art 203). Working days count make-up weekend
workdays. Example: 5 working days from 2026-09-24 end on 2026-10-09.

Some days are the district's to settle (two sources, two counts): both are computed and the
earlier one is kept, see ``earlier``.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta, timezone
from enum import StrEnum
from typing import Protocol

from casework.case import TrackKind
from casework.errors import BadValue

SHANGHAI = timezone(timedelta(hours=8))
"""The zone of every day and hour that people here mean; it has had no summer time since 1991."""

_DAY = timedelta(days=1)


class DayUnit(StrEnum):
    """How a limit is counted."""

    CALENDAR = "cd"
    WORKING = "wd"
    MONTHS = "m"
    YEARS = "y"
    HOURS = "h"


class Certainty(StrEnum):
    """How sure a rule's source is; all but READ say so wherever the rule is shown."""

    READ = "T"
    EXCERPT = "X"
    VERIFY = "G"
    DESIGN = "D"


@dataclass(frozen=True, kw_only=True)
class Statute:
    """A limit of the law: ``n`` days (or months …) from an event, for whom, and on what basis."""

    id: str
    duty: str  # what has to be done in time, in a few words for officers
    n: int
    unit: DayUnit
    starts: str  # the event from which it runs: complaint_received, forwarded_received …
    who: str
    basis: str  # short source, as officers cite it: R25-18
    title: str  # the article in words people know: 《…》第…条
    status: Certainty
    in_force_since: date | None = None
    extension: int | None = None
    approval: str = ""  # who alone may extend it: the unit's "head", or the other "body" itself
    tracks: tuple[TrackKind, ...] = ()  # on which tracks of a case it runs; () on none
    ends: tuple[str, ...] = ()  # the steps that meet it: accepted, court.filing …
    mode: str = ""
    pair: str = ""  # the other source for the same duty; the earlier date is the target
    right: bool = False  # somebody may do this until then; letting it pass is no lapse
    only_if: str = ""
    resets_on: tuple[str, ...] = ()  # what may interrupt it; a person confirms that it did
    tells: str = ""  # the sentence that tells a worker of it; "" where none does

    def __post_init__(self) -> None:
        if self.n < 1 or (self.extension is not None and self.extension < 1):
            raise BadValue(f"{self.id}: a limit is at least one {self.unit} long")
        if self.approval not in {"", "head", "body"}:
            raise BadValue(
                f'{self.id}: approval is "head", "body" or left out, not {self.approval!r}'
            )
        if self.approval and self.extension is None:
            raise BadValue(
                f"{self.id}: approval without an extension; add the one or drop the other"
            )
        if self.tracks and not self.ends:
            raise BadValue(f"{self.id}: runs on a track, so say with ends which steps meet it")


class WorkingDays(Protocol):
    """Which days are worked in the mainland of China."""

    def is_working(self, day: date) -> bool: ...
    def worked_between(self, first: date, last: date) -> int:
        """How many days are worked behind ``first``, up to and with ``last``; 0 if it is earlier."""
        ...

    def is_certain(self, day: date) -> bool:
        """False past the last published year: dates computed there are provisional."""
        ...


class EveryDay:
    """A calendar without days off, by which the limits of urgent cases are watched."""

    def is_working(self, day: date) -> bool:
        """Each."""
        del day
        return True

    def worked_between(self, first: date, last: date) -> int:
        """All of them."""
        return max((last - first).days, 0)

    def is_certain(self, day: date) -> bool:
        """No notice changes it."""
        del day
        return True


@dataclass(frozen=True, kw_only=True)
class DueDate:
    """When a limit ends.

    ``raw`` is the counted end, ``legal`` the end after roll-forward, ``work_by`` the last working
    day on or before ``raw`` (never on or before the start: then the first working day after it).
    """

    statute_id: str
    starts_on: date
    raw: date
    legal: date
    work_by: date
    provisional: bool


@dataclass(frozen=True, kw_only=True)
class Stop:
    """Days that do not count: from ``first`` on, until counting goes on with ``until``."""

    first: date
    until: date

    def covers(self, day: date) -> bool:
        """Whether the day is not counted."""
        return self.first <= day < self.until


def due_date(
    statute: Statute,
    starts_on: date,
    days: WorkingDays,
    *,
    extended: bool = False,
    stops: tuple[Stop, ...] = (),
) -> DueDate:
    """When a limit that an event of ``starts_on`` (a day in Asia/Shanghai) sets going ends.

    Rule: working days are counted one by one; calendar limits end by the calendar and roll
    forward to a working day; ``work_by`` never uses the roll to be late. ``extended`` adds the
    statute's extension, which runs on from the first limit and needs a person's approval. Days of
    ``stops`` are not counted (R33 Art 46(6)).
    Source: 民法典 Art 200-203; MSF Art 85.
    Example: 15 calendar days from 2026-09-18 end on 10-03, legally on 10-08; work by 09-30.
    """
    n = statute.n + (statute.extension or 0 if extended else 0)
    raw = _counted_end(statute.unit, n, starts_on, days)
    if stops:
        raw = _past_stops(statute.unit, n, (starts_on, raw), days, stops)
    if statute.unit is DayUnit.HOURS:
        # A limit of hours is an emergency: it neither rolls forward nor waits for a working day
        # (民法典 Art 201(2) starts it at once). The day is that of its last hour at the latest.
        legal = work_by = raw
    else:
        legal = _working_day_from(raw, days)
        work_by = _work_by(starts_on, raw, days)
    return DueDate(
        statute_id=statute.id,
        starts_on=starts_on,
        raw=raw,
        legal=legal,
        work_by=work_by,
        provisional=statute.unit is not DayUnit.HOURS
        and not all(map(days.is_certain, (raw, legal, work_by))),
    )


def earlier(first: DueDate, *others: DueDate) -> DueDate:
    """The one that ends first; the first named one on a tie.

    Rule: where two sources give a limit for the same duty, the stricter one is kept.
    Source: LI-1 (R25 Art 18) and LI-1h (HNJC Art 15(1)).
    Example: from 2026-02-15, LI-1 ends on 02-28 and LI-1h on 02-24: LI-1h is kept.
    """
    every = (first, *others)
    chosen = min(every, key=lambda due: (due.legal, due.work_by, due.raw))
    # A provisional rival may yet turn out to be the earlier one.
    return replace(chosen, provisional=any(due.provisional for due in every))


def working_days_between(first: date, last: date, days: WorkingDays) -> int:
    """How many working days lie behind ``first``, up to and with ``last``; 0 if it is earlier."""
    return days.worked_between(first, last)


def _counted_end(unit: DayUnit, n: int, start: date, days: WorkingDays) -> date:
    match unit:
        case DayUnit.CALENDAR:
            return start + n * _DAY
        case DayUnit.WORKING:
            return _nth_working_day(start, n, days)
        case DayUnit.MONTHS:
            return _months_after(start, n)
        case DayUnit.YEARS:
            return _months_after(start, 12 * n)
        case DayUnit.HOURS:
            return start + -(-n // 24) * _DAY


def _past_stops(
    unit: DayUnit, n: int, plain: tuple[date, date], days: WorkingDays, stops: tuple[Stop, ...]
) -> date:
    """The end where some days are not counted: as many days later as were left out."""
    start, raw = plain
    working = unit is DayUnit.WORKING
    left = n if working else (raw - start).days
    day = start
    while left:
        day += _DAY
        stopped = any(stop.covers(day) for stop in stops)
        left -= not stopped and (not working or days.is_working(day))
    return day


def _nth_working_day(start: date, n: int, days: WorkingDays) -> date:
    day = start
    while n:
        day += _DAY
        n -= days.is_working(day)
    return day


def _months_after(start: date, months: int) -> date:
    """The day of the same number, else the last of the month (民法典 Art 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _working_day_from(day: date, days: WorkingDays) -> date:
    while not days.is_working(day):
        day += _DAY
    return day


def _work_by(start: date, raw: date, days: WorkingDays) -> date:
    day = raw
    while day > start and not days.is_working(day):
        day -= _DAY
    return day if day > start else _nth_working_day(start, 1, days)
