"""A site or an address in a text, and what is left of it where the tagger sees none."""

from dataclasses import dataclass, replace

from nlu.tagger import Marks

DOUBTED = 0.25
"""What a place loses where the tagger sees none."""


@dataclass(frozen=True, slots=True)
class Place:
    """A project or an address in the plain text.

    ``worked_in`` says that nobody builds it: the tower in which a firm has its office.
    """

    start: int
    end: int
    confidence: float
    worked_in: bool = False


def doubted(place: Place, kind: str, marks: Marks) -> Place:
    """A place that only an ending gives away counts for less where the tagger sees none."""
    sure = marks.weighed(kind, (place.start, place.end), place.confidence, doubted=DOUBTED)
    return replace(place, confidence=sure)
