"""The sums of some cases in words, the same on every card and in every table."""

from casework.meaning import MoneyRange
from casework.messages import Arg, Money, Words
from casework.tally import Sums


def sums_args(sums: Sums) -> dict[str, Arg]:
    """What a sentence about some cases may ask for."""
    return {
        "open": sums.open,
        "all": sums.cases,
        "people": sums.waiting.people,
        "owed": range_words(sums.owed),
        "unnamed": sums.unnamed,
        "paid": Money(fen=sums.paid),
    }


def range_words(money: MoneyRange) -> Words:
    """One sum, or the least and the most."""
    low, high = Money(fen=money.low), Money(fen=money.high)
    if low == high:
        return Words(key="stats-sum", args={"sum": low})
    return Words(key="stats-sums", args={"low": low, "high": high})
