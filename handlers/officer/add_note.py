"""A note for colleagues; the worker never sees it."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import working
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class AddNote:
    """For colleagues only; the worker never sees it."""

    officer: Officer
    case: Case
    text: str


async def add_note(request: AddNote, ctx: Context) -> Reply:
    """Keep it inside."""
    working(request.officer)
    await record(
        ctx, request.case, EventKind.NOTE, request.officer, personal={"words": request.text}
    )
    return Reply(key="note-kept", args={"number": request.case.number})
