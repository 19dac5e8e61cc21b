"""Find the project that a worker's words or place mean; a choice is offered, never made silently."""

from dataclasses import dataclass

from casework.forms import Answers
from casework.ledger import Project
from casework.messages import Place
from casework.site_matches import as_rows, certain, coded
from handlers.context import Context


@dataclass(frozen=True, kw_only=True)
class FindSite:
    """The worker's words for the site."""

    words: str
    scanned: Project | None = None  # the site whose code was scanned before


def find_site(request: FindSite, ctx: Context) -> Answers:
    """What the conversation learns: one project, up to three to choose from, or none.

    Words that fit the scanned site too mean it; words that fit another one better are asked about.
    """
    matches = ctx.house.sites.find(request.words)
    sure, scanned = certain(matches), request.scanned
    if scanned is not None:
        other = sure is not None and sure.project.code != scanned.code
        if not other and scanned.code in {match.project.code for match in matches}:
            return {"project": scanned.code, "project_name": scanned.name}
        rest = (match for match in matches if match.project.code != scanned.code)
        return {"site_found": as_rows((*coded((scanned,)), *rest))}
    if sure is not None:
        return {"project": sure.project.code, "project_name": sure.project.name}
    return {"site_found": as_rows(matches)}


@dataclass(frozen=True, kw_only=True)
class FindSiteNearby:
    """A place that the worker shared."""

    place: Place


def find_site_nearby(request: FindSiteNearby, ctx: Context) -> tuple[str, ...]:
    """Projects within a kilometre to choose from, as rows; often there is none."""
    return as_rows(ctx.house.sites.near(request.place.latitude, request.place.longitude))


def streets_nearby(request: FindSiteNearby, ctx: Context) -> tuple[str, ...]:
    """The sub-districts of those projects: near a border there are several, and a person is asked."""
    matches = ctx.house.sites.near(request.place.latitude, request.place.longitude)
    streets = (match.project.sub_district for match in matches)
    return tuple(dict.fromkeys(filter(None, streets)))
