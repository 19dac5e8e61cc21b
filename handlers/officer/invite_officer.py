"""Invite: a one-time code for a new officer, shown once."""

from dataclasses import dataclass
from datetime import timedelta

from casework.messages import Reply, Words
from casework.people import INVITATION_DAYS, Invitation, Officer, OfficerRole
from casework.staff_log import StaffEvent, StaffEventKind
from handlers.context import Context
from handlers.officer.administer import administers, fits
from handlers.officer.staff_words import role_words


@dataclass(frozen=True, kw_only=True)
class InviteOfficer:
    """For which unit, and what the officer may do there."""

    officer: Officer
    unit: str
    role: OfficerRole


async def invite_officer(request: InviteOfficer, ctx: Context) -> Reply:
    """Make the code; only its keyed hash is kept."""
    administers(request.officer, request.role)
    fits(ctx, request.unit, request.role)
    code = ctx.house.new_invitation_code()
    expires = ctx.now + timedelta(days=INVITATION_DAYS)
    await ctx.uow.officers.invite(
        Invitation(unit=request.unit, role=request.role, expires_at=expires), code
    )
    await ctx.uow.staff.append(
        StaffEvent(
            kind=StaffEventKind.INVITED,
            at=ctx.now,
            unit=request.unit,
            by_officer=request.officer.code,
            facts={"role": request.role.value, "days": INVITATION_DAYS},
        )
    )
    args: dict[str, str | Words] = {
        "unit": ctx.house.unit(request.unit).name,
        "role": role_words(request.role),
    }
    return Reply(key="invited", args={**args, "code": code, "until": expires})
