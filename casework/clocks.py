"""The clocks of a case: which limits run, since when, until when, on whose duty.

Rule: a clock is derived, never stored. What happened (`casework.happenings`) and the limits of
``statutes.toml`` give it; a stop, an extension or a new start is an event that a person made on
a listed ground. So a date is always right for the calendar of today, and nobody can move it by
touching a case. Source: DOMAIN of the plan; the article of each limit stands in its row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from enum import StrEnum

from casework.case import HOLDERS, Case, TrackKind
from casework.deadlines import Certainty, DueDate, Statute, Stop, WorkingDays, due_date
from casework.happenings import Mark, MarkKind, happenings, marks
from casework.history import Event
from casework.statutes import Statutes
from casework.steps import Happening, Step

ARBITRATION_LIMIT = "AR-1"
"""The worker's own year; it starts with the end of employment, which is no step of a track."""


class ClockState(StrEnum):
    """Whether a limit runs."""

    RUNNING = "running"
    STOPPED = "stopped"  # by a person; its days do not count until a person lets it run again
    NO_START = "no_start"  # nobody has said when it begins


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One limit of a case.

    ``due`` is the date to meet, None while stopped or without a start. Where two sources limit the
    same duty, this is the earlier one and ``other`` the later, with what was decided about it.
    ``interrupted``: the date that a confirmed interruption gives; it is shown beside and nobody is reminded by it.
    """

    track: TrackKind
    unit: str
    statute: Statute
    due: DueDate | None
    started_on: date | None = None
    state: ClockState = ClockState.RUNNING
    other: "Clock | None" = None
    extension: Mark | None = None
    stop: Mark | None = None
    interruption: Mark | None = None
    interrupted: DueDate | None = None
    assumed: bool = False  # the start is the cautious guess of the machine

    @property
    def is_duty(self) -> bool:
        """Whether somebody has to act; a right that lapses is nobody's lapse."""
        return not self.statute.right

    @property
    def is_workers(self) -> bool:
        """Whether the worker has to keep it."""
        return self.statute.who == "worker"

    @property
    def outer(self) -> DueDate | None:
        """The later date where two sources limit the duty; None where one does, or it stands."""
        return self.other.due if self.other is not None else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The limits that it stands for: one, or both sources of a duty."""
        return (self.statute.id, *((self.other.statute.id,) if self.other else ()))

    def of_limit(self, statute_id: str) -> "Clock | None":
        """The same duty as this one of its limits has it, the other limit beside; None: not one."""
        wanted = statute_id.upper()
        if self.statute.id.upper() == wanted:
            return self
        if self.other is None or self.other.statute.id.upper() != wanted:
            return None
        return replace(self.other, other=replace(self, other=None))


def answer_clock(filed_on: date, statutes: Statutes, days: WorkingDays) -> tuple[Statute, DueDate]:
    """By when somebody must say whether the complaint is accepted: the earlier of LI-1, LI-1h."""
    ids = [i for i in ("LI-1", "LI-1h") if statutes.in_use(i)]
    both = [(s, due_date(s, filed_on, days)) for s in map(statutes.__getitem__, ids)]
    return min(
        both, key=lambda pair: (pair[1].legal, pair[0].status is not Certainty.READ, pair[0].id)
    )


@dataclass(frozen=True, kw_only=True)
class Life:
    """What is known about a case in time. ``employed_until`` is the claim's last month or None."""

    case: Case
    happened: tuple[Happening, ...]
    marks: tuple[Mark, ...] = ()
    employed_until: date | None = None


def read_life(
    case: Case, events: Iterable[Event], zone: tzinfo, *, employed_until: date | None = None
) -> Life:
    """A case's life from its history (`casework.happenings.MOVING` events are enough)."""
    events = tuple(events)
    return Life(
        case=case,
        happened=happenings(case, events, zone),
        marks=marks(events),
        employed_until=employed_until,
    )


def first_of_month(text: str | None) -> date | None:
    """The first day of the last month of a claim (``2026-05``; a bare year is its December).

    The cautious start of the year for arbitration where nobody said when the worker left: in that
    month the worker was still employed.
    """
    if not text:
        return None
    year, _, month = text.partition("-")
    return date(int(year), int(month or 12), 1)


def clocks(life: Life, statutes: Statutes, days: WorkingDays) -> tuple[Clock, ...]:
    """What runs now, the earliest legal date first; stopped ones and those without a start last."""
    singles = [
        clock
        for track in _tracks(life)
        for statute in statutes.on_track(track)
        if (clock := _clock(life, track, statute, days)) is not None
    ]
    found = [*_paired(singles, statutes), *_arbitration_limit(life, statutes, days)]
    return tuple(sorted(found, key=lambda c: (c.due is None, c.due.legal if c.due else 0)))


def _tracks(life: Life) -> tuple[TrackKind, ...]:
    return tuple(track.kind for track in life.case.tracks)


def _clock(life: Life, track: TrackKind, statute: Statute, days: WorkingDays) -> Clock | None:
    """The limit on this track if it has been set going and nothing has met it yet."""
    if statute.id == ARBITRATION_LIMIT:
        return None
    start = _open_start(life, track, statute)
    return None if start is None else _counted(life, track, statute, start, days)


