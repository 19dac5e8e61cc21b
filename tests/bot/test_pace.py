"""How fast messages go out."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.channel import Limits
from bot.channels.telegram_limits import LIMITS
from bot.pace import CHAT_BURST, REMEMBERED, Pace
from tests.fakes import FakeClock


def _pace(clock: FakeClock) -> Pace:
    return Pace(monotonic=clock.monotonic, sleep=clock.sleep)


async def test_one_chat() -> None:
    """A short burst goes at once, what follows one a second."""
    clock = FakeClock()
    pace = _pace(clock)

    for _ in range(CHAT_BURST + 3):
        await pace.turn("telegram-worker", "li", LIMITS)

    assert len(clock.slept) >= CHAT_BURST - 1 or not clock.slept
    assert round(clock.at, 3) == 3


async def test_whole_bot() -> None:
    """Messages to many chats go thirty a second, evenly."""
    clock = FakeClock()
    pace = _pace(clock)

    for number in range(61):
        await pace.turn("telegram-worker", str(number), LIMITS)

    assert round(clock.at, 3) == 2


async def test_bots_are_apart() -> None:
    """A flood on one bot slows no other."""
    clock = FakeClock()
    pace = _pace(clock)
    await pace.turn("telegram-worker", "li", LIMITS)
    await pace.turn("telegram-officer", "li", LIMITS)

    assert clock.slept == []


async def test_no_pace() -> None:
    """A console has none."""
    clock = FakeClock()
    for _ in range(100):
        await _pace(clock).turn("console-worker", "me", Limits())

    assert clock.slept == []


async def test_long_message_takes_its_places() -> None:
    """A message of several parts goes whole, and the next one waits for all of them."""
    clock = FakeClock()
    pace = _pace(clock)
    await pace.turn("telegram-worker", "li", LIMITS, messages=10)
    began = clock.at
    await pace.turn("telegram-worker", "li", LIMITS)

    assert began == 0
    assert round(clock.at, 3) == 11 - CHAT_BURST


async def test_quiet_chats_are_forgotten() -> None:
    """Thousands of strangers leave no trace in memory."""
    clock = FakeClock()
    pace = _pace(clock)
    for number in range(REMEMBERED + 2):
        await pace.turn("telegram-worker", str(number), LIMITS)
        clock.at += 10

    assert len(pace._on_time) < 10


@given(st.lists(st.sampled_from("abc"), max_size=60))
def test_never_faster_than_allowed(chats: list[str]) -> None:
    """In no second does a chat get more than a burst and one, the bot more than it may."""
    clock = FakeClock()
    pace = _pace(clock)
    sent: list[tuple[float, str]] = []

    async def send_all() -> None:
        for chat in chats:
            await pace.turn("telegram-worker", chat, LIMITS)
            sent.append((clock.at, chat))

    asyncio.run(send_all())

    for begin, chat in sent:
        second = [other for at, other in sent if begin <= at < begin + 0.999]
        assert len(second) <= (LIMITS.per_second or 0)
        assert second.count(chat) <= CHAT_BURST + 1
