"""Move a post: another role in its unit, or a new post in another unit.

A post that is left stays in the histories of its cases as what it was: whoever goes to another unit
gets a new code there, and the old one is closed.
"""

from dataclasses import dataclass, replace

from casework.errors import NotAllowed
from casework.messages import Arg, Reply
from casework.people import Officer, OfficerRole
from casework.staff_log import StaffEventKind
from handlers.context import Context
from handlers.officer.administer import (
    administers,
    fits,
    log,
    not_the_last,
    post_named,
    somebody_stays,
)
from handlers.officer.release_work import release_work
from handlers.officer.staff_words import role_words
from handlers.officer.waiting import keep_unit
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class MoveOfficer:
    """Where to, and as what; without a role as what the officer was."""

    officer: Officer
    post: str
    unit: str
    role: OfficerRole | None = None


async def move_officer(request: MoveOfficer, ctx: Context) -> Reply:
    """The cases stay with the unit: its head gets them."""
    actor, post = request.officer, await post_named(ctx, request.post)
    role = request.role or post.role
    administers(actor, post.role)
    administers(actor, role)
    fits(ctx, request.unit, role)
    await not_the_last(ctx, actor, post)
    post = await post_named(ctx, request.post)
    if post.suspended_at is not None:
        raise NotAllowed(code="error-no-such-officer")
    if (post.unit, post.role) == (request.unit, role):
        return Reply(key="error-there-already")
    before, n = post.code, 0
    if post.unit == request.unit:
        post = replace(post, role=role)
        await ctx.uow.officers.update(post)
    else:
        await somebody_stays(ctx, post)
        await ctx.uow.officers.update(replace(post, suspended_at=ctx.now))
        n = await release_work(ctx, post, actor, why="moved")
        post = await _new_post(ctx, post, request.unit, role)
        await keep_unit(ctx, post.unit)
    facts = {"from": before, "to": post.code, "role": role.value, "cases": n}
    await log(ctx, StaffEventKind.MOVED, post, actor, facts)
    args: dict[str, Arg] = {
        "before": before,
        "post": post.code,
        "unit": ctx.house.unit(post.unit).name,
        "role": role_words(role),
        "n": n,
    }
    await tell_person(ctx, post.person_id, Reply(key="you-are-moved", args=args))
    return Reply(key="moved", args=args)


async def _new_post(ctx: Context, post: Officer, unit: str, role: OfficerRole) -> Officer:
    new = Officer(
        id=ctx.house.new_id(),
        person_id=post.person_id,
        unit=unit,
        role=role,
        code=await ctx.uow.officers.next_code(unit),
        enrolled_at=ctx.now,
    )
    await ctx.uow.officers.add(new)
    return new
