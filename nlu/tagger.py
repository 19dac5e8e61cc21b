"""A conditional random field over characters that marks employers, sites and places.

It finds what no ending gives away; ``names``, ``sites`` and ``places`` come first, because an ending and a
leading word can be explained to an officer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import pycrfsuite  # type: ignore[import-untyped]

from nlu.gazetteer import HENAN_CITIES, HENAN_COUNTIES, OTHER_CITIES, PROVINCES
from nlu.named import LEDGER
from nlu.surnames import SURNAMES

READ = 250
"""Characters that are tagged; names stand at the head of a message."""

_CITY_WORDS = frozenset(name[:2] for name in (*HENAN_CITIES, *OTHER_CITIES, *PROVINCES))
_COUNTY_WORDS = frozenset(name[:2] for name in HENAN_COUNTIES) - _CITY_WORDS
_ENDINGS = frozenset("司厂店局队团校院所城苑府园区标段路街村镇县市项目程地期楼厦场工总某")
_Pair = tuple[str, str, str, str, str]
_CUES = frozenset("在给被跟找叫是欠老板包头投诉拖我们俺的和")


@dataclass(frozen=True, slots=True)
class Tag:
    """A marked span of the plain text, with how sure the field is of it."""

    name: str
    role: str | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Marks:
    """What the field says of one text."""

    tags: tuple[Tag, ...] = ()
    field: Tagger | None = None
    text: str = ""

    def of(self, name: str, at_least: float) -> Iterator[Tag]:
        """The spans of that kind that the field is so sure of."""
        return (tag for tag in self.tags if tag.name == name and tag.confidence >= at_least)

    def weighed(
        self, name: str, span: tuple[int, int], confidence: float, *, doubted: float
    ) -> float:
        """How sure a rule's name is: less by ``doubted`` where the field sees none of that kind.

        A name of the ledger stands, and where the field did not look it has no doubt.
        """
        looked = span[0] < span[1] <= len(self.text)
        if self.field is None or not looked or confidence >= LEDGER:
            return confidence
        unlikely = self.field.chance(self.text, name, span) < DOUBT
        return max(0.0, confidence - doubted) if unlikely else confidence


NO_MARKS = Marks()
DOUBT = 0.03
"""A span whose characters are less likely than this, on the average, to belong to a name."""


def shape(char: str) -> str:
    """What kind of character it is."""
    if char.isdigit():
        return "0"
    if "一" <= char <= "龥":
        return "汉"
    return "a" if char.isalpha() else "."


@cache
def _lists(char: str) -> tuple[bool, bool, bool]:
    """Whether a character is a family name, an ending of names, a cue before names."""
    return char in SURNAMES, char in _ENDINGS, char in _CUES


@lru_cache(maxsize=20_000)
def _alone(char: str) -> tuple[str, ...]:
    """What a character says by itself: its shape, and where it stands seen from another."""
    return shape(char), f"0={char}", f"-1={char}", f"+1={char}", f"-2={char}", f"+2={char}"


@lru_cache(maxsize=50_000)
def _pair(first: str, second: str) -> _Pair:
    """What two neighbours say, seen from before, at and behind them; which region they begin."""
    both = first + second
    region = "city" if both in _CITY_WORDS else "county" if both in _COUNTY_WORDS else ""
    return f"-10={both}", f"01={both}", f"-21={both}", f"12={both}", region


def features(text: str) -> list[list[str]]:
    """The features of every character: itself, its neighbours, and what lists know of it."""
    padded = f"\x02\x02{text}\x03\x03"
    alone = [_alone(char) for char in padded]
    pairs = [_pair(*two) for two in pairwise(padded)]
    lists = [_lists(char) for char in padded]
    return [[*_at(alone, pairs, at), *_listed(lists, pairs, at)] for at in range(2, len(text) + 2)]


def _at(alone: Sequence[tuple[str, ...]], pairs: Sequence[_Pair], at: int) -> tuple[str, ...]:
    before, here, after = alone[at - 1], alone[at], alone[at + 1]
    return (
        "b",
        here[1],
        before[2],
        after[3],
        alone[at - 2][4],
        alone[at + 2][5],
        pairs[at - 1][0],
        pairs[at][1],
        pairs[at - 2][2],
        pairs[at + 1][3],
        f"s={before[0]}{here[0]}{after[0]}",
    )


def _listed(
    lists: Sequence[tuple[bool, bool, bool]], pairs: Sequence[_Pair], at: int
) -> Iterator[str]:
    before, here = lists[at - 1], lists[at]
    if here[0]:
        yield "sur"
    if before[0]:
        yield "-sur"
    if here[1]:
        yield "end"
    if lists[at + 1][1]:
        yield "+end"
    if before[2]:
        yield "cue"
    if pairs[at][4]:
        yield pairs[at][4]
    if pairs[at - 1][4]:
        yield "-" + pairs[at - 1][4]


class Tagger:
    """Marks names with a trained field."""

    def __init__(self, model: bytes) -> None:
        # The library reads these bytes in place and does not keep them alive by itself.
        self._model = model
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)
        self._labels: Sequence[str] = self._tagger.labels()
        self._text: str | None = None

    def marks(self, text: str) -> Marks:
        """The marked spans of a plain text."""
        head = text[:READ]
        if not head:
            return NO_MARKS
        return Marks(tuple(_spans(self._tag(head), self._tagger)), self, head)

    def chance(self, text: str, name: str, span: tuple[int, int]) -> float:
        """How likely the characters of a span are part of such a name, on the average.

        The library answers about the text it tagged last, so another text is tagged anew.
        """
        if self._text != text:
            self._tag(text)
        inside = [one for one in self._labels if _is(one, name)]
        chances = (self._tagger.marginal(one, at) for at in range(*span) for one in inside)
        return float(sum(chances)) / (span[1] - span[0])

    def _tag(self, text: str) -> Sequence[str]:
        self._text = text
        labels: Sequence[str] = self._tagger.tag(features(text))
        return labels


_LABEL = re.compile(r"(?P<part>[BI])-(?P<name>\w+?)(?::(?P<role>\w+))?")


def label(part: str, name: str, role: str | None) -> str:
    """The label of a character inside a marked name: ``B-employer:person``."""
    return f"{part}-{name}" + (f":{role}" if role else "")


def _is(marked: str, name: str) -> bool:
    return marked[2:].partition(":")[0] == name


def _spans(labels: Sequence[str], tagger: pycrfsuite.Tagger) -> Iterator[Tag]:
    at = 0
    while at < len(labels):
        match = _LABEL.fullmatch(labels[at])
        if match is None:
            at += 1
            continue
        inside = label("I", match["name"], match["role"])
        end = at + 1
        while end < len(labels) and labels[end] == inside:
            end += 1
        sure = min(tagger.marginal(labels[i], i) for i in range(at, end))
        yield Tag(match["name"], match["role"], at, end, round(float(sure), 3))
        at = end
