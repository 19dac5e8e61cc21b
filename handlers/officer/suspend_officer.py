"""Suspend a post, or let it work again."""

from dataclasses import dataclass, replace

from casework.errors import NotAllowed
from casework.messages import Reply, Words
from casework.people import Officer
from casework.staff_log import StaffEventKind
from handlers.context import Context
from handlers.officer.administer import (
    administers,
    log,
    not_the_last,
    post_named,
    somebody_stays,
)
from handlers.officer.release_work import release_work
from handlers.officer.waiting import keep_unit
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class SuspendOfficer:
    """Which post, and why; the reason is sealed in the log."""

    officer: Officer
    post: str
    reason: str


async def suspend_officer(request: SuspendOfficer, ctx: Context) -> Reply:
    """From this commit on the post sees nothing, and everything it held is somebody else's."""
    actor, post = request.officer, await post_named(ctx, request.post)
    administers(actor, post.role)
    await not_the_last(ctx, actor, post)
    post = await post_named(ctx, request.post)  # as it stands behind the lock
    if post.suspended_at is not None:
        return Reply(key="error-suspended-already")
    await somebody_stays(ctx, post)
    await ctx.uow.officers.update(replace(post, suspended_at=ctx.now))
    moved = await release_work(ctx, post, actor, why="suspended")
    await log(ctx, StaffEventKind.SUSPENDED, post, actor, {"cases": moved}, reason=request.reason)
    await tell_person(ctx, post.person_id, Reply(key="you-are-suspended"))
    return Reply(key="suspended", args={"post": post.code, "cases": _cases(moved)})


def _cases(n: int) -> Words | str:
    return Words(key="suspended-cases", args={"n": n}) if n else ""


@dataclass(frozen=True, kw_only=True)
class RestoreOfficer:
    """Which post works again."""

    officer: Officer
    post: str


async def restore_officer(request: RestoreOfficer, ctx: Context) -> Reply:
    """The post works again; its earlier cases stay where they are now."""
    actor, post = request.officer, await post_named(ctx, request.post)
    administers(actor, post.role)
    await ctx.uow.staff.lock()
    post = await post_named(ctx, request.post)
    if post.suspended_at is None:
        return Reply(key="error-active-already")
    latest = await ctx.uow.officers.of_person(post.person_id)
    if latest is not None and latest.id != post.id:
        raise NotAllowed(code="error-moved-on", post=latest.code)
    await ctx.uow.officers.update(replace(post, suspended_at=None))
    await keep_unit(ctx, post.unit)
    await log(ctx, StaffEventKind.RESTORED, post, actor)
    await tell_person(ctx, post.person_id, Reply(key="you-are-restored"))
    return Reply(key="restored", args={"post": post.code})
