"""The table of moves, against any sequence that anybody could try."""

from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import MOVES, Case, Mover, Outcome, Status, Track, TrackKind, mover
from casework.errors import MoveNotAllowed
from casework.people import OfficerRole

OPENED = datetime(2026, 11, 23, tzinfo=UTC)
FIRST = {
    TrackKind.LEAD_UNIT: Status.DRAFT,
    TrackKind.LABOUR_INSPECTION: Status.DRAFT,
    TrackKind.LEGAL_AID: Status.RECEIVED,
    TrackKind.PETITION: Status.RECEIVED,
    TrackKind.ARBITRATION: Status.RECEIVED,
    TrackKind.PAYMENT_ORDER: Status.RECEIVED,
    TrackKind.COURT: Status.RECEIVED,
    TrackKind.POLICE: Status.RECEIVED,
}
"""Where each track begins."""

tries = st.lists(st.tuples(st.sampled_from(Status), st.sampled_from(Mover)), max_size=30)


@settings(deadline=None)
@given(kind=st.sampled_from(TrackKind), steps=tries)
def test_no_step_leaves_the_table(kind: TrackKind, steps: list[tuple[Status, Mover]]) -> None:
    """A track moves exactly where the table has the step for this mover, and is refused elsewhere."""
    track = Track(kind=kind, unit="X", status=FIRST[kind])
    for target, by in steps:
        in_table = any(
            (move.source, move.target) == (track.status, target) and by in move.by
            for move in MOVES[kind]
        )
        assert in_table is track.can(target, by=by)
        if not in_table:
            with pytest.raises(MoveNotAllowed):
                track.move(target, by=by)
            continue
        moved = track.move(target, by=by)
        assert (target, track.unit, track.kind) == (moved.status, moved.unit, moved.kind)
        track = moved


@pytest.mark.parametrize("kind", TrackKind)
def test_every_status_of_the_table_is_reached_and_can_be_left(kind: TrackKind) -> None:
    """Nothing stands in the table in vain, and no track is ever stuck."""
    reached, new = {FIRST[kind]}, {FIRST[kind]}
    while new:
        new = {m.target for m in MOVES[kind] if m.source in new} - reached
        reached |= new
    # Only labour inspection orders (423 Art 26); the rows that lead on from there are shared.
    elsewhere = {Status.ORDERED_TO_PAY} if kind is TrackKind.LEAD_UNIT else set()
    assert reached == {m.target for m in MOVES[kind]} | {FIRST[kind]}
    assert reached == {m.source for m in MOVES[kind]} - elsewhere, "somebody can always go on"


def test_every_status_is_used() -> None:
    """Together the tracks know every status."""
    assert {*Status} == {m.target for moves in MOVES.values() for m in moves} | {Status.DRAFT}


def test_the_machine_never_closes_or_refuses() -> None:
    """What ends a track is done by a person; the conversation only files what a person said."""
    by_intake = {
        (m.source, m.target) for moves in MOVES.values() for m in moves if Mover.INTAKE in m.by
    }
    assert {(Status.DRAFT, Status.RECEIVED)} == by_intake
    assert not {"clock", "system", "machine"} & {who.value for who in Mover}


def test_supervisors_look_and_workers_never_refuse() -> None:
    """A supervisor moves nothing; a worker withdraws, reopens, or says that money came."""
    for moves in MOVES.values():
        assert not [m for m in moves if Mover.SUPERVISOR in m.by]
        assert not [m for m in moves if Mover.WORKER in m.by and m.target is Status.NOT_ACCEPTED]


def test_only_before_acceptance_is_a_complaint_refused() -> None:
    """R25 Art 18 is about taking in; what was taken in is worked on to a result."""
    sources = {
        m.source
        for kind, moves in MOVES.items()
        for m in moves
        if m.target is Status.NOT_ACCEPTED and kind is not TrackKind.POLICE
    }
    assert {Status.RECEIVED, Status.NEED_MORE} == sources


def test_every_move_says_why_and_nobody_stands_twice() -> None:
    """One row for each step and mover, each with its reason."""
    for moves in MOVES.values():
        steps = [(m.source, m.target, by) for m in moves for by in m.by]
        assert len(steps) == len(set(steps))
        assert all(m.why and m.by and m.source is not m.target for m in moves)


def test_every_role_is_a_mover() -> None:
    """An officer's role says which steps they can make."""
    assert {role.value for role in OfficerRole} == {mover(role).value for role in OfficerRole}


@settings(deadline=None)
@given(
    lead=st.sampled_from(Status), inspection=st.sampled_from(Status), other=st.sampled_from(Status)
)
def test_a_case_is_never_closed_while_inspection_works(
    lead: Status, inspection: Status, other: Status
) -> None:
    """The status is derived, the holder is always exactly one, other procedures decide nothing."""
    stands = {TrackKind.LEAD_UNIT: lead, TrackKind.LABOUR_INSPECTION: inspection}
    case = Case(id="1", number="N", opened_at=OPENED, first_message_at=OPENED)
    for kind in reversed(TrackKind):
        status = stands.get(kind, other)
        case = case.with_track(Track(kind=kind, unit=kind.value, status=status))
    ended = {Status.CLOSED, Status.NOT_ACCEPTED}
    assert case.is_open == (not {lead, inspection} <= ended)
    assert (case.status in ended) == (not case.is_open)
    assert TrackKind.LEAD_UNIT.value == case.holder
    assert tuple(TrackKind) == tuple(track.kind for track in case.tracks)


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_says_paid_only_by_its_name(outcome: Outcome) -> None:
    """These need the worker's own word before a case is closed."""
    paid = "paid" in outcome.value.split("_") or "advanced" in outcome.value
    assert paid is outcome.says_paid


def test_every_pair_of_statuses_has_an_answer() -> None:
    """Asking never fails, whatever is asked."""
    for kind, status, target, by in product(TrackKind, Status, Status, Mover):
        assert Track(kind=kind, unit="X", status=status).can(target, by=by) in {True, False}
