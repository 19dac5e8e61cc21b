"""Each of the two units says that it has the assignment; the other one sees it."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.supervision import Confirmed
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class ConfirmAssignment:
    """Who confirms, for the unit it works in."""

    officer: Officer
    case: Case


async def confirm_assignment(request: ConfirmAssignment, ctx: Context) -> Reply:
    """Write it down once for each unit."""
    officer, case = request.officer, request.case
    working(officer)
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None:
        raise NotFound(code="error-no-assignment")
    if officer.unit not in assignment.units:
        raise NotAllowed(code="error-not-your-case")
    if officer.unit not in assignment.waits_for():
        raise AlreadyDone(code="error-dual-confirmed")
    done = Confirmed(unit=officer.unit, by=officer.code, at=ctx.now)
    assignment = replace(assignment, confirmed=(*assignment.confirmed, done))
    await ctx.uow.supervision.update(assignment)
    await finish_items(ctx, case, officer.unit, ItemKind.DUAL_ASSIGNMENT)
    await record(ctx, case, EventKind.DUAL_CONFIRMED, officer)
    waits = assignment.waits_for()
    if waits:
        other = ctx.house.unit(waits[0]).name
        return Reply(key="dual-confirmed-one", args={"number": case.number, "unit": other})
    return Reply(key="dual-confirmed-both", args={"number": case.number})
