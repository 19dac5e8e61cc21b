"""Work in a process of its own: what it returns and raises, and how it may fail."""

import asyncio
import os
import time

import pytest

from bot import beside
from bot.beside import WorkFailed, in_a_process
from casework.ledger_jobs import LedgerFile, UnreadableFile
from documents.ledger.cells import Vocabulary
from documents.ledger.packed import check_packed


async def test_what_it_returns_comes_back() -> None:
    """And what it prints on the way is no answer."""
    assert (3, 2) == await in_a_process(divmod, 17, 5)
    assert 5 == await in_a_process(os.write, 1, b"done\n")


async def test_a_file_that_cannot_be_read_is_refused_as_ever() -> None:
    """With the sentence for whoever sent it."""
    with pytest.raises(UnreadableFile) as refused:
        await in_a_process(check_packed, LedgerFile(name="空.csv"), b" ", Vocabulary(), [])
    assert "文件是空的。" == refused.value.reason


async def test_it_falls_over() -> None:
    """Only the kind of the error is told: its text may quote the file."""
    with pytest.raises(WorkFailed) as failed:
        await in_a_process(int, "样建军")
    assert ("ValueError",) == failed.value.args


async def test_it_is_killed() -> None:
    """By the machine, for want of memory: the bot lives, and says so."""
    with pytest.raises(WorkFailed, match="without an answer"):
        await in_a_process(os._exit, 9)


async def test_it_takes_too_much_memory() -> None:
    """More than it may have, it does not get."""
    with pytest.raises(WorkFailed, match="MemoryError"):
        await in_a_process(bytearray, 2 * beside.MOST_MEMORY)


async def test_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended, and nothing of it is left."""
    monkeypatch.setattr(beside, "LONGEST", 0.2)
    with pytest.raises(WorkFailed, match="too long"):
        await in_a_process(time.sleep, 600)


async def test_nobody_waits_for_it_any_more() -> None:
    """Whoever stops the bot stops the work."""
    work = asyncio.ensure_future(in_a_process(time.sleep, 600))
    await asyncio.sleep(0)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
