"""Assign: a named post answers for the case (plan 五(一))."""

from dataclasses import dataclass, replace

from casework.case import Case, Status, mover
from casework.errors import NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer, OfficerRole
from handlers.context import Context
from handlers.officer.acting import require, track_of
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import handler_today, tell_person


@dataclass(frozen=True, kw_only=True)
class AssignCase:
    """``to``: the id of an officer of the same unit."""

    officer: Officer
    case: Case
    to: str


async def assign_case(request: AssignCase, ctx: Context) -> Reply:
    """Only heads and the arrears office assign; the deputy gets it while somebody is away."""
    officer, case = request.officer, request.case
    require(officer, OfficerRole.HEAD, OfficerRole.TRIAGE)
    chosen = await handler_today(ctx, request.to)
    if chosen is None:
        raise NotFound(code="error-no-such-officer")
    track = track_of(case, officer)
    if track.can(Status.ASSIGNED, by=mover(officer.role)):
        track = track.move(Status.ASSIGNED, by=mover(officer.role))
    case = case.with_track(replace(track, officer_id=chosen.id))
    await ctx.uow.cases.save(case)
    await record(
        ctx, case, EventKind.ASSIGNED, officer, track=track.kind, facts={"to": chosen.code}
    )
    card = await case_card(ctx, case, "card-assigned-to-you")
    await tell_person(ctx, chosen.person_id, card, case=case, purpose="card")
    return Reply(key="assigned", args={"number": case.number, "officer": chosen.code})
