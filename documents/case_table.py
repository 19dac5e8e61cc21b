"""Cases as a table for spreadsheet programs: one row a case, nothing personal unless asked for.

A cell that begins like a formula would be calculated by whoever opens the table, and what workers
type comes from anywhere (https://owasp.org/www-community/attacks/CSV_Injection): such a cell gets
an apostrophe in front, which spreadsheet programs read as "this is text".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from casework.balance import paid_so_far
from casework.case import Case, Flag, Track, TrackKind
from casework.claims import Claim, ClaimKind, Payment
from casework.ledger import Project, ProjectClass
from casework.meaning import MoneyRange
from casework.people import Person
from documents import labels

_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")

_FLAGS: Mapping[Flag, str] = {
    Flag.SUSPENDED: "中止",
    Flag.EMERGENCY: "紧急",
    Flag.DUPLICATE: "重复",
    Flag.MINOR: "涉未成年人",
    Flag.RETALIATION: "打击报复",
}

_CLAIMS: Mapping[ClaimKind, str] = {
    ClaimKind.WAGE: "工资",
    ClaimKind.PROJECT_PAYMENT: "工程款",
    ClaimKind.BOTH: "工资和工程款",
}


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """A case with what belongs to it; ``units`` are the names of units by their codes."""

    case: Case
    claims: tuple[Claim, ...] = ()
    payments: tuple[Payment, ...] = ()
    people: tuple[Person, ...] = ()
    project: Project | None = None
    units: Mapping[str, str] = field(default_factory=dict)


_Column = tuple[str, Callable[[CaseRow], str]]


def heading(*, with_names: bool) -> list[str]:
    """The names of the columns."""
    return [name for name, _ in _columns(with_names=with_names)]


def cells(row: CaseRow, *, with_names: bool) -> list[str]:
    """A case as text, column by column; unknown is empty."""
    return [harmless(value(row)) for _, value in _columns(with_names=with_names)]


def harmless(text: str) -> str:
    """The text as a cell that no program calculates."""
    first = text.lstrip(" ")[:1]
    return f"'{text}" if first in _FORMULA and first else text


def _columns(*, with_names: bool) -> Sequence[_Column]:
    return (*_COLUMNS, *_PERSONAL) if with_names else _COLUMNS


def _track(row: CaseRow, kind: TrackKind) -> Track | None:
    return next((track for track in row.case.tracks if track.kind is kind), None)


def _status(kind: TrackKind) -> Callable[[CaseRow], str]:
    def value(row: CaseRow) -> str:
        track = _track(row, kind)
        return labels.STATUSES[track.status] if track else ""

    return value


def _outcome(kind: TrackKind) -> Callable[[CaseRow], str]:
    def value(row: CaseRow) -> str:
        track = _track(row, kind)
        return labels.OUTCOMES[track.outcome] if track and track.outcome else ""

    return value


def _instant(value: datetime | None) -> str:
    return labels.instant(value) if value else ""


def _closed(row: CaseRow) -> str:
    track = _track(row, TrackKind.LEAD_UNIT)
    return _instant(track.closed_at) if track else ""


def _project_class(row: CaseRow) -> str:
    known = row.case.project_class
    return labels.PROJECT_CLASSES[ProjectClass(known)] if known else ""


def _yuan(fen: int) -> str:
    """A plain number, so that a program can add it up."""
    return f"{fen // 100}.{fen % 100:02d}" if fen % 100 else str(fen // 100)


def _claimed(end: Callable[[MoneyRange], int]) -> Callable[[CaseRow], str]:
    def value(row: CaseRow) -> str:
        known = [end(claim.amount) for claim in row.claims if claim.amount]
        return _yuan(sum(known)) if known else ""

    return value


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _flags(row: CaseRow) -> str:
    return "、".join(name for flag, name in _FLAGS.items() if flag in row.case.flags)


_COLUMNS: Sequence[_Column] = (
    ("编号", lambda row: row.case.number),
    ("首次反映", lambda row: _instant(row.case.first_message_at)),
    ("登记时间", lambda row: _instant(row.case.filed_at)),
    ("来源", lambda row: labels.SOURCES[row.case.source]),
    ("责任单位代码", lambda row: row.case.holder),
    ("责任单位", lambda row: row.units.get(row.case.holder, "")),
    ("责任单位办理", _status(TrackKind.LEAD_UNIT)),
    ("劳动保障监察", _status(TrackKind.LABOUR_INSPECTION)),
    ("办理结果", _outcome(TrackKind.LEAD_UNIT)),
    ("监察结果", _outcome(TrackKind.LABOUR_INSPECTION)),
    ("办结时间", _closed),
    ("项目编号", lambda row: row.case.project_code or ""),
    ("项目", lambda row: row.project.name if row.project else ""),
    ("项目类别", _project_class),
    ("行业", lambda row: row.case.industry),
    ("街道代码", lambda row: row.case.sub_district),
    ("区外", lambda row: "是" if row.case.outside else ""),
    ("款项", lambda row: _CLAIMS[row.case.claim_kind]),
    ("反映人数", lambda row: _number(row.case.people_claimed)),
    ("核实人数", lambda row: _number(row.case.people_confirmed)),
    ("欠薪（元，最少）", _claimed(lambda amount: amount.low)),
    ("欠薪（元，最多）", _claimed(lambda amount: amount.high)),
    ("工人说已到（元）", lambda row: _yuan(paid_so_far(row.payments))),
    ("原因", lambda row: "" if row.case.cause == "undecided" else row.case.cause),
    ("标记", _flags),
)

_PERSONAL: Sequence[_Column] = (
    ("姓名", lambda row: "、".join(person.name for person in row.people if person.name)),
    ("电话", lambda row: "、".join(person.phone for person in row.people if person.phone)),
    ("来源编号", lambda row: row.case.source_number),
    ("所说工地", lambda row: row.case.said.site),
    ("所说地点", lambda row: row.case.said.place),
    ("所说欠薪方", lambda row: row.case.said.employer or row.case.said.boss),
    ("原话", lambda row: row.case.said.first_words),
)
