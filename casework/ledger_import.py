"""Bringing a spreadsheet into the ledger: which row is which project, and what is wrong with one.

A row is the project of its code; without a code, the one of the same name at the same place; and
otherwise a new one, with a code that nobody has. Whether rows may be written is decided for the
whole file at once, before the first is.
"""

import itertools
import re
import unicodedata
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from casework.ledger import LedgerEntry, Project
from casework.ledger_fields import FieldValue, Plain

_NOT_WORD = re.compile(r"[\W_]+")
_OURS = re.compile(r"P(\d{1,9})", re.IGNORECASE)
_FIRST_CODE = 101


@dataclass(frozen=True, kw_only=True)
class ReadRow:
    """A row of a file as values; a field that is missing says nothing about the project."""

    row: int  # as the spreadsheet program numbers it
    values: Mapping[str, FieldValue]


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """What is wrong in one place of a file. ``key`` names the sentence, ``column`` the letter."""

    row: int
    column: str
    heading: str
    key: str
    found: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What tells one project from another."""

    code: str
    name: str
    sub_district: str = ""
    address: str = ""
    sample: bool = False


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """A row that may be written: the code is settled."""

    row: int
    code: str
    new: bool
    values: Mapping[str, FieldValue]


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """What a file would do to the ledger."""

    rows: tuple[PlannedRow, ...]
    problems: tuple[RowProblem, ...]

    @property
    def bad_rows(self) -> int:
        """Rows that cannot be written."""
        return len({problem.row for problem in self.problems})


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """Old and new value of a field, as JSON holds them."""

    old: Plain
    new: Plain


@dataclass(frozen=True, kw_only=True)
class ProjectChange:
    """One row of the ledger's history: by whom (an officer's code), from which file and row."""

    code: str
    at: datetime
    job_id: str
    row: int
    added: bool
    by: str
    sha256: str
    fields: Mapping[str, FieldChange]


@dataclass(frozen=True, kw_only=True)
class Written:
    """What became of rows."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
        )


class LedgerWriter(Protocol):
    """Rows into the ledger, some at a time, each unit of work short."""

    async def write(self, rows: Sequence[PlannedRow], *, job_id: str, at: datetime) -> Written:
        """Put rows in, with their history. Safe to repeat."""
        ...

    async def written_by(self, job_id: str) -> Written:
        """What a job has added and changed until now, whoever worked at it, however often."""
        ...

    async def finish_writing(self) -> None:
        """The last row is in: invented projects go, and readers learn of a new version."""
        ...

    async def changes_of(self, code: str) -> tuple[ProjectChange, ...]: ...


class LedgerReading(Protocol):
    """The ledger page by page, outside any unit of work: it holds nobody up."""

    async def version(self) -> int:
        """Rises with every import."""
        ...

    def projects(self) -> AsyncIterator[tuple[Project, ...]]: ...
    def entries(self) -> AsyncIterator[tuple[LedgerEntry, ...]]: ...
    def identities(self) -> AsyncIterator[tuple[Identity, ...]]: ...


def code_key(code: str) -> str:
    """A code as it is compared: ``ｐ１０１`` is ``P101``."""
    return unicodedata.normalize("NFKC", code).casefold()


def words_key(words: str) -> str:
    """A name or address as it is compared: without spaces and signs."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", words).casefold())


@dataclass
class _Known:
    """The ledger and the rows before this one, by code and by name."""

    codes: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[Identity]] = field(default_factory=dict)

    def add(self, identity: Identity) -> None:
        self.codes[code_key(identity.code)] = identity.code
        if not identity.sample:
            self.names.setdefault(words_key(identity.name), []).append(identity)

    def same(self, values: Mapping[str, FieldValue]) -> list[Identity]:
        """Projects that a row without a code may be."""
        alike = self.names.get(words_key(str(values.get("name") or "")), [])
        return [each for each in alike if _same_place(each, values)]


def _same_place(known: Identity, values: Mapping[str, FieldValue]) -> bool:
    """The sub-district tells places apart; where one is not known, the address does."""
    sub_district = str(values.get("sub_district") or "")
    if sub_district and known.sub_district:
        return sub_district == known.sub_district
    address = words_key(str(values.get("address") or ""))
    return not address or not known.address or address == words_key(known.address)


def plan_import(
    rows: Iterable[ReadRow], known: Iterable[Identity], problems: Iterable[RowProblem]
) -> ImportPlan:
    """Settle which project each row is. ``problems`` are those of the cells.

    A row with a problem is left out of the rows, yet still keeps its code from the others.
    """
    found = list(problems)
    bad = {problem.row for problem in found}
    said = {(problem.row, problem.heading) for problem in found}
    ledger = _Known()
    for identity in known:
        ledger.add(identity)
    all_rows = tuple(rows)
    fresh = _fresh_codes([*ledger.codes.values(), *(_code(row) for row in all_rows)])
    planned, taken = [], dict[str, int]()
    for row in all_rows:
        settled = _settle(row, ledger, fresh)
        if isinstance(settled, PlannedRow):
            first = taken.setdefault(code_key(settled.code), row.row)
            if first != row.row:
                settled = _problem(row, "twice", "code" if _code(row) else "name", str(first))
        if isinstance(settled, RowProblem):
            if (settled.row, settled.heading) not in said:  # a wrong name is not missing as well
                found.append(settled)
        elif row.row not in bad:
            planned.append(settled)
    return ImportPlan(
        rows=tuple(planned), problems=tuple(sorted(found, key=lambda each: each.row))
    )


def _settle(row: ReadRow, ledger: _Known, fresh: Iterator[str]) -> PlannedRow | RowProblem:
    given = _code(row)
    if given:
        code = ledger.codes.get(code_key(given))
        return _known_or_new(row, code or given, new=code is None)
    same = ledger.same(row.values)
    if len(same) > 1:
        return _problem(row, "which", "name", "、".join(each.code for each in same[:5]))
    if same:
        return _known_or_new(row, same[0].code, new=False)
    settled = _known_or_new(row, "", new=True)
    if isinstance(settled, PlannedRow):
        settled = replace(settled, code=next(fresh))
        ledger.add(_identity(settled))
    return settled


def _known_or_new(row: ReadRow, code: str, *, new: bool) -> PlannedRow | RowProblem:
    """A new project needs a name and a class; of a known one a file may say a part."""
    for name in ("name", "project_class") if new else ():
        if not row.values.get(name):
            return _problem(row, "needed", name)
    # A row of a file is a real project unless the file says otherwise.
    values = {"sample": False, **row.values}
    return PlannedRow(row=row.row, code=code, new=new, values=values)


def _identity(row: PlannedRow) -> Identity:
    return Identity(
        code=row.code,
        name=str(row.values["name"]),
        sub_district=str(row.values.get("sub_district") or ""),
        address=str(row.values.get("address") or ""),
    )


def _code(row: ReadRow) -> str:
    return str(row.values.get("code") or "")


def _problem(row: ReadRow, key: str, field_name: str, hint: str = "") -> RowProblem:
    """``heading`` is the field's name here: whoever read the file knows its column."""
    found = row.values.get(field_name)
    return RowProblem(
        row=row.row,
        column="",
        heading=field_name,
        key=key,
        found="" if found is None else str(found),
        hint=hint,
    )


def _fresh_codes(taken: Iterable[str]) -> Iterator[str]:
    """Short codes behind the highest of their kind, so that none is ever given twice."""
    numbers = [int(match[1]) for code in taken if (match := _OURS.fullmatch(code))]
    return (f"P{number}" for number in itertools.count(max(numbers, default=_FIRST_CODE - 1) + 1))
