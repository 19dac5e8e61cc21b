"""When people are reminded, who hears that somebody is late, and on which grounds a clock moves.

Dated rows of a district's ``clocks.toml``; none of these numbers is written in code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from casework.deadlines import Certainty
from casework.errors import BadValue


class Act(StrEnum):
    """What a ground allows."""

    STOP = "stop"
    EXTEND = "extend"
    RESTART = "restart"


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A listed reason to stop, extend or restart a limit, with its article."""

    id: str
    act: Act
    words: str  # as an officer says it
    limits: tuple[str, ...]
    title: str
    status: Certainty
    in_force_since: date | None = None


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """When offices are open on working days, from a day on."""

    since: date
    opens: time
    closes: time
    status: Certainty

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise BadValue("office hours: opens before closes")


@dataclass(frozen=True, kw_only=True)
class Notices:
    """When whom to tell of a clock, from a day on.

    ``before``: working days before the work-by date on which the handler hears of it, beside
    half time. ``late``: on the how many-th working day after the legal date the head of the unit,
    the arrears office and the supervisor hear that it is late. ``worker``: calendar days before
    a limit of the worker's own.
    """

    since: date
    before: tuple[int, ...]
    late: tuple[int, int, int]
    worker: tuple[int, ...]
    status: Certainty

    def __post_init__(self) -> None:
        if not self.before or min((*self.before, *self.late, *self.worker)) < 1:
            raise BadValue("notices: every number of days is 1 or more")
        if list(self.late) != sorted(set(self.late)):
            raise BadValue("notices: late rises, one day for each of the three levels")


_Dated = TypeVar("_Dated", OfficeHours, Notices)


@dataclass(frozen=True, kw_only=True)
class ClockRules:
    """Everything in ``clocks.toml``."""

    hours: tuple[OfficeHours, ...]
    notices: tuple[Notices, ...]
    grounds: Mapping[str, Ground]

    def __post_init__(self) -> None:
        if not self.hours or not self.notices:
            raise BadValue("at least one row of hours and one of notices")

    def hours_on(self, day: date) -> OfficeHours:
        """The hours that hold on a day; before the first row the first one."""
        return _on(day, self.hours)

    def notices_on(self, day: date) -> Notices:
        """The notices that hold on a day; before the first row the first one."""
        return _on(day, self.notices)

    def grounds_for(self, act: Act, limits: tuple[str, ...] = ()) -> tuple[Ground, ...]:
        """The grounds of an act, of these limits if any are named."""
        return tuple(
            g
            for g in self.grounds.values()
            if g.act is act and (not limits or set(limits) & set(g.limits))
        )


def _on(day: date, rows: tuple[_Dated, ...]) -> _Dated:
    held = [row for row in rows if row.since <= day]
    return max(held, key=lambda row: row.since) if held else min(rows, key=lambda row: row.since)
