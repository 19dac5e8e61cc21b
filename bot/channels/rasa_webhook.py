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

Page = Callable[[web.BaseRequest], Awaitable[web.Response]]

_log = structlog.get_logger(__name__)


class Webhook(web.Server):
    """The server; it serves in the loop that it is started in.

    Not a `web.Application`: what is no HTTP is answered before one is asked, with a piece of it.
    """

    def __init__(self, actions: RasaActions) -> None:
        super().__init__(self._answer, request_factory=_request)
        self._actions = actions
        self._pages: dict[tuple[str, str], Page] = {
            ("POST", "/webhook"): self._call,
            ("GET", "/actions"): self._names,
            ("GET", "/health"): self._health,
        }

    def __call__(self) -> web.RequestHandler:
        """A connection."""
        return _Connection(
            self,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type]
        )

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        """No error repeats anything of its request, neither to the caller nor in the log."""
        if "Origin" in request.headers:
            return _refused(403, "this is no place for browsers")
        page = self._pages.get((request.method, request.path))
        if page is None:
            return _refused(404, "there is nothing here")
        try:
            return await page(request)
        except web.HTTPException as error:
            return _refused(error.status, error.reason)
        except (ValueError, RecursionError, web.RequestPayloadError):
            return _refused(400, "this is no JSON")
        except Exception as error:  # noqa: BLE001
            _log.error("call failed", error=type(error).__name__)
            return _refused(500, "the call failed")

    async def _call(self, request: web.BaseRequest) -> web.Response:
        status, body = await self._actions.answer(json.loads(await request.read()))
        return web.json_response(body, status=status)

    async def _names(self, _: web.BaseRequest) -> web.Response:
        return web.json_response([{"name": name} for name in self._actions.names])

    async def _health(self, _: web.BaseRequest) -> web.Response:
        return web.json_response({"status": "ok"})


class _Connection(web.RequestHandler):
    """Keeps silent about what it cannot read: it may be the words of a body that ran over."""

    __slots__ = ()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """A sentence of ours, and the connection ends."""
        del request, message
        self.log_exception(exc_info=exc)
        response = _refused(status, "this is no HTTP" if status == 400 else "the call failed")
        response.force_close()
        return response

    def log_exception(self, *args: object, **kwargs: object) -> None:
        """The kind of the failure alone."""
        _log.warning("connection failed", error=type(kwargs.get("exc_info")).__name__)


def _request(*given: Any) -> web.BaseRequest:
    make: Callable[..., web.BaseRequest] = web.BaseRequest
    return make(*given, asyncio.get_running_loop(), client_max_size=LARGEST_CALL)


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
        runner = web.ServerRunner(Webhook(RasaActions(app, collecting)), shutdown_timeout=GRACE)
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


async def _listen(runner: web.BaseRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or "no such port"
        raise ConfigurationError(f"rasa actions: {host}:{port} cannot be used: {why}") from None


def _about(runner: web.BaseRunner, host: str) -> tuple[str, ...]:
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
