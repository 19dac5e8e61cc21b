"""Replies on their way out: order, retries, alarms, and what becomes of those that fail."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.channel import FileToSend
from bot.channels.console import Console
from bot.channels.rendered import Rendered
from bot.channels.telegram_worker import TelegramWorker
from bot.delivery import LONGEST_WAIT, MAX_TRIES, NOWHERE, SIDE_BY_SIDE, Delivery, wait_before
from bot.pace import Pace
from casework.messages import Button, Desk, Outgoing, OutgoingFile, Reply, Urgency, Words
from casework.transport import ClaimedOutgoing, Delivered, Fate
from tests.fakes import (
    MORNING,
    FakeClock,
    FakeEvidenceFiles,
    FakeOutboxQueue,
    FakeRenderer,
    QueuedRow,
)
from tests.telegram_emulator import WORKER_TOKEN, TelegramEmulator

SECOND = timedelta(seconds=1)
FLOOD = Delivered(fate=Fate.RETRY, retry_after=7, reason="flood")
NETWORK = Delivered(fate=Fate.RETRY, reason="network")
BLOCKED = Delivered(fate=Fate.BLOCKED, reason="bot was blocked by the user")
DEAD = Delivered(fate=Fate.DEAD, reason="chat not found")


class Platform(Console):
    """A channel that answers as it is told to, chat by chat, and else delivers."""

    def __init__(self) -> None:
        super().__init__(Desk.WORKER, now=lambda: MORNING, show=lambda *_: None)
        self.answers: dict[str, list[Delivered | Exception]] = {}
        self.held: dict[str, asyncio.Event] = {}
        self.sent: list[tuple[str, str]] = []
        self.files: list[FileToSend] = []
        self.skips: list[int] = []
        self.asked = asyncio.Semaphore(0)
        self.arrived = asyncio.Semaphore(0)

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """Wait where a chat is held, then answer as told."""
        if chat in self.held:
            self.asked.release()
            await self.held[chat].wait()
        self.skips.append(skip)
        answer = self.answers[chat].pop(0) if self.answers.get(chat) else None
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        self.sent.append((chat, rendered.text))
        self.arrived.release()
        self.files += [file] if file else []
        return Delivered(fate=Fate.SENT, message_ids=(f"m{len(self.sent)}",))


class House:
    """Everything around a delivery."""

    def __init__(self) -> None:
        self.queue = FakeOutboxQueue()
        self.platform = Platform()
        self.files = FakeEvidenceFiles()
        self.clock = FakeClock()
        self.items: list[tuple[str, str]] = []
        self.broken_items = 0
        self.delivery = Delivery(
            self.queue,
            channels=[self.platform],
            renderer=FakeRenderer(),
            files=self.files,
            undelivered=self.undelivered,
            pace=Pace(monotonic=self.clock.monotonic, sleep=self.clock.sleep),
        )

    async def undelivered(self, row: ClaimedOutgoing, reason: str) -> None:
        """A "call or print" item; the first may fail."""
        if self.broken_items:
            self.broken_items -= 1
            raise OSError("database is locked")
        self.items.append((row.row_id, reason))

    def put(
        self,
        text: str,
        chat: str = "li",
        *,
        channel: str = "console-worker",
        urgency: Urgency = Urgency.REPLY,
        file: OutgoingFile | None = None,
    ) -> QueuedRow:
        """Queue a message."""
        reply = Reply(key=text, file=file)
        return self.queue.put(
            Outgoing(channel=channel, chat=chat, language="zh-CN", reply=reply, urgency=urgency)
        )


@pytest.fixture
def house() -> House:
    """An empty outbox and a platform that takes everything."""
    return House()


async def test_messages_of_a_chat_in_order(house: House) -> None:
    """What was queued first arrives first, and is known by the platform's id."""
    rows = [house.put(text) for text in ("一", "二", "三")]

    assert await house.delivery.run_once(MORNING) == 3
    assert house.platform.sent == [("li", "一"), ("li", "二"), ("li", "三")]
    assert [row.fates[-1].message_ids for row in rows] == [("m1",), ("m2",), ("m3",)]
    assert await house.delivery.run_once(MORNING) == 0


async def test_alarm_overtakes(house: House) -> None:
    """Danger does not wait behind news."""
    house.put("新闻", urgency=Urgency.PUSH)
    house.put("危险", urgency=Urgency.ALARM)

    await house.delivery.run_once(MORNING)

    assert house.platform.sent == [("li", "危险"), ("li", "新闻")]


