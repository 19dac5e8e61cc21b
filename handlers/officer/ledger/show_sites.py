"""A card for a site or a firm: open cases, what is owed and what came, when its board was seen.

Figures are of the cases that the officer may open, by the computation of every report; nobody's
name is on the card.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from casework.access import open_for_officer
from casework.boards import last_inspection
from casework.case import Case
from casework.cases import SaidAs
from casework.errors import NotFound
from casework.ledger import Project, SiteFirms
from casework.ledger_import import words_key
from casework.messages import Arg, Reply, Words
from casework.people import Officer
from casework.said_names import SHORTEST_NAME
from casework.site_matches import certain
from casework.tally import sums_of
from handlers.board_work import in_short
from handlers.context import Context
from handlers.statistics import figures_now
from handlers.sums import sums_args

MOST_LINES = 8
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class ShowSite:
    """What the officer calls it: a name, a code, or a firm."""

    officer: Officer
    words: str


async def show_project(request: ShowSite, ctx: Context) -> Reply:
    """The card of the one site that is meant; otherwise those that may be."""
    coded = ctx.house.sites.coded(request.words)
    matches = ctx.house.sites.find(request.words)
    sure = certain(matches)
    project = coded[0] if len(coded) == 1 else sure.project if sure else None
    if project is None:
        return _which([match.project for match in matches])
    cases = await _seen(ctx, request.officer, await _at(ctx, project.code))
    return Reply(
        key="site-card",
        args={
            "name": project.name,
            "code": project.code,
            "firm": project.general_contractor or Words(key="ledger-no-firm"),
            "board": await _board(ctx, project),
            "alike": await _called_alike(ctx, request.officer, project),
            **await _figures(ctx, cases),
        },
    )


async def _board(ctx: Context, project: Project) -> Words:
    """The last inspection: by an officer here, or else the day that the ledger's keeper wrote."""
    seen = last_inspection(await ctx.uow.boards.of_project(project.code))
    written = project.site.board_inspected_on
    if seen is not None:
        day = seen.seen_on or seen.at.date()
        return Words(key="site-board-seen", args={"day": day, "missing": in_short(seen)})
    if written is not None:
        return Words(key="site-board-written", args={"day": written})
    return Words(key="site-board-never")


async def _called_alike(ctx: Context, officer: Officer, project: Project) -> Words | str:
    """Cases that no officer has put to a site yet, whose worker calls it by this one's names."""
    names = (project.name, *project.aliases)
    said = await ctx.uow.cases.said_as(SaidAs.SITE, *names)
    loose = await _seen(ctx, officer, [case for case in said if not case.project_code])
    if not loose:
        return ""
    return Words(key="site-alike", args={"n": len(loose), "cases": tuple(_numbers(loose))})


async def show_employer(request: ShowSite, ctx: Context) -> Reply:
    """The card of a firm: where it builds by the ledger, and whom workers named it to."""
    wanted = words_key(request.words)
    if len(wanted) < SHORTEST_NAME:
        raise NotFound
    sites = {
        code: site
        for code, site in (await ctx.uow.ledger.firms()).items()
        if any(wanted in words_key(firm) for firm in site.all)
    }
    firms = [f for site in sites.values() for f in site.all if wanted in words_key(f)]
    named = await ctx.uow.cases.said_as(SaidAs.EMPLOYER, request.words, *firms)
    there = [case for code in sites for case in await _at(ctx, code)]
    both = {case.id: case for case in (*there, *named)}
    cases = await _seen(ctx, request.officer, both.values())
    if not sites and not cases:
        return Reply(key="employer-none", args={"name": request.words})
    said = {case.id for case in named}
    names = dict.fromkeys(case.said.employer for case in cases if case.id in said)
    return Reply(
        key="employer-card",
        args={
            "name": request.words,
            "where": Words(key="employer-sites", args={"n": len(sites)})
            if sites
            else Words(key="employer-no-sites"),
            "sites": tuple(_site(code, site.name) for code, site in [*sites.items()][:MOST_LINES]),
            "board": _newest_board(sites.values()) if sites else "",
            "said": sum(case.id in said for case in cases),
            "names": Words(key="employer-names", args={"names": "、".join([*names][:MOST_LINES])})
            if names
            else "",
            **await _figures(ctx, cases),
        },
    )


def _newest_board(sites: Iterable[SiteFirms]) -> Words:
    """The last inspection at any of its sites."""
    seen = [(site.inspected_on, site.name) for site in sites if site.inspected_on is not None]
    if not seen:
        return Words(key="site-board-never")
    day, name = max(seen)
    return Words(key="employer-board", args={"day": day, "name": name})


def _which(projects: list[Project]) -> Reply:
    if not projects:
        return Reply(key="ledger-none")
    return Reply(
        key="ledger-which", args={"sites": tuple(_site(p.code, p.name) for p in projects)}
    )


def _site(code: str, name: str) -> Words:
    return Words(key="site-line", args={"name": name, "code": code})


async def _at(ctx: Context, code: str) -> tuple[Case, ...]:
    return await ctx.uow.cases.at_project(code, _EVER)


async def _seen(ctx: Context, officer: Officer, cases: Iterable[Case]) -> list[Case]:
    """The filed cases among them that the officer may open."""
    seen = []
    for case in cases:
        parties = await ctx.uow.cases.parties(case.id)
        try:
            open_for_officer(case, parties, officer, ctx.house.district)
        except NotFound:
            continue
        if case.filed_at is not None:
            seen.append(case)
    return seen


async def _figures(ctx: Context, cases: list[Case]) -> dict[str, Arg]:
    figures = await figures_now(ctx, [case.id for case in cases])
    still = [case for case in cases if case.is_open]
    lines = tuple(_numbers(still)) or (Words(key="stats-none"),)
    return {**sums_args(sums_of(figures)), "cases": lines}


def _numbers(cases: list[Case]) -> list[Words]:
    return [Words(key="label-text", args={"text": case.number}) for case in cases[:MOST_LINES]]
