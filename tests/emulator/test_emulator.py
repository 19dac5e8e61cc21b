"""The emulator itself: it must be as strict as what it stands for."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, FormData, ServerDisconnectedError

from tests.emulator.person import JPEG, Person
from tests.telegram_emulator import OFFICER_TOKEN, WORKER_TOKEN, TelegramEmulator

Answer = dict[str, Any]


class Client:
    """A bot's side of the Bot API, as bare as can be."""

    def __init__(self, session: ClientSession, telegram: TelegramEmulator) -> None:
        self.session = session
        self.telegram = telegram

    async def __call__(self, method: str, token: str = WORKER_TOKEN, **params: Any) -> Answer:
        """Call a method with JSON parameters; the whole answer."""
        address = f"{self.telegram.base}/bot{token}/{method}"
        async with self.session.post(address, json=params) as response:
            answer: Answer = await response.json()
        assert answer["ok"] is (response.status == 200)
        return answer

    async def updates(self, **params: Any) -> list[int]:
        """The ids of the updates that wait."""
        answer = await self("getUpdates", **params)
        return [update["update_id"] for update in answer["result"]]


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    """The emulator."""
    async with TelegramEmulator() as emulator:
        yield emulator


@pytest.fixture
async def call(telegram: TelegramEmulator) -> AsyncIterator[Client]:
    """Calls its methods."""
    async with ClientSession() as session:
        yield Client(session, telegram)


@pytest.fixture
def worker(telegram: TelegramEmulator) -> Person:
    """Somebody at the workers' bot."""
    return telegram.user(WORKER_TOKEN, 501)


async def test_updates_come_until_they_are_acknowledged(call: Client, worker: Person) -> None:
    """Asking for the next one acknowledges; asking for the same does not."""
    first, second = (worker.say(text)["update_id"] for text in ("一", "二"))

    assert [first, second] == await call.updates()
    assert [first, second] == await call.updates(offset=first)
    assert [second] == await call.updates(offset=first + 1)
    assert [second] == await call.updates()
    assert await call.updates(offset=second + 1) == []


async def test_limit_and_redelivery(call: Client, worker: Person) -> None:
    """An acknowledged update can come again, before younger ones."""
    first, second = worker.say("一"), worker.say("二")
    await call.updates(offset=first["update_id"] + 1)
    worker.redeliver(first)

    assert [first["update_id"]] == await call.updates(limit=1)
    assert [first["update_id"], second["update_id"]] == await call.updates()


async def test_long_poll_ends_when_something_happens(call: Client, worker: Person) -> None:
    """A held request is answered at once."""
    polling = asyncio.create_task(call.updates(timeout=50))
    await worker.bot.polled.wait()

    update = worker.say("你好")

    assert [update["update_id"]] == await polling


async def test_only_one_may_poll(call: Client, telegram: TelegramEmulator) -> None:
    """A second request ends the first with a conflict."""
    polling = asyncio.create_task(call("getUpdates", timeout=50))
    await telegram.bots[WORKER_TOKEN].polled.wait()

    await call("getUpdates")

    assert (await polling)["error_code"] == 409


async def test_webhook_and_polling_exclude_each_other(call: Client) -> None:
    """With a webhook there are no updates to fetch."""
    await call("setWebhook", url="https://bot.invalid/hook")
    refused = await call("getUpdates")
    await call("deleteWebhook")

    assert refused["error_code"] == 409
    assert await call.updates() == []


async def test_unwanted_kinds_do_not_come(call: Client, worker: Person) -> None:
    """A bot says which kinds of updates it wants."""
    await call.updates(allowed_updates=["message"])
    worker.block()
    said = worker.say("你好")

    assert [said["update_id"]] == await call.updates()


