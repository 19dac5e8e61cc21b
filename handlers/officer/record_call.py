"""A call was tried: reached, not reached, or a dead number."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind, Medium
from casework.messages import Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.record import record
from handlers.tell import add_item, tell_worker


@dataclass(frozen=True, kw_only=True)
class RecordCall:
    """``result``: reached, not_reached or dead_number."""

    officer: Officer
    case: Case
    result: str


async def record_call(request: RecordCall, ctx: Context) -> Reply:
    """A call is tried and written down; a dead number asks the worker for another one."""
    working(request.officer)
    officer, case = request.officer, request.case
    await record(
        ctx,
        case,
        EventKind.CALLED,
        officer,
        medium=Medium.PHONE,
        facts={"result": request.result},
    )
    if request.result == "reached":
        await finish_items(ctx, case, officer.unit, ItemKind.CALL_OR_PRINT, ItemKind.PERSON_ASKED)
    else:
        await add_item(
            ctx,
            ItemKind.CALL_OR_PRINT,
            officer.unit,
            key=f"call-again:{case.id}:{ctx.now.isoformat()}",
            case=case,
            due_at=ctx.next_office_morning(),
            result=request.result,
        )
        key = f"push-call-{request.result.replace('_', '-')}"
        await tell_worker(ctx, case, Reply(key=key, args={"number": case.number}), what="call")
    result = Words(key=f"call-{request.result.replace('_', '-')}")
    return Reply(key="call-recorded", args={"number": case.number, "result": result})
