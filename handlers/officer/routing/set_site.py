"""/site: an officer says which project of the ledger a case is about. It moves nothing by itself."""

from dataclasses import dataclass, replace

from casework.case import Case, TrackKind
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.ledger import Project
from casework.messages import Reply, Words
from casework.people import Officer
from casework.routing import RoutingFacts, route
from casework.site_matches import as_rows, certain
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.officer.routing.save_alias import alias_button
from handlers.officer.routing.suggest_unit import SuggestUnit, suggest_unit
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class SetSite:
    """A site code, or words for the site."""

    officer: Officer
    case: Case
    words: str


async def set_site(request: SetSite, ctx: Context) -> Reply:
    """One project beyond doubt is noted; otherwise its candidates are named, to be told by code."""
    officer, case = request.officer, request.case
    working(officer)
    track_of(case, officer)
    if not case.track(TrackKind.LEAD_UNIT).is_open or case.filed_at is None:
        raise NotAllowed(code="error-site-not-now")
    project = await _meant(request, ctx)
    if project is None:
        return _candidates(request, ctx)
    if project.code == case.project_code:
        args = {"number": case.number, "name": project.name}
        return Reply(key="site-set-already", args=args, buttons=alias_button(case, project))
    return await _noted(ctx, officer, case, project)


async def _meant(request: SetSite, ctx: Context) -> Project | None:
    """A code names one; words only where the search is sure. As it stands in the ledger now."""
    coded = ctx.house.sites.coded(request.words)
    sure = certain(ctx.house.sites.find(request.words))
    code = coded[0].code if len(coded) == 1 else sure.project.code if sure else request.words
    return await ctx.uow.ledger.get(code)


def _candidates(request: SetSite, ctx: Context) -> Reply:
    rows = as_rows(ctx.house.sites.find(request.words))
    lines = tuple(
        Words(
            key="site-candidate", args=dict(zip(("code", "name"), row.split("|", 1), strict=True))
        )
        for row in rows
    )
    key = "site-which" if lines else "site-none"
    return Reply(key=key, args={"number": request.case.number, "lines": lines})


async def _noted(ctx: Context, officer: Officer, case: Case, project: Project) -> Reply:
    before = case.project_code or ""
    decision = route(
        RoutingFacts(construction=True, project=project, outside=False),
        ctx.house.district,
        ctx.house.rules,
    )
    used = decision.facts_used
    case = replace(
        case,
        project_code=project.code,
        project_class=used.get("class", ""),
        industry=used.get("industry", ""),
        sub_district=used.get("sub_district", ""),
        outside=False,
    )
    await ctx.uow.cases.save(case)
    facts = {"project": project.code, "before": before}
    await record(ctx, case, EventKind.CORRECTED, officer, facts=facts)
    request = SuggestUnit(case=case, decision=decision, by=officer, words={})
    proposed = await suggest_unit(request, ctx)
    told = Reply(key="push-site-set", args={"number": case.number, "name": project.name})
    reached = await tell_worker(ctx, case, told, what="site")
    unit = ctx.house.unit(decision.lead).name
    return Reply(
        key="site-set",
        args={
            "number": case.number,
            "name": project.name,
            "next": Words(key="site-set-proposed", args={"unit": unit})
            if proposed and decision.sure
            else Words(key="site-set-stays", args={"unit": ctx.house.unit(case.holder).name}),
            "told": reached,
        },
        buttons=alias_button(case, project),
    )
