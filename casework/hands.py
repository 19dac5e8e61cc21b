"""Every hand that held a case: which unit, from when, until when, and why.

Read from the history, which nobody can alter: a unit that once held a case stays in the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from casework.history import Event, EventKind


class Why(StrEnum):
    """Why a unit got a case."""

    FIRST = "first"  # whoever is reached first takes it in (724 Art 10)
    PLAN = "plan"  # the plan's table
    DESIGNATED = "designated"  # the arrears office (XF22 Art 24)


@dataclass(frozen=True, kw_only=True)
class Hand:
    """A unit that holds or held a case. ``until`` None: it does now.

    ``reason`` is what an officer wrote for the worker when handing it on. ``on_paper_at``: when
    the sheet reached a unit that works on paper. ``objected_at``: when it said 不归我们.
    """

    unit: str
    since: datetime
    why: Why
    until: datetime | None = None
    reason: str = ""
    on_paper_at: datetime | None = None
    objected_at: datetime | None = None

    @property
    def received_at(self) -> datetime:
        """From when its own limits run: on paper not before the sheet has arrived."""
        return self.on_paper_at or self.since


def hands(events: Iterable[Event]) -> tuple[Hand, ...]:
    """The hands of a case in order; the last one holds it. Events come in the order of the chain.

    Example: opened (arrears office) → filed, proposed to a street office → objected, designated
    to another office: three hands, the second with ``objected_at``.
    """
    held: list[Hand] = []
    for event in events:
        if event.kind in _GIVES and (unit := _receiver(event)):
            _give(held, unit, event)
        elif held and event.kind is EventKind.HANDED_OVER:
            held[-1] = replace(held[-1], on_paper_at=event.at)
        elif held and event.kind is EventKind.OBJECTED and event.acting_unit == held[-1].unit:
            held[-1] = replace(held[-1], objected_at=event.at)
    return tuple(held)


_GIVES = {
    EventKind.OPENED: Why.FIRST,
    EventKind.ROUTE_PROPOSED: Why.PLAN,
    EventKind.ROUTED: Why.DESIGNATED,
}


def _receiver(event: Event) -> str:
    facts = event.facts
    return str(
        facts.get("to") or facts.get("holder") or facts.get("lead") or facts.get("unit", "")
    )


def _give(held: list[Hand], unit: str, event: Event) -> None:
    why = _GIVES[event.kind]
    if held and held[-1].unit == unit:
        if why is Why.DESIGNATED:  # it stays where it is, now by a person's word
            held[-1] = replace(held[-1], why=why, reason=event.personal.get("reason", ""))
        return
    if held:
        held[-1] = replace(held[-1], until=event.at)
    reason = event.personal.get("reason", "")
    held.append(Hand(unit=unit, since=event.at, why=why, reason=reason))
