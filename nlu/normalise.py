"""One way of writing for every reader of this folder, and the way back to the text as sent.

NFKC folds full width and compatibility forms. Look-alikes that people type (○ for 零, l8 for 18),
traditional characters of sums and the many dashes are folded too. Every kept character remembers
where it came from, so that a fact can point into the text as sent.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from casework.meaning import Fact, FactName, FactValue

HEAD, TAIL = 2_500, 500
"""Of a longer message the beginning and the end are read: there stand the facts and the phone."""

_FROM = "〇○◯萬億圓錢塊個們貳參叄陸兩資號給廠闆欠—–‐‑‒−─〜∼～―﹣·•幺巿仼"
_INTO = "零零零万亿元钱块个们贰叁叁陆两资号给厂板欠-------~~~--··一市任"
_FOLD = dict(zip(map(ord, _FROM), _INTO, strict=True))

_LONE = re.compile("[\ud800-\udfff]")
_DASH_BETWEEN = re.compile(r"(?<=\d)一(?=\d)")
_ELL_FOR_ONE = re.compile(r"(?<![A-Za-z])[lI|](?=\d)|(?<=\d)[lI|](?=[\d年月日号个万千百天人块元])")
_OH_FOR_ZERO = re.compile(r"(?<=\d)[oO](?=[\doO年月日号个万千百天人块元])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text made plain. ``origin[i]`` is where ``text[i]`` stood in ``raw``."""

    raw: str
    text: str
    origin: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``raw`` behind a span of ``text``."""
        if start >= end:
            return (0, 0)
        last = self.origin[end - 1]
        return self.origin[start], last + 1

    def fact(
        self,
        name: FactName,
        value: FactValue,
        span: tuple[int, int],
        *,
        role: str | None = None,
        confidence: float = 1.0,
        computed: bool = False,
    ) -> Fact:
        """A fact over a span of ``text``, pointing into ``raw``."""
        start, end = self.raw_span(*span)
        return Fact(
            name=name,
            value=value,
            text=self.raw[start:end],
            start=start,
            end=end,
            role=role,
            confidence=confidence,
            computed=computed,
        )


def _fold(char: str) -> str:
    if char < "\x80":
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded.translate(_FOLD) if len(folded) == 1 else folded[:4]


def plain(raw: str) -> Plain:
    """The plain form of a text. Doing it twice changes nothing."""
    parts: list[str] = []
    origin: list[int] = []
    for index, char in _read(raw):
        folded = _FOLD.get(ord(char)) or _fold(char)
        parts.append(folded)
        origin.extend([index] * len(folded))
    text = _LONE.sub("\ufffd", "".join(parts))
    text = _DASH_BETWEEN.sub("-", text)
    text = _OH_FOR_ZERO.sub("0", _ELL_FOR_ONE.sub("1", text))
    return Plain(raw=raw, text=text, origin=tuple(origin))


def _read(raw: str) -> Iterator[tuple[int, str]]:
    """The characters that are read, each with its place in the text."""
    if len(raw) <= HEAD + TAIL:
        yield from enumerate(raw)
        return
    yield from enumerate(raw[:HEAD])
    yield HEAD, "\n"  # what stands before the gap is not joined to what stands behind it
    yield from enumerate(raw[-TAIL:], start=len(raw) - TAIL)
