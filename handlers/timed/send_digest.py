"""The morning's one message to each officer: what is near, what is late, and what to do about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from casework.case import Case, Flag
from casework.history import Event, EventKind
from casework.messages import Arg, Reply, Words
from casework.people import PersonId
from casework.work import Due, DueKind, ItemKind
from handlers.context import SHANGHAI, Context
from handlers.officer.cards import duty_words, site_words
from handlers.tell import add_item, tell_person
from handlers.timed.levels import Levels

MOST_LINES = 12
"""Lines in full; of the rest the digest gives the numbers, of every one."""

NUMBERS = 120
"""Numbers to one message."""

URGENT = frozenset({Flag.EMERGENCY, Flag.MINOR})
"""Cases that wait for no office hours."""

_NOTICES = frozenset({EventKind.REMINDED, EventKind.ESCALATED})
_A_MINUTE = timedelta(minutes=1)


async def plan_digest(ctx: Context, day: date) -> None:
    """Right after the morning's watch; one that still waits takes this morning's in."""
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.DIGEST,
            key=DueKind.DIGEST,
            at=ctx.now,
            facts={"since": max(day, ctx.today).isoformat()},
        )
    )
    await ctx.uow.due.replan(DueKind.DIGEST, ctx.now)


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
    """Sort the notices by who has to hear of them, and send each person one message.

    A house that stood still and woke up in the evening waits for the morning, unless somebody is
    in danger.
    """
    lines = await _noticed(ctx, date.fromisoformat(str(due.facts["since"])))
    if lines and not ctx.is_office_time and not any(line.case.flags & URGENT for line in lines):
        # A minute after the morning's watch, whose notices then stand in the same message.
        later = replace(due, id=ctx.house.new_id(), at=ctx.office_time() + _A_MINUTE)
        await ctx.uow.due.plan(later)
        return
    levels = Levels(ctx)
    for_whom: dict[PersonId, list[_Line]] = defaultdict(list)
    for line in lines:
        whom = await levels.of(line.case, line.event)
        for officer in whom:
            for_whom[officer.person_id].append(line)
        if not whom:
            await _call(ctx, line)
    for person, theirs in for_whom.items():
        await _send(ctx, person, sorted(theirs, key=lambda line: line.order))


async def _noticed(ctx: Context, since: date) -> list[_Line]:
    """What the watch has written down since a day."""
    start = datetime.combine(since, time(), tzinfo=SHANGHAI)
    events = [
        event
        for event in await ctx.uow.history.between(start, ctx.now + _A_MINUTE, _NOTICES)
        if "notice" in event.facts and not str(event.facts["stage"]).startswith("worker")
    ]
    cases: dict[str, Case] = {}
    ids = list(dict.fromkeys(event.case_id for event in events))
    for first in range(0, len(ids), NUMBERS):
        found = await ctx.uow.cases.these(ids[first : first + NUMBERS])
        cases.update((case.id, case) for case in found)
    return [_Line(case=cases[event.case_id], event=event) for event in events]


async def _send(ctx: Context, person: PersonId, lines: list[_Line]) -> None:
    replies = await _digest(ctx, lines)
    told = [await tell_person(ctx, person, reply, purpose="card") for reply in replies]
    if not any(told):
        for line in lines:
            await _call(ctx, line)


async def _call(ctx: Context, line: _Line) -> None:
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


async def _digest(ctx: Context, lines: list[_Line]) -> list[Reply]:
    """The first lines in full, then the numbers of all others: none is left out."""
    shown, rest = lines[:MOST_LINES], _numbers(lines[MOST_LINES:])
    late = tuple([await _words(ctx, line) for line in shown if line.late])
    near = tuple([await _words(ctx, line) for line in shown if not line.late])
    more: dict[str, Arg] = {"n": len(lines) - len(shown), "numbers": " ".join(rest[:NUMBERS])}
    first = Reply(
        key="digest",
        args={
            "day": ctx.today,
            "late": Words(key="digest-late", args={"lines": late}) if late else "",
            "near": Words(key="digest-near", args={"lines": near}) if near else "",
            "more": Words(key="digest-more", args=more) if rest else "",
        },
    )
    return [
        first,
        *(
            Reply(key="digest-rest", args={"numbers": " ".join(rest[n : n + NUMBERS])})
            for n in range(NUMBERS, len(rest), NUMBERS)
        ),
    ]


def _numbers(lines: Iterable[_Line]) -> list[str]:
    return list(dict.fromkeys(line.case.number for line in lines))


async def _words(ctx: Context, line: _Line) -> Words:
    facts = line.event.facts
    name, _, number = str(facts["stage"]).partition("-")
    keys = {"late": f"digest-line-late-{number}", "elsewhere": "digest-line-elsewhere"}
    return Words(
        key=keys.get(name, "digest-line"),
        args={
            "number": line.case.number,
            "site": await site_words(ctx, line.case),
            "duty": duty_words(ctx.house.statutes[str(facts["clock"])]),
            "due": _day(ctx, date.fromisoformat(str(facts["notice"]).split(":")[2])),
            "unit": ctx.house.unit(str(facts["unit"])).name,
            "days": int(facts["days"]),
        },
    )


def _day(ctx: Context, day: date) -> date | Words:
    """A day past the last published calendar says that it may still move."""
    if ctx.house.days.is_certain(day):
        return day
    return Words(key="date-provisional", args={"date": day})
