"""A step on a track: applied, taken up, served, awarded … with its day and document.

The officer opens the track with it where there is none yet. What the step sets going or meets
follows from the limits of the law; the worker hears it with the next date.
"""

from dataclasses import dataclass, replace
from datetime import date

from casework.access import coordinates
from casework.case import Case, Status, Track, TrackKind, mover
from casework.clocks import Clock
from casework.directory import UnitKind
from casework.errors import AlreadyDone, NotAllowed
from casework.happenings import MOVING
from casework.history import EventKind, Medium
from casework.messages import Reply, Words
from casework.people import Officer
from casework.steps import RECORDABLE, Step
from handlers.clocks_of import clocks_of
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.show_clocks import clock_words, track_words
from handlers.record import record
from handlers.tell import tell_worker
from handlers.worker.ask_status import until

OF_THE_WORKER = "worker"
"""In place of a track: what concerns the worker alone, such as the end of employment."""

FARTHEST = 3653
"""Days: a date more than ten years away is a slip of the finger."""

_AHEAD = frozenset({Step.PERFORMANCE_DUE, Step.REMEDY_PERIOD_END, Step.EMPLOYMENT_END})
"""Days that may lie ahead when they are written down."""

_INTERNAL = frozenset({Step.REPORT_TO_HEAD, Step.APPROVED, Step.NOT_APPROVED})
"""Nobody outside hears of a transfer to the police before the police have it."""

_UNITS = {
    TrackKind.PETITION: UnitKind.PETITION,
    TrackKind.ARBITRATION: UnitKind.ARBITRATION,
    TrackKind.PAYMENT_ORDER: UnitKind.COURT,
    TrackKind.COURT: UnitKind.COURT,
    TrackKind.POLICE: UnitKind.POLICE,
}


@dataclass(frozen=True, kw_only=True)
class RecordStep:
    """``track``: a track's name, or ``worker``. ``document``: its number, "" where there is none."""

    officer: Officer
    case: Case
    track: str
    step: Step
    day: date
    document: str = ""


async def record_step(request: RecordStep, ctx: Context) -> Reply:
    """Write it down once, move the track, tell the worker what it means in time."""
    officer, case = request.officer, request.case
    working(officer)
    if request.day > ctx.today and request.step not in _AHEAD:
        return Reply(key="error-date-future")
    if abs((request.day - ctx.today).days) > FARTHEST:
        return Reply(key="error-date-far")
    kind = None if request.track == OF_THE_WORKER else TrackKind(request.track)
    if kind is TrackKind.POLICE and not coordinates(officer, ctx.house.district):
        raise NotAllowed(code="error-police-unit")
    await _refuse_twice(request, kind, ctx)
    if kind is not None:
        case = case.with_track(_moved(request, kind, ctx))
        await ctx.uow.cases.save(case)
    await record(
        ctx,
        case,
        EventKind.STEP,
        officer,
        medium=Medium.PAPER,
        document_number=request.document,
        track=kind,
        facts={"step": request.step.value, "day": request.day.isoformat()},
    )
    started = [c for c in await clocks_of(ctx, case) if _is_from(c, request, kind)]
    told = await _tell(ctx, case, request, kind, started)
    return Reply(
        key="step-recorded",
        args={
            "number": case.number,
            "track": _track(kind),
            "step": _step(request.step),
            "day": request.day,
            "clocks": tuple(clock_words(ctx, clock) for clock in started),
            "told": told,
        },
    )


async def _refuse_twice(request: RecordStep, kind: TrackKind | None, ctx: Context) -> None:
    events = await ctx.uow.history.of_kinds((request.case.id,), MOVING)
    for event in events[request.case.id]:
        if event.kind is EventKind.STEP and event.track is kind:
            same = (event.facts["step"], event.facts["day"])
            if same == (request.step.value, request.day.isoformat()):
                raise AlreadyDone(code="error-step-twice")


def _moved(request: RecordStep, kind: TrackKind, ctx: Context) -> Track:
    """The track after the step; opened where the case has none of this kind."""
    target = next(row.status for row in RECORDABLE[kind] if row.step is request.step)
    track = next((t for t in request.case.tracks if t.kind is kind), None)
    if track is None:
        unit = ctx.house.district.of_kind(_UNITS[kind]) if kind in _UNITS else None
        if unit is None:
            raise NotAllowed(code="error-no-such-unit")
        track = Track(kind=kind, unit=unit.code, status=Status.RECEIVED, confirmed=True)
    if target is None or target is track.status:
        return track
    moved = track.move(target, by=mover(request.officer.role))
    closed_at = ctx.now if not moved.is_open else None
    return replace(moved, closed_at=closed_at, outcome=None)


def _is_from(clock: Clock, request: RecordStep, kind: TrackKind | None) -> bool:
    """Whether this step set the clock going."""
    same_track = kind is None or clock.track is kind
    started = clock.statute.starts == request.step.value and clock.started_on == request.day
    return same_track and started


def _track(kind: TrackKind | None) -> Words:
    return Words(key="clock-worker") if kind is None else track_words(kind)


def _step(step: Step) -> Words:
    return Words(key=f"step-{step.value.replace('_', '-')}")


async def _tell(
    ctx: Context,
    case: Case,
    request: RecordStep,
    kind: TrackKind | None,
    started: list[Clock],
) -> Words | str:
    if kind is None or request.step in _INTERNAL:
        return ""
    dates = [c for c in started if c.due is not None and c.statute.tells]
    told = Reply(
        key="push-step",
        args={
            "number": case.number,
            "track": _track(kind),
            "step": _step(request.step),
            "day": request.day,
            "dates": tuple(until(clock, ctx) for clock in dates),
        },
    )
    return await tell_worker(ctx, case, told, what="step")
