"""A case assigned by the city or above: two linked assignments on one case, on the same day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from casework.case import Case, Status, Track, TrackKind
from casework.deadlines import SHANGHAI
from casework.directory import UnitKind
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.supervision import DualAssignment, Level
from casework.work import Due, DueKind, ItemKind
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.cards import button, case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit

MORNING = time(9, tzinfo=SHANGHAI)


@dataclass(frozen=True, kw_only=True)
class AssignFromAbove:
    """Who assigned the case, under which number, on which day and until when (None: not said)."""

    officer: Officer
    case: Case
    level: Level
    assigner: str
    number: str
    due_on: date | None


def petition_unit(ctx: Context) -> str:
    """The petition bureau of the district."""
    units = ctx.house.district.units.values()
    return next(unit.code for unit in units if unit.kind is UnitKind.PETITION)


async def assign_from_above(request: AssignFromAbove, ctx: Context) -> Reply:
    """Open both assignments, or correct what was entered about them before."""
    working(request.officer)
    office, petitions = ctx.house.district.arrears_office, petition_unit(ctx)
    if request.officer.unit not in {office, petitions} and (
        request.officer.role is not OfficerRole.TRIAGE
    ):
        raise NotAllowed(code="error-role")
    known = await ctx.uow.supervision.of_case(request.case.id)
    if known is not None:
        return await _corrected(request, known, ctx)
    await open_both(request, ctx)
    return Reply(key="dual-assigned", args={"number": request.case.number})


async def open_both(request: AssignFromAbove, ctx: Context) -> None:
    """Give the case to the petition bureau and the arrears office at once."""
    office, petitions = ctx.house.district.arrears_office, petition_unit(ctx)
    case = await _petition_track(request.case, petitions, ctx)
    assignment = DualAssignment(
        id=ctx.house.new_id(),
        case_id=case.id,
        level=request.level,
        assigner=request.assigner,
        number=request.number,
        assigned_on=ctx.today,
        opened_at=ctx.now,
        units=(petitions, office),
        due_on=request.due_on,
    )
    await ctx.uow.supervision.assign(assignment)
    await _write(request, ctx)
    for unit in assignment.units:
        await _hand_to(unit, case, assignment, ctx)
    await plan_watch(ctx, case)


async def _corrected(request: AssignFromAbove, known: DualAssignment, ctx: Context) -> Reply:
    changed = replace(
        known,
        level=request.level,
        assigner=request.assigner,
        number=request.number,
        due_on=request.due_on or known.due_on,
    )
    await ctx.uow.supervision.update(changed)
    await _write(request, ctx)
    return Reply(key="dual-corrected", args={"number": request.case.number})


async def _petition_track(case: Case, unit: str, ctx: Context) -> Case:
    """The petition bureau works on its own track of the same case."""
    if all(track.kind is not TrackKind.PETITION for track in case.tracks):
        track = Track(kind=TrackKind.PETITION, unit=unit, status=Status.RECEIVED)
        case = case.with_track(track)
        await ctx.uow.cases.save(case)
    return case


async def _write(request: AssignFromAbove, ctx: Context) -> None:
    due_on = request.due_on
    await record(
        ctx,
        request.case,
        EventKind.ASSIGNED_FROM_ABOVE,
        request.officer,
        document_number=request.number,
        facts={
            "level": request.level.value,
            "due": due_on.isoformat() if due_on else "",
        },
        personal={"assigner": request.assigner},
    )


async def _hand_to(unit: str, case: Case, assignment: DualAssignment, ctx: Context) -> None:
    await add_item(
        ctx,
        ItemKind.DUAL_ASSIGNMENT,
        unit,
        key=f"dual:{case.id}:{unit}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    card = await case_card(
        ctx,
        case,
        "card-dual" if assignment.due_on else "card-dual-no-date",
        unit=unit,
        assigner=assignment.assigner or Words(key=f"level-{assignment.level.value}"),
        document=assignment.number or Words(key="value-unknown"),
        due=assignment.due_on or "",
    )
    ok = (button("dualok", case), button("plan", case))
    await tell_unit(ctx, unit, replace(card, buttons=(ok, *card.buttons)), case=case)


async def plan_watch(ctx: Context, case: Case, *, told: str = "") -> None:
    """Look at the case again on the next office morning; ``told``: what was reported already."""
    morning = ctx.next_office_morning()
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.SUPERVISION,
            key=f"supervision:{case.id}:{morning.date().isoformat()}",
            at=datetime.combine(morning.date(), MORNING),
            case_id=case.id,
            facts={"told": told},
        )
    )
