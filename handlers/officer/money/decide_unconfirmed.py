"""Money is said to have come, and the worker has not answered: an officer decides what follows."""

from dataclasses import dataclass

from casework.case import HOLDERS, Case, Outcome, Status, mover
from casework.errors import AlreadyDone
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.after_closing import DECIDE, falls_on, is_it_paid, plan_chase
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.officer.settle_closing import (
    close_tracks,
    finish_closings,
    outcome_words,
    waiting_closings,
)
from handlers.record import record
from handlers.tell import tell_handlers, tell_worker


@dataclass(frozen=True, kw_only=True)
class DecideUnconfirmed:
    """``close`` False: somebody calls the worker, and the question comes again."""

    officer: Officer
    case: Case
    close: bool


async def decide_unconfirmed(request: DecideUnconfirmed, ctx: Context) -> Reply:
    """Close it as unconfirmed, which is counted apart and goes on at one word; or wait."""
    working(request.officer)
    case, officer = request.case, request.officer
    open_items = await ctx.uow.work.open_of_case(case.id)
    items = [i for i in open_items if i.kind is ItemKind.CLOSE_UNCONFIRMED]
    if not items or not case.is_open:
        raise AlreadyDone
    track_of(case, officer).move(Status.CLOSED, by=mover(officer.role))  # may this officer?
    if not request.close:
        return await _wait(request, ctx)
    await finish_closings(ctx, case)
    case = await close_tracks(ctx, case, officer, tuple(HOLDERS), Outcome.UNCONFIRMED)
    await record(
        ctx, case, EventKind.CLOSED, officer, facts={"outcome": Outcome.UNCONFIRMED.value}
    )
    told = Reply(
        key="push-closed-unconfirmed",
        args={"number": case.number, "days": ctx.house.statutes["CL-5"].n},
        buttons=(is_it_paid(case),),
    )
    reached = await tell_worker(ctx, case, told, what="closed")
    outcome = outcome_words(Outcome.UNCONFIRMED)
    await tell_handlers(ctx, case, "card-closed-unconfirmed", by=officer.code)
    return Reply(key="closed", args={"told": reached, "number": case.number, "outcome": outcome})


async def _wait(request: DecideUnconfirmed, ctx: Context) -> Reply:
    for item in await ctx.uow.work.open_of_case(request.case.id):
        if item.kind is ItemKind.CLOSE_UNCONFIRMED:
            await ctx.uow.work.finish(item.id, ctx.now)
    for item in (await waiting_closings(ctx, request.case))[-1:]:
        await plan_chase(ctx, request.case, item, DECIDE)
    day = falls_on(ctx, DECIDE, ctx.today)
    return Reply(key="unconfirmed-waits", args={"number": request.case.number, "day": day})
