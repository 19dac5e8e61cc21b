"""The papers of dual assignment: two assignment sheets, the supervision order, the report."""

from casework.case import Case
from casework.errors import NotFound
from casework.history import EventKind
from casework.people import Officer
from casework.sheets import AssignmentSheet, CaseSheet, ResultReport, SupervisionSheet
from casework.supervision import DualAssignment
from handlers.context import Context

SHEETS = frozenset({"assignment", "supervision", "report"})


async def supervision_paper(
    ctx: Context, case: Case, officer: Officer, sheet: str, values: CaseSheet
) -> bytes:
    """One of them as a Word file. Raises NotFound where the case has no such paper."""
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None:
        raise NotFound(code="error-no-assignment")
    if sheet == "assignment":
        return ctx.house.sheets.assignment_sheet(_assigned(ctx, assignment, officer, values))
    if sheet == "supervision":
        return ctx.house.sheets.supervision_sheet(await _ordered(ctx, case, assignment, values))
    return ctx.house.sheets.result_report(await _reported(ctx, case, assignment, values))


def _assigned(
    ctx: Context, assignment: DualAssignment, officer: Officer, values: CaseSheet
) -> AssignmentSheet:
    """For the officer's own unit where it is one of the two, else for the first of them."""
    mine = officer.unit if officer.unit in assignment.units else assignment.units[0]
    other = next(unit for unit in assignment.units if unit != mine)
    return AssignmentSheet(
        case=values,
        level=assignment.level,
        assigner=assignment.assigner,
        number=assignment.number,
        assigned_on=assignment.assigned_on,
        due_on=assignment.due_on,
        to_unit=ctx.house.unit(mine).name,
        other_unit=ctx.house.unit(other).name,
    )


async def _ordered(
    ctx: Context, case: Case, assignment: DualAssignment, values: CaseSheet
) -> SupervisionSheet:
    orders = await ctx.uow.supervision.orders_of(case.id)
    if not orders:
        raise NotFound(code="error-no-supervision-asked")
    order = orders[-1]
    return SupervisionSheet(
        case=values,
        assigner=assignment.assigner,
        assigned_on=assignment.assigned_on,
        due_on=assignment.due_on,
        grounds=order.grounds,
        reason=order.reason,
        requested_at=order.requested_at,
        approved=order.approved,
        decided_at=order.decided_at,
        number=order.number,
        report_by=order.report_by,
    )


async def _reported(
    ctx: Context, case: Case, assignment: DualAssignment, values: CaseSheet
) -> ResultReport:
    events = await ctx.uow.history.of_case(case.id)
    done = tuple(
        e.personal["words"]
        for e in events
        if e.kind in {EventKind.PLANNED, EventKind.PROGRESS} and e.personal.get("words")
    )
    return ResultReport(
        case=values,
        level=assignment.level,
        assigner=assignment.assigner,
        number=assignment.number,
        assigned_on=assignment.assigned_on,
        due_on=assignment.due_on,
        measures=done,
        answer=assignment.answer.text if assignment.answer else "",
        supervised=any(o.approved for o in await ctx.uow.supervision.orders_of(case.id)),
    )
