"""An unmodified Rasa server calls our actions: in process, and over HTTP on this machine."""

import asyncio
import json
import logging
import socket
import sys
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.__main__ import main
from bot.app import App, open_app
from bot.channels.channel import FileGone, UnreadableUpdate
from bot.channels.rasa_actions import MIRRORED, RasaActions
from bot.channels.rasa_channel import RasaChannel, payload, pressed
from bot.channels.rasa_webhook import Webhook, serve
from bot.channels.rendered import Rendered, RenderedButton
from bot.collecting import Collecting
from bot.settings import Settings, read_settings
from casework.case import Case
from casework.errors import ConfigurationError
from casework.meaning import Meaning
from casework.messages import Outgoing, Reply
from casework.numbers import find_case_number
from casework.transport import Fate
from casework.unit_of_work import UnitOfWork
from casework.work import ItemKind, WorkItem
from casework.worker_forms import COMPLAINT
from storage.engine import open_engine
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.seal import Sealer
from storage.unit_of_work import unit_of_work_factory
from tests.channels.rasa_server import RasaTalk, domain, rules
from tests.database import KEY

MORNING = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
WORDS = "我在锦绣二期干活，老板王建国欠我们12个人三个月工资，一共十六万八，到现在一分没给"
FORM = "validate_complaint_form"
MOST_MESSAGES = 8


@dataclass(kw_only=True)
class House:
    """The action server's inside, under a clock that a test moves."""

    app: App
    collecting: Collecting
    actions: RasaActions
    clock: list[datetime]

    def talk(self, sender: str = "5f1c2b") -> RasaTalk:
        """A conversation on the Rasa server."""
        return RasaTalk(answer=self.actions.answer, sender=sender)

    async def push(self, chat: str, key: str = "greeting") -> None:
        """News for a chat, while nobody asks."""
        async with self.app.unit_of_work() as uow:
            await uow.outbox.put(
                Outgoing(channel="rasa", chat=chat, language="zh-CN", reply=Reply(key=key))
            )

    async def items(self) -> list[WorkItem]:
        """What is to be done by the arrears office."""
        async with self.app.unit_of_work() as uow:
            return list(await uow.work.open_of(self.app.house.district.arrears_office))

    async def cases(self, chat: str) -> tuple[Case, ...]:
        """The cases of whoever talks in a chat."""
        async with self.app.unit_of_work() as uow:
            person = await uow.people.at("rasa", chat)
            return await uow.cases.of_person(person.id) if person else ()


def _settings(folder: Path) -> Settings:
    return read_settings(
        _env_file=None,
        database_url=f"sqlite:///{folder}/qingxin.db",
        evidence_url=str(folder / "evidence"),
        encryption_keys=KEY,
    )


@asynccontextmanager
async def _serving(app: App, clock: list[datetime], patience: float) -> AsyncIterator[House]:
    collecting = Collecting(app, RasaChannel(), patience=patience)
    stop = asyncio.Event()
    work = asyncio.create_task(collecting.run(stop))
    try:
        actions = RasaActions(app, collecting)
        yield House(app=app, collecting=collecting, actions=actions, clock=clock)
    finally:
        stop.set()
        await work


_built: dict[str, tuple[App, bytes]] = {}


async def _build() -> tuple[App, bytes]:
    """District, ledger and texts are read once in a process."""
    if "app" not in _built:
        with TemporaryDirectory(prefix="qingxin-") as folder:
            async with open_app(_settings(Path(folder)), strict_texts=True) as app:
                pass
            _built["app"] = app, (Path(folder) / "qingxin.db").read_bytes()
    return _built["app"]


@pytest.fixture
def clock() -> list[datetime]:
    """The time, which only a test moves."""
    return [MORNING]


