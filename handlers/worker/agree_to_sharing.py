"""The worker decides whether family may see the details of the claim."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PartyRole, PersonId
from handlers.context import Context
from handlers.record import record
from handlers.tell import tell_person


@dataclass(frozen=True, kw_only=True)
class AgreeToSharing:
    """Whose decision; only the worker's own counts."""

    person_id: PersonId
    case: Case
    agreed: bool


async def agree_to_sharing(request: AgreeToSharing, ctx: Context) -> Reply:
    """Open the details to those who filed for the worker, or leave them closed."""
    case = request.case
    parties = await ctx.uow.cases.parties(case.id)
    mine = next(p for p in parties if p.person_id == request.person_id)
    if mine.role is not PartyRole.WORKER:
        return Reply(key="agree-only-worker")
    if not request.agreed:
        return Reply(key="sharing-refused", args={"number": case.number})
    waiting = [p for p in parties if p.role is PartyRole.FAMILY and p.agreed_at is None]
    for party in waiting:
        await ctx.uow.cases.add_party(replace(party, agreed_at=ctx.now))
        told = Reply(key="push-sharing-agreed", args={"number": case.number})
        await tell_person(ctx, party.person_id, told, case=case)
    if waiting:
        await record(ctx, case, EventKind.AGREED, request.person_id, facts={"to": "sharing"})
    return Reply(key="sharing-agreed", args={"number": case.number})
