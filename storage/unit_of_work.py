"""One transaction with its repositories."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from casework.unit_of_work import UnitOfWork, UnitOfWorkFactory
from storage.boards import SqlBoards
from storage.case_records import SqlCaseRecords
from storage.cases import SqlCases
from storage.chains import ChainEnds
from storage.claims import SqlClaims
from storage.conversations import SqlConversations
from storage.due import SqlDueRows
from storage.engine import Engine
from storage.evidence import SqlEvidenceRows
from storage.groups import SqlGroups
from storage.history import SqlHistory
from storage.inbox import SqlInboxRows
from storage.ledger import SqlLedger
from storage.ledger_jobs import SqlLedgerJobs
from storage.officers import SqlOfficers
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.routing import SqlRoutingDecisions
from storage.seal import Sealer
from storage.staff_log import SqlStaffLog
from storage.supervision import SqlSupervision
from storage.unit_changes import SqlUnitChanges
from storage.work_items import SqlWorkItems


class SqlUnitOfWork:
    """`casework.unit_of_work.UnitOfWork` over one connection in a transaction."""

    def __init__(
        self, connection: AsyncConnection, sealer: Sealer, now: Callable[[], datetime]
    ) -> None:
        ends: ChainEnds = {}
        self.cases = SqlCases(connection, sealer, ends)
        self.claims = SqlClaims(connection, sealer)
        self.people = SqlPeople(connection, sealer)
        self.officers = SqlOfficers(connection, sealer)
        self.conversations = SqlConversations(connection, sealer)
        self.history = SqlHistory(connection, sealer, ends)
        self.routing = SqlRoutingDecisions(connection, sealer)
        self.evidence = SqlEvidenceRows(connection, sealer)
        self.ledger = SqlLedger(connection, sealer)
        self.ledger_jobs = SqlLedgerJobs(connection, sealer)
        self.supervision = SqlSupervision(connection, sealer)
        self.boards = SqlBoards(connection, sealer)
        self.work = SqlWorkItems(connection, sealer)
        self.due = SqlDueRows(connection, sealer)
        self.outbox = SqlOutbox(connection, sealer, now)
        self.inbox = SqlInboxRows(connection, sealer)
        self.staff = SqlStaffLog(connection, sealer)
        self.units = SqlUnitChanges(connection)
        self.groups = SqlGroups(connection, sealer)
        self.records = SqlCaseRecords(connection, sealer)

    async def flush(self) -> None:
        """Store what the repositories kept back, before the commit."""
        await self.history.flush()
        await self.outbox.flush()


def unit_of_work_factory(
    engine: Engine, sealer: Sealer, *, now: Callable[[], datetime]
) -> UnitOfWorkFactory:
    """Opens units of work. ``now`` dates the rows of the outbox."""

    @asynccontextmanager
    async def unit_of_work() -> AsyncIterator[UnitOfWork]:
        async with engine.writing() as connection:
            unit = SqlUnitOfWork(connection, sealer, now)
            yield unit
            await unit.flush()

    return unit_of_work
