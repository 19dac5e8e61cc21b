"""Whole messages with what they tell: letters, headlines, chat, questions of law.

Names are compared as people would: a longer or shorter form of the same name is right.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.fuzz import ratio

from nlu.interpreter import LocalInterpreter
from nlu.report import as_dict

LETTERS = Path(__file__).parent / "sentences" / "letters.jsonl"

LEAST = {
    "amount": 0.95,
    "headcount": 0.92,
    "months": 0.90,
    "period": 0.80,
    "employer": 0.85,
    "project": 0.75,
    "location": 0.85,
    "wage_rate": 0.90,
}
"""F1 of each slot; what was reached when they were read, less a little."""


@pytest.fixture(scope="module")
def read(district_interpreter: LocalInterpreter) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What each letter should give, and what it gave."""
    lines = [json.loads(line) for line in LETTERS.read_text(encoding="utf-8").splitlines()]
    return [
        (
            line["expect"],
            as_dict(district_interpreter.read(line["text"], date.fromisoformat(line["date"]))),
        )
        for line in lines
    ]


def alike(one: object, other: object) -> bool:
    """The same value; of names, also a form that shares most of its characters."""
    if not isinstance(one, str) or not isinstance(other, str):
        return _close(one, other)
    bare = [re.sub(r"\W", "", name).lower() for name in (one, other)]
    short, long = sorted(bare, key=len)
    return (short in long and len(short) >= 0.6 * len(long)) or ratio(*bare) >= 80


def _close(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 0.005 * abs(one)
    if isinstance(other, list) and isinstance(one, int | float):
        return bool(other[0] <= one <= other[1])
    return one == other


def values(found: object) -> list[object]:
    if found is None:
        return []
    return list(found) if isinstance(found, list) and isinstance(found[0], str) else [found]


def pairs(
    slot: str, read: list[tuple[dict[str, Any], dict[str, Any]]]
) -> Iterator[tuple[list[object], list[object]]]:
    for expected, found in read:
        if slot not in expected:
            continue
        wanted, got = (
            [side[slot]] if slot == "period" and side[slot] else values(side[slot] or None)
            for side in (expected, found)
        )
        also = expected.get(f"{slot}_also", [])
        yield wanted, [one for one in got if not any(alike(one, other) for other in also)]


@pytest.mark.parametrize("slot", sorted(LEAST))
def test_letters(slot: str, read: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """A change that reads one letter better must not read the others worse."""
    tally: Counter[str] = Counter()
    for wanted, got in pairs(slot, read):
        right = sum(any(alike(one, other) for other in got) for one in wanted)
        tally["right"] += right
        tally["missed"] += len(wanted) - right
        tally["wrong"] += sum(not any(alike(one, other) for one in wanted) for other in got)
    f1 = 2 * tally["right"] / (2 * tally["right"] + tally["missed"] + tally["wrong"])
    assert f1 >= LEAST[slot], (slot, round(f1, 3), tally)


def test_no_sum_is_off_by_a_factor(read: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """A wrong sum is bad; one that is ten times too large or too small must not happen."""
    far = [
        (expected["amount"], found["amount"])
        for expected, found in read
        if isinstance(expected.get("amount"), int | float)
        and isinstance(found["amount"], int | float)
        and not 0.2 <= found["amount"] / expected["amount"] <= 5
    ]
    assert [] == far
