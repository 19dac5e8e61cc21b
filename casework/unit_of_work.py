"""Everything that changes together: one unit of work for each message, from a factory."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from casework.boards import Boards
from casework.case_records import CaseRecords
from casework.cases import Cases
from casework.claims import Claims
from casework.conversation_state import Conversations
from casework.directory import UnitChanges
from casework.evidence import EvidenceRows
from casework.groups import Groups
from casework.history import History
from casework.ledger import Ledger
from casework.ledger_import import LedgerWriter
from casework.ledger_jobs import LedgerJobs
from casework.messages import Outgoing
from casework.people import Officers, People
from casework.routing import RoutingDecision
from casework.staff_log import StaffLog
from casework.supervision import Supervision
from casework.work import DueRows, WorkItems


class RoutingDecisions(Protocol):
    """Every decision about who is responsible, in order."""

    async def add(self, case_id: str, decision: RoutingDecision) -> None: ...
    async def latest(self, case_id: str) -> RoutingDecision | None: ...


class Outbox(Protocol):
    """Messages on their way out, as rows of the same commit."""

    async def put(self, outgoing: Outgoing) -> str:
        """Queue a message; returns the row's id."""
        ...

    async def sent_as(self, channel: str, chat: str, message_id: str) -> Outgoing | None:
        """The message of ours that a person replies to, by the channel's id of it."""
        ...


class InboxRows(Protocol):
    """The row of the message that this unit of work acts on."""

    async def done(self, row_id: str) -> None: ...
    async def edited(self, channel: str, chat: str, message_id: str) -> str | None:
        """The row of an earlier message in this chat, by the channel's id of it."""
        ...


class WritableLedger(Ledger, LedgerWriter, Protocol):
    """The ledger for use cases that also change it."""


class UnitOfWork(Protocol):
    """Repositories over one transaction: all of it is committed at the end, or nothing."""

    @property
    def cases(self) -> Cases: ...
    @property
    def claims(self) -> Claims: ...
    @property
    def people(self) -> People: ...
    @property
    def officers(self) -> Officers: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def history(self) -> History: ...
    @property
    def routing(self) -> RoutingDecisions: ...
    @property
    def evidence(self) -> EvidenceRows: ...
    @property
    def ledger(self) -> WritableLedger: ...
    @property
    def ledger_jobs(self) -> LedgerJobs: ...
    @property
    def supervision(self) -> Supervision: ...
    @property
    def boards(self) -> Boards: ...
    @property
    def work(self) -> WorkItems: ...
    @property
    def due(self) -> DueRows: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def inbox(self) -> InboxRows: ...
    @property
    def staff(self) -> StaffLog: ...
    @property
    def units(self) -> UnitChanges: ...
    @property
    def groups(self) -> Groups: ...
    @property
    def records(self) -> CaseRecords: ...


UnitOfWorkFactory = Callable[[], AbstractAsyncContextManager[UnitOfWork]]
"""Opens one; leaving the block commits, an exception rolls back."""
