"""A report with the names that its keys stand for: what documents write down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.statistics import Report


@dataclass(frozen=True, kw_only=True)
class StatisticsSheet:
    """``late``: every limit that is past its date now, the longest first.

    ``units``, ``industries``, ``sub_districts`` and ``projects`` are names by their codes.
    """

    report: Report
    district: str
    units: Mapping[str, str] = field(default_factory=dict)
    industries: Mapping[str, str] = field(default_factory=dict)
    sub_districts: Mapping[str, str] = field(default_factory=dict)
    projects: Mapping[str, str] = field(default_factory=dict)
    late: "tuple[LateRow, ...]" = ()
    printed_at: datetime
    printed_by: str


@dataclass(frozen=True, kw_only=True)
class LateRow:
    """One limit that is past its date: of which case, whose, and for how many days."""

    case_number: str
    unit: str
    title: str  # the duty and its article, as `statutes.toml` names them
    due: date
    days: int
