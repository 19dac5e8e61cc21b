"""Fetching updates so that none is lost: kept first, acknowledged after.

An update is acknowledged by asking for the one after it. It is committed to the inbox before that,
so a process that is killed anywhere in between gets it again, and the inbox drops the repetition.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.channels.channel import ChannelConflict, ChannelError, PolledChannel, TokenRefused
from casework.transport import Inbox, RawUpdate

HOLD = 25.0
"""Seconds that the platform may hold a request while nobody writes."""

LONGEST_PAUSE = 30.0
"""Seconds between tries while the platform does not answer."""

_log = structlog.get_logger(__name__)


class Polling:
    """Brings the updates of one channel into the inbox.

    ``received`` is called after each new update, to wake whoever works on them.
    """

    def __init__(
        self,
        channel: PolledChannel,
        inbox: Inbox,
        *,
        now: Callable[[], datetime],
        received: Callable[[], None],
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._channel = channel
        self._inbox = inbox
        self._now = now
        self._received = received
        self._sleep = sleep
        self._last: int | None = None
        self._acknowledging: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until told to stop. A wrong token ends it: TokenRefused."""
        stopping = asyncio.create_task(stop.wait())
        failures = 0
        opened = False
        try:
            while not stop.is_set():
                try:
                    if not opened:
                        await self._channel.open()
                        opened = True
                    fetched = await self._fetch(stopping)
                    await self._keep(fetched)
                    failures = 0
                except TokenRefused:
                    raise
                except Exception as error:  # noqa: BLE001 - polling outlives whatever happens
                    failures += 1
                    self._complain(error, failures)
                    await self._pause(failures, stopping)
        finally:
            stopping.cancel()
            await asyncio.gather(*self._acknowledging)

    async def poll_once(self, *, wait: float = 0.0) -> int:
        """Keep what is there; how many updates came, repetitions included."""
        fetched = await self._channel.updates(offset=await self._offset(), wait=wait)
        await self._keep(fetched)
        await asyncio.gather(*self._acknowledging)
        return len(fetched)

    async def _fetch(self, stopping: "asyncio.Task[bool]") -> tuple[RawUpdate, ...]:
        """The next updates; none as soon as polling is to stop, as nothing is lost by that."""
        offset = await self._offset()
        fetching = asyncio.create_task(self._channel.updates(offset=offset, wait=HOLD))
        try:
            await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return fetching.result() if fetching.done() else ()
        finally:
            fetching.cancel()
            await asyncio.gather(fetching, return_exceptions=True)

    async def _offset(self) -> int | None:
        if self._last is None:
            self._last = await self._inbox.last_update_id(self._channel.name)
        return None if self._last is None else self._last + 1

    async def _keep(self, updates: tuple[RawUpdate, ...]) -> None:
        for update in updates:
            new = await self._inbox.receive(update, self._now())
            self._last = max(self._last or 0, int(update.update_id))
            if new:
                self._received()
                self._acknowledge(update)

    def _acknowledge(self, update: RawUpdate) -> None:
        """Stop a button's waiting sign, beside the next update: it may take a second."""
        task = asyncio.create_task(self._channel.acknowledge_button(update))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)

    def _complain(self, error: Exception, failures: int) -> None:
        told = _log.error if isinstance(error, ChannelConflict) or failures > 3 else _log.warning
        # Our own messages hold no personal data; other errors' may.
        reason = str(error) if isinstance(error, ChannelError) else type(error).__name__
        told("no updates", channel=self._channel.name, reason=reason, failures=failures)

    async def _pause(self, failures: int, stopping: "asyncio.Task[bool]") -> None:
        pause = asyncio.ensure_future(self._sleep(min(2.0 ** (failures - 1), LONGEST_PAUSE)))
        await asyncio.wait({pause, stopping}, return_when=asyncio.FIRST_COMPLETED)
        pause.cancel()
