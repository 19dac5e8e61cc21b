"""A site or an address in a text, and what is left of it where the tagger sees none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlu.one_of import one_of
from nlu.tagger import Marks


@dataclass(frozen=True, slots=True)
class Place:
    """A project or an address in the plain text.

    ``worked_in`` says that nobody builds it: the tower in which a firm has its office.
    """

    start: int
    end: int
    confidence: float
    worked_in: bool = False


def keep(found: list[Place], place: Place) -> None:
    if all(place.end <= other.start or other.end <= place.start for other in found):
        found.append(place)


def any_of(names: Sequence[str]) -> re.Pattern[str] | None:
    kept = {name for name in names if len(name) >= 2}
    return re.compile(one_of(kept)) if kept else None


def doubted(place: Place, kind: str, marks: Marks) -> Place:
    """A place that only an ending gives away counts for less where the tagger sees none."""
    sure = marks.weighed(kind, (place.start, place.end), place.confidence, doubted=DOUBTED)
    return replace(place, confidence=sure)


DOUBTED = 0.25
"""What a place loses where the tagger sees none."""
