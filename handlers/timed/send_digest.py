"""The morning's one message to each officer: limits that are near or late, and what waits.

Some officers to one unit of work, in the order of their ids: no lock is held for long, and a
process that is killed goes on with the next ones.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from casework.messages import Reply
from casework.people import PersonId
from casework.work import Due, DueKind, ItemKind
from handlers.context import Context
from handlers.tell import add_item, tell_person
from handlers.timed.levels import Levels
from handlers.timed.near_and_late import URGENT, Line, limit_parts, noticed
from handlers.timed.what_waits import Part, part_words, waiting_for

AT_ONCE = 5
"""Officers to one unit of work."""

_A_MINUTE = timedelta(minutes=1)


async def plan_digest(ctx: Context, day: date) -> None:
    """Right after the morning's watch; one that still waits takes this morning's in."""
    await _plan(ctx, DueKind.DIGEST, since=max(day, ctx.today).isoformat(), after="")
    await ctx.uow.due.replan(DueKind.DIGEST, ctx.now)


async def _plan(ctx: Context, key: str, **facts: str) -> None:
    new = ctx.house.new_id()
    await ctx.uow.due.plan(Due(id=new, kind=DueKind.DIGEST, key=key, at=ctx.now, facts=facts))


async def send_digest(due: Due, ctx: Context) -> None:
    """Sort by who has to hear of what, and send the next persons one message each.

    A house that stood still and woke up in the evening waits for the morning, unless somebody is
    in danger.
    """
    since, after = str(due.facts["since"]), str(due.facts.get("after", ""))
    lines = await noticed(ctx, date.fromisoformat(since))
    if lines and not ctx.is_office_time and not any(line.case.flags & URGENT for line in lines):
        # A minute after the morning's watch, whose notices then stand in the same message.
        later = replace(due, id=ctx.house.new_id(), at=ctx.office_time() + _A_MINUTE)
        await ctx.uow.due.plan(later)
        return
    limits = await _by_person(ctx, lines)
    waits = await waiting_for(ctx) if ctx.is_office_time else {}
    people = sorted(person for person in {*limits, *waits} if person > after)
    for person in people[:AT_ONCE]:
        theirs = sorted(limits.get(person, ()), key=lambda line: line.order)
        await _send(ctx, person, theirs, waits.get(person, ()))
    if people[AT_ONCE:]:
        last = people[AT_ONCE - 1]
        await _plan(ctx, f"{DueKind.DIGEST}:{since}:{last}", since=since, after=last)


async def _by_person(ctx: Context, lines: Sequence[Line]) -> Mapping[PersonId, list[Line]]:
    levels = Levels(ctx)
    for_whom: dict[PersonId, list[Line]] = defaultdict(list)
    for line in lines:
        whom = await levels.of(line.case, line.event)
        for officer in whom:
            for_whom[officer.person_id].append(line)
        if not whom:
            await _call(ctx, line)
    return for_whom


async def _send(
    ctx: Context, person: PersonId, lines: Sequence[Line], waits: Sequence[Part]
) -> None:
    said, rest = await limit_parts(ctx, lines)
    waiting = tuple([await part_words(ctx, part) for part in waits])
    first = Reply(key="digest", args={"day": ctx.today, **said, "waiting": waiting or ""})
    told = [await tell_person(ctx, person, reply, purpose="card") for reply in (first, *rest)]
    if not any(told):
        for line in lines:
            await _call(ctx, line)


async def _call(ctx: Context, line: Line) -> None:
    """Nobody of this level is in a chat: the arrears office finds it on its table."""
    await add_item(
        ctx,
        ItemKind.LATE_CLOCK,
        ctx.house.district.arrears_office,
        key=f"late:{line.case.id}:{line.event.facts['notice']}",
        case=line.case,
        due_at=ctx.next_office_morning(),
        stage=str(line.event.facts["stage"]),
    )
