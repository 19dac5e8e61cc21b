"""The sheet has reached a unit that works on paper: who handed it over, and when."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind, Medium
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import working
from handlers.officer.waiting import keep_in_queue
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Who handed the sheet of which case over."""

    officer: Officer
    case: Case


async def hand_over(request: HandOver, ctx: Context) -> Reply:
    """Only now is the item done; the worker hears that the unit has it on paper."""
    working(request.officer)
    officer, case = request.officer, request.case
    waiting = [
        item
        for item in await ctx.uow.work.open_of_case(case.id)
        if item.kind is ItemKind.PRINT_AND_HAND_OVER
    ]
    if not waiting:
        return Reply(key="error-already-done")
    for item in waiting:
        await ctx.uow.work.finish(item.id, ctx.now)
    await keep_in_queue(ctx, case)
    await record(
        ctx,
        case,
        EventKind.HANDED_OVER,
        officer,
        medium=Medium.PAPER,
        facts={"to": case.holder},
    )
    unit = ctx.house.unit(case.holder).name
    told = Reply(
        key="push-handed-over", args={"number": case.number, "unit": unit, "day": ctx.today}
    )
    reached = await tell_worker(ctx, case, told, what="handed over")
    return Reply(key="handed-over", args={"told": reached, "number": case.number, "unit": unit})
