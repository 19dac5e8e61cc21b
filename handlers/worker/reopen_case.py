"""A closed case goes on, on the worker's word; the days for it stand in the district's data."""

from dataclasses import dataclass, replace
from datetime import date

from casework.case import HOLDERS, Case, Mover, Outcome, Status, Track
from casework.deadlines import SHANGHAI, due_date
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import PersonId
from handlers.context import Context
from handlers.money import doubt_settled
from handlers.record import record
from handlers.tell import tell_handlers

WITHDRAWAL = "CL-6"
"""By when a withdrawal can be taken back."""

WINDOW = "CL-5"
"""By when a closed case can go on; later it is a new case that names the old one."""


@dataclass(frozen=True, kw_only=True)
class ReopenCase:
    """Which closed case goes on."""

    person_id: PersonId
    case: Case


def last_day(ctx: Context, track: Track) -> date | None:
    """Until when the worker's word alone reopens a track; None where it is not closed."""
    if track.status is not Status.CLOSED or track.closed_at is None:
        return None
    withdrawn = track.outcome is Outcome.WITHDRAWN_BY_WORKER
    statute = ctx.house.statutes[WITHDRAWAL if withdrawn else WINDOW]
    closed_on = track.closed_at.astimezone(SHANGHAI).date()
    return due_date(statute, closed_on, ctx.house.days).legal


def in_time(ctx: Context, track: Track) -> bool:
    """Whether this track may still be reopened by the worker's word."""
    last = last_day(ctx, track)
    return last is not None and ctx.today <= last and track.can(Status.RECEIVED, by=Mover.WORKER)


async def reopen_case(request: ReopenCase, ctx: Context) -> Reply:
    """Put the closed tracks back to where somebody has to answer."""
    case = request.case
    if not any(t.status is Status.CLOSED for t in case.tracks if t.kind in HOLDERS):
        return Reply(key="reopen-nothing", args={"number": case.number})
    reopened = await reopen_tracks(ctx, case, request.person_id)
    if reopened is case:
        days = ctx.house.statutes[WITHDRAWAL if _withdrawn(case) else WINDOW].n
        again = Button(label=Words(key="label-new-linked"), data=f"w:anew:{case.id}")
        return Reply(
            key="reopen-too-late",
            args={"number": case.number, "days": days},
            buttons=((again,),),
        )
    await tell_handlers(ctx, reopened, "card-reopened")
    return Reply(key="reopened", args={"number": case.number})


def _withdrawn(case: Case) -> bool:
    return any(t.outcome is Outcome.WITHDRAWN_BY_WORKER for t in case.tracks)


async def reopen_tracks(ctx: Context, case: Case, person_id: PersonId) -> Case:
    """Reopen what is still in time and write it down; the very same case where nothing is."""
    before = case
    for track in case.tracks:
        if track.kind in HOLDERS and in_time(ctx, track):
            again = track.move(Status.RECEIVED, by=Mover.WORKER)
            case = case.with_track(replace(again, outcome=None, closed_at=None))
    if case is not before:
        await ctx.uow.cases.save(case)
        await record(ctx, case, EventKind.REOPENED, person_id)
        return case
    return case


async def reopen_unpaid(ctx: Context, case: Case, person_id: PersonId) -> Case:
    """没到: a case that ended as paid, or with nobody's word on it, goes on at once."""
    outcomes = [t.outcome for t in case.tracks if t.outcome is not None]
    ended = any(o.says_paid or o is Outcome.UNCONFIRMED for o in outcomes)
    if case.is_open or not ended:
        return case
    reopened = await reopen_tracks(ctx, case, person_id)
    if reopened is not case:
        await doubt_settled(ctx, reopened, person_id)
    return reopened
