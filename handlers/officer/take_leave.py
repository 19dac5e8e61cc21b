"""Leave: from, to, deputy. The deputy gets cards, work and reminders meanwhile."""

from dataclasses import dataclass
from datetime import date

from casework.errors import NotFound
from casework.messages import Arg, Reply
from casework.people import Leave, Officer
from handlers.context import Context
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class TakeLeave:
    """``deputy``: the id of a colleague in the same unit."""

    officer: Officer
    first: date
    last: date
    deputy: str


async def take_leave(request: TakeLeave, ctx: Context) -> Reply:
    """Write it down and tell the deputy."""
    if request.last < request.first or request.last < ctx.today:
        return Reply(key="error-leave-order")
    deputy = await ctx.uow.officers.get(request.deputy)
    if deputy is None or deputy.unit != request.officer.unit or deputy.suspended_at:
        raise NotFound(code="error-no-such-officer")
    await ctx.uow.officers.add_leave(
        Leave(
            officer_id=request.officer.id,
            first=request.first,
            last=request.last,
            deputy_id=deputy.id,
        )
    )
    held = await ctx.uow.cases.held_by(request.officer.unit, officer_id=request.officer.id)
    args: dict[str, Arg] = {
        "officer": request.officer.code,
        "deputy": deputy.code,
        "first": request.first,
        "last": request.last,
        "n": len(held),
    }
    await tell_person(ctx, deputy.person_id, Reply(key="you-are-deputy", args=args))
    return Reply(key="leave-recorded", args=args)