@pytest.fixture
async def app(tmp_path: Path, clock: list[datetime]) -> AsyncIterator[App]:
    """The app on a database of its own, where nobody serves yet."""
    built, database = await _build()
    (tmp_path / "qingxin.db").write_bytes(database)
    engine, sealer = open_engine(f"sqlite:///{tmp_path / 'qingxin.db'}"), Sealer([KEY])
    yield replace(
        built,
        engine=engine,
        sealer=sealer,
        unit_of_work=unit_of_work_factory(engine, sealer, now=lambda: clock[0]),
        inbox=SqlInbox(engine, sealer),
        outbox=SqlOutboxQueue(engine, sealer),
        now=lambda: clock[0],
    )
    await engine.dispose()


@pytest.fixture
async def house(app: App, clock: list[datetime]) -> AsyncIterator[House]:
    """A house at work."""
    async with _serving(app, clock, patience=15.0) as serving:
        yield serving


@pytest.fixture
async def http(house: House) -> AsyncIterator[str]:
    """The same behind HTTP; its address."""
    runner = aiohttp.web.ServerRunner(Webhook(house.actions))
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def _post(url: str, body: bytes, **headers: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            url, data=body, headers={"Content-Type": "application/json", **headers}
        ) as answer,
    ):
        return answer.status, await answer.text()


async def _tell(talk: RasaTalk, action: str) -> None:
    """Tell a whole complaint, up to the button that files it."""
    await talk.says(WORDS, action)
    for _ in range(MOST_MESSAGES):
        if talk.payload(":read_back:yes"):
            return
        await talk.says("跳过", action)
    pytest.fail("it was never read back")


async def test_whole_complaint(house: House) -> None:
    """Told in the form, read back, filed with a button: the slots follow, the form ends."""
    talk = house.talk()
    await _tell(talk, FORM)

    told = {name: talk.slots[name] for name in ("amount", "headcount", "months", "place_kind")}
    assert {"amount": 168000, "headcount": 12, "months": 3, "place_kind": "site"} == told
    assert "锦绣" in talk.slots["site"]
    assert "read_back" == talk.slots["requested_slot"]

    (receipt,) = await talk.says(talk.payload(":read_back:yes") or "", FORM)

    (case,) = await house.cases(talk.sender)
    assert case.filed_at is not None
    assert case.number == find_case_number(receipt) == talk.slots["case_number"]
    assert None is talk.slots["requested_slot"]
    assert [] == await talk.runs("action_qingxin")


async def test_message_outside_a_form(house: House) -> None:
    """The action alone is enough: every message goes to the same conversation."""
    talk = house.talk()
    await _tell(talk, "action_qingxin")
    await talk.says(talk.payload(":read_back:yes") or "")

    assert [True] == [case.filed_at is not None for case in await house.cases(talk.sender)]


async def test_redelivered_call(house: House) -> None:
    """The same call twice changes nothing twice; the answer keeps its shape."""
    talk = house.talk()
    talk.hears(WORDS)
    call = talk.call("action_qingxin")
    first = await house.actions.answer(json.loads(json.dumps(call)))
    again = await house.actions.answer(call)

    assert first[1] is not None
    assert first[1]["responses"]
    assert (200, {"events": [], "responses": []}) == again
    assert 1 == len(await house.cases(talk.sender))


async def test_the_same_words_again_are_no_redelivery(house: House) -> None:
    """Another message id is another message, whatever it says."""
    talk = house.talk()

    assert await talk.says("你好")
    assert await talk.says("你好")


async def test_two_calls_of_one_message_at_once(house: House) -> None:
    """A form may validate twice for one message: it is told once."""
    talk = house.talk()
    talk.hears(WORDS)
    answers = await asyncio.gather(
        *(house.actions.answer(json.loads(json.dumps(talk.call(FORM)))) for _ in range(2))
    )

    texts = [r["text"] for _, body in answers if body for r in body["responses"]]
    assert len(set(texts)) == len(texts) > 0
    assert 1 == len(await house.cases(talk.sender))


async def test_many_people_at_once(house: House) -> None:
    """Everybody gets the answer to their own message with their own call."""
    talks = [house.talk(f"person-{number}") for number in range(6)]
    told = await asyncio.gather(*(talk.says(WORDS) for talk in talks))

    numbers = [find_case_number(" ".join(texts)) for texts in told]
    assert 6 == len(set(numbers))
    for talk, number in zip(talks, numbers, strict=True):
        assert [number] == [case.number for case in await house.cases(talk.sender)]


