"""Jobs on the ledger."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.ledger_import import Written
from casework.ledger_jobs import JobKind, JobState, LedgerFile, LedgerJob, TurnLost
from storage.counters import next_value
from storage.ledger_tables import ledger_jobs
from storage.seal import Sealer

_TO_DO = (JobState.WAITING.value, JobState.CONFIRMED.value)
_TURN = "ledger turn"

NEARLY = timedelta(seconds=20)
"""A lease is made longer once so much of it is gone, not with each of a thousand commits."""


class SqlLedgerJobs:
    """`casework.ledger_jobs.LedgerJobs`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def add(self, job: LedgerJob) -> None:
        """Store a new job."""
        await self._connection.execute(
            insert(ledger_jobs), {**self._row(job), "id": job.id, "lease_until": None}
        )

    async def get(self, job_id: str) -> LedgerJob | None:
        """A job, locked until the commit: a button pressed twice is served once."""
        rows = await self._connection.execute(
            select(ledger_jobs).where(ledger_jobs.c.id == job_id).with_for_update()
        )
        row = rows.one_or_none()
        return None if row is None else self._job(row)

    async def save(self, job: LedgerJob) -> None:
        """Store where the job stands now; its lease ends."""
        await self._update(job, {**self._row(job), "lease_until": None})

    async def claim(self, now: datetime, *, until: datetime, job_id: str = "") -> LedgerJob | None:
        """The oldest job to work at that nobody has, or that one; held until then."""
        free = or_(ledger_jobs.c.lease_until.is_(None), ledger_jobs.c.lease_until <= now)
        wanted = [ledger_jobs.c.state.in_(_TO_DO), free]
        if job_id:
            wanted.append(ledger_jobs.c.id == job_id)
        if (await self._first(*wanted)) is None:
            return None
        # Whoever claims moves this counter: two that claim at once come one after the other.
        await next_value(self._connection, _TURN)
        writing = (
            ledger_jobs.c.state == JobState.CONFIRMED.value,
            ledger_jobs.c.lease_until > now,
        )
        if (await self._first(*writing)) is not None:
            wanted.append(ledger_jobs.c.state != JobState.CONFIRMED.value)
        row = await self._first(*wanted)
        if row is None:
            return None
        attempts = row.attempts + 1
        held = {"lease_until": until, "attempts": attempts}
        await self._connection.execute(
            update(ledger_jobs).where(ledger_jobs.c.id == row.id).values(held)
        )
        return self._job(row, attempts=attempts, held_until=until)

    async def hold(self, job: LedgerJob, until: datetime) -> LedgerJob:
        """Still at work at it. Where the lease is nearly as long, looking is enough: no write."""
        if job.held_until is not None and until - job.held_until < NEARLY:
            if await self._mine(job) is None:
                raise TurnLost
            return job
        await self._update(job, {"lease_until": until})
        return replace(job, held_until=until)

    async def _mine(self, job: LedgerJob) -> Any:
        """The row, locked until the commit, if nobody has claimed it meanwhile."""
        c = ledger_jobs.c
        row = await self._connection.execute(
            select(c.seq).where(c.id == job.id, c.lease_until == job.held_until).with_for_update()
        )
        return row.one_or_none()

    async def _update(self, job: LedgerJob, values: dict[str, Any]) -> None:
        """A claimed job is its holder's: a later claim has a later lease."""
        mine = [ledger_jobs.c.id == job.id]
        if job.held_until is not None:
            mine.append(ledger_jobs.c.lease_until == job.held_until)
        changed = await self._connection.execute(update(ledger_jobs).where(*mine).values(values))
        if job.held_until is not None and changed.rowcount == 0:
            raise TurnLost

    async def _first(self, *conditions: Any) -> Any:
        found = await self._connection.execute(
            select(ledger_jobs).where(*conditions).order_by(ledger_jobs.c.seq).limit(1)
        )
        return found.one_or_none()

    def _row(self, job: LedgerJob) -> dict[str, Any]:
        where = [job.channel, job.chat, job.file.name, job.file.stored_as, job.file.sheet]
        return {
            "kind": job.kind.value,
            "state": job.state.value,
            "asked_at": job.asked_at,
            "asked_by": job.asked_by,
            "unit": job.unit,
            "sha256": job.file.sha256,
            "sealed": self._sealer.seal(json.dumps(where)),
            "skip_bad": job.skip_bad,
            "added": job.written.added,
            "changed": job.written.changed,
            "unchanged": job.written.unchanged,
            "left_out": job.left_out,
            "attempts": job.attempts,
            "finished_at": job.finished_at,
        }

    def _job(
        self, row: Any, *, attempts: int | None = None, held_until: datetime | None = None
    ) -> LedgerJob:
        channel, chat, name, stored_as, sheet = json.loads(self._sealer.open(row.sealed))
        return LedgerJob(
            id=row.id,
            kind=JobKind(row.kind),
            state=JobState(row.state),
            asked_at=row.asked_at,
            asked_by=row.asked_by,
            unit=row.unit,
            channel=channel,
            chat=chat,
            file=LedgerFile(name=name, stored_as=stored_as, sha256=row.sha256, sheet=sheet),
            skip_bad=row.skip_bad,
            written=Written(added=row.added, changed=row.changed, unchanged=row.unchanged),
            left_out=row.left_out,
            attempts=row.attempts if attempts is None else attempts,
            finished_at=row.finished_at,
            held_until=held_until,
        )
