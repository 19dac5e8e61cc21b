"""The posts of a unit or of the whole district: what each may do, and whether it works."""

from dataclasses import dataclass
from itertools import groupby

from casework.directory import ContactMode
from casework.errors import NotAllowed
from casework.messages import Reply, Words
from casework.people import Leave, Officer, OfficerRole
from handlers.context import Context
from handlers.officer.acting import require
from handlers.officer.staff_words import post_line


@dataclass(frozen=True, kw_only=True)
class ListStaff:
    """Who asks, and for which unit ("": all)."""

    officer: Officer
    unit: str = ""


async def list_staff(request: ListStaff, ctx: Context) -> Reply:
    """By unit; a head sees the own unit only."""
    require(request.officer, OfficerRole.SUPERVISOR, OfficerRole.TRIAGE, OfficerRole.HEAD)
    unit = request.unit
    if request.officer.role is OfficerRole.HEAD:
        if unit not in {"", request.officer.unit}:
            raise NotAllowed(code="error-own-unit-only")
        unit = request.officer.unit
    posts = [o for o in await ctx.uow.officers.everybody() if unit in {"", o.unit}]
    away = {leave.officer_id: leave for leave in await _away(ctx)}
    codes = {officer.id: officer.code for officer in posts}
    lines = []
    for code, mine in groupby(posts, lambda officer: officer.unit):
        lines.append(Words(key="staff-unit", args={"unit": ctx.house.unit(code).name}))
        lines += [post_line(officer, away.get(officer.id), codes) for officer in mine]
    return Reply(
        key="staff" if posts else "staff-nobody",
        args={
            "scope": ctx.house.unit(unit).name if unit else ctx.house.district.name,
            "n": sum(officer.suspended_at is None for officer in posts),
            "lines": tuple(lines),
            "empty": "" if unit else _without_posts(ctx, posts),
        },
    )


async def _away(ctx: Context) -> list[Leave]:
    leaves = await ctx.uow.officers.leaves_from(ctx.today)
    return [leave for leave in leaves if leave.covers(ctx.today)]


def _without_posts(ctx: Context, posts: list[Officer]) -> Words | str:
    """Units that work in the chat, and have nobody there."""
    there = {officer.unit for officer in posts if officer.suspended_at is None}
    missing = [
        unit.name
        for unit in ctx.house.district.units.values()
        if unit.contact_mode is ContactMode.CHAT and unit.code not in there
    ]
    if not missing:
        return ""
    return Words(key="staff-without", args={"n": len(missing), "units": "、".join(missing)})
