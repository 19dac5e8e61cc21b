"""Received updates: once each, in order, one of a conversation at a time."""

import asyncio

import pytest

from casework.errors import AlreadyDone
from casework.transport import ClaimedUpdate, Inbox
from storage.inbox import SqlInbox
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import later, update


def _inbox(database: Database) -> Inbox:
    return SqlInbox(database.engine, database.sealer)


async def _finish(database: Database, row_id: str) -> None:
    async with database.uow() as unit:
        await unit.inbox.done(row_id)


async def _claim_id(inbox: Inbox, at: float = 0) -> str | None:
    claimed = await inbox.claim(later(at))
    return None if claimed is None else claimed.update.update_id


async def test_an_update_is_received_once(database: Database) -> None:
    """A redelivered one is dropped, before and after it was acted on; channels are apart."""
    inbox = _inbox(database)
    body = "\n{你好}\x00\n".encode()
    assert await inbox.receive(update(7, body=body), NOON)
    assert not await inbox.receive(update(7, body=b"else"), later(1))

    claimed = await inbox.claim(later(2))
    assert claimed == ClaimedUpdate(
        row_id="1", update=update(7, body=body), received_at=NOON, attempts=1
    )
    await _finish(database, claimed.row_id)
    assert not await inbox.receive(update(7), later(3))
    assert await inbox.claim(later(4)) is None


async def test_a_lower_number_that_comes_late_is_received_too(database: Database) -> None:
    """Order is the order of arrival; polling goes on after the highest number."""
    inbox = _inbox(database)
    assert await inbox.last_update_id("telegram") is None
    for number in (9, 12, 8):
        assert await inbox.receive(update(number, chat=str(number)), NOON)
    assert not await inbox.receive(update(8, chat="8"), NOON)

    assert await inbox.last_update_id("telegram") == 12
    assert await inbox.last_update_id("console") is None
    assert [await _claim_id(inbox) for _ in range(4)] == ["9", "12", "8", None]


async def test_one_of_a_conversation_at_a_time(database: Database) -> None:
    """While a chat's first message is worked on, its next waits and other chats go on."""
    inbox = _inbox(database)
    for number, chat in ((1, "a"), (2, "a"), (3, "b"), (4, "a")):
        await inbox.receive(update(number, chat=chat), NOON)

    first = await inbox.claim(NOON)
    assert first is not None
    assert first.update.update_id == "1"
    assert await _claim_id(inbox) == "3"
    assert await _claim_id(inbox) is None

    await _finish(database, first.row_id)
    assert await _claim_id(inbox) == "2"
    assert await _claim_id(inbox) is None


async def test_a_dead_process_gives_its_row_back(database: Database) -> None:
    """After a minute the row is free again, before the later ones of its chat."""
    inbox = _inbox(database)
    for number in (1, 2):
        await inbox.receive(update(number), NOON)
    await inbox.claim(NOON)

    assert await inbox.claim(later(0.99)) is None
    again = await inbox.claim(later(1))
    assert again is not None
    assert (again.update.update_id, again.attempts) == ("1", 2)


async def test_a_message_never_acts_twice(database: Database) -> None:
    """Whoever was so slow that another finished the row is refused at the end."""
    inbox = _inbox(database)
    await inbox.receive(update(1), NOON)
    slow, quick = await inbox.claim(NOON), await inbox.claim(later(1))
    assert slow is not None
    assert quick is not None

    await _finish(database, quick.row_id)
    with pytest.raises(AlreadyDone):
        await _finish(database, slow.row_id)
    await inbox.release(slow.row_id, error="late")
    assert await inbox.claim(later(9)) is None


async def test_a_failed_row_is_tried_again_and_given_up(database: Database) -> None:
    """Released it comes back at once and counts up; given up it frees its conversation."""
    inbox = _inbox(database)
    for number in (1, 2):
        await inbox.receive(update(number), NOON)

    attempts = []
    for _ in range(3):
        claimed = await inbox.claim(NOON)
        assert claimed is not None
        attempts.append((claimed.update.update_id, claimed.attempts))
        await inbox.release(claimed.row_id, error="ValueError")
    await inbox.give_up("1", error="ValueError")

    assert attempts == [("1", 1), ("1", 2), ("1", 3)]
    assert await _claim_id(inbox) == "2"


async def test_ten_claims_at_once_take_ten_conversations(database: Database) -> None:
    """No conversation is claimed twice."""
    inbox = _inbox(database)
    for number in range(30):
        await inbox.receive(update(number, chat=str(number % 10)), NOON)

    claims = await asyncio.gather(*(inbox.claim(NOON) for _ in range(12)))
    taken = [claimed.update for claimed in claims if claimed]
    # On PostgreSQL two may meet at one row: the one that comes too late goes away empty.
    assert len(taken) == len({each.conversation for each in taken})
    while claimed := await inbox.claim(NOON):
        taken.append(claimed.update)
    assert {str(number) for number in range(10)} == {each.update_id for each in taken}


async def test_an_edited_message_is_found(database: Database) -> None:
    """By channel, chat and the channel's id of it: the row it was received in first."""
    inbox = _inbox(database)
    await inbox.receive(update(1), NOON)
    async with database.uow() as unit:
        assert await unit.inbox.edited("telegram", "4711", "m1") == "1"
        assert await unit.inbox.edited("telegram", "4712", "m1") is None
        assert await unit.inbox.edited("console", "4711", "m1") is None


async def test_numbers_that_are_none_do_not_count(database: Database) -> None:
    """Channels may name their updates as they like."""
    inbox = _inbox(database)
    for odd in ("³", "x-1", "9" * 40, "-5", "１２"):
        raw = update(0, chat=odd)
        await inbox.receive(type(raw)(**{**vars(raw), "update_id": odd}), NOON)
    assert await inbox.last_update_id("telegram") is None


async def test_a_process_claims_what_it_can_read(database: Database) -> None:
    """The updates of a channel that another process serves stay for it, untried."""
    inbox = _inbox(database)
    await inbox.receive(update(7), NOON)

    assert await inbox.claim(later(1), channels=frozenset({"elsewhere"})) is None
    claimed = await inbox.claim(later(1), channels=frozenset({update(7).channel}))
    assert claimed is not None
    assert claimed.attempts == 1


async def test_what_is_still_to_be_served(database: Database) -> None:
    """A conversation waits until its last message is done or given up, whoever works on it."""
    inbox = SqlInbox(database.engine, database.sealer)
    await inbox.receive(update(1), NOON)
    await inbox.receive(update(2), NOON)

    assert await inbox.waiting("telegram", "4711")
    assert not await inbox.waiting("telegram", "4712")
    assert not await inbox.waiting("console", "4711")
    await inbox.claim(NOON)
    await _finish(database, "1")
    assert await inbox.waiting("telegram", "4711")
    await inbox.give_up("2", error="Broken")
    assert not await inbox.waiting("telegram", "4711")
