"""Counting days, and the clocks that the law starts.

Rule: the start day is not counted (民法典 Art 201; MSF Art 85). A calendar limit that ends on a
legal holiday ends on the next working day (民法典 Art 203). Working days count make-up weekend
workdays. Example: 5 working days from 2026-09-24 end on 2026-10-09.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


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
    n: int
    unit: DayUnit
    starts: str  # the event from which it runs: complaint_received, forwarded_received …
    who: str
    basis: str  # short source, as officers cite it: R25-18
    title: str  # the article in words people know: 《…》第…条
    status: Certainty
    in_force_since: date | None = None
    extension: int | None = None
    mode: str = ""
    only_if: str = ""


class WorkingDays(Protocol):
    """Which days are worked in the mainland of China."""

    def is_working(self, day: date) -> bool: ...
    def is_certain(self, day: date) -> bool:
        """False past the last published year: dates computed there are provisional."""
        ...


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
