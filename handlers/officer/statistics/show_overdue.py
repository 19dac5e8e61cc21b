"""What is past its date today: of every unit for supervisors, of one's own for everybody else."""

from dataclasses import dataclass

from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.periods import PeriodKind, period_with
from casework.statistics_sheet import LateRow
from handlers.context import Context
from handlers.officer.statistics.show_stats import SEES_FIGURES
from handlers.statistics import late_rows

MOST_LINES = 15


@dataclass(frozen=True, kw_only=True)
class ShowOverdue:
    """Who asks."""

    officer: Officer


async def show_overdue(request: ShowOverdue, ctx: Context) -> Reply:
    """Counts by unit, then the longest ones; the workbook has every row."""
    everything = request.officer.role in SEES_FIGURES
    own = ctx.house.unit(request.officer.unit).name
    rows = [r for r in await late_rows(ctx, as_of=ctx.now) if everything or r.unit == own]
    if not rows:
        return Reply(key="overdue-none")
    shown = rows[:MOST_LINES]
    here = period_with(PeriodKind.WEEK, ctx.today)
    book = Button(
        label=Words(key="do-stats-book"),
        data=f"o:stats_book:{here.kind}:{here.first.isoformat()}",
    )
    return Reply(
        key="overdue",
        args={
            "day": ctx.today,
            "n": len(rows),
            "units": tuple(_by_unit(rows)),
            "lines": tuple(_line(row) for row in shown),
            "more": Words(key="overdue-more", args={"n": len(rows) - len(shown)})
            if len(rows) > len(shown)
            else "",
        },
        buttons=((book,),) if everything else (),
    )


def _by_unit(rows: list[LateRow]) -> list[Words]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.unit] = counts.get(row.unit, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Words(key="overdue-unit", args={"unit": u, "n": n}) for u, n in ordered]


def _line(row: LateRow) -> Words:
    return Words(
        key="overdue-line",
        args={
            "number": row.case_number,
            "unit": row.unit,
            "title": row.title,
            "due": row.due,
            "days": row.days,
        },
    )
