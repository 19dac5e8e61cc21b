"""Words to the worker, relayed without showing either's account."""

from dataclasses import dataclass

from casework.case import Case, Status, mover
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, move, track_of, working
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class WriteToWorker:
    """``is_question``: the case waits for the worker's answer."""

    officer: Officer
    case: Case
    text: str
    is_question: bool = False


async def write_to_worker(request: WriteToWorker, ctx: Context) -> Reply:
    """Relay; a question before acceptance means that facts are missing (R25 Art 18)."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    if request.is_question and track.can(Status.NEED_MORE, by=mover(officer.role)):
        case = await move(ctx, case, officer, Status.NEED_MORE)
    kind = EventKind.ASKED if request.is_question else EventKind.RELAYED
    await record(ctx, case, kind, officer, track=track.kind, personal={"words": request.text})
    await finish_items(ctx, case, officer.unit, ItemKind.UNREAD, ItemKind.PERSON_ASKED)
    told = Reply(
        key="push-question" if request.is_question else "push-relay",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "words": request.text,
        },
    )
    reached = await tell_worker(ctx, case, told, what="message")
    return Reply(key="sent-to-worker", args={"told": reached, "number": case.number})
