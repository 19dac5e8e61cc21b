"""What is still to be done: items for people, and due rows for the clock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class ItemKind(StrEnum):
    """Work for a person; each has an owner (a unit, perhaps an officer) and a date."""

    NEW_CASE = "new_case"
    LISTEN_OR_READ = "listen_or_read"
    UNFINISHED = "unfinished"
    CALL_OR_PRINT = "call_or_print"
    PRINT_AND_HAND_OVER = "print_and_hand_over"
    DESIGNATE = "designate"
    OBJECTED = "objected"
    CONFIRM_REFUSAL = "confirm_refusal"
    PERSON_ASKED = "person_asked"
    ALARM = "alarm"
    LEGAL_AID = "legal_aid"
    RESULT_OBJECTED = "result_objected"
    TRANSFER_OUT = "transfer_out"
    RECUSED = "recused"
    BROKEN_MESSAGE = "broken_message"
    UNREAD = "unread"  # the worker wrote to the officer
    LOST_CODE = "lost_code"
    CLOSING_ANSWER = "closing_answer"
    WITHDRAWN = "withdrawn"
    PROMISE_DUE = "promise_due"
    DUAL_ASSIGNMENT = "dual_assignment"  # an assignment from above waits to be confirmed
    SLOW_CASE = "slow_case"
    APPROVE_SUPERVISION = "approve_supervision"
    SUPERVISED = "supervised"
    AGREE_ANSWER = "agree_answer"
    REPORT_RESULT = "report_result"
    PERSON_LEFT = "person_left"  # suspended or moved, and the unit has no head
    LEAVE_OPEN = "leave_open"  # nobody has said yes to standing in
    BOARD_REPORTED = "board_reported"  # a worker says that a site has no rights board
    BOARD_TO_MEND = "board_to_mend"
    LEADER_MISSING = "leader_missing"
    TELL_LEADER = "tell_leader"  # who is in no chat
    UNASSIGNED = "unassigned"  # nobody in the unit works on it (any more)
    REROUTE = "reroute"  # the facts have changed, and the table names another unit
    UNIT_EMPTY = "unit_empty"  # the unit has no officers in the chat
    LATE_CLOCK = "late_clock"  # late, and nobody of this level can be told in the chat
    EXTENSION = "extension"  # a head decides on a proposed extension of a limit
    CHECK_RECEIPT = "check_receipt"  # a second officer compares a bank receipt
    CLOSE_UNCONFIRMED = "close_unconfirmed"  # nobody has answered: shall it end as unconfirmed?
    NEXT_DATE = "next_date"  # part has come: by when does the rest?
    DISSATISFIED = "dissatisfied"  # with how a closed case was handled
    CONFIRM_GROUP = "confirm_group"  # do these cases belong together?
    MANY_WORKERS = "many_workers"  # 5, 10, 30 people of one site


@dataclass(frozen=True, kw_only=True)
class WorkItem:
    """Something a person has to do. Owned by ``unit`` from the first moment on.

    ``facts`` holds no personal value. ``key`` makes the same item twice impossible.
    """

    id: str
    kind: ItemKind
    unit: str
    key: str
    created_at: datetime
    due_at: datetime | None = None
    case_id: str | None = None
    officer_id: str | None = None
    facts: Mapping[str, str | int] = field(default_factory=dict)
    done_at: datetime | None = None


class DueKind(StrEnum):
    """Work for the clock; each kind has one file in ``handlers/timed``."""

    IDLE_REMINDER = "idle_reminder"  # an unfinished complaint after two idle hours
    UNFINISHED_ITEM = "unfinished_item"  # … and the next working day an officer's item
    ALARM_BACKUP = "alarm_backup"  # ten minutes without acknowledgement
    PROMISE = "promise"  # the day on which somebody said they would pay
    SUPERVISION = "supervision"  # is a case that was assigned from above slow?
    LEAVE_UNANSWERED = "leave_unanswered"  # the day before
    LEAVE_BEGINS = "leave_begins"
    LEAVE_ENDS = "leave_ends"
    CLOCK_WATCH = "clock_watch"  # every morning when offices open
    DIGEST = "digest"  # what is near, late or waits that morning, one message an officer
    WEEKLY_REPORT = "weekly_report"  # to the supervisors, on Monday morning
    BATCH = "batch"  # the next cases of a command over a group
    DAILY_HEAD = "daily_head"  # the hash over all chains goes to supervisors
    LEDGER_CHANGED = "ledger_changed"  # do open cases belong elsewhere now?
    CLOSING_UNANSWERED = "closing_unanswered"  # did the money come? nobody has said
    SATISFACTION = "satisfaction"  # the worker is asked about a closed case


@dataclass(frozen=True, kw_only=True)
class Due:
    """A row that becomes due. ``key`` is unique: planning the same twice moves nothing."""

    id: str
    kind: DueKind
    key: str
    at: datetime
    case_id: str | None = None
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Queued:
    """An item in a queue, without what is sealed of it. ``officer_id`` None: the whole unit's."""

    id: str
    kind: ItemKind
    unit: str
    created_at: datetime
    case_number: str
    officer_id: str | None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """How much of a kind waits with one owner, and since when. ``officer_id`` None: the unit."""

    kind: ItemKind
    unit: str
    officer_id: str | None
    count: int
    oldest: datetime


class WorkItems(Protocol):
    """Items for people."""

    async def add(self, item: WorkItem) -> bool:
        """Store the item; False where one with this key stands already."""
        ...

    async def get(self, item_id: str) -> WorkItem | None: ...
    async def open_of(self, unit: str) -> tuple[WorkItem, ...]: ...
    async def open_of_case(self, case_id: str) -> tuple[WorkItem, ...]: ...
    async def open_of_cases(
        self, case_ids: Sequence[str], kinds: Collection[ItemKind]
    ) -> Mapping[str, tuple[WorkItem, ...]]:
        """The open items of these kinds of many cases, by case id."""
        ...

    async def queued(self, kinds: Collection[ItemKind]) -> tuple[Queued, ...]:
        """What is open of these kinds in every unit: the soonest due first."""
        ...

    async def waiting(
        self, kinds: Collection[ItemKind], *, unit: str | None = None
    ) -> tuple[Waiting, ...]:
        """How much of these kinds is open with each owner, of one unit or of all."""
        ...

    async def give(self, item_id: str, unit: str) -> None:
        """Move an open item to another unit's table."""
        ...

    async def finish(self, item_id: str, at: datetime) -> bool:
        """Mark done; False where it was done already."""
        ...


class DueRows(Protocol):
    """Work for the clock."""

    async def plan(self, due: Due) -> bool: ...
    async def replan(self, key: str, at: datetime) -> None: ...
    async def cancel(self, key: str) -> None: ...
    async def take(
        self, now: datetime, limit: int, *, alone: Collection[DueKind] = ()
    ) -> tuple[Due, ...]:
        """Take due rows for this unit of work, the longest due first; they are gone on commit.

        A row of a kind in ``alone`` is taken with no other.
        """
        ...

    async def upcoming(self, kind: DueKind, until: datetime) -> tuple[Due, ...]: ...
