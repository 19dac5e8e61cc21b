"""Every office morning: is a case that was assigned from above slow, and by which rule?"""

from dataclasses import replace

from casework.case import Case
from casework.supervision import DualAssignment, Slow, slow
from casework.work import Due, ItemKind
from handlers.context import Context
from handlers.officer.cards import button, case_card
from handlers.officer.supervision.assign_from_above import plan_watch
from handlers.officer.supervision.request_supervision import ground_words
from handlers.officer.supervision.watched import last_done
from handlers.tell import add_item, tell_unit


async def watch_assignments(due: Due, ctx: Context) -> None:
    """Say once what is new, look again tomorrow; a closed and reported case is left alone."""
    case = await ctx.uow.cases.get(due.case_id or "")
    assignment = await ctx.uow.supervision.of_case(due.case_id or "")
    if case is None or assignment is None or assignment.reported_at is not None:
        return
    found: tuple[Slow, ...] = ()
    if not case.is_open:
        for unit in assignment.units:
            key = f"report:{case.id}:{unit}"
            due_at = ctx.next_office_morning()
            await add_item(ctx, ItemKind.REPORT_RESULT, unit, key=key, case=case, due_at=due_at)
    else:
        found = slow(
            assignment,
            last_done=await last_done(ctx, case, assignment),
            today=ctx.today,
            rules=ctx.house.slow,
            days=ctx.house.days,
        )
    told = frozenset(str(due.facts.get("told", "")).split(","))
    new = [ground for ground in found if ground.value not in told]
    if new:
        await _say(ctx, case, assignment, found)
    await plan_watch(ctx, case, told=",".join(ground.value for ground in found))


async def _say(
    ctx: Context, case: Case, assignment: DualAssignment, found: tuple[Slow, ...]
) -> None:
    for unit in dict.fromkeys((case.holder, *assignment.units)):
        card = await case_card(ctx, case, "card-slow", unit=unit, grounds=ground_words(found))
        if unit in assignment.units:
            await add_item(
                ctx,
                ItemKind.SLOW_CASE,
                unit,
                key=f"slow:{case.id}:{unit}:{ctx.today.isoformat()}",
                case=case,
                due_at=ctx.next_office_morning(),
            )
            card = replace(card, buttons=((button("supervise", case),), *card.buttons))
        await tell_unit(ctx, unit, card, case=case)
