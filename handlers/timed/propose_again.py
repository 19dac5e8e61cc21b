"""The ledger has changed: open cases whose facts are others now go before the arrears office."""

from collections.abc import Mapping

from casework.case import Case, TrackKind
from casework.ledger import Project
from casework.routing import RoutingDecision, RoutingFacts, route
from casework.suggestion import newest_facts
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.officer.routing.suggest_unit import SuggestUnit, suggest_unit

AT_ONCE = 50
"""Cases to one unit of work, so that no lock is held for long."""

_WATCHED = ("class", "sub_class", "industry", "owner_unit", "sub_district")


async def plan_propose_again(ctx: Context, version: int, *, after: str = "") -> None:
    """One row for a version of the ledger and a place in the list of cases, however many plan it."""
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.LEDGER_CHANGED,
            key=f"{DueKind.LEDGER_CHANGED}:{version}:{after}",
            at=ctx.now,
            facts={"version": version, "after": after},
        )
    )


async def propose_again(due: Due, ctx: Context) -> None:
    """Some cases, then the next; a case whose facts stayed the same is left in peace.

    Where a person has put a case elsewhere than the table says, only a change of the facts
    asks again.
    """
    cases = await ctx.uow.cases.after(str(due.facts["after"]), limit=AT_ONCE)
    for case in cases:
        await _look_at(ctx, case)
    if len(cases) == AT_ONCE:
        await plan_propose_again(ctx, int(due.facts["version"]), after=cases[-1].number)


async def _look_at(ctx: Context, case: Case) -> None:
    lead = case.track(TrackKind.LEAD_UNIT)
    if not case.project_code or case.filed_at is None or not lead.is_open:
        return
    project = await ctx.uow.ledger.get(case.project_code)
    if project is None:
        return
    decision = _decision(ctx, project)
    if _same(await _known(ctx, case), decision.facts_used):
        return
    now = await ctx.uow.cases.get(case.id)  # locked: it may have moved since the page was read
    if now is not None:
        await suggest_unit(SuggestUnit(case=now, decision=decision, by=None, words={}), ctx)


def _decision(ctx: Context, project: Project) -> RoutingDecision:
    facts = RoutingFacts(construction=True, project=project, outside=False)
    return route(facts, ctx.house.district, ctx.house.rules)


async def _known(ctx: Context, case: Case) -> Mapping[str, str]:
    """What the newest suggestion rests on, else the decision, else what stood when it was filed."""
    suggested = newest_facts(await ctx.uow.history.of_case(case.id))
    if suggested is not None:
        return suggested
    decision = await ctx.uow.routing.latest(case.id)
    filed = {
        "class": case.project_class,
        "industry": case.industry,
        "sub_district": case.sub_district,
    }
    return {**filed, **(decision.facts_used if decision else {})}


def _same(known: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """A fact that nobody wrote down then is none that has changed."""
    return all(known.get(name, now.get(name, "")) == now.get(name, "") for name in _WATCHED)