async def test_retry_after_is_obeyed_and_order_kept(house: House) -> None:
    """A flooded chat waits as long as it is told to, its later messages behind it."""
    house.platform.answers["li"] = [FLOOD]
    first, _ = house.put("一"), house.put("二")
    house.put("别人", chat="wang")

    await house.delivery.run_once(MORNING)
    await house.delivery.run_once(MORNING + 6 * SECOND)
    assert house.platform.sent == [("wang", "别人")]
    assert first.next_at == MORNING + 7 * SECOND

    await house.delivery.run_once(MORNING + 7 * SECOND)
    assert house.platform.sent[1:] == [("li", "一"), ("li", "二")]


def test_waits_grow() -> None:
    """Without word from the platform each wait is twice the last, up to an hour."""
    waits = [wait_before(attempts, NETWORK) for attempts in range(1, MAX_TRIES)]

    assert waits[:3] == [2 * SECOND, 4 * SECOND, 8 * SECOND]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert timedelta(hours=3) < sum(waits, timedelta()) < timedelta(hours=5)
    assert wait_before(9, Delivered(fate=Fate.RETRY, retry_after=0)) == SECOND


@pytest.mark.parametrize("answer", [NETWORK, OSError("broken pipe")])
async def test_tried_too_often(house: House, answer: Delivered | Exception) -> None:
    """After the last try a person calls; the chat's next message has its own chance."""
    house.platform.answers["li"] = [answer] * MAX_TRIES
    row, following = house.put("一"), house.put("二")

    for hour in range(MAX_TRIES):
        await house.delivery.run_once(MORNING + hour * LONGEST_WAIT)

    assert [fate.fate for fate in row.fates] == [Fate.RETRY] * (MAX_TRIES - 1) + [Fate.DEAD]
    assert [row.row_id] == [item for item, _ in house.items]
    assert Fate.SENT is following.fates[-1].fate


@pytest.mark.parametrize("answer", [BLOCKED, DEAD])
async def test_a_shut_door_becomes_work_for_a_person(house: House, answer: Delivered) -> None:
    """Whoever cannot be reached in the chat is called; nobody is lost in silence."""
    house.platform.answers["li"] = [answer]
    row = house.put("一")

    await house.delivery.run_once(MORNING)

    assert [answer] == row.fates
    assert [(row.row_id, answer.reason)] == house.items


async def test_person_without_a_chat(house: House) -> None:
    """A message that has nowhere to go becomes an item at once."""
    row = house.put("有人受理了", chat="", channel=NOWHERE)

    await house.delivery.run_once(MORNING)

    assert [(row.row_id, "no-chat")] == house.items
    assert Fate.DEAD is row.fates[-1].fate


async def test_item_that_cannot_be_made_is_made_later(house: House) -> None:
    """As long as there is no item, the row is not finished: its lease brings it back."""
    house.platform.answers["li"] = [BLOCKED, BLOCKED]
    house.broken_items = 1
    row = house.put("一")

    await house.delivery.run_once(MORNING)
    assert (row.claimed, row.fates) == (True, [])

    row.claimed = False  # the lease ends
    await house.delivery.run_once(MORNING)
    assert [(row.row_id, BLOCKED.reason)] == house.items


async def test_file_of_a_reply(house: House) -> None:
    """A file comes from the evidence store, with its name."""
    stored = await house.files.keep(b"PK docx")
    house.put("转办单", file=OutgoingFile(name="单.docx", media_type="a/b", stored_as=stored))

    await house.delivery.run_once(MORNING)

    expected = FileToSend(name="单.docx", media_type="a/b", content=b"PK docx")
    assert [expected] == house.platform.files


async def test_file_that_cannot_be_read_waits(house: House) -> None:
    """Storage that does not answer now may answer later; the other chats go on."""
    row = house.put("单", file=OutgoingFile(name="单", media_type="a/b", stored_as="none"))
    house.put("你好", chat="wang")

    await house.delivery.run_once(MORNING)

    assert [Delivered(fate=Fate.RETRY, reason="KeyError")] == row.fates
    assert house.platform.sent == [("wang", "你好")]


async def test_parts_that_arrived_are_not_sent_again(house: House) -> None:
    """A retry goes on after the last part that arrived, and knows all of them in the end."""
    partly = Delivered(fate=Fate.RETRY, message_ids=("p1", "p2"), retry_after=1)
    house.platform.answers["li"] = [partly]
    row = house.put("很长")

    await house.delivery.run_once(MORNING)
    await house.delivery.run_once(MORNING + SECOND)

    assert house.platform.skips == [0, 2]
    assert row.fates[-1].message_ids == ("p1", "p2", "m1")


