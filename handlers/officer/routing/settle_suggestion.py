"""The arrears office decides about a suggested unit: that one, or it stays where it is."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer, OfficerRole
from casework.routing import RoutingDecision
from casework.suggestion import open_suggestion
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, require
from handlers.officer.route_case import RouteCase, route_case
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class SettleSuggestion:
    """``unit``: the one that stood on the button."""

    officer: Officer
    case: Case
    unit: str
    agreed: bool


async def settle_suggestion(request: SettleSuggestion, ctx: Context) -> Reply:
    """A button shows one unit and never means another: an older suggestion is refused."""
    officer, case = request.officer, request.case
    require(officer, OfficerRole.TRIAGE)
    suggested = open_suggestion(await ctx.uow.history.of_case(case.id))
    if suggested is None or not case.is_open:
        raise NotAllowed(code="error-already-done")
    if suggested.lead != request.unit:
        return Reply(key="error-suggestion-old", args={"number": case.number})
    if request.agreed:
        return await _move(ctx, officer, case, suggested)
    await record(ctx, case, EventKind.UNIT_KEPT, officer, facts={"unit": case.holder})
    await finish_items(ctx, case, officer.unit, ItemKind.REROUTE)
    unit = ctx.house.unit(case.holder).name
    return Reply(key="unit-kept", args={"number": case.number, "unit": unit})


async def _move(ctx: Context, officer: Officer, case: Case, suggested: RoutingDecision) -> Reply:
    """The facts on which it rests become the case's, then it is designated like any other."""
    used = suggested.facts_used
    case = replace(
        case,
        project_class=used.get("class", ""),
        industry=used.get("industry", ""),
        sub_district=used.get("sub_district", ""),
    )
    request = RouteCase(
        officer=officer,
        case=case,
        unit=suggested.lead,
        reason=suggested.source,
        basis=suggested,
    )
    return await route_case(request, ctx)
