"""The worker does not accept a result: the case goes on, and the arrears office looks at it."""

from dataclasses import dataclass, replace

from casework.case import Case, Mover, Status
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_handlers, tell_unit


@dataclass(frozen=True, kw_only=True)
class ObjectToResult:
    """Which case, and why in the worker's words."""

    person_id: PersonId
    case: Case
    why: str


async def object_to_result(request: ObjectToResult, ctx: Context) -> Reply:
    """Reopen what was closed on the worker's word; a refusal goes to the arrears office."""
    case, office = request.case, ctx.house.district.arrears_office
    reopened = False
    for track in case.tracks:
        if track.status is Status.CLOSED and track.can(Status.RECEIVED, by=Mover.WORKER):
            open_again = replace(
                track.move(Status.RECEIVED, by=Mover.WORKER), outcome=None, closed_at=None
            )
            case, reopened = case.with_track(open_again), True
    if reopened:
        await ctx.uow.cases.save(case)
        await record(ctx, case, EventKind.REOPENED, request.person_id)
    await record(
        ctx,
        case,
        EventKind.OBJECTION_TO_RESULT,
        request.person_id,
        personal={"why": request.why},
    )
    await add_item(
        ctx,
        ItemKind.RESULT_OBJECTED,
        office,
        key=f"result:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    if reopened:
        await tell_handlers(ctx, case, "card-result-objected")
    if not reopened or case.track_of(office) is None:
        card = await case_card(ctx, case, "card-result-objected", unit=office)
        await tell_unit(ctx, office, card, case=case)
    key = "objection-reopened" if reopened else "objection-noted"
    return Reply(key=key, args={"number": case.number, "unit": ctx.house.unit(office).name})
