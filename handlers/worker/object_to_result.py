"""The worker does not accept a result: the case goes on, and the arrears office looks at it."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_handlers, tell_unit
from handlers.worker.reopen_case import reopen_tracks


@dataclass(frozen=True, kw_only=True)
class ObjectToResult:
    """Which case, and why in the worker's words."""

    person_id: PersonId
    case: Case
    why: str


async def object_to_result(request: ObjectToResult, ctx: Context) -> Reply:
    """Reopen what was closed on the worker's word; a refusal goes to the arrears office."""
    office = ctx.house.district.arrears_office
    case = await reopen_tracks(ctx, request.case, request.person_id)
    reopened = case is not request.case
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
