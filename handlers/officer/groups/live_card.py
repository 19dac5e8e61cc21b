"""One live card for one site: 「同一工地 第N人」, edited in place instead of forty messages."""

from casework.case import Case, Flag
from casework.groups import Group, GroupState, Why
from casework.messages import Button, Reply, Words
from casework.questions import money_words
from handlers.context import Context
from handlers.officer.cards import next_date
from handlers.officer.groups.view import (
    GroupView,
    about,
    held,
    people_words,
    state_words,
    view_group,
)
from handlers.tell import tell_unit


async def tell_of_case(ctx: Context, unit: str, card: Reply, case: Case) -> bool:
    """A new case reaches a unit: its own card, or the live one of its site.

    The first case of a site that a unit gets has a card of its own, and so has every one with danger
    or a child in it. The day begins with a fresh card at the end of the chat.
    """
    group = await ctx.uow.groups.of_case(case.id)
    if group is None or case.flags & {Flag.EMERGENCY, Flag.MINOR}:
        return await tell_unit(ctx, unit, card, case=case)
    view = await view_group(ctx, group)
    others = [c for c in view.cases if c.id != case.id]
    known = any(held(other, unit) or held(other, case.holder) for other in others)
    if not known:
        return await tell_unit(ctx, unit, card, case=case)
    return await tell_unit(ctx, unit, await live_card(ctx, view, unit))


async def refresh_cards(ctx: Context, group: Group | None) -> None:
    """Something of its cases has changed: everybody who works on several sees it."""
    if group is None:
        return
    view = await view_group(ctx, group)
    if view.many:
        for unit in view.units():
            await tell_unit(ctx, unit, await live_card(ctx, view, unit))


async def live_card(ctx: Context, view: GroupView, unit: str) -> Reply:
    """The card for one unit; nobody is named on it."""
    group, latest = view.group, view.cases[-1]
    waiting = view.waiting(unit)
    first = next((case for case in view.cases if case.is_open), latest)
    return Reply(
        key="group-card",
        args={
            "head": Words(
                key="group-same-employer" if group.why is Why.EMPLOYER else "group-same-site",
                args={"n": view.count.at_least, "code": group.code},
            ),
            "state": state_words(view),
            "site": await about(ctx, view),
            "cases": len(view.cases),
            "waiting": len(waiting),
            "people": people_words(view),
            "amount": money_words(view.count.amount),
            "latest": latest.number,
            "date": await next_date(ctx, first),
        },
        buttons=group_buttons(view, office=unit == ctx.house.district.arrears_office),
        live=f"group:{group.code}:{ctx.today.isoformat()}",
    )


def group_button(verb: str, group: Group) -> Button:
    """A button about a group."""
    return Button(label=Words(key=f"do-{verb.replace('_', '-')}"), data=f"o:{verb}:{group.id}")


def group_buttons(view: GroupView, *, office: bool) -> tuple[tuple[Button, ...], ...]:
    """Say yes or no to what is proposed; then serve all of it at once."""
    group = view.group
    rows: list[tuple[Button, ...]] = []
    if view.proposed:
        rows.append((group_button("group_yes", group), group_button("group_no", group)))
    if group.state is GroupState.CONFIRMED:
        first = "group_route" if office else "group_accept"
        rows.append((group_button(first, group), group_button("group_reply", group)))
    newest = Button(label=Words(key="do-group-latest"), data=f"o:case:{view.cases[-1].id}")
    rows.append((group_button("group_list", group), newest))
    return tuple(rows)
