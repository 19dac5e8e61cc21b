"""The days of an absence: nobody has said yes, the first morning, the morning after."""

from casework.history import EventKind
from casework.messages import Reply
from casework.people import Leave, LeaveState, Officer
from casework.staff_log import StaffEventKind
from casework.work import Due
from handlers.context import Context
from handlers.officer.administer import log
from handlers.officer.come_back import end_leave
from handlers.officer.deputy_sheet import deputy_sheet
from handlers.officer.leave_open import leave_is_open
from handlers.officer.take_leave import leave_args
from handlers.record import record
from handlers.tell import tell_person


async def chase_answer(due: Due, ctx: Context) -> None:
    """The day before, and the deputy has not said yes: the head's item."""
    leave, away = await _still(due, ctx)
    if leave is None or away is None or leave.state is not LeaveState.ASKED:
        return
    await log(ctx, StaffEventKind.LEAVE_UNANSWERED, away, None)
    await leave_is_open(ctx, leave)


async def hand_work_over(due: Due, ctx: Context) -> None:
    """The first morning: an event in each case, and the sheet to the deputy."""
    leave, away = await _still(due, ctx)
    deputy = await ctx.uow.officers.get(leave.deputy_id) if leave else None
    if leave is None or away is None or deputy is None or leave.state is not LeaveState.ACCEPTED:
        return
    held = await ctx.uow.cases.held_by(away.unit, officer_id=away.id)
    for case in held:
        facts = {"from": away.code, "post": deputy.code}
        await record(ctx, case, EventKind.DEPUTY, facts=facts)
    file = await deputy_sheet(ctx, leave, away, deputy)
    args = leave_args(leave, away, deputy) | {"n": len(held)}
    await tell_person(ctx, deputy.person_id, Reply(key="deputy-begins", args=args, file=file))


async def hand_work_back(due: Due, ctx: Context) -> None:
    """The morning after the last day."""
    leave, away = await _still(due, ctx)
    if leave is not None and away is not None:
        await tell_person(ctx, away.person_id, await end_leave(ctx, leave, away))


async def _still(due: Due, ctx: Context) -> tuple[Leave | None, Officer | None]:
    """The absence, where it counts still."""
    leave = await ctx.uow.officers.leave(str(due.facts["leave"]))
    away = await ctx.uow.officers.get(leave.officer_id) if leave else None
    if leave is None or away is None:
        return None, None
    gone = leave.state is LeaveState.ENDED or away.suspended_at is not None
    return (None, None) if gone else (leave, away)
