"""Outgoing rows: queued with a unit of work, delivered in order, nothing lost in silence."""

import asyncio
from collections.abc import Sequence

from casework.messages import Outgoing, Urgency
from casework.transport import Delivered, Fate, OutboxQueue
from storage.outbox import SqlOutboxQueue
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import later, open_case, outgoing

_TELEGRAM = frozenset({"telegram"})


def _queue(database: Database) -> OutboxQueue:
    return SqlOutboxQueue(database.engine, database.sealer)


async def _put(database: Database, *messages: Outgoing) -> list[str]:
    async with database.uow() as unit:
        return [await unit.outbox.put(message) for message in messages]


async def _claimed(queue: OutboxQueue, minutes: float = 0, limit: int = 9) -> list[str]:
    rows = await queue.claim(later(minutes), channels=_TELEGRAM, limit=limit)
    return [row.outgoing.reply.key for row in rows]


async def _record(
    queue: OutboxQueue, row_id: str, fate: Fate, *, ids: Sequence[str] = (), at: float = 0
) -> None:
    await queue.record(
        row_id,
        Delivered(fate=fate, message_ids=tuple(ids)),
        now=NOON,
        next_at=later(at) if fate is Fate.RETRY else None,
    )


async def test_a_message_comes_out_as_it_was_put(database: Database) -> None:
    """With its words, buttons, case and purpose."""
    async with database.uow() as unit:
        case = await open_case(unit)
        row_id = await unit.outbox.put(outgoing(case_id=case.id))
    (row,) = await _queue(database).claim(later(1), channels=_TELEGRAM, limit=9)

    assert (row_id, 1, NOON) == (row.row_id, row.attempts, row.created_at)
    assert outgoing(case_id=case.id) == row.outgoing


async def test_a_chat_gets_its_messages_in_order(database: Database) -> None:
    """The next can be claimed once the one before is recorded; other chats go on."""
    queue = _queue(database)
    first, *_ = await _put(
        database,
        outgoing("a1"),
        outgoing("b1", chat="b"),
        outgoing("a2"),
        outgoing("c1", chat="c"),
    )
    assert await _claimed(queue, limit=2) == ["a1", "b1"]
    assert await _claimed(queue) == ["c1"]
    assert await _claimed(queue) == []

    await _record(queue, first, Fate.SENT)
    assert await _claimed(queue) == ["a2"]


async def test_only_the_channels_asked_for_are_claimed(database: Database) -> None:
    """Each process delivers what it has a channel for."""
    await _put(database, outgoing())
    assert await _queue(database).claim(NOON, channels=frozenset({"console"}), limit=9) == ()


async def test_a_collecting_channel_claims_one_chat(database: Database) -> None:
    """Row by row, in order, and nobody else's."""
    queue = _queue(database)
    await _put(database, outgoing("b1", chat="b"), outgoing("a1"), outgoing("a2"))

    collected = []
    while rows := await queue.claim(NOON, channels=_TELEGRAM, limit=9, chat="4711"):
        collected += [row.outgoing.reply.key for row in rows]
        await _record(queue, rows[0].row_id, Fate.SENT)

    assert collected == ["a1", "a2"]
    assert await queue.waiting("telegram", "b")


async def test_an_alarm_overtakes_everything(database: Database) -> None:
    """Also the waiting messages of its own chat."""
    queue = _queue(database)
    await _put(
        database,
        outgoing("b1", chat="b"),
        outgoing("a1"),
        outgoing("a-alarm", urgency=Urgency.ALARM),
        outgoing("c-push", chat="c", urgency=Urgency.PUSH),
    )
    assert await _claimed(queue) == ["a-alarm", "b1", "c-push"]


async def test_later_messages_wait_for_a_retry(database: Database) -> None:
    """Until the first is due again nothing of the chat is claimed; it counts its tries."""
    queue = _queue(database)
    first, _ = await _put(database, outgoing("a1"), outgoing("a2"))
    await _claimed(queue)
    await _record(queue, first, Fate.RETRY, at=5)

    assert await _claimed(queue, 4) == []
    (row,) = await queue.claim(later(5), channels=_TELEGRAM, limit=9)
    assert (row.outgoing.reply.key, row.attempts) == ("a1", 2)


async def test_a_dead_process_gives_its_rows_back(database: Database) -> None:
    """After a minute."""
    queue = _queue(database)
    await _put(database, outgoing("a1"))
    await _claimed(queue)
    assert await _claimed(queue, 0.99) == []
    assert await _claimed(queue, 1) == ["a1"]


