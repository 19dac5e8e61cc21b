"""Who may admit, suspend and move whom; each step is a link of the staff log."""

from collections.abc import Mapping

from casework.errors import NotAllowed, NotFound
from casework.people import Officer, OfficerRole
from casework.staff_log import StaffEvent, StaffEventKind
from handlers.context import Context
from handlers.officer.acting import require

_OF_UNITS = frozenset({OfficerRole.HANDLER, OfficerRole.HEAD, OfficerRole.LEGAL_AID})


def administers(actor: Officer, role: OfficerRole) -> None:
    """Supervisors decide about every post, the arrears office about those of the units."""
    require(actor, OfficerRole.SUPERVISOR, OfficerRole.TRIAGE)
    if actor.role is OfficerRole.TRIAGE and role not in _OF_UNITS:
        raise NotAllowed(code="error-only-supervisor")


def fits(ctx: Context, unit: str, role: OfficerRole) -> None:
    """Triage is the arrears office's, legal aid the justice bureau's; other roles are any unit's."""
    district = ctx.house.district
    own = {OfficerRole.TRIAGE: district.arrears_office, OfficerRole.LEGAL_AID: district.justice}
    if own.get(role, unit) != unit:
        raise NotAllowed(code="error-role-of-unit", unit=ctx.house.unit(own[role]).name)


async def post_named(ctx: Context, code: str) -> Officer:
    """The post behind a code. Raises NotFound."""
    officer = await ctx.uow.officers.by_code(code.upper())
    if officer is None:
        raise NotFound(code="error-no-such-post")
    return officer


async def not_the_last(ctx: Context, actor: Officer, post: Officer) -> None:
    """Nobody takes their own post away, and one supervisor always stays.

    Raises NotAllowed. The log is locked first: two who suspend each other at once wait in turn.
    """
    if post.id == actor.id:
        raise NotAllowed(code="error-own-post")
    await ctx.uow.staff.lock()
    if post.role is OfficerRole.SUPERVISOR:
        active = [
            officer
            for officer in await ctx.uow.officers.everybody()
            if officer.role is OfficerRole.SUPERVISOR and officer.suspended_at is None
        ]
        if not {officer.id for officer in active} - {post.id}:
            raise NotAllowed(code="error-last-supervisor")


async def somebody_stays(ctx: Context, post: Officer) -> None:
    """What nobody else does waits at the arrears office: its last post is not taken away.

    Raises NotAllowed. Asked behind the lock of `not_the_last`.
    """
    office = ctx.house.district.arrears_office
    if post.unit == office and {o.id for o in await ctx.uow.officers.of_unit(office)} == {post.id}:
        raise NotAllowed(code="error-last-in-office", unit=ctx.house.unit(office).name)


async def log(
    ctx: Context,
    kind: StaffEventKind,
    post: Officer,
    by: Officer | None,
    facts: Mapping[str, str | int | bool] | None = None,
    reason: str = "",
) -> None:
    """Write it down. ``by`` None is the clock."""
    await ctx.uow.staff.append(
        StaffEvent(
            kind=kind,
            at=ctx.now,
            unit=post.unit,
            post=post.code,
            by_officer=by.code if by else "",
            facts=facts or {},
            personal={"reason": reason} if reason else {},
        )
    )
