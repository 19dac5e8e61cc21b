"""``qingxin cases``: what is kept, as tables for reports."""

import asyncio
import csv
import sys
from collections.abc import AsyncIterator
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.opened import app_opened
from casework.people import PartyRole
from casework.tally import TallyBy

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


def table(
    by: Annotated[
        TallyBy | None, typer.Option(help="By what to count; without it, all four tables.")
    ] = None,
) -> None:
    """Print the cases per project, employer, class and unit: open, people, owed, paid.

    The numbers are those of the officers' /cases, and of the cards /project and /employer.
    """
    asyncio.run(_table([by] if by else [*TallyBy]))


async def _table(tables: list[TallyBy]) -> None:
    from documents.statistics.tally import HEADING, tally_cells
    from handlers.context import Context
    from handlers.statistics import tally_now

    async with app_opened() as app:
        for number, by in enumerate(tables):
            async with app.unit_of_work() as uow:
                rows = await tally_now(Context(uow=uow, house=app.house, now=app.now()), by)
                sites = await uow.ledger.firms()
            units = {code: unit.name for code, unit in app.loaded.district.units.items()}
            lines = ["" for _ in range(bool(number))] + ["\t".join((str(by), *HEADING))]
            lines += ["\t".join(tally_cells(row, by, units, sites)) for row in rows]
            for line in lines:
                typer.echo(line)


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