async def test_status(house: House) -> None:
    """Asked by its own action, whatever words led there; before there is a case, kindly."""
    talk = house.talk()
    (none_yet,) = await talk.says("那个事", "action_status")
    await _tell(talk, "action_qingxin")
    await talk.says(talk.payload(":read_back:yes") or "")
    (status,) = await talk.says("那个事呢", "action_status")

    (case,) = await house.cases(talk.sender)
    assert "还没有" in none_yet
    assert case.number in status


async def test_status_after_the_message_was_passed_on(house: House) -> None:
    """An asking action asks also where another action has served the same message."""
    talk = house.talk()
    await talk.says("你好")

    assert 1 == len(await talk.runs("action_status"))
    assert [] == await talk.runs("action_status")


async def test_legal_aid(house: House) -> None:
    """Where free legal aid is, through its own action."""
    (told,) = await house.talk().says("打官司要钱吗", "action_legal_aid")

    assert "法律援助" in told


async def test_routing_preview(house: House) -> None:
    """The unit that would be proposed so far; the receipt names the same one."""
    talk = house.talk()
    (nothing,) = await talk.says("归谁管", "action_routing_preview")
    await _tell(talk, "action_qingxin")
    (so_far,) = await talk.says("归谁管", "action_routing_preview")
    await talk.says(talk.payload(":read_back:yes") or "")
    (filed,) = await talk.says("归谁管", "action_routing_preview")

    (case,) = await house.cases(talk.sender)
    assert "还没有" in nothing
    assert house.app.house.unit(case.holder).name in so_far
    assert so_far == filed


async def test_waiting_news_is_collected(house: House) -> None:
    """What was pushed meanwhile comes before the answer to the next message."""
    talk = house.talk()
    await talk.says("你好")
    await house.push(talk.sender, "thanks")
    await house.push("somebody else", "thanks")
    told = await talk.says("打官司要钱吗", "action_legal_aid")

    assert 2 == len(told)
    assert "法律援助" in told[1]


async def test_intent_that_nobody_said_collects(house: House) -> None:
    """A server that triggers an intent by itself gets what waits, and nothing is answered."""
    talk = house.talk()
    assert [] == await talk.says("EXTERNAL: qingxin_button")
    await house.push(talk.sender, "thanks")

    assert 1 == len(await talk.says("EXTERNAL: qingxin_button"))
    assert () == await house.cases(talk.sender)


async def test_what_nobody_collects_becomes_a_call(house: House) -> None:
    """After the channel's reach an officer tells it; younger news waits on."""
    await house.push("old")
    house.clock[0] += RasaChannel.reach - timedelta(minutes=1)
    assert 0 == await house.collecting.give_up_old()
    await house.push("young")
    house.clock[0] += timedelta(minutes=1)

    assert 1 == await house.collecting.give_up_old()
    (item,) = await house.items()
    assert (ItemKind.CALL_OR_PRINT, "not-collected") == (item.kind, item.facts["reason"])
    assert () == await house.collecting.collect("old")
    assert 1 == len(await house.collecting.collect("young"))


async def test_file_says_that_it_cannot_come_this_way(house: House) -> None:
    """A connector that announces files gets a kind answer."""
    talk = house.talk()
    talk.hears("", metadata={"files": [{"name": "欠条.jpg"}], "language": "zh-CN"})

    assert 1 == len(await talk.runs("action_qingxin"))


async def test_english(house: House) -> None:
    """The language that a connector knows is the language of the first answer."""
    talk = house.talk()
    talk.hears("/start", metadata={"language": "en"})
    (told,) = await talk.runs("action_qingxin")

    assert told.isascii() or "wage" in told.lower()


class _Broken:
    """An interpreter that quotes what it stumbled over."""

    async def interpret(self, text: str, *, on: date) -> Meaning:
        """Fail."""
        raise RuntimeError(f"cannot read {text} of {on}")


