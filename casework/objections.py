"""不归我们: who may still say so, until when, and why not any more.

Rule: the receiving unit may object once, within five working days of receiving the case, with a
legal ground and the unit it thinks right. It holds the case until somebody else does; every
clock keeps running. After a second objection (by another unit) the designation is final.
Source: XF22 Art 23(3) (XF-4), Art 24; how many objections a case bears is the house's design.
Example: received on Monday 2026-11-23 → the last day is Monday 2026-11-30.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.case import Status, Track
from casework.deadlines import SHANGHAI, DueDate, Statute, WorkingDays, due_date
from casework.hands import Hand

MOST_OBJECTIONS = 2
"""So many a case bears, each by another unit; then the arrears office designates for good."""

_UNANSWERED = frozenset({Status.RECEIVED, Status.NEED_MORE})


class Standing(StrEnum):
    """Whether a unit may object; each but ``MAY`` is the key of a sentence (``error-objection-…``)."""

    MAY = "may"
    ACCEPTED = "accepted"
    FINAL = "final"
    WAITING = "waiting"  # it has objected, and the arrears office has not decided yet
    ONCE = "once"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class RightToObject:
    """What a unit may do about a case that it holds. ``until`` is the last day."""

    standing: Standing
    until: DueDate


def right_to_object(
    track: Track, held: Sequence[Hand], today: date, statute: Statute, days: WorkingDays
) -> RightToObject:
    """Whether the unit that holds the case may object today. ``held`` are the hands so far."""
    now = held[-1]
    until = due_date(statute, now.received_at.astimezone(SHANGHAI).date(), days)
    return RightToObject(standing=_standing(track, held, today, until), until=until)


def _standing(track: Track, held: Sequence[Hand], today: date, until: DueDate) -> Standing:
    if held[-1].objected_at is not None:
        return Standing.WAITING
    if track.status not in _UNANSWERED:
        return Standing.ACCEPTED
    if track.objections >= MOST_OBJECTIONS:
        return Standing.FINAL
    if any(hand.unit == track.unit and hand.objected_at for hand in held):
        return Standing.ONCE
    return Standing.LATE if today > until.legal else Standing.MAY
