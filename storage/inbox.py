"""Received updates: kept before they are acknowledged, then one of a conversation at a time."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import AlreadyDone
from casework.transport import ClaimedUpdate, RawUpdate
from storage.engine import Engine, insert_new
from storage.message_tables import inbox
from storage.seal import Sealer

LEASE = timedelta(seconds=60)
"""How long a claimed row stays with a process that may have died."""

_RECEIVED, _DONE, _GIVEN_UP = "received", "done", "given_up"
_earlier = inbox.alias("earlier")


class SqlInbox:
    """`casework.transport.Inbox`: each call is a short transaction of its own."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    async def receive(self, update: RawUpdate, at: datetime) -> bool:
        """Commit the update; False where it was received before."""
        look_up = self._sealer.lookup
        row = {
            "channel": update.channel,
            "update_key": look_up("update", update.channel, update.update_id),
            "update_number": _number(update.update_id),
            "conversation_key": look_up("chat", update.channel, update.conversation),
            "message_key": _message_key(
                self._sealer, update.channel, update.conversation, update.message_id
            ),
            "update": self._sealer.seal(_packed(update)),
            "state": _RECEIVED,
            "received_at": at,
            "attempts": 0,
            "error": "",
        }
        async with self._engine.writing() as connection:
            result = await connection.execute(insert_new(connection, inbox).values(row))
            return result.rowcount == 1

    async def claim(
        self, now: datetime, *, channels: frozenset[str] | None = None
    ) -> ClaimedUpdate | None:
        """The oldest received row of a conversation that nobody works on.

        Only the first unfinished row of a conversation can be claimed; while it is leased, the
        conversation is busy. A conversation is in one channel.
        """
        async with self._engine.writing() as connection:
            rows = await connection.execute(
                update(inbox)
                .where(inbox.c.seq == _first_free(now, channels))
                .values(lease_until=now + LEASE, attempts=inbox.c.attempts + 1)
                .returning(
                    inbox.c.seq,
                    inbox.c.channel,
                    inbox.c.update,
                    inbox.c.received_at,
                    inbox.c.attempts,
                )
            )
            row = rows.one_or_none()
        if row is None:
            return None
        return ClaimedUpdate(
            row_id=str(row.seq),
            update=_unpacked(row.channel, self._sealer.open(row.update)),
            received_at=row.received_at,
            attempts=row.attempts,
        )

    async def release(self, row_id: str, *, error: str, next_at: datetime | None = None) -> None:
        """Give a failed row back for another try, not before ``next_at``."""
        await self._set(row_id, lease_until=next_at, error=error)

    async def give_up(self, row_id: str, *, error: str) -> None:
        """Mark a row that failed three times; its conversation goes on."""
        await self._set(row_id, state=_GIVEN_UP, lease_until=None, error=error)

    async def last_update_id(self, channel: str) -> int | None:
        """The highest numeric update id of a channel, from which polling goes on."""
        highest = select(func.max(inbox.c.update_number)).where(inbox.c.channel == channel)
        async with self._engine.reading() as connection:
            number: int | None = (await connection.execute(highest)).scalar_one()
        return number

    async def waiting(self, channel: str, conversation: str) -> bool:
        """Whether anything that was received of this conversation is still to be served."""
        key = self._sealer.lookup("chat", channel, conversation)
        unserved = select(inbox.c.seq).where(
            inbox.c.conversation_key == key, inbox.c.state == _RECEIVED
        )
        async with self._engine.reading() as connection:
            return (await connection.execute(unserved.limit(1))).first() is not None

    async def _set(self, row_id: str, **values: Any) -> None:
        changed = update(inbox).where(inbox.c.seq == int(row_id), inbox.c.state == _RECEIVED)
        async with self._engine.writing() as connection:
            await connection.execute(changed.values(values))


class SqlInboxRows:
    """`casework.unit_of_work.InboxRows`: the same rows, inside a unit of work."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def done(self, row_id: str) -> None:
        """Finish the row with this commit.

        Raises AlreadyDone where another process finished it meanwhile (our lease ran out), so
        that the same message never acts twice.
        """
        result = await self._connection.execute(
            update(inbox)
            .where(inbox.c.seq == int(row_id), inbox.c.state == _RECEIVED)
            .values(state=_DONE, lease_until=None)
        )
        if result.rowcount == 0:
            raise AlreadyDone(f"inbox row {row_id} is finished")

    async def edited(self, channel: str, chat: str, message_id: str) -> str | None:
        """The first row of an earlier message in this chat, by the channel's id of it.

        ``chat`` is what the channel gave as the update's ``conversation``.
        """
        key = _message_key(self._sealer, channel, chat, message_id)
        rows = await self._connection.execute(
            select(inbox.c.seq).where(inbox.c.message_key == key).order_by(inbox.c.seq).limit(1)
        )
        seq = rows.scalar_one_or_none()
        return None if seq is None else str(seq)


def _first_free(now: datetime, channels: frozenset[str] | None) -> Any:
    mine = true() if channels is None else inbox.c.channel.in_(sorted(channels))
    unfinished_before = exists().where(
        _earlier.c.conversation_key == inbox.c.conversation_key,
        _earlier.c.state == _RECEIVED,
        _earlier.c.seq < inbox.c.seq,
    )
    return (
        select(inbox.c.seq)
        .where(
            inbox.c.state == _RECEIVED,
            mine,
            or_(inbox.c.lease_until.is_(None), inbox.c.lease_until <= now),
            ~unfinished_before,
        )
        .order_by(inbox.c.seq)
        .limit(1)
        .with_for_update(skip_locked=True)
        .correlate(None)
        .scalar_subquery()
    )


def _message_key(sealer: Sealer, channel: str, conversation: str, message_id: str) -> str:
    return sealer.lookup("message in", channel, conversation, message_id)


def _number(update_id: str) -> int | None:
    is_number = update_id.isascii() and update_id.isdecimal() and len(update_id) < 19
    return int(update_id) if is_number else None


def _packed(update: RawUpdate) -> bytes:
    """All that is personal as one sealed value: a line of JSON, then the body as it came."""
    head = json.dumps([update.update_id, update.conversation, update.message_id])
    return head.encode("ascii") + b"\n" + update.body


def _unpacked(channel: str, packed: bytes) -> RawUpdate:
    head, _, body = packed.partition(b"\n")
    update_id, conversation, message_id = json.loads(head)
    return RawUpdate(
        channel=channel,
        update_id=update_id,
        conversation=conversation,
        message_id=message_id,
        body=body,
    )
