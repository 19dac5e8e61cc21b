"""Commands and buttons of dual assignment, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.case import Case
from casework.causes import Cause
from casework.forms import Answers
from casework.messages import Reply
from casework.supervision import Level
from handlers.officer.answered import day, day_or_none, text
from handlers.officer.desk import Desk
from handlers.officer.supervision.agree_answer import (
    AgreeAnswer,
    ProposeAnswer,
    agree_answer,
    propose_answer,
)
from handlers.officer.supervision.assign_from_above import AssignFromAbove, assign_from_above
from handlers.officer.supervision.confirm_assignment import ConfirmAssignment, confirm_assignment
from handlers.officer.supervision.decide_supervision import DecideSupervision, decide_supervision
from handlers.officer.supervision.plan_case import PlanCase, plan_case
from handlers.officer.supervision.report_result import ReportResult, report_result
from handlers.officer.supervision.request_supervision import (
    RequestSupervision,
    request_supervision,
)

Serve = Callable[[Desk, Answers], Awaitable[Reply]]
Press = Callable[[Desk, Case], Awaitable[Reply]]


async def _case(desk: Desk, answers: Answers) -> Case:
    return (await desk.open(text(answers, "case"))).case


async def _dual(desk: Desk, answers: Answers) -> Reply:
    request = AssignFromAbove(
        officer=desk.officer,
        case=await _case(desk, answers),
        level=Level(text(answers, "level")),
        assigner=text(answers, "dual_assigner"),
        number=text(answers, "dual_number"),
        due_on=day_or_none(answers, "dual_due"),
    )
    return await assign_from_above(request, desk.ctx)


async def _confirm(desk: Desk, case: Case) -> Reply:
    return await confirm_assignment(ConfirmAssignment(officer=desk.officer, case=case), desk.ctx)


async def _confirm_typed(desk: Desk, answers: Answers) -> Reply:
    return await _confirm(desk, await _case(desk, answers))


async def _plan(desk: Desk, answers: Answers) -> Reply:
    case = await _case(desk, answers)
    request = PlanCase(
        officer=desk.officer,
        case=case,
        cause=Cause(text(answers, "cause")),
        text=text(answers, "plan_text"),
    )
    return await plan_case(request, desk.ctx)


async def _supervise(desk: Desk, answers: Answers) -> Reply:
    case, reason = await _case(desk, answers), text(answers, "supervise_reason")
    request = RequestSupervision(officer=desk.officer, case=case, reason=reason)
    return await request_supervision(request, desk.ctx)


async def _on_paper(desk: Desk, answers: Answers) -> Reply:
    request = DecideSupervision(
        officer=desk.officer,
        case=await _case(desk, answers),
        approved=True,
        number=text(answers, "order_number"),
        report_by=day(answers, "report_by"),
    )
    return await decide_supervision(request, desk.ctx)


def _decide(*, approved: bool) -> Press:
    async def press(desk: Desk, case: Case) -> Reply:
        request = DecideSupervision(officer=desk.officer, case=case, approved=approved)
        return await decide_supervision(request, desk.ctx)

    return press


async def _answer(desk: Desk, answers: Answers) -> Reply:
    case = await _case(desk, answers)
    request = ProposeAnswer(officer=desk.officer, case=case, text=text(answers, "answer_text"))
    return await propose_answer(request, desk.ctx)


def _agree(*, agreed: bool) -> Press:
    async def press(desk: Desk, case: Case) -> Reply:
        request = AgreeAnswer(officer=desk.officer, case=case, agreed=agreed)
        return await agree_answer(request, desk.ctx)

    return press


async def _report(desk: Desk, answers: Answers) -> Reply:
    case = await _case(desk, answers)
    request = ReportResult(officer=desk.officer, case=case, number=text(answers, "report_number"))
    return await report_result(request, desk.ctx)


SUPERVISION_COMMANDS: Mapping[str, Serve] = {
    "dual": _dual,
    "dualok": _confirm_typed,
    "plan": _plan,
    "supervise": _supervise,
    "supervised": _on_paper,
    "answer": _answer,
    "report": _report,
}

SUPERVISION_BUTTONS: Mapping[str, Press] = {
    "dualok": _confirm,
    "supyes": _decide(approved=True),
    "supno": _decide(approved=False),
    "ansyes": _agree(agreed=True),
    "ansno": _agree(agreed=False),
}
