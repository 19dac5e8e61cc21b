"""A name found in a text, before it becomes a fact."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the plain text."""

    start: int
    end: int
    role: str  # company | person | owner
    confidence: float
