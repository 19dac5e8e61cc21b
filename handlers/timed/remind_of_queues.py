"""What waits in a queue: its owner is reminded, then the head, on mornings of working days."""

from collections import defaultdict
from collections.abc import Iterable

from casework.case import Case
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole, PersonId
from casework.queues import QUEUE_OF, Reminded, reminded
from casework.work import Due, WorkItem
from handlers.context import SHANGHAI, Context
from handlers.officer.show_inbox import item_lines
from handlers.officer.waiting import keep_unit
from handlers.on_duty import handler_today
from handlers.reminders import plan_reminder
from handlers.tell import tell_person, tell_unit

OFFICE_CLOSES = 18
MOST_LINES = 10


async def remind_of_queues(due: Due, ctx: Context) -> None:
    """One message to each owner in this unit, one to its head; the next morning again.

    Whoever wakes up outside office hours (a process that stood still) waits for the morning.
    """
    unit = str(due.facts["unit"])
    await keep_unit(ctx, unit)
    items = [i for i in await ctx.uow.work.open_of(unit) if i.kind in QUEUE_OF]
    if not items:
        return
    if _office_is_open(ctx):
        today = [(item, _whom(ctx, item)) for item in items]
        late = [item for item, whom in today if whom is not Reminded.NOBODY]
        for_head = [item for item, whom in today if whom is Reminded.HEAD]
        await _remind_owners(ctx, unit, late, besides_head=bool(for_head))
        await _tell_head(ctx, unit, for_head)
    await plan_reminder(ctx, unit)


def _office_is_open(ctx: Context) -> bool:
    here = ctx.now.astimezone(SHANGHAI)
    return ctx.house.days.is_working(ctx.today) and here.hour < OFFICE_CLOSES


def _whom(ctx: Context, item: WorkItem) -> Reminded:
    times = ctx.house.district.queues[QUEUE_OF[item.kind]]
    since = item.created_at.astimezone(SHANGHAI).date()
    return reminded(since, ctx.today, times, ctx.house.days)


async def _owner_of(ctx: Context, item: WorkItem, case: Case | None) -> Officer | None:
    """Who in the item's unit works on its case today; None: it is the whole unit's."""
    track = case.track_of(item.unit) if case else None
    officer = await handler_today(ctx, track.officer_id) if track else None
    return officer if officer is not None and officer.unit == item.unit else None


async def _remind_owners(
    ctx: Context, unit: str, items: Iterable[WorkItem], *, besides_head: bool
) -> None:
    """``besides_head``: the head hears of them anyway, in a message of their own."""
    of_person: dict[str, list[WorkItem]] = defaultdict(list)
    items = tuple(items)
    cases = {
        case.id: case
        for case in await ctx.uow.cases.these([i.case_id for i in items if i.case_id])
    }
    for item in items:
        owner = await _owner_of(ctx, item, cases.get(item.case_id or ""))
        of_person[owner.person_id if owner else ""].append(item)
    for person, theirs in of_person.items():
        told = await _reminder(ctx, unit, theirs, "queue-reminder")
        if not person:
            await tell_unit(ctx, unit, told, only=lambda o: not (besides_head and _is_head(o)))
        else:
            await tell_person(ctx, PersonId(person), told, purpose="card")


async def _tell_head(ctx: Context, unit: str, items: list[WorkItem]) -> None:
    """The head of the unit; where there is none, the arrears office."""
    if not items:
        return
    told = await _reminder(ctx, unit, items, "queue-reminder-head")
    office = ctx.house.district.arrears_office
    if not await tell_unit(ctx, unit, told, only=_is_head) and unit != office:
        await tell_unit(ctx, office, told)


def _is_head(officer: Officer) -> bool:
    return officer.role is OfficerRole.HEAD


async def _reminder(ctx: Context, unit: str, items: list[WorkItem], key: str) -> Reply:
    more = len(items) - MOST_LINES
    return Reply(
        key=key,
        args={
            "unit": ctx.house.unit(unit).name,
            "n": len(items),
            "items": await item_lines(ctx, items[:MOST_LINES]),
            "more": Words(key="inbox-more", args={"n": more}) if more > 0 else "",
        },
    )
