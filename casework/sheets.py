"""What a printed sheet of a case says: values only; its layout is `documents`' business."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.case import Outcome, Source, Status, TrackKind
from casework.claims import PayerKind
from casework.deadlines import Certainty, DayUnit
from casework.history import EventKind, Medium
from casework.ledger import ProjectClass
from casework.meaning import CountRange, MoneyRange
from casework.money import Fen
from casework.supervision import Level, Slow
from casework.work import ItemKind


@dataclass(frozen=True, kw_only=True)
class WorkerRow:
    """One worker of the case. ``confirmed_on``: the day on which they confirmed the sum."""

    name: str = ""
    phone: str = ""
    amount: MoneyRange | None = None
    months: CountRange | None = None
    period_start: str | None = None
    period_end: str | None = None
    confirmed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PaidRow:
    """Money that arrived, by the worker's word; a sum of None is unknown."""

    paid_on: date | None = None
    amount: Fen | None = None
    payer: PayerKind = PayerKind.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class TrackRow:
    """A way on which the case is worked, and the name of its unit."""

    kind: TrackKind
    unit: str
    status: Status
    outcome: Outcome | None = None


@dataclass(frozen=True, kw_only=True)
class ClockRow:
    """A limit: what has to be done, under which article, by when.

    ``work_by`` is the last working day before the limit ends. ``provisional``: counted past the
    last published calendar of holidays.
    """

    title: str
    basis: str
    due: date
    work_by: date | None = None
    provisional: bool = False
    certainty: Certainty = Certainty.READ


@dataclass(frozen=True, kw_only=True)
class HistoryRow:
    """One line of the history: what happened, and words about it where there are any."""

    at: datetime
    kind: EventKind | None = None
    what: str = ""
    unit: str = ""
    medium: Medium | None = None
    document_number: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseSheet:
    """What stands on a case sheet. Units are names; ``boss`` is a person, ``employer`` a firm.

    ``confirmed``: a person confirmed the lead unit. ``people``: how many the complaint speaks
    for, where that is known.
    """

    number: str
    opened_at: datetime
    filed_at: datetime | None
    source: Source
    source_number: str = ""
    said_site: str = ""
    project_name: str = ""
    project_code: str = ""
    project_class: ProjectClass | None = None
    sub_district: str = ""
    employer: str = ""
    boss: str = ""
    people: int | None = None
    workers: tuple[WorkerRow, ...] = ()
    paid: tuple[PaidRow, ...] = ()
    lead: str = ""
    confirmed: bool = False
    assist: tuple[str, ...] = ()
    command_post: bool = False
    rule: str = ""
    rule_source: str = ""
    tracks: tuple[TrackRow, ...] = ()
    clocks: tuple[ClockRow, ...] = ()
    history: tuple[HistoryRow, ...] = ()
    printed_at: datetime
    printed_by: str
    masked: bool = True


@dataclass(frozen=True, kw_only=True)
class PromiseRow:
    """A sum that somebody said would come, and the day."""

    day: date
    amount: Fen


@dataclass(frozen=True, kw_only=True)
class DeputyRow:
    """One case on a hand-over sheet; ``unread`` are words that nobody has answered yet."""

    number: str
    status: Status
    site: str = ""
    worker: str = ""
    phone: str = ""
    amount: MoneyRange | None = None
    clock: ClockRow | None = None
    unread: tuple[str, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    masked: bool = True


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """Something that waits on the unit's table."""

    kind: ItemKind
    number: str = ""
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class DeputySheet:
    """Work handed from an officer to a deputy, or ``back``; posts, never names."""

    unit: str
    from_post: str
    to_post: str
    first: date
    last: date
    back: bool = False
    rows: tuple[DeputyRow, ...] = ()
    items: tuple[ItemRow, ...] = ()
    printed_at: datetime
    masked: bool = True


@dataclass(frozen=True, kw_only=True)
class TransferSheet:
    """A case handed from unit to unit on paper; the case's ``masked`` holds for all of it.

    ``basis``: articles in words people know, ``《信访工作条例》第二十三条第三款``. An empty
    ``document_number`` or ``handed_on`` is left for the pen.
    """

    case: CaseSheet
    from_unit: str
    to_unit: str
    reason: str
    basis: tuple[str, ...] = ()
    document_number: str = ""
    handed_on: date | None = None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AssignmentSheet:
    """A case from above, given to ``to_unit`` and ``other_unit`` at once."""

    case: CaseSheet
    level: Level
    assigner: str
    number: str
    assigned_on: date
    due_on: date | None
    to_unit: str
    other_unit: str


@dataclass(frozen=True, kw_only=True)
class SupervisionSheet:
    """A request for supervision; ``approved`` None waits for the leader's word."""

    case: CaseSheet
    assigner: str
    assigned_on: date
    due_on: date | None
    grounds: tuple[Slow, ...]
    reason: str
    requested_at: datetime
    approved: bool | None = None
    decided_at: datetime | None = None
    number: str = ""
    report_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class ResultReport:
    """What goes back to the assigner; ``measures`` in the officers' own words."""

    case: CaseSheet
    level: Level
    assigner: str
    number: str
    assigned_on: date
    due_on: date | None
    measures: tuple[str, ...] = ()
    answer: str = ""
    supervised: bool = False


@dataclass(frozen=True, kw_only=True)
class EndingRow:
    """How one unit's part of a case ended."""

    unit: str
    outcome: Outcome
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RemedyRow:
    """What the worker can still do. ``until`` where the day from which it runs is known."""

    what: str
    n: int
    unit: DayUnit
    starts: str
    title: str
    until: date | None = None
    certainty: Certainty = Certainty.READ


@dataclass(frozen=True, kw_only=True)
class ResultSheet:
    """The written result of a case; ``unconfirmed``: nobody has said that the money came."""

    case: CaseSheet
    endings: tuple[EndingRow, ...]
    reasons: tuple[str, ...] = ()
    owed: MoneyRange | None = None
    paid: Fen
    left: MoneyRange | None = None
    unconfirmed: bool = False
    remedies: tuple[RemedyRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReceiptSheet:
    """A receipt as its worker keeps it.

    ``statement``: the text over which ``fingerprint`` is the SHA-256; ``code`` is its short form.
    ``hotlines``: number, what for, when.
    """

    district: str
    number: str
    filed_at: datetime
    site: str = ""
    employer: str = ""
    amount: MoneyRange | None = None
    months: str = ""
    people: int = 0
    name: str = ""
    phone: str = ""
    files: int = 0
    unit: str
    inspection: str
    answer_by: date
    answer_basis: str
    provisional: bool = False
    years: int
    hotlines: tuple[tuple[str, str, str], ...] = ()
    code: str
    fingerprint: str
    statement: str
    printed_at: datetime
