"""The plan of a case: cause and measures, before half of the time is gone (plan 四(一))."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.causes import Cause
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class PlanCase:
    """Why, and what will be done; colleagues read it, the worker does not."""

    officer: Officer
    case: Case
    cause: Cause
    text: str


async def plan_case(request: PlanCase, ctx: Context) -> Reply:
    """Write it down; an assignment from above then has its plan."""
    officer, case = request.officer, request.case
    working(officer)
    case = replace(case, cause=request.cause.value)
    await ctx.uow.cases.save(case)
    await record(
        ctx,
        case,
        EventKind.PLANNED,
        officer,
        track=track_of(case, officer).kind,
        facts={"cause": request.cause.value},
        personal={"words": request.text},
    )
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is not None and assignment.planned_at is None:
        await ctx.uow.supervision.update(replace(assignment, planned_at=ctx.now))
    return Reply(key="case-planned", args={"number": case.number})
