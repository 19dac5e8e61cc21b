"""Progress, notes, calls and visits: what an officer did, and what the worker hears of it."""

from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.history import EventKind, Medium
from casework.messages import Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import begin_work, finish_items, track_of, working
from handlers.record import record
from handlers.tell import add_item, tell_worker


@dataclass(frozen=True, kw_only=True)
class RecordProgress:
    """What was done; the worker reads these words."""

    officer: Officer
    case: Case
    text: str


@dataclass(frozen=True, kw_only=True)
class AddNote:
    """For colleagues only; the worker never sees it."""

    officer: Officer
    case: Case
    text: str


@dataclass(frozen=True, kw_only=True)
class RecordCall:
    """``result``: reached, not_reached or dead_number."""

    officer: Officer
    case: Case
    result: str


@dataclass(frozen=True, kw_only=True)
class PlanVisit:
    """A visit to the site on a day, and what for."""

    officer: Officer
    case: Case
    day: date
    text: str


async def record_progress(request: RecordProgress, ctx: Context) -> Reply:
    """Write it down and tell the worker; an accepted case is now being investigated."""
    working(request.officer)
    officer = request.officer
    case = await begin_work(ctx, request.case, officer)
    await record(
        ctx,
        case,
        EventKind.PROGRESS,
        officer,
        track=track_of(case, officer).kind,
        personal={"words": request.text},
    )
    told = Reply(
        key="push-progress",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "words": request.text,
        },
    )
    await tell_worker(ctx, case, told, what="progress")
    return Reply(key="progress-recorded", args={"number": case.number})


async def add_note(request: AddNote, ctx: Context) -> Reply:
    """Keep it inside."""
    working(request.officer)
    await record(
        ctx, request.case, EventKind.NOTE, request.officer, personal={"words": request.text}
    )
    return Reply(key="note-kept", args={"number": request.case.number})


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


async def plan_visit(request: PlanVisit, ctx: Context) -> Reply:
    """Write the visit down and tell the worker the day."""
    working(request.officer)
    officer = request.officer
    case = await begin_work(ctx, request.case, officer)
    await record(
        ctx,
        case,
        EventKind.VISIT,
        officer,
        medium=Medium.VISIT,
        facts={"day": request.day.isoformat()},
        personal={"words": request.text},
    )
    told = Reply(
        key="push-visit",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "day": request.day,
        },
    )
    await tell_worker(ctx, case, told, what="visit")
    return Reply(key="visit-recorded", args={"number": case.number, "day": request.day})
