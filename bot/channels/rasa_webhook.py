"""The HTTP side of the action server: ``/webhook``, ``/actions`` and ``/health``, on loopback.

Whoever reaches it can write as any worker. It does not answer browsers: a page that somebody
looks at must not reach a server on the same machine.
"""

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from aiohttp import web

from bot.app import open_app
from bot.channels.rasa_actions import RasaActions
from bot.channels.rasa_channel import RasaChannel
from bot.collecting import Collecting
from bot.settings import Settings
from casework.errors import ConfigurationError

LARGEST_CALL = 16 * 1024 * 1024
"""Bytes. A tracker holds the whole conversation, and the domain comes with it."""

GRACE = 20.0
"""Seconds for calls that are being served when it is told to stop."""

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = structlog.get_logger(__name__)


def webhook(actions: RasaActions) -> web.Application:
    """The application; it serves in the loop that it is started in."""

    async def call(request: web.Request) -> web.Response:
        status, body = await actions.answer(json.loads(await request.read()))
        return web.json_response(body, status=status)

    async def names(_: web.Request) -> web.Response:
        return web.json_response([{"name": name} for name in actions.names])

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application(client_max_size=LARGEST_CALL, middlewares=[_quiet])
    app.router.add_post("/webhook", call)
    app.router.add_get("/actions", names)
    app.router.add_get("/health", health)
    return app


@web.middleware
async def _quiet(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No error repeats anything of its request, neither to the caller nor in the log."""
    if "Origin" in request.headers:
        return _refused(403, "this is no place for browsers")
    try:
        return await handler(request)
    except web.HTTPException as error:
        return _refused(error.status, error.reason)
    except (ValueError, RecursionError, web.RequestPayloadError):
        return _refused(400, "this is no JSON")
    except Exception as error:  # noqa: BLE001
        _log.error("call failed", error=type(error).__name__)
        return _refused(500, "the call failed")


def _refused(status: int, why: str) -> web.Response:
    return web.json_response({"error": why}, status=status)


async def serve(
    settings: Settings,
    *,
    host: str,
    port: int,
    say: Callable[[str], None],
    stop: asyncio.Event | None = None,
) -> None:
    """Serve until SIGTERM, SIGINT or ``stop``; a call at work is finished first."""
    stop = stop or asyncio.Event()
    _stop_on_signals(stop)
    async with open_app(settings) as app:
        collecting = Collecting(app, RasaChannel())
        runner = web.AppRunner(
            webhook(RasaActions(app, collecting)), access_log=None, shutdown_timeout=GRACE
        )
        await runner.setup()
        ended = asyncio.Event()
        work = asyncio.create_task(collecting.run(ended))
        work.add_done_callback(lambda _: stop.set())
        try:
            await _listen(runner, host, port)
            for line in _about(runner, host):
                say(line)
            await stop.wait()
        finally:
            await runner.cleanup()
            ended.set()
            await work


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or "no such port"
        raise ConfigurationError(f"rasa actions: {host}:{port} cannot be used: {why}") from None


def _about(runner: web.AppRunner, host: str) -> tuple[str, ...]:
    address: Any = runner.addresses[0]
    at = f"[{address[0]}]" if ":" in address[0] else address[0]
    lines = (
        f"Rasa actions: http://{at}:{address[1]}/webhook",
        "Ctrl-C stops; officers' bot and clock: qingxin run",
    )
    if host in LOOPBACK:
        return lines
    return (*lines, f"warning: whoever reaches {host} can write as any worker")


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows, or a thread
            loop.add_signal_handler(number, stop.set)
