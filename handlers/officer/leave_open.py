"""An absence for which nobody has said yes: the head has to name somebody, or take it over."""

from casework.messages import Button, Reply, Words
from casework.people import Leave
from casework.work import ItemKind
from handlers.context import Context
from handlers.on_duty import head_of
from handlers.tell import add_item, tell_person, tell_unit


def item_key(leave: Leave) -> str:
    """The one item of an absence, while it is open."""
    return f"leave:{leave.id}:{leave.deputy_id}"


async def leave_is_open(ctx: Context, leave: Leave) -> None:
    """An item of the unit, and a message to its head; to the arrears office where it has none."""
    officer = await ctx.uow.officers.get(leave.officer_id)
    if officer is None or officer.suspended_at is not None:
        return
    office = ctx.house.district.arrears_office
    head = await head_of(ctx, officer.unit, besides=frozenset({officer.id}))
    await add_item(
        ctx,
        ItemKind.LEAVE_OPEN,
        officer.unit if head else office,
        key=item_key(leave),
        due_at=ctx.now,
        leave=leave.id,
        post=officer.code,
    )
    reply = Reply(
        key="leave-open",
        args={"officer": officer.code, "first": leave.first, "last": leave.last},
        buttons=((Button(label=Words(key="do-leave-take"), data=f"o:leave_take:{leave.id}"),),),
    )
    if head is not None:
        await tell_person(ctx, head.person_id, reply)
    else:
        await tell_unit(ctx, office, reply)


async def close_item(ctx: Context, leave: Leave, unit: str) -> None:
    """Somebody stands in now: the item is done."""
    for table in (unit, ctx.house.district.arrears_office):
        for item in await ctx.uow.work.open_of(table):
            if item.kind is ItemKind.LEAVE_OPEN and item.facts.get("leave") == leave.id:
                await ctx.uow.work.finish(item.id, ctx.now)
