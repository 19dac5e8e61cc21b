"""The rows of a file into the ledger, a few at a time: nobody else waits for long.

Killed in the middle, the same job writes the rest: a row that stands there already is left alone.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from casework.errors import QingxinError
from casework.ledger_import import PlannedRow, Written
from casework.ledger_jobs import JobState, LedgerFiles, LedgerJob, ReadFile, RowsAreWrong
from casework.unit_of_work import UnitOfWorkFactory

CHUNK = 50
"""Rows of one commit: a few dozen milliseconds during which no other message is written."""

LEASE = timedelta(minutes=2)
"""A process that was killed holds the turn so long after its last chunk."""


class AnotherImport(QingxinError):
    """Another file is being written into the ledger at this moment."""


@dataclass(frozen=True, kw_only=True)
class Bulk:
    """What work on the whole ledger leans on: a unit of work for each chunk, not one for all."""

    unit_of_work: UnitOfWorkFactory
    files: LedgerFiles
    now: Callable[[], datetime]


async def write_file(job: LedgerJob, content: bytes, bulk: Bulk) -> tuple[LedgerJob, ReadFile]:
    """Read and write the file of a claimed job.

    Raises UnreadableFile; RowsAreWrong where a row is wrong and not to be skipped. Nothing is
    written then.
    """
    read = await bulk.files.read(job.file, content)
    if read.report.problems and not job.skip_bad:
        raise RowsAreWrong(read.report)
    written = await _write(job, read.rows, bulk)
    done = replace(
        job,
        state=JobState.DONE,
        written=written,
        left_out=read.report.bad_rows,
        finished_at=bulk.now(),
    )
    return done, read


async def _write(job: LedgerJob, rows: Sequence[PlannedRow], bulk: Bulk) -> Written:
    written = Written()
    for start in range(0, len(rows), CHUNK):
        async with bulk.unit_of_work() as uow:
            chunk = rows[start : start + CHUNK]
            written += await uow.ledger.write(chunk, job_id=job.id, at=job.asked_at)
            await uow.ledger_jobs.hold(job.id, bulk.now() + LEASE)
        await asyncio.sleep(0)  # whoever waited for the database is first
    return written


async def import_at_once(job: LedgerJob, content: bytes, bulk: Bulk) -> tuple[LedgerJob, ReadFile]:
    """A file of the command line: the person at the keyboard waits for it.

    Raises AnotherImport, UnreadableFile and RowsAreWrong.
    """
    async with bulk.unit_of_work() as uow:
        await uow.ledger_jobs.add(replace(job, state=JobState.CONFIRMED))
        claimed = await uow.ledger_jobs.claim(bulk.now(), until=bulk.now() + LEASE, job_id=job.id)
        if claimed is None:
            raise AnotherImport
    try:
        done, read = await write_file(claimed, content, bulk)
    except BaseException:
        # Whoever typed the command sees that it failed, and types it again.
        await _refused(claimed, bulk)
        raise
    await finish(done, bulk)
    return done, read


async def finish(done: LedgerJob, bulk: Bulk) -> None:
    """The last row is in: every process looks at the ledger anew."""
    async with bulk.unit_of_work() as uow:
        # Even where nothing changed: what was killed before this line may have changed it.
        await uow.ledger.finish_writing()
        await uow.ledger_jobs.save(done)


async def _refused(job: LedgerJob, bulk: Bulk) -> None:
    async with bulk.unit_of_work() as uow:
        await uow.ledger_jobs.save(replace(job, state=JobState.REFUSED, finished_at=bulk.now()))
