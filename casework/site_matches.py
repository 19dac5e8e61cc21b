"""When a match of the search is taken, when people are asked, and when nothing is offered.

The three bounds stand here together. Below ``OFFERED`` a project is not even shown; from there on
it is a button; only from ``CERTAIN`` on, and with nothing near it, a project goes into the
read-back unasked, where its full name is read out before anything is filed. So nothing is ever
attached in silence, and never on a guess.
"""

import re
from collections import Counter

from casework.ledger import FoundBy, Project, SiteMatch

OFFERED = 0.55
"""Below it half of the words fit nothing; on the sample ledger that is where strangers begin."""

CERTAIN = 0.95
"""From this score on a match needs no question of its own."""

FAR_ENOUGH = 0.25
"""How much worse the second candidate has to be; closer, people are asked."""

MOST = 3
"""As many buttons as fit under 「是下面哪一个」 on a small phone."""


_DISTANCE = re.compile(r"（\d+ 米）$")


def certain(matches: tuple[SiteMatch, ...]) -> SiteMatch | None:
    """The one match that may go into the read-back unasked.

    A shared place never does: whoever stands beside a gate may have worked behind the next one.
    """
    if not matches or matches[0].found_by is FoundBy.DISTANCE:
        return None
    best, others = matches[0], matches[1:]
    alone = not others or best.score - others[0].score >= FAR_ENOUGH
    return best if alone and best.score >= CERTAIN else None


def coded(projects: tuple[Project, ...]) -> tuple[SiteMatch, ...]:
    """Projects whose codes were named: each of them is meant."""
    return tuple(
        SiteMatch(project=project, score=1.0, found_by=FoundBy.CODE, text=project.code)
        for project in projects
    )


def as_rows(matches: tuple[SiteMatch, ...]) -> tuple[str, ...]:
    """Candidates as ``code|what the button says``: the name, and what tells two namesakes apart."""
    shown = matches[:MOST]
    names = Counter(match.project.name for match in shown)
    return tuple(
        f"{match.project.code}|{_label(match, alone=names[match.project.name] == 1)}"
        for match in shown
    )


def without_distance(label: str) -> str:
    """What a button says, without how far away it is: 锦绣二期（120 米）."""
    return _DISTANCE.sub("", label)


def _label(match: SiteMatch, *, alone: bool) -> str:
    project = match.project
    if match.metres is not None:
        return f"{project.name}（{match.metres} 米）"
    if alone:
        return project.name
    return f"{project.name}（{project.address or project.general_contractor or project.code}）"
