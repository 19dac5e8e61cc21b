"""``qingxin invite``: how officers come in."""

import asyncio
from typing import Annotated

import typer

from bot.commands.opened import app_opened
from casework.people import OfficerRole


def invite(
    unit: Annotated[str, typer.Option(help="The unit's code, as in units.toml.")],
    role: Annotated[OfficerRole, typer.Option(help="What the officer may do.")],
    days: Annotated[int, typer.Option(min=1, max=90, help="How long the code is good for.")] = 7,
) -> None:
    """Print a one-time code for a new officer."""
    asyncio.run(_invite(unit, role, days))


async def _invite(unit: str, role: OfficerRole, days: int) -> None:
    from bot.invitation import invite as new_invitation
    from casework.deadlines import SHANGHAI

    async with app_opened() as app:
        invitation, code = await new_invitation(app, unit=unit, role=role, days=days)
        name = app.loaded.district.units[unit].name
    typer.echo(code)
    typer.echo(
        f"For one officer ({role.value}) of {name}, once, until"
        f" {invitation.expires_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}."
        " It is shown only now; the officer sends it to the officers' bot.",
        err=True,
    )
