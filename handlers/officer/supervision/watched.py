"""What counts as something done on a case that is watched."""

from datetime import date

from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.history import EventKind
from casework.supervision import DualAssignment
from handlers.context import Context

_WORK = frozenset(
    {
        EventKind.ACCEPTED,
        EventKind.ASKED,
        EventKind.ASSIGNED,
        EventKind.CALLED,
        EventKind.CLOSING_ASKED,
        EventKind.DOCUMENT,
        EventKind.PLANNED,
        EventKind.PROGRESS,
        EventKind.PROMISED,
        EventKind.RELAYED,
        EventKind.ROUTED,
        EventKind.VISIT,
    }
)
"""An officer moved the case on; looks, prints and notes for colleagues move nothing."""


async def last_done(ctx: Context, case: Case, assignment: DualAssignment) -> date:
    """The day on which an officer last did something; the assignment's own day at the earliest."""
    events = await ctx.uow.history.of_case(case.id)
    done = [
        event.at.astimezone(SHANGHAI).date()
        for event in events
        if event.kind in _WORK and event.by_officer
    ]
    return max([assignment.assigned_on, *done])
