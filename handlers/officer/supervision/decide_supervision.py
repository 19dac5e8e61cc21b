"""A district leader approves supervision, or does not; the order goes to the unit in charge."""

from dataclasses import dataclass, replace
from datetime import date

from casework.case import Case
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind, Medium
from casework.messages import Reply
from casework.people import Officer, OfficerRole
from casework.supervision import SupervisionOrder
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items
from handlers.officer.cards import case_card
from handlers.officer.supervision.request_supervision import ground_words, leaders
from handlers.record import record
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class DecideSupervision:
    """A leader's word in the chat, or the one on paper that the arrears office enters.

    ``number`` and ``report_by`` stand on the order; an approval in the chat may come without.
    """

    officer: Officer
    case: Case
    approved: bool
    number: str = ""
    report_by: date | None = None


async def decide_supervision(request: DecideSupervision, ctx: Context) -> Reply:
    """Once only. Nobody decides on a request of their own."""
    officer, case = request.officer, request.case
    order = next(
        (o for o in await ctx.uow.supervision.orders_of(case.id) if o.approved is None), None
    )
    if order is None:
        raise NotFound(code="error-no-supervision-asked")
    on_paper = _may_decide(officer, ctx, number=request.number)
    decided = replace(
        order,
        approved=request.approved,
        decided_by=officer.code,
        decided_at=ctx.now,
        number=request.number,
        report_by=request.report_by,
    )
    if not await ctx.uow.supervision.decide(decided):
        raise AlreadyDone(code="error-supervision-decided")
    await finish_items(ctx, case, leaders(ctx), ItemKind.APPROVE_SUPERVISION)
    await record(
        ctx,
        case,
        EventKind.SUPERVISED if request.approved else EventKind.SUPERVISION_DENIED,
        officer,
        medium=Medium.PAPER if on_paper else Medium.CHAT,
        document_number=request.number,
        facts={"by": decided.report_by.isoformat() if decided.report_by else ""},
    )
    if request.approved:
        await _order(ctx, case, decided)
    key = "supervision-ordered" if request.approved else "supervision-denied"
    return Reply(key=key, args={"number": case.number, "unit": ctx.house.unit(case.holder).name})


def _may_decide(officer: Officer, ctx: Context, *, number: str) -> bool:
    """Whether it is an approval on paper; raises for whoever may not decide at all."""
    if officer.unit == leaders(ctx) and officer.role is OfficerRole.SUPERVISOR:
        return False
    if officer.role is not OfficerRole.TRIAGE:
        raise NotAllowed(code="error-role")
    if not number:
        raise NotAllowed(code="error-leader-decides")
    return True


async def _order(ctx: Context, case: Case, order: SupervisionOrder) -> None:
    """The unit in charge and the two that coordinate hear of it."""
    await add_item(
        ctx,
        ItemKind.SUPERVISED,
        case.holder,
        key=f"supervised:{order.id}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    assignment = await ctx.uow.supervision.of_case(case.id)
    for unit in dict.fromkeys((case.holder, *(assignment.units if assignment else ()))):
        card = await case_card(
            ctx,
            case,
            "card-supervised" if order.report_by else "card-supervised-no-date",
            unit=unit,
            grounds=ground_words(order.grounds),
            by=order.report_by or "",
        )
        await tell_unit(ctx, unit, card, case=case)
