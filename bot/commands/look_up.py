"""``qingxin projects``, ``routing`` and ``nlu``: what the machine makes of some words."""

import asyncio
import re
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opened import app_opened, settings_read
from casework.ledger import ProjectClass

if TYPE_CHECKING:
    from datetime import date

    from nlu.interpreter import LocalInterpreter

_PLACE = re.compile(r"\s*(-?\d{1,2}\.\d+)\s*[,，\s]\s*(-?\d{1,3}\.\d+)\s*")

Asked = Annotated[list[str], typer.Argument(metavar="WORDS", help="A site in anybody's words.")]


def search_projects(words: Asked) -> None:
    """Find projects of the ledger by vague words, or by a place as LATITUDE,LONGITUDE."""
    asyncio.run(_search_projects(" ".join(words)))


async def _search_projects(words: str) -> None:
    from bot.explain import explain_matches

    async with app_opened() as app:
        place = _PLACE.fullmatch(words)
        sites = app.house.sites
        matches = sites.near(float(place[1]), float(place[2])) if place else sites.find(words)
    for line in explain_matches(matches):
        typer.echo(line)
    if not matches:
        typer.echo("Nothing in the ledger is like that.", err=True)
        raise typer.Exit(1)


def explain_route(
    words: Asked,
    not_construction: Annotated[
        bool, typer.Option("--not-construction", help="A factory or a shop, no building site.")
    ] = False,
    project_class: Annotated[
        ProjectClass | None,
        typer.Option("--class", help="The class of a site that the ledger does not know."),
    ] = None,
) -> None:
    """Say which unit is responsible, which rule says so, and why every other rule does not.

    A dry run: nothing is written, nobody is told.
    """
    asyncio.run(
        _explain_route(" ".join(words), construction=not not_construction, known=project_class)
    )


async def _explain_route(words: str, *, construction: bool, known: ProjectClass | None) -> None:
    from bot.explain import explain_routing

    async with app_opened() as app:
        explained = explain_routing(
            app.loaded,
            words,
            search=app.house.sites,
            construction=construction,
            project_class=known,
        )
    typer.echo(explained)


def parse() -> None:
    """Read texts as JSON lines, write facts as JSON lines.

    A line is {"text", "date"?, "id"?}; the date is the day on which the text was written.
    """
    from nlu.report import parse_line

    interpreter, today = _reader()
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        if line.strip():
            typer.echo(parse_line(line, interpreter, on=today))


def evaluate(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Annotated texts as JSON lines.")
    ],
) -> None:
    """Precision, recall and F1 of each fact, and the errors.

    A line is {"text", "expect": {slot: value}, "date"?, "id"?}; the slots are those that parse
    prints, and null says that nothing may be found.
    """
    from nlu.report import evaluate as figures_of

    interpreter, today = _reader()
    with file.open(encoding="utf-8", errors="replace") as lines:
        typer.echo(figures_of(lines, interpreter, on=today))


def _reader() -> "tuple[LocalInterpreter, date]":
    """What the district's own folder knows is enough: no database is opened for it."""
    from bot import clock
    from bot.district import load_district
    from bot.understanding import open_interpreter
    from casework.deadlines import SHANGHAI

    loaded = load_district(settings_read().district)
    interpreter = open_interpreter(loaded, loaded.sample_projects)
    return interpreter, clock.now().astimezone(SHANGHAI).date()
