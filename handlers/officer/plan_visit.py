"""A visit to the site, on a day that the worker is told."""

from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.history import EventKind, Medium
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import begin_work, working
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class PlanVisit:
    """A visit to the site on a day, and what for."""

    officer: Officer
    case: Case
    day: date
    text: str


async def plan_visit(request: PlanVisit, ctx: Context) -> Reply:
    """Write the visit down and tell the worker the day."""
    working(request.officer)
    officer = request.officer
    case = await begin_work(ctx, request.case, officer)
    await record(
        ctx,
        case,
        EventKind.VISIT,
        officer,
        medium=Medium.VISIT,
        facts={"day": request.day.isoformat()},
        personal={"words": request.text},
    )
    told = Reply(
        key="push-visit",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "day": request.day,
        },
    )
    reached = await tell_worker(ctx, case, told, what="visit")
    return Reply(
        key="visit-recorded", args={"told": reached, "number": case.number, "day": request.day}
    )
