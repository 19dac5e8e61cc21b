"""Many workers of one site: cases that may be looked at together, each staying a case of its own.

The same site or employer within some days *proposes* a group; an officer confirms it, or says that
it is none. Nothing of a case changes by it: no status, no clock, no owner. Workers never hear of
each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from casework.case import Case
from casework.errors import BadValue
from casework.group_people import PersonRecord
from casework.said_names import name_key

RULE = "SAME-SITE"
"""The id of the rule, in the history of each case that it proposed."""


@dataclass(frozen=True, kw_only=True)
class GroupRules:
    """When a group is proposed and when it is told; ``groups.toml``, with its source."""

    window_days: int
    tell_at: tuple[int, ...]
    source: str
    in_force_since: date

    def __post_init__(self) -> None:
        if self.window_days < 1:
            raise BadValue("window_days is 1 or more")
        if not self.tell_at or list(self.tell_at) != sorted(set(self.tell_at)):
            raise BadValue("tell_at rises, as [5, 10, 30]")
        if self.tell_at[0] < 1:
            raise BadValue("tell_at is counted in people, from 1")

    def reached(self, people: int) -> int:
        """The highest number of people that has been reached; 0: none."""
        return max((n for n in self.tell_at if n <= people), default=0)


class Why(StrEnum):
    """What two cases have in common."""

    PROJECT = "project"
    SITE = "site"
    EMPLOYER = "employer"


class GroupState(StrEnum):
    """What people have said about a group."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Belongs(StrEnum):
    """What people have said about one case of a group."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    OUT = "out"


@dataclass(frozen=True, kw_only=True)
class Group:
    """``told_at``: at how many people the arrears office and the supervisors were told."""

    id: str
    number: int
    why: Why
    made_at: datetime
    state: GroupState = GroupState.PROPOSED
    decided_by: str = ""  # a post
    decided_at: datetime | None = None
    told_at: int = 0

    @property
    def code(self) -> str:
        """What officers type: ``G12``."""
        return f"G{self.number}"


@dataclass(frozen=True, kw_only=True)
class GroupCase:
    """One case in a group."""

    group_id: str
    case_id: str
    why: Why
    since: datetime
    belongs: Belongs = Belongs.PROPOSED


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What was seen last at a site or of an employer: its group, or its only case."""

    why: Why
    key: str
    last_at: datetime | None = None
    case_id: str = ""
    group_id: str = ""

    def fresh(self, now: datetime, rules: GroupRules) -> bool:
        """Whether it was seen within the days of the rule."""
        return self.last_at is not None and now - self.last_at <= timedelta(days=rules.window_days)


CODE = re.compile(r"\s*[Gg](\d{1,6})(?!\S)")


def group_number(text: str) -> int | None:
    """The number in ``G12``; None where the words do not begin with a group."""
    found = CODE.match(text)
    return int(found[1]) if found else None


_FIRM = re.compile("公司|集团|厂|酒店|饭店|建筑|建设|劳务|装饰|工程|物业|超市|学校|医院")
_NOT_ONE = frozenset(
    {"劳务公司", "建筑公司", "装饰公司", "工程公司", "劳务派遣", "建筑劳务", "劳务分包"}
)
SHORTEST = 4
"""Letters that tell one site or firm from others; 「工地」 and 「王老板」 tell nothing."""


def marks_of(case: Case) -> tuple[tuple[Why, str], ...]:
    """By what a case may be found together with others, the surest first."""
    marks = []
    if case.project_code:
        marks.append((Why.PROJECT, case.project_code))
    elif len(site := name_key(case.said.site)) >= SHORTEST:
        marks.append((Why.SITE, site))
    employer = name_key(case.said.employer)
    if _FIRM.search(case.said.employer) and len(employer) >= SHORTEST and employer not in _NOT_ONE:
        marks.append((Why.EMPLOYER, employer))
    return tuple(marks)


class Verb(StrEnum):
    """What can be done over a group at once."""

    ACCEPT = "accept"
    ROUTE = "route"
    REPLY = "reply"


class BatchState(StrEnum):
    """Where a batch stands. Until somebody says go, no case has changed."""

    SHOWN = "shown"
    GOING = "going"
    DONE = "done"
    DROPPED = "dropped"


class Fared(StrEnum):
    """What becomes of one case of a batch."""

    WAITS = "waits"
    DONE = "done"
    LEFT = "left"  # alone: ``reason`` says why


@dataclass(frozen=True, kw_only=True)
class BatchCase:
    """One case of a batch, in the order in which it is served."""

    case_id: str
    fared: Fared = Fared.WAITS
    reason: str = ""  # the key of a sentence


@dataclass(frozen=True, kw_only=True)
class Batch:
    """A command over a group: shown first, then done case by case, each in a commit of few."""

    id: str
    group_id: str
    verb: Verb
    officer_id: str
    made_at: datetime
    state: BatchState = BatchState.SHOWN
    words: Mapping[str, str] = field(default_factory=dict)  # unit, reason, text
    cases: tuple[BatchCase, ...] = ()


BATCH_LASTS = timedelta(hours=2)
"""How long a preview may be confirmed: after that too much may have changed."""

A_COMMIT = 8
"""Cases of a batch in one unit of work, so that nobody waits for the lock."""


class Batches(Protocol):
    """Commands over groups."""

    async def show(self, batch: Batch) -> None:
        """Store a batch that has been shown."""
        ...

    async def batch(self, batch_id: str) -> Batch | None:
        """A batch, locked until the commit."""
        ...

    async def update_batch(self, batch: Batch, *cases: BatchCase) -> None:
        """Store its state, and what became of these cases."""
        ...


class Groups(Batches, Protocol):
    """Groups, their cases, and batches over them."""

    async def marks(self, wanted: Sequence[tuple[Why, str]]) -> tuple[Mark, ...]:
        """What was seen last under each of these, locked until the commit."""
        ...

    async def set_mark(self, mark: Mark) -> None: ...
    async def clear_marks(self, group_id: str) -> None:
        """Forget what pointed to a group: the next case is a first one again."""
        ...

    async def next_number(self) -> int: ...
    async def add(self, group: Group) -> None: ...
    async def update(self, group: Group) -> None: ...
    async def get(self, group_id: str) -> Group | None: ...
    async def locked(self, group_id: str) -> Group | None:
        """The group, locked until the commit."""
        ...

    async def by_number(self, number: int) -> Group | None: ...
    async def latest(self, *, limit: int) -> tuple[Group, ...]:
        """Groups that nobody has declined, the newest first."""
        ...

    async def of_case(self, case_id: str) -> Group | None:
        """The group in which a case stands, taken out of it or not declined."""
        ...

    async def put(self, member: GroupCase) -> None:
        """Store a case's part in a group, or put it in place of the one it had there."""
        ...

    async def members(self, group_id: str) -> tuple[GroupCase, ...]:
        """The cases of a group that nobody has taken out, in the order in which they came."""
        ...

    async def people(self, case_ids: Sequence[str]) -> tuple[PersonRecord, ...]:
        """Everybody of whom these cases speak, row by row."""
        ...
