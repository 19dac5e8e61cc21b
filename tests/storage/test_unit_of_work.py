"""All of a unit of work is committed, or nothing; and where a conversation stands."""

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from casework.conversation_state import Conversation
from casework.meaning import CountRange, MoneyRange, Period, WageRate
from casework.money import yuan
from casework.work import ItemKind, WorkItem
from storage.engine import open_engine
from storage.inbox import SqlInbox
from storage.leases import free_leases
from storage.message_tables import conversations
from storage.outbox import SqlOutboxQueue
from storage.schema import metadata
from storage.unit_of_work import SqlUnitOfWork
from tests.database import NOON
from tests.storage.conftest import Database
from tests.storage.samples import LI, ZHANG, address, open_case, outgoing, said, update


async def test_a_failed_unit_of_work_leaves_nothing(database: Database) -> None:
    """Whatever was stored before the failure is gone, and the message can be tried again."""
    inbox = SqlInbox(database.engine, database.sealer)
    await inbox.receive(update(1), NOON)
    claimed = await inbox.claim(NOON)
    assert claimed is not None
    before = await _contents(database)

    with pytest.raises(ZeroDivisionError):
        await _everything_then_fail(database, claimed.row_id)

    assert before == await _contents(database)


async def _everything_then_fail(database: Database, row_id: str) -> None:
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.bind(address(ZHANG))
        case = await open_case(unit)
        await unit.history.append(said(case.id, "还有一句"))
        assert len(await unit.history.of_case(case.id)) == 2
        await unit.outbox.put(outgoing(case_id=case.id))
        item = WorkItem(id="w", kind=ItemKind.ALARM, unit="JC", key="k", created_at=NOON)
        await unit.work.add(item)
        await unit.conversations.save("telegram", "4711", Conversation(case_id=case.id))
        await unit.inbox.done(row_id)
        raise ZeroDivisionError