async def test_chats_side_by_side(house: House) -> None:
    """One slow chat holds up no other, and not more than so many are served at once."""
    gate = asyncio.Event()
    stop = asyncio.Event()
    for number in range(SIDE_BY_SIDE + 5):
        house.platform.held[f"slow-{number}"] = gate
        house.put("慢", chat=f"slow-{number}")
    running = asyncio.create_task(house.delivery.run(stop, now=lambda: MORNING))
    async with asyncio.timeout(10):
        for _ in range(SIDE_BY_SIDE):
            await house.platform.asked.acquire()
    assert house.platform.sent == []

    stop.set()
    gate.set()
    await running

    assert len(house.platform.sent) == SIDE_BY_SIDE


async def test_nudge_wakes(house: House) -> None:
    """What is queued while delivery waits goes out as soon as it is told."""
    stop = asyncio.Event()
    running = asyncio.create_task(house.delivery.run(stop, now=lambda: MORNING))
    await asyncio.sleep(0)
    house.put("你好")
    house.delivery.nudge()
    async with asyncio.timeout(10):
        await house.platform.arrived.acquire()

    stop.set()
    await running

    assert [fate.fate for fate in house.queue.rows[0].fates] == [Fate.SENT]


async def test_collect(house: House) -> None:
    """A platform that asks gets one chat's messages in order, once."""
    button = Button(label=Words(key="好"), data="ok")
    reply = Reply(key="在哪里？", buttons=((button,),))
    house.queue.put(Outgoing(channel="rasa", chat="li", language="zh-CN", reply=reply))
    house.put("二", channel="rasa")
    house.put("别人", chat="wang", channel="rasa")

    collected = await house.delivery.collect("rasa", "li", now=MORNING)

    assert [rendered.text for rendered in collected] == ["在哪里？", "二"]
    assert collected[0].buttons[0][0].data == "ok"
    assert await house.delivery.collect("rasa", "li", now=MORNING) == ()
    assert await house.queue.waiting("rasa", "wang")


async def test_collecting_a_file(house: House) -> None:
    """A file cannot be collected: the text is handed over, the file is printed."""
    file = OutgoingFile(name="单", media_type="a/b", stored_as="x")
    row = house.put("转办单", channel="rasa", file=file)

    (rendered,) = await house.delivery.collect("rasa", "li", now=MORNING)

    assert rendered.text == "转办单"
    assert [(row.row_id, "no-files-here")] == house.items


async def test_other_channels_are_left_alone(house: House) -> None:
    """A process delivers for the channels that it runs."""
    house.put("别的进程", channel="telegram-officer")

    assert await house.delivery.run_once(MORNING) == 0
    assert await house.queue.waiting("telegram-officer", "li")


class TestOnTelegram:
    """The same with a real bot on the emulated Bot API."""

    @pytest.fixture
    async def telegram(self) -> AsyncIterator[TelegramEmulator]:
        """The emulated Bot API."""
        async with TelegramEmulator() as emulator:
            yield emulator

    async def test_killed_between_sending_and_recording(self, telegram: TelegramEmulator) -> None:
        """At least once: an answer that never came is a message sent again."""
        person = telegram.user(WORKER_TOKEN, 501)
        channel = TelegramWorker(WORKER_TOKEN, api_base=telegram.base)
        house = House()
        delivery = Delivery(
            house.queue,
            channels=[channel],
            renderer=FakeRenderer(),
            files=house.files,
            undelivered=house.undelivered,
            pace=Pace(monotonic=house.clock.monotonic, sleep=house.clock.sleep),
        )
        telegram.fail(WORKER_TOKEN, "sendMessage", 0, after=True)
        row = house.put("你好", chat="501", channel="telegram-worker")

        await delivery.run_once(MORNING)
        await delivery.run_once(MORNING + LONGEST_WAIT)
        await channel.close()

        assert person.texts == ["你好", "你好"]
        assert [fate.fate for fate in row.fates] == [Fate.RETRY, Fate.SENT]


async def test_a_live_message_is_changed_and_sent_anew_where_it_is_gone(house: House) -> None:
    """Somebody has deleted it: nothing is lost, the text comes as a new message."""
    first = house.put("第1人")
    await house.delivery.run_once(MORNING)
    house.queue.shown["第2人"] = house.queue.shown["第3人"] = first.fates[-1].message_ids[0]
    house.put("第2人")
    await house.delivery.run_once(MORNING)
    house.platform.answers["li"] = [DEAD]
    third = house.put("第3人")
    await house.delivery.run_once(MORNING)

    assert [("li", "第1人"), ("li", "第2人"), ("li", "第3人")] == house.platform.sent
    assert (Fate.SENT, False) == (third.fates[-1].fate, third.fates[-1].edited)
    assert [] == house.items
