"""Messages on their way out: put with a unit of work, claimed and recorded by delivery."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Select, and_, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.messages import Outgoing, Urgency
from casework.transport import ClaimedOutgoing, Delivered, Fate
from storage.engine import Engine, insert_new, put_row
from storage.message_tables import live_messages, outbox, sent_messages
from storage.plain import dumps, loads
from storage.seal import Sealer

LEASE = timedelta(seconds=60)
"""How long a claimed row stays with a process that may have died."""

_QUEUED = "queued"
_REPLACED = "replaced"
"""A newer text of the same live message stands in its place, or was put before it went out."""

_earlier = outbox.alias("earlier")


class SqlOutbox:
    """`casework.unit_of_work.Outbox`. Rows are kept back and stored together by ``flush``."""

    def __init__(
        self, connection: AsyncConnection, sealer: Sealer, now: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._sealer = sealer
        self._now = now
        self._pending: list[dict[str, Any]] = []

    async def put(self, outgoing: Outgoing) -> str:
        """Queue a message; returns the row's id."""
        row_id = uuid4().hex
        sealed = dumps({"chat": outgoing.chat, "reply": outgoing.reply})
        self._pending.append(
            {
                "id": row_id,
                "channel": outgoing.channel,
                "chat_key": self._sealer.lookup("chat", outgoing.channel, outgoing.chat),
                "rank": 0 if outgoing.urgency is Urgency.ALARM else 1,
                "language": outgoing.language,
                "urgency": outgoing.urgency.value,
                "case_id": outgoing.case_id,
                "person_id": outgoing.person_id,
                "purpose": outgoing.purpose,
                "sealed": self._sealer.seal(sealed),
                "state": _QUEUED,
                "created_at": self._now(),
                "attempts": 0,
                "reason": "",
                "live_key": self._live_key(outgoing),
            }
        )
        return row_id

    def _live_key(self, outgoing: Outgoing) -> str:
        if not outgoing.reply.live:
            return ""
        return self._sealer.lookup("live", outgoing.channel, outgoing.chat, outgoing.reply.live)

    async def sent_as(self, channel: str, chat: str, message_id: str) -> Outgoing | None:
        """The message of ours that a person replies to, by the channel's id of it."""
        rows = await self._connection.execute(
            select(outbox)
            .join(sent_messages, sent_messages.c.outbox_seq == outbox.c.seq)
            .where(
                sent_messages.c.message_key
                == self._sealer.lookup("message out", channel, chat, message_id)
            )
        )
        row = rows.one_or_none()
        return None if row is None else _outgoing(self._sealer, row)

    async def flush(self) -> None:
        """Store what was put since the last time, in that order.

        Of a live message only the newest text goes out: what nobody has claimed yet is passed over.
        """
        if not self._pending:
            return
        rows, self._pending = self._pending, []
        newest = {row["live_key"]: row["id"] for row in rows if row["live_key"]}
        rows = [r for r in rows if newest.get(r["live_key"], r["id"]) == r["id"]]
        if newest:
            await self._connection.execute(
                update(outbox)
                .where(outbox.c.live_key.in_(newest))
                .where(outbox.c.state == _QUEUED, outbox.c.lease_until.is_(None))
                .values(state=_REPLACED, finished_at=self._now())
            )
        await self._connection.execute(insert(outbox), rows)


