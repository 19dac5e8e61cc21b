"""Stop a clock, let it run again, extend it, count it anew: only by a person, on a listed ground.

Where the law lets a head alone extend (423 Art 17, HNJC Art 16, XF22 Art 34), anybody else's word
is a proposal until a head of that unit has agreed. The worker hears the new date and why.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casework.access import coordinates
from casework.case import Case, TrackKind
from casework.clock_rules import Act, Ground
from casework.clocks import Clock, ClockState
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import ItemKind
from handlers.clocks_of import clocks_of
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.cards import case_card
from handlers.officer.record_step import FARTHEST
from handlers.officer.show_clocks import clock_name, clock_words, ground_words, track_words
from handlers.record import record
from handlers.tell import add_item, tell_unit, tell_worker

_EVENTS = {
    Act.STOP: EventKind.CLOCK_STOPPED,
    Act.EXTEND: EventKind.CLOCK_EXTENDED,
    Act.RESTART: EventKind.CLOCK_RESTARTED,
}


@dataclass(frozen=True, kw_only=True)
class MoveClock:
    """What an officer decides about one clock. ``day``: from when on."""

    officer: Officer
    case: Case
    act: Act
    clock: str  # a limit's id
    ground: str  # a ground's id
    day: date


@dataclass(frozen=True, kw_only=True)
class ResumeClock:
    """Let a stopped clock run again from today."""

    officer: Officer
    case: Case
    clock: str


@dataclass(frozen=True, kw_only=True)
class ApproveExtension:
    """A head's word on a proposed extension."""

    officer: Officer
    item_id: str
    agreed: bool


async def move_clock(request: MoveClock, ctx: Context) -> Reply:
    """Decide, or propose where a head has to; a clock that is over cannot be moved."""
    officer, case = request.officer, request.case
    working(officer)
    clock = await _clock(ctx, case, request.clock)
    _require_unit(ctx, clock, officer)
    ground = _ground(ctx, request, clock)
    if request.day > ctx.today:
        return Reply(key="error-date-future")
    if (ctx.today - request.day).days > FARTHEST:
        return Reply(key="error-date-far")
    _refuse_senseless(ctx, request, clock)
    if request.act is Act.EXTEND and not _may_extend(ctx, clock, officer):
        return await _propose(request, ctx, clock, ground)
    return await _decide(request, ctx, clock, ground)


async def _clock(ctx: Context, case: Case, statute_id: str) -> Clock:
    for clock in await clocks_of(ctx, case):
        found = clock.of_limit(statute_id)
        if found is not None:
            return found
    raise NotFound(code="error-no-clock", clock=statute_id)


def _require_unit(ctx: Context, clock: Clock, officer: Officer) -> None:
    """The unit whose clock it is; for other bodies' and the worker's those who coordinate."""
    if officer.unit != clock.unit and not coordinates(officer, ctx.house.district):
        raise NotAllowed(code="error-not-your-case")


def _ground(ctx: Context, request: MoveClock, clock: Clock) -> Ground:
    ground = ctx.house.clocks.grounds.get(request.ground)
    if ground is None or ground.act is not request.act or clock.statute.id not in ground.limits:
        raise NotAllowed(code="error-no-ground")
    return ground


def _refuse_senseless(ctx: Context, request: MoveClock, clock: Clock) -> None:
    if request.act is Act.STOP and clock.state is ClockState.STOPPED:
        raise AlreadyDone(code="error-clock-stopped")
    if request.act is Act.EXTEND and _extended(clock):
        raise AlreadyDone(code="error-clock-extended")
    if request.act is Act.EXTEND and clock.statute.extension is None:
        raise NotAllowed(code="error-no-ground")
    over = clock.due is not None and clock.due.legal < ctx.today
    if request.act is not Act.RESTART and over:
        raise NotAllowed(code="error-clock-over")


def _extended(clock: Clock) -> bool:
    return clock.extension is not None and clock.extension.statute_id == clock.statute.id


def _may_extend(ctx: Context, clock: Clock, officer: Officer) -> bool:
    if clock.statute.approval != "head":
        return True  # another body extends its own limit; here it is only written down
    units = {clock.unit}
    if clock.track is TrackKind.LABOUR_INSPECTION:
        units.add(ctx.house.district.labour)  # the inspection works for the labour department
    return officer.role is OfficerRole.HEAD and officer.unit in units


async def _propose(request: MoveClock, ctx: Context, clock: Clock, ground: Ground) -> Reply:
    officer, case = request.officer, request.case
    waiting = await ctx.uow.work.open_of_case(case.id)
    if any(i.kind is ItemKind.EXTENSION and i.facts["clock"] == clock.statute.id for i in waiting):
        raise AlreadyDone(code="error-extension-waits")
    await _write(ctx, request, EventKind.CLOCK_EXTENSION_ASKED, clock.statute.id, clock.track)
    item = await add_item(
        ctx,
        ItemKind.EXTENSION,
        clock.unit,
        key=f"extension:{case.id}:{clock.statute.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        clock=clock.statute.id,
        ground=ground.id,
        proposed_by=officer.code,
    )
    card = await case_card(
        ctx,
        case,
        "card-extension",
        by=officer.code,
        clock=clock_name(clock.statute),
        ground=ground_words(ctx, ground.id),
    )
    buttons = tuple(
        Button(label=Words(key=f"do-extend-{word}"), data=f"o:extend_{word}:{item.id}")
        for word in ("yes", "no")
    )
    card = replace(card, buttons=(buttons,))
    head = OfficerRole.HEAD
    if not await tell_unit(ctx, clock.unit, card, case=case, only=lambda o: o.role is head):
        await tell_unit(
            ctx, ctx.house.district.labour, card, case=case, only=lambda o: o.role is head
        )
    return Reply(key="extension-proposed", args={"number": case.number})


