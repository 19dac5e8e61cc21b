"""The rows of a file into the ledger, a few at a time: nobody else waits for long.

Killed in the middle, the same job writes the rest: a row that stands there already is left alone.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from casework.errors import QingxinError
from casework.ledger_import import PlannedRow, Written
from casework.ledger_jobs import (
    JobKind,
    JobState,
    LedgerFiles,
    LedgerJob,
    ReadFile,
    RowsAreWrong,
    TurnLost,
)
from casework.unit_of_work import UnitOfWork, UnitOfWorkFactory

CHUNK = 15
"""Rows of one commit: a dozen milliseconds during which no other message is written."""

SOMEBODY, PAUSE = 0.005, 0.03
"""Waiting for the database longer than this means that somebody is being answered, who is then let
alone for about as long as an answer takes. In seconds."""

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
    written then. Raises TurnLost where another process has taken the job over: it writes the rest.
    """
    read = await bulk.files.read(job.file, content)
    if read.report.problems and not job.skip_bad:
        raise RowsAreWrong(read.report)
    held, written = await _write(job, read.rows, bulk)
    done = replace(
        held,
        state=JobState.DONE,
        written=written,
        left_out=read.report.bad_rows,
        finished_at=bulk.now(),
    )
    return done, read


async def _write(
    job: LedgerJob, rows: Iterable[PlannedRow], bulk: Bulk
) -> tuple[LedgerJob, Written]:
    """The job with its newest lease, and what it wrote: also before it was killed, if it was."""
    total, left, clock = 0, iter(rows), asyncio.get_running_loop().time
    while chunk := tuple(islice(left, CHUNK)):
        began = clock()
        async with bulk.unit_of_work() as uow:
            waited = clock() - began
            job = await uow.ledger_jobs.hold(job, bulk.now() + LEASE)
            await uow.ledger.write(chunk, job_id=job.id, at=job.asked_at)
        total += len(chunk)
        # A message needs the database several times: whoever was before us comes back at once.
        await asyncio.sleep(PAUSE if waited > SOMEBODY else 0)
    async with bulk.unit_of_work() as uow:
        written = await uow.ledger.written_by(job.id)
    return job, replace(written, unchanged=total - written.added - written.changed)


async def import_at_once(job: LedgerJob, content: bytes, bulk: Bulk) -> tuple[LedgerJob, ReadFile]:
    """A file of the command line: the person at the keyboard waits for it.

    Raises AnotherImport, UnreadableFile, RowsAreWrong and TurnLost.
    """
    async with bulk.unit_of_work() as uow:
        await uow.ledger_jobs.add(replace(job, state=JobState.CONFIRMED))
        claimed = await uow.ledger_jobs.claim(bulk.now(), until=bulk.now() + LEASE, job_id=job.id)
        if claimed is None:
            raise AnotherImport
    try:
        done, read = await write_file(claimed, content, bulk)
    except TurnLost:
        raise
    except BaseException:
        # Whoever typed the command sees that it failed, and types it again.
        refused = replace(claimed, state=JobState.REFUSED, finished_at=bulk.now(), held_until=None)
        async with bulk.unit_of_work() as uow:
            await end_step(refused, uow)
        raise
    async with bulk.unit_of_work() as uow:
        await end_step(done, uow)
    return done, read


async def end_step(job: LedgerJob, uow: UnitOfWork) -> None:
    """Where the job stands now. Once it has written a row, every process looks at the ledger anew.

    Also where it failed in the middle: the rows before that are in.
    """
    if job.kind is JobKind.IMPORT and job.state is not JobState.WAITING:
        written = await uow.ledger.written_by(job.id)
        if job.state is JobState.DONE or written != Written():
            await uow.ledger.finish_writing()
    await uow.ledger_jobs.save(job)
