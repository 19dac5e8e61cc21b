"""A conditional random field over characters that marks employers, sites and places.

It finds what no ending gives away; ``names`` and ``places`` come first, because an ending and a
leading word can be explained to an officer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pycrfsuite  # type: ignore[import-untyped]

from nlu.regions import HENAN_CITIES, HENAN_COUNTIES, OTHER_CITIES
from nlu.surnames import SURNAMES

READ = 250
"""Characters that are tagged; names stand at the head of a message."""

_REGION_WORDS = frozenset(name[:2] for name in (*HENAN_CITIES, *HENAN_COUNTIES, *OTHER_CITIES))
_ENDINGS = frozenset("司厂店局队团校院所城苑府园区标段路街村镇县市项目程地期楼厦场工总某")
_CUES = frozenset("在给被跟找叫是欠老板包头投诉拖我们俺的和")


@dataclass(frozen=True, slots=True)
class Tag:
    """A marked span of the plain text, with how sure the field is of it."""

    name: str
    role: str | None
    start: int
    end: int
    confidence: float


def shape(char: str) -> str:
    """What kind of character it is."""
    if char.isdigit():
        return "0"
    if "一" <= char <= "龥":
        return "汉"
    return "a" if char.isalpha() else "."


def features(text: str) -> list[list[str]]:
    """The features of every character: itself, its neighbours, and what lists know of it."""
    padded = f"\x02\x02{text}\x03\x03"
    return [_at(padded, at + 2) for at in range(len(text))]


def _at(text: str, at: int) -> list[str]:
    here, before, after = text[at], text[at - 1], text[at + 1]
    found = [
        "b",
        f"0={here}",
        f"-1={before}",
        f"+1={after}",
        f"-2={text[at - 2]}",
        f"+2={text[at + 2]}",
        f"-10={before}{here}",
        f"01={here}{after}",
        f"-21={text[at - 2]}{before}",
        f"12={after}{text[at + 2]}",
        f"s={shape(before)}{shape(here)}{shape(after)}",
    ]
    lists = (
        ("sur", here in SURNAMES),
        ("-sur", before in SURNAMES),
        ("end", here in _ENDINGS),
        ("+end", after in _ENDINGS),
        ("cue", before in _CUES),
        ("reg", here + after in _REGION_WORDS),
        ("-reg", before + here in _REGION_WORDS),
    )
    found.extend(name for name, holds in lists if holds)
    return found


class Tagger:
    """Marks names with a trained field."""

    def __init__(self, model: bytes) -> None:
        # The library reads these bytes in place and does not keep them alive by itself.
        self._model = model
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)

    def tags(self, text: str) -> list[Tag]:
        """The marked spans of a plain text."""
        head = text[:READ]
        if not head:
            return []
        labels = self._tagger.tag(features(head))
        return list(_spans(labels, self._tagger))


_LABEL = re.compile(r"(?P<part>[BI])-(?P<name>\w+?)(?::(?P<role>\w+))?")


def label(part: str, name: str, role: str | None) -> str:
    """The label of a character inside a marked name: ``B-employer:person``."""
    return f"{part}-{name}" + (f":{role}" if role else "")


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
