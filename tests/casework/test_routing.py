"""Who leads, by the plan's table on the pilot's data."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.district import load_district
from casework.directory import District
from casework.errors import BadValue
from casework.ledger import Project, ProjectClass
from casework.routing import (
    Role,
    RoutingDecision,
    RoutingFacts,
    RoutingRule,
    RoutingRules,
    explain,
    judge,
    route,
)

LOADED = load_district(Path(__file__).parents[2] / "district" / "jianxi")
DISTRICT: District = LOADED.district
RULES = LOADED.routing


def project(project_class: ProjectClass, **changes: object) -> Project:
    base = Project(
        code="P1",
        name="试验项目",
        project_class=project_class,
        industry="housing",
        sub_district="nanchanglu",
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def routed(facts: RoutingFacts) -> RoutingDecision:
    return route(facts, DISTRICT, RULES)


def routed_project(project_class: ProjectClass, **changes: object) -> RoutingDecision:
    return routed(RoutingFacts(construction=True, project=project(project_class, **changes)))


def test_district_project_goes_to_its_owner() -> None:
    """区属: the owner leads where it is one of the district's units; nobody assists."""
    decision = routed_project(ProjectClass.DISTRICT, industry="education", owner_unit="EDU")
    assert (decision.rule_id, decision.lead, decision.assist) == ("DISTRICT", "EDU", ())
    assert decision.sure


def test_district_project_of_a_company_goes_to_the_industry() -> None:
    """区属 with an owner that is no unit of the district: the industry department leads."""
    assert routed_project(ProjectClass.DISTRICT).lead == "HOUS"


def test_district_project_whose_owner_is_not_the_industry() -> None:
    """The owner leads, but where the industry is another unit it has to be settled once."""
    decision = routed_project(ProjectClass.DISTRICT, owner_unit="EDU")
    assert (decision.lead, decision.sure) == ("EDU", False)
    assert "HOUS" in decision.alternatives
    settled = routed_project(ProjectClass.DISTRICT, owner_unit="EDU", industry_unit="HOUS")
    assert (settled.lead, settled.sure) == ("EDU", True)


def test_city_project_goes_to_the_industry_and_the_street_assists() -> None:
    """市属: the industry department coordinates, the street office assists."""
    decision = routed_project(ProjectClass.CITY, industry="rail")
    assert (decision.rule_id, decision.lead, decision.assist) == ("CITY", "RAIL", ("ST-08",))


@pytest.mark.parametrize("project_class", [ProjectClass.SOE, ProjectClass.PRIVATE])
def test_other_projects_go_to_the_street_and_the_industry_assists(
    project_class: ProjectClass,
) -> None:
    """国企 and 社会: the street office leads, the industry department assists."""
    decision = routed_project(project_class)
    assert (decision.lead, decision.assist, decision.sure) == ("ST-08", ("HOUS",), True)
    assert decision.source.startswith("方案三")


def test_a_confirmed_industry_unit_goes_before_the_table() -> None:
    """What was settled for this very project counts more than the industry's row."""
    decision = routed_project(ProjectClass.CITY, industry="municipal", industry_unit="URBAN")
    assert (decision.lead, decision.sure) == ("URBAN", True)
    assert decision.facts_used["industry_confirmed"] == "yes"


def test_an_open_industry_is_designated() -> None:
    """Where nobody knows the department, the arrears office designates among the candidates."""
    decision = routed_project(ProjectClass.CITY, industry="municipal")
    assert (decision.rule_id, decision.lead, decision.sure) == ("DESIGNATE", "OFF", False)
    assert decision.alternatives == ("HOUS", "URBAN", "ST-08")
    assert decision.facts_used["rule_without_lead"] == "CITY"


def test_an_open_industry_does_not_stop_a_street() -> None:
    """A street office leads although the assisting department is not known yet."""
    decision = routed_project(ProjectClass.PRIVATE, industry="health")
    assert (decision.lead, decision.assist, decision.sure) == ("ST-08", (), True)


def test_mixed_funding_is_designated() -> None:
    """Money of more than one class: the arrears office designates."""
    decision = routed_project(ProjectClass.DISTRICT, sub_class="mixed")
    assert (decision.rule_id, decision.lead, decision.sure) == ("MIXED-FUNDING", "OFF", False)


def test_a_command_post_coordinates_too() -> None:
    """A project's command post is named beside the lead."""
    assert routed_project(ProjectClass.CITY, industry="rail", command_post=True).command_post
    assert not routed_project(ProjectClass.CITY, industry="rail").command_post


def test_outside_the_district_the_arrears_office_holds() -> None:
    """A place outside is held by the arrears office; the place is named for the transfer."""
    decision = routed(RoutingFacts(construction=True, place_said="在洛龙区的工地"))
    assert (decision.rule_id, decision.lead, decision.sure) == ("OUTSIDE", "OFF", False)
    assert decision.facts_used["outside_place"] == "洛龙"
    assert decision.outside


def test_not_a_building_site_goes_to_the_labour_department() -> None:
    """A factory or a shop: the labour department leads, the street office assists."""
    decision = routed(RoutingFacts(construction=False, place_said="珠江路的饭店"))
    assert (decision.rule_id, decision.lead, decision.assist) == (
        "NOT-CONSTRUCTION",
        "HRSS",
        ("ST-09",),
    )
    assert decision.sure


def test_an_unknown_site_is_designated() -> None:
    """A site that is not in the ledger: designated, the street office is a candidate."""
    decision = routed(RoutingFacts(construction=True, sub_district="zhoushanlu"))
    assert (decision.lead, decision.alternatives, decision.sure) == ("OFF", ("ST-10",), False)


