"""Planning the morning on which a unit is reminded of what waits on its table."""

from casework.work import Due, DueKind
from handlers.context import Context


async def plan_reminder(ctx: Context, unit: str) -> None:
    """The next morning of an office; planned already, nothing changes."""
    morning = ctx.next_office_morning()
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.QUEUE_REMINDER,
            key=f"{DueKind.QUEUE_REMINDER}:{unit}:{morning.date().isoformat()}",
            at=morning,
            facts={"unit": unit},
        )
    )
