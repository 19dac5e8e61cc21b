"""Assign: a named post answers for the case (plan 五(一))."""

from dataclasses import dataclass, replace

from casework.case import Case, Status, Track, mover
from casework.errors import NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer, OfficerRole
from handlers.context import Context
from handlers.officer.acting import require, track_of
from handlers.officer.cards import case_card
from handlers.officer.waiting import taken_up
from handlers.on_duty import handler_today
from handlers.record import record
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class AssignCase:
    """``to``: the id of a colleague, or the post of somebody whose unit works on the case."""

    officer: Officer
    case: Case
    to: str


async def assign_case(request: AssignCase, ctx: Context) -> Reply:
    """Only heads and the arrears office assign; the deputy gets it while somebody is away."""
    officer, case = request.officer, request.case
    require(officer, OfficerRole.HEAD, OfficerRole.TRIAGE)
    track = track_of(case, officer)
    chosen = await handler_today(ctx, request.to)
    if chosen is None:
        chosen, track = await _named(ctx, case, officer, request.to)
    if track.can(Status.ASSIGNED, by=mover(officer.role)):
        track = track.move(Status.ASSIGNED, by=mover(officer.role))
    case = case.with_track(replace(track, officer_id=chosen.id))
    await ctx.uow.cases.save(case)
    await record(
        ctx, case, EventKind.ASSIGNED, officer, track=track.kind, facts={"to": chosen.code}
    )
    await taken_up(ctx, case, track.kind)
    card = await case_card(ctx, case, "card-assigned-to-you")
    await tell_person(ctx, chosen.person_id, card, case=case, purpose="card")
    return Reply(key="assigned", args={"number": case.number, "officer": chosen.code})


async def _named(ctx: Context, case: Case, officer: Officer, code: str) -> tuple[Officer, Track]:
    """Who has the post today, and the track that its unit holds. A head names own colleagues."""
    post = await ctx.uow.officers.by_code(code)
    chosen = await handler_today(ctx, post.id) if post else None
    track = case.track_of(chosen.unit) if chosen else None
    own = chosen is not None and chosen.unit == officer.unit
    if chosen is None or track is None or not (own or officer.role is OfficerRole.TRIAGE):
        raise NotFound(code="error-no-such-officer")
    return chosen, track
