"""Starts whatever is configured, and says of the rest which setting would start it."""

import asyncio
import gc
import re
import signal
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.app import App, Line, open_app
from bot.channels.channel import TokenRefused
from bot.menus import offer_menu
from bot.metrics import served
from bot.part import Part
from bot.polling import Polling
from bot.settings import Settings
from casework.errors import ConfigurationError
from storage.leases import free_leases

if TYPE_CHECKING:
    from bot.channels.telegram_officer import TelegramOfficer
    from bot.channels.telegram_worker import TelegramWorker

TOKENS: Mapping[Part, str] = {
    Part.WORKER: "QINGXIN_WORKER_BOT_TOKEN",
    Part.OFFICER: "QINGXIN_OFFICER_BOT_TOKEN",
}
_TOKEN = re.compile(r"\d+:[\w-]+")
_BOTS = (Part.WORKER, Part.OFFICER)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What this process is going to be. ``tokens`` are those of the bots that it speaks as."""

    parts: frozenset[Part]
    tokens: Mapping[Part, str]

    def lines(self) -> Iterator[str]:
        """One line for each part: on, elsewhere, or which setting starts it."""
        names = {
            Part.WORKER: "worker bot",
            Part.OFFICER: "officer bot",
            Part.DELIVERY: "delivery",
            Part.CLOCK: "clock",
        }
        for part, name in names.items():
            if part in self.parts:
                yield f"{name}: on"
            elif part in TOKENS and part not in self.tokens and Part.DELIVERY in self.parts:
                yield f"{name}: off; set {TOKENS[part]} to start it"
            else:
                yield f"{name}: not in this process (qingxin run --only {part.value})"


def plan(settings: Settings, only: Part | None) -> Plan:
    """What the settings allow; ConfigurationError where that is nothing, or not what is asked."""
    tokens = _tokens(settings)
    if only in _BOTS:
        if only not in tokens:
            raise ConfigurationError(
                f"run --only {only.value} needs {TOKENS[only]}: the token that @BotFather gave"
            )
        tokens = {only: tokens[only]}
    if only is Part.CLOCK:
        tokens = {}
    elif not tokens:
        raise ConfigurationError(
            f"nothing to run: set {' or '.join(TOKENS.values())}; without a token, try: qingxin chat"
        )
    parts = frozenset({only}) if only else frozenset({*tokens, Part.DELIVERY, Part.CLOCK})
    return Plan(parts=parts, tokens=tokens)


def _tokens(settings: Settings) -> dict[Part, str]:
    given = {Part.WORKER: settings.worker_bot_token, Part.OFFICER: settings.officer_bot_token}
    tokens = {part: secret.get_secret_value().strip() for part, secret in given.items() if secret}
    for part, token in tokens.items():
        if not _TOKEN.fullmatch(token):
            raise ConfigurationError(
                f"{TOKENS[part]} is no bot token: it looks like 123456789:AbC-dEf"
            )
    if len(set(tokens.values())) < len(tokens):
        raise ConfigurationError(
            f"{' and '.join(TOKENS.values())} are the same: workers and officers need two bots"
        )
    base = settings.telegram_api_base
    if base and not base.startswith(("http://", "https://")):
        raise ConfigurationError(
            "QINGXIN_TELEGRAM_API_BASE begins with http:// or https://, like http://127.0.0.1:8081"
        )
    return tokens


async def run(
    settings: Settings,
    only: Part | None = None,
    *,
    say: Callable[[str], None],
    stop: asyncio.Event | None = None,
) -> None:
    """Run until SIGTERM, SIGINT or ``stop``; a message at work is finished first."""
    planned = plan(settings, only)
    for line in planned.lines():
        say(line)
    stop = stop or asyncio.Event()
    _stop_on_signals(stop)
    async with AsyncExitStack() as stack:
        bots = [_bot(part, token, settings) for part, token in planned.tokens.items()]
        for bot in bots:
            stack.push_async_callback(bot.close)
        app = await stack.enter_async_context(open_app(settings))
        if port := stack.enter_context(served(settings.metrics_port)):
            say(f"metrics: http://127.0.0.1:{port}/metrics")
        if app.engine.is_sqlite and only is None:
            # One file, one process: what the last one was killed at is taken up at once.
            await free_leases(app.engine)
        _keep_garbage_small()
        line_of_work = app.line(bots)
        jobs = list(_jobs(planned, app, line_of_work, bots, stop))
        say("running; Ctrl-C stops")
        await _until_stopped(jobs, stop)


def _bot(part: Part, token: str, settings: Settings) -> "TelegramWorker | TelegramOfficer":
    """A bot; its library is loaded here, because aiogram alone would take seconds."""
    if part is Part.WORKER:
        from bot.channels.aiogram_import import import_aiogram

        import_aiogram()
        from bot.channels.telegram_worker import TelegramWorker

        return TelegramWorker(token, api_base=settings.telegram_api_base)
    from bot.channels.telegram_officer import TelegramOfficer

    return TelegramOfficer(token, api_base=settings.telegram_api_base)


def _keep_garbage_small() -> None:
    """What was built so far stays: the collector need not look at it again."""
    gc.freeze()
    gc.enable()


def _jobs(
    planned: Plan,
    app: App,
    line: Line,
    bots: "list[TelegramWorker | TelegramOfficer]",
    stop: asyncio.Event,
) -> Iterator[Awaitable[None]]:
    receiving = [part for part in _BOTS if part in planned.parts]
    for part, bot in zip(planned.tokens, bots, strict=True):
        if part in receiving:
            polling = Polling(bot, app.inbox, now=app.now, received=line.intake.nudge)
            yield _poll(polling, part, stop)
            yield _put_up_menu(bot, app, stop)
    if receiving:
        yield line.intake.run(stop)
    if Part.DELIVERY in planned.parts:
        yield line.delivery.run(stop, now=app.now)
    if Part.CLOCK in planned.parts:
        yield line.timer.run(stop)
        yield line.ledger.run(stop)


async def _poll(polling: Polling, part: Part, stop: asyncio.Event) -> None:
    try:
        await polling.run(stop)
    except TokenRefused:
        raise ConfigurationError(
            f"{TOKENS[part]}: Telegram does not know this bot; the token is wrong or was revoked"
        ) from None


async def _put_up_menu(
    bot: "TelegramWorker | TelegramOfficer", app: App, stop: asyncio.Event
) -> None:
    """Once, beside the first messages; then it waits like the other jobs."""
    await offer_menu(bot, app.renderer)
    await stop.wait()


async def _until_stopped(jobs: list[Awaitable[None]], stop: asyncio.Event) -> None:
    """All of them end together: whatever ends one lets the others finish what they are at."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    for task in tasks:
        task.add_done_callback(lambda _: stop.set())
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    for result in ended:
        if isinstance(result, BaseException):
            raise result


def _stop_on_signals(stop: asyncio.Event) -> None:
    """The first signal ends it in peace, the second at once."""
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows, or a thread
            loop.add_signal_handler(number, end)
