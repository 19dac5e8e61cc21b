"""A document on paper: kind, number, date. A place outside is 「已转」 only with its letter.

724 Art 10: never just refuse; 423 Art 13: the place of work is responsible.
"""

from dataclasses import dataclass, replace
from datetime import date

from casework.case import Case, Outcome, Status, TrackKind, mover
from casework.history import EventKind, Medium
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import begin_work, finish_items, require, track_of, working
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class RecordDocument:
    """``recipient`` only for a transfer."""

    officer: Officer
    case: Case
    kind: str
    number: str
    day: date
    recipient: str = ""


async def record_document(request: RecordDocument, ctx: Context) -> Reply:
    """Write the document down; a transfer letter also transfers, an order also orders."""
    working(request.officer)
    officer, case = request.officer, request.case
    if request.day > ctx.today:
        return Reply(key="error-date-future")
    if request.kind == "transfer":
        return await _transfer(request, ctx)
    if request.kind == "order_to_pay":
        case = await begin_work(ctx, case, officer)
    track = track_of(case, officer)
    if request.kind == "order_to_pay" and track.can(Status.ORDERED_TO_PAY, by=mover(officer.role)):
        moved = track.move(Status.ORDERED_TO_PAY, by=mover(officer.role))
        case = case.with_track(moved)
        await ctx.uow.cases.save(case)
    await _write(request, ctx, EventKind.DOCUMENT)
    kind = Words(key=f"doc-{request.kind.replace('_', '-')}")
    told = Reply(
        key="push-document",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "kind": kind,
            "day": request.day,
        },
    )
    reached = await tell_worker(ctx, case, told, what="document")
    return Reply(
        key="document-recorded",
        args={"told": reached, "number": case.number, "kind": kind, "document": request.number},
    )


async def _write(request: RecordDocument, ctx: Context, kind: EventKind) -> None:
    await record(
        ctx,
        request.case,
        kind,
        request.officer,
        medium=Medium.PAPER,
        document_number=request.number,
        facts={"kind": request.kind, "day": request.day.isoformat(), "to": request.recipient},
    )


async def _transfer(request: RecordDocument, ctx: Context) -> Reply:
    officer, case = request.officer, request.case
    require(officer, OfficerRole.TRIAGE)
    for kind in (TrackKind.LEAD_UNIT, TrackKind.LABOUR_INSPECTION):
        track = case.track(kind)
        if track.can(Status.CLOSED, by=mover(officer.role)):
            closed = replace(
                track.move(Status.CLOSED, by=mover(officer.role)),
                outcome=Outcome.TRANSFERRED_OTHER_PLACE,
                closed_at=ctx.now,
            )
            case = case.with_track(closed)
    await ctx.uow.cases.save(case)
    await _write(request, ctx, EventKind.TRANSFERRED)
    await finish_items(ctx, case, officer.unit, ItemKind.TRANSFER_OUT)
    told = Reply(
        key="push-transferred",
        args={
            "number": case.number,
            "recipient": request.recipient,
            "document": request.number,
            "day": request.day,
        },
    )
    reached = await tell_worker(ctx, case, told, what="transferred")
    return Reply(
        key="transfer-recorded",
        args={"told": reached, "number": case.number, "recipient": request.recipient},
    )
