"""One-time codes by which officers come in: shown once, kept only as a keyed hash."""

import secrets
from datetime import timedelta

from bot.app import App
from casework.errors import ConfigurationError
from casework.people import Invitation, OfficerRole

_LETTERS = "34679ACDEFHJKMNPQRTWXY"
"""Without look-alikes in print and by hand: 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V."""

_GROUPS, _GROUP = 3, 4


def new_code() -> str:
    """Twelve characters (53 bits), in groups that can be read out: ``AC34-EF67-HJ9K``."""
    return "-".join(
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS)
    )


async def invite(app: App, *, unit: str, role: OfficerRole, days: int) -> tuple[Invitation, str]:
    """A new invitation and its code, which is nowhere else from now on."""
    if unit not in app.loaded.district.units:
        raise ConfigurationError(
            f"no unit {unit!r} in {app.loaded.district.name}: see units.toml in the district's folder"
        )
    code = new_code()
    invitation = Invitation(unit=unit, role=role, expires_at=app.now() + timedelta(days=days))
    async with app.unit_of_work() as uow:
        await uow.officers.invite(invitation, code)
    return invitation, code
