"""How fast a platform lets a bot speak, as a whole and to one chat.

Each is a virtual queue (GCRA): it remembers only when its next message would be on time. A few
messages at once are let through, as Telegram does, so that an answer of two sentences is not
torn apart: https://core.telegram.org/bots/faq ("we may allow short bursts").
"""

from collections.abc import Awaitable, Callable

from bot.channels.channel import Limits

CHAT_BURST = 3
"""Messages that one chat may get at once."""

REMEMBERED = 10_000
"""Chats whose queues are kept; those that owe nothing are forgotten beyond it."""


class Pace:
    """The pace of every channel in this process. ``monotonic`` and ``sleep`` are the clock's."""

    def __init__(
        self, *, monotonic: Callable[[], float], sleep: Callable[[float], Awaitable[object]]
    ) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._on_time: dict[tuple[str, str], float] = {}

    async def turn(self, channel: str, chat: str, limits: Limits, *, messages: int = 1) -> None:
        """Wait until ``messages`` more may go to a chat; their places are taken at once."""
        if limits.per_second is None or limits.chat_per_second is None:
            return
        now = self._monotonic()
        self._forget(now)
        wait = max(
            self._take((channel, ""), now, limits.per_second, 1, messages),
            self._take((channel, chat), now, limits.chat_per_second, CHAT_BURST, messages),
        )
        if wait > 0:
            await self._sleep(wait)

    def _take(
        self, key: tuple[str, str], now: float, rate: float, burst: float, messages: int
    ) -> float:
        on_time = max(self._on_time.get(key, now), now) + messages / rate
        self._on_time[key] = on_time
        return max(0.0, on_time - now - max(burst, messages) / rate)

    def _forget(self, now: float) -> None:
        if len(self._on_time) > REMEMBERED:
            self._on_time = {key: at for key, at in self._on_time.items() if at > now}
