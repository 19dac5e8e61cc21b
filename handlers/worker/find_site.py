"""Find the project that a worker's words or place mean; a choice is offered, never made silently."""

from dataclasses import dataclass

from casework.forms import Answers
from casework.messages import Place
from casework.site_matches import as_rows, certain
from handlers.context import Context


@dataclass(frozen=True, kw_only=True)
class FindSite:
    """The worker's words for the site."""

    words: str


def find_site(request: FindSite, ctx: Context) -> Answers:
    """What the conversation learns: one project, up to three to choose from, or none."""
    matches = ctx.house.sites.find(request.words)
    sure = certain(matches)
    if sure is not None:
        return {"project": sure.project.code, "project_name": sure.project.name}
    return {"site_found": as_rows(matches)}


@dataclass(frozen=True, kw_only=True)
class FindSiteNearby:
    """A place that the worker shared."""

    place: Place


def find_site_nearby(request: FindSiteNearby, ctx: Context) -> Answers | None:
    """Projects within a kilometre to choose from; None where there is none: nothing is forced."""
    matches = ctx.house.sites.near(request.place.latitude, request.place.longitude)
    if not matches:
        return None
    return {"place_kind": "site", "site_found": as_rows(matches)}
