"""Three channels for the contract suite, each with somebody at it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.channel import PolledChannel
from bot.channels.console import Console
from bot.channels.telegram_officer import TelegramOfficer
from bot.channels.telegram_worker import TelegramWorker
from casework.messages import Desk
from tests.channels.humans import ConsoleHuman, Human, TelegramHuman
from tests.fakes import MORNING
from tests.telegram_emulator import OFFICER_TOKEN, WORKER_TOKEN, TelegramEmulator


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    """The emulated Bot API."""
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def worker_bot(telegram: TelegramEmulator) -> AsyncIterator[TelegramWorker]:
    """The workers' bot, opened."""
    channel = TelegramWorker(WORKER_TOKEN, api_base=telegram.base)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
async def officer_bot(telegram: TelegramEmulator) -> AsyncIterator[TelegramOfficer]:
    """The officers' bot, opened."""
    channel = TelegramOfficer(OFFICER_TOKEN, api_base=telegram.base)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture(params=["console", "worker-bot", "officer-bot"])
def human(request: pytest.FixtureRequest, tmp_path: Path) -> Human:
    """Somebody at each channel in turn."""
    if request.param == "console":
        shown: list[str] = []
        console = Console(
            Desk.WORKER,
            now=lambda: MORNING,
            show=lambda _, text: shown.append(text),
            language="zh-hans",
            files=tmp_path / "received",
        )
        return ConsoleHuman(channel=console, folder=tmp_path, shown=shown)
    return request.getfixturevalue(f"{request.param.replace('-', '_')}_human")  # type: ignore[no-any-return]


@pytest.fixture
def worker_bot_human(telegram: TelegramEmulator, worker_bot: TelegramWorker) -> TelegramHuman:
    """Somebody at the workers' bot."""
    return TelegramHuman(channel=worker_bot, person=telegram.user(WORKER_TOKEN, 501))


@pytest.fixture
def officer_bot_human(telegram: TelegramEmulator, officer_bot: TelegramOfficer) -> TelegramHuman:
    """Somebody at the officers' bot."""
    return TelegramHuman(channel=officer_bot, person=telegram.user(OFFICER_TOKEN, 601))


@pytest.fixture(params=["worker-bot", "officer-bot"])
def bot_human(request: pytest.FixtureRequest) -> TelegramHuman:
    """Somebody at each Telegram bot in turn."""
    return request.getfixturevalue(f"{request.param.replace('-', '_')}_human")  # type: ignore[no-any-return]


@pytest.fixture
def bot_token(bot_human: TelegramHuman) -> str:
    """The token of the bot that ``bot_human`` talks to."""
    return bot_human.person.bot.token


@pytest.fixture
def polled(bot_human: TelegramHuman) -> PolledChannel:
    """The channel of the bot that ``bot_human`` talks to."""
    return bot_human.channel
