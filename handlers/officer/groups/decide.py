"""An officer says whether cases belong together; one can be taken out again."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import NotFound
from casework.groups import Belongs, Group, GroupCase, GroupState
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.officer.groups.live_card import refresh_cards
from handlers.officer.groups.view import GroupView, work_on
from handlers.record import record
from handlers.tell import tell_unit


@dataclass(frozen=True, kw_only=True)
class DecideGroup:
    """Who says it about which group."""

    officer: Officer
    group_id: str


async def confirm_group(request: DecideGroup, ctx: Context) -> Reply:
    """What is proposed belongs together. Each case keeps its number, its owner and its clocks."""
    view, cases = await _held_still(request, ctx)
    waiting = view.proposed
    if not waiting:
        return Reply(key="error-already-done")
    for member in waiting:
        case = replace(cases[member.case_id], group_id=view.group.id)
        await ctx.uow.cases.save(case)
        await ctx.uow.groups.put(replace(member, belongs=Belongs.CONFIRMED))
        await record(ctx, case, EventKind.GROUPED, request.officer, facts=_facts(view.group))
    group = replace(
        view.group,
        state=GroupState.CONFIRMED,
        decided_by=request.officer.code,
        decided_at=ctx.now,
    )
    await ctx.uow.groups.update(group)
    await _finish(ctx, view)
    await refresh_cards(ctx, group)
    return Reply(key="group-is-one", args={"code": group.code, "n": len(waiting)})


async def decline_group(request: DecideGroup, ctx: Context) -> Reply:
    """They do not: whoever had only the live card of a case gets its own card now."""
    view, cases = await _held_still(request, ctx)
    waiting = view.proposed
    if not waiting:
        return Reply(key="error-already-done")
    for member in waiting:
        await _out(ctx, request.officer, view.group, member, cases[member.case_id])
    if view.group.state is GroupState.PROPOSED:
        group = replace(
            view.group,
            state=GroupState.DECLINED,
            decided_by=request.officer.code,
            decided_at=ctx.now,
        )
        await ctx.uow.groups.update(group)
    await ctx.uow.groups.clear_marks(view.group.id)
    await _finish(ctx, view)
    out = {member.case_id for member in waiting}
    for unit in dict.fromkeys((request.officer.unit, *view.units())):
        for case in view.waiting(unit):
            if case.id in out:
                card = await case_card(ctx, case, "card-case", unit=unit)
                await tell_unit(ctx, unit, card, case=case)
    return Reply(key="group-is-none", args={"code": view.group.code, "n": len(waiting)})


@dataclass(frozen=True, kw_only=True)
class TakeOut:
    """One case that does not belong to the others."""

    officer: Officer
    case: Case


async def take_out(request: TakeOut, ctx: Context) -> Reply:
    """The case stands alone again; the others stay together."""
    group = await ctx.uow.groups.of_case(request.case.id)
    view = await work_on(ctx, request.officer, group)
    member = next((m for m in view.members if m.case_id == request.case.id), None)
    if member is None or not view.many:
        raise NotFound(code="error-in-no-group")
    await _out(ctx, request.officer, view.group, member, request.case)
    await refresh_cards(ctx, view.group)
    args = {"number": request.case.number, "code": view.group.code}
    return Reply(key="taken-out", args=args)


async def _held_still(request: DecideGroup, ctx: Context) -> tuple[GroupView, dict[str, Case]]:
    """The group with its cases locked: first the cases in one order, then the group."""
    view = await work_on(ctx, request.officer, await ctx.uow.groups.get(request.group_id))
    cases = {}
    for case_id in sorted(member.case_id for member in view.proposed):
        case = await ctx.uow.cases.get(case_id)
        assert case is not None  # noqa: S101 — cases are never deleted
        cases[case_id] = case
    await ctx.uow.groups.locked(view.group.id)
    group = await ctx.uow.groups.get(request.group_id)
    now = await work_on(ctx, request.officer, group)
    # Who came while we waited for the locks is asked about anew.
    members = tuple(
        m for m in now.members if m.belongs is not Belongs.PROPOSED or m.case_id in cases
    )
    return replace(now, members=members), cases


async def _out(
    ctx: Context, officer: Officer, group: Group, member: GroupCase, case: Case
) -> None:
    await ctx.uow.groups.put(replace(member, belongs=Belongs.OUT))
    await ctx.uow.cases.save(replace(case, group_id=None))
    await record(ctx, case, EventKind.UNGROUPED, officer, facts=_facts(group))


def _facts(group: Group) -> dict[str, str | int | bool]:
    return {"group": group.code, "why": group.why.value}


async def _finish(ctx: Context, view: GroupView) -> None:
    """The question is answered, on whoever's table it lay."""
    for item in await ctx.uow.work.open_of_case(view.cases[0].id):
        if item.kind is ItemKind.CONFIRM_GROUP:
            await ctx.uow.work.finish(item.id, ctx.now)
