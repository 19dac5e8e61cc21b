"""Leave: from, to, deputy. The deputy has to say yes; then cards, work and reminders go there."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from casework.deadlines import SHANGHAI
from casework.errors import NotAllowed, NotFound
from casework.messages import Arg, Button, Reply, Words
from casework.people import Leave, LeaveState, Officer
from casework.staff_log import StaffEventKind
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.officer.administer import log
from handlers.officer.leave_open import close_item
from handlers.tell import tell_person

ASK_UNTIL = time(16, 0, tzinfo=SHANGHAI)
"""On the day before a leave an answer is waited for until then: the head still has the evening."""

AT_LEAST = timedelta(hours=2)
"""… and whoever asks late gives the deputy this long."""

MORNING = time(8, 30, tzinfo=SHANGHAI)


@dataclass(frozen=True, kw_only=True)
class TakeLeave:
    """``deputy``: the id of a colleague in the same unit."""

    officer: Officer
    first: date
    last: date
    deputy: str


async def take_leave(request: TakeLeave, ctx: Context) -> Reply:
    """Write it down and ask the deputy; the absence holds in any case, only the deputy is open."""
    if request.last < request.first or request.last < ctx.today:
        return Reply(key="error-leave-order")
    officer, deputy = request.officer, await _deputy(request, ctx)
    leave = Leave(
        id=ctx.house.new_id(),
        officer_id=officer.id,
        first=request.first,
        last=request.last,
        deputy_id=deputy.id,
    )
    await _there_meanwhile(ctx, leave, deputy)
    await _replace_earlier(ctx, leave, officer)
    await ctx.uow.officers.add_leave(leave)
    facts = {**_days(leave), "deputy": deputy.code}
    await log(ctx, StaffEventKind.LEAVE_ASKED, officer, officer, facts)
    await _plan(ctx, DueKind.LEAVE_UNANSWERED, leave, _answer_by(ctx, leave))
    held = await ctx.uow.cases.held_by(officer.unit, officer_id=officer.id)
    args = leave_args(leave, officer, deputy) | {"n": len(held)}
    ask = Reply(key="will-you-be-deputy", args=args, buttons=(_buttons(leave),))
    await tell_person(ctx, deputy.person_id, ask)
    return Reply(key="leave-recorded", args=args)


def leave_args(leave: Leave, officer: Officer, deputy: Officer) -> dict[str, Arg]:
    """Who is away from when to when, and who stands in."""
    return {
        "officer": officer.code,
        "deputy": deputy.code,
        "first": leave.first,
        "last": leave.last,
    }


def _days(leave: Leave) -> dict[str, str | int | bool]:
    return {"first": leave.first.isoformat(), "last": leave.last.isoformat()}


def _buttons(leave: Leave) -> tuple[Button, ...]:
    return tuple(
        Button(label=Words(key=f"do-{verb.replace('_', '-')}"), data=f"o:{verb}:{leave.id}")
        for verb in ("leave_yes", "leave_no")
    )


async def _deputy(request: TakeLeave, ctx: Context) -> Officer:
    deputy = await ctx.uow.officers.get(request.deputy)
    if deputy is None or deputy.unit != request.officer.unit or deputy.suspended_at:
        raise NotFound(code="error-no-such-officer")
    if deputy.id == request.officer.id:
        raise NotAllowed(code="error-own-deputy")
    return deputy


async def _there_meanwhile(ctx: Context, leave: Leave, deputy: Officer) -> None:
    """A deputy who is away on one of these days is none."""
    for other in await ctx.uow.officers.leaves_from(leave.first):
        if other.officer_id == deputy.id and other.meets(leave):
            raise NotAllowed(code="error-deputy-away", deputy=deputy.code)


async def _replace_earlier(ctx: Context, leave: Leave, officer: Officer) -> None:
    """A leave that shares a day with an earlier one stands in its place; its deputy is told."""
    for other in await ctx.uow.officers.leaves_from(ctx.today):
        if other.officer_id == officer.id and other.meets(leave):
            await end_quietly(ctx, other, officer)
            if other.deputy_id != leave.deputy_id and other.state is not LeaveState.DECLINED:
                former = await ctx.uow.officers.get(other.deputy_id)
                if former is not None:
                    told = Reply(key="no-deputy-any-more", args=leave_args(other, officer, former))
                    await tell_person(ctx, former.person_id, told)


async def end_quietly(ctx: Context, leave: Leave, officer: Officer) -> None:
    """The absence counts no more, and nothing that was planned for it happens."""
    await ctx.uow.officers.update_leave(replace(leave, state=LeaveState.ENDED))
    for kind in (DueKind.LEAVE_UNANSWERED, DueKind.LEAVE_BEGINS, DueKind.LEAVE_ENDS):
        await ctx.uow.due.cancel(_key(kind, leave))
    await close_item(ctx, leave, officer.unit)


def _answer_by(ctx: Context, leave: Leave) -> datetime:
    day_before = datetime.combine(leave.first - timedelta(days=1), ASK_UNTIL)
    return max(day_before, ctx.now + AT_LEAST)


async def plan_accepted(ctx: Context, leave: Leave) -> None:
    """The mornings on which the work goes over and comes back."""
    await ctx.uow.due.cancel(_key(DueKind.LEAVE_UNANSWERED, leave))
    begins = max(datetime.combine(leave.first, MORNING), ctx.now)
    await _plan(ctx, DueKind.LEAVE_BEGINS, leave, begins)
    ends = datetime.combine(leave.last + timedelta(days=1), MORNING)
    await _plan(ctx, DueKind.LEAVE_ENDS, leave, ends)


def _key(kind: DueKind, leave: Leave) -> str:
    return f"{kind}:{leave.id}"


async def _plan(ctx: Context, kind: DueKind, leave: Leave, at: datetime) -> None:
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=kind,
            key=_key(kind, leave),
            at=at,
            facts={"leave": leave.id},
        )
    )
