"""Money is a whole number of fen: no sum is ever a float."""

from typing import NewType

from casework.errors import BadValue

Fen = NewType("Fen", int)
"""A hundredth of a yuan. 28,000 yuan is ``Fen(2_800_000)``."""

ZERO = Fen(0)


def yuan(amount: int, fen: int = 0) -> Fen:
    """Fen from whole yuan and the fen behind the point."""
    if not 0 <= fen < 100:
        raise BadValue("behind the point stand 0 to 99 fen")
    return Fen(amount * 100 + fen)


def plain(amount: Fen) -> str:
    """A sum for people, in yuan: ``28,000`` or ``28,000.50``."""
    whole, rest = divmod(int(amount), 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"
