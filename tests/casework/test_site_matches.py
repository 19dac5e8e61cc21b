"""When a match is taken and when people are asked."""

import pytest

from casework.ledger import FoundBy, Project, ProjectClass, SiteMatch
from casework.site_matches import CERTAIN, FAR_ENOUGH, MOST, as_rows, certain


def match(
    score: float, code: str = "P1", name: str = "安和苑", address: str = "", firm: str = ""
) -> SiteMatch:
    project = Project(
        code=code,
        name=name,
        project_class=ProjectClass.PRIVATE,
        address=address,
        general_contractor=firm,
    )
    return SiteMatch(project=project, score=score)


def test_alone_and_sure() -> None:
    """A sure match with nothing near it goes into the read-back."""
    best = match(CERTAIN)
    assert best == certain((best, match(CERTAIN - FAR_ENOUGH, "P2")))
    assert best == certain((best,))


@pytest.mark.parametrize(
    "matches",
    [
        (),
        (match(CERTAIN - 0.01),),
        (match(1.0), match(1.0 - FAR_ENOUGH + 0.01, "P2")),
    ],
)
def test_otherwise_people_are_asked(matches: tuple[SiteMatch, ...]) -> None:
    """Nothing, not sure enough, or two that are close."""
    assert certain(matches) is None


def test_a_shared_place_is_never_taken_unasked() -> None:
    """Even at the gate itself: the next gate may be the one."""
    at_the_gate = SiteMatch(project=match(1.0).project, score=1.0, found_by=FoundBy.DISTANCE)
    assert certain((at_the_gate,)) is None


def test_namesakes_are_told_apart() -> None:
    """Two sites of one name carry their address, or else their firm, or else their code."""
    rows = as_rows(
        (
            match(0.6, "P1", address="南昌路"),
            match(0.6, "P2", firm="禾垚建筑"),
            match(0.6, "P3"),
        )
    )
    assert ("P1|安和苑（南昌路）", "P2|安和苑（禾垚建筑）", "P3|安和苑（P3）") == rows


def test_three_buttons_at_most() -> None:
    """More do not fit on a small phone."""
    assert MOST == len(as_rows(tuple(match(0.6, f"P{n}", name=f"{n}") for n in range(5))))
