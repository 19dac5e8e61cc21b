"""A name found in a text, before it becomes a fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

LEDGER = 1.0
"""How sure a name of the ledger or of the district is: it wins over rules and tagger."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the plain text."""

    start: int
    end: int
    role: str  # company | person | owner
    confidence: float


class Spanned(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def keep(found: list[S], more: Iterable[S]) -> None:
    """Add what overlaps nothing that was found before."""
    for one in more:
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
