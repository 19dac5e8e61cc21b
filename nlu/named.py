"""A name found in a text, before it becomes a fact."""

from dataclasses import dataclass

LEDGER = 1.0
"""How sure a name of the ledger or of the district is: it wins over rules and tagger."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the plain text."""

    start: int
    end: int
    role: str  # company | person | owner
    confidence: float
