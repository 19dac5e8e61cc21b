"""``qingxin cases`` and ``audit``: what is kept, for reports and for proof."""

import asyncio
import csv
import sys
from collections.abc import AsyncIterator
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opened import app_opened
from casework.errors import BadValue, ConfigurationError
from casework.people import PartyRole

if TYPE_CHECKING:
    from bot.app import App
    from casework.case import Case
    from casework.unit_of_work import UnitOfWork
    from documents.case_table import CaseRow

PAGE = 100
"""Cases that are read in one transaction, so that no writer waits for a whole export."""


def export(
    with_names: Annotated[
        bool,
        typer.Option("--with-names", help="Names, phones and people's own words, too."),
    ] = False,
) -> None:
    """Write every case as CSV to standard output.

    The text is UTF-8 with BOM; nothing personal is in it unless it is asked for.
    """
    asyncio.run(_export(with_names=with_names))


async def _export(*, with_names: bool) -> None:
    from documents.case_table import cells, heading

    # Programs that open a CSV with a click take it for UTF-8 only by its first bytes.
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8-sig", errors="replace", newline="")
    table = csv.writer(out, lineterminator="\r\n")
    try:
        async with app_opened() as app:
            table.writerow(heading(with_names=with_names))
            async for row in _rows(app):
                table.writerow(cells(row, with_names=with_names))
        out.flush()
    finally:
        out.detach()


async def _rows(app: "App") -> "AsyncIterator[CaseRow]":
    units = {code: unit.name for code, unit in app.loaded.district.units.items()}
    last = ""
    while True:
        async with app.unit_of_work() as uow:
            page = [
                await _row(uow, case, units) for case in await uow.cases.after(last, limit=PAGE)
            ]
        if not page:
            return
        for row in page:
            yield row
        last = page[-1].case.number


async def _row(uow: "UnitOfWork", case: "Case", units: dict[str, str]) -> "CaseRow":
    from documents.case_table import CaseRow

    parties = await uow.cases.parties(case.id)
    return CaseRow(
        case=case,
        claims=await uow.claims.of_case(case.id),
        payments=await uow.claims.payments_of(case.id),
        people=tuple(
            [
                await uow.people.get(party.person_id)
                for party in parties
                if party.role is not PartyRole.ENTERED_BY
            ]
        ),
        project=await uow.ledger.get(case.project_code) if case.project_code else None,
        units=units,
    )


def verify(
    number: Annotated[str, typer.Argument(help="Only this case; without it, all.")] = "",
) -> None:
    """Name what was altered or dropped in the history.

    The exit code is 1 if anything was.
    """
    asyncio.run(_verify(number))


async def _verify(asked: str) -> None:
    from storage.audit import verify as findings_of

    async with app_opened() as app:
        number = await _existing(app, asked) if asked else ""
        found = await findings_of(app.engine, app.sealer)
    mine = [each for each in found if not number or each.case_number == number]
    for each in mine:
        typer.echo(f"{each.case_number or 'daily head'}: {each.what.value}: {each.detail}")
    if mine:
        raise typer.Exit(1)
    typer.echo(f"The history of {number or 'every case'} is intact.")


async def _existing(app: "App", asked: str) -> str:
    """The number as it is written; a dropped case is one that was given out, so it is let pass."""
    from casework.numbers import parse_case_number

    try:
        return parse_case_number(asked)
    except BadValue as error:
        raise ConfigurationError(f"{asked!r}: {error}") from None
