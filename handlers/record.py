"""Writing down what happened: one event of the case's chain."""

from collections.abc import Mapping
from typing import TypedDict, Unpack

from casework.case import Case, TrackKind
from casework.history import Event, EventKind, Medium
from casework.people import Officer, PersonId
from handlers.context import Context


class Details(TypedDict, total=False):
    """What an event may say beyond who did what; ``personal`` is sealed."""

    track: TrackKind | None
    medium: Medium
    document_number: str
    facts: Mapping[str, str | int | bool]
    personal: Mapping[str, str]


async def record(
    ctx: Context,
    case: Case,
    kind: EventKind,
    by: Officer | PersonId | None = None,
    **details: Unpack[Details],
) -> Event:
    """Append an event to the chain of a case. ``by`` None is the clock."""
    officer = by if isinstance(by, Officer) else None
    return await ctx.uow.history.append(
        Event(
            case_id=case.id,
            kind=kind,
            at=ctx.now,
            by_officer=officer.code if officer else None,
            by_person=by if isinstance(by, str) else None,
            acting_unit=officer.unit if officer else "",
            entered_by=officer.code if officer else "",
            source_message=ctx.source,
            **details,
        )
    )
