"""A card for a site or a firm: open cases, what is owed and what came, when its board was seen.

Figures are of the cases that the officer may open; nobody's name is on the card.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from casework.access import open_for_officer
from casework.balance import CaseMoney, money_of
from casework.boards import last_inspection
from casework.case import Case
from casework.errors import NotFound
from casework.ledger import Project, firms_of
from casework.ledger_import import words_key
from casework.messages import Arg, Money, Reply, Words
from casework.people import Officer
from casework.site_matches import certain
from handlers.board_work import in_short
from handlers.context import Context

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
    cases = await _seen(ctx, request.officer, await _at(ctx, project))
    seen = last_inspection(await ctx.uow.boards.of_project(project.code))
    board = (
        Words(
            key="site-board-seen",
            args={"day": seen.seen_on or seen.at.date(), "missing": in_short(seen)},
        )
        if seen
        else Words(key="site-board-never")
    )
    return Reply(
        key="site-card",
        args={
            "name": project.name,
            "code": project.code,
            "firm": project.general_contractor or Words(key="ledger-no-firm"),
            "board": board,
            **await _figures(ctx, cases),
        },
    )


async def show_employer(request: ShowSite, ctx: Context) -> Reply:
    """The card of a firm: every site of the ledger where it builds, with the cases there."""
    wanted = words_key(request.words)
    if len(wanted) < 2:
        raise NotFound
    projects = [p for p in await ctx.uow.ledger.all() if _names(p, wanted)]
    if not projects:
        return Reply(key="employer-none", args={"name": request.words})
    found = [case for project in projects for case in await _at(ctx, project)]
    cases = await _seen(ctx, request.officer, found)
    return Reply(
        key="employer-card",
        args={
            "name": request.words,
            "n": len(projects),
            "sites": tuple(map(_site, projects[:MOST_LINES])),
            **await _figures(ctx, cases),
        },
    )


def _names(project: Project, wanted: str) -> bool:
    return any(wanted in words_key(firm) for firm in firms_of(project))


def _which(projects: list[Project]) -> Reply:
    if not projects:
        return Reply(key="ledger-none")
    return Reply(key="ledger-which", args={"sites": tuple(map(_site, projects))})


def _site(project: Project) -> Words:
    return Words(key="site-line", args={"name": project.name, "code": project.code})


async def _at(ctx: Context, project: Project) -> tuple[Case, ...]:
    return await ctx.uow.cases.at_project(project.code, _EVER)


async def _seen(ctx: Context, officer: Officer, cases: Iterable[Case]) -> list[Case]:
    seen = []
    for case in cases:
        parties = await ctx.uow.cases.parties(case.id)
        try:
            open_for_officer(case, parties, officer, ctx.house.district)
        except NotFound:
            continue
        seen.append(case)
    return seen


async def _figures(ctx: Context, cases: list[Case]) -> dict[str, Arg]:
    money = [await _money(ctx, case) for case in cases]
    wholes = [each.whole for each in money]
    owed = [whole.owed for whole in wholes if whole.owed is not None]
    still = [case for case in cases if case.is_open]
    low, high = sum(each.low for each in owed), sum(each.high for each in owed)
    key = "stats-sum" if low == high else "stats-sums"
    sums = {"low": Money(fen=low), "high": Money(fen=high)}
    args = {"sum": Money(fen=low)} if low == high else sums
    return {
        "open": len(still),
        "all": len(cases),
        "owed": Words(key=key, args=args),
        "unnamed": len(cases) - len(owed),
        "paid": Money(fen=sum(whole.paid for whole in wholes)),
        "cases": tuple(
            Words(key="label-text", args={"text": case.number}) for case in still[:MOST_LINES]
        )
        or (Words(key="stats-none"),),
    }


async def _money(ctx: Context, case: Case) -> CaseMoney:
    claims = await ctx.uow.claims.of_case(case.id)
    return money_of(claims, await ctx.uow.claims.payments_of(case.id))
