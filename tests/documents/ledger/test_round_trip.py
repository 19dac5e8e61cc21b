"""What we write, we read back: the same ledger, whatever people called things."""

import io
import zipfile
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from casework.ledger import DepositForm, LedgerEntry, ProjectClass, ProjectState
from casework.ledger_fields import FIELDS, GUARDED, FieldKind, entry_of, flat
from casework.money import Fen
from documents.ledger.cells import (
    CLEAR,
    ERROR_VALUES,
    MOST_FEN,
    SUB_CLASS_WORDS,
    is_blank,
    tidy,
)
from documents.ledger.writing import SHEET, write_ledger
from tests.documents.ledger.books import WORDS, check

_SUMS = (
    "合计",
    "总计",
    "小计",
    "填表人",
    "制表人",
    "填报单位",
    "填报人",
    "审核人",
    "说明",
    "注:",
    "注：",
)


def _is_kept(text: str) -> bool:
    """What the ledger can hold: it came in through a file, or as people type it."""
    return tidy(text) == text and not is_blank(text) and text not in {CLEAR, *ERROR_VALUES}


_START = st.sampled_from(["", "=", "+", "-", "@", "\t", "'", '"', "_x0041_", "{=", "；", "0"])
_TEXT = st.builds(
    "{}{}".format, _START, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
).filter(_is_kept)
_NAME = _TEXT.filter(lambda text: bool(tidy(text)) and not tidy(text).startswith(_SUMS))
_DAYS = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
_CODE = st.text(
    st.characters(categories=["L", "Nd"]) | st.sampled_from("-_="), min_size=1, max_size=12
).filter(lambda text: _is_kept(text) and not text.startswith(_SUMS))
_KINDS: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.TEXT: st.just("") | _TEXT,
    FieldKind.NAMES: st.lists(
        _TEXT.map(lambda t: t.strip("\t")).filter(_is_kept), unique=True, max_size=3
    ).map(tuple),
    FieldKind.YES_NO: st.sampled_from([None, True, False]),
    FieldKind.DAY: _DAYS,
    FieldKind.MONTH: st.just("")
    | st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(lambda d: f"{d:%Y-%m}"),
    FieldKind.MONEY: st.none() | st.integers(0, MOST_FEN // 100).map(Fen),
    FieldKind.SHARE: st.none() | st.integers(0, 10_000).filter(lambda n: n == 0 or n >= 100),
    FieldKind.COUNT: st.none() | st.integers(1, 10**9 - 1),
    FieldKind.CLASS: st.sampled_from(ProjectClass),
    FieldKind.SUB_CLASS: st.just("") | st.sampled_from(sorted(SUB_CLASS_WORDS)),
    FieldKind.STATE: st.sampled_from(ProjectState),
    FieldKind.DEPOSIT_FORM: st.none() | st.sampled_from(DepositForm),
    FieldKind.INDUSTRY: st.just("") | st.sampled_from(sorted(WORDS.industries)),
    FieldKind.SUB_DISTRICT: st.just("") | st.sampled_from(sorted(WORDS.sub_districts)),
    FieldKind.UNIT: st.just("") | st.sampled_from(sorted(WORDS.units)),
}


@st.composite
def entries(draw: st.DrawFn) -> LedgerEntry:
    """A row of the ledger with anything in it."""
    place = draw(st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
    values = {n: draw(_KINDS[k]) for n, k in FIELDS.items() if k is not FieldKind.DEGREES}
    values |= {
        "code": draw(_CODE),
        "name": draw(_NAME),
        "command_post": draw(st.booleans()),
        "sample": False,
        "latitude": place and float(f"{place[0]:.6f}"),
        "longitude": place and float(f"{place[1]:.6f}"),
    }
    return entry_of(values)


@given(st.lists(entries(), min_size=1, max_size=2, unique_by=lambda e: e.project.code.casefold()))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_ledger_comes_back(ledger: list[LedgerEntry]) -> None:
    """Into an empty ledger, every field; no cell is ever a formula."""
    content = write_ledger(ledger, WORDS, guarded=True, samples=False)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    found = check(content)
    assert () == found.plan.problems
    assert () == found.read.heading.ignored
    assert ledger == [entry_of({**row.values, "code": row.code}) for row in found.plan.rows]


@given(entries())
@settings(max_examples=8, deadline=None)
def test_over_itself_it_changes_nothing(entry: LedgerEntry) -> None:
    """Also without the guarded columns, which a chat never gets."""
    content = write_ledger([entry], WORDS, guarded=False, samples=True)
    (row,) = check(content).plan.rows
    assert not GUARDED & {*row.values}
    assert entry == entry_of({**row.values, "code": row.code}, entry)


def test_the_file_is_one_to_work_with() -> None:
    """Filters, a frozen heading, widths, lists to choose from on a hidden sheet."""
    entry = entry_of(
        {"code": "P1", "name": "=cmd|' /C calc'!A0", "project_class": ProjectClass.CITY}
    )
    content = write_ledger([entry] * 3, WORDS, guarded=False, samples=False)
    book = load_workbook(io.BytesIO(content))
    sheet = book[SHEET]
    assert ["项目台账", "选项"] == book.sheetnames
    assert "hidden" == book["选项"].sheet_state
    assert "C2" == sheet.freeze_panes
    assert f"A1:{get_column_letter(sheet.max_column)}4" == sheet.auto_filter.ref
    assert 34 == sheet.column_dimensions["B"].width
    rules = {
        str(rule.sqref).partition("2:")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    headings = {cell.value: get_column_letter(i) for i, cell in enumerate(sheet[1], 1)}
    for heading in ("项目类别", "街道", "行业", "项目指挥部", "工资保证金形式", "区属业主单位"):
        assert headings[heading] in rules
    column = rules[headings["项目类别"]].split("$")[1]
    lists = book["选项"]
    assert ["项目类别", "区属项目", "市属项目", "国企项目", "社会项目"] == [
        cell.value for cell in lists[column][:5]
    ]
    name = sheet["B2"]
    assert ("s", True, "=cmd|' /C calc'!A0") == (name.data_type, name.quotePrefix, name.value)
    assert flat(entry)["name"] == name.value
