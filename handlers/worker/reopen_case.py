"""Take a withdrawal back, within thirty days of it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from casework.case import Case, Mover, Outcome, Status
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from handlers.context import Context
from handlers.record import record
from handlers.tell import tell_handlers

WINDOW = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class ReopenCase:
    """Which withdrawn case goes on."""

    person_id: PersonId
    case: Case


async def reopen_case(request: ReopenCase, ctx: Context) -> Reply:
    """Put the tracks that the withdrawal closed back to where somebody has to answer."""
    case = request.case
    withdrawn = [t for t in case.tracks if t.outcome is Outcome.WITHDRAWN_BY_WORKER]
    if not withdrawn:
        return Reply(key="reopen-nothing", args={"number": case.number})
    if any(t.closed_at is None or ctx.now - t.closed_at > WINDOW for t in withdrawn):
        return Reply(key="reopen-too-late", args={"number": case.number})
    for track in withdrawn:
        again = replace(track.move(Status.RECEIVED, by=Mover.WORKER), outcome=None, closed_at=None)
        case = case.with_track(again)
    await ctx.uow.cases.save(case)
    await record(ctx, case, EventKind.REOPENED, request.person_id)
    await tell_handlers(ctx, case, "card-reopened")
    return Reply(key="reopened", args={"number": case.number})
