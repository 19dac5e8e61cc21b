"""Clocks of a case from its history: what starts them, what meets them, what a person may move."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.district import load_district
from bot.settings import PILOT
from bot.working_days import ChinaWorkingDays
from casework.case import Case, Status, Track, TrackKind
from casework.clocks import Clock, ClockState, clocks, read_life
from casework.deadlines import SHANGHAI, DayUnit, Stop, due_date
from casework.history import Event, EventKind

HOUSE = load_district(PILOT)
DAYS = ChinaWorkingDays()
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
LEAD, INSPECTION = TrackKind.LEAD_UNIT, TrackKind.LABOUR_INSPECTION


def event(kind: EventKind, days: int = 0, track: TrackKind | None = None, **facts: str) -> Event:
    """Something that happened so many days after the filing."""
    return Event(
        case_id="c", kind=kind, at=NOON + timedelta(days=days), track=track, facts=facts,
        acting_unit="INSP",
    )  # fmt: skip


def running(
    *events: Event, until: str | None = None, extra: tuple[Track, ...] = ()
) -> dict[str, Clock]:
    """The clocks after these events, by limit; ``until``: the last month owed."""
    tracks = (
        Track(kind=LEAD, unit="HOUS", status=Status.RECEIVED),
        Track(kind=INSPECTION, unit="INSP", status=Status.RECEIVED),
        *extra,
    )
    case = Case(id="c", number="JX", opened_at=NOON, first_message_at=NOON, tracks=tracks)
    worked = date.fromisoformat(f"{until}-01") if until else None
    life = read_life(case, events, SHANGHAI, employed_until=worked)
    return {i: c for c in clocks(life, HOUSE.statutes, DAYS) for i in c.ids}


FILED = event(EventKind.FILED)


def legal(clock: Clock) -> date:
    """The date to meet."""
    assert clock.due is not None
    return clock.due.legal


def test_filing_sets_both_units_going() -> None:
    """Inspection and lead unit each have their own limits; the earlier of two sources leads."""
    found = running(FILED)

    assert {"LI-1", "XF-2", "XF-4"} <= set(found)
    assert legal(found["LI-1"]) == date(2026, 11, 30)
    assert found["LI-1"].unit == "INSP"
    assert found["LI-1"].other is not None
    assert found["XF-2"].unit == "HOUS"


def test_accepting_meets_one_limit_and_starts_the_next() -> None:
    """R25 Art 18: accepting is filing on the same day; then sixty working days run."""
    accepted = event(EventKind.ACCEPTED, 2, INSPECTION)
    found = running(FILED, accepted)

    assert "LI-1" not in found
    assert {"LI-5", "LI-5h"} & set(found)
    assert found["XF-2"].started_on == date(2026, 11, 23)


def test_touching_a_case_moves_no_date() -> None:
    """Progress, questions and notes leave every date where it was."""
    before = running(FILED)
    touched = running(FILED, event(EventKind.PROGRESS, 3), event(EventKind.ASKED, 4))

    assert {k: legal(c) for k, c in before.items() if c.due} == {
        k: legal(c) for k, c in touched.items() if c.due
    }


def test_a_reopened_case_begins_anew() -> None:
    """Closed, nothing runs for the offices; reopened, they have to answer again."""
    closed = event(EventKind.CLOSED, 5, outcome="paid_full")
    over = running(FILED, closed)
    again = running(FILED, closed, event(EventKind.REOPENED, 9))

    assert [] == [c for c in over.values() if c.is_duty]
    assert again["LI-1"].started_on == date(2026, 12, 2)


def test_an_extension_is_a_persons_word() -> None:
    """On its listed ground the limit runs on by the statute's own extension."""
    accepted = event(EventKind.ACCEPTED, 0, INSPECTION)
    plain = running(FILED, accepted)
    longer = running(
        FILED,
        accepted,
        *(
            event(EventKind.CLOCK_EXTENDED, 9, INSPECTION, clock=i, day="2026-12-02", ground="g")
            for i in ("LI-5", "LI-5h")
        ),
    )
    name = next(k for k in plain if k.startswith("LI-5"))

    assert legal(longer[name]) > legal(plain[name])
    assert longer[name].extension is not None


ARBITRATION = Track(kind=TrackKind.ARBITRATION, unit="ARB", status=Status.ACCEPTED)


def _step(step: str, on: date) -> Event:
    return event(EventKind.STEP, 1, TrackKind.ARBITRATION, step=step, day=on.isoformat())


def _mark(kind: EventKind, days: int, day: str, clock: str) -> Event:
    facts = {"clock": clock, "day": day, "ground": "appraisal"}
    return event(kind, days, TrackKind.ARBITRATION, **facts)


def test_a_stop_leaves_its_days_out() -> None:
    """While stopped there is no date; afterwards it ends as many days later."""
    taken = _step("accepted", date(2026, 11, 24))
    both = ("AR-8", "AR-9")  # two sources of one duty are stopped together
    stop = [_mark(EventKind.CLOCK_STOPPED, 5, "2026-11-28", i) for i in both]
    go = [_mark(EventKind.CLOCK_RESUMED, 15, "2026-12-08", i) for i in both]
    before = running(FILED, taken, extra=(ARBITRATION,))["AR-8"]
    while_stopped = running(FILED, taken, *stop, extra=(ARBITRATION,))["AR-8"]
    after = running(FILED, taken, *stop, *go, extra=(ARBITRATION,))["AR-8"]

    assert (while_stopped.state, while_stopped.due) == (ClockState.STOPPED, None)
    assert before.due is not None
    assert after.due is not None
    assert after.due.raw - before.due.raw == timedelta(days=10)