class SqlOutboxQueue:
    """`casework.transport.OutboxQueue`: each call is a short transaction of its own."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    async def claim(
        self, now: datetime, *, channels: frozenset[str], limit: int, chat: str | None = None
    ) -> tuple[ClaimedOutgoing, ...]:
        """Rows that are due, alarms first, then by age; one of a chat at a time.

        A chat's next row can be claimed once the one before it is recorded, so that its rows stay
        in order whoever delivers them. An alarm overtakes the rest of its chat. ``chat`` narrows
        it to one chat.
        """
        heads = _due_heads(now, sorted(channels)).limit(limit)
        if chat is not None:
            keys = [self._sealer.lookup("chat", channel, chat) for channel in sorted(channels)]
            heads = heads.where(outbox.c.chat_key.in_(keys))
        async with self._engine.writing() as connection:
            rows = (await connection.execute(heads)).all()
            if rows:
                await connection.execute(
                    update(outbox)
                    .where(outbox.c.seq.in_([row.seq for row in rows]))
                    .values(lease_until=now + LEASE, attempts=outbox.c.attempts + 1)
                )
            shown = await self._shown(connection, [row.live_key for row in rows])
        return tuple(
            ClaimedOutgoing(
                row_id=row.id,
                outgoing=_outgoing(self._sealer, row),
                attempts=row.attempts + 1,
                created_at=row.created_at,
                shown_as=shown.get(row.live_key, ""),
            )
            for row in rows
        )

    async def _shown(self, connection: AsyncConnection, keys: list[str]) -> dict[str, str]:
        """The channel's ids of the live messages among these."""
        wanted = [key for key in keys if key]
        if not wanted:
            return {}
        rows = await connection.execute(
            select(live_messages).where(live_messages.c.live_key.in_(wanted))
        )
        return {row.live_key: self._sealer.open_text(row.message_id) for row in rows}

    async def record(
        self, row_id: str, delivered: Delivered, *, now: datetime, next_at: datetime | None
    ) -> None:
        """What became of a row; for a retry ``next_at`` says when (at once where it is None)."""
        again = delivered.fate is Fate.RETRY
        values = {
            "state": _QUEUED if again else delivered.fate.value,
            "lease_until": None,
            "next_at": next_at if again else None,
            "finished_at": None if again else now,
            "reason": delivered.reason,
        }
        async with self._engine.writing() as connection:
            rows = await connection.execute(
                update(outbox)
                .where(outbox.c.id == row_id, outbox.c.state == _QUEUED)
                .values(values)
                .returning(
                    outbox.c.seq,
                    outbox.c.channel,
                    outbox.c.case_id,
                    outbox.c.sealed,
                    outbox.c.live_key,
                )
            )
            row = rows.one_or_none()
            if row is None or not delivered.message_ids:
                return
            known = self._known_as(row, delivered.message_ids)
            if delivered.edited:
                await self._replaced(connection, row, known)
            else:
                await connection.execute(insert_new(connection, sent_messages), known)
            if row.live_key and delivered.fate is Fate.SENT:
                await self._shows_now(connection, row, delivered.message_ids[-1])

    async def _replaced(
        self, connection: AsyncConnection, row: Any, known: list[dict[str, Any]]
    ) -> None:
        """A reply to the message now answers the newer text."""
        before = sent_messages.c.message_key.in_([each["message_key"] for each in known])
        await connection.execute(
            update(outbox)
            .where(outbox.c.seq.in_(select(sent_messages.c.outbox_seq).where(before)))
            .where(outbox.c.seq != row.seq)
            .values(state=_REPLACED)
        )
        await connection.execute(
            update(sent_messages).where(before).values(outbox_seq=row.seq, case_id=row.case_id)
        )

    async def _shows_now(self, connection: AsyncConnection, row: Any, message_id: str) -> None:
        shown = {
            "live_key": row.live_key,
            "message_id": self._sealer.seal(message_id),
            "outbox_seq": row.seq,
        }
        await connection.execute(put_row(connection, live_messages, "live_key"), shown)

    async def waiting(self, channel: str, chat: str) -> bool:
        """Whether anything is still on its way to this chat."""
        key = self._sealer.lookup("chat", channel, chat)
        queued = select(outbox.c.seq).where(outbox.c.chat_key == key, outbox.c.state == _QUEUED)
        async with self._engine.reading() as connection:
            return (await connection.execute(queued.limit(1))).first() is not None

    def _known_as(self, row: Any, message_ids: Sequence[str]) -> list[dict[str, Any]]:
        chat = loads(self._sealer.open(row.sealed))["chat"]
        return [
            {
                "message_key": self._sealer.lookup("message out", row.channel, chat, message_id),
                "outbox_seq": row.seq,
                "case_id": row.case_id,
            }
            for message_id in message_ids
        ]


def _due_heads(now: datetime, channels: Sequence[str]) -> Select[*tuple[Any, ...]]:
    before_it = or_(
        _earlier.c.rank < outbox.c.rank,
        and_(_earlier.c.rank == outbox.c.rank, _earlier.c.seq < outbox.c.seq),
    )
    unsent_before = exists().where(
        _earlier.c.chat_key == outbox.c.chat_key, _earlier.c.state == _QUEUED, before_it
    )
    return (
        select(outbox)
        .where(
            outbox.c.state == _QUEUED,
            outbox.c.channel.in_(channels),
            or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
            or_(outbox.c.next_at.is_(None), outbox.c.next_at <= now),
            ~unsent_before,
        )
        .order_by(outbox.c.rank, outbox.c.seq)
        .with_for_update(skip_locked=True)
    )


def _outgoing(sealer: Sealer, row: Any) -> Outgoing:
    sealed = loads(sealer.open(row.sealed))
    return Outgoing(
        channel=row.channel,
        chat=sealed["chat"],
        language=row.language,
        reply=sealed["reply"],
        urgency=Urgency(row.urgency),
        case_id=row.case_id,
        person_id=row.person_id,
        purpose=row.purpose,
    )
