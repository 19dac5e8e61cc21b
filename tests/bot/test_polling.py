"""Fetching updates: kept before they are acknowledged, whatever happens in between."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.channels.channel import PolledChannel, TokenRefused
from bot.channels.telegram_officer import TelegramOfficer
from bot.channels.telegram_worker import TelegramWorker
from bot.polling import LONGEST_PAUSE, Polling
from casework.transport import RawUpdate
from tests.emulator.person import Person
from tests.fakes import MORNING, FakeClock, FakeInbox
from tests.telegram_emulator import OFFICER_TOKEN, WORKER_TOKEN, TelegramEmulator


class FailingInbox(FakeInbox):
    """Fails at one update, as a full disk would."""

    fails_at = ""
    forgets_its_place = False

    async def last_update_id(self, channel: str) -> int | None:
        """None where the process asks Telegram for everything that it still holds."""
        return None if self.forgets_its_place else await super().last_update_id(channel)

    async def receive(self, update: RawUpdate, at: datetime) -> bool:
        """Commit, unless it is the one."""
        if update.update_id == self.fails_at:
            raise OSError("disk full")
        return await super().receive(update, at)


class Desk:
    """A bot that is polled, and somebody who writes to it."""

    def __init__(self, channel: PolledChannel, person: Person) -> None:
        self.channel = channel
        self.person = person
        self.inbox = FailingInbox()
        self.clock = FakeClock()
        self.woken = asyncio.Semaphore(0)
        self.stop = asyncio.Event()

    def polling(self) -> Polling:
        """A process that polls, started anew."""
        return Polling(
            self.channel,
            self.inbox,
            now=lambda: MORNING,
            received=self.woken.release,
            sleep=self.clock.sleep,
        )

    @property
    def kept(self) -> list[int]:
        """The ids of all updates in the inbox."""
        return [int(update_id) for _, update_id in self.inbox.rows]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    """The emulated Bot API."""
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture(params=["worker", "officer"])
async def desk(request: pytest.FixtureRequest, telegram: TelegramEmulator) -> AsyncIterator[Desk]:
    """Both bots in turn."""
    channel: PolledChannel
    if request.param == "worker":
        channel, token = TelegramWorker(WORKER_TOKEN, api_base=telegram.base), WORKER_TOKEN
    else:
        channel, token = TelegramOfficer(OFFICER_TOKEN, api_base=telegram.base), OFFICER_TOKEN
    yield Desk(channel, telegram.user(token, 501))
    await channel.close()


async def test_kept_then_acknowledged(desk: Desk) -> None:
    """An update waits at Telegram until the next request, which follows our commit."""
    update = desk.person.say("你好")
    polling = desk.polling()

    assert await polling.poll_once() == 1
    assert [update["update_id"]] == desk.kept
    assert [update] == desk.person.bot.pending

    assert await polling.poll_once() == 0
    assert desk.person.bot.pending == []


async def test_killed_before_the_commit(desk: Desk) -> None:
    """What was not committed comes again, and only that."""
    first, second, third = (desk.person.say(text)["update_id"] for text in "一二三")
    desk.inbox.fails_at = str(second)
    with pytest.raises(OSError, match="disk full"):
        await desk.polling().poll_once()
    assert [first] == desk.kept
    desk.inbox.fails_at = ""

    await desk.polling().poll_once()

    assert [first, second, third] == desk.kept


async def test_redelivered(desk: Desk) -> None:
    """The same update twice is one row, and wakes nobody a second time."""
    update = desk.person.say("你好")
    polling = desk.polling()
    await polling.poll_once()
    await polling.poll_once()
    desk.person.redeliver(update)

    desk.inbox.forgets_its_place = True
    await desk.polling().poll_once()

    assert [update["update_id"]] == desk.kept
    assert desk.woken._value == 1


async def test_going_on_after_a_restart(desk: Desk, telegram: TelegramEmulator) -> None:
    """A new process asks for what comes after the last update that was committed."""
    update = desk.person.say("你好")
    await desk.polling().poll_once()

    await desk.polling().poll_once()

    offset = telegram.calls(desk.person.bot.token, "getUpdates")[-1].params["offset"]
    assert update["update_id"] + 1 == int(offset)


async def test_button_is_acknowledged_after_it_was_kept(desk: Desk) -> None:
    """A button stops waiting when its press cannot be lost any more, not before."""
    update = desk.person.press("case:1", forged=True)
    desk.inbox.fails_at = str(update["update_id"])
    with pytest.raises(OSError, match="disk full"):
        await desk.polling().poll_once()
    assert desk.person.bot.answered == []
    desk.inbox.fails_at = ""

    await desk.polling().poll_once()

    assert [update["callback_query"]["id"]] == desk.person.bot.answered


async def test_runs_until_it_is_stopped(desk: Desk) -> None:
    """A message wakes whoever works; a held request does not hold up the end."""
    running = asyncio.create_task(desk.polling().run(desk.stop))
    await desk.person.bot.polled.wait()
    update = desk.person.say("你好")
    await desk.woken.acquire()
    desk.person.say("还在吗")
    await desk.woken.acquire()

    desk.stop.set()
    async with asyncio.timeout(10):
        await running

    assert update["update_id"] in desk.kept
    assert len(desk.kept) == 2


@pytest.mark.parametrize("status", [0, 409, 429, 500, 502])
async def test_trouble_passes(telegram: TelegramEmulator, desk: Desk, status: int) -> None:
    """Polling waits longer after each failure, and goes on where it was."""
    token = desk.person.bot.token
    waits = 5 if status == 429 else None
    telegram.fail(token, "getUpdates", status, times=7, retry_after=waits)
    desk.person.say("你好")
    running = asyncio.create_task(desk.polling().run(desk.stop))

    async with asyncio.timeout(10):
        await desk.woken.acquire()
    desk.stop.set()
    await running

    assert desk.clock.slept[:6] == [1, 2, 4, 8, 16, LONGEST_PAUSE]
    assert len(desk.kept) == 1


async def test_webhook_is_dropped(desk: Desk) -> None:
    """A webhook that was set before does not keep updates away."""
    desk.person.bot.webhook = {"url": "https://bot.invalid/hook"}
    desk.person.say("你好")
    running = asyncio.create_task(desk.polling().run(desk.stop))

    async with asyncio.timeout(10):
        await desk.woken.acquire()
    desk.stop.set()
    await running

    assert len(desk.kept) == 1


async def test_wrong_token_ends_it(telegram: TelegramEmulator) -> None:
    """Nothing can be polled with a token that Telegram does not know."""
    channel = TelegramWorker("1003:not-a-bot", api_base=telegram.base)
    polling = Polling(channel, FakeInbox(), now=lambda: MORNING, received=lambda: None)

    with pytest.raises(TokenRefused):
        await polling.run(asyncio.Event())
    await channel.close()