def test_the_workers_year_is_never_interrupted_by_the_machine() -> None:
    """The uninterrupted date counts; a confirmed interruption stands beside it."""
    guessed = running(FILED, until="2026-08")["AR-1"]
    confirmed = event(
        EventKind.CLOCK_RESTARTED, 3, clock="AR-1", day="2026-11-23", ground="complaint"
    )
    beside = running(FILED, confirmed, until="2026-08")["AR-1"]

    assert guessed.assumed
    assert legal(guessed) == legal(beside)
    assert beside.interrupted is not None
    assert beside.interrupted.legal > legal(beside)


@pytest.mark.parametrize(
    ("outcome", "runs"),
    [("paid_full", False), ("paid_part", True), ("guided_arbitration", True)],
)
def test_the_year_runs_on_while_money_is_owed(outcome: str, runs: bool) -> None:
    """A closed case is no paid worker."""
    found = running(FILED, event(EventKind.CLOSED, 9, outcome=outcome), until="2026-08")

    assert ("AR-1" in found) is runs


def test_a_withdrawn_complaint_has_no_clocks() -> None:
    """Until it is taken up again."""
    withdrawn = event(EventKind.WITHDRAWN, 1)

    assert {} == running(FILED, withdrawn, until="2026-08")
    assert "AR-1" in running(FILED, withdrawn, event(EventKind.REOPENED, 2), until="2026-08")


def step(name: str, days: int) -> Event:
    """A step of arbitration, so many days after the filing."""
    day = (NOON + timedelta(days=days)).date().isoformat()
    return event(EventKind.STEP, days, TrackKind.ARBITRATION, step=name, day=day)


def mark(kind: EventKind, limit: str, days: int) -> Event:
    """A person's word on a limit."""
    day = (NOON + timedelta(days=days)).date().isoformat()
    return event(kind, days, TrackKind.ARBITRATION, clock=limit, day=day, ground="appraisal")


def arbitrating(*events: Event) -> dict[str, Clock]:
    """Arbitration was applied for and taken up on the day of filing; what happened since."""
    track = Track(kind=TrackKind.ARBITRATION, unit="ARB", status=Status.ACCEPTED)
    return running(FILED, step("application", 0), step("accepted", 0), *events, extra=(track,))


def test_a_stop_of_one_source_can_be_taken_back() -> None:
    """The source that stands still stands beside the one that runs, with who stopped it and why."""
    stopped = mark(EventKind.CLOCK_STOPPED, "AR-8", 3)
    clock = arbitrating(stopped)["AR-8"].of_limit("ar-8")

    assert clock is not None
    assert (ClockState.STOPPED, None) == (clock.state, clock.due)
    assert clock.stop is not None
    assert ("AR-8", "AR-9") == clock.ids
    again = arbitrating(stopped, mark(EventKind.CLOCK_RESUMED, "AR-8", 13))["AR-8"].of_limit(
        "AR-8"
    )
    plain = arbitrating()["AR-8"].of_limit("AR-8")
    assert again is not None
    assert plain is not None
    assert again.due is not None
    assert plain.due is not None
    assert timedelta(days=10) == again.due.raw - plain.due.raw


def test_an_extension_of_the_later_source_is_seen_beside_the_earlier() -> None:
    """AR-8 runs on by fifteen days; the target of AR-9 stays."""
    plain = arbitrating()["AR-9"]
    longer = arbitrating(mark(EventKind.CLOCK_EXTENDED, "AR-8", 3))["AR-9"]

    assert longer.due == plain.due
    assert longer.other is not None
    assert longer.other.extension is not None
    assert plain.outer is not None
    assert longer.outer is not None
    assert timedelta(days=15) == longer.outer.raw - plain.outer.raw


def test_an_award_starts_the_workers_own_limits() -> None:
    """Fifteen days to sue; from the end of the time to pay two years to enforce."""
    found = arbitrating(step("award_received", 5), step("performance_due", 20))

    assert (date(2026, 12, 14), date(2028, 12, 13)) == (
        legal(found["AR-12"]),
        found["AR-16"].due.raw if found["AR-16"].due else None,
    )
    assert found["AR-12"].is_workers
    assert not found["AR-12"].is_duty


@given(
    start=st.dates(date(2025, 1, 1), date(2026, 8, 1)),
    n=st.integers(1, 60),
    first=st.integers(1, 40),
    length=st.integers(0, 40),
    unit=st.sampled_from([DayUnit.WORKING, DayUnit.CALENDAR]),
)
def test_stops_agree_with_a_slow_count(
    start: date, n: int, first: int, length: int, unit: DayUnit
) -> None:
    """Day by day: a day counts if it is not stopped and, for working days, worked."""
    stop = Stop(first=start + timedelta(days=first), until=start + timedelta(days=first + length))
    day, left = start, n
    while left:
        day += timedelta(days=1)
        left -= not stop.covers(day) and (unit is DayUnit.CALENDAR or DAYS.is_working(day))
    statute = replace(HOUSE.statutes["LI-1"], n=n, unit=unit)

    assert day == due_date(statute, start, DAYS, stops=(stop,)).raw
