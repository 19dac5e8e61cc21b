"""The clocks that run on a case, derived from what happened to it.

A clock shows the legal date and an earlier date to work by; a person stops it by acting.
"""

from dataclasses import dataclass
from datetime import date

from casework.case import Case, Status, TrackKind
from casework.deadlines import Certainty, DueDate, Statute, WorkingDays, due_date
from casework.statutes import Statutes


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A limit that runs: on which track and unit, by which rule, until when."""

    track: TrackKind
    unit: str
    statute: Statute
    due: DueDate


_UNANSWERED = frozenset({Status.RECEIVED, Status.NEED_MORE})


def answer_clock(filed_on: date, statutes: Statutes, days: WorkingDays) -> tuple[Statute, DueDate]:
    """By when somebody must say whether the complaint is accepted: the earlier of LI-1, LI-1h."""
    ids = [i for i in ("LI-1", "LI-1h") if statutes.in_use(i)]
    both = [(s, due_date(s, filed_on, days)) for s in map(statutes.__getitem__, ids)]
    return min(
        both, key=lambda pair: (pair[1].legal, pair[0].status is not Certainty.READ, pair[0].id)
    )


def clocks(
    case: Case, filed_on: date | None, statutes: Statutes, days: WorkingDays
) -> tuple[Clock, ...]:
    """What runs now, the earliest first. Nothing runs before the complaint is filed."""
    if filed_on is None:
        return ()
    running = []
    inspection, lead = case.track(TrackKind.LABOUR_INSPECTION), case.track(TrackKind.LEAD_UNIT)
    if inspection.status in _UNANSWERED:
        statute, due = answer_clock(filed_on, statutes, days)
        running.append(
            Clock(track=inspection.kind, unit=inspection.unit, statute=statute, due=due)
        )
    if lead.status in _UNANSWERED:
        ids = ("XF-2",) if lead.confirmed else ("XF-4", "XF-2")
        running += [
            Clock(
                track=lead.kind,
                unit=lead.unit,
                statute=statutes[i],
                due=due_date(statutes[i], filed_on, days),
            )
            for i in ids
        ]
    return tuple(sorted(running, key=lambda clock: clock.due.legal))
