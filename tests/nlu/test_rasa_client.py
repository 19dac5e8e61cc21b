"""A Rasa server in front of the local interpreter: used when it answers, survived when not."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from casework.meaning import FactName, Intent
from nlu.interpreter import LocalInterpreter
from nlu.rasa_client import FALLBACKS, REST, RasaInterpreter, as_parse, readings

ON = date(2026, 11, 23)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ANSWER = {
    "text": "hello",
    "intent": {"name": "ask_status", "confidence": 0.91},
    "entities": [],
    "intent_ranking": [
        {"name": "ask_status", "confidence": 0.91},
        {"name": "nlu_fallback", "confidence": 0.3},
        {"name": "complaint", "confidence": 0.05},
    ],
}


class Server:
    """A Rasa server on loopback that answers as told and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Handler = self._good
        self.asked: list[object] = []

    async def _good(self, request: web.Request) -> web.Response:
        self.asked.append(await request.json())
        return web.json_response(ANSWER)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        return await self.answer(request)


@pytest.fixture
async def server() -> AsyncIterator[tuple[Server, str]]:
    rasa = Server()
    app = web.Application()
    app.router.add_post("/model/parse", rasa.serve)
    async with TestServer(app, host="127.0.0.1") as running:
        yield rasa, str(running.make_url("/"))


async def ask(url: str, text: str, *, seconds: float = 2.0) -> Intent:
    async with ClientSession() as session:
        rasa = RasaInterpreter(url, LocalInterpreter(model=None), session, seconds=seconds)
        return (await rasa.interpret(text, on=ON)).intent


async def test_the_server_decides_the_intent(server: tuple[Server, str]) -> None:
    """Intents come from the server, sums from our own grammar, danger from our rules."""
    rasa, url = server
    async with ClientSession() as session:
        interpreter = RasaInterpreter(url, LocalInterpreter(model=None), session)
        meaning = await interpreter.interpret("老板欠我两万八，我要跳楼", on=ON)

    assert [{"text": "老板欠我两万八，我要跳楼"}] == rasa.asked
    assert [Intent.DANGER, Intent.ASK_STATUS] == [r.intent for r in meaning.readings][:2]
    assert meaning.all(FactName.AMOUNT)


async def test_a_server_that_is_down_is_left_alone(server: tuple[Server, str]) -> None:
    """After three failures no message waits for it, until half a minute is over."""
    rasa, url = server
    now, asked = [0.0], [0]

    async def down(_: web.Request) -> web.StreamResponse:
        asked[0] += 1
        raise web.HTTPInternalServerError

    rasa.answer = down
    async with ClientSession() as session:
        local = LocalInterpreter(model=None)
        interpreter = RasaInterpreter(url, local, session, clock=lambda: now[0])
        for _ in range(5):
            await interpreter.interpret("老板不给钱", on=ON)
        assert 3 == asked[0]
        now[0] += REST
        rasa.answer = rasa._good
        meaning = await interpreter.interpret("老板不给钱", on=ON)
        assert Intent.ASK_STATUS is meaning.intent
        rasa.answer = down
        for _ in range(2):
            await interpreter.interpret("老板不给钱", on=ON)
    assert 5 == asked[0]  # one answer, and the counting begins anew


def _says(*ranking: tuple[str, float]) -> Handler:
    said = [{"name": name, "confidence": confidence} for name, confidence in ranking]

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.json_response({"text": "", "intent": said[0], "intent_ranking": said})

    return answer


async def test_a_server_that_has_not_understood(server: tuple[Server, str]) -> None:
    """Its weak guesses do not replace what the local interpreter knows."""
    rasa, url = server
    rasa.answer = _says(("nlu_fallback", 0.4), ("ask_next", 0.29), ("affirm", 0.2))
    before = _count()
    assert Intent.COMPLAINT is await ask(url, "老板欠我三万")
    assert before == _count()


async def test_what_a_server_hardly_believes_is_not_said(server: tuple[Server, str]) -> None:
    """An insult is an insult, whatever stands last in the ranking."""
    rasa, url = server
    rasa.answer = _says(("abuse", 0.95), ("object", 0.01), ("complaint", 0.01))
    assert Intent.ABUSE is await ask(url, "你们这群王八蛋")


async def test_a_photo_is_no_question_to_a_server(server: tuple[Server, str]) -> None:
    """Without words nothing is asked, and nothing counts as a failure."""
    rasa, url = server
    before = _count()
    await ask(url, " ")
    assert [] == rasa.asked
    assert before == _count()


async def test_the_token_of_a_server(server: tuple[Server, str]) -> None:
    """A server with --auth-token wants it in the address."""
    rasa, url = server
    seen, given = [], "as it was started with"

    async def answer(request: web.Request) -> web.StreamResponse:
        seen.append(request.query.get("token"))
        return web.json_response(ANSWER)

    rasa.answer = answer
    async with ClientSession() as session:
        interpreter = RasaInterpreter(url, LocalInterpreter(model=None), session, token=given)
        await interpreter.interpret("办到哪了", on=ON)
    assert [given] == seen


async def _error(_: web.Request) -> web.StreamResponse:
    raise web.HTTPInternalServerError


async def _text(_: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>", content_type="text/html")


async def _other_shape(_: web.Request) -> web.StreamResponse:
    return web.json_response({"intents": []})


async def _list(_: web.Request) -> web.StreamResponse:
    return web.json_response([1, 2])


async def _endless(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()  # chunked: no length tells how much will come
    await response.prepare(request)
    for _ in range(40):
        await response.write(b" " * 50_000)
    await response.write(b"{}")
    return response


async def _slow(_: web.Request) -> web.StreamResponse:
    await asyncio.Event().wait()
    return web.Response()


@pytest.mark.parametrize("answer", [_error, _text, _other_shape, _list, _endless, _slow])
async def test_a_bad_server_is_survived(server: tuple[Server, str], answer: Handler) -> None:
    """Errors, nonsense and silence: the local interpreter answers, and log and counter say so."""
    rasa, url = server
    rasa.answer = answer
    before = _count()
    with capture_logs() as logs:
        assert Intent.COMPLAINT is await ask(url, "老板欠我三万", seconds=0.2)
    assert ["rasa_fallback"] == [line["event"] for line in logs]
    assert "三万" not in str(logs)
    assert before + 1 == _count()


async def test_no_server() -> None:
    """Nobody listens: the same."""
    assert Intent.COMPLAINT is await ask("http://127.0.0.1:9", "老板欠我三万", seconds=0.5)


def test_our_answer_has_the_same_shape() -> None:
    """What we send out as a parse can be read back as one."""
    meaning = LocalInterpreter(model=None).read("老板王强欠我三万", ON)
    parse = as_parse(meaning)

    assert {"text", "intent", "intent_ranking", "entities"} == set(parse)
    assert meaning.intent is readings(parse)[0].intent
    entity = next(e for e in parse["entities"] if e["entity"] == "employer")
    assert ("王强", "person") == (entity["value"], entity["role"])


def _count() -> float:
    return sum(
        sample.value
        for metric in FALLBACKS.collect()
        for sample in metric.samples
        if sample.name.endswith("_total")
    )
