"""What happened to a case, read from its history as steps on its tracks and marks on its clocks.

Nothing about a clock is stored but these events: who acted when, and what a person decided about
a limit. Everything else is counted anew whenever it is shown (`casework.clocks`).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum

from casework.case import HOLDERS, Case, Outcome, TrackKind
from casework.history import Event, EventKind
from casework.steps import Happening, Step


class MarkKind(StrEnum):
    """What a person may do to a clock."""

    STOP = "stop"
    RESUME = "resume"
    EXTEND = "extend"
    RESTART = "restart"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A person's decision about one clock: from which day, on which listed ground."""

    kind: MarkKind
    statute_id: str
    on: date
    ground: str = ""
    by: str = ""  # the officer who entered it


_MARKS = {
    EventKind.CLOCK_STOPPED: MarkKind.STOP,
    EventKind.CLOCK_RESUMED: MarkKind.RESUME,
    EventKind.CLOCK_EXTENDED: MarkKind.EXTEND,
    EventKind.CLOCK_RESTARTED: MarkKind.RESTART,
}

_LEAD, _INSPECTION, _AID = TrackKind.LEAD_UNIT, TrackKind.LABOUR_INSPECTION, TrackKind.LEGAL_AID
_RECEIVED: dict[TrackKind, tuple[Step, ...]] = {
    _LEAD: (Step.PETITION_RECEIVED,),
    _INSPECTION: (Step.COMPLAINT_RECEIVED,),
    _AID: (Step.APPLICATION,),
}
_TAKEN_IN: dict[TrackKind, tuple[Step, ...]] = {
    _INSPECTION: (Step.ACCEPTED, Step.FILED),  # accepting is filing on the same day (R25 Art 18)
    _AID: (Step.GRANTED,),
}

MOVING = frozenset(
    {
        EventKind.FILED,
        EventKind.ROUTED,
        EventKind.ACCEPTED,
        EventKind.OBJECTED,
        EventKind.REFUSED,
        EventKind.ASSIGNED,
        EventKind.DOCUMENT,
        EventKind.TRANSFERRED,
        EventKind.CLOSED,
        EventKind.REOPENED,
        EventKind.WITHDRAWN,
        EventKind.LEGAL_AID_ASKED,
        EventKind.STEP,
        *_MARKS,
    }
)
"""The events that set a clock going, meet it or change it."""


def happenings(case: Case, events: Iterable[Event], zone: tzinfo) -> tuple[Happening, ...]:
    """The steps on all tracks, by day; on one day in the order in which they were written."""
    walk = _Walk(case=case, zone=zone)
    found = [happening for event in events for happening in walk.read(event)]
    return tuple(sorted(found, key=lambda happening: happening.on))


def marks(events: Iterable[Event]) -> tuple[Mark, ...]:
    """What people decided about the clocks, in order."""
    return tuple(
        Mark(
            kind=_MARKS[event.kind],
            statute_id=str(event.facts["clock"]),
            on=date.fromisoformat(str(event.facts["day"])),
            ground=str(event.facts.get("ground", "")),
            by=event.by_officer or "",
        )
        for event in events
        if event.kind in _MARKS
    )


class _Walk:
    """Reads events in order and remembers which tracks are answered and which are closed."""

    def __init__(self, *, case: Case, zone: tzinfo) -> None:
        self._case = case
        self._zone = zone
        self._answered: set[TrackKind] = set()
        self.closed: set[TrackKind] = set()

    def read(self, event: Event) -> Iterator[Happening]:
        """What this event comes to; nothing for most kinds."""
        on = event.at.astimezone(self._zone).date()
        if event.kind is EventKind.STEP:
            on = date.fromisoformat(str(event.facts["day"]))
            step = Step(str(event.facts["step"]))
            yield Happening(track=event.track, step=step, on=on, document=event.document_number)
            return
        for track, step in self._steps(event):
            yield Happening(track=track, step=step, on=on, document=event.document_number)

    def _steps(self, event: Event) -> Iterator[tuple[TrackKind | None, Step]]:
        reader = _READERS.get(event.kind)
        if reader is not None:
            yield from reader(self, event)

    def filed(self, event: Event) -> Iterator[tuple[TrackKind, Step]]:
        del event
        yield _LEAD, Step.FORWARDED_RECEIVED
        yield from self.begin(_LEAD, _INSPECTION)

    def routed(self, event: Event) -> Iterator[tuple[TrackKind, Step]]:
        del event
        yield _LEAD, Step.DESIGNATED
        yield from self.begin(_LEAD)

    def refused(self, event: Event) -> Iterator[tuple[TrackKind, Step]]:
        if event.track is not None:
            self.closed.add(event.track)
            yield event.track, Step.NOT_ACCEPTED

    def document(self, event: Event) -> Iterator[tuple[TrackKind, Step]]:
        ordered = event.facts.get("kind") == "order_to_pay"
        if ordered and event.acting_unit == self._case.track(_INSPECTION).unit:
            yield _INSPECTION, Step.ORDERED

    def begin(self, *tracks: TrackKind) -> Iterator[tuple[TrackKind, Step]]:
        for track in tracks:
            self.closed.discard(track)
            self._answered.discard(track)
            for step in _RECEIVED[track]:
                yield track, step

    def take_in(self, event: Event) -> Iterator[tuple[TrackKind, Step]]:
        """Assigning a track that nobody has accepted yet takes it in."""
        track = event.track
        if track is None:
            return
        if event.kind is EventKind.ASSIGNED and track is _AID:
            yield track, Step.APPOINTED
        elif track not in self._answered:
            self._answered.add(track)
            for step in _TAKEN_IN.get(track, (Step.ACCEPTED,)):
                yield track, step

    def end(self, event: Event) -> Iterator[tuple[TrackKind | None, Step]]:
        every = event.kind is not EventKind.CLOSED or event.track is None
        mine = sorted(HOLDERS) if every else [event.track or _LEAD]
        if event.kind is EventKind.WITHDRAWN:
            yield None, Step.WITHDRAWN
            mine.append(_AID)
        outcome = str(event.facts.get("outcome", ""))
        paid = outcome in set(Outcome) and not Outcome(outcome).leaves_money_owed
        if event.kind is EventKind.CLOSED and paid and every:
            yield None, Step.PAID
        for track in mine:
            self.closed.add(track)
            yield track, Step.CLOSED


_Reader = Callable[[_Walk, Event], Iterator[tuple[TrackKind | None, Step]]]
_READERS: dict[EventKind, _Reader] = {
    EventKind.FILED: _Walk.filed,
    EventKind.ROUTED: _Walk.routed,
    EventKind.ACCEPTED: _Walk.take_in,
    EventKind.ASSIGNED: _Walk.take_in,
    EventKind.OBJECTED: lambda *_: iter([(_LEAD, Step.OBJECTED)]),
    EventKind.REFUSED: _Walk.refused,
    EventKind.DOCUMENT: _Walk.document,
    EventKind.LEGAL_AID_ASKED: lambda walk, _: walk.begin(_AID),
    EventKind.REOPENED: lambda walk, _: walk.begin(*sorted(walk.closed & set(_RECEIVED))),
    EventKind.TRANSFERRED: _Walk.end,
    EventKind.CLOSED: _Walk.end,
    EventKind.WITHDRAWN: _Walk.end,
}
