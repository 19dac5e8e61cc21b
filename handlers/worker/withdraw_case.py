"""Withdraw, by the worker only, asked twice, reversible for thirty days (XF22 Art 33)."""

from dataclasses import dataclass, replace

from casework.case import Case, Mover, Outcome, Status
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import PartyRole, PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_handlers


@dataclass(frozen=True, kw_only=True)
class WithdrawCase:
    """``why``: stay, forced or own, as the worker answered."""

    person_id: PersonId
    case: Case
    why: str
    sure: bool


async def withdraw_case(request: WithdrawCase, ctx: Context) -> Reply:
    """Close on the worker's own will. Pressure by the boss is written down, not obeyed."""
    case = request.case
    parties = await ctx.uow.cases.parties(case.id)
    mine = next(p for p in parties if p.person_id == request.person_id)
    if mine.role is not PartyRole.WORKER:
        return Reply(key="withdraw-only-worker", args={"number": case.number})
    if request.why == "forced":
        await record(ctx, case, EventKind.PRESSURE, request.person_id)
        await tell_handlers(ctx, case, "card-pressure")
    if not request.sure or request.why == "stay":
        return Reply(key="withdraw-not", args={"number": case.number})
    if not case.is_open:
        return Reply(key="withdraw-closed-already", args={"number": case.number})
    for track in case.tracks:
        if track.can(Status.CLOSED, by=Mover.WORKER):
            closed = replace(
                track.move(Status.CLOSED, by=Mover.WORKER),
                outcome=Outcome.WITHDRAWN_BY_WORKER,
                closed_at=ctx.now,
            )
            case = case.with_track(closed)
    await ctx.uow.cases.save(case)
    await record(ctx, case, EventKind.WITHDRAWN, request.person_id, facts={"why": request.why})
    await add_item(
        ctx,
        ItemKind.WITHDRAWN,
        ctx.house.district.arrears_office,
        key=f"withdrawn:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    await tell_handlers(ctx, case, "card-withdrawn")
    return Reply(
        key="withdrawn",
        args={"number": case.number},
        buttons=((Button(label=Words(key="label-reopen"), data=f"w:reopen:{case.id}"),),),
    )