def _open_start(life: Life, track: TrackKind, statute: Statute) -> date | None:
    """Since when it runs: the first start that no later step has met."""
    start: date | None = None
    for happening in life.happened:
        if start is None and (happening.track, happening.step.value) == (track, statute.starts):
            start = happening.on
        elif start is not None and _meets(happening, track, statute):
            start = None
    return start


_ENDS_DUTIES = frozenset({Step.CLOSED, Step.NOT_ACCEPTED, Step.PAID})


def _meets(happening: Happening, track: TrackKind, statute: Statute) -> bool:
    step = happening.step
    here = happening.track is track
    if here and step.value in statute.ends:
        return True
    if f"{happening.track}.{step}" in statute.ends:
        return True
    if statute.who == "worker":  # a procedure may be over and the worker's right still there
        return step is Step.WITHDRAWN or (step is Step.PAID and "paid" in statute.ends)
    return here and step in _ENDS_DUTIES


def _counted(
    life: Life, track: TrackKind, statute: Statute, start: date, days: WorkingDays
) -> Clock:
    """The clock with what people decided about it since it started."""
    mine = [m for m in life.marks if m.statute_id == statute.id and m.on >= start]
    for mark in mine:
        if mark.kind is MarkKind.RESTART:
            start = mark.on
    mine = [m for m in mine if m.on >= start]
    extension = next((m for m in mine if m.kind is MarkKind.EXTEND), None)
    stops, stopped = _stops(mine)
    due = due_date(statute, start, days, extended=extension is not None, stops=stops)
    return Clock(
        track=track,
        unit=_unit(life.case, track),
        statute=statute,
        started_on=start,
        due=None if stopped else due,
        state=ClockState.STOPPED if stopped else ClockState.RUNNING,
        extension=extension,
        stop=stopped,
    )


def _stops(mine: Iterable[Mark]) -> tuple[tuple[Stop, ...], Mark | None]:
    """The spans that were left out, and the stop that still holds."""
    stops: list[Stop] = []
    holding: Mark | None = None
    for mark in mine:
        if mark.kind is MarkKind.STOP and holding is None:
            holding = mark
        elif mark.kind is MarkKind.RESUME and holding is not None:
            stops.append(Stop(first=holding.on, until=max(mark.on, holding.on)))
            holding = None
    return tuple(stops), holding


def _unit(case: Case, track: TrackKind) -> str:
    return next((t.unit for t in case.tracks if t.kind is track), case.holder)


def _paired(singles: Iterable[Clock], statutes: Statutes) -> Iterator[Clock]:
    """Two sources of one duty become one clock: the earlier date, the later as outer limit."""
    left = {(c.track, c.statute.id): c for c in singles}
    for (track, _), clock in list(left.items()):
        pair = statutes.pair(clock.statute)
        other = left.pop((track, pair.id), None) if pair else None
        if other is not None:
            left[track, clock.statute.id] = _joined(clock, other)
    yield from left.values()


def _joined(one: Clock, other: Clock) -> Clock:
    """The earlier first; a stopped one last, and of two on one day the one that was read in full."""
    first, last = sorted((one, other), key=_strictness)
    return replace(first, other=last)


def _strictness(clock: Clock) -> tuple[date, bool, str]:
    day = clock.due.legal if clock.due else date.max
    return day, clock.statute.status is not Certainty.READ, clock.statute.id


def _arbitration_limit(life: Life, statutes: Statutes, days: WorkingDays) -> Iterator[Clock]:
    """The year for arbitration, from the end of employment (TZF Art 27(4)).

    Where nobody said when that was, the last month of the claim stands in, marked as assumed.
    The date is the uninterrupted one; an interruption that a person confirmed is shown beside it.
    """
    statute = statutes.get(ARBITRATION_LIMIT)
    if statute is None or _arbitration_over(life, statute):
        return
    said = [h.on for h in life.happened if h.step is Step.EMPLOYMENT_END]
    start = said[-1] if said else life.employed_until
    interruption = next(
        (
            m
            for m in reversed(life.marks)
            if m.statute_id == statute.id and m.kind is MarkKind.RESTART
        ),
        None,
    )
    clock = Clock(
        track=TrackKind.ARBITRATION,
        unit=life.case.holder,
        statute=statute,
        started_on=start,
        due=due_date(statute, start, days) if start else None,
        state=ClockState.RUNNING if start else ClockState.NO_START,
        interruption=interruption,
        interrupted=due_date(statute, interruption.on, days) if interruption else None,
        assumed=start is not None and not said,
    )
    yield clock


def _arbitration_over(life: Life, statute: Statute) -> bool:
    """Applied for, paid, or the complaint is withdrawn and has not been taken up again."""
    over = not any(h.step is Step.COMPLAINT_RECEIVED for h in life.happened)
    for happening in life.happened:
        if _meets(happening, TrackKind.ARBITRATION, statute) or happening.step is Step.PAID:
            over = True
        elif happening.step is Step.COMPLAINT_RECEIVED:
            over = False
    return over


def of_officers(found: Iterable[Clock]) -> tuple[Clock, ...]:
    """The clocks that offices have to keep, without the worker's own."""
    return tuple(c for c in found if not c.is_workers)


def answers_of(found: Iterable[Clock]) -> tuple[Clock, ...]:
    """The clocks of the units that hold the case: what a worker waits for first."""
    return tuple(c for c in found if c.track in HOLDERS and c.due is not None)
