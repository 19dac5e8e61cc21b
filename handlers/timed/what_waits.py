"""What waits in queues: who owns it, who hears of it this morning, and how it is said.

The owner of an item is whoever works on its unit's track of the case today, else the whole unit.
After a while its head hears of it as well (`casework.queues.reminded`); a unit without a head is
looked after by the arrears office.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.deadlines import SHANGHAI
from casework.messages import Arg, Words
from casework.people import Officer, OfficerRole, PersonId
from casework.queues import QUEUE_OF, Reminded, reminded
from casework.work import Queued
from handlers.context import Context
from handlers.on_duty import handler_today, officers_of

MOST_LINES = 10


@dataclass(frozen=True, kw_only=True)
class Part:
    """What waits in one unit, for one person; ``key`` is the sentence above it."""

    key: str
    unit: str
    items: Sequence[Queued]


async def waiting_for(ctx: Context) -> Mapping[PersonId, list[Part]]:
    """Who hears of what this morning: of each unit its owners, and its head."""
    parts: dict[PersonId, list[Part]] = defaultdict(list)
    of_unit: dict[str, list[Queued]] = defaultdict(list)
    for item in await ctx.uow.work.queued(QUEUE_OF):
        of_unit[item.unit].append(item)
    for unit, items in of_unit.items():
        told = [(item, _whom(ctx, item)) for item in items]
        late = [item for item, whom in told if whom is not Reminded.NOBODY]
        for_head = [item for item, whom in told if whom is Reminded.HEAD]
        for person, theirs in (await _owners(ctx, unit, late, besides=bool(for_head))).items():
            parts[person].append(Part(key="queue-reminder", unit=unit, items=theirs))
        for head in await _heads(ctx, unit) if for_head else ():
            part = Part(key="queue-reminder-head", unit=unit, items=for_head)
            parts[head.person_id].append(part)
    return parts


async def part_words(ctx: Context, part: Part) -> Words:
    """The first lines, and how many more there are."""
    more = len(part.items) - MOST_LINES
    args: dict[str, Arg] = {
        "unit": ctx.house.unit(part.unit).name,
        "n": len(part.items),
        "items": tuple(_line(item) for item in part.items[:MOST_LINES]),
        "more": Words(key="inbox-more", args={"n": more}) if more > 0 else "",
    }
    return Words(key=part.key, args=args)


def _line(item: Queued) -> Words:
    what = Words(key=f"item-{item.kind.value.replace('_', '-')}")
    return Words(key="item-line", args={"what": what, "number": item.case_number})


def _whom(ctx: Context, item: Queued) -> Reminded:
    times = ctx.house.district.queues[QUEUE_OF[item.kind]]
    since = item.created_at.astimezone(SHANGHAI).date()
    return reminded(since, ctx.today, times, ctx.house.days)


async def _owners(
    ctx: Context, unit: str, items: Sequence[Queued], *, besides: bool
) -> Mapping[PersonId, list[Queued]]:
    """``besides``: the head hears of them anyway, in a part of their own."""
    found: dict[PersonId, list[Queued]] = defaultdict(list)
    everybody = await officers_of(ctx, unit)
    unled = [o.person_id for o in everybody if not (besides and _is_head(o))]
    for item in items:
        owner = await handler_today(ctx, item.officer_id)
        there = owner is not None and owner.unit == unit
        for person in (owner.person_id,) if owner is not None and there else unled:
            found[person].append(item)
    return found


async def _heads(ctx: Context, unit: str) -> tuple[Officer, ...]:
    """The head of the unit; where there is none, the arrears office."""
    heads = tuple(filter(_is_head, await officers_of(ctx, unit)))
    office = ctx.house.district.arrears_office
    return heads or (await officers_of(ctx, office) if unit != office else ())


def _is_head(officer: Officer) -> bool:
    return officer.role is OfficerRole.HEAD
