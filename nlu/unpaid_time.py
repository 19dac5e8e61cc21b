"""What a wage rate comes to over the time that was not paid: 一个月六千，欠五个月 is 30,000.

Nobody said that sum, so it is marked as computed and read back. It is left alone where anything
else was said of money, or where it stays open whether the rate is of one person or of all.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from casework.meaning import CountRange, Fact, FactName, MoneyRange, Period
from casework.money import Fen
from nlu.numerals import Quantity
from nlu.sums import Placed

_DAYS = re.compile(r"\s?(?:多|来)?(?:天|个工(?!人|友)|个班)(?!前|内|之内|后|之后|一结)")
_EACH = re.compile(r"(?:每个?人|人均|一人|各)[^,，。]{0,6}$")
_UNPAID_DAYS = re.compile(r"(?:的)?(?:工资|工钱|钱)|[^,，。]{0,4}没")
_DAYS_OF_ALL = re.compile(r"[十百\d]\s?个工(?!人|友)")
"""四个人一共八十个工: the days of all together."""

SURE_OF_MONTHS, SURE_OF_PERIOD = 0.6, 0.7

Span = tuple[float, float]


def total(
    text: str, rates: Sequence[Placed], told: Sequence[Fact], days: Sequence[Span]
) -> MoneyRange | None:
    """The rate times the time, if the text leaves no doubt about either and about the people."""
    if len({(rate.sum.value, rate.per) for rate in rates}) != 1:
        return None
    rate = rates[0]
    time = _months(told) if rate.per == "month" else days if rate.per == "day" else ()
    whole = rate.per == "day" and _DAYS_OF_ALL.search(text)
    people = 1 if whole else _people(text, rate, told)
    if len(set(time)) != 1 or people is None:
        return None
    low, high = time[0]
    value = rate.sum.value
    return MoneyRange(
        low=_times(value.low, low, people), high=_times(value.high, high, people), approximate=True
    )


def _times(rate: Fen, time: float, people: int) -> Fen:
    return Fen(int((Decimal(rate) * Decimal(str(time)) * people).to_integral_value()))


def unpaid_days(text: str, quantities: Sequence[Quantity]) -> list[Span]:
    """How many days a text speaks of: those whose wages are named, else any."""
    found = [
        ((float(q.low), float(q.high)), match.end())
        for q in quantities
        if not q.positional and 2 <= q.low <= q.high <= 400 and (match := _DAYS.match(text, q.end))
    ]
    named = [span for span, end in found if _UNPAID_DAYS.match(text, end)]
    return named or [span for span, _ in found]


def _months(told: Sequence[Fact]) -> list[Span]:
    months = [
        (fact.value.low, fact.value.high)
        for fact in told
        if fact.name is FactName.MONTHS and fact.confidence >= SURE_OF_MONTHS
        if isinstance(fact.value, CountRange)
    ]
    return months or [
        (float(count), float(count))
        for fact in told
        if fact.name is FactName.PERIOD and fact.confidence >= SURE_OF_PERIOD
        if isinstance(fact.value, Period) and (count := _length(fact.value))
    ]


def _length(period: Period) -> int | None:
    """The months of a period, both ends counted."""
    ends = (period.start or "", period.end or "")
    if any(len(end) != len("2026-01") for end in ends):
        return None
    first, last = (int(end[:4]) * 12 + int(end[5:7]) for end in ends)
    return last - first + 1 if 0 <= last - first < 24 else None


def _people(text: str, rate: Placed, told: Sequence[Fact]) -> int | None:
    """For how many the rate is multiplied; None where that is open."""
    sizes = [
        fact
        for fact in told
        if fact.name is FactName.HEADCOUNT and fact.confidence >= SURE_OF_MONTHS
    ]
    best = max(sizes, key=lambda fact: fact.confidence, default=None)
    if best is None or not isinstance(best.value, CountRange):
        return None if _EACH.search(text, max(0, rate.sum.start - 10), rate.sum.start) else 1
    size = best.value
    each = _EACH.search(text, max(0, rate.sum.start - 10), rate.sum.start)
    if size.low != size.high or size.approximate or (size.low > 1 and not each):
        return None
    return int(size.low)
