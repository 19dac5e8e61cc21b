"""Replies on their way out, through two doors.

*Push*: rows of the outbox are claimed, rendered, sent at the platform's pace, and what became of
each is recorded. *Collect*: a platform that asks for its messages gets those of one chat.

A message is sent at least once. Killed between the platform's answer and our record of it, a
message is sent again after its lease: no chat platform lets a sender find out what arrived. What
is in our own tables stays single.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.channels.channel import Channel, FileToSend
from bot.channels.rendered import Rendered
from bot.pace import Pace
from casework.evidence import EvidenceFiles
from casework.messages import Outgoing, OutgoingFile, Reply
from casework.transport import ClaimedOutgoing, Delivered, Fate, OutboxQueue

MAX_TRIES = 15
"""With the waits below about four hours; then a person calls."""

LONGEST_WAIT = timedelta(hours=1)
SIDE_BY_SIDE = 20
"""Chats that are served at the same time."""

LOOK_AGAIN = 1.0
"""Seconds after which the outbox is asked without having been nudged: retries become due."""

NOWHERE = ""
"""The channel of a message for a person who has no chat."""

Undelivered = Callable[[ClaimedOutgoing, str], Awaitable[None]]
"""Makes a "call or print" item of a row and the reason; called again after a crash, so its item's
key is the row's id."""

_log = structlog.get_logger(__name__)


class Renders(Protocol):
    """`bot.rendering.Renderer`, as far as it is needed here."""

    def render(self, reply: Reply, language: str) -> Rendered: ...


