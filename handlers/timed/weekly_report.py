"""Every Monday morning the supervisors and the arrears office get the report of the past week."""

from datetime import date, datetime, time, timedelta

from casework.deadlines import SHANGHAI
from casework.periods import PeriodKind, period_with
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.officer.statistics.show_stats import (
    SEES_FIGURES,
    as_file,
    known_at,
    said,
)
from handlers.on_duty import officers_with
from handlers.statistics import sheet_on
from handlers.tell import tell_officers

AT = time(8, 30, tzinfo=SHANGHAI)
_WEEK = timedelta(days=7)


async def plan_weekly_report(ctx: Context, day: date) -> None:
    """Plan the report on the week with ``day`` for the Monday after it; once for each week."""
    week = period_with(PeriodKind.WEEK, day)
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.WEEKLY_REPORT,
            key=f"{DueKind.WEEKLY_REPORT}:{week.first.isoformat()}",
            at=datetime.combine(week.first + _WEEK, AT),
            facts={"week": week.first.isoformat()},
        )
    )


async def send_weekly_report(due: Due, ctx: Context) -> None:
    """Compute it, send text and page, and plan the next one, also after a long standstill."""
    week = period_with(PeriodKind.WEEK, date.fromisoformat(str(due.facts["week"])))
    sheet = await sheet_on(ctx, week, as_of=known_at(week, ctx.now))
    page = await as_file(ctx, sheet, "page")
    readers = await officers_with(ctx, *SEES_FIGURES)
    for reply in (said(sheet, week), page):
        await tell_officers(ctx, readers, reply)
    await plan_weekly_report(ctx, max(week.first + _WEEK, ctx.today - _WEEK))
