"""Rights boards as work: which unit is in charge of a site, what it has to do, and until when."""

from datetime import datetime, timedelta

from casework.boards import BoardEvent
from casework.deadlines import SHANGHAI
from casework.ledger import Project
from casework.masking import hide
from casework.messages import Words
from casework.routing import RoutingFacts, route
from casework.work import ItemKind, WorkItem
from handlers.context import Context

BOARD_ITEMS = frozenset({ItemKind.BOARD_REPORTED, ItemKind.BOARD_TO_MEND})


def in_charge(ctx: Context, project: Project | None) -> str:
    """The unit that answers for a site by the plan; the arrears office where none is sure."""
    if project is None:
        return ctx.house.district.arrears_office
    facts = RoutingFacts(construction=True, project=project, sub_district=project.sub_district)
    return route(facts, ctx.house.district, ctx.house.rules).holder(ctx.house.district)


def morning_in(ctx: Context, working_days: int) -> datetime:
    """Nine o'clock of the n-th working day from now."""
    day = ctx.today
    while working_days:
        day += timedelta(days=1)
        working_days -= ctx.house.days.is_working(day)
    return datetime(day.year, day.month, day.day, 9, tzinfo=SHANGHAI)


async def board_items(ctx: Context, unit: str) -> tuple[WorkItem, ...]:
    """What a unit has to look at or to have mended."""
    return tuple(i for i in await ctx.uow.work.open_of(unit) if i.kind in BOARD_ITEMS)


async def finish_board_items(
    ctx: Context, project: Project, kinds: frozenset[ItemKind], *units: str
) -> None:
    """Somebody has looked: what waited for it is done."""
    for unit in dict.fromkeys(units):
        for item in await board_items(ctx, unit):
            if item.kind in kinds and item.facts.get("project") == project.code:
                await ctx.uow.work.finish(item.id, ctx.now)


def site_words(project: Project | None, code: str = "") -> Words:
    """A site as officers read it."""
    if project is None:
        return (
            Words(key="board-site-unknown")
            if not code
            else Words(key="label-text", args={"text": code})
        )
    return Words(key="board-site", args={"code": project.code, "name": project.name})


def said_words(words: str) -> Words | str:
    """A worker's own words for the unit, without numbers that may be somebody's."""
    return Words(key="board-said", args={"words": hide(words, ())}) if words else ""


def in_short(event: BoardEvent) -> Words:
    """What was missing, in a few words on one line."""
    first, *others = [
        Words(key=f"board-short-{item.value.replace('_', '-')}") for item in event.missing
    ] or [Words(key="board-item-none")]
    for other in others:
        first = Words(key="board-and", args={"first": first, "other": other})
    return first


def missing_words(event: BoardEvent) -> tuple[Words, ...]:
    """What was missing, one to a line."""
    if not event.missing:
        return (Words(key="board-item-none"),)
    return tuple(Words(key=f"board-item-{i.value.replace('_', '-')}") for i in event.missing)
