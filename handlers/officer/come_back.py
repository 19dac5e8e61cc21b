"""Back at work: what the deputy had comes back, with what happened meanwhile."""

from dataclasses import dataclass, replace

from casework.history import EventKind
from casework.messages import Reply
from casework.people import Leave, LeaveState, Officer
from casework.staff_log import StaffEventKind
from handlers.context import Context
from handlers.officer.administer import log
from handlers.officer.deputy_sheet import deputy_sheet
from handlers.officer.take_leave import end_quietly, leave_args
from handlers.record import record
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class ComeBack:
    """Whose absence ends before its time."""

    officer: Officer


async def come_back(request: ComeBack, ctx: Context) -> Reply:
    """End the absence of today, or one that has not begun yet."""
    mine = [
        leave
        for leave in await ctx.uow.officers.leaves_from(ctx.today)
        if leave.officer_id == request.officer.id
    ]
    if not mine:
        return Reply(key="not-away")
    leave = next((each for each in mine if each.covers(ctx.today)), mine[0])
    return await end_leave(ctx, leave, request.officer)


async def end_leave(ctx: Context, leave: Leave, officer: Officer) -> Reply:
    """Hand back: an event in each case that a deputy had, the deputy told, and a sheet."""
    await end_quietly(ctx, leave, officer)
    await log(ctx, StaffEventKind.LEAVE_ENDED, officer, officer)
    deputy = await ctx.uow.officers.get(leave.deputy_id)
    began = leave.first <= ctx.today
    if leave.state is LeaveState.DECLINED or deputy is None:
        return Reply(key="back-alone")
    args = leave_args(leave, officer, deputy)
    await tell_person(ctx, deputy.person_id, Reply(key="no-deputy-any-more", args=args))
    if leave.state is LeaveState.ASKED or not began:
        return Reply(key="leave-cancelled", args=args)
    held = await ctx.uow.cases.held_by(officer.unit, officer_id=officer.id)
    for case in held:
        facts = {"from": deputy.code, "post": officer.code}
        await record(ctx, case, EventKind.HANDED_BACK, facts=facts)
    file = await deputy_sheet(
        ctx, replace(leave, state=LeaveState.ENDED), officer, deputy, back=True
    )
    return Reply(key="back-with-sheet", args={**args, "n": len(held)}, file=file)
