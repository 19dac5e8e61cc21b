"""The way of a message whose platform waits for the answer: taken in, served, answers collected.

The intake behind it is the same as for every channel, so that a message is served once, also when
the process dies in between or the platform asks again; its answers then wait for the next message.
"""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Protocol

import structlog

from bot.app import App
from bot.channels.channel import Channel
from bot.channels.rendered import Rendered
from bot.intake import Intake
from bot.undelivered import Undelivered
from casework.messages import Reply
from casework.transport import ClaimedOutgoing, Delivered, Fate, RawUpdate

PATIENCE = 15.0
"""Seconds that a platform is kept waiting: longer than two retries of the intake take."""

LOOK_AGAIN = 1.0
"""Seconds after which the inbox is asked without a sign: another process may have served it."""

LOOK_FOR_OLD = 600.0
"""Seconds between two searches for what nobody has collected."""

AT_ONCE = 50
_STILL_WAITING = Delivered(fate=Fate.RETRY)

_log = structlog.get_logger(__name__)


class CollectedChannel(Channel, Protocol):
    """A channel that nothing can be pushed to."""

    @property
    def reach(self) -> timedelta:
        """How long a message may wait to be collected before a person has to tell it."""
        ...


class Collecting:
    """Serves one such channel; `run` has to be running beside `answer`."""

    def __init__(self, app: App, channel: CollectedChannel, *, patience: float = PATIENCE) -> None:
        self._app = app
        self._channel = channel
        self._patience = patience
        self._delivery = app.line([channel]).delivery
        self._undelivered = Undelivered(
            unit_of_work=app.unit_of_work, house=app.house, now=app.now
        )
        self._intake = Intake(
            app.inbox,
            channels=[channel],
            unit_of_work=app.unit_of_work,
            house=app.house,
            now=app.now,
            answered=self._served_one,
        )
        self._progress = asyncio.Event()
        # Looking for old rows claims young ones for a moment: nobody may collect meanwhile.
        self._collecting = asyncio.Lock()

    async def run(self, stop: asyncio.Event) -> None:
        """Serve what was taken in, until told to stop."""
        await asyncio.gather(self._intake.run(stop), self._watch(stop))

    async def answer(self, update: RawUpdate) -> tuple[Rendered, ...]:
        """Everything that waits for this chat once the update has been served.

        An update that was taken in before is not served again. A message that comes to nothing
        is answered by saying so.
        """
        new = await self._app.inbox.receive(update, self._app.now())
        self._intake.nudge()
        await self._until_served(update.conversation)
        collected = await self.collect(update.conversation)
        if not new or collected or self._channel.parse(update.body, self._app.now()) is None:
            return collected
        return (await self.say(update.conversation, Reply(key="error-unexpected")),)

    async def collect(self, chat: str) -> tuple[Rendered, ...]:
        """What waits for this chat already."""
        async with self._collecting:
            return await self._delivery.collect(self._channel.name, chat, now=self._app.now())

    async def say(self, chat: str, reply: Reply) -> Rendered:
        """A reply in the language of this chat, without a row of its own."""
        async with self._app.unit_of_work() as uow:
            state = await uow.conversations.load(self._channel.name, chat)
        return self._app.renderer.render(reply, state.language)

    async def give_up_old(self) -> int:
        """What nobody collected in time becomes an item for an officer; how many rows it was."""
        now, given_up = self._app.now(), 0
        async with self._collecting:
            while rows := await self._app.outbox.claim(
                now, channels=frozenset({self._channel.name}), limit=AT_ONCE
            ):
                old = [row for row in rows if now - row.created_at >= self._channel.reach]
                for row in rows:
                    await self._settle(row, old=row in old)
                given_up += len(old)
                if not old:
                    break
        return given_up

    async def _settle(self, row: ClaimedOutgoing, *, old: bool) -> None:
        if old:
            # The item first: killed in between, the row comes again and the item stays single.
            await self._undelivered(row, "not-collected")
        became = Delivered(fate=Fate.DEAD, reason="not-collected") if old else _STILL_WAITING
        await self._app.outbox.record(row.row_id, became, now=self._app.now(), next_at=None)

    async def _watch(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            try:
                await self.give_up_old()
            except Exception as error:  # noqa: BLE001 — a busy database must not end the watch
                _log.error("outbox cannot be read", error=type(error).__name__)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_FOR_OLD)

    def _served_one(self) -> None:
        before, self._progress = self._progress, asyncio.Event()
        before.set()

    async def _until_served(self, chat: str) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + self._patience
        while (left := until - loop.time()) > 0:
            progress = self._progress
            if not await self._app.inbox.waiting(self._channel.name, chat):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(progress.wait(), min(left, LOOK_AGAIN))
        _log.warning("not served in time", channel=self._channel.name)
