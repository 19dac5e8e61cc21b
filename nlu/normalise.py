"""One way of writing for every reader of this folder, and the way back to the text as sent.

NFKC folds full width and compatibility forms. Look-alikes that people type (○ for 零, l8 for 18),
traditional characters and the many dashes are folded too. Every kept character remembers
where it came from, so that a fact can point into the text as sent.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC

from casework.meaning import Fact, FactName, FactValue

HEAD, TAIL = 2_500, 500
"""Of a longer message the beginning and the end are read: there stand the facts and the phone."""

_FROM = "〇○◯億圓貳參叄闆—–‐‑‒−─〜∼～―﹣·•幺巿仼"
_INTO = "零零零亿元贰叁叁板-------~~~--··一市任"
_FOLD = {**dict(zip(map(ord, _FROM), _INTO, strict=True)), ord("廿"): "二十", ord("卅"): "三十"}

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


@cache
def _simplify() -> OpenCC:
    """Characters of Taiwan and Hong Kong as they are written on the mainland."""
    return OpenCC("t2s")


class _Folds(dict[int, str]):
    """What every character becomes; found out once, when it is met first."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(self) < MOST_REMEMBERED:
            self[code] = folded
        return folded


MOST_REMEMBERED = 20_000
"""Characters; a text of every script there is does not fill the memory."""

_FOLDS = _Folds()


def _fold(char: str) -> str:
    if char < "\x80":
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    folded = _FOLD.get(ord(char)) or unicodedata.normalize("NFKC", char)
    if len(folded) > 1:
        return "".join(_fold(each)[:1] for each in folded[:4])
    folded = folded.translate(_FOLD)
    if "\u3400" <= folded <= "\u9fff":
        simple: str = _simplify().convert(folded)
        return simple if len(simple) == 1 else folded
    return folded


def plain(raw: str) -> Plain:
    """The plain form of a text. Doing it twice changes nothing."""
    read, origin = _read(raw)
    text = read.translate(_FOLDS)
    if len(text) != len(read):  # ⑫ and ㎡ become several characters
        origin = [at for at, char in zip(origin, read, strict=True) for _ in _FOLDS[ord(char)]]
    text = _DASH_BETWEEN.sub("-", text)
    text = _OH_FOR_ZERO.sub("0", _ELL_FOR_ONE.sub("1", text))
    return Plain(raw=raw, text=text, origin=tuple(origin))


def _read(raw: str) -> tuple[str, Sequence[int]]:
    """The characters that are read, and the place of each in the text."""
    if len(raw) <= HEAD + TAIL:
        return raw, range(len(raw))
    # What stands before the gap is not joined to what stands behind it.
    read = f"{raw[:HEAD]}\n{raw[-TAIL:]}"
    return read, [*range(HEAD + 1), *range(len(raw) - TAIL, len(raw))]
