"""Somebody promised to pay: who, how much, by when; the clock asks on that day."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.history import EventKind
from casework.messages import Money, Reply
from casework.money import Fen
from casework.people import Officer
from casework.work import Due, DueKind, ItemKind
from handlers.context import Context
from handlers.officer.acting import begin_work, finish_items, working
from handlers.record import record
from handlers.tell import tell_worker

MORNING = 9


@dataclass(frozen=True, kw_only=True)
class RecordPromise:
    """Who promised which sum by which day."""

    officer: Officer
    case: Case
    who: str
    amount: Fen
    day: date


async def record_promise(request: RecordPromise, ctx: Context) -> Reply:
    """Write it down, plan the reminder, tell the worker that it is the other side's word."""
    working(request.officer)
    officer, day = request.officer, request.day
    if day < ctx.today:
        return Reply(key="error-date-past")
    case = await begin_work(ctx, request.case, officer)
    await finish_items(ctx, case, case.holder, ItemKind.PROMISE_DUE, ItemKind.NEXT_DATE)
    await record(
        ctx,
        case,
        EventKind.PROMISED,
        officer,
        facts={"fen": request.amount, "day": day.isoformat()},
        personal={"who": request.who},
    )
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.PROMISE,
            key=f"promise:{case.id}:{day.isoformat()}:{request.amount}",
            at=datetime(day.year, day.month, day.day, MORNING, tzinfo=SHANGHAI),
            case_id=case.id,
            facts={"fen": request.amount, "day": day.isoformat(), "officer": officer.id},
        )
    )
    told = Reply(
        key="push-promise",
        args={
            "number": case.number,
            "who": request.who,
            "sum": Money(fen=request.amount),
            "day": day,
        },
    )
    reached = await tell_worker(ctx, case, told, what="promise")
    return Reply(
        key="promise-recorded",
        args={
            "told": reached,
            "number": case.number,
            "sum": Money(fen=request.amount),
            "day": day,
        },
    )