async def test_failure_while_serving(
    app: App, clock: list[datetime], caplog: pytest.LogCaptureFixture
) -> None:
    """The person hears that it did not work; neither answer nor log repeats their words."""
    app = replace(app, house=replace(app.house, interpreter=_Broken()))
    with capture_logs() as logs, caplog.at_level(logging.DEBUG):
        async with _serving(app, clock, patience=0.1) as broken:
            (told,) = await broken.talk().says(WORDS)

    assert "出了点问题" in told
    assert "message failed" in [line["event"] for line in logs]
    assert "王建国" not in f"{logs}{caplog.text}"


async def test_failure_of_an_action(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """500 with one sentence of ours."""

    def no_database() -> UnitOfWork:
        raise RuntimeError(WORDS)

    app = replace(house.app, unit_of_work=no_database)  # type: ignore[arg-type]
    talk = house.talk()
    talk.hears(WORDS)
    with capture_logs() as logs, caplog.at_level(logging.DEBUG):
        actions = RasaActions(app, house.collecting)
        answer = await actions.answer(talk.call("action_routing_preview"))

    assert (500, {"error": "the action failed"}) == answer
    assert "RuntimeError" == logs[-1]["error"]
    assert "王建国" not in f"{logs}{caplog.text}"


@pytest.mark.parametrize(
    "call",
    [
        None,
        [],
        "老板",
        {},
        {"tracker": None},
        {"tracker": {"sender_id": None}},
        {"tracker": {"sender_id": " "}},
        {"tracker": {"sender_id": {"老板": 1}}},
    ],
)
async def test_what_is_no_call(house: House, call: Any) -> None:
    """Nobody speaks in it."""
    assert (400, {"error": "this is no action call"}) == await house.actions.answer(call)


@pytest.mark.parametrize(
    "latest",
    [
        None,
        "老板",
        {"text": None},
        {"text": 7, "message_id": ["x"]},
        {"text": "\ud800\x00坏", "metadata": "none", "message_id": "\udfff"},
        {"text": '/qingxin_button{"data": '},
        {"text": '/qingxin_button{"data": {}}'},
        {"text": "/" + "{" * 20_000},
        {"text": "钱" * 30_000},
    ],
)
async def test_odd_messages(house: House, latest: Any) -> None:
    """Whatever stands in a tracker, the call is answered."""
    events = [{"event": "user", "timestamp": 1e300}, 7, None]
    tracker = {"sender_id": "odd\ud800", "latest_message": latest, "events": events}
    call = {"next_action": FORM, "tracker": tracker, "domain": domain()}

    assert 200 == (await house.actions.answer(call))[0]


async def test_domain_is_asked_for_once(house: House) -> None:
    """A server that leaves the domain out is told to send it; then its digest is enough."""
    talk = house.talk()
    talk.hears("你好")
    bare = {**talk.call("action_qingxin"), "domain_digest": "d1"}
    without = {key: value for key, value in bare.items() if key != "domain"}

    assert [449, 200, 200] == [
        (await house.actions.answer(call))[0] for call in (without, bare, without)
    ]


def test_the_project_names_what_we_serve() -> None:
    """Every action and slot that we use is in the domain of our Rasa project."""
    asked = {question.id for question in COMPLAINT.questions}
    slots = set(domain()["slots"])

    assert {*MIRRORED, "case_number", "requested_slot"} <= slots
    assert set(domain()["forms"]["complaint_form"]["required_slots"]) <= {*MIRRORED} & asked
    assert "qingxin_button" in domain()["intents"]


def test_every_intent_has_one_rule() -> None:
    """An intent without one ends in the fallback; restart and back have Rasa's own actions.

    A Rasa server does not train on a rule that gives those two another action.
    """
    first = [(r["steps"][0].get("intent"), r["steps"][1].get("action")) for r in rules()]
    ruled = {intent: action for intent, action in first if intent}
    assert set(domain()["intents"]) == set(ruled)
    assert ("action_restart", "action_back") == (ruled["restart"], ruled["back"])


async def test_the_fallback_takes_the_message_back(house: House) -> None:
    """Without that the server predicts it again until it says nothing any more."""
    talk = house.talk()
    talk.hears("随便说点啥")
    status, body = await house.actions.answer(talk.call("action_default_fallback"))
    assert 200 == status
    assert body
    assert ["rewind"] == [event["event"] for event in body["events"]]
    assert body["responses"]


async def test_every_action_of_the_project_is_served(house: House) -> None:
    """The domain's actions are the server's actions."""
    assert set(domain()["actions"]) == set(house.actions.names)


@pytest.mark.parametrize("data", ["w:status", "q:12:read_back:yes", 'a"b}{', "老板"])
def test_button_there_and_back(data: str) -> None:
    """What a button carries survives Rasa's payload."""
    shown = payload(RenderedButton(label="看进度", data=data))

    assert "看进度" == shown["title"]
    assert data == pressed(shown["payload"])


@pytest.mark.parametrize(
    ("text", "said", "button"),
    [
        ("老板欠我两万八", "老板欠我两万八", None),
        ("/status", "/status", None),
        ("/ask_status", "/status", None),
        ('/complaint{"amount": "28000"}', "/new", None),
        ("/ask_legal_aid@0.9", "/legal", None),
        ('/qingxin_button{"data": "w:status"}', "", "w:status"),
        ("/qingxin_button", "", ""),
    ],
)
def test_payloads(text: str, said: str, button: str | None) -> None:
    """An intent's payload is a command; our own buttons come back as what they carry."""
    talk = RasaTalk(answer=_nobody)
    talk.hears(text)
    channel = RasaChannel()
    update = channel.envelope(json.dumps(talk.call("action_qingxin")).encode())
    incoming = channel.parse(update.body, MORNING)

    assert incoming is not None
    assert (said, button) == (incoming.text, incoming.button)
    assert (talk.sender, update.message_id) == (incoming.chat, incoming.message_id)
    assert datetime.fromtimestamp(talk.events[-1]["timestamp"], UTC) == incoming.at
    assert "intent_ranking" not in update.body.decode()


async def _nobody(call: dict[str, Any]) -> tuple[int, Any]:
    raise AssertionError(call)


@pytest.mark.parametrize(
    ("latest", "event"),
    [({"message_id": "m1"}, {}), ({}, {"message_id": "m1"}), ({}, {"timestamp": 1.5}), ({}, {})],
)
def test_a_message_has_one_key(latest: dict[str, Any], event: dict[str, Any]) -> None:
    """By Rasa's id, failing that by its time, failing that by all that was posted."""
    call = {
        "sender_id": "a",
        "tracker": {
            "latest_message": {"text": "好", **latest},
            "events": [{"event": "user", **event}],
        },
    }
    other = {**call, "sender_id": "b"}
    channel = RasaChannel()

    assert channel.update(call) == channel.update(json.loads(json.dumps(call)))
    assert channel.update(call).update_id != channel.update(other).update_id


async def test_nothing_can_be_pushed() -> None:
    """The channel says so, and has no files."""
    channel = RasaChannel()

    assert Fate.DEAD is (await channel.send("a", Rendered(text="好"))).fate
    with pytest.raises(FileGone):
        await channel.fetch("anything")
    with pytest.raises(UnreadableUpdate):
        channel.envelope(b"[]")


async def test_over_http(house: House, http: str) -> None:
    """A posted call is answered as rasa-sdk would; its other pages are there, too."""
    talk = house.talk()
    talk.hears(WORDS)
    status, body = await _post(f"{http}/webhook", json.dumps(talk.call(FORM)).encode())

    assert 200 == status
    assert {"events", "responses"} == set(json.loads(body))
    assert json.loads(body)["responses"][0]["text"]
    async with aiohttp.ClientSession() as session:
        assert {"status": "ok"} == await (await session.get(f"{http}/health")).json()
        names = await (await session.get(f"{http}/actions")).json()
    assert {"name": "action_qingxin"} in names


async def test_compressed_call(house: House, http: str) -> None:
    """A Rasa server can be told to compress what it posts."""
    talk = house.talk()
    talk.hears("你好")
    body = zlib.compress(json.dumps(talk.call("action_qingxin")).encode())
    deflate = {"Content-Encoding": "deflate"}

    assert 200 == (await _post(f"{http}/webhook", body, **deflate))[0]
    assert 400 == (await _post(f"{http}/webhook", b"none", **deflate))[0]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("webhook", '{"老板欠我'.encode(), 400),
        ("webhook", b"\xff\xfe", 400),
        ("webhook", b"", 400),
        ("webhook", b"[" * 100_000, 400),
        ("webhook", '"老板欠我"'.encode(), 400),
        ("webhook", '{"tracker": {"sender_id": "老板欠我"}, "next_action": "x"}'.encode(), 404),
        ("老板欠我", b"{}", 404),
        ("health", b"{}", 404),
    ],
)
async def test_errors_repeat_nothing(
    http: str, path: str, body: bytes, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Bad JSON, an action that does not exist, a wrong address: a sentence of ours, no word of theirs."""
    with capture_logs() as logs, caplog.at_level(logging.DEBUG):
        answered = await _post(f"{http}/{path}", body)

    assert status == answered[0]
    assert {"error"} <= set(json.loads(answered[1]))
    assert "欠我" not in f"{json.loads(answered[1])}{logs}{caplog.text}"


async def test_what_is_no_http_is_not_repeated(
    http: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A body that is longer than it says leaves words where a request should begin."""
    post = "POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}老板 qian wo"
    with capture_logs() as logs, caplog.at_level(logging.DEBUG):
        reader, writer = await asyncio.open_connection("127.0.0.1", int(http.rpartition(":")[2]))
        writer.write(f"{post}\r\n\r\n".encode())
        answered = await reader.read()
        writer.close()
        await writer.wait_closed()

    assert b"this is no HTTP" in answered
    assert "qian" not in f"{answered!r}{logs}{caplog.text}"


async def test_a_call_that_is_too_large(http: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused, not kept."""
    monkeypatch.setattr("bot.channels.rasa_webhook.LARGEST_CALL", 1000)

    assert 413 == (await _post(f"{http}/webhook", b" " * 1001))[0]
    assert 400 == (await _post(f"{http}/webhook", b"[]"))[0]


def test_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says how to install it; exit code 2."""
    for module in ("bot.channels.rasa_webhook", "bot.channels.rasa_actions"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "rasa_sdk", None)
    with pytest.raises(SystemExit) as ended:
        main(["rasa", "actions"])

    said = capsys.readouterr().err.strip()
    assert 2 == ended.value.code
    assert "pip install 'qingxin[rasa]'" in said
    assert 1 == len(said.splitlines())


async def test_browsers_are_refused(house: House, http: str) -> None:
    """A page that somebody looks at cannot write in a worker's name."""
    talk = house.talk()
    talk.hears(WORDS)
    body = json.dumps(talk.call("action_qingxin")).encode()

    assert 403 == (await _post(f"{http}/webhook", body, Origin="http://evil.example"))[0]
    assert () == await house.cases(talk.sender)


async def test_served_on_loopback_until_stopped(tmp_path: Path) -> None:
    """It says where it listens, and stops in peace."""
    said: list[str] = []
    stop, up = asyncio.Event(), asyncio.Event()

    def say(line: str) -> None:
        said.append(line)
        up.set()

    serving = asyncio.create_task(
        serve(_settings(tmp_path), host="127.0.0.1", port=0, say=say, stop=stop)
    )
    await asyncio.wait_for(up.wait(), 20)
    address = said[0].partition(": ")[2]
    assert address.startswith("http://127.0.0.1:")
    assert 400 == (await _post(address, b"?"))[0]
    stop.set()
    await serving

    assert not any("warning" in line for line in said)


async def test_port_that_is_taken(tmp_path: Path) -> None:
    """One line that names it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"127.0.0.1:{port} cannot be used"):
            await serve(_settings(tmp_path), host="127.0.0.1", port=port, say=print)
