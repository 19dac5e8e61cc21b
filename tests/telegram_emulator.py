"""A Bot API server on this machine, for several bots at once, over real HTTP.

    async with TelegramEmulator() as telegram:
        worker = telegram.user(WORKER_TOKEN, 501)
        worker.say("老板不给钱")
        ...  # a bot whose api_base is telegram.base polls, and answers
        message = await worker.heard()

It enforces what Telegram does (see `tests.emulator.methods`); `fail` makes it misbehave.
"""

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.emulator.methods import METHODS, UPLOAD, Request, unknown
from tests.emulator.person import Person
from tests.emulator.state import ApiError, Call, Chat, EmulatedBot, Fault, fixed_now

WORKER_TOKEN = "1001:worker-bot-of-the-tests"  # noqa: S105 - belongs to nobody
OFFICER_TOKEN = "1002:officer-bot-of-the-tests"  # noqa: S105


class TelegramEmulator:
    """The server, and what a test does with it."""

    def __init__(self, *, now: Callable[[], datetime] = fixed_now) -> None:
        self.base = ""
        self.bots = {
            token: EmulatedBot(token=token, username=username, now=now)
            for token, username in (
                (WORKER_TOKEN, "qingxin_test_bot"),
                (OFFICER_TOKEN, "qingxin_staff_test_bot"),
            )
        }
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        application = web.Application(client_max_size=UPLOAD + 1024 * 1024)
        application.router.add_route("*", "/bot{token}/{method}", self._call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(application, shutdown_timeout=0.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for bot in self.bots.values():
            bot.polls += 1  # whoever polls is sent home
            bot.arrived.set()
        if self._runner is not None:
            await self._runner.cleanup()

    def user(
        self, token: str, chat_id: int, language: str | None = "zh-hans", name: str = "Li"
    ) -> Person:
        """Somebody who has opened a private chat with a bot."""
        bot = self.bots[token]
        chat = bot.chats.setdefault(chat_id, Chat(id=chat_id, first_name=name))
        return Person(bot=bot, chat=chat, id=chat_id, language=language, name=name)

    def member(self, token: str, group_id: int, user_id: int, title: str = "工友群") -> Person:
        """Somebody in a group that the bot is in; its id is negative."""
        bot = self.bots[token]
        chat = bot.chats.setdefault(group_id, Chat(id=group_id, title=title))
        return Person(bot=bot, chat=chat, id=user_id, language="zh-hans", name="Li")

    def fail(
        self,
        token: str,
        method: str,
        status: int,
        description: str = "",
        **how: Any,
    ) -> None:
        """Answer the next calls of a method so; ``how`` as in `tests.emulator.state.Fault`.

        429 needs ``retry_after``; status 0 breaks the connection.
        """
        self.bots[token].faults.append(
            Fault(
                method=method,
                status=status,
                description=description or f"Error {status}",
                retry_after=how.get("retry_after"),
                times=how.get("times", 1),
                chat=how.get("chat"),
                after=how.get("after", False),
            )
        )

    def calls(self, token: str, method: str) -> tuple[Call, ...]:
        """What a bot asked for."""
        return tuple(
            call for call in self.bots[token].calls if call.method.lower() == method.lower()
        )

    async def _call(self, http: web.Request) -> web.StreamResponse:
        method = http.match_info["method"]
        try:
            bot = self._bot(http)
            request = await _read(http)
            bot.calls.append(Call(method=method, params=request.params))
            fault = bot.fault_for(method, request.params.get("chat_id"))
            if fault is not None and not fault.after:
                return _broken(http, fault)
            result = await METHODS.get(method.lower(), unknown)(bot, request)
        except ApiError as error:
            return _refused(error)
        if fault is not None:
            return _broken(http, fault)
        return web.json_response({"ok": True, "result": result})

    async def _file(self, http: web.Request) -> web.StreamResponse:
        try:
            bot = self._bot(http)
        except ApiError as error:
            return _refused(error)
        fault = bot.fault_for("download", None)
        if fault is not None:
            return _broken(http, fault)
        for file in bot.files.values():
            if file.path == http.match_info["path"]:
                return web.Response(body=file.content)
        return _refused(ApiError(404, "Not Found"))

    def _bot(self, http: web.Request) -> EmulatedBot:
        try:
            return self.bots[http.match_info["token"]]
        except KeyError:
            raise ApiError(401, "Unauthorized") from None


async def _read(http: web.Request) -> Request:
    if http.content_type == "application/json":
        return Request(params=await http.json())
    params: dict[str, Any] = dict(http.query)
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await http.post()).items():
        if isinstance(value, web.FileField):
            with value.file as stream:
                files[name] = (value.filename, stream.read())
        else:
            params[name] = value
    return Request(params=params, files=files)


def _refused(error: ApiError) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.status,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return web.json_response(body, status=error.status)


def _broken(http: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.status == 0 and http.transport is not None:
        http.transport.abort()
        return web.Response()
    if fault.status >= 500:
        return web.Response(status=fault.status, text="<html>Bad Gateway</html>")
    if fault.retry_after is None:
        return _refused(ApiError(fault.status, fault.description))
    described = f"Too Many Requests: retry after {fault.retry_after}"
    return _refused(ApiError(fault.status, described, retry_after=fault.retry_after))
