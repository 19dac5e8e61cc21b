"""A case is filed: is it one of many of the same site or employer? The machine only proposes."""

from dataclasses import replace

from casework.case import Case
from casework.groups import RULE, Group, GroupCase, GroupState, Mark, Why, marks_of
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.people import OfficerRole
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.groups.live_card import group_button
from handlers.officer.groups.view import GroupView, about, people_words, state_words, view_group
from handlers.on_duty import officers_with
from handlers.record import record
from handlers.tell import add_item, tell_officers, tell_unit


async def join_group(ctx: Context, case: Case) -> None:
    """Put the case to its like, where there are any; tell at 5, 10 and 30 people, each once."""
    group = await ctx.uow.groups.of_case(case.id) or await _found(ctx, case)
    if group is None:
        return
    view = await view_group(ctx, group)
    if view.many and view.proposed:
        await _to_confirm(ctx, view)
    await _tell_many(ctx, view)


async def _found(ctx: Context, case: Case) -> Group | None:
    """The group of the surest mark; a new one where its last case stands alone."""
    marks = await ctx.uow.groups.marks(marks_of(case))
    group, by = None, None
    for mark in marks:
        group = await _behind(ctx, mark, case)
        if group is not None:
            by = mark
            break
    if group is None and ctx.house.grouping.reached(case.people_claimed or 0):
        group, by = await _new(ctx, marks[0].why if marks else Why.SITE), next(iter(marks), None)
        await ctx.uow.groups.put(_part(ctx, group, case))
    elif group is not None:
        await _beside(ctx, group)
        await _propose(ctx, group, case)
    for mark in marks:
        await ctx.uow.groups.set_mark(_seen(ctx, mark, case, group if mark is by else None))
    return group


async def _behind(ctx: Context, mark: Mark, case: Case) -> Group | None:
    if not mark.fresh(ctx.now, ctx.house.grouping):
        return None
    if mark.group_id:
        group = await ctx.uow.groups.locked(mark.group_id)
        return None if group is None or group.state is GroupState.DECLINED else group
    if mark.case_id == case.id or await ctx.uow.groups.of_case(mark.case_id) is not None:
        return None  # one case stands in one group
    (other,) = await ctx.uow.cases.these([mark.case_id])
    group = await _new(ctx, mark.why)
    await ctx.uow.groups.put(_part(ctx, group, other))
    return group


async def _new(ctx: Context, why: Why) -> Group:
    group = Group(
        id=ctx.house.new_id(),
        number=await ctx.uow.groups.next_number(),
        why=why,
        made_at=ctx.now,
    )
    await ctx.uow.groups.add(group)
    return group


def _part(ctx: Context, group: Group, case: Case) -> GroupCase:
    return GroupCase(group_id=group.id, case_id=case.id, why=group.why, since=ctx.now)


async def _propose(ctx: Context, group: Group, case: Case) -> None:
    await ctx.uow.groups.put(_part(ctx, group, case))
    await record(
        ctx,
        case,
        EventKind.GROUP_PROPOSED,
        facts={
            "group": group.code,
            "rule": RULE,
            "version": ctx.house.grouping.in_force_since.isoformat(),
            "why": group.why.value,
        },
    )


async def _beside(ctx: Context, group: Group) -> None:
    """A case that stood alone for its many people is from now on one of several."""
    members = await ctx.uow.groups.members(group.id)
    if len(members) != 1:
        return
    (first,) = await ctx.uow.cases.these([members[0].case_id])
    events = await ctx.uow.history.of_case(first.id)
    if not any(event.kind is EventKind.GROUP_PROPOSED for event in events):
        await _propose(ctx, group, first)


def _seen(ctx: Context, mark: Mark, case: Case, group: Group | None) -> Mark:
    kept = mark.group_id if mark.fresh(ctx.now, ctx.house.grouping) else ""
    return replace(mark, last_at=ctx.now, case_id=case.id, group_id=group.id if group else kept)


async def _to_confirm(ctx: Context, view: GroupView) -> None:
    """Somebody has to say whether they belong together: the unit that leads the first of them."""
    group, first = view.group, view.cases[0]
    await add_item(
        ctx,
        ItemKind.CONFIRM_GROUP,
        first.holder,
        key=f"group:{group.id}:{group.state}:{ctx.today.isoformat()}",
        case=first,
        due_at=ctx.next_office_morning(),
        group=group.code,
    )


async def _tell_many(ctx: Context, view: GroupView) -> None:
    reached = ctx.house.grouping.reached(view.count.at_least)
    group = await ctx.uow.groups.locked(view.group.id)
    if group is None or reached <= group.told_at:
        return
    await ctx.uow.groups.update(replace(group, told_at=reached))
    await record(
        ctx,
        view.cases[-1],
        EventKind.GROUP_TOLD,
        facts={"group": group.code, "people": view.count.at_least, "at": reached},
    )
    office = ctx.house.district.arrears_office
    await add_item(
        ctx,
        ItemKind.MANY_WORKERS,
        office,
        key=f"many:{group.id}:{reached}",
        case=view.cases[-1],
        due_at=ctx.next_office_morning(),
        group=group.code,
    )
    told = await _many(ctx, view, reached)
    await tell_unit(ctx, office, told)
    above = [o for o in await officers_with(ctx, OfficerRole.SUPERVISOR) if o.unit != office]
    await tell_officers(ctx, above, told)


async def _many(ctx: Context, view: GroupView, reached: int) -> Reply:
    group = view.group
    return Reply(
        key="group-many",
        args={
            "at": reached,
            "code": group.code,
            "site": await about(ctx, view),
            "people": people_words(view),
            "cases": len(view.cases),
            "state": state_words(view) if view.many else Words(key="group-one-case"),
        },
        buttons=((group_button("group_list", group),),),
    )
