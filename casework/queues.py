"""Queues: what waits for somebody. Each item in one has an owner, a day, and a reminder.

The owner is the item's unit, and in it whoever works on that unit's track of the case. Which item
stands in which queue is fixed here; after how many working days its owner and then the head are
reminded is the district's (``district/<name>/queues.toml``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.deadlines import WorkingDays, working_days_between
from casework.work import ItemKind


class Queue(StrEnum):
    """Why something waits."""

    UNROUTABLE = "unroutable"  # no unit can be named: the arrears office designates
    UNASSIGNED = "unassigned"  # a unit has the case, nobody in it has taken it up
    REROUTE = "reroute"  # by the facts it belongs elsewhere: the arrears office decides
    OBJECTED = "objected"  # 不归我们: the arrears office designates
    UNDELIVERED = "undelivered"  # a notice or a sheet has not reached whom it is for
    UNIT_EMPTY = "unit_empty"  # the unit has no officers in the chat
    PERSON_LEFT = "person_left"  # who worked on it does not work there any more


QUEUE_OF: Mapping[ItemKind, Queue] = {
    ItemKind.DESIGNATE: Queue.UNROUTABLE,
    ItemKind.TRANSFER_OUT: Queue.UNROUTABLE,
    ItemKind.NEW_CASE: Queue.UNASSIGNED,
    ItemKind.RECUSED: Queue.UNASSIGNED,
    ItemKind.UNASSIGNED: Queue.UNASSIGNED,
    ItemKind.REROUTE: Queue.REROUTE,
    ItemKind.OBJECTED: Queue.OBJECTED,
    ItemKind.CALL_OR_PRINT: Queue.UNDELIVERED,
    ItemKind.PRINT_AND_HAND_OVER: Queue.UNDELIVERED,
    ItemKind.UNIT_EMPTY: Queue.UNIT_EMPTY,
    ItemKind.PERSON_LEFT: Queue.PERSON_LEFT,
}

PLACES = (
    ItemKind.TRANSFER_OUT,
    ItemKind.DESIGNATE,
    ItemKind.OBJECTED,
    ItemKind.PRINT_AND_HAND_OVER,
    ItemKind.RECUSED,
    ItemKind.PERSON_LEFT,
    ItemKind.NEW_CASE,
    ItemKind.UNIT_EMPTY,
    ItemKind.UNASSIGNED,
)
"""An open case that nobody works on waits under exactly one of these: the first that fits."""

KEEPS_A_CASE = frozenset(PLACES)
"""Of what stands in queues, all but a call to make: a notice is not the case."""

ENDS_WITH_THE_CASE = KEEPS_A_CASE | {ItemKind.REROUTE}

BESIDE_WORK = frozenset(
    {
        ItemKind.TRANSFER_OUT,
        ItemKind.DESIGNATE,
        ItemKind.OBJECTED,
        ItemKind.PRINT_AND_HAND_OVER,
        ItemKind.PERSON_LEFT,
    }
)
"""What is still to be decided or done while somebody works on the case."""


@dataclass(frozen=True, kw_only=True)
class QueueTimes:
    """After how many working days whom to remind; a row of the district.

    The owner ``owner_after``, the head as well from ``head_after`` on, both again every ``again``.
    """

    id: Queue
    owner_after: int
    head_after: int
    again: int
    source: str
    since: date


class Reminded(StrEnum):
    """Who hears of a waiting item on some day."""

    NOBODY = "nobody"
    OWNER = "owner"
    HEAD = "head"  # and the owner


def reminded(since: date, today: date, times: QueueTimes, days: WorkingDays) -> Reminded:
    """Who is reminded today of what waits since then.

    Rule: working days are counted, the first one is not; nobody is reminded on a day off.
    Example: owner_after 1, head_after 2, again 1; waiting since Friday: the owner on Monday, the
    head too on Tuesday and on every working day after it.
    """
    if not days.is_working(today):
        return Reminded.NOBODY
    waited = working_days_between(since, today, days)
    late = waited - times.owner_after
    if late < 0 or late % times.again:
        return Reminded.NOBODY
    return Reminded.HEAD if waited >= times.head_after else Reminded.OWNER
