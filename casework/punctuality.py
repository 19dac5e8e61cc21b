"""Which limits the offices kept in a case, and which they missed: from its history alone.

The clocks are counted anew before and after each event that moves them (`casework.clocks`): a
limit that runs before an event and no longer after it was met on that event's day.
"""

from collections.abc import Iterable
from datetime import tzinfo

from casework.case import HOLDERS, Case, Status, Track, TrackKind
from casework.clocks import Clock, clocks, of_officers, read_life
from casework.deadlines import WorkingDays
from casework.happenings import MOVING
from casework.history import Event
from casework.standing import Standing, stand
from casework.statistics import Limit
from casework.statutes import Statutes

_Key = tuple[TrackKind, tuple[str, ...]]


def limits_of(
    events: Iterable[Event],
    *,
    number: str,
    inspection: str,
    statutes: Statutes,
    days: WorkingDays,
    zone: tzinfo,
) -> tuple[Limit, ...]:
    """Every limit of an office in a case, in the order in which they were met; running ones last.

    A limit that is stopped, or that nobody can date, is neither kept nor late.
    """
    seen: list[Event] = []
    running: dict[_Key, Clock] = {}
    met: list[Limit] = []
    for event in events:
        seen.append(event)
        if event.kind not in MOVING:
            continue
        case = _case(stand(seen, number=number, inspection=inspection), seen)
        now = {
            (clock.track, clock.ids): clock
            for clock in of_officers(clocks(read_life(case, seen, zone), statutes, days))
            if clock.is_duty
        }
        on = event.at.astimezone(zone).date()
        met += [
            Limit(unit=clock.unit, statute_id=clock.statute.id, due=clock.due.legal, met_on=on)
            for key, clock in running.items()
            if key not in now and clock.due is not None
        ]
        running = now
    left = [
        Limit(unit=clock.unit, statute_id=clock.statute.id, due=clock.due.legal)
        for clock in running.values()
        if clock.due is not None
    ]
    return (*met, *left)


def _case(standing: Standing, events: list[Event]) -> Case:
    """What the clocks ask of a case: which tracks it has, and whose they are."""
    units = {
        TrackKind.LEAD_UNIT: standing.holder,
        TrackKind.LABOUR_INSPECTION: standing.inspection,
    }
    for event in events:
        if event.track is not None and event.track not in HOLDERS:
            units.setdefault(event.track, event.acting_unit or standing.holder)
    return Case(
        id=standing.case_id,
        number=standing.number,
        opened_at=standing.opened_at,
        first_message_at=standing.opened_at,
        tracks=tuple(
            Track(kind=kind, unit=unit, status=Status.RECEIVED) for kind, unit in units.items()
        ),
    )