async def test_bots_are_apart(call: Client, telegram: TelegramEmulator, worker: Person) -> None:
    """A bot knows its own chats, updates and files only."""
    telegram.user(OFFICER_TOKEN, 601)
    file_id = worker.send_photo()["message"]["photo"][-1]["file_id"]

    assert (await call("getUpdates", OFFICER_TOKEN))["result"] == []
    assert (await call("sendMessage", OFFICER_TOKEN, chat_id=501, text="a"))["error_code"] == 400
    assert (await call("getFile", OFFICER_TOKEN, file_id=file_id))["error_code"] == 400
    assert (await call("getMe", "1003:nobody"))["error_code"] == 401


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"chat_id": 1}, "Bad Request: chat not found"),
        ({"chat_id": 501, "text": " \n"}, "Bad Request: message text is empty"),
        ({"chat_id": 501, "text": "\u200f"}, "Bad Request: message text is empty"),
        ({"chat_id": 501, "text": "字" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": 501, "text": "😀" * 2049}, "Bad Request: message is too long"),
        (
            {"chat_id": 501, "text": "a", "callback": "字" * 22},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_refused_texts(
    call: Client, worker: Person, params: dict[str, Any], description: str
) -> None:
    """What Telegram refuses, in its words."""
    if data := params.pop("callback", None):
        button = {"text": "好", "callback_data": data}
        params["reply_markup"] = {"inline_keyboard": [[button]]}

    refused = await call("sendMessage", **params)

    assert (400, description) == (refused["error_code"], refused["description"])
    assert worker.messages == []


async def test_longest_text_and_callback(call: Client, worker: Person) -> None:
    """Up to the limits everything is taken."""
    button = {"text": "好", "callback_data": "d" * 64}
    await call(
        "sendMessage",
        chat_id=501,
        text="😀" * 2048,
        reply_markup={"inline_keyboard": [[button]]},
    )

    assert worker.messages[0].labels == ("好",)
    assert worker.press("好")["callback_query"]["data"] == "d" * 64


async def test_caption_limit(call: Client, worker: Person) -> None:
    """A caption has its own limit."""
    form = FormData({"chat_id": "501", "caption": "字" * 1025})
    form.add_field("photo", JPEG, filename="a.jpg")
    address = f"{call.telegram.base}/bot{WORKER_TOKEN}/sendPhoto"

    async with call.session.post(address, data=form) as response:
        refused = await response.json()

    assert refused["description"] == "Bad Request: message caption is too long"


async def test_blocked(call: Client, worker: Person) -> None:
    """A bot that was blocked may not write until it is unblocked."""
    worker.block()
    blocked = await call("sendMessage", chat_id=501, text="a")
    worker.unblock()

    assert blocked["error_code"] == 403
    assert (await call("sendMessage", chat_id=501, text="a"))["ok"]


async def test_told_to_fail(call: Client, telegram: TelegramEmulator, worker: Person) -> None:
    """A fault meets as many calls as it was made for, and one chat if it was made for one."""
    telegram.user(WORKER_TOKEN, 502)
    telegram.fail(WORKER_TOKEN, "sendMessage", 429, retry_after=3, times=2, chat=501)

    answers = [await call("sendMessage", chat_id=chat, text="a") for chat in (501, 502, 501, 501)]

    assert [answer["ok"] for answer in answers] == [False, True, False, True]
    assert answers[0]["parameters"] == {"retry_after": 3}


async def test_lost_answer(call: Client, telegram: TelegramEmulator, worker: Person) -> None:
    """A message can arrive although the bot never learns of it."""
    telegram.fail(WORKER_TOKEN, "sendMessage", 0, after=True)

    with pytest.raises(ServerDisconnectedError):
        await call("sendMessage", chat_id=501, text="到了吗")

    assert worker.texts == ["到了吗"]


async def test_files(call: Client, worker: Person) -> None:
    """Up to 20 MB a file can be fetched; what is larger, or unknown, cannot."""
    small = worker.send_voice(b"OggS")["message"]["voice"]["file_id"]
    large = worker.send_video(b"")["message"]["video"]
    worker.bot.files[large["file_id"]] = worker.bot.files[small].__class__(
        content=b"", size=20 * 1024 * 1024 + 1, path="videos/large"
    )

    path = (await call("getFile", file_id=small))["result"]["file_path"]
    async with call.session.get(f"{call.telegram.base}/file/bot{WORKER_TOKEN}/{path}") as got:
        content = await got.read()

    assert content == b"OggS"
    refused = [await call("getFile", file_id=file) for file in (large["file_id"], "none")]
    assert [answer["description"].partition(" or ")[0] for answer in refused] == [
        "Bad Request: file is too big",
        "Bad Request: wrong file_id",
    ]


async def test_buttons_can_be_taken_away(call: Client, worker: Person) -> None:
    """An edit must change something."""
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "a"}]]}
    sent = await call("sendMessage", chat_id=501, text="a", reply_markup=markup)
    where = {"chat_id": 501, "message_id": sent["result"]["message_id"]}

    assert (await call("editMessageReplyMarkup", **where))["ok"]
    assert worker.messages[0].labels == ()
    assert not (await call("editMessageReplyMarkup", **where))["ok"]
    with pytest.raises(AssertionError):
        worker.press("好")


async def test_a_press_is_answered_once(call: Client, worker: Person) -> None:
    """A query that is unknown or was answered is refused."""
    query = worker.press("data", forged=True)["callback_query"]["id"]

    answers = [
        await call("answerCallbackQuery", callback_query_id=which) for which in (query, query, "9")
    ]

    assert [answer["ok"] for answer in answers] == [True, False, False]


async def test_methods_in_any_case(call: Client) -> None:
    """Telegram does not mind; a method that it does not have is not found."""
    assert (await call("GETME"))["result"]["is_bot"]
    assert (await call("sendFax"))["error_code"] == 404


async def test_waiting_for_a_message(call: Client, worker: Person) -> None:
    """A test can wait until somebody has heard something."""
    waiting = asyncio.create_task(worker.heard(2))
    for text in ("一", "二"):
        await call("sendMessage", chat_id=501, text=text)

    assert (await waiting).text == "二"
