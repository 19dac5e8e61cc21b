"""Cases per project, employer, class or unit: open cases, people who wait, owed, paid."""

from collections.abc import Mapping
from dataclasses import dataclass

from casework.errors import NotAllowed
from casework.ledger import SiteFirms
from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.tally import TallyBy, TallyRow
from handlers.context import Context
from handlers.officer.statistics.show_stats import SEES_FIGURES
from handlers.statistics import tally_now
from handlers.sums import sums_args

MOST_LINES = 20


@dataclass(frozen=True, kw_only=True)
class ShowTally:
    """Who asks, and by what the cases are to be counted."""

    officer: Officer
    by: TallyBy


async def show_tally(request: ShowTally, ctx: Context) -> Reply:
    """The rows with the most open cases, and the way to the other three tables."""
    if request.officer.role not in SEES_FIGURES:
        raise NotAllowed(code="error-role")
    rows, sites = await tally_now(ctx, request.by), await ctx.uow.ledger.firms()
    more = len(rows) - MOST_LINES
    return Reply(
        key="tally",
        args={
            "by": Words(key=f"counted-{request.by}"),
            "as_of": ctx.now,
            "rows": tuple(_line(row, request.by, sites, ctx) for row in rows[:MOST_LINES])
            or (Words(key="stats-none"),),
            "more": Words(key="tally-more", args={"n": more}) if more > 0 else "",
        },
        buttons=(
            tuple(
                Button(label=Words(key=f"counted-{by}"), data=f"o:tally:{by}")
                for by in TallyBy
                if by is not request.by
            ),
        ),
    )


def _line(row: TallyRow, by: TallyBy, sites: Mapping[str, SiteFirms], ctx: Context) -> Words:
    name = _name(row, by, sites, ctx)
    return Words(key="tally-line", args={"name": name, **sums_args(row.sums)})


def _name(row: TallyRow, by: TallyBy, sites: Mapping[str, SiteFirms], ctx: Context) -> Words | str:
    if not row.key:
        return Words(key="tally-not-known")
    if by is TallyBy.CLASS:
        return Words(key=f"class-{row.key}")
    if by is TallyBy.UNIT:
        unit = ctx.house.district.units.get(row.key)  # a district may give one up
        return unit.name if unit else row.key
    if by is TallyBy.PROJECT and row.key in sites:
        return f"{sites[row.key].name}（{row.key}）"
    if by is TallyBy.PROJECT:
        return Words(key="tally-as-said", args={"words": row.words})
    return row.words
