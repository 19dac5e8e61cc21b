"""`qingxin run`: what is started, what is said of the rest, and how it ends."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from bot.channels import aiogram_import
from bot.part import Part
from bot.run import plan, run
from bot.settings import Settings, read_settings
from casework.errors import ConfigurationError
from tests.database import KEY
from tests.telegram_emulator import OFFICER_TOKEN, WORKER_TOKEN, TelegramEmulator

ROOT = Path(__file__).parents[2]

FIRST_POLL = 15.0
"""Seconds. It takes two on two quiet cores; this bound only catches what is far off."""


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    """The emulated Bot API."""
    async with TelegramEmulator() as emulator:
        yield emulator


def _settings(folder: Path, **given: Any) -> Settings:
    return read_settings(
        _env_file=None,
        database_url=f"sqlite:///{folder}/qingxin.db",
        evidence_url=str(folder / "evidence"),
        encryption_keys=KEY,
        **given,
    )


def _lines(folder: Path, only: Part | None = None, **given: Any) -> list[str]:
    return list(plan(_settings(folder, **given), only).lines())


def test_what_is_off_says_which_setting_starts_it(tmp_path: Path) -> None:
    """One line for each part."""
    expected = [
        "worker bot: on",
        "officer bot: off; set QINGXIN_OFFICER_BOT_TOKEN to start it",
        "delivery: on",
        "clock: on",
    ]

    assert expected == _lines(tmp_path, worker_bot_token=WORKER_TOKEN)


def test_one_part_alone(tmp_path: Path) -> None:
    """The others are somebody else's; the clock needs no token."""
    lines = _lines(tmp_path, Part.CLOCK)

    assert lines[-1] == "clock: on"
    assert lines[0] == "worker bot: not in this process (qingxin run --only worker)"


@pytest.mark.parametrize(
    ("only", "given", "line"),
    [
        (None, {}, "nothing to run: set QINGXIN_WORKER_BOT_TOKEN or"),
        (Part.DELIVERY, {}, "nothing to run"),
        (Part.WORKER, {"officer_bot_token": OFFICER_TOKEN}, "needs QINGXIN_WORKER_BOT_TOKEN"),
        (None, {"worker_bot_token": "secret"}, "QINGXIN_WORKER_BOT_TOKEN is no bot token"),
        (
            None,
            {"worker_bot_token": WORKER_TOKEN, "officer_bot_token": WORKER_TOKEN},
            "need two bots",
        ),
        (
            None,
            {"worker_bot_token": WORKER_TOKEN, "telegram_api_base": "localhost:8081"},
            "begins with http",
        ),
    ],
)
def test_what_cannot_be_started(
    tmp_path: Path, only: Part | None, given: dict[str, str], line: str
) -> None:
    """One line that names the setting, and no token."""
    with pytest.raises(ConfigurationError, match=line) as refused:
        plan(_settings(tmp_path, **given), only)

    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


@asynccontextmanager
async def _running(settings: Settings, only: Part | None = None) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(run(settings, only, say=lambda _: None, stop=stop))
    try:
        yield
    finally:
        stop.set()
        await task


async def test_parts_in_processes_of_their_own(tmp_path: Path, telegram: TelegramEmulator) -> None:
    """What the worker's part has received is answered by the delivery, whenever that starts."""
    settings = _settings(
        tmp_path,
        worker_bot_token=WORKER_TOKEN,
        officer_bot_token=OFFICER_TOKEN,
        telegram_api_base=telegram.base,
    )
    worker = telegram.user(WORKER_TOKEN, 501)
    said = worker.say("你好")
    async with _running(settings, Part.WORKER):
        await _acknowledged(telegram, said["update_id"])
    assert worker.texts == []

    async with _running(settings, Part.DELIVERY):
        await worker.heard()
    assert telegram.calls(OFFICER_TOKEN, "getUpdates") == ()


async def _acknowledged(telegram: TelegramEmulator, update_id: int) -> None:
    """Until the bot has asked for the next update: this one is kept."""
    while True:
        asked = telegram.calls(WORKER_TOKEN, "getUpdates")
        if any(int(call.params.get("offset") or 0) > update_id for call in asked):
            return
        await asyncio.sleep(0)


@asynccontextmanager
async def _process(
    folder: Path, telegram: TelegramEmulator, **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    given = {"QINGXIN_TELEGRAM_API_BASE": telegram.base, **settings}
    lines = [f"{name}={value}\n" for name, value in given.items()]
    (folder / ".env").write_text("".join(lines))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _ended(process: asyncio.subprocess.Process) -> tuple[int | None, str]:
    _, said = await process.communicate()
    return process.returncode, said.decode()


async def test_both_bots_from_start_to_sigterm(tmp_path: Path, telegram: TelegramEmulator) -> None:
    """It polls soon, serves both desks, ends in peace, and logs neither words nor tokens."""
    worker, officer = telegram.user(WORKER_TOKEN, 501), telegram.user(OFFICER_TOKEN, 601)
    started = monotonic()
    async with _process(
        tmp_path,
        telegram,
        QINGXIN_WORKER_BOT_TOKEN=WORKER_TOKEN,
        QINGXIN_OFFICER_BOT_TOKEN=OFFICER_TOKEN,
    ) as process:
        await worker.bot.polled.wait()
        assert monotonic() - started <= FIRST_POLL
        worker.say("我在锦绣二期干活，老板欠我三个月工资两万八")
        officer.say("FORGED-CODE")
        await asyncio.gather(worker.heard(), officer.heard())
        process.terminate()
        code, said = await _ended(process)

    assert code == 0
    assert "worker bot: on\nofficer bot: on\n" in said
    for kept_quiet in (WORKER_TOKEN, OFFICER_TOKEN, "两万八", "FORGED", "Traceback"):
        assert kept_quiet not in said


async def test_a_revoked_token(tmp_path: Path, telegram: TelegramEmulator) -> None:
    """Everything ends with one line that names the setting, and exit code 2."""
    async with _process(
        tmp_path,
        telegram,
        QINGXIN_WORKER_BOT_TOKEN="1003:revoked",  # noqa: S106
    ) as process:
        code, said = await _ended(process)

    assert code == 2
    assert said.splitlines()[-1] == (
        "qingxin: QINGXIN_WORKER_BOT_TOKEN: Telegram does not know this bot;"
        " the token is wrong or was revoked"
    )
    assert "Traceback" not in said


def test_methods_that_are_built_are_those_that_are_called() -> None:
    """A method that the channel begins to use has to be put on the list."""
    source = (ROOT / "bot/channels/telegram_worker.py").read_text(encoding="utf-8")
    called = {name.replace("_", "") for name in re.findall(r"self\._bot\.(\w+)\(", source)}
    built = {name.lower() for name in aiogram_import.METHODS}

    # download_file is plain HTTP.
    assert built == called - {"downloadfile"}


async def test_the_channel_works_on_the_quick_import() -> None:
    """The worker bot's share of the contract suite, on an aiogram that was loaded in part."""
    suite = (
        "import sys, pytest;"
        "from bot.channels.aiogram_import import import_aiogram; import_aiogram();"
        "sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-k', 'worker',"
        " 'tests/channels/test_contract.py', 'tests/channels/test_telegram.py']))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        suite,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    shown, _ = await process.communicate()

    assert process.returncode == 0, shown.decode()
