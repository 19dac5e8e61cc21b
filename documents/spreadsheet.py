"""Cells of spreadsheets that we write, the only way text gets into one.

Whatever people typed is written as text and never as a formula
(https://owasp.org/www-community/attacks/CSV_Injection): in an .xlsx file the kind of a cell says
what it is, so the text itself stays as it was.
"""

import io
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_HEAD = PatternFill("solid", start_color="FFDDEBF7")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def saved(book: Workbook) -> bytes:
    """The workbook as a file."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def head_cell(sheet: WriteOnlyWorksheet, heading: str) -> Cell:
    """The heading of a column."""
    cell = text_cell(sheet, heading)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def made_cell(sheet: WriteOnlyWorksheet, value: Any) -> Cell:
    """A number, a day or nothing, as it is."""
    cell: Cell = WriteOnlyCell(sheet, value)
    return cell


def text_cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    """A text as text, whatever it begins with; what XML cannot hold is left out."""
    cell = made_cell(sheet, _ESCAPED.sub("_x005F_", _NO_XML.sub("", text)))
    cell.data_type = "s"  # not what the library guesses of =1+1 and #N/A
    if text.startswith(("=", "+", "-", "@", "\t")):
        cell.quotePrefix = True  # stays text when somebody edits it
    return cell
