"""``qingxin site-posters``: what hangs at the gates."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.commands.opened import app_opened, settings_read
from casework.errors import BadValue, ConfigurationError

if TYPE_CHECKING:
    from bot.app import App
    from casework.directory import District
    from casework.ledger import Project
    from casework.posters import SitePoster


def site_posters(
    out: Annotated[Path, typer.Argument(dir_okay=False, help="The PDF to write; - for a pipe.")],
    project: Annotated[
        list[str] | None,
        typer.Option(help="A project's code; again for another. Default: every site at work."),
    ] = None,
) -> None:
    """Write a poster for each gate: a code to scan, the code to type, hotlines, what to expect."""
    from documents.site_poster import write_site_posters

    bot = settings_read().worker_bot_name
    if bot is None:
        raise ConfigurationError(
            "QINGXIN_WORKER_BOT_NAME is not set: the code on a poster opens the workers' bot"
        )
    try:
        posters = asyncio.run(_posters(bot, project or []))
    except BadValue as error:
        _ended(f"{error}.")
    _write(out, write_site_posters(posters))
    typer.echo(f"{len(posters)} posters.", err=True)


async def _posters(bot: str, codes: list[str]) -> "list[SitePoster]":
    from casework.deadlines import SHANGHAI
    from casework.posters import SitePoster, to_ring
    from casework.site_link import site_link

    async with app_opened() as app:
        district = app.loaded.district
        _warn(district)
        return [
            SitePoster(
                code=project.code,
                name=project.name,
                link=site_link(bot, project.code),
                bot=bot,
                hotlines=to_ring(district.hotlines),
                by=district.units[district.arrears_office].name,
                printed_on=app.now().astimezone(SHANGHAI).date(),
                sample=project.sample,
            )
            for project in await _projects(app, codes)
        ]


async def _projects(app: "App", codes: list[str]) -> "tuple[Project, ...]":
    from casework.posters import gates

    async with app.unit_of_work() as uow:
        if not codes:
            found = gates(await uow.ledger.all())
            return found or _ended("No site of the ledger is at work.")
        named = [(code, await uow.ledger.get(code)) for code in dict.fromkeys(codes)]
    unknown = [code for code, project in named if project is None]
    if unknown:
        _ended(f"Not in the ledger: {', '.join(unknown)}.")
    return tuple(project for _, project in named if project is not None)


def _warn(district: "District") -> None:
    empty = [line.name for line in district.hotlines.values() if not line.number]
    if empty:
        typer.echo(f"Left out, for hotlines.toml has no number: {', '.join(empty)}.", err=True)


def _ended(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(1)


def _write(out: Path, pdf: bytes) -> None:
    if str(out) == "-":
        sys.stdout.buffer.write(pdf)
        return
    try:
        out.write_bytes(pdf)
    except OSError as error:
        raise ConfigurationError(f"{out} cannot be written: {error.strerror}") from None
