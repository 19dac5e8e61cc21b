"""Which of the three questions are asked, and what becomes of the answers."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.district import load_district
from casework.case import TrackKind
from casework.forms import Hearing
from casework.history import Event, EventKind
from casework.ledger import ProjectClass
from casework.meaning import Intent, Meaning, Reading
from casework.routing import RoutingDecision, RoutingFacts, route
from casework.suggestion import as_facts, from_facts, open_suggestion
from casework.unit_questions import UNIT_FACTS, questions_for, street_options, work_options

LOADED = load_district(Path(__file__).parents[2] / "district" / "jianxi")
DISTRICT, RULES = LOADED.district, LOADED.routing
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)


def decided(facts: RoutingFacts) -> RoutingDecision:
    return route(facts, DISTRICT, RULES)


UNSURE = decided(RoutingFacts(construction=True))

FACTS = st.builds(
    RoutingFacts,
    construction=st.sampled_from((True, False, None)),
    outside=st.sampled_from((True, False, None)),
    sub_district=st.sampled_from(("", *DISTRICT.sub_districts)),
    project_class=st.sampled_from((None, *ProjectClass)),
    industry=st.sampled_from(("", *DISTRICT.industries)),
)


def event(kind: EventKind, decision: RoutingDecision | None = None) -> Event:
    facts = as_facts(decision) if decision else {}
    return Event(case_id="c", kind=kind, at=AT, track=TrackKind.LEAD_UNIT, facts=facts)


def test_three_questions_at_most() -> None:
    """Who, what, where; never a fourth."""
    assert ("builder", "works", "street") == tuple(q.id for q in UNIT_FACTS.questions)


def test_near_a_border_the_sub_districts_are_offered() -> None:
    """The two that may be meant, and 不知道; a made-up one is left out."""
    known = questions_for(UNSURE, ("wuhanlu", "gongnong", "nowhere"), DISTRICT)
    assert known is not None
    assert ["wuhanlu", "gongnong", "unknown"] == [o.value for o in street_options(known)]


def test_every_kind_of_works_is_offered_in_plain_words() -> None:
    """The district's own list, each with words of a building site."""
    known = questions_for(UNSURE, (), DISTRICT)
    assert known is not None
    assert [*DISTRICT.industries, "unknown"] == [o.value for o in work_options(known)]
    assert all(row.plain for row in DISTRICT.industries.values())


@pytest.mark.parametrize(
    ("typed", "value"),
    [("学校", "education"), ("修地铁的", "rail"), ("盖厂房", "park"), ("不知道", "unknown")],
)
def test_a_kind_may_be_typed(typed: str, value: str) -> None:
    """Nobody has to find the button among fourteen."""
    known = questions_for(UNSURE, (), DISTRICT)
    assert known is not None
    meaning = Meaning(text=typed, readings=(Reading(intent=Intent.UNKNOWN, confidence=1.0),))
    works = UNIT_FACTS.question("works")
    picked = works.pick(Hearing(meaning=meaning, text=typed), True, known)
    assert picked is not None
    assert value == picked.value


def test_a_button_fits_into_64_bytes() -> None:
    """Telegram's limit, whatever turn it is."""
    known = questions_for(UNSURE, tuple(DISTRICT.sub_districts), DISTRICT)
    assert known is not None
    for question in UNIT_FACTS.questions:
        for option in question.options(known):
            assert 64 >= len(f"q:999:{question.id}:{option.value}".encode())


@given(FACTS)
def test_nobody_is_asked_where_it_would_not_help(facts: RoutingFacts) -> None:
    """A route that is sure, a place outside, a factory: no questions. What is known is not asked."""
    decision = decided(facts)
    known = questions_for(decision, (), DISTRICT)
    if decision.sure or decision.outside or facts.construction is not True:
        assert known is None
    if known is not None:
        assert not (known.get("builder") and known.get("street"))
        assert ("builder" in known) == (facts.project_class is not None)


@given(FACTS)
def test_a_suggestion_is_read_back_as_it_was(facts: RoutingFacts) -> None:
    """What the history keeps is the decision, but for what only a person adds."""
    decision = decided(facts)
    plain = replace(decision, alternatives=(), command_post=False)
    assert plain == from_facts(as_facts(decision))


def test_only_the_newest_open_suggestion_counts() -> None:
    """A designation, a word to keep it or an acceptance settles whatever was suggested before."""
    first = decided(
        RoutingFacts(construction=True, project_class=ProjectClass.PRIVATE, sub_district="wuhanlu")
    )
    second = replace(first, lead="HOUS")
    told = [event(EventKind.UNIT_SUGGESTED, first), event(EventKind.UNIT_SUGGESTED, second)]
    newest = open_suggestion(told)
    assert newest is not None
    assert "HOUS" == newest.lead
    for kind in (EventKind.ROUTED, EventKind.UNIT_KEPT, EventKind.ACCEPTED):
        assert open_suggestion([*told, event(kind)]) is None
    assert open_suggestion(()) is None
