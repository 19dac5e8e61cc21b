"""The result goes back to whoever assigned the case; with it the assignment ends."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind, Medium
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class ReportResult:
    """The number of the report that went up; it is printed with ``/print``."""

    officer: Officer
    case: Case
    number: str


async def report_result(request: ReportResult, ctx: Context) -> Reply:
    """Only a closed case has a result to report."""
    officer, case = request.officer, request.case
    working(officer)
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None:
        raise NotFound(code="error-no-assignment")
    if officer.unit not in assignment.units:
        raise NotAllowed(code="error-role")
    if assignment.reported_at is not None:
        raise AlreadyDone(code="error-dual-reported")
    if case.is_open:
        raise NotAllowed(code="error-report-open")
    await ctx.uow.supervision.update(replace(assignment, reported_at=ctx.now))
    for unit in (*assignment.units, case.holder):
        await finish_items(
            ctx,
            case,
            unit,
            ItemKind.REPORT_RESULT,
            ItemKind.SLOW_CASE,
            ItemKind.SUPERVISED,
            ItemKind.DUAL_ASSIGNMENT,
        )
    await record(
        ctx,
        case,
        EventKind.REPORTED,
        officer,
        medium=Medium.PAPER,
        document_number=request.number,
    )
    return Reply(key="result-reported", args={"number": case.number, "document": request.number})