async def test_a_blocked_or_dead_message_is_over(database: Database) -> None:
    """The chat goes on with the next, and at the end nothing is on its way any more."""
    queue = _queue(database)
    ids = await _put(database, outgoing("a1"), outgoing("a2"), outgoing("a3"))
    for row_id, fate in zip(ids, (Fate.BLOCKED, Fate.DEAD, Fate.SENT), strict=True):
        assert await queue.waiting("telegram", "4711")
        assert len(await _claimed(queue)) == 1
        await _record(queue, row_id, fate)

    assert not await queue.waiting("telegram", "4711")
    assert not await queue.waiting("telegram", "b")


async def test_a_reply_finds_the_message_it_answers(database: Database) -> None:
    """By any of the ids that the channel gave it, in its own chat only."""
    queue = _queue(database)
    (row_id,) = await _put(database, outgoing("card"))
    await _claimed(queue)
    await _record(queue, row_id, Fate.SENT, ids=["501", "502"])
    await _record(queue, row_id, Fate.SENT, ids=["503"])

    async with database.uow() as unit:
        assert outgoing("card") == await unit.outbox.sent_as("telegram", "4711", "501")
        assert outgoing("card") == await unit.outbox.sent_as("telegram", "4711", "502")
        assert await unit.outbox.sent_as("telegram", "4711", "503") is None
        assert await unit.outbox.sent_as("telegram", "4712", "501") is None


async def test_ten_deliveries_at_once_send_each_message_once(database: Database) -> None:
    """Rows are claimed: two processes never hold the same."""
    queue = _queue(database)
    await _put(database, *(outgoing(f"m{number}", chat=str(number)) for number in range(20)))
    claimed = await asyncio.gather(*(_claimed(queue, limit=3) for _ in range(10)))
    keys = [key for some in claimed for key in some]
    while more := await _claimed(queue):
        keys.extend(more)
    assert sorted(f"m{number}" for number in range(20)) == sorted(keys)


async def test_a_live_message_is_sent_once_and_then_changed(database: Database) -> None:
    """The newer text goes out as a change of the first; a reply to it answers the newer text."""
    queue = _queue(database)
    (first,) = await _put(database, outgoing("第1人", live="group"))
    (row,) = await queue.claim(NOON, channels=_TELEGRAM, limit=9)
    assert "" == row.shown_as
    await _record(queue, first, Fate.SENT, ids=["77"])

    (second,) = await _put(database, outgoing("第2人", live="group"))
    (row,) = await queue.claim(NOON, channels=_TELEGRAM, limit=9)
    assert (second, "77") == (row.row_id, row.shown_as)
    changed = Delivered(fate=Fate.SENT, message_ids=("77",), edited=True)
    await queue.record(second, changed, now=NOON, next_at=None)

    async with database.uow() as unit:
        answered = await unit.outbox.sent_as("telegram", "4711", "77")
    assert answered is not None
    assert "第2人" == answered.reply.key


async def test_of_a_live_message_only_the_newest_text_goes_out(database: Database) -> None:
    """Forty changes that wait are one; other chats and other messages are left alone."""
    await _put(database, *(outgoing(f"第{n}人", live="group") for n in range(1, 20)))
    await _put(database, outgoing("别的"), outgoing("b", chat="b", live="group"))
    await _put(database, outgoing("第20人", live="group"), outgoing("另一批", live="other"))

    queue, told = _queue(database), []
    while rows := await queue.claim(NOON, channels=_TELEGRAM, limit=9):
        for row in rows:
            told.append(row.outgoing.reply.key)
            await _record(queue, row.row_id, Fate.SENT, ids=[f"m{len(told)}"])
    assert {"别的", "b", "第20人", "另一批"} == {*told}
    assert 4 == len(told)


async def test_a_text_that_is_being_sent_is_not_taken_away(database: Database) -> None:
    """What a process has claimed goes out; the newer text follows it as a change."""
    queue = _queue(database)
    (first,) = await _put(database, outgoing("第1人", live="group"))
    await queue.claim(NOON, channels=_TELEGRAM, limit=9)
    await _put(database, outgoing("第2人", live="group"))
    await _record(queue, first, Fate.SENT, ids=["77"])

    (row,) = await queue.claim(NOON, channels=_TELEGRAM, limit=9)
    assert ("第2人", "77") == (row.outgoing.reply.key, row.shown_as)


async def test_a_live_message_that_was_sent_anew_is_the_one_that_is_changed(
    database: Database,
) -> None:
    """Somebody deleted the first: from then on the second is the live one."""
    queue = _queue(database)
    for text, shown in (("第1人", "77"), ("第2人", "78")):
        (row_id,) = await _put(database, outgoing(text, live="group"))
        await queue.claim(NOON, channels=_TELEGRAM, limit=9)
        await _record(queue, row_id, Fate.SENT, ids=[shown])
    await _put(database, outgoing("第3人", live="group"))
    (row,) = await queue.claim(NOON, channels=_TELEGRAM, limit=9)
    assert "78" == row.shown_as
