"""A deputy says yes or no; or the head of the unit takes the work over."""

from dataclasses import dataclass, replace

from casework.errors import NotAllowed, NotFound
from casework.messages import Reply
from casework.people import Leave, LeaveState, Officer, OfficerRole
from casework.staff_log import StaffEventKind
from handlers.context import Context
from handlers.officer.administer import log
from handlers.officer.leave_open import close_item, leave_is_open
from handlers.officer.take_leave import leave_args, plan_accepted
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class AnswerLeave:
    """Who answers about which absence."""

    officer: Officer
    leave_id: str


async def accept_leave(request: AnswerLeave, ctx: Context) -> Reply:
    """The deputy's yes: from the first day on the work is theirs."""
    leave, away = await _open(request, ctx)
    if leave.deputy_id != request.officer.id:
        raise NotAllowed(code="error-not-asked")
    return await _accepted(ctx, leave, away, request.officer)


async def take_over(request: AnswerLeave, ctx: Context) -> Reply:
    """The head takes the work where nobody has said yes."""
    leave, away = await _open(request, ctx)
    officer = request.officer
    heads = officer.role is OfficerRole.HEAD and officer.unit == away.unit
    if not heads or officer.id == away.id:
        raise NotAllowed(code="error-role")
    leave = replace(leave, deputy_id=officer.id)
    return await _accepted(ctx, leave, away, officer)


async def decline_leave(request: AnswerLeave, ctx: Context) -> Reply:
    """The deputy's no: the officer asks somebody else, the head knows of it."""
    leave, away = await _open(request, ctx)
    if leave.deputy_id != request.officer.id:
        raise NotAllowed(code="error-not-asked")
    if leave.state is LeaveState.DECLINED:
        return Reply(key="error-already-done")
    leave = replace(leave, state=LeaveState.DECLINED)
    await ctx.uow.officers.update_leave(leave)
    await log(
        ctx,
        StaffEventKind.LEAVE_DECLINED,
        away,
        request.officer,
        {"deputy": request.officer.code},
    )
    args = leave_args(leave, away, request.officer)
    await tell_person(ctx, away.person_id, Reply(key="deputy-said-no", args=args))
    await leave_is_open(ctx, leave)
    return Reply(key="you-said-no", args=args)


async def _open(request: AnswerLeave, ctx: Context) -> tuple[Leave, Officer]:
    """An absence that still can be answered for, and who is away."""
    leave = await ctx.uow.officers.leave(request.leave_id)
    away = await ctx.uow.officers.get(leave.officer_id) if leave else None
    if leave is None or away is None or away.unit != request.officer.unit:
        raise NotFound(code="stale-button")
    if leave.state is LeaveState.ENDED or leave.last < ctx.today or away.suspended_at is not None:
        raise NotFound(code="error-leave-over")
    if leave.state is LeaveState.ACCEPTED:
        raise NotAllowed(code="error-already-done")
    return leave, away


async def _accepted(ctx: Context, leave: Leave, away: Officer, deputy: Officer) -> Reply:
    leave = replace(leave, state=LeaveState.ACCEPTED)
    await ctx.uow.officers.update_leave(leave)
    await log(ctx, StaffEventKind.LEAVE_ACCEPTED, away, deputy, {"deputy": deputy.code})
    await close_item(ctx, leave, away.unit)
    await plan_accepted(ctx, leave)
    args = leave_args(leave, away, deputy)
    await tell_person(ctx, away.person_id, Reply(key="deputy-said-yes", args=args))
    return Reply(key="you-are-deputy", args=args)
