"""The day on which somebody said they would pay: the officer is reminded, the worker asked."""

from datetime import date

from casework.history import EventKind
from casework.messages import Button, Money, Reply, Words
from casework.work import Due, ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_handlers, tell_worker


async def ask_about_promise(due: Due, ctx: Context) -> None:
    """One question to the worker, one reminder to the handler; a closed case is left alone."""
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None or not case.is_open:
        return
    day = date.fromisoformat(str(due.facts["day"]))
    buttons = tuple(
        Button(label=Words(key=f"label-paid-{how}"), data=f"w:paid:{case.id}:{how}")
        for how in ("all", "part", "none")
    )
    told = Reply(key="push-promise-day", args={"number": case.number}, buttons=(buttons,))
    await tell_worker(ctx, case, told, what="promise day")
    amount = Money(fen=int(due.facts["fen"]))
    await tell_handlers(ctx, case, "card-promise-day", sum=amount, day=day)
    await add_item(ctx, ItemKind.PROMISE_DUE, case.holder, key=due.key, case=case, due_at=ctx.now)
    await record(ctx, case, EventKind.REMINDED, facts={"promise": day.isoformat()})
