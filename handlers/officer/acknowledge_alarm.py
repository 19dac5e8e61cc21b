"""An alarm is acknowledged: only then is the worker told that the duty post knows."""

from dataclasses import dataclass

from casework.errors import AlreadyDone, NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind, WorkItem
from handlers.context import Context
from handlers.record import record
from handlers.tell import tell_worker
from handlers.worker.give_receipt import EMERGENCY, hotline_lines


@dataclass(frozen=True, kw_only=True)
class AcknowledgeAlarm:
    """Who has read the alarm."""

    officer: Officer
    item_id: str


async def acknowledge_alarm(request: AcknowledgeAlarm, ctx: Context) -> Reply:
    """The first one counts; the backup is then not woken."""
    item = await ctx.uow.work.get(request.item_id)
    if item is None or item.kind is not ItemKind.ALARM or not _woken(request.officer, item, ctx):
        raise NotFound(code="error-case-not-found")
    case = await ctx.uow.cases.get(item.case_id or "")
    if case is None or not await ctx.uow.work.finish(item.id, ctx.now):
        raise AlreadyDone(code="error-already-acknowledged")
    await ctx.uow.due.cancel(f"backup:{item.key}")
    await record(ctx, case, EventKind.ALARM_ACKNOWLEDGED, request.officer)
    emergency = hotline_lines(ctx.house.district, *EMERGENCY)
    told = Reply(key="alarm-acknowledged", args={"hotlines": emergency})
    await tell_worker(ctx, case, told, what="alarm")
    return Reply(key="alarm-yours", args={"number": case.number})


def _woken(officer: Officer, item: WorkItem, ctx: Context) -> bool:
    """Only a unit that the alarm goes to may say that somebody knows of it."""
    units = {item.unit, item.facts.get("backup"), ctx.house.district.arrears_office}
    return officer.unit in units
