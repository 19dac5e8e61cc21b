"""Whether the unit that holds a case may say 不归我们 today, read from the case's history."""

from casework.case import Case, TrackKind
from casework.hands import hands
from casework.objections import RightToObject, right_to_object
from handlers.context import Context


async def standing_of(ctx: Context, case: Case) -> RightToObject:
    """The right of the unit that holds the case now, and the last day of it."""
    held = hands(await ctx.uow.history.of_case(case.id))
    statute = ctx.house.statutes["XF-4"]
    lead = case.track(TrackKind.LEAD_UNIT)
    return right_to_object(lead, held, ctx.today, statute, ctx.house.days)
