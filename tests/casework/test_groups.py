"""What may be proposed as one site, and what tells nothing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.case import Case, Said
from casework.errors import BadValue
from casework.groups import GroupRules, Mark, Why, group_number, marks_of
from tests.database import NOON

RULES = GroupRules(
    window_days=7, tell_at=(5, 10, 30), source="x", in_force_since=date(2026, 11, 26)
)
CASE = Case(id="a", number="JX2026-0000001-9", opened_at=NOON, first_message_at=NOON)


def _said(site: str = "", employer: str = "", project: str | None = None) -> Case:
    return replace(CASE, said=Said(site=site, employer=employer), project_code=project)


def test_a_project_is_surer_than_words() -> None:
    """With a project of the ledger the site's words are not needed; a firm is a mark of its own."""
    case = _said("同乐寨", "洛阳鑫源劳务有限公司", "P-1")
    assert ((Why.PROJECT, "P-1"), (Why.EMPLOYER, "鑫源劳务")) == marks_of(case)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洛阳市涧西区 建设路桥工地", "建设路桥"),
        ("建设路桥项目部", "建设路桥"),
        ("ＡＢ路桥", "ab路桥"),
    ],
)
def test_the_same_site_in_other_words(one: str, other: str) -> None:
    """Place, blanks and 工地 make no other site."""
    assert marks_of(_said(one)) == marks_of(_said(other)) != ()


@pytest.mark.parametrize(
    ("site", "employer"),
    [
        ("工地", "王老板"),
        ("", "王老板王老板"),
        ("洛阳市涧西区", "劳务公司"),
        ("", "劳务派遣有限公司"),
        ("建筑工地", "建筑公司"),
        ("", ""),
        ("😭😭😭😭😭", "李经理"),
    ],
)
def test_what_tells_nothing_proposes_nothing(site: str, employer: str) -> None:
    """王老板 is everywhere."""
    assert () == marks_of(_said(site, employer))


@pytest.mark.parametrize(("people", "told"), [(1, 0), (4, 0), (5, 5), (9, 5), (12, 10), (99, 30)])
def test_when_it_is_told(people: int, told: int) -> None:
    """At 5, 10 and 30 people."""
    assert told == RULES.reached(people)


@pytest.mark.parametrize(
    ("days", "tell_at"), [(0, (5,)), (7, ()), (7, (10, 5)), (7, (5, 5)), (7, (0, 5))]
)
def test_rules_that_cannot_be(days: int, tell_at: tuple[int, ...]) -> None:
    """A slip in the district's file is refused."""
    with pytest.raises(BadValue):
        replace(RULES, window_days=days, tell_at=tell_at)


def test_seven_days() -> None:
    """The seventh day still counts."""
    mark = Mark(why=Why.PROJECT, key="P-1", last_at=NOON, case_id="a")
    assert mark.fresh(NOON + timedelta(days=7), RULES)
    assert not mark.fresh(NOON + timedelta(days=7, seconds=1), RULES)
    assert not replace(mark, last_at=None).fresh(NOON, RULES)


@pytest.mark.parametrize(
    ("text", "number"),
    [("G12", 12), (" g3 明天去", 3), ("G12x", None), ("G", None), ("12", None), ("说G1", None)],
)
def test_what_officers_type(text: str, number: int | None) -> None:
    """G12 as the first word."""
    assert number == group_number(text)
