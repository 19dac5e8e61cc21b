"""Not ours: an objection with ground and better unit, to the arrears office, never the worker.

XF22 Art 23(3): within five working days, with reasons (`casework.objections`). The objecting unit
holds the case until somebody else does, and no clock stops for it.
"""

from dataclasses import dataclass, replace

from casework.case import Case, TrackKind
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.objections import MOST_OBJECTIONS, RightToObject, Standing
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.officer.cards import case_card
from handlers.officer.standing import standing_of
from handlers.record import record
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class ObjectToRoute:
    """Ground, the unit thought right, and the reason in words."""

    officer: Officer
    case: Case
    ground: str
    better_unit: str
    reason: str


async def object_to_route(request: ObjectToRoute, ctx: Context) -> Reply:
    """Write the objection down and put it on the arrears office's table; or say why not."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    if track.kind is not TrackKind.LEAD_UNIT or track.unit != officer.unit or not track.is_open:
        raise NotAllowed(code="error-not-your-case")
    right = await standing_of(ctx, case)
    if right.standing is not Standing.MAY:
        return _refused(case, right)
    if request.better_unit == officer.unit:
        return Reply(key="error-objection-own-unit", args={"number": case.number})
    case = case.with_track(replace(track, objections=track.objections + 1))
    await ctx.uow.cases.save(case)
    basis = ctx.house.district.objection_grounds[request.ground].source
    await record(
        ctx,
        case,
        EventKind.OBJECTED,
        officer,
        track=track.kind,
        facts={"ground": request.ground, "basis": basis, "better": request.better_unit},
        personal={"reason": request.reason},
    )
    await _to_the_office(request, ctx, case, basis)
    args = {"number": case.number, "better": ctx.house.unit(request.better_unit).name}
    return Reply(key="objection-sent", args=args)


def _refused(case: Case, right: RightToObject) -> Reply:
    """Why it cannot be objected to any more, and what to do instead."""
    key = f"error-objection-{right.standing}"
    return Reply(key=key, args={"number": case.number, "by": right.until.legal})


async def _to_the_office(request: ObjectToRoute, ctx: Context, case: Case, basis: str) -> None:
    office = ctx.house.district.arrears_office
    count = case.track(TrackKind.LEAD_UNIT).objections
    await add_item(
        ctx,
        ItemKind.OBJECTED,
        office,
        key=f"objected:{case.id}:{count}",
        case=case,
        due_at=ctx.next_office_morning(),
        better=request.better_unit,
    )
    card = await case_card(
        ctx,
        case,
        "card-objected" if count < MOST_OBJECTIONS else "card-objected-last",
        unit=office,
        better=ctx.house.unit(request.better_unit).name,
        ground=Words(key=f"objection-{request.ground.replace('_', '-')}"),
        basis=basis,
        reason=request.reason,
    )
    await tell_unit(ctx, office, card, case=case)
