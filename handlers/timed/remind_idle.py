"""An unfinished complaint: one reminder after two idle hours, an officer's item the next day."""

from casework.case import Status
from casework.history import EventKind
from casework.messages import Reply
from casework.work import Due, ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit, tell_worker


async def remind_idle(due: Due, ctx: Context) -> None:
    """Remind once; whoever has filed meanwhile is left in peace."""
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None or case.status is not Status.DRAFT:
        return
    told = Reply(key="push-unfinished", args={"number": case.number})
    await tell_worker(ctx, case, told, what="unfinished", purpose="")
    await record(ctx, case, EventKind.REMINDED)


async def make_unfinished_item(due: Due, ctx: Context) -> None:
    """It never expires in silence: the arrears office calls, or enters what it knows."""
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None or case.status is not Status.DRAFT:
        return
    office = ctx.house.district.arrears_office
    await add_item(
        ctx, ItemKind.UNFINISHED, office, key=f"unfinished:{case.id}", case=case, due_at=ctx.now
    )
    await tell_unit(
        ctx, office, await case_card(ctx, case, "card-unfinished", unit=office), case=case
    )
