"""Step aside for a conflict of interest (XF22 Art 28(3)): the head gets the case."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.officer.cards import case_card
from handlers.on_duty import head_of
from handlers.record import record
from handlers.tell import add_item, tell_person, tell_unit


@dataclass(frozen=True, kw_only=True)
class Recuse:
    """Who steps aside, and why."""

    officer: Officer
    case: Case
    reason: str


async def recuse(request: Recuse, ctx: Context) -> Reply:
    """The case loses its handler but never its unit; its head, or the arrears office, names one."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    case = case.with_track(replace(track, officer_id=None))
    await ctx.uow.cases.save(case)
    await record(
        ctx,
        case,
        EventKind.RECUSED,
        officer,
        track=track.kind,
        personal={"reason": request.reason},
    )
    office = ctx.house.district.arrears_office
    head = await head_of(ctx, track.unit, besides=frozenset({officer.id}))
    await add_item(
        ctx,
        ItemKind.RECUSED,
        track.unit if head else office,
        key=f"recused:{case.id}:{track.kind}:{officer.code}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        by=officer.code,
        track=track.kind.value,
    )
    card = await case_card(ctx, case, "card-recused", by=officer.code)
    if head is None or not await tell_person(ctx, head.person_id, card, case=case, purpose="card"):
        await tell_unit(ctx, office, card, case=case)
    return Reply(key="recused", args={"number": case.number})
