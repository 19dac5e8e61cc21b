"""All clocks of a case: legal date, date to work by, source and how sure it is, what was decided."""

from casework.case import TrackKind
from casework.clocks import Clock, ClockState
from casework.deadlines import DueDate, Statute
from casework.happenings import Mark
from casework.messages import Arg, Reply, Words
from handlers.clocks_of import clocks_of
from handlers.context import Context
from handlers.officer.show_case import ShowCase
from handlers.worker.give_receipt import basis_words


async def show_clocks(request: ShowCase, ctx: Context) -> Reply:
    """One entry a clock, the earliest first; the worker's own limits last but one look away."""
    case = request.view.case
    running = await clocks_of(ctx, case)
    mine = tuple(clock_words(ctx, c) for c in running if not c.is_workers)
    workers = tuple(clock_words(ctx, c) for c in running if c.is_workers)
    nothing = (Words(key="nothing"),)
    return Reply(
        key="clocks",
        args={"number": case.number, "clocks": mine or nothing, "workers": workers or nothing},
    )


def clock_words(ctx: Context, clock: Clock) -> Words:
    """A clock in full."""
    return Words(
        key="clock-entry",
        args={
            "id": clock.statute.id,
            "duty": clock.statute.duty,
            "date": _date(ctx, clock),
            "who": _who(ctx, clock),
            "start": _start(clock),
            "basis": basis_words(clock.statute),
            "outer": _outer(clock),
            "extension": _decided(ctx, "clock-extended-by", clock.extension),
            "stop": _decided(ctx, "clock-stopped-by", clock.stop),
            "interruption": _interruption(ctx, clock),
        },
    )


def _date(ctx: Context, clock: Clock) -> Words:
    if clock.due is None:
        stopped = clock.state is ClockState.STOPPED
        return Words(key="clock-stands" if stopped else "clock-no-start")
    args = _dates(clock.due)
    if clock.due.legal < ctx.today and clock.is_duty:
        return Words(key="clock-date-late", args=args)
    same = clock.due.work_by == clock.due.legal or clock.is_workers
    return Words(key="clock-date-once" if same else "clock-date", args=args)


def _dates(due: DueDate) -> dict[str, Arg]:
    provisional = Words(key="provisional") if due.provisional else ""
    return {"date": due.legal, "work_by": due.work_by, "provisional": provisional}


def _who(ctx: Context, clock: Clock) -> Words:
    if clock.is_workers:
        return Words(key="clock-worker")
    track = Words(key=f"track-{clock.track.value.replace('_', '-')}")
    return Words(key="clock-unit", args={"track": track, "unit": ctx.house.unit(clock.unit).name})


def _start(clock: Clock) -> Words | str:
    if clock.started_on is None:
        return ""
    key = "clock-start-assumed" if clock.assumed else "clock-start"
    return Words(key=key, args={"day": clock.started_on})


def _outer(clock: Clock) -> Words | str:
    other = clock.other
    if other is None:
        return ""
    args: dict[str, Arg] = {"id": other.statute.id, "basis": basis_words(other.statute)}
    if other.due is None:
        return Words(key="clock-outer-stands", args=args)
    return Words(key="clock-outer", args={**args, **_dates(other.due)})


def _decided(ctx: Context, key: str, mark: Mark | None) -> Words | str:
    """What a person decided, on which ground and article; by which post."""
    if mark is None:
        return ""
    return Words(
        key=key, args={"day": mark.on, "ground": ground_words(ctx, mark.ground), "by": mark.by}
    )


def ground_words(ctx: Context, ground_id: str) -> Words:
    """A listed ground with its article."""
    ground = ctx.house.clocks.grounds.get(ground_id)
    if ground is None:
        return Words(key="label-text", args={"text": ground_id})
    return Words(key="clock-ground", args={"words": ground.words, "title": ground.title})


def _interruption(ctx: Context, clock: Clock) -> Words | str:
    if not clock.statute.resets_on or clock.due is None:
        return ""
    if clock.interruption is None or clock.interrupted is None:
        return Words(key="clock-interruption-open")
    return Words(
        key="clock-interrupted",
        args={
            "date": clock.interrupted.legal,
            "day": clock.interruption.on,
            "ground": ground_words(ctx, clock.interruption.ground),
            "by": clock.interruption.by,
        },
    )


def clock_name(statute: Statute) -> Words:
    """A limit by its duty and its id, as officers type it."""
    return Words(key="clock-name", args={"duty": statute.duty, "id": statute.id})


def track_words(kind: TrackKind) -> Words:
    """A track by name."""
    return Words(key=f"track-{kind.value.replace('_', '-')}")
