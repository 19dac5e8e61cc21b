"""``qingxin db``: the tables."""

import asyncio
from typing import Annotated

import typer

from bot.commands.opened import settings_read


def upgrade() -> None:
    """Build the tables, or bring older ones up to date."""
    from storage.migrate import upgrade as upgrade_database

    asyncio.run(upgrade_database(settings_read().database_url))
    typer.echo("The database has the newest tables.")


def check(
    configured: Annotated[
        bool,
        typer.Option("--configured", help="Compare the configured database, not a fresh one."),
    ] = False,
) -> None:
    """Compare what migrations build with the code."""
    from storage.migrate import check as differences

    found = asyncio.run(differences(settings_read().database_url if configured else None))
    for difference in found:
        typer.echo(difference)
    if found:
        raise typer.Exit(1)
    typer.echo("The tables are as the code expects them.")
