"""Ten thousand rows hold nobody up: what of the work is left to the process that serves people.

In processor time, which other programs on the machine do not lengthen; `tests.bench_ledger` has
the seconds that messages really wait.
"""

import asyncio
import gc
import itertools
import time
from collections.abc import Awaitable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, open_app
from bot.beside import in_a_process, in_a_thread
from casework.ledger_import import Written
from casework.ledger_jobs import JobKind, LedgerJob
from handlers.ledger.write_rows import CHUNK, import_at_once
from storage.ledger import SqlLedger
from tests.bench_ledger import FILE, spreadsheet
from tests.faults.town import settings

ROWS = 500
LONGEST = 0.1
"""Seconds of processor time between two turns of the event loop; a chunk takes a tenth of it, a
whole file of these rows five times as much."""


@pytest.fixture
def as_run_begins() -> Iterator[None]:
    """What was there before is no garbage, as `qingxin run` says once it has built everything."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


async def _worst(work: Awaitable[object]) -> float:
    """The most processor time that some work kept the event loop from everybody else."""
    done, worst = asyncio.ensure_future(work), 0.0
    before = time.thread_time()
    while not done.done():
        await asyncio.sleep(0)
        now = time.thread_time()
        worst, before = max(worst, now - before), now
    await done
    return worst


async def _taken(work: Awaitable[object]) -> float:
    """The processor time that some work took of this process, in all its threads."""
    before = time.process_time()
    await work
    return time.process_time() - before


async def _import(app: App, content: bytes) -> None:
    job = LedgerJob(id=app.house.new_id(), kind=JobKind.IMPORT, asked_at=app.now(), file=FILE)
    await import_at_once(job, content, app.bulk())


async def test_an_import_that_fails_in_the_middle_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows before it are in, so every process looks at the ledger anew."""
    async with open_app(settings(tmp_path), keys=tmp_path / "keys") as opened:
        app = replace(opened, beside=in_a_thread)
        content = spreadsheet(3 * CHUNK, app.loaded.district)
        written, calls = SqlLedger.write, itertools.count(1)

        async def fails(ledger: SqlLedger, rows: Any, **how: Any) -> Written:
            if next(calls) == 2:
                raise RuntimeError("the disk is full")
            return await written(ledger, rows, **how)

        monkeypatch.setattr(SqlLedger, "write", fails)
        with pytest.raises(RuntimeError):
            await _import(app, content)
        await app.follow_ledger()
        assert app.house.sites.coded("B00000")
        await _import(app, content)  # typed again: nobody else holds the turn
        await app.follow_ledger()
        assert app.house.sites.coded(f"B{3 * CHUNK - 1:05d}")


@pytest.mark.usefixtures("as_run_begins")
async def test_ten_thousand_rows_hold_nobody_up(tmp_path: Path) -> None:
    """Import, search and export keep the loop for moments only; reading and writing happen elsewhere."""
    async with open_app(settings(tmp_path), keys=tmp_path / "keys") as app:
        content = spreadsheet(ROWS, app.loaded.district)
        here, there = (
            replace(app, beside=each).bulk().files for each in (in_a_thread, in_a_process)
        )
        assert LONGEST > await _worst(_import(app, content))
        assert LONGEST > await _worst(app.follow_ledger())
        assert LONGEST > await _worst(there.write(guarded=True))

        assert 4 * await _taken(there.read(FILE, content)) < await _taken(here.read(FILE, content))
        assert 2 * await _taken(there.write(guarded=True)) < await _taken(here.write(guarded=True))
