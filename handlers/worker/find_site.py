"""Find the project that a worker's words mean; a choice is offered, never made silently."""

from dataclasses import dataclass

from casework.forms import Answers
from handlers.context import Context

CERTAIN = 0.95
"""From this score on, and with nothing near it, a match goes into the read-back unasked."""

FAR_ENOUGH = 0.25
"""How much worse the second candidate has to be."""

MOST = 3


@dataclass(frozen=True, kw_only=True)
class FindSite:
    """The worker's words for the site."""

    words: str


def find_site(request: FindSite, ctx: Context) -> Answers:
    """What the conversation learns: one project, up to three to choose from, or none."""
    matches = ctx.house.sites.find(request.words)[:MOST]
    if not matches:
        return {"site_found": ()}
    best, others = matches[0], matches[1:]
    alone = not others or best.score - others[0].score >= FAR_ENOUGH
    if best.score >= CERTAIN and alone:
        return {"project": best.project.code, "project_name": best.project.name}
    return {"site_found": tuple(f"{m.project.code}|{m.project.name}" for m in matches)}
