"""Ask a district leader to order supervision of a case that is slow (plan 四(八); XF22 Art 40)."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.directory import UnitKind
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.supervision import Slow, SupervisionOrder, slow
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.officer.cards import button, case_card
from handlers.officer.supervision.watched import last_done
from handlers.record import record
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class RequestSupervision:
    """Why the leader should step in, in the words of the arrears office or the petition bureau."""

    officer: Officer
    case: Case
    reason: str


def leaders(ctx: Context) -> str:
    """The leading group, whose members approve supervision."""
    units = ctx.house.district.units.values()
    return next(unit.code for unit in units if unit.kind is UnitKind.LEADERSHIP)


async def request_supervision(request: RequestSupervision, ctx: Context) -> Reply:
    """Store the request, and put it before the leaders; without one in the chat, on paper."""
    officer, case = request.officer, request.case
    working(officer)
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None:
        raise NotFound(code="error-no-assignment")
    if officer.unit not in assignment.units:
        raise NotAllowed(code="error-role")
    order = SupervisionOrder(
        id=ctx.house.new_id(),
        case_id=case.id,
        grounds=slow(
            assignment,
            last_done=await last_done(ctx, case, assignment),
            today=ctx.today,
            rules=ctx.house.slow,
            days=ctx.house.days,
        ),
        requested_by=officer.code,
        requested_at=ctx.now,
        reason=request.reason,
    )
    if not await ctx.uow.supervision.request(order):
        raise AlreadyDone(code="error-supervision-asked")
    await finish_items(ctx, case, officer.unit, ItemKind.SLOW_CASE)
    await record(
        ctx,
        case,
        EventKind.SUPERVISION_ASKED,
        officer,
        facts={"grounds": ",".join(g.value for g in order.grounds)},
        personal={"reason": request.reason},
    )
    told = await _put_before_leaders(ctx, case, order)
    key = "supervision-asked" if told else "supervision-asked-paper"
    return Reply(key=key, args={"number": case.number})


async def _put_before_leaders(ctx: Context, case: Case, order: SupervisionOrder) -> bool:
    unit = leaders(ctx)
    await add_item(
        ctx,
        ItemKind.APPROVE_SUPERVISION,
        unit,
        key=f"supervise:{order.id}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    card = await case_card(
        ctx,
        case,
        "card-supervision-asked",
        unit=unit,
        grounds=ground_words(order.grounds),
        reason=order.reason,
    )
    decide = (button("supyes", case), button("supno", case))
    card = replace(card, buttons=(decide, *card.buttons))
    return await tell_unit(
        ctx, unit, card, case=case, only=lambda o: o.role is OfficerRole.SUPERVISOR
    )


def ground_words(grounds: tuple[Slow, ...]) -> tuple[Words, ...]:
    """Each ground in words, one to a line."""
    return tuple(Words(key=f"slow-{ground.value.replace('_', '-')}") for ground in grounds)
