"""One-time codes by which officers come in: shown once, kept only as a keyed hash."""

from datetime import timedelta

from bot.app import App
from casework.errors import ConfigurationError
from casework.people import Invitation, OfficerRole
from casework.staff_log import StaffEvent, StaffEventKind


async def invite(app: App, *, unit: str, role: OfficerRole, days: int) -> tuple[Invitation, str]:
    """A new invitation and its code, which is nowhere else from now on."""
    if unit not in app.loaded.district.units:
        raise ConfigurationError(
            f"no unit {unit!r} in {app.loaded.district.name}: see units.toml in the district's folder"
        )
    code = app.house.new_invitation_code()
    invitation = Invitation(unit=unit, role=role, expires_at=app.now() + timedelta(days=days))
    async with app.unit_of_work() as uow:
        await uow.officers.invite(invitation, code)
        await uow.staff.append(
            StaffEvent(
                kind=StaffEventKind.INVITED,
                at=app.now(),
                unit=unit,
                facts={"role": role.value, "days": days},
            )
        )
    return invitation, code
