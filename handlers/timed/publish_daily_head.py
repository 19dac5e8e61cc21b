"""Every night one hash over all histories goes to the supervisors: what they keep, nobody alters."""

from datetime import date, datetime, time, timedelta

from casework.deadlines import SHANGHAI
from casework.messages import Reply
from casework.people import OfficerRole
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.on_duty import officers_with
from handlers.tell import tell_officers

AFTER_MIDNIGHT = time(0, 5, tzinfo=SHANGHAI)


async def plan_daily_head(ctx: Context, day: date) -> None:
    """Plan the close of a day for the night after it; planning it twice changes nothing."""
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.DAILY_HEAD,
            key=f"{DueKind.DAILY_HEAD}:{day.isoformat()}",
            at=datetime.combine(day + timedelta(days=1), AFTER_MIDNIGHT),
            facts={"day": day.isoformat()},
        )
    )


async def publish_daily_head(due: Due, ctx: Context) -> None:
    """Close the day, tell every supervisor, and plan the next night."""
    day = date.fromisoformat(str(due.facts["day"]))
    closed = await ctx.uow.history.close_day(day)
    told = Reply(
        key="daily-head",
        args={"day": day, "cases": closed.cases, "events": closed.events, "head": closed.head},
    )
    await tell_officers(ctx, await officers_with(ctx, OfficerRole.SUPERVISOR), told)
    await plan_daily_head(ctx, max(day + timedelta(days=1), ctx.today))
