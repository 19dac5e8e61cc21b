"""What hangs at a site's gate: a code to scan, the same to type, whom to ring, what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.directory import Hotline
from casework.ledger import Project, ProjectState

AT_WORK = frozenset({ProjectState.PLANNED, ProjectState.BUILDING, ProjectState.STOPPED})
"""Sites that have a gate to hang something at."""


@dataclass(frozen=True, kw_only=True)
class SitePoster:
    """One poster. ``link`` is what the code to scan opens; ``sample``: an invented project."""

    code: str
    name: str
    link: str
    bot: str  # the user name to look for, without the @
    hotlines: tuple[Hotline, ...]
    by: str  # the unit that hangs it up
    printed_on: date
    sample: bool = False


def gates(projects: Iterable[Project]) -> tuple[Project, ...]:
    """The projects that need a poster: those whose works go on, or are about to."""
    return tuple(project for project in projects if project.state in AT_WORK)


def to_ring(hotlines: Mapping[str, Hotline]) -> tuple[Hotline, ...]:
    """Hotlines that have a number; one that the district has not entered cannot be printed."""
    return tuple(hotline for hotline in hotlines.values() if hotline.number)
