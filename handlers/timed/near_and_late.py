"""What the morning's watch has written down: one line for each limit that is near or late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casework.case import Case, Flag
from casework.deadlines import SHANGHAI
from casework.history import Event, EventKind
from casework.messages import Arg, Reply, Words
from handlers.context import Context
from handlers.officer.cards import duty_words, site_words

MOST_LINES = 12
"""Lines in full; of the rest the digest gives the numbers, of every one."""

NUMBERS = 120
"""Numbers to one message."""

URGENT = frozenset({Flag.EMERGENCY, Flag.MINOR})
"""Cases that wait for no office hours."""

_NOTICES = frozenset({EventKind.REMINDED, EventKind.ESCALATED})
_A_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A notice and its case."""

    case: Case
    event: Event

    @property
    def late(self) -> bool:
        """Whether the limit is over."""
        return self.event.kind is EventKind.ESCALATED

    @property
    def order(self) -> tuple[bool, int, str]:
        """The latest first, then the nearest."""
        days = int(self.event.facts["days"])
        return (not self.late, -days if self.late else days, self.case.number)


async def noticed(ctx: Context, since: date) -> list[Line]:
    """What officers have to hear of since a day."""
    start = datetime.combine(since, time(), tzinfo=SHANGHAI)
    events = [
        event
        for event in await ctx.uow.history.between(start, ctx.now + _A_MINUTE, _NOTICES)
        if "notice" in event.facts and not str(event.facts["stage"]).startswith("worker")
    ]
    ids = list(dict.fromkeys(event.case_id for event in events))
    cases = {case.id: case for case in await ctx.uow.cases.these(ids)}
    return [Line(case=cases[event.case_id], event=event) for event in events]


async def limit_parts(ctx: Context, lines: Sequence[Line]) -> tuple[dict[str, Arg], list[Reply]]:
    """What the digest says of limits, and the messages for numbers that it has no room for."""
    shown, rest = lines[:MOST_LINES], _numbers(lines[MOST_LINES:])
    late = tuple([await _words(ctx, line) for line in shown if line.late])
    near = tuple([await _words(ctx, line) for line in shown if not line.late])
    more: dict[str, Arg] = {"n": len(lines) - len(shown), "numbers": " ".join(rest[:NUMBERS])}
    said: dict[str, Arg] = {
        "late": Words(key="digest-late", args={"lines": late}) if late else "",
        "near": Words(key="digest-near", args={"lines": near}) if near else "",
        "more": Words(key="digest-more", args=more) if rest else "",
    }
    return said, [
        Reply(key="digest-rest", args={"numbers": " ".join(rest[n : n + NUMBERS])})
        for n in range(NUMBERS, len(rest), NUMBERS)
    ]


def _numbers(lines: Iterable[Line]) -> list[str]:
    return list(dict.fromkeys(line.case.number for line in lines))


async def _words(ctx: Context, line: Line) -> Words:
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
            "span": _span(line.event),
        },
    )


def _span(event: Event) -> Words:
    """How many days, and by which calendar."""
    key = "digest-calendar-days" if event.facts.get("urgent") else "digest-working-days"
    return Words(key=key, args={"days": int(event.facts["days"])})


def _day(ctx: Context, day: date) -> date | Words:
    """A day past the last published calendar says that it may still move."""
    if ctx.house.days.is_certain(day):
        return day
    return Words(key="date-provisional", args={"date": day})
