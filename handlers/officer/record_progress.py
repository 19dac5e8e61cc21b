"""Progress: what an officer did, in words that the worker reads."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import begin_work, track_of, working
from handlers.officer.waiting import taken_up
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class RecordProgress:
    """What was done; the worker reads these words."""

    officer: Officer
    case: Case
    text: str


async def record_progress(request: RecordProgress, ctx: Context) -> Reply:
    """Write it down and tell the worker; an accepted case is now being investigated."""
    working(request.officer)
    officer = request.officer
    case = await begin_work(ctx, request.case, officer)
    await record(
        ctx,
        case,
        EventKind.PROGRESS,
        officer,
        track=track_of(case, officer).kind,
        personal={"words": request.text},
    )
    track = track_of(case, officer)
    if track.officer_id == officer.id:
        await taken_up(ctx, case, track.kind)
    told = Reply(
        key="push-progress",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "words": request.text,
        },
    )
    reached = await tell_worker(ctx, case, told, what="progress")
    return Reply(key="progress-recorded", args={"told": reached, "number": case.number})
