"""What counts of people and of months share, and numbers that stand alone."""

import re
from collections.abc import Sequence
from decimal import Decimal

from casework.meaning import CountRange, Fact, FactName
from nlu.normalise import Plain
from nlu.numerals import Quantity

_EDGE = re.compile(r"[,，。！？!?;；\n]")


def counted(
    quantity: Quantity, *, times: float = 1, plus: float = 0, more: bool = False
) -> CountRange:
    """A number as a count: times so much (years in months), and so many more."""
    return CountRange(
        low=float(quantity.low) * times + plus,
        high=float(quantity.high) * times + plus,
        approximate=quantity.approximate or more,
    )


def near_before(text: str, start: int, *, width: int = 22) -> str:
    """What stands before a number in its own clause."""
    left = text[max(0, start - width) : start]
    return left[max((m.end() for m in _EDGE.finditer(left)), default=0) :]


def bare_numbers(plain: Plain, quantities: Sequence[Quantity]) -> list[Fact]:
    """Every number as such, for questions that a number answers."""
    facts: list[Fact] = []
    if len(plain.text) > 40:
        return facts
    for quantity in quantities:
        if plain.text[quantity.start : quantity.end] == "一" and len(plain.text) > 3:
            continue  # 一下, 一步, 一直: hardly ever a number
        if plain.text[quantity.start : quantity.end] in ("几", "数"):
            continue  # 公交几点停: a question, no number
        value = CountRange(
            low=float(quantity.low), high=float(quantity.high), approximate=quantity.approximate
        )
        confidence = 1.0 if len(plain.text.strip()) <= quantity.end - quantity.start + 2 else 0.5
        span = (quantity.start, quantity.end)
        facts.append(plain.fact(FactName.NUMBER, value, span, confidence=confidence))
    return facts


def whole_text(plain: Plain, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that is all there is to a text (12, 12个, 大概12吧)."""
    if len(quantities) != 1:
        return None
    rest = plain.text[: quantities[0].start] + plain.text[quantities[0].end :]
    rest = re.sub(r"[\s。.,，!！吧了的呀啊就是大概约差不多左右有共一~个]", "", rest)
    return quantities[0] if not rest and quantities[0].low <= Decimal(10) ** 9 else None
