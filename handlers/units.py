"""How a unit is reached now: the district's files, and what people have changed since."""

from casework.directory import Unit, changed
from handlers.context import Context


async def unit_now(ctx: Context, code: str) -> Unit:
    """A unit with the telephone and the way of contact that hold now."""
    return changed(ctx.house.unit(code), await ctx.uow.units.of_unit(code))