async def _contents(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.engine.reading() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


async def test_a_cancelled_unit_of_work_leaves_nothing(database: Database) -> None:
    """A process that is stopped in the middle, too; the next one may write at once."""
    started = asyncio.Event()

    async def never_ends() -> None:
        async with database.uow() as unit:
            await unit.people.add(ZHANG)
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    async with database.uow() as unit:
        await unit.people.add(LI)
        assert await unit.people.with_phone(ZHANG.phone) == ()


async def test_a_unit_of_work_inside_another_is_refused(sqlite: Database) -> None:
    """It would wait for itself forever: SQLite has one writer."""
    async with sqlite.uow():
        with pytest.raises(RuntimeError, match="open already"):
            await _open_another(sqlite)


async def _open_another(database: Database) -> None:
    async with database.uow():
        pass


async def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    """They see what was committed last."""
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
        async with database.engine.reading() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM persons"))).scalar() == 0


async def test_two_processes_write_one_after_the_other(sqlite: Database, tmp_path: Path) -> None:
    """Two engines on one file, as two processes would have them, lose nothing."""
    other = open_engine(f"sqlite:///{tmp_path / 'qingxin.db'}")
    async with sqlite.uow() as unit:
        await open_case(unit)

    async def one_more(engine_number: int) -> None:
        engine = (sqlite.engine, other)[engine_number % 2]
        async with engine.writing() as connection:
            unit = SqlUnitOfWork(connection, sqlite.sealer, lambda: NOON)
            case = await unit.cases.get("c-1")
            assert case is not None
            await unit.cases.save(replace(case, people_claimed=(case.people_claimed or 0) + 1))

    await asyncio.gather(*(one_more(number) for number in range(10)))
    await other.dispose()

    async with sqlite.uow() as unit:
        case = await unit.cases.get("c-1")
    assert case is not None
    assert case.people_claimed == 10


_FULL = Conversation(
    form="complaint",
    asked="months",
    turn=7,
    misses=1,
    questions_asked=5,
    answers={
        "amount": MoneyRange(low=yuan(28_000), high=yuan(30_000), approximate=True),
        "months": CountRange(low=2.5, high=3),
        "rate": WageRate(amount=MoneyRange(low=yuan(300), high=yuan(300)), per="day"),
        "period": Period(start="2026-03", end=None),
        "last_pay": date(2026, 2, 15),
        "names": ("张小满", "李秋分"),
        "boss": "王\x00老板 \ud83d",
        "people": 7,
        "agreed": False,
        "employer": None,
    },
    skipped=frozenset({"phone", "contract"}),
    path=("place_kind", "amount"),
    language="en",
    greeted=True,
    updated_at=NOON,
)


async def test_a_conversation_goes_on_where_it_stood(database: Database) -> None:
    """Each chat has its own; a chat that never wrote has a fresh one."""
    async with database.uow() as unit:
        await unit.conversations.save("telegram", "4711", Conversation())
        await unit.conversations.save("telegram", "4711", _FULL)

    async with database.uow() as unit:
        assert await unit.conversations.load("telegram", "4711") == _FULL
        assert Conversation() == await unit.conversations.load("console", "4711")


async def test_a_conversation_of_another_version_restarts_politely(database: Database) -> None:
    """It keeps the language, the case, and that it was greeted; the old state is not opened."""
    async with database.uow() as unit:
        case = await open_case(unit)
        stored = replace(_FULL, case_id=case.id)
        await unit.conversations.save("telegram", "4711", stored)
    async with database.engine.writing() as connection:
        await connection.execute(conversations.update().values(version=0, state=b"old"))

    async with database.uow() as unit:
        fresh = Conversation(case_id=case.id, language="en", greeted=True)
        assert fresh == await unit.conversations.load("telegram", "4711")


async def test_nothing_personal_can_be_read_in_the_file(sqlite: Database, tmp_path: Path) -> None:
    """Names, numbers, chats and words are nowhere in the database's files, codes neither."""
    chat, words, body = "77120934415", "老王欠我工钱NEEDLE", "BODYNEEDLE张小满"
    inbox = SqlInbox(sqlite.engine, sqlite.sealer)
    await inbox.receive(update(1, chat=chat, body=body.encode()), NOON)
    async with sqlite.uow() as unit:
        await unit.people.add(ZHANG)
        await unit.people.bind(address(ZHANG, chat))
        case = await open_case(unit)
        await unit.cases.save(replace(case, said=replace(case.said, first_words=words)))
        await unit.cases.set_query_code(case.id, "204817")
        await unit.history.append(said(case.id, words))
        await unit.outbox.put(outgoing(words, chat=chat))
        await unit.conversations.save("telegram", chat, replace(_FULL, form=words))
        item = WorkItem(id="w", kind=ItemKind.ALARM, unit="JC", key=chat, created_at=NOON)
        await unit.work.add(item)
    await sqlite.engine.dispose()

    stored = _all_bytes(tmp_path)
    assert b"JX2026-0000001" in stored
    needles = (ZHANG.name, ZHANG.phone, chat, words, body, "NEEDLE", "204817", "谷水桥")
    assert [needle for needle in needles if needle.encode() in stored] == []
    assert [needle for needle in needles if needle.encode("utf-16-le") in stored] == []


def _all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_restarted_house_goes_on_at_once(database: Database) -> None:
    """What the process before had claimed is claimed again, without waiting for its lease."""
    inbox = SqlInbox(database.engine, database.sealer)
    queue = SqlOutboxQueue(database.engine, database.sealer)
    telegram = frozenset({"telegram"})
    await inbox.receive(update(1), NOON)
    async with database.uow() as unit:
        await unit.outbox.put(outgoing())
    await inbox.claim(NOON)
    await queue.claim(NOON, channels=telegram, limit=1)
    assert await inbox.claim(NOON) is None
    assert await queue.claim(NOON, channels=telegram, limit=1) == ()

    await free_leases(database.engine)

    assert await inbox.claim(NOON) is not None
    assert len(await queue.claim(NOON, channels=telegram, limit=1)) == 1


async def test_an_error_of_the_database_quotes_no_values(database: Database) -> None:
    """It may end in a log: the statement's values are left out."""
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
    with pytest.raises(IntegrityError) as refused:
        await _add_again(database)
    assert ZHANG.phone not in str(refused.value)
    assert "parameters hidden" in str(refused.value)


async def _add_again(database: Database) -> None:
    async with database.uow() as unit:
        await unit.people.add(ZHANG)
