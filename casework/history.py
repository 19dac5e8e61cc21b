"""The append-only history of a case: each event carries the hash of the one before.

Personal values enter the chain as SHA-256(salt ‖ value) (``storage.history`` seals salt and
value), so that erasing or re-sealing them leaves the chain valid.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol

from casework.case import TrackKind
from casework.people import PersonId

GENESIS = "0" * 64
"""What stands before the first event of a chain."""


class EventKind(StrEnum):
    """What can happen to a case."""

    OPENED = "opened"
    SAID = "said"  # a message of the worker, verbatim
    EVIDENCE = "evidence"
    FILED = "filed"
    CORRECTED = "corrected"
    ROUTE_PROPOSED = "route_proposed"
    ROUTED = "routed"
    UNIT_SUGGESTED = "unit_suggested"  # the table, once more is known; nothing has moved
    UNIT_KEPT = "unit_kept"  # … and a person left the case where it is
    ACCEPTED = "accepted"
    OBJECTED = "objected"
    REFUSAL_PROPOSED = "refusal_proposed"
    REFUSED = "refused"
    REFUSAL_REJECTED = "refusal_rejected"
    ASSIGNED = "assigned"
    ASKED = "asked"
    RELAYED = "relayed"  # an officer's words to the worker
    PROGRESS = "progress"
    NOTE = "note"
    CALLED = "called"
    PROMISED = "promised"
    VISIT = "visit"
    RECUSED = "recused"
    DOCUMENT = "document"
    TRANSFERRED = "transferred"
    PRINTED = "printed"
    VIEWED = "viewed"  # a phone number was shown
    PAYMENT = "payment"
    PAYMENT_RECORDED = "payment_recorded"  # by an officer; it counts once it is confirmed
    PAYMENT_CONFIRMED = "payment_confirmed"
    PAYMENT_DENIED = "payment_denied"
    PAYMENT_REVERSED = "payment_reversed"
    CLOSING_ASKED = "closing_asked"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    SATISFACTION = "satisfaction"  # the worker's word on how a closed case was handled
    OBJECTION_TO_RESULT = "objection_to_result"
    LEGAL_AID_ASKED = "legal_aid_asked"
    PERSON_ASKED = "person_asked"
    ALARM = "alarm"
    ALARM_ACKNOWLEDGED = "alarm_acknowledged"
    PRESSURE = "pressure"
    RECOVERED = "recovered"  # bound to another chat
    AGREED = "agreed"  # the worker agreed that somebody sees or says something
    PEOPLE_LISTED = "people_listed"
    REMINDED = "reminded"
    LEADER_MET = "leader_met"  # a leader met the workers and heard them
    PLANNED = "planned"  # cause and measures, for colleagues
    ASSIGNED_FROM_ABOVE = "assigned_from_above"  # by the city or a higher level
    DUAL_CONFIRMED = "dual_confirmed"
    SUPERVISION_ASKED = "supervision_asked"
    SUPERVISED = "supervised"  # a district leader ordered supervision
    SUPERVISION_DENIED = "supervision_denied"
    ANSWER_PROPOSED = "answer_proposed"
    ANSWER_AGREED = "answer_agreed"
    REPORTED = "reported"  # the result went back to whoever assigned the case
    RECEIPT = "receipt"  # given to the worker; its fingerprint is part of the chain
    HANDED_OVER = "handed_over"  # printed and handed to a unit on paper
    OFFICER_LEFT = "officer_left"  # suspended or moved; the head has it, or nobody yet
    DEPUTY = "deputy"  # a deputy works on it while its officer is away
    HANDED_BACK = "handed_back"
    LEADER = "leader"  # 包案领导
    STEP = "step"  # something happened on a track: accepted, served, awarded …
    CLOCK_STOPPED = "clock_stopped"
    CLOCK_RESUMED = "clock_resumed"
    CLOCK_EXTENSION_ASKED = "clock_extension_asked"
    CLOCK_EXTENDED = "clock_extended"
    CLOCK_RESTARTED = "clock_restarted"  # also: an interruption that a person has confirmed
    ESCALATED = "escalated"  # a late clock was told to the next level
    GROUP_PROPOSED = "group_proposed"  # the same site or employer within some days
    GROUPED = "grouped"  # an officer said that it belongs to the others
    UNGROUPED = "ungrouped"
    GROUP_TOLD = "group_told"  # so many people: the office and the supervisors know


class Medium(StrEnum):
    """By what way it happened."""

    CHAT = "chat"
    PHONE = "phone"
    PAPER = "paper"
    VISIT = "visit"


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened to a case.

    ``facts`` is shown to officers and hashed as it is: no personal value may stand in it.
    ``personal`` is sealed. ``by_officer`` / ``by_person``: who did it (None: the clock).
    """

    case_id: str
    kind: EventKind
    at: datetime
    track: TrackKind | None = None
    by_officer: str | None = None
    by_person: PersonId | None = None
    acting_unit: str = ""
    entered_by: str = ""
    medium: Medium = Medium.CHAT
    document_number: str = ""
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)
    source_message: str = ""  # the inbox row of the verbatim message
    seq: int = 0  # set by the history
    hash: str = ""  # set by the history


