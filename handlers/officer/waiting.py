"""No open case is ever nobody's: who works on it, or the queue in which it waits."""

from collections.abc import Iterable
from dataclasses import replace

from casework.case import Case, TrackKind
from casework.people import Officer
from casework.queues import KEEPS_A_CASE
from casework.work import ItemKind, WorkItem
from handlers.context import Context
from handlers.on_duty import handler_today, officers_of
from handlers.tell import add_item


async def keep_in_queue(ctx: Context, case: Case) -> Case:
    """Call it after whatever may have left a case to nobody; the case as it stands then.

    A case that is over leaves every queue; one that somebody works on needs none; any other
    waits in its unit's, and where the unit has no officers, with the arrears office as well.
    """
    waiting = [i for i in await ctx.uow.work.open_of_case(case.id) if i.kind in KEEPS_A_CASE]
    lead = case.track(TrackKind.LEAD_UNIT)
    if not lead.is_open:
        await _leave(ctx, case, waiting)
        return case
    if await works_on_it(ctx, case) is not None:
        return case
    if lead.officer_id is not None:  # who had it before has left
        case = case.with_track(replace(lead, officer_id=None))
        await ctx.uow.cases.save(case)
    if all(item.unit != lead.unit for item in waiting):
        await wait_in(ctx, case, ItemKind.UNASSIGNED, lead.unit)
    if not await officers_of(ctx, lead.unit):
        await wait_in(ctx, case, ItemKind.UNIT_EMPTY, ctx.house.district.arrears_office)
    return case


async def _leave(ctx: Context, case: Case, waiting: Iterable[WorkItem]) -> None:
    """What waits for labour inspection stays while that goes on."""
    inspection = case.track(TrackKind.LABOUR_INSPECTION)
    for item in waiting:
        if not inspection.is_open or item.unit != inspection.unit:
            await ctx.uow.work.finish(item.id, ctx.now)


async def works_on_it(ctx: Context, case: Case) -> Officer | None:
    """Who works on the lead track today, in the unit or at the arrears office for it.

    Nobody who has left the unit counts.
    """
    lead = case.track(TrackKind.LEAD_UNIT)
    officer = await handler_today(ctx, lead.officer_id)
    there = {lead.unit, ctx.house.district.arrears_office}
    return officer if officer is not None and officer.unit in there else None


async def wait_in(ctx: Context, case: Case, kind: ItemKind, unit: str) -> None:
    """Put the case into a queue of a unit; the same item twice stands once."""
    open_items = await ctx.uow.work.open_of_case(case.id)
    if any(item.kind is kind and item.unit == unit for item in open_items):
        return
    await add_item(
        ctx,
        kind,
        unit,
        key=f"{kind}:{case.id}:{unit}:{ctx.now.isoformat()}:{case.version}",
        case=case,
        due_at=ctx.next_office_morning(),
        lead=case.holder,
    )


async def taken_up(ctx: Context, case: Case) -> None:
    """Somebody in the lead unit has it now: it waits for nobody there, and is objected no more."""
    for item in await ctx.uow.work.open_of_case(case.id):
        here = item.unit == case.holder and item.kind in _UNTIL_TAKEN_UP
        if here or item.kind in _UNTIL_SETTLED:
            await ctx.uow.work.finish(item.id, ctx.now)


_UNTIL_TAKEN_UP = frozenset(
    {ItemKind.NEW_CASE, ItemKind.UNASSIGNED, ItemKind.RECUSED, ItemKind.PERSON_LEFT}
)
_UNTIL_SETTLED = frozenset(
    {ItemKind.UNIT_EMPTY, ItemKind.OBJECTED, ItemKind.DESIGNATE, ItemKind.RECUSED}
)
