"""The morning's one message to each officer: what is near, what is late, and what to do about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casework.case import Case
from casework.history import Event, EventKind
from casework.messages import Reply, Urgency, Words
from casework.people import Officer, OfficerRole, PersonId
from casework.work import Due, DueKind
from handlers.context import SHANGHAI, Context
from handlers.officer.cards import site_words
from handlers.on_duty import handler_today, officers_of
from handlers.tell import tell_person

MOST_LINES = 12
_NOTICES = frozenset({EventKind.REMINDED, EventKind.ESCALATED})


async def plan_digest(ctx: Context, day: date) -> None:
    """Right after the morning's watch; once a day."""
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.DIGEST,
            key=f"{DueKind.DIGEST}:{day.isoformat()}",
            at=ctx.now,
            facts={"since": ctx.now.astimezone(SHANGHAI).date().isoformat()},
        )
    )


@dataclass(frozen=True, kw_only=True)
class _Line:
    case: Case
    event: Event

    @property
    def late(self) -> bool:
        return self.event.kind is EventKind.ESCALATED

    @property
    def order(self) -> tuple[bool, int, str]:
        days = int(self.event.facts["days"])
        return (not self.late, -days if self.late else days, self.case.number)


async def send_digest(due: Due, ctx: Context) -> None:
    """Sort the morning's notices by who has to hear of them, and send each person one message."""
    since = date.fromisoformat(str(due.facts["since"]))
    for_whom: dict[PersonId, list[_Line]] = defaultdict(list)
    for event in await ctx.uow.history.between(
        _midnight(since), _midnight(since + timedelta(days=1)), _NOTICES
    ):
        if "notice" not in event.facts or str(event.facts["stage"]).startswith("worker"):
            continue
        case = await ctx.uow.cases.get(event.case_id)
        if case is None:
            continue
        for officer in await _who(ctx, case, event):
            for_whom[officer.person_id].append(_Line(case=case, event=event))
    for person, lines in for_whom.items():
        await tell_person(
            ctx, person, await _digest(ctx, lines), urgency=Urgency.PUSH, purpose="card"
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=SHANGHAI)


async def _who(ctx: Context, case: Case, event: Event) -> tuple[Officer, ...]:
    """The handler; once it is late the head of the unit, the arrears office, the supervisors.

    A unit that nobody works for in the chat is reminded through the case's holder, and that one
    through the arrears office.
    """
    unit, office = str(event.facts["unit"]), ctx.house.district.arrears_office
    level = int(str(event.facts["stage"]).rpartition("-")[2]) if event.kind is _LATE else 0
    if level == 3:
        return await _supervisors(ctx)
    if level == 2:
        return await officers_of(ctx, office)
    for each in dict.fromkeys((unit, case.holder, office)):
        there = await officers_of(ctx, each)
        if not there:
            continue
        if level == 1:
            heads = tuple(o for o in there if o.role is OfficerRole.HEAD)
            return heads or there
        track = case.track_of(each)
        handler = await handler_today(ctx, track.officer_id) if track else None
        return (handler,) if handler is not None else there
    return ()


_LATE = EventKind.ESCALATED


async def _supervisors(ctx: Context) -> tuple[Officer, ...]:
    found = []
    for unit in ctx.house.district.units:
        found += [o for o in await officers_of(ctx, unit) if o.role is OfficerRole.SUPERVISOR]
    return tuple(found)


async def _digest(ctx: Context, lines: Iterable[_Line]) -> Reply:
    ordered = sorted(lines, key=lambda line: line.order)
    shown = ordered[:MOST_LINES]
    late = tuple([await _words(ctx, line) for line in shown if line.late])
    near = tuple([await _words(ctx, line) for line in shown if not line.late])
    more = len(ordered) - len(shown)
    return Reply(
        key="digest",
        args={
            "day": ctx.today,
            "late": Words(key="digest-late", args={"lines": late}) if late else "",
            "near": Words(key="digest-near", args={"lines": near}) if near else "",
            "more": Words(key="digest-more", args={"n": more}) if more > 0 else "",
        },
    )


async def _words(ctx: Context, line: _Line) -> Words:
    facts = line.event.facts
    name, _, number = str(facts["stage"]).partition("-")
    return Words(
        key=f"digest-line-late-{number}" if name == "late" else "digest-line",
        args={
            "number": line.case.number,
            "site": await site_words(ctx, line.case),
            "duty": ctx.house.statutes[str(facts["clock"])].duty,
            "due": date.fromisoformat(str(facts["notice"]).split(":")[2]),
            "unit": ctx.house.unit(str(facts["unit"])).name,
            "days": int(facts["days"]),
        },
    )
