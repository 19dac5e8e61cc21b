"""A new case reaches whoever has to act: the lead unit, labour inspection, or the desk for doubt.

A unit without officers in the chat and a route that is unsure go to the arrears office; a unit on
paper gives the arrears office a sheet to print and hand over, and its clock runs from now on.
"""

from casework.case import Case
from casework.clocks import answer_clock
from casework.directory import ContactMode
from casework.objections import Standing
from casework.routing import RoutingDecision
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.officer.groups.live_card import tell_of_case
from handlers.officer.standing import standing_of
from handlers.tell import add_item
from handlers.units import unit_now


async def announce_case(ctx: Context, case: Case, decision: RoutingDecision) -> None:
    """Tell the units of a case that has just been filed or routed."""
    office = ctx.house.district.arrears_office
    if not decision.sure:
        kind = ItemKind.TRANSFER_OUT if case.outside else ItemKind.DESIGNATE
        key = "card-outside" if case.outside else "card-designate"
        await _item(ctx, case, kind, office)
        await tell_of_case(ctx, office, await case_card(ctx, case, key, unit=office), case)
    else:
        await announce_lead(ctx, case)
    inspection = ctx.house.district.inspection
    if inspection != case.holder:
        await _item(ctx, case, ItemKind.NEW_CASE, inspection)
        card = await case_card(ctx, case, "card-new-inspection", unit=inspection)
        await tell_of_case(ctx, inspection, card, case)


async def announce_lead(ctx: Context, case: Case) -> None:
    """The lead unit learns of its case in the way it works: chat, telephone or paper."""
    office, unit = ctx.house.district.arrears_office, await unit_now(ctx, case.holder)
    if unit.contact_mode is not ContactMode.CHAT:
        paper = unit.contact_mode is ContactMode.PAPER
        await _item(
            ctx,
            case,
            ItemKind.PRINT_AND_HAND_OVER if paper else ItemKind.UNIT_EMPTY,
            office,
        )
        key = "card-hand-over" if paper else "card-phone-unit"
        card = await case_card(ctx, case, key, unit=office, lead=unit.name)
        await tell_of_case(ctx, office, card, case)
        return
    right = await standing_of(ctx, case)
    key = _HEADS.get(right.standing, "card-new")
    card = await case_card(ctx, case, key, unit=case.holder, object_by=right.until.legal)
    if await tell_of_case(ctx, case.holder, card, case):
        await _item(ctx, case, ItemKind.NEW_CASE, case.holder)
    else:
        await _item(ctx, case, ItemKind.UNIT_EMPTY, office)
        card = await case_card(ctx, case, "card-nobody-there", unit=office, lead=unit.name)
        await tell_of_case(ctx, office, card, case)


_HEADS = {Standing.FINAL: "card-new-final", Standing.ONCE: "card-new-again"}
"""A unit that cannot object any more is told so with the case."""


async def _item(ctx: Context, case: Case, kind: ItemKind, unit: str) -> None:
    _, due = answer_clock(ctx.today, ctx.house.statutes, ctx.house.days)
    await add_item(
        ctx,
        kind,
        unit,
        key=f"{kind}:{case.id}:{unit}:{case.version}",
        case=case,
        due_at=ctx.next_office_morning(),
        answer_by=due.work_by.isoformat(),
        lead=case.holder,
    )