def test_nothing_known_at_all() -> None:
    """Without a single fact somebody has to designate, perhaps the labour department."""
    decision = routed(RoutingFacts(construction=None))
    assert (decision.lead, decision.alternatives, decision.sure) == ("OFF", ("HRSS",), False)


def test_a_class_established_by_a_person_is_enough() -> None:
    """A site outside the ledger whose class an officer established follows the table."""
    decision = routed(
        RoutingFacts(
            construction=True,
            sub_district="changanlu",
            project_class=ProjectClass.PRIVATE,
            industry="housing",
        )
    )
    assert (
        decision.rule_id,
        decision.lead,
        decision.assist,
    ) == ("PRIVATE", "ST-05", ("HOUS",))


@pytest.mark.parametrize("place", ["徐家营那边", "孙旗屯的工地"])
def test_a_place_without_a_lead_in_the_plan(place: str) -> None:
    """A place that the plan gives to nobody is designated, and the record says which place."""
    decision = routed(
        RoutingFacts(construction=True, place_said=place, project_class=ProjectClass.PRIVATE)
    )
    assert (decision.lead, decision.sure) == ("OFF", False)
    assert decision.facts_used["place_without_lead"] in place


def test_free_words_stay_out_of_the_record() -> None:
    """What the worker said about the place may name persons: only the place found is kept."""
    said = "南昌路，张三家楼下"
    decision = routed(RoutingFacts(construction=True, place_said=said))
    assert decision.facts_used["sub_district"] == "nanchanglu"
    assert not any("张三" in word for word in decision.facts_used.values())


def test_an_explanation_has_the_units_themselves() -> None:
    """Whoever judges a proposal sees the units, and labour inspection beside them."""
    explanation = explain(routed_project(ProjectClass.PRIVATE), DISTRICT)
    assert explanation.lead.name == "南昌路街道办事处"
    assert [unit.name for unit in explanation.assist] == ["区住建局"]
    assert explanation.always.name == "区劳动监察大队"


def test_an_explanation_survives_a_dropped_unit() -> None:
    """A decision that names a unit of last year is still readable."""
    old = replace(routed_project(ProjectClass.PRIVATE), assist=("GONE",), lead="GONE2")
    assert explain(old, DISTRICT).lead.name == "区治欠办"


def test_a_table_ends_with_the_arrears_office() -> None:
    """A table that leaves cases to nobody is refused when it is made."""
    row = RoutingRule(id="A", source="s", lead=Role.LABOUR, construction=False)
    with pytest.raises(BadValue, match="last rule"):
        RoutingRules(version="1", rules=(row,))
    with pytest.raises(BadValue, match="last rule"):
        RoutingRules(version="1", rules=())


PLACES = st.sampled_from(["", "南昌路", "建设路", "洛龙", "徐家营", "天津路和天津", "🙂", "涧西"])
SOME_PROJECT = st.builds(
    Project,
    code=st.just("P1"),
    name=st.just("x"),
    project_class=st.sampled_from(ProjectClass),
    sub_class=st.sampled_from(["", "funded", "mixed"]),
    industry=st.sampled_from(["", "gone", *DISTRICT.industries]),
    industry_unit=st.sampled_from(["", "GONE", "HOUS"]),
    sub_district=st.sampled_from(["", "gone", "gongnong"]),
    owner_unit=st.sampled_from(["", "GONE", "EDU"]),
    command_post=st.booleans(),
)
SOME_FACTS = st.builds(
    RoutingFacts,
    construction=st.sampled_from([True, False, None]),
    outside=st.sampled_from([True, False, None]),
    project=st.none() | SOME_PROJECT,
    sub_district=st.sampled_from(["", "gone", *DISTRICT.sub_districts]),
    place_said=PLACES | st.text(max_size=20),
    project_class=st.none() | st.sampled_from(ProjectClass),
    industry=st.sampled_from(["", "gone", *DISTRICT.industries]),
)


@given(facts=SOME_FACTS)
def test_every_combination_has_one_existing_lead(facts: RoutingFacts) -> None:
    """Whatever is known, one existing unit leads, and no unit plays two parts."""
    decision = route(facts, DISTRICT, RULES)
    parts = (decision.lead, *decision.assist, *decision.alternatives)
    assert set(parts) <= set(DISTRICT.units)
    assert len(parts) == len(set(parts))
    assert DISTRICT.inspection not in parts
    assert decision.sure or decision.lead == "OFF" or decision.alternatives
    assert "" not in decision.facts_used.values()
    assert decision == route(facts, DISTRICT, RULES)


@given(facts=SOME_FACTS)
def test_one_rule_fired_and_every_other_says_why_not(facts: RoutingFacts) -> None:
    """The dry run and the decision are of one mind; no rule is passed over in silence."""
    rules = judge(facts, DISTRICT, RULES)
    assert tuple(each.rule for each in rules) == RULES.rules
    fired = [each for each in rules if each.fired]
    assert [route(facts, DISTRICT, RULES).rule_id] == [each.rule.id for each in fired]
    assert fired[0].fits
    assert all(not e.fits or e.lead_open or e.behind for e in rules if not e.fired)


def test_a_rule_may_name_a_unit() -> None:
    """A district may give a kind of case to one unit by its code."""
    own = RoutingRule(
        id="SHOPS", source="s", lead="MKT", assist=("ST-01", "street"), construction=False
    )
    rules = RoutingRules(version="1", rules=(own, RULES.rules[-1]))
    facts = RoutingFacts(construction=False, sub_district="nanchanglu")
    decision = route(facts, DISTRICT, rules)
    assert ("MKT", ("ST-01", "ST-08")) == (decision.lead, decision.assist)
