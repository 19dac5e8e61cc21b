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
from handlers.officer.acting import require
from handlers.officer.announce_case import announce_lead
from handlers.record import record
from handlers.tell import tell_worker
from handlers.units import unit_now


@dataclass(frozen=True, kw_only=True)
class RouteCase:
    """The unit that leads from now on, and why; ``basis``: the suggestion that it rests on."""

    officer: Officer
    case: Case
    unit: str
    reason: str
    basis: RoutingDecision | None = None


async def route_case(request: RouteCase, ctx: Context) -> Reply:
    """Designate. The old holder keeps the case up to this very commit, the new one from it on."""
    officer, case = request.officer, request.case
    require(officer, OfficerRole.TRIAGE)
    unit = await unit_now(ctx, request.unit)
    lead = case.track(TrackKind.LEAD_UNIT)
    before = lead.unit
    status = lead.status if lead.status in {Status.DRAFT, Status.RECEIVED} else Status.RECEIVED
    moved = replace(lead, unit=unit.code, officer_id=None, confirmed=True, status=status)
    case = case.with_track(moved)
    await ctx.uow.cases.save(case)
    await ctx.uow.routing.add(case.id, await _decision(request, ctx, before))
    await record(
        ctx,
        case,
        EventKind.ROUTED,
        officer,
        track=TrackKind.LEAD_UNIT,
        facts={"from": before, "to": unit.code},
        personal={"reason": request.reason},
    )
    await _clear_tables(ctx, case, before)
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


async def _decision(request: RouteCase, ctx: Context, before: str) -> RoutingDecision:
    """What the office designates by itself, or by the table's suggestion; never without a name."""
    earlier = await ctx.uow.routing.latest(request.case.id)
    by_hand = RoutingDecision(
        rule_id="DESIGNATED",
        rule_version=earlier.rule_version if earlier else "",
        source="《信访工作条例》第二十四条",
        lead=request.unit,
        assist=earlier.assist if earlier else (),
        alternatives=(before,),
    )
    decision = request.basis or by_hand
    return replace(
        decision,
        facts_used={**decision.facts_used, "before": before},
        confirmed_by=request.officer.code,
        confirmed_at=ctx.now,
    )


async def _clear_tables(ctx: Context, case: Case, before: str) -> None:
    """What waited for this decision is done; what the worker asked for goes with the case."""
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.kind in _DECIDED or (item.unit == before and item.kind in _OF_THE_LEAD):
            await ctx.uow.work.finish(item.id, ctx.now)
        elif item.unit == before and item.kind in _GOES_WITH_THE_CASE:
            await ctx.uow.work.give(item.id, case.holder)


_DECIDED = frozenset(
    {
        ItemKind.DESIGNATE,
        ItemKind.OBJECTED,
        ItemKind.UNIT_EMPTY,
        ItemKind.TRANSFER_OUT,
        ItemKind.REROUTE,
    }
)
_OF_THE_LEAD = frozenset(
    {
        ItemKind.NEW_CASE,
        ItemKind.UNASSIGNED,
        ItemKind.RECUSED,
        ItemKind.PERSON_LEFT,
        ItemKind.PRINT_AND_HAND_OVER,
    }
)
_GOES_WITH_THE_CASE = frozenset({ItemKind.PERSON_ASKED, ItemKind.UNREAD, ItemKind.PROMISE_DUE})


def contact(unit: Unit) -> Words | str:
    """Where a unit is reached: only an office telephone that the district has confirmed."""
    if not unit.phone:
        return ""
    return Words(key="unit-contact", args={"unit": unit.name, "phone": unit.phone})
