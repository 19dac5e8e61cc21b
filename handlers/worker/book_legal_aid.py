"""Ask the justice bureau for legal aid: a track of its own, with its own limits (FY Art 43)."""

from dataclasses import dataclass, replace

from casework.case import Case, Mover, Status, Track, TrackKind
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit
from handlers.worker.ask_legal_aid import legal_aid_days


@dataclass(frozen=True, kw_only=True)
class BookLegalAid:
    """Who asks, for which case."""

    person_id: PersonId
    case: Case


async def book_legal_aid(request: BookLegalAid, ctx: Context) -> Reply:
    """Open (or open again) the legal-aid track and tell the justice bureau."""
    case, justice = request.case, ctx.house.district.justice
    existing = next((t for t in case.tracks if t.kind is TrackKind.LEGAL_AID), None)
    if existing is not None and existing.is_open:
        return Reply(key="legal-aid-already", args={"number": case.number})
    if existing is not None:
        track = replace(existing.move(Status.RECEIVED, by=Mover.WORKER), outcome=None)
    else:
        track = Track(kind=TrackKind.LEGAL_AID, unit=justice, status=Status.RECEIVED)
    case = case.with_track(track)
    await ctx.uow.cases.save(case)
    await record(
        ctx, case, EventKind.LEGAL_AID_ASKED, request.person_id, track=TrackKind.LEGAL_AID
    )
    await add_item(
        ctx,
        ItemKind.LEGAL_AID,
        justice,
        key=f"legal:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    card = await case_card(ctx, case, "card-legal-aid", unit=justice, **legal_aid_days(ctx))
    await tell_unit(ctx, justice, card, case=case)
    return Reply(
        key="legal-aid-booked",
        args={"number": case.number, "unit": ctx.house.unit(justice).name},
    )
