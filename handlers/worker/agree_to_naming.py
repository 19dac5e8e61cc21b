"""The worker's consent that the unit at work may know name and phone (PIPL Art 13, 23)."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import SPEAKS_FOR_ITSELF, PersonId
from handlers.context import Context
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class AgreeToNaming:
    """Whose consent; only the worker's own counts."""

    person_id: PersonId
    case: Case


async def agree_to_naming(request: AgreeToNaming, ctx: Context) -> Reply:
    """Write the consent down; saying it twice changes nothing."""
    parties = await ctx.uow.cases.parties(request.case.id)
    mine = next(p for p in parties if p.person_id == request.person_id)
    if mine.role not in SPEAKS_FOR_ITSELF:
        return Reply(key="agree-only-worker")
    if not mine.may_name:
        await ctx.uow.cases.add_party(replace(mine, may_name=True))
        await record(
            ctx, request.case, EventKind.AGREED, request.person_id, facts={"to": "naming"}
        )
    return Reply(key="agreed-naming", args={"number": request.case.number})
