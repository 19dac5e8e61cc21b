"""Ten minutes without acknowledgement: the backup is alerted, and the arrears office with it."""

from casework.case import Case
from casework.messages import Urgency
from casework.work import Due, ItemKind
from handlers.context import Context
from handlers.tell import tell_unit
from handlers.worker.raise_alarm import alert, whereabouts


async def alert_backup(due: Due, ctx: Context) -> None:
    """Nothing happens where the alarm has been acknowledged meanwhile."""
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None:
        return
    units = dict.fromkeys((str(due.facts["backup"]), ctx.house.district.arrears_office))
    for unit in units:
        await alert(
            ctx,
            case,
            unit,
            item_key=str(due.facts["item_key"]),
            kind=str(due.facts["alarm"]),
        )
    await _say_where(case, tuple(units), ctx)


async def _say_where(case: Case, units: tuple[str, ...], ctx: Context) -> None:
    """Whoever is alerted later learns the place that the worker has named meanwhile."""
    item_open = any(i.kind is ItemKind.ALARM for i in await ctx.uow.work.open_of_case(case.id))
    events = await ctx.uow.history.of_case(case.id)
    places = [e.personal["where"] for e in events if e.personal.get("where")]
    if not item_open or not places:
        return
    for unit in units:
        await tell_unit(ctx, unit, whereabouts(case, places[-1]), case=case, urgency=Urgency.ALARM)
