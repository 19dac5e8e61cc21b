"""Hands that held a case, and who may still say 不归我们."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.district import load_district
from bot.working_days import ChinaWorkingDays
from casework.case import Status, Track, TrackKind
from casework.hands import Hand, Why, hands
from casework.history import Event, EventKind
from casework.objections import Standing, right_to_object

XF_4 = load_district(Path(__file__).parents[2] / "district" / "jianxi").statutes["XF-4"]
DAYS = ChinaWorkingDays()
MONDAY = datetime(2026, 11, 23, 4, tzinfo=UTC)


def event(kind: EventKind, hours: int, unit: str = "", **facts: str) -> Event:
    at = MONDAY + timedelta(hours=hours)
    return Event(case_id="c", kind=kind, at=at, acting_unit=unit, facts=facts)


STORY = (
    replace(event(EventKind.OPENED, 0), facts={"unit": "OFF"}),
    event(EventKind.ROUTE_PROPOSED, 1, lead="HOUS", holder="HOUS"),
    event(EventKind.OBJECTED, 2, unit="HOUS", better="ST-01"),
    replace(event(EventKind.ROUTED, 30, to="ST-01"), personal={"reason": "街道管"}),
)


def test_every_hand_stands_in_the_list() -> None:
    """Opened, proposed, objected, designated: three hands, and the objection with its unit."""
    first, second, third = hands(STORY)
    assert ("OFF", Why.FIRST, second.since) == (first.unit, first.why, first.until)
    assert ("HOUS", Why.PLAN, MONDAY + timedelta(hours=2)) == (
        second.unit,
        second.why,
        second.objected_at,
    )
    assert ("ST-01", Why.DESIGNATED, "街道管", None) == (
        third.unit,
        third.why,
        third.reason,
        third.until,
    )


def test_a_proposal_that_is_unsure_moves_nothing() -> None:
    """The arrears office holds the case until it has designated."""
    unsure = event(EventKind.ROUTE_PROPOSED, 1, lead="HOUS", holder="OFF")
    (only,) = hands((STORY[0], unsure))
    assert ("OFF", None) == (only.unit, only.until)


def test_on_paper_the_limit_begins_when_the_sheet_arrives() -> None:
    """A unit on paper has received nothing before."""
    held = hands((*STORY[:2], event(EventKind.HANDED_OVER, 50, to="HOUS")))
    assert MONDAY + timedelta(hours=50) == held[-1].received_at


def lead(unit: str, *, objections: int = 0, status: Status = Status.RECEIVED) -> Track:
    return Track(kind=TrackKind.LEAD_UNIT, unit=unit, status=status, objections=objections)


def hand(unit: str, *, objected: bool = False) -> Hand:
    return Hand(unit=unit, since=MONDAY, why=Why.PLAN, objected_at=MONDAY if objected else None)


def standing(track: Track, *held: Hand, on: date = date(2026, 11, 23)) -> Standing:
    return right_to_object(track, held, on, XF_4, DAYS).standing


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), Standing.MAY),
        (date(2026, 11, 30), Standing.MAY),  # the fifth working day
        (date(2026, 12, 1), Standing.LATE),
    ],
)
def test_five_working_days(day: date, expected: Standing) -> None:
    """XF22 Art 23(3): five working days; the day of receipt is not counted."""
    assert expected is standing(lead("HOUS"), hand("HOUS"), on=day)


def test_one_unit_objects_once() -> None:
    """Its own objection waits; and a case that comes back to it stays with it."""
    assert Standing.WAITING is standing(lead("HOUS", objections=1), hand("HOUS", objected=True))
    back = (hand("HOUS", objected=True), hand("HOUS"))
    assert Standing.ONCE is standing(lead("HOUS", objections=1), *back)


def test_the_second_objection_is_the_last() -> None:
    """After it nobody can object, whoever is designated."""
    held = (hand("HOUS", objected=True), hand("ST-01", objected=True), hand("ST-02"))
    assert Standing.FINAL is standing(lead("ST-02", objections=2), *held)


def test_who_has_accepted_keeps_it() -> None:
    """An acceptance has told the worker who is responsible."""
    assert Standing.ACCEPTED is standing(lead("HOUS", status=Status.ACCEPTED), hand("HOUS"))


UNITS = st.sampled_from(["HOUS", "ST-01", "ST-02", "OFF"])


@given(
    st.lists(st.tuples(st.sampled_from(["route", "object", "late object"]), UNITS), max_size=12)
)
def test_no_ping_pong(acts: list[tuple[str, str]]) -> None:
    """However often it is handed on: no unit objects twice, and there are two objections at most."""
    track, held, objected = lead("HOUS"), [hand("HOUS")], list[str]()
    for act, unit in acts:
        if act == "route":
            held, track = [*held, hand(unit)], replace(track, unit=unit)
            continue
        day = MONDAY.date() + timedelta(days=30 if act == "late object" else 0)
        if standing(track, *held, on=day) is Standing.MAY:
            assert act == "object"
            objected.append(track.unit)
            held[-1] = replace(held[-1], objected_at=MONDAY)
            track = replace(track, objections=track.objections + 1)
    assert len(objected) == len(set(objected)) <= 2
