"""A message in and its answer out, through a real bot, a real database and real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.telegram_worker import TelegramWorker
from bot.delivery import Delivery
from bot.pace import Pace
from bot.polling import Polling
from casework.messages import Button, Outgoing, Reply, Words
from casework.transport import ClaimedOutgoing
from casework.unit_of_work import UnitOfWorkFactory
from storage.engine import Engine
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.seal import Sealer
from tests.database import NOON, fresh_database
from tests.fakes import FakeClock, FakeEvidenceFiles, FakeRenderer
from tests.telegram_emulator import WORKER_TOKEN, TelegramEmulator

Stored = tuple[Engine, UnitOfWorkFactory, Sealer]


class House:
    """The way of a message, with a handler that answers whatever it is told."""

    def __init__(self, channel: TelegramWorker, stored: Stored) -> None:
        engine, self.uow_of, sealer = stored
        clock = FakeClock()
        self.channel = channel
        self.inbox = SqlInbox(engine, sealer)
        self.polling = Polling(channel, self.inbox, now=lambda: NOON, received=lambda: None)
        self.items: list[str] = []
        self.delivery = Delivery(
            SqlOutboxQueue(engine, sealer),
            channels=[channel],
            renderer=FakeRenderer(),
            files=FakeEvidenceFiles(),
            undelivered=self.undelivered,
            pace=Pace(monotonic=clock.monotonic, sleep=clock.sleep),
        )

    async def undelivered(self, row: ClaimedOutgoing, reason: str) -> None:
        """An item for a person."""
        self.items.append(reason)

    async def answer(self, text: str) -> Outgoing | None:
        """Answer the oldest message; what it replied to, if to anything of ours."""
        claimed = await self.inbox.claim(NOON)
        assert claimed is not None
        incoming = self.channel.parse(claimed.update.body, claimed.received_at)
        assert incoming is not None
        button = Button(label=Words(key="工地"), data="a:1:site")
        outgoing = Outgoing(
            channel=incoming.channel,
            chat=incoming.chat,
            language="zh-CN",
            reply=Reply(key=text, buttons=((button,),)),
            purpose="card",
        )
        async with self.uow_of() as uow:
            await uow.outbox.put(outgoing)
            await uow.inbox.done(claimed.row_id)
            if incoming.reply_to is None:
                return None
            return await uow.outbox.sent_as(incoming.channel, incoming.chat, incoming.reply_to)


@pytest.fixture
async def house(worker_bot: TelegramWorker, tmp_path: Path) -> AsyncIterator[House]:
    """An empty database and the workers' bot."""
    async with fresh_database(tmp_path) as database:
        yield House(worker_bot, database)


async def test_there_and_back(telegram: TelegramEmulator, house: House) -> None:
    """A text is kept and parsed; its answer arrives; a reply to the answer finds its case."""
    person = telegram.user(WORKER_TOKEN, 501)
    said = person.say("老板欠我两万八")
    await house.polling.poll_once()
    await house.answer("在哪里干活？")
    await house.delivery.run_once(NOON)
    person.redeliver(said)
    person.reply(person.messages[0], "工地上")
    person.press("工地")
    await house.polling.poll_once()
    replied_to = await house.answer("哪个工地？")
    await house.answer("记下了")
    await house.delivery.run_once(NOON)

    assert person.texts == ["在哪里干活？", "哪个工地？", "记下了"]
    assert replied_to is not None
    assert (replied_to.purpose, replied_to.reply.key) == ("card", "在哪里干活？")
    assert await house.inbox.claim(NOON) is None
    assert house.items == []


async def test_shut_door(telegram: TelegramEmulator, house: House) -> None:
    """Whoever blocked the bot after writing becomes an item, and the row is finished."""
    person = telegram.user(WORKER_TOKEN, 501)
    person.say("老板欠我两万八")
    await house.polling.poll_once()
    await house.answer("在哪里干活？")
    person.block()

    assert await house.delivery.run_once(NOON) == 1
    assert await house.delivery.run_once(NOON) == 0
    assert house.items == ["bot was blocked by the user"]
