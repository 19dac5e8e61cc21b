"""The clocks of cases, from their histories: of one case, or of many with few statements."""

from collections.abc import Iterable, Mapping, Sequence

from casework.case import HOLDERS, Case
from casework.clocks import Clock, clocks, first_of_month, read_life
from casework.happenings import MOVING
from casework.history import Event
from handlers.context import SHANGHAI, Context


async def clocks_of(ctx: Context, case: Case) -> tuple[Clock, ...]:
    """The clocks of a case, the earliest legal date first."""
    return (await clocks_of_many(ctx, (case,)))[case.id]


async def clocks_of_many(ctx: Context, cases: Sequence[Case]) -> Mapping[str, tuple[Clock, ...]]:
    """The clocks of many cases by case id: two statements, however many they are."""
    ids = [case.id for case in cases]
    return await clocks_from(ctx, cases, await ctx.uow.history.of_kinds(ids, MOVING))


async def clocks_from(
    ctx: Context, cases: Sequence[Case], events: Mapping[str, Iterable[Event]]
) -> Mapping[str, tuple[Clock, ...]]:
    """The same from events that somebody has read already; more kinds than needed do no harm."""
    ids = [case.id for case in cases]
    months = await ctx.uow.claims.last_months(ids)
    statutes, days = ctx.house.statutes, ctx.house.days
    return {
        case.id: clocks(
            read_life(
                case,
                events[case.id],
                SHANGHAI,
                employed_until=first_of_month(months.get(case.id)),
            ),
            statutes,
            days,
        )
        for case in cases
    }


def nearest(found: Iterable[Clock]) -> Clock | None:
    """The earliest clock on the tracks that every case has: what its card shows."""
    dated = (c for c in found if c.due is not None and c.track in HOLDERS and c.is_duty)
    return next(dated, None)
