"""Stand-ins for ports, in memory: the same promises as their Protocols, nothing else."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.channels.rendered import Rendered, RenderedButton
from casework.messages import Outgoing, Reply, Urgency
from casework.transport import ClaimedOutgoing, ClaimedUpdate, Delivered, Fate, RawUpdate

MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""A Monday, nine in the morning in China."""


@dataclass(kw_only=True)
class FakeClock:
    """A clock that stands until somebody sleeps on it."""

    at: float = 0.0
    slept: list[float] = field(default_factory=list)

    def monotonic(self) -> float:
        """Seconds since it was made."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Time passes at once."""
        self.slept.append(seconds)
        self.at += seconds


@dataclass(kw_only=True)
class FakeInbox:
    """`casework.transport.Inbox` in a dictionary."""

    rows: dict[tuple[str, str], RawUpdate] = field(default_factory=dict)
    attempts: dict[str, int] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    given_up: set[str] = field(default_factory=set)

    async def receive(self, update: RawUpdate, at: datetime) -> bool:
        """Commit the update; False where it was received before."""
        key = (update.channel, update.update_id)
        if key in self.rows:
            return False
        self.rows[key] = update
        return True

    async def claim(
        self, now: datetime, *, channels: frozenset[str] | None = None
    ) -> ClaimedUpdate | None:
        """The oldest row that was not claimed."""
        for (channel, update_id), update in self.rows.items():
            if channels is not None and channel not in channels:
                continue
            if update_id not in self.attempts and update_id not in self.given_up:
                self.attempts[update_id] = 1
                return ClaimedUpdate(row_id=update_id, update=update, received_at=now, attempts=1)
        return None

    async def release(self, row_id: str, *, error: str, next_at: datetime | None = None) -> None:
        """Give a failed row back."""
        self.errors[row_id] = error
        del self.attempts[row_id]

    async def give_up(self, row_id: str, *, error: str) -> None:
        """Mark a row that failed three times."""
        self.errors[row_id] = error
        self.given_up.add(row_id)

    async def last_update_id(self, channel: str) -> int | None:
        """The highest update id of a channel."""
        ids = [int(update_id) for name, update_id in self.rows if name == channel]
        return max(ids, default=None)


@dataclass(kw_only=True)
class QueuedRow:
    """A row of the outbox and what became of it."""

    row_id: str
    outgoing: Outgoing
    attempts: int = 0
    claimed: bool = False
    next_at: datetime = MORNING
    fates: list[Delivered] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """Whether nothing is to be done with it any more."""
        return bool(self.fates) and self.fates[-1].fate is not Fate.RETRY


@dataclass(kw_only=True)
class FakeOutboxQueue:
    """`casework.transport.OutboxQueue` in a list."""

    rows: list[QueuedRow] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)  # by the key of what takes its place

    def put(self, outgoing: Outgoing) -> QueuedRow:
        """Queue a message, as a unit of work would."""
        row = QueuedRow(row_id=f"row-{len(self.rows) + 1}", outgoing=outgoing)
        self.rows.append(row)
        return row

    async def claim(
        self, now: datetime, *, channels: frozenset[str], limit: int, chat: str | None = None
    ) -> tuple[ClaimedOutgoing, ...]:
        """Rows that are due, alarms first, then by age; one of a chat at a time."""
        heads: dict[tuple[str, str], QueuedRow] = {}
        waiting = [row for row in self.rows if not row.ended]
        for row in sorted(waiting, key=lambda row: row.outgoing.urgency is not Urgency.ALARM):
            heads.setdefault((row.outgoing.channel, row.outgoing.chat), row)
        due = [
            row
            for row in heads.values()
            if not row.claimed
            and row.next_at <= now
            and row.outgoing.channel in channels
            and chat in {None, row.outgoing.chat}
        ]
        return tuple(self._claimed(row) for row in due[:limit])

    def _claimed(self, row: QueuedRow) -> ClaimedOutgoing:
        row.claimed = True
        row.attempts += 1
        return ClaimedOutgoing(
            row_id=row.row_id,
            outgoing=row.outgoing,
            attempts=row.attempts,
            created_at=MORNING,
            shown_as=self.shown.get(row.outgoing.reply.key, ""),
        )

    async def record(
        self, row_id: str, delivered: Delivered, *, now: datetime, next_at: datetime | None
    ) -> None:
        """What became of a row."""
        row = next(row for row in self.rows if row.row_id == row_id)
        row.claimed = False
        row.fates.append(delivered)
        row.next_at = next_at or row.next_at

    async def waiting(self, channel: str, chat: str) -> bool:
        """Whether anything is still on its way to this chat."""
        there = [row for row in self.rows if not row.ended]
        return any((row.outgoing.channel, row.outgoing.chat) == (channel, chat) for row in there)


@dataclass(kw_only=True)
class FakeEvidenceFiles:
    """`casework.evidence.EvidenceFiles` in a dictionary."""

    kept: dict[str, bytes] = field(default_factory=dict)

    async def keep(self, content: bytes) -> str:
        """Store; the same content has the same name."""
        name = hashlib.sha256(content).hexdigest()
        self.kept[name] = content
        return name

    async def read(self, stored_as: str) -> bytes:
        """What was kept under a name."""
        return self.kept[stored_as]


class FakeRenderer:
    """The key of a reply as its text, the keys of its buttons as their labels."""

    def render(self, reply: Reply, language: str) -> Rendered:
        """Readable enough for a test."""
        return Rendered(
            text=reply.key,
            buttons=tuple(
                tuple(RenderedButton(label=button.label.key, data=button.data) for button in row)
                for row in reply.buttons
            ),
        )
