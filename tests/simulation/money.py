"""What each case's money has to be, counted anew from the events alone.

The product reads rows of claims and payments (`casework.balance`); here the history is folded with
other code: what was filed, what the worker said, and what was taken back of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from casework.balance import CaseMoney
from casework.history import Event, EventKind

_CHANGES = {
    EventKind.PEOPLE_LISTED,
    EventKind.PAYMENT_RECORDED,
    EventKind.PAYMENT_CONFIRMED,
    EventKind.PAYMENT_REVERSED,
}
"""What nobody does in this year; a case that has it would need more than is counted here."""


@dataclass(kw_only=True)
class Told:
    """One word of a worker about money: a sum in fen (0: none was named), or all of it."""

    fen: int
    everything: bool
    counts: bool = True


@dataclass(kw_only=True)
class Folded:
    """What the history comes to. ``owed`` 0: nobody knows."""

    owed: int = 0
    told: list[Told] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """By the worker's own word, or because a known sum is covered."""
        said = any(t.counts and t.everything for t in self.told)
        return said or bool(self.owed and self.paid >= self.owed)

    @property
    def paid(self) -> int:
        """What is known to have come, in fen."""
        return sum(t.fen for t in self.told if t.counts)

    @property
    def vague(self) -> bool:
        """Whether something came of which nobody said how much."""
        return any(t.counts and not t.fen for t in self.told)


def fold(events: Iterable[Event]) -> Folded:
    """The money of a case of one worker, event by event."""
    money = Folded()
    for event in events:
        if event.kind is EventKind.FILED:
            money.owed = int(event.facts["high_fen"])
        elif event.kind is EventKind.PAYMENT and event.facts["how_much"] != "none":
            money.told.append(_told(event, money))
        elif event.kind is EventKind.PAYMENT_DENIED:
            _taken_back(event, money)
        elif event.kind in _CHANGES:
            money.unknown.append(event.kind.value)
    return money


def _told(event: Event, money: Folded) -> Told:
    everything = event.facts["how_much"] == "all"
    fen = int(event.facts["fen"])
    rest = max(money.owed - money.paid, 0) if money.owed and not money.vague else 0
    if everything and not fen:
        fen = 0 if money.settled else rest
    return Told(fen=fen, everything=everything)


def _taken_back(event: Event, money: Folded) -> None:
    """The newest that counts and is of this size: a payment's number stands in no other event."""
    for told in reversed(money.told):
        if told.counts and told.fen == int(event.facts["fen"]):
            told.counts = False
            return
    money.unknown.append("a denied payment that nobody told of")


def money_wrong(events: Sequence[Event], shown: CaseMoney) -> Iterator[str]:
    """Where what the ledger shows is not what the history comes to."""
    money, whole = fold(events), shown.whole
    yield from money.unknown
    if not shown.accounts and not money.owed and not money.told:
        return  # nothing was filed
    if whole.paid != money.paid:
        yield f"paid {whole.paid}, by the events {money.paid}"
    if shown.settled != money.settled:
        yield f"settled {shown.settled}, by the events {money.settled}"
    yield from _owed(money, shown)


def _owed(money: Folded, shown: CaseMoney) -> Iterator[str]:
    whole, left = shown.whole, shown.whole.left
    if not money.owed:
        if (whole.owed, left, whole.room) != (None, None, None):
            yield f"a balance is shown, and nobody knows the sum: {left}"
    elif whole.owed is None or (whole.owed.low, whole.owed.high) != (money.owed, money.owed):
        yield f"owed {whole.owed}, by the events {money.owed}"
    elif money.settled:
        if left is None or (left.low, left.high) != (0, 0):
            yield f"settled by the worker's word, and {left} is left"
    else:
        yield from _left(money, shown)


def _left(money: Folded, shown: CaseMoney) -> Iterator[str]:
    left, over = shown.whole.left, shown.whole.over
    if money.vague:
        if left is not None:
            yield f"somebody said that a part came, not how much, and {left} is left"
    elif left is None or left.high - over != money.owed - money.paid:
        yield f"owed − paid = {money.owed - money.paid}, left {left}, over {over}"
