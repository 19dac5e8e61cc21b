"""Rights boards at the gates of sites: what has to stand on one, who looked, what was missing.

Rule: the general contractor keeps a board in plain sight (724 Art 34); of the wage deposit it says
as well (D65 Art 18). The responsible unit looks regularly whether it is there (plan 五(一)).
Example: no pay date on it → ``missing`` holds PAY_DAY, and the unit in charge has it mended.

What happens to boards is one append-only chain for the whole house, linked as the history of a
case is (`casework.history`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol

from casework.errors import BadValue
from casework.history import link
from casework.people import PersonId

BOARD_LOG = "board log"
"""How the chain is called where cases are called by their numbers."""


class BoardItem(StrEnum):
    """What has to stand on a board, in the order of the law; or the board itself."""

    BOARD = "board"  # the board is not there at all, or nobody can see it
    PARTIES = "parties"  # 建设单位、总包及项目部、分包、行业主管部门、劳资专管员
    MINIMUM_WAGE = "minimum_wage"
    PAY_DAY = "pay_day"
    PHONES = "phones"  # complaint lines of the industry department and of labour inspection
    ARBITRATION = "arbitration"
    LEGAL_AID = "legal_aid"  # how to get it, and the line 12348
    DEPOSIT = "deposit"


class BoardEventKind(StrEnum):
    """What can happen to a board."""

    INSPECTED = "inspected"  # by an officer
    PHOTO = "photo"  # one more photo of the inspection before
    REPORTED = "reported"  # by a worker: no board, or one that says nothing


@dataclass(frozen=True, kw_only=True)
class BoardEvent:
    """One thing that happened. ``project`` is a code, "" where nobody knows the site.

    ``seen_on`` is the day of the visit, or of the report. ``missing`` is empty where all is there;
    of a report it is empty as well. ``personal`` holds photos and people's own words, sealed.
    """

    kind: BoardEventKind
    at: datetime
    project: str
    unit: str  # who inspected, or who is to look
    by_officer: str = ""
    by_person: PersonId | None = None
    seen_on: date | None = None
    missing: tuple[BoardItem, ...] = ()
    personal: Mapping[str, str] = field(default_factory=dict)
    seq: int = 0  # set by the log
    hash: str = ""  # set by the log

    def __post_init__(self) -> None:
        if self.kind is BoardEventKind.INSPECTED and (self.seen_on is None or not self.project):
            raise BadValue("an inspection is of a site, on a day")


def board_event_hash(previous: str, event: BoardEvent, digests: Mapping[str, str]) -> str:
    """The link of the chain: over the previous link and every column of the event."""
    return link(
        {
            "log": BOARD_LOG,
            "previous": previous,
            "seq": event.seq,
            "kind": event.kind.value,
            "at": event.at.astimezone(UTC).isoformat(),
            "project": event.project,
            "unit": event.unit,
            "by_officer": event.by_officer,
            "by_person": event.by_person,
            "seen_on": event.seen_on.isoformat() if event.seen_on else None,
            "missing": [item.value for item in event.missing],
            "personal": dict(digests),
        }
    )


@dataclass(frozen=True, kw_only=True)
class BoardTimes:
    """Within how many working days somebody looks, and has what is missing put up.

    A row of the district: the law gives no number.
    """

    look_working_days: int
    mend_working_days: int
    source: str
    in_force_since: date

    def __post_init__(self) -> None:
        if min(self.look_working_days, self.mend_working_days) < 1:
            raise BadValue("at least one working day")


class Boards(Protocol):
    """The log of boards. There is no way to change or remove an event."""

    async def lock(self) -> None:
        """Whoever else writes about boards waits until the commit."""
        ...

    async def append(self, event: BoardEvent) -> BoardEvent:
        """Store the event as the next link; returns it with ``seq`` and ``hash``."""
        ...

    async def of_project(self, code: str) -> tuple[BoardEvent, ...]:
        """Everything that happened to the boards of a site, in order."""
        ...

    async def latest(self, *, limit: int, by_officer: str = "") -> tuple[BoardEvent, ...]:
        """The last inspections anywhere, newest first; of one post where given."""
        ...


def last_inspection(events: tuple[BoardEvent, ...]) -> BoardEvent | None:
    """The newest inspection among a site's events."""
    return next((e for e in reversed(events) if e.kind is BoardEventKind.INSPECTED), None)


def open_reports(events: tuple[BoardEvent, ...]) -> tuple[BoardEvent, ...]:
    """What workers reported and nobody has looked at since; a visit of before answers nothing."""
    return tuple(
        report
        for report in events
        if report.kind is BoardEventKind.REPORTED
        and not any(_answers(event, report) for event in events)
    )


def _answers(event: BoardEvent, report: BoardEvent) -> bool:
    if event.kind is not BoardEventKind.INSPECTED or event.seq < report.seq:
        return False
    return report.seen_on is None or (event.seen_on or report.seen_on) >= report.seen_on