async def approve_extension(request: ApproveExtension, ctx: Context) -> Reply:
    """Agree or not; never whoever proposed it, and only a head."""
    item = await ctx.uow.work.get(request.item_id)
    if item is None or item.kind is not ItemKind.EXTENSION or item.case_id is None:
        raise NotFound(code="error-not-found")
    case = await ctx.uow.cases.get(item.case_id)
    assert case is not None  # noqa: S101 — the item belongs to it
    if item.done_at is not None:
        raise AlreadyDone(code="error-already-done")
    clock = await _clock(ctx, case, str(item.facts["clock"]))
    if not _may_extend(ctx, clock, request.officer):
        raise NotAllowed(code="error-head-extends")
    move = MoveClock(
        officer=request.officer,
        case=case,
        act=Act.EXTEND,
        clock=str(item.facts["clock"]),
        ground=str(item.facts["ground"]),
        day=ctx.today,
    )
    if request.agreed:
        _refuse_senseless(ctx, move, clock)
    await ctx.uow.work.finish(item.id, ctx.now)
    if not request.agreed:
        return Reply(key="extension-rejected", args={"number": case.number})
    return await _decide(move, ctx, clock, _ground(ctx, move, clock))


async def _decide(request: MoveClock, ctx: Context, clock: Clock, ground: Ground) -> Reply:
    """Write it for every source of the duty that the ground names, and tell the worker."""
    ids = [i for i in clock.ids if i in ground.limits] or [clock.statute.id]
    if request.act is Act.EXTEND:
        ids = [clock.statute.id]
    for statute_id in ids:
        await _write(ctx, request, _EVENTS[request.act], statute_id, clock.track)
    after = await _clock(ctx, request.case, clock.statute.id)
    told = await _tell(ctx, request, after, ground)
    return Reply(
        key="clock-interruption" if clock.is_workers else f"clock-moved-{request.act.value}",
        args={
            "number": request.case.number,
            "clocks": (clock_words(ctx, after),),
            "told": told,
        },
    )


async def _write(
    ctx: Context, request: MoveClock, kind: EventKind, statute_id: str, track: TrackKind
) -> None:
    await record(
        ctx,
        request.case,
        kind,
        request.officer,
        track=track,
        facts={"clock": statute_id, "ground": request.ground, "day": request.day.isoformat()},
    )


async def _tell(ctx: Context, request: MoveClock, clock: Clock, ground: Ground) -> Words | str:
    """The new date and why (XF22 Art 34, TZF Art 43); an interruption stays with the officers."""
    if clock.is_workers or clock.track is TrackKind.POLICE:
        return ""
    due = clock.due
    told = Reply(
        key=f"push-clock-{request.act.value}",
        args={
            "number": request.case.number,
            "track": track_words(clock.track),
            "ground": ground.words,
            "title": ground.title,
            **(
                {"date": due.legal, "provisional": _provisional(due.provisional)}
                if due is not None
                else {}
            ),
        },
    )
    return await tell_worker(ctx, request.case, told, what="clock")


def _provisional(provisional: bool) -> Words | str:
    return Words(key="provisional") if provisional else ""


async def resume_clock(request: ResumeClock, ctx: Context) -> Reply:
    """The days go on counting from today."""
    officer, case = request.officer, request.case
    working(officer)
    clock = await _clock(ctx, case, request.clock)
    _require_unit(ctx, clock, officer)
    if clock.stop is None:
        raise NotFound(code="error-clock-runs")
    for statute_id in _stopped(await clocks_of(ctx, case), clock):
        await record(
            ctx,
            case,
            EventKind.CLOCK_RESUMED,
            officer,
            track=clock.track,
            facts={"clock": statute_id, "day": ctx.today.isoformat()},
        )
    after = await _clock(ctx, case, clock.statute.id)
    told: Words | str = ""
    if after.due is not None:
        pushed = Reply(
            key="push-clock-resume",
            args={
                "number": case.number,
                "track": track_words(clock.track),
                "date": after.due.legal,
                "provisional": _provisional(after.due.provisional),
            },
        )
        told = await tell_worker(ctx, case, pushed, what="clock")
    return Reply(
        key="clock-moved-resume",
        args={"number": case.number, "clocks": (clock_words(ctx, after),), "told": told},
    )


def _stopped(running: Iterable[Clock], clock: Clock) -> tuple[str, ...]:
    """Both sources of a duty were stopped together."""
    return next((c.ids for c in running if clock.statute.id in c.ids), (clock.statute.id,))
