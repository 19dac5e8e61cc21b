"""What is planned when a closing waits for the worker, and when a case has been closed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from casework.case import Case
from casework.deadlines import SHANGHAI, due_date
from casework.messages import Button, Words
from casework.work import Due, DueKind, WorkItem
from handlers.context import Context

CHASES = ("CL-1", "CL-2", "CL-3")
"""Two reminders to the worker, then a person decides."""

DECIDE = CHASES[-1]
ASK_AFTER = "CL-4"


def is_it_paid(case: Case) -> tuple[Button, ...]:
    """全到了 / 一部分 / 没到."""
    return tuple(
        Button(label=Words(key=f"label-paid-{how}"), data=f"w:paid:{case.id}:{how}")
        for how in ("all", "part", "none")
    )


def falls_on(ctx: Context, statute: str, since: date) -> date:
    """The day on which something that began on ``since`` is due."""
    return due_date(ctx.house.statutes[statute], since, ctx.house.days).legal


async def plan_chasing(ctx: Context, case: Case, item: WorkItem) -> None:
    """The worker is asked again twice; in the end somebody decides."""
    for statute in CHASES:
        await plan_chase(ctx, case, item, statute)


async def plan_chase(ctx: Context, case: Case, item: WorkItem, statute: str) -> None:
    """One of them, counted from today."""
    day = falls_on(ctx, statute, ctx.today)
    key = f"{DueKind.CLOSING_UNANSWERED}:{item.id}:{statute}:{day.isoformat()}"
    await _plan(ctx, DueKind.CLOSING_UNANSWERED, key, day, case, item=item.id, statute=statute)


async def plan_satisfaction(ctx: Context, case: Case) -> None:
    """Once nothing of a case is open any more, the worker will be asked about it."""
    closed = closing_of(case)
    if case.is_open or closed is None:
        return
    day = falls_on(ctx, ASK_AFTER, ctx.today)
    at = closed.isoformat()
    key = f"{DueKind.SATISFACTION}:{case.id}:{at}"
    await _plan(ctx, DueKind.SATISFACTION, key, day, case, closed=at)


def closing_of(case: Case) -> datetime | None:
    """When the last of its tracks was closed, in UTC: as it is stored, whatever zone it came in."""
    closed = [t.closed_at.astimezone(UTC) for t in case.tracks if t.closed_at is not None]
    return max(closed, default=None)


async def _plan(
    ctx: Context, kind: DueKind, key: str, day: date, case: Case, **facts: str | int
) -> None:
    morning = ctx.opening_from(day)
    due = Due(id=ctx.house.new_id(), kind=kind, key=key, at=morning, case_id=case.id, facts=facts)
    await ctx.uow.due.plan(due)


def overtaken(ctx: Context, item: WorkItem, facts: Mapping[str, str | int]) -> bool:
    """Whether a later step is due by now: after a standstill only the newest is served."""
    later = CHASES[CHASES.index(str(facts["statute"])) + 1 :]
    asked = item.created_at.astimezone(SHANGHAI).date()
    return any(ctx.opening_from(falls_on(ctx, s, asked)) <= ctx.now for s in later)
