"""No open case is ever nobody's: somebody works on it, or it waits in exactly one queue.

`keep_all` runs at the end of every unit of work over the cases that it saved, so that no use case
can forget it; `keep_unit` where people come to a unit or leave it; `keep_these` every morning over
all cases, for an absence may have begun or ended.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from casework.case import Case, Status, TrackKind
from casework.directory import ContactMode
from casework.people import Officer
from casework.queues import BESIDE_WORK, ENDS_WITH_THE_CASE, KEEPS_A_CASE, PLACES
from casework.work import ItemKind, WorkItem
from handlers.context import Context
from handlers.on_duty import handler_today, officers_of
from handlers.tell import add_item
from handlers.units import unit_now


async def keep_all(ctx: Context) -> None:
    """Every case that this unit of work has saved."""
    for case_id in ctx.uow.cases.saved:
        case = await ctx.uow.cases.get(case_id)
        if case is not None:
            await keep_in_queue(ctx, case)


async def keep_unit(ctx: Context, unit: str) -> None:
    """Every case of a unit: its first officer has come, or its last one gone."""
    held = [case for case in await ctx.uow.cases.held_by(unit) if case.holder == unit]
    await keep_these(ctx, held)


async def keep_these(ctx: Context, cases: Sequence[Case]) -> None:
    """Cases that somebody has read for looking: one statement for what waits in all of them."""
    ids = [case.id for case in cases]
    items = await ctx.uow.work.open_of_cases(ids, ENDS_WITH_THE_CASE)
    for case in cases:
        await _keep(ctx, case, items[case.id])


async def keep_in_queue(ctx: Context, case: Case) -> None:
    """A case that is over leaves every queue; one in hand waits only for decisions beside it.

    Any other waits in its unit's queue, and where the unit has no officers in that of the arrears
    office. A complaint that is still being told is the conversation's (it has an item of its own).
    """
    if case.track(TrackKind.LEAD_UNIT).status is not Status.DRAFT:
        await _keep(ctx, case, await ctx.uow.work.open_of_case(case.id))


async def _keep(ctx: Context, case: Case, items: Iterable[WorkItem]) -> None:
    lead = case.track(TrackKind.LEAD_UNIT)
    if lead.status is Status.DRAFT:
        return
    keeping = [item for item in items if item.kind in KEEPS_A_CASE]
    waiting = [item for item in keeping if is_of_lead(case, item)]
    if not case.track(TrackKind.LABOUR_INSPECTION).is_open:
        await _finish(ctx, [item for item in keeping if item not in waiting])
    if not lead.is_open:
        over = [item for item in items if item.kind in ENDS_WITH_THE_CASE]
        await _finish(ctx, [item for item in over if is_of_lead(case, item)])
    elif await works_on_it(ctx, case) is not None:
        await _finish(ctx, [item for item in waiting if item.kind not in BESIDE_WORK])
    else:
        await _stand_in_one(ctx, case, waiting)


def is_of_lead(case: Case, item: WorkItem) -> bool:
    """Whether an item is about the lead unit's track."""
    kind = item.facts.get("track")
    if kind is not None:
        return kind == TrackKind.LEAD_UNIT
    inspection = case.track(TrackKind.LABOUR_INSPECTION)
    return item.unit != inspection.unit or inspection.unit == case.holder


async def _finish(ctx: Context, items: Iterable[WorkItem]) -> None:
    for item in items:
        await ctx.uow.work.finish(item.id, ctx.now)


async def _stand_in_one(ctx: Context, case: Case, waiting: list[WorkItem]) -> None:
    """The one that says most of why it waits stays; without any a new one is made."""
    lead = case.track(TrackKind.LEAD_UNIT)
    if lead.officer_id is not None:  # who had it before does not work there any more
        await ctx.uow.cases.save(case.with_track(replace(lead, officer_id=None)))
    there = await _somebody_there(ctx, lead.unit)
    fitting = [item for item in waiting if _fits(ctx, case, item, there=there)]
    fitting.sort(key=lambda item: (PLACES.index(item.kind), item.created_at, item.id))
    await _finish(ctx, [item for item in waiting if item not in fitting[:1]])
    if fitting:
        return
    kind = ItemKind.UNASSIGNED if there else ItemKind.UNIT_EMPTY
    await wait_in(ctx, case, kind, lead.unit if there else ctx.house.district.arrears_office)


async def _somebody_there(ctx: Context, unit: str) -> bool:
    mode = (await unit_now(ctx, unit)).contact_mode
    return mode is ContactMode.CHAT and bool(await officers_of(ctx, unit))


def _fits(ctx: Context, case: Case, item: WorkItem, *, there: bool) -> bool:
    """An item on a table at which nobody sits, or of a unit that has the case no more, is none."""
    if item.kind in {ItemKind.UNIT_EMPTY, ItemKind.PRINT_AND_HAND_OVER}:
        return not there
    return item.unit == ctx.house.district.arrears_office or (there and item.unit == case.holder)


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
        key=f"{kind}:{case.id}:{unit}:{ctx.now.isoformat()}:{ctx.house.new_id()}",
        case=case,
        due_at=ctx.next_office_morning(),
        track=TrackKind.LEAD_UNIT.value,
    )


async def taken_up(ctx: Context, case: Case, kind: TrackKind, *kinds: ItemKind) -> None:
    """Somebody does something about a track now: who has left it is missed no more."""
    for item in await ctx.uow.work.open_of_case(case.id):
        if (
            item.kind is ItemKind.PERSON_LEFT and item.facts.get("track") == kind
        ) or item.kind in kinds:
            await ctx.uow.work.finish(item.id, ctx.now)
