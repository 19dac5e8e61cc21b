"""Route: the arrears office designates the lead unit; the worker hears to whom, why, when."""

from dataclasses import dataclass, replace

from casework.case import Case, Status, TrackKind
from casework.directory import Unit
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.routing import RoutingDecision
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, require
from handlers.officer.announce_case import announce_lead
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class RouteCase:
    """The unit that leads from now on, and why."""

    officer: Officer
    case: Case
    unit: str
    reason: str


async def route_case(request: RouteCase, ctx: Context) -> Reply:
    """Designate. The old holder keeps the case up to this very commit, the new one from it on."""
    officer, case = request.officer, request.case
    require(officer, OfficerRole.TRIAGE)
    unit = ctx.house.unit(request.unit)
    lead = case.track(TrackKind.LEAD_UNIT)
    before = lead.unit
    status = lead.status if lead.status in {Status.DRAFT, Status.RECEIVED} else Status.RECEIVED
    moved = replace(lead, unit=unit.code, officer_id=None, confirmed=True, status=status)
    case = case.with_track(moved)
    await ctx.uow.cases.save(case)
    earlier = await ctx.uow.routing.latest(case.id)
    decision = RoutingDecision(
        rule_id="DESIGNATED",
        rule_version=earlier.rule_version if earlier else "",
        source="《信访工作条例》第二十四条",
        lead=unit.code,
        assist=earlier.assist if earlier else (),
        facts_used={"before": before},
        alternatives=(before,),
        confirmed_by=officer.code,
        confirmed_at=ctx.now,
    )
    await ctx.uow.routing.add(case.id, decision)
    await record(
        ctx,
        case,
        EventKind.ROUTED,
        officer,
        track=TrackKind.LEAD_UNIT,
        facts={"from": before, "to": unit.code},
        personal={"reason": request.reason},
    )
    for kind in (ItemKind.DESIGNATE, ItemKind.OBJECTED, ItemKind.RECUSED):
        await finish_items(ctx, case, officer.unit, kind)
    await finish_items(ctx, case, before, ItemKind.NEW_CASE)
    await announce_lead(ctx, case)
    told = Reply(
        key="push-routed",
        args={
            "number": case.number,
            "unit": unit.name,
            "reason": request.reason,
            "day": ctx.today,
            "contact": contact(unit),
        },
    )
    reached = await tell_worker(ctx, case, told, what="routed")
    return Reply(key="routed", args={"told": reached, "number": case.number, "unit": unit.name})


def contact(unit: Unit) -> Words | str:
    """Where a unit is reached: only an office telephone that the district has confirmed."""
    if not unit.phone:
        return ""
    return Words(key="unit-contact", args={"unit": unit.name, "phone": unit.phone})
