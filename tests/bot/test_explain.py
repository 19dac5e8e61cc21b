"""`qingxin routing explain`: the reasons of a proposal, for whoever set the table up."""

from pathlib import Path

import pytest

from bot.district import load_district
from bot.explain import explain_routing
from casework.ledger import ProjectClass
from nlu.site_search import ProjectSearch

LEADERLESS = "fits, but nobody is known as its owner_or_industry: the last rule counts"
LOADED = load_district(Path(__file__).parents[2] / "district" / "jianxi")
SEARCH = ProjectSearch(LOADED.sample_projects, LOADED.district.sub_districts)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "P116",
            [
                "Rule:          CITY (table of 2026-11-23)",
                "Lead:          区轨道办 (RAIL, paper)",
                "Assist:        工农街道办事处 (ST-01, chat)",
                "Always:        区劳动监察大队 (INSP, chat)",
                "Command post:  the project's 指挥部 coordinates too",
                "Decided by:    a person confirms",
                "  industry_confirmed = no",
            ],
        ),
        (
            "锦绣二期那个工地",
            ["Lead:          南昌路街道办事处 (ST-08, chat)", "  class = private"],
        ),
        (
            "洛龙的工地",
            [
                "Place:         outside (洛龙)",
                "Transfer to:   labour inspection of 洛龙, once a person has arranged it",
                "Decided by:    the arrears office designates",
            ],
        ),
        (
            "孙旗屯南边",
            ["Place:         孙旗屯, given to no unit by the plan", "Assist:        none"],
        ),
        (
            "P109",
            [
                "Alternatives:  区住建局 (HOUS, chat)、区城管局 (URBAN, chat)、武汉路街道办事处 (ST-02, chat)"
            ],
        ),
    ],
)
def test_an_explanation_names_rule_facts_and_units(words: str, lines: list[str]) -> None:
    """The rule that fired, what it looked at, and the units by name."""
    printed = explain_routing(LOADED, words, search=SEARCH).splitlines()
    assert set(lines) <= set(printed)


def test_a_long_road_names_its_offices() -> None:
    """Where a road leaves several sub-districts, all of them are printed."""
    assert "one of 工农街道、武汉路街道" in explain_routing(LOADED, "建设路")


def test_not_a_building_site() -> None:
    """A restaurant is explained by the place alone, never by a project that sounds alike."""
    printed = explain_routing(LOADED, "珠江路的饭店", search=SEARCH, construction=False)
    assert "NOT-CONSTRUCTION" in printed
    assert "Place:         珠江路街道" in printed


def test_codes_are_known_without_a_search() -> None:
    """A code of the sample ledger is enough."""
    assert "Ledger:        P132 锦绣涧河二期" in explain_routing(LOADED, " p132 ")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "P116",
            [
                "  DISTRICT          does not fit; project_class is city, not district",
                "  CITY              FIRED; project_class is city",
                "  DESIGNATE         not reached, CITY stands above it",
            ],
        ),
        (
            "P109",
            [
                f"  DISTRICT          {LEADERLESS}; project_class is district",
                "  DESIGNATE         FIRED",
            ],
        ),
        (
            "孙旗屯南边",
            ["  PRIVATE           does not fit; project_class is unknown, not private"],
        ),
    ],
)
def test_every_rule_says_why_it_fired_or_not(words: str, lines: list[str]) -> None:
    """A dry run: the rule that fired, and what kept each other rule from it."""
    printed = explain_routing(LOADED, words, search=SEARCH).splitlines()
    assert lines == [line for line in lines if line in printed], printed


def test_a_class_that_somebody_established() -> None:
    """A site that the ledger does not know, with the class that was found out."""
    printed = explain_routing(LOADED, "珠江路", project_class=ProjectClass.PRIVATE)
    assert "  PRIVATE           FIRED; project_class is private" in printed
