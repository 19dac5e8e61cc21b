"""The clocks of cases, from their histories: of one case, or of many with few statements."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from casework.case import HOLDERS, Case
from casework.clocks import Clock, clocks, first_of_month, read_life
from casework.deadlines import SHANGHAI
from casework.happenings import MOVING
from casework.history import Event, EventKind
from handlers.context import Context

_TOLD = frozenset({EventKind.REMINDED, EventKind.ESCALATED})


@dataclass(frozen=True, kw_only=True)
class Running:
    """The clocks of a case, the earliest legal date first, and which notices were given of them."""

    clocks: tuple[Clock, ...]
    told: frozenset[str]


async def clocks_of(ctx: Context, case: Case) -> tuple[Clock, ...]:
    """The clocks of a case, the earliest legal date first."""
    events = await ctx.uow.history.of_kinds([case.id], MOVING)
    months = await ctx.uow.claims.last_months([case.id])
    return _clocks(ctx, case, events[case.id], months.get(case.id))


async def clocks_of_many(ctx: Context, cases: Sequence[Case]) -> Mapping[str, tuple[Clock, ...]]:
    """The clocks of many cases by case id."""
    running = await running_in(ctx, cases)
    return {case_id: each.clocks for case_id, each in running.items()}


async def running_in(ctx: Context, cases: Sequence[Case]) -> Mapping[str, Running]:
    """The same with the notices, by case id: three statements, however many cases there are.

    Of a case whose history is as it was when this was asked last, nothing is read or counted.
    """
    ids = [case.id for case in cases]
    heads = await ctx.uow.history.heads(ids)
    months = await ctx.uow.claims.last_months(ids)
    follow = {case.id: _follows_from(case, heads, months) for case in cases}
    remembered = ctx.house.remembered
    found: dict[str, Running] = {
        each: known
        for each in ids
        if (known := remembered.known(_PURPOSE, each, follow[each])) is not None
    }
    new = [case for case in cases if case.id not in found]
    events = await ctx.uow.history.of_kinds([c.id for c in new], MOVING | _TOLD) if new else {}
    for case in new:
        mine = events[case.id]
        running = Running(
            clocks=_clocks(ctx, case, mine, months.get(case.id)),
            told=frozenset(str(e.facts.get("notice", "")) for e in mine if e.kind in _TOLD),
        )
        remembered.keep(_PURPOSE, case.id, follow[case.id], running)
        found[case.id] = running
    return found


_PURPOSE = "running"


def _follows_from(case: Case, heads: Mapping[str, str], months: Mapping[str, str]) -> Hashable:
    """All that clocks are counted from: beside the history whose tracks they are, and a month."""
    units = tuple((track.kind, track.unit) for track in case.tracks)
    return heads[case.id], months.get(case.id), units


def _clocks(
    ctx: Context, case: Case, events: Iterable[Event], month: str | None
) -> tuple[Clock, ...]:
    life = read_life(case, events, SHANGHAI, employed_until=first_of_month(month))
    return clocks(life, ctx.house.statutes, ctx.house.days)


def nearest(found: Iterable[Clock]) -> Clock | None:
    """The earliest clock on the tracks that every case has: what its card shows."""
    dated = (c for c in found if c.due is not None and c.track in HOLDERS and c.is_duty)
    return next(dated, None)
