"""Ten minutes without acknowledgement: the backup is alerted, and the arrears office with it."""

from casework.work import Due
from handlers.context import Context
from handlers.worker.raise_alarm import alert


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
