"""``qingxin projects import`` and ``export``: the ledger from spreadsheets, and as one."""

import asyncio
import hashlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.commands.opened import app_opened
from casework.errors import ConfigurationError

if TYPE_CHECKING:
    from bot.app import App
    from casework.ledger_jobs import FileReport, LedgerFile, LedgerJob
    from handlers.ledger.write_rows import Bulk

MOST_LINES = 50
"""Problems that are printed; a file with more of them is wrong in a column, not in a cell."""


def import_projects(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A spreadsheet: .xlsx or .csv.")
    ],
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Write the right rows, leave the wrong ones out.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what the file would do, and write nothing.")
    ] = False,
    sheet: Annotated[
        str, typer.Option(help="Which sheet, where several look like a ledger.")
    ] = "",
) -> None:
    """Bring a spreadsheet into the ledger.

    A row is the project of its code, or of the same name at the same place, or a new one. Nothing
    is written unless every row is right, or the wrong ones are to be skipped.
    """
    from casework.ledger_jobs import LedgerFile, RowsAreWrong, TurnLost, UnreadableFile
    from handlers.ledger.write_rows import AnotherImport

    content = _read(file)
    came = LedgerFile(name=file.name, sha256=hashlib.sha256(content).hexdigest(), sheet=sheet)
    try:
        asyncio.run(_import(came, content, skip_bad=skip_bad, preview=preview))
    except UnreadableFile as error:
        _ended(error.reason)
    except RowsAreWrong:
        _ended("Nothing is written: mend these rows, or leave them out with --skip-bad.")
    except AnotherImport:
        _ended("Another file is being imported at this moment: try again when it is done.")
    except TurnLost:
        _ended("This took so long that another process gave it up: import the file once more.")


def export_projects(
    file: Annotated[
        Path, typer.Argument(dir_okay=False, help="The .xlsx to write; - for a pipe.")
    ],
    guarded: Annotated[
        bool, typer.Option("--guarded", help="With labour officers and account numbers.")
    ] = False,
) -> None:
    """Write the ledger as a spreadsheet that imports back to the same ledger."""
    content = asyncio.run(_export(guarded=guarded))
    if str(file) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be written: {error.strerror}") from None


def _read(file: Path) -> bytes:
    from documents.ledger.tables import MEGABYTE, MOST_BYTES

    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise ConfigurationError(f"{file} cannot be read: {error.strerror}") from None
    if len(content) > MOST_BYTES:
        _ended(f"{file} is larger than {MOST_BYTES // MEGABYTE} MB: cut it in parts.")
    return content


async def _import(came: "LedgerFile", content: bytes, *, skip_bad: bool, preview: bool) -> None:
    from casework.ledger_jobs import JobKind, LedgerJob, RowsAreWrong
    from handlers.ledger.write_rows import import_at_once

    async with app_opened() as app:
        bulk = _bulk(app)
        if preview:
            read = await bulk.files.read(came, content)
            _say(read.report, bulk)
            if read.report.problems:
                raise typer.Exit(1)
            return
        job = LedgerJob(
            id=app.house.new_id(),
            kind=JobKind.IMPORT,
            asked_at=app.now(),
            file=came,
            skip_bad=skip_bad,
        )
        try:
            done, read = await import_at_once(job, content, bulk)
        except RowsAreWrong as error:
            _say(error.report, bulk)
            raise
        _say(read.report, bulk)
        _done(done)


async def _export(*, guarded: bool) -> bytes:
    async with app_opened() as app:
        return await _bulk(app).files.write(guarded=guarded)


def _bulk(app: "App") -> "Bulk":
    """In this process: it serves nobody else."""
    from bot.beside import in_a_thread

    return replace(app, beside=in_a_thread).bulk()


def _say(report: "FileReport", bulk: "Bulk") -> None:
    good = report.rows - report.bad_rows
    typer.echo(
        f"{report.rows} rows: {good} right ({report.new} new projects), {report.bad_rows} wrong."
    )
    if report.ignored:
        typer.echo(f"Columns that nobody reads: {'、'.join(report.ignored)}", err=True)
    if report.skipped:
        rows = ", ".join(map(str, report.skipped[:MOST_LINES]))
        typer.echo(f"Rows that are no projects: {rows}", err=True)
    for problem in report.problems[:MOST_LINES]:
        typer.echo(bulk.files.words(problem), err=True)
    more = len(report.problems[MOST_LINES:]) + report.unsaid
    if more:
        typer.echo(f"… and {more} more.", err=True)


def _done(job: "LedgerJob") -> None:
    written = job.written
    typer.echo(
        f"Written: {written.added} added, {written.changed} changed,"
        f" {written.unchanged} as before, {job.left_out} left out."
    )


def _ended(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(1)
