"""Who is there today: an officer, the deputy who said yes, or the head of the unit."""

from casework.people import Leave, LeaveState, Officer, OfficerRole
from handlers.context import Context


async def head_of(
    ctx: Context, unit: str, *, besides: frozenset[str] = frozenset()
) -> Officer | None:
    """The head of a unit who is there today; one who is away only where there is no other."""
    heads = [
        officer
        for officer in await ctx.uow.officers.of_unit(unit)
        if officer.role is OfficerRole.HEAD and officer.id not in besides
    ]
    for head in heads:
        if await ctx.uow.officers.leave_on(head.id, ctx.today) is None:
            return head
    return heads[0] if heads else None


async def stand_in(
    ctx: Context, officer: Officer, *, seen: frozenset[str] = frozenset()
) -> Officer:
    """Who has this officer's work today: whoever is away is never asked while another is there.

    Where no deputy has said yes, that is the head. Two who stand in for each other end the search.
    """
    leave = await ctx.uow.officers.leave_on(officer.id, ctx.today)
    if leave is None:
        return officer
    seen = seen | {officer.id}
    other = await _covering(ctx, officer, leave, seen)
    return officer if other is None else await stand_in(ctx, other, seen=seen)


async def _covering(
    ctx: Context, officer: Officer, leave: Leave, seen: frozenset[str]
) -> Officer | None:
    if leave.state is LeaveState.ACCEPTED:
        deputy = await ctx.uow.officers.get(leave.deputy_id)
        if deputy is not None and deputy.suspended_at is None and deputy.id not in seen:
            return deputy
    return await head_of(ctx, officer.unit, besides=seen)


async def officers_of(ctx: Context, unit: str) -> tuple[Officer, ...]:
    """Who works for a unit today: others in place of whoever is on leave."""
    found: dict[str, Officer] = {}
    for officer in await ctx.uow.officers.of_unit(unit):
        present = await stand_in(ctx, officer)
        found[present.id] = present
    return tuple(found.values())


async def officers_with(ctx: Context, *roles: OfficerRole) -> tuple[Officer, ...]:
    """Who has one of these roles anywhere in the district today, each once."""
    found: dict[str, Officer] = {}
    for officer in await ctx.uow.officers.everybody():
        if officer.role in roles and officer.suspended_at is None:
            present = await stand_in(ctx, officer)
            if present.role in roles:
                found[present.id] = present
    return tuple(found.values())


async def handler_today(ctx: Context, officer_id: str | None) -> Officer | None:
    """The officer, or who stands in; None where nobody is named or the post is suspended."""
    if officer_id is None:
        return None
    officer = await ctx.uow.officers.get(officer_id)
    if officer is None or officer.suspended_at is not None:
        return None
    return await stand_in(ctx, officer)
