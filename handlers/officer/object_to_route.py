"""Not ours: an objection with ground and better unit, to the arrears office, never the worker.

XF22 Art 23(3): within five working days, with reasons. The objecting unit holds the case until
somebody else does.
"""

from dataclasses import dataclass, replace

from casework.case import Case, TrackKind
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit

MOST_OBJECTIONS = 2
"""After a second objection the arrears office designates for good."""


@dataclass(frozen=True, kw_only=True)
class ObjectToRoute:
    """Ground, the unit thought right, and the reason in words."""

    officer: Officer
    case: Case
    ground: str
    better_unit: str
    reason: str


async def object_to_route(request: ObjectToRoute, ctx: Context) -> Reply:
    """Write the objection down and put it on the arrears office's table."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    if track.kind is not TrackKind.LEAD_UNIT or track.unit != officer.unit:
        raise NotAllowed(code="error-not-your-case")
    if track.objections >= MOST_OBJECTIONS:
        raise NotAllowed(code="error-designated")
    case = case.with_track(replace(track, objections=track.objections + 1))
    await ctx.uow.cases.save(case)
    better = ctx.house.unit(request.better_unit).name
    await record(
        ctx,
        case,
        EventKind.OBJECTED,
        officer,
        track=track.kind,
        facts={"ground": request.ground, "better": request.better_unit},
        personal={"reason": request.reason},
    )
    office = ctx.house.district.arrears_office
    await add_item(
        ctx,
        ItemKind.OBJECTED,
        office,
        key=f"objected:{case.id}:{track.objections}",
        case=case,
        due_at=ctx.next_office_morning(),
        better=request.better_unit,
    )
    card = await case_card(
        ctx,
        case,
        "card-objected",
        unit=office,
        better=better,
        ground=Words(key=f"objection-{request.ground.replace('_', '-')}"),
        reason=request.reason,
    )
    await tell_unit(ctx, office, card, case=case)
    return Reply(key="objection-sent", args={"number": case.number, "better": better})
