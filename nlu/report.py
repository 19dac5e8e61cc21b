"""A meaning as one JSON line, and the figures of an annotated file.

The shape is what ``qingxin nlu parse`` prints; sums are in yuan there, as people read them.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from casework.meaning import (
    CountRange,
    Fact,
    FactName,
    FactValue,
    Meaning,
    MoneyRange,
    Period,
    WageRate,
)

SURE = 0.5
"""Facts below this are candidates for an open question, not statements of the text."""


class Reader(Protocol):
    """What reads a text here: ``LocalInterpreter`` does."""

    def read(self, text: str, on: date) -> Meaning: ...


Slot = Any
"""A slot of the report: text, number, pair, list or None, as JSON holds them."""


def as_dict(meaning: Meaning) -> dict[str, Slot]:
    """A meaning as the dictionary behind one line of JSON."""
    rate = _best(meaning, FactName.WAGE_RATE)
    amount = _stated(_best(meaning, FactName.AMOUNT), rate)
    period = _best(meaning, FactName.PERIOD)
    return {
        "intent": meaning.intent.value,
        "confidence": meaning.confidence,
        "employer": [str(fact.value) for fact in meaning.all(FactName.EMPLOYER) if _sure(fact)],
        "project": _value(_best(meaning, FactName.PROJECT)),
        "location": _value(_best(meaning, FactName.LOCATION)),
        "amount": _value(amount),
        "wage_rate": _value(rate),
        "months": _value(_best(meaning, FactName.MONTHS)),
        "headcount": _value(_best(meaning, FactName.HEADCOUNT)),
        "period": _value(period),
        "iou": _value(_best(meaning, FactName.IOU)),
        "contract": _value(_best(meaning, FactName.CONTRACT)),
        "phone": _value(_best(meaning, FactName.PHONE)),
        "id_number": _value(_best(meaning, FactName.ID_NUMBER)),
        "facts": [_fact(fact) for fact in meaning.facts],
    }


def _sure(fact: Fact) -> bool:
    return fact.confidence >= SURE


def _best(meaning: Meaning, name: FactName) -> Fact | None:
    fact = meaning.first(name)
    return fact if fact and _sure(fact) else None


def _stated(amount: Fact | None, rate: Fact | None) -> Fact | None:
    """The sum owed, unless it is a rate times a time: a question to be put, no statement."""
    multiplied = amount and rate and amount.computed and amount.start == rate.start
    return None if multiplied else amount


def _value(fact: Fact | None) -> Slot:
    return None if fact is None else plain_value(fact.value)


def plain_value(value: FactValue) -> Slot:
    """A value as JSON holds it; a range is a pair, a sum is in yuan."""
    if isinstance(value, MoneyRange):
        return _pair(value.low / 100, value.high / 100)
    if isinstance(value, CountRange):
        return _pair(value.low, value.high)
    if isinstance(value, WageRate):
        return plain_value(value.amount)
    if isinstance(value, Period):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    return value


def _pair(low: float, high: float) -> Slot:
    ends = [int(end) if end == int(end) else end for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else ends


def _fact(fact: Fact) -> dict[str, Slot]:
    return {
        "name": fact.name.value,
        "value": plain_value(fact.value),
        "text": fact.text,
        "start": fact.start,
        "end": fact.end,
        "role": fact.role,
        "confidence": round(fact.confidence, 3),
    }


def parse_line(line: str, interpreter: Reader, *, on: date) -> str:
    """One JSON line ``{"text", "date"?, "id"?}`` read into one JSON line of facts.

    ``on`` is the day of a message that carries no date. A line that is no such object gives a
    line with ``error`` instead, so that one bad line does not stop a file.
    """
    try:
        asked = json.loads(line)
        text, day = asked["text"] + "", asked.get("date")
        written = date.fromisoformat(day) if day else on
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        return json.dumps({"error": f"not a message: {type(wrong).__name__}"}, ensure_ascii=True)
    result = {"id": asked.get("id"), **as_dict(interpreter.read(text, written))}
    return json.dumps(result, ensure_ascii=False).encode("utf-8", "replace").decode()


SLOTS = (
    "intent", "employer", "project", "location", "amount", "wage_rate", "months", "headcount",
    "period", "iou", "contract", "phone", "id_number",
)  # fmt: skip


@dataclass(slots=True)
class _Tally:
    """Right, wrong and missed values of every slot, and a line for each error."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    unread: int = 0

    def add(self, name: str, slot: str, pair: tuple[Slot, Slot]) -> None:
        expected, found = (_values(value) for value in pair)
        right = len([value for value in expected if value in found])
        self.right[slot] += right
        self.missed[slot] += len(expected) - right
        self.wrong[slot] += len(found) - right
        if len(expected) != right or len(found) != right:
            self.errors.append(
                f"{name}  {slot}  expected {_shown(pair[0])}  found {_shown(pair[1])}"
            )


def _values(value: Slot) -> list[Slot]:
    """A slot as a list of values; employers are several, a range is one."""
    if value is None:
        return []
    several = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return list(value) if several and not _is_period(value) else [value]


def _is_period(value: Sequence[str]) -> bool:
    return any(item[:4].isdigit() and (len(item) == 4 or item[4:5] == "-") for item in value)


def _shown(value: Slot) -> str:
    return json.dumps(value, ensure_ascii=False)


def evaluate(lines: Iterable[str], interpreter: Reader, *, on: date) -> str:
    """Precision, recall and F1 of each slot over annotated lines, then every error.

    A line is ``{"text", "expect": {slot: value, …}, "date"?, "id"?}``. Only slots that ``expect``
    names are judged; ``null`` says that nothing may be found.
    """
    tally = _Tally()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = json.loads(parse_line(line, interpreter, on=on))
        if "error" in found:
            tally.unread += 1
            continue
        asked: Mapping[str, Slot] = json.loads(line).get("expect") or {}
        for slot in SLOTS:
            if slot in asked:
                name = str(found["id"] if found["id"] is not None else number)
                tally.add(name, slot, (asked[slot], found[slot]))
    return _table(tally)


def _table(tally: _Tally) -> str:
    rows = [f"{'slot':12} {'P':>6} {'R':>6} {'F1':>6}   right wrong missed"]
    for slot in SLOTS:
        right, wrong, missed = tally.right[slot], tally.wrong[slot], tally.missed[slot]
        if not right + wrong + missed:
            continue
        precision = right / (right + wrong) if right + wrong else 0.0
        recall = right / (right + missed) if right + missed else 0.0
        both = precision + recall
        rows.append(
            f"{slot:12} {precision:6.3f} {recall:6.3f} {2 * precision * recall / both if both else 0.0:6.3f}"
            f"   {right:5} {wrong:5} {missed:6}"
        )
    if tally.unread:
        rows.append(f"{tally.unread} line{'s' if tally.unread > 1 else ''} could not be read")
    return "\n".join([*rows, "", *(tally.errors or ["no errors"])])
