"""``qingxin stats``: the report of a period, also of one long past, as text and as files."""

import asyncio
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opened import app_opened
from casework.errors import ConfigurationError
from casework.periods import PeriodKind, period_with

if TYPE_CHECKING:
    from casework.statistics_sheet import StatisticsSheet

_FileOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write this file, too.", dir_okay=False)
]


def stats(
    period: Annotated[PeriodKind, typer.Option(help="The period to report on.")] = PeriodKind.WEEK,
    as_of: Annotated[
        str,
        typer.Option(
            metavar="YYYY-MM-DD",
            help="The period of that day, as it was known when the day ended; without it, now.",
        ),
    ] = "",
    docx: _FileOption = None,
    xlsx: _FileOption = None,
    png: _FileOption = None,
) -> None:
    """Print the figures of a period, each with what it counts.

    The report of a past day is the same whenever it is written: only what was known at the end
    of that day counts.
    """
    day = _day(as_of) if as_of else None
    asyncio.run(_stats(period, day, {"docx": docx, "xlsx": xlsx, "png": png}))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"{text!r} is no day: write it as 2026-11-23") from None


async def _stats(kind: PeriodKind, day: date | None, files: dict[str, Path | None]) -> None:
    from casework.deadlines import SHANGHAI
    from documents.statistics.figures import figures, span, title
    from handlers.context import Context
    from handlers.statistics import sheet_on

    async with app_opened() as app:
        now = app.now()
        midnight = (
            datetime.combine(day + timedelta(days=1), time(), SHANGHAI) if day is not None else now
        )
        if day is not None and day > now.astimezone(SHANGHAI).date():
            raise ConfigurationError(f"{day} has not come yet")
        as_of = min(now, midnight)
        period = period_with(kind, day or now.astimezone(SHANGHAI).date())
        async with app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=app.house, now=now)
            sheet = await sheet_on(ctx, period, as_of=as_of)
        _write(sheet, files)
    typer.echo(f"{title(sheet)}　{span(period)}")
    for figure in figures(sheet):
        typer.echo(f"{figure.label}\t{figure.value}\t{figure.means}")


def _write(sheet: "StatisticsSheet", files: dict[str, Path | None]) -> None:
    from bot.sheets import WordSheets

    to = WordSheets()
    writers = {"docx": to.leader_page, "xlsx": to.statistics_book, "png": to.statistics_chart}
    for name, path in files.items():
        if path is None:
            continue
        try:
            path.write_bytes(writers[name](sheet))
        except OSError as error:
            raise ConfigurationError(f"{path}: {error.strerror}") from None
        sys.stderr.write(f"written: {path}\n")
