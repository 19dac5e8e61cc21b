"""The way of a message between a chat and a unit of work: received → done, queued → sent.

The rows are claimed, so that any number of processes may work side by side: one row of a
conversation at a time, conversations beside each other.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from casework.messages import Outgoing


@dataclass(frozen=True, kw_only=True)
class RawUpdate:
    """An update as the platform sent it, and whose turn it is (``conversation``)."""

    channel: str
    update_id: str
    conversation: str
    message_id: str
    body: bytes  # sealed at rest


@dataclass(frozen=True, kw_only=True)
class ClaimedUpdate:
    """A received row that this process works on until ``lease_until``."""

    row_id: str
    update: RawUpdate
    received_at: datetime
    attempts: int  # this one included


class Inbox(Protocol):
    """Updates, each in its own short transaction."""

    async def receive(self, update: RawUpdate, at: datetime) -> bool:
        """Commit the update; False where it was received before."""
        ...

    async def claim(
        self, now: datetime, *, channels: frozenset[str] | None = None
    ) -> ClaimedUpdate | None:
        """The oldest received row of a conversation that nobody works on.

        ``channels``: only theirs. A process cannot read the updates of a channel it has not got.
        """
        ...

    async def release(self, row_id: str, *, error: str, next_at: datetime | None = None) -> None:
        """Give a failed row back for another try, not before ``next_at``.

        ``error`` holds no personal data.
        """
        ...

    async def give_up(self, row_id: str, *, error: str) -> None:
        """Mark a row that failed three times; the caller makes it a work item."""
        ...

    async def last_update_id(self, channel: str) -> int | None:
        """The highest numeric update id of a channel, from which polling goes on."""
        ...


class Fate(StrEnum):
    """What became of an outgoing message."""

    SENT = "sent"
    RETRY = "retry"
    BLOCKED = "blocked"  # the person has shut this door
    DEAD = "dead"  # refused for good, or tried too often


@dataclass(frozen=True, kw_only=True)
class ClaimedOutgoing:
    """An outbox row that this process delivers.

    ``shown_as``: the channel's id of the live message whose place it takes, where one is shown.
    """

    row_id: str
    outgoing: Outgoing
    attempts: int
    created_at: datetime
    shown_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What a channel says about one delivery; ``retry_after`` in seconds."""

    fate: Fate
    message_ids: tuple[str, ...] = ()
    retry_after: float | None = None
    reason: str = ""
    edited: bool = False  # the text of a message that was shown before


class OutboxQueue(Protocol):
    """Outgoing rows, each in its own short transaction."""

    async def claim(
        self, now: datetime, *, channels: frozenset[str], limit: int, chat: str | None = None
    ) -> tuple[ClaimedOutgoing, ...]:
        """Rows that are due, alarms first, then by age; a chat's rows stay in order.

        While an earlier row of a chat waits for a retry, or is claimed, its later rows wait too:
        at most one row of a chat is handed out at a time. ``chat`` asks for the rows of one chat
        only, for a channel that collects its messages instead of being pushed to.
        """
        ...

    async def record(
        self, row_id: str, delivered: Delivered, *, now: datetime, next_at: datetime | None
    ) -> None: ...
    async def waiting(self, channel: str, chat: str) -> bool:
        """Whether anything is still on its way to this chat."""
        ...