def personal_digest(salt: bytes, value: str) -> str:
    """What stands in the chain for a personal value."""
    return hashlib.sha256(salt + value.encode("utf-8", "surrogatepass")).hexdigest()


def event_hash(previous: str, event: Event, digests: Mapping[str, str]) -> str:
    """The link of the chain: SHA-256 over the previous link and every column of the event."""
    body = {
        "previous": previous,
        "seq": event.seq,
        "case": event.case_id,
        "kind": event.kind.value,
        "at": event.at.astimezone(UTC).isoformat(),
        "track": event.track.value if event.track else None,
        "by_officer": event.by_officer,
        "by_person": event.by_person,
        "acting_unit": event.acting_unit,
        "entered_by": event.entered_by,
        "medium": event.medium.value,
        "document_number": event.document_number,
        "facts": dict(event.facts),
        "personal": dict(digests),
        "source_message": event.source_message,
    }
    return link(body)


def link(body: Mapping[str, object]) -> str:
    """A link of any chain: SHA-256 over its body, the link before it included."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, kw_only=True)
class DailyHead:
    """All chains at the close of a day: how many cases and events, and one hash over them."""

    day: date
    cases: int
    events: int
    head: str


class Tampering(StrEnum):
    """What was done."""

    EVENT_ALTERED = "event_altered"
    EVENT_DROPPED = "event_dropped"
    TAIL_DROPPED = "tail_dropped"
    HEAD_ALTERED = "head_altered"  # events beyond what the case's row knows, or another head
    PERSONAL_ALTERED = "personal_altered"
    PERSONAL_ERASED = "personal_erased"
    CASE_DROPPED = "case_dropped"
    NUMBER_UNKNOWN = "number_unknown"  # a number that was never given out
    DAY_ALTERED = "day_altered"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that does not fit. ``case_number`` is empty for a whole day's head."""

    case_number: str
    what: Tampering
    detail: str
    seq: int | None = None


class History(Protocol):
    """Events of cases. There is no way to change or remove one."""

    async def close_day(self, day: date) -> DailyHead:
        """Write the head over all chains; a day that is closed already gives its first head."""
        ...

    async def append(self, event: Event) -> Event:
        """Store the event as the next link; returns it with ``seq`` and ``hash``."""
        ...

    async def of_case(self, case_id: str) -> tuple[Event, ...]: ...
    async def heads(self, case_ids: Sequence[str]) -> Mapping[str, str]:
        """The hash of each case's last event."""
        ...

    async def of_kinds(
        self, case_ids: Sequence[str], kinds: frozenset[EventKind]
    ) -> Mapping[str, tuple[Event, ...]]:
        """The events of these kinds of many cases at once, in order, without personal values."""
        ...

    async def between(
        self, start: datetime, end: datetime, kinds: frozenset[EventKind]
    ) -> tuple[Event, ...]:
        """The events of these kinds from ``start`` on and before ``end``, without personal values."""
        ...

    async def check(self, case_id: str) -> tuple[Finding, ...]:
        """What does not fit in the chain of one case; empty: nothing was altered."""
        ...
