"""The ledger as a spreadsheet that Excel opens, filters and gives back; and files to be mended."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation

from casework.ledger import LedgerEntry
from casework.ledger_fields import FIELDS, GUARDED, FieldKind, flat
from casework.ledger_import import RowProblem
from documents.ledger.cells import WORDS, Raw, Vocabulary, written_cell
from documents.ledger.columns import MARKS, written_heading
from documents.ledger.problems import sentence
from documents.ledger.tables import MOST_ROWS, NO_VALUE, Table
from documents.spreadsheet import head_cell, made_cell, saved, text_cell

SHEET, LISTS = "项目台账", "选项"

_WIDTHS: Mapping[FieldKind, float] = {
    FieldKind.NAMES: 28,
    FieldKind.DAY: 12,
    FieldKind.MONEY: 16,
    FieldKind.UNIT: 18,
    FieldKind.SUB_DISTRICT: 18,
    FieldKind.INDUSTRY: 16,
    FieldKind.SUB_CLASS: 16,
    FieldKind.DEPOSIT_FORM: 14,
}
_WIDE: Mapping[str, float] = {
    "name": 34,
    "address": 30,
    "general_contractor": 30,
    "owner": 26,
    "account_bank": 26,
    "investment_code": 28,
    "contract_permit_number": 22,
    "account_number": 24,
}
_FORMATS: Mapping[FieldKind, str] = {
    FieldKind.DAY: "yyyy-mm-dd",
    FieldKind.MONEY: "#,##0.00",
    FieldKind.SHARE: "0.##",
    FieldKind.DEGREES: "0.######",
}
_WRONG = PatternFill("solid", start_color="FFFFC7CE")


def write_ledger(
    entries: Iterable[LedgerEntry], words: Vocabulary, *, guarded: bool, samples: bool
) -> bytes:
    """Every entry on one sheet, the lists to choose from on a hidden one.

    ``guarded``: with the labour officers and account numbers; ``samples``: say which projects
    are inventions.
    """
    fields = [
        name
        for name in FIELDS
        if (guarded or name not in GUARDED) and (samples or name != "sample")
    ]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    lists = book.create_sheet(LISTS)
    _lay_out(sheet, fields)
    _offer_choices(sheet, lists, fields, words)
    sheet.append([head_cell(sheet, written_heading(name)) for name in fields])
    rows = 1
    for entry in entries:
        rows += 1
        values = flat(entry)
        row = [_cell(sheet, name, written_cell(name, values[name], words)) for name in fields]
        sheet.append(row)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{rows}"
    lists.sheet_state = "hidden"
    return saved(book)


def mark_problems(table: Table, heading_row: int, problems: Sequence[RowProblem]) -> bytes:
    """The file again, as values: wrong cells red, and in the last column what to do about it."""
    by_row: dict[int, list[RowProblem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(table.name or SHEET)
    width = max(map(len, table.rows))
    sheet.column_dimensions[get_column_letter(width + 1)].width = 60
    sheet.freeze_panes = f"A{heading_row + 2}"
    for number, row in enumerate(table.rows):
        wrong = by_row.get(number + 1, [])
        columns = {problem.column for problem in wrong}
        cells = [
            _marked(sheet, raw, wrong=get_column_letter(i + 1) in columns)
            for i, raw in enumerate(row)
        ]
        cells += [None] * (width - len(cells))
        if number == heading_row:
            cells.append(head_cell(sheet, MARKS))
        elif wrong:
            cells.append(_marked(sheet, "\n".join(map(sentence, wrong)), wrong=True))
        sheet.append(cells)
    return saved(book)


def _lay_out(sheet: Any, fields: Sequence[str]) -> None:
    sheet.freeze_panes = "C2"  # headings, code and name stay in sight
    for index, name in enumerate(fields):
        letter = get_column_letter(index + 1)
        sheet.column_dimensions[letter].width = _WIDE.get(name, _WIDTHS.get(FIELDS[name], 14))


def _offer_choices(sheet: Any, lists: Any, fields: Sequence[str], words: Vocabulary) -> None:
    """A list to choose from for every column that takes only certain words."""
    columns = [(name, list(_choices(FIELDS[name], words))) for name in fields]
    offered = [(name, choices) for name, choices in columns if choices]
    for position, (name, choices) in enumerate(offered):
        letter = get_column_letter(position + 1)
        rule = DataValidation(
            type="list",
            formula1=f"{LISTS}!${letter}$2:${letter}${len(choices) + 1}",
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=written_heading(name),
            error="请从列表里选",
        )
        place = get_column_letter(fields.index(name) + 1)
        rule.add(f"{place}2:{place}{MOST_ROWS + 1}")
        sheet.data_validations.append(rule)
    height = max((len(choices) for _, choices in offered), default=0)
    lists.append([text_cell(lists, written_heading(name)) for name, _ in offered])
    for row in range(height):
        lists.append(
            [
                text_cell(lists, choices[row]) if row < len(choices) else None
                for _, choices in offered
            ]
        )


def _choices(kind: FieldKind, words: Vocabulary) -> Iterator[str]:
    if kind is FieldKind.YES_NO:
        yield from ("是", "否")
    elif kind in WORDS:
        yield from (names[0] for names in WORDS[kind].values())
    elif kind in {FieldKind.INDUSTRY, FieldKind.SUB_DISTRICT, FieldKind.UNIT}:
        yield from words.of(kind).values()


def _cell(sheet: WriteOnlyWorksheet, name: str, value: Raw) -> Cell | None:
    if value is None:
        return None
    if isinstance(value, str):
        return text_cell(sheet, value)
    cell = made_cell(sheet, value)
    cell.number_format = _FORMATS.get(FIELDS[name], "General")
    return cell


def _marked(sheet: WriteOnlyWorksheet, raw: Raw, *, wrong: bool) -> Cell | None:
    if raw == NO_VALUE:
        raw = ""
    cell = text_cell(sheet, raw) if isinstance(raw, str) else made_cell(sheet, raw)
    if wrong:
        cell.fill = _WRONG
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
