"""The append-only log of who may work here: invitations, posts, leaves, how units are reached.

One chain for the whole house, linked as the history of a case is (`casework.history`). A name has
no place in it: officers are posts; why somebody was suspended is personal, and sealed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from casework.history import link

STAFF_LOG = "staff log"
"""How the chain is called where cases are called by their numbers."""


class StaffEventKind(StrEnum):
    """What can happen to officers and units."""

    INVITED = "invited"
    ENROLLED = "enrolled"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    MOVED = "moved"
    LEAVE_ASKED = "leave_asked"
    LEAVE_ACCEPTED = "leave_accepted"
    LEAVE_DECLINED = "leave_declined"
    LEAVE_UNANSWERED = "leave_unanswered"
    LEAVE_ENDED = "leave_ended"
    UNIT_CHANGED = "unit_changed"


@dataclass(frozen=True, kw_only=True)
class StaffEvent:
    """One thing that happened. ``by_officer`` is a post, "" the command line or the clock.

    ``post`` is whom it is about, ``unit`` where. ``facts`` hold no personal value.
    """

    kind: StaffEventKind
    at: datetime
    unit: str
    post: str = ""
    by_officer: str = ""
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
    personal: Mapping[str, str] = field(default_factory=dict)
    seq: int = 0  # set by the log
    hash: str = ""  # set by the log


def staff_event_hash(previous: str, event: StaffEvent, digests: Mapping[str, str]) -> str:
    """The link of the chain: over the previous link and every column of the event."""
    return link(
        {
            "log": STAFF_LOG,
            "previous": previous,
            "seq": event.seq,
            "kind": event.kind.value,
            "at": event.at.astimezone(UTC).isoformat(),
            "unit": event.unit,
            "post": event.post,
            "by_officer": event.by_officer,
            "facts": dict(event.facts),
            "personal": dict(digests),
        }
    )


class StaffLog(Protocol):
    """Events of officers and units. There is no way to change or remove one."""

    async def lock(self) -> None:
        """Whoever else administers waits until this unit of work ends."""
        ...

    async def append(self, event: StaffEvent) -> StaffEvent:
        """Store the event as the next link; returns it with ``seq`` and ``hash``."""
        ...

    async def latest(
        self, *, limit: int, post: str = "", unit: str = ""
    ) -> tuple[StaffEvent, ...]:
        """The last events, newest first; of one post or unit where given."""
        ...