class Delivery:
    """Delivers what is queued for its channels; any number may work side by side."""

    def __init__(
        self,
        queue: OutboxQueue,
        *,
        channels: Iterable[Channel],
        renderer: Renders,
        files: EvidenceFiles,
        undelivered: Undelivered,
        pace: Pace,
    ) -> None:
        self._queue = queue
        self._channels = {channel.name: channel for channel in channels}
        self._claims = frozenset(self._channels) | {NOWHERE}
        self._renderer = renderer
        self._files = files
        self._undelivered = undelivered
        self._pace = pace
        self._wake = asyncio.Event()
        self._arrived: dict[str, tuple[str, ...]] = {}

    def nudge(self) -> None:
        """Something was queued: look at once."""
        self._wake.set()

    async def run(self, stop: asyncio.Event, *, now: Callable[[], datetime]) -> None:
        """Deliver until told to stop; what is being sent is finished first."""
        stopping = asyncio.create_task(stop.wait())
        at_work: set[asyncio.Task[None]] = set()
        try:
            while not stop.is_set():
                self._wake.clear()
                free = SIDE_BY_SIDE - len(at_work)
                rows = await self._claim(now(), free) if free else ()
                at_work |= {asyncio.create_task(self._serve(row, now)) for row in rows}
                if not rows:
                    await self._wait(at_work, stopping)
                at_work = {task for task in at_work if not task.done()}
        finally:
            stopping.cancel()
            await asyncio.gather(*at_work)

    async def run_once(self, now: datetime) -> int:
        """Deliver what is due now, a chat's messages one after another; how many rows it was."""
        served = 0
        while rows := await self._claim(now, SIDE_BY_SIDE):
            await asyncio.gather(*(self._serve(row, lambda: now) for row in rows))
            served += len(rows)
        return served

    async def collect(self, channel: str, chat: str, *, now: datetime) -> tuple[Rendered, ...]:
        """The waiting messages of one chat, for a platform that asks for them.

        They count as sent when they are handed over. A file is nothing that can be collected: it
        becomes an item for an officer, like any message that does not arrive.
        """
        collected = []
        while rows := await self._queue.claim(
            now, channels=frozenset({channel}), limit=1, chat=chat
        ):
            for row in rows:
                collected.append(self._rendered(row.outgoing))
                if row.outgoing.reply.file is not None:
                    await self._undelivered(row, "no-files-here")
                sent = Delivered(fate=Fate.SENT)
                await self._queue.record(row.row_id, sent, now=now, next_at=None)
        return tuple(collected)

    async def _claim(self, now: datetime, limit: int) -> tuple[ClaimedOutgoing, ...]:
        try:
            return await self._queue.claim(now, channels=self._claims, limit=limit)
        except Exception as error:  # noqa: BLE001 - a busy database must not end delivery
            _log.error("outbox cannot be read", error=type(error).__name__)
            return ()

    async def _wait(
        self, at_work: set[asyncio.Task[None]], stopping: "asyncio.Task[bool]"
    ) -> None:
        nudged = asyncio.create_task(self._wake.wait())
        await asyncio.wait(
            {nudged, stopping, *at_work},
            timeout=LOOK_AGAIN,
            return_when=asyncio.FIRST_COMPLETED,
        )
        nudged.cancel()

    async def _serve(self, row: ClaimedOutgoing, now: Callable[[], datetime]) -> None:
        try:
            delivered = await self._deliver(row)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other chats go on
            delivered = Delivered(fate=Fate.RETRY, reason=type(error).__name__)
        try:
            await self._settle(row, delivered, now())
        except Exception as error:  # noqa: BLE001
            # The row stays claimed; when its lease ends it is delivered again.
            _log.error("delivery not recorded", row=row.row_id, error=type(error).__name__)

    async def _deliver(self, row: ClaimedOutgoing) -> Delivered:
        outgoing = row.outgoing
        channel = self._channels.get(outgoing.channel)
        if channel is None or not outgoing.chat:
            return Delivered(fate=Fate.DEAD, reason="no-chat")
        rendered = self._rendered(outgoing)
        if row.shown_as and await self._can_replace(channel, row, rendered):
            changed = await channel.edit(outgoing.chat, row.shown_as, rendered)
            if changed.fate is not Fate.DEAD:
                return changed
        file = await self._file(outgoing.reply.file)
        arrived = self._arrived.pop(row.row_id, ())
        left = channel.parts(rendered, file) - len(arrived)
        await self._pace.turn(channel.name, outgoing.chat, channel.limits, messages=left)
        sent = await channel.send(outgoing.chat, rendered, file, skip=len(arrived))
        sent = replace(sent, message_ids=(*arrived, *sent.message_ids))
        if sent.fate is Fate.RETRY and sent.message_ids:
            self._arrived[row.row_id] = sent.message_ids
        return sent

    async def _can_replace(
        self, channel: Channel, row: ClaimedOutgoing, rendered: Rendered
    ) -> bool:
        """Wait for the turn of a change; a file and a text of many parts are sent anew."""
        if row.outgoing.reply.file is not None or channel.parts(rendered) != 1:
            return False
        await self._pace.turn(channel.name, row.outgoing.chat, channel.limits, messages=1)
        return True

    async def _settle(self, row: ClaimedOutgoing, delivered: Delivered, now: datetime) -> None:
        if delivered.fate is Fate.RETRY and row.attempts >= MAX_TRIES:
            self._arrived.pop(row.row_id, None)
            delivered = replace(delivered, fate=Fate.DEAD, reason=f"gave up: {delivered.reason}")
        if delivered.fate is not Fate.SENT:
            _log.info(
                "not delivered",
                row=row.row_id,
                channel=row.outgoing.channel,
                fate=delivered.fate.value,
                reason=delivered.reason,
                attempts=row.attempts,
            )
        if delivered.fate in {Fate.DEAD, Fate.BLOCKED}:
            # The item first: killed in between, the row comes again and the item stays single.
            await self._undelivered(row, delivered.reason)
        next_at = now + wait_before(row.attempts, delivered)
        retried = delivered.fate is Fate.RETRY
        await self._queue.record(
            row.row_id, delivered, now=now, next_at=next_at if retried else None
        )

    def _rendered(self, outgoing: Outgoing) -> Rendered:
        return self._renderer.render(outgoing.reply, outgoing.language)

    async def _file(self, file: OutgoingFile | None) -> FileToSend | None:
        if file is None:
            return None
        content = await self._files.read(file.stored_as)
        return FileToSend(name=file.name, media_type=file.media_type, content=content)


def wait_before(attempts: int, delivered: Delivered) -> timedelta:
    """How long the next try waits: as long as the platform says, or twice as long each time."""
    doubled = min(timedelta(seconds=2 ** min(attempts, 20)), LONGEST_WAIT)
    if delivered.retry_after is None:
        return doubled
    return timedelta(seconds=max(1.0, delivered.retry_after))
