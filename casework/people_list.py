"""A foreman's list: a name and a sum to a line, checked against the total he named.

One row a worker (724 Art 52): the foreman's own project money is asked about apart.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from casework.conversation_state import Answer
from casework.forms import Answers, Hearing, Picked
from casework.meaning import CountRange, FactName, MoneyRange
from casework.messages import Arg, Money, Words
from casework.money import Fen

LONGEST_NAME = 20
_BARE = re.compile(
    r"\s*(?:\d{1,3}[.、)]\s*)?(?P<name>[^\d]{2,}?)[\s:,]*"
    r"(?P<sum>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?P<cents>\.\d{1,2})?\s*(?:元|块钱?|圆)?[\s。;]*"
)
"""张三 5000, also with the number of its line before it: 1、张三 5000."""
_SUMS = frozenset({"合计", "总计", "小计", "共计", "总共", "一共", "共", "总数"})
_NOT_NAME = re.compile(r"[\d\s:：,，.。、;；\-—()（）]+")


@dataclass(frozen=True, kw_only=True)
class ListedWorker:
    """One line of the list."""

    name: str
    amount: Fen


def rows_in(hearing: Hearing) -> tuple[ListedWorker, ...]:
    """The lines of a message that hold a name and one sum."""
    rows, start = [], 0
    text = hearing.meaning.text
    for line in text.splitlines():
        end = start + len(line)
        row = _row(hearing, line, start, end)
        if row is not None:
            rows.append(row)
        start = end + 1
    return tuple(rows)


def _row(hearing: Hearing, line: str, start: int, end: int) -> ListedWorker | None:
    sums = [
        f
        for f in hearing.meaning.facts
        if f.name in {FactName.MONEY, FactName.AMOUNT, FactName.PAID, FactName.NUMBER}
        and start <= f.start < f.end <= end
    ]
    widest = max(
        sums, key=lambda f: (f.end - f.start, f.name is not FactName.NUMBER), default=None
    )
    if widest is None:
        return _bare(line)
    amount = _fen(widest.value)
    return _worker(line[: widest.start - start], line[widest.end - start :], amount)


def _bare(line: str) -> ListedWorker | None:
    """In a long message nobody else reads a number that nothing stands behind."""
    found = _BARE.fullmatch(unicodedata.normalize("NFKC", line))
    if found is None:
        return None
    yuan = f"{found['sum'].replace(',', '')}{found['cents'] or ''}"
    return _worker(found["name"], "", Fen(round(float(yuan) * 100)))


def _worker(before: str, behind: str, amount: Fen | None) -> ListedWorker | None:
    """The name stands before the sum, or else behind it."""
    name = _NOT_NAME.sub("", before) or _NOT_NAME.sub("", behind)
    if not name or len(name) > LONGEST_NAME or name in _SUMS or amount is None:
        return None
    return ListedWorker(name=name, amount=amount)


def _fen(value: object) -> Fen | None:
    if isinstance(value, MoneyRange) and value.low == value.high:
        return value.low
    if isinstance(value, CountRange) and value.low == value.high:
        return Fen(round(value.low * 100))
    return None


def pick_rows(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """New lines are added to those already sent; the same name again replaces its sum."""
    del is_open
    found = rows_in(hearing)
    if not found:
        return None
    known = {row.name: row for row in listed(answers.get("list_rows"))}
    known |= {row.name: row for row in found}
    value = tuple(f"{row.name}|{row.amount}" for row in known.values())
    return Picked(value=value, end=len(hearing.meaning.text))


def listed(answer: Answer) -> tuple[ListedWorker, ...]:
    """The rows as kept between messages."""
    if not isinstance(answer, tuple):
        return ()
    pairs = (row.rsplit("|", 1) for row in answer)
    return tuple(ListedWorker(name=name, amount=Fen(int(amount))) for name, amount in pairs)


def total(rows: tuple[ListedWorker, ...]) -> Fen:
    """What the list adds up to."""
    return Fen(sum(row.amount for row in rows))


def check(answers: Answers) -> Mapping[str, Arg]:
    """How many and how much, and how that fits what was said before."""
    rows = listed(answers.get("list_rows"))
    return {
        "n": len(rows),
        "sum": Money(fen=total(rows)),
        "difference": _difference(answers, rows),
    }


def _difference(answers: Answers, rows: tuple[ListedWorker, ...]) -> Words | str:
    said, people = answers.get("said_total"), answers.get("said_people")
    sum_differs = isinstance(said, int) and said != total(rows)
    count_differs = isinstance(people, int) and people != len(rows)
    if sum_differs and isinstance(said, int):
        return Words(key="list-sum-differs", args={"said": Money(fen=said)})
    if count_differs and isinstance(people, int):
        return Words(key="list-count-differs", args={"said": people})
    return ""
