"""A worker's words to whoever works on the case, without showing either's account."""

from dataclasses import dataclass

from casework.case import Case, Mover, Status
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_handlers


@dataclass(frozen=True, kw_only=True)
class SendMessage:
    """``kind`` is how the history calls it: plain words, pressure, or a promise of the boss."""

    person_id: PersonId
    case: Case
    text: str
    kind: EventKind = EventKind.SAID


_CARDS = {EventKind.PRESSURE: "card-pressure", EventKind.PROMISED: "card-boss-promised"}


async def send_message(request: SendMessage, ctx: Context) -> Reply:
    """Relay it. A case that waited for more from the worker waits no longer."""
    case = request.case
    for track in case.tracks:
        if track.status is Status.NEED_MORE and track.can(Status.RECEIVED, by=Mover.WORKER):
            case = case.with_track(track.move(Status.RECEIVED, by=Mover.WORKER))
    if case != request.case:
        await ctx.uow.cases.save(case)
    await record(ctx, case, request.kind, request.person_id, personal={"words": request.text})
    key = _CARDS.get(request.kind, "card-message")
    told = await tell_handlers(ctx, case, key, words=request.text)
    await add_item(
        ctx,
        ItemKind.UNREAD,
        case.holder,
        key=f"unread:{case.id}:{ctx.source or ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    if request.kind is EventKind.SAID:
        return Reply(
            key="message-passed-on" if told else "message-kept", args={"number": case.number}
        )
    return Reply(key=f"noted-{request.kind.value}", args={"number": case.number})
