"""A file of unknown make into sheets of plain rows, or one sentence why it cannot be read.

What comes in is not trusted: sizes are looked at before anything is unpacked, and what could do
something when it is opened (macros) is not opened at all.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from casework.ledger_jobs import UnreadableFile
from documents.ledger.cells import Raw
from documents.ledger.parts import sheet_parts

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED = 150 * MEGABYTE
MOST_PARTS = 2_000
MOST_TIMES = 200
"""A spreadsheet packs ten to twenty times; what packs more than this was made to do harm."""

MOST_ROWS = 20_000
MOST_COLUMNS = 256
_TOO_MANY_ROWS = f"行数太多，一次最多 {MOST_ROWS} 行。分成几个文件。"
MOST_MERGES, MOST_MERGED = 20_000, 2_000_000
MOST_LETTERS = 32_767
"""As many as a cell holds in Excel: one shared text of a megabyte could stand in every cell."""

NO_VALUE = "\ue000no value"
"""Stands in a cell whose formula was never computed (a private character: nobody types it)."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_AS_XLSX = "用 Excel 或 WPS 打开，“另存为”选 .xlsx，再发一次。"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_ESCAPE = re.compile(r"_x005[Ff]_(x[0-9A-Fa-f]{4}_)|_x00[01][0-9A-Fa-f]_")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_TAG = re.compile(
    rb"<(?:\w+:)?(?P<kind>c|f|v|is)(?=[ />\s])(?P<rest>[^>]*)>|</(?:\w+:)?(?P<end>c)>"
)


@dataclass(frozen=True, kw_only=True)
class Merge:
    """Cells that were made one: first and last row and column, from 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(kw_only=True)
class Table:
    """A sheet as rows of cells; row 0 is the spreadsheet's row 1. Merged cells are filled."""

    name: str
    rows: list[list[Raw]]
    merges: list[Merge] = field(default_factory=list)
    days_from: date = date(1899, 12, 30)


def read_tables(content: bytes, name: str, sheet: str = "") -> list[Table]:
    """The sheets that are not empty, or the one that is asked for. Raises UnreadableFile."""
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"文件有 {len(content) // MEGABYTE} MB，最多收 {MOST_BYTES // MEGABYTE} MB。"
            "删掉图片和用不着的表，或分成几个文件。"
        )
    _refuse_others(content, name)
    if content.startswith(b"PK"):
        return _read_workbook(content, sheet)
    return [Table(name="", rows=_read_csv(content))]


def _refuse_others(content: bytes, name: str) -> None:
    """Whatever is no table gets its own sentence."""
    head = content[:4096].lstrip().lower()
    if not content.strip():
        raise UnreadableFile("文件是空的。")
    if content.startswith(_OLE):
        if _PROTECTED in content:
            raise UnreadableFile("文件有打开密码。去掉密码，存一次，再发。")
        renamed = "这个文件虽然叫 .xlsx，其实是" if name.lower().endswith(".xlsx") else "这是"
        raise UnreadableFile(f"{renamed}旧格式（.xls）。{_AS_XLSX}")
    if head.startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise UnreadableFile(f"这其实是一个网页，不是表格。{_AS_XLSX}")
    if content.startswith((b"%PDF", b"\xff\xd8", b"\x89PNG", b"Rar!", b"7z\xbc\xaf", b"{\\rtf")):
        raise UnreadableFile("这不是表格。请发 .xlsx 或 .csv。")


def _read_workbook(content: bytes, asked: str) -> list[Table]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _check_parts(packed)
            return _sheets(packed, content, asked)
    except UnreadableFile:
        raise
    except MemoryError:
        raise UnreadableFile("表太大，打不开。删掉用不着的行和列，或分成几个文件。") from None
    except Exception:  # noqa: BLE001 — in a broken part a library stumbles over anything
        raise UnreadableFile(f"文件坏了，打不开。{_AS_XLSX}") from None


def _check_parts(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile("文件有密码。去掉密码，存一次，再发。")
    unpacked, size = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    bomb = any(
        p.file_size > MEGABYTE and p.file_size > MOST_TIMES * p.compress_size for p in parts
    )
    if bomb or unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS or size > MOST_BYTES:
        raise UnreadableFile("文件解开以后太大，不收。删掉用不着的行、列和图片，再发一次。")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UnreadableFile(f"文件带宏（.xlsm），不打开。{_AS_XLSX}")
    if "xl/workbook.bin" in names:
        raise UnreadableFile(f"这是二进制格式（.xlsb）。{_AS_XLSX}")
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(f"这个压缩包里没有 Excel 表。{_AS_XLSX}")


def _sheets(packed: zipfile.ZipFile, content: bytes, asked: str) -> list[Table]:
    parts = sheet_parts(packed)
    shown = [name for name, part in parts.items() if not part.hidden]
    if asked and asked not in parts:
        raise UnreadableFile(f"没有叫「{asked}」的表。有：{'、'.join(parts)}。")
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        epoch = book.epoch.date()
        tables = []
        for name in [asked] if asked else shown:
            table = Table(name=name, rows=[], days_from=epoch)
            sheet = book[name]
            sheet.reset_dimensions()  # what a program wrote about its size may be years old
            table.rows = list(_cells(sheet.iter_rows(values_only=True)))
            if table.rows:
                _look_into(table, packed.read(parts[name].path))
                tables.append(table)
        return tables
    finally:
        book.close()


def _cells(rows: Iterator[tuple[object, ...]]) -> Iterator[list[Raw]]:
    """Rows without what is empty at their end; empty rows at the end of the sheet are left out."""
    waiting = 0
    for number, row in enumerate(rows):
        last = max((i for i, each in enumerate(row) if each is not None), default=-1)
        if last >= MOST_COLUMNS:
            raise UnreadableFile(
                f"第 {number + 1} 行一直写到第 {last + 1} 列，最多读 {MOST_COLUMNS} 列。"
                "看看是不是选错了表，或右边有多余的格。"
            )
        if last < 0:
            waiting += 1
            continue
        if number >= MOST_ROWS + 20:
            raise UnreadableFile(_TOO_MANY_ROWS)
        yield from ([] for _ in range(waiting))
        waiting = 0
        yield [_raw(each) for each in row[: last + 1]]


def _unescaped(text: str) -> str:
    """What XML cannot hold is written ``_x000D_`` (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPE.sub(lambda found: f"_{found[1]}" if found[1] else "", text)


def _raw(value: object) -> Raw:
    if isinstance(value, str):
        if len(value) > MOST_LETTERS:
            raise UnreadableFile("有一格里的字太多，不像台账。删掉那一格，再发一次。")
        return _unescaped(value) if "_x" in value else value
    if value is None or isinstance(value, int | float | date):
        return value
    if isinstance(value, time | timedelta):  # a day of nought in a cell made for dates
        return None
    return str(value)


def _look_into(table: Table, xml: bytes) -> None:
    """What the library leaves out: merged cells, and formulas that nobody has computed."""
    for column, row in _uncomputed(xml):
        if row >= MOST_ROWS + 20:
            raise UnreadableFile(_TOO_MANY_ROWS)
        table.rows.extend([] for _ in range(len(table.rows), row + 1))
        cells = table.rows[row]
        if column < MOST_COLUMNS:
            cells.extend([None] * (column + 1 - len(cells)))
            cells[column] = NO_VALUE if cells[column] is None else cells[column]
    merged, filled = _MERGED.findall(xml), 0
    for each in merged:
        left, top, right, bottom = range_boundaries(each.decode())
        merge = Merge(
            top=(top or 1) - 1,
            bottom=min((bottom or 1) - 1, len(table.rows) - 1),
            left=(left or 1) - 1,
            right=min((right or 1) - 1, MOST_COLUMNS - 1),
        )
        filled += max(merge.bottom - merge.top + 1, 0) * max(merge.right - merge.left + 1, 0)
        if len(merged) > MOST_MERGES or filled > MOST_MERGED:
            raise UnreadableFile("合并的单元格太多。取消合并，再发一次。")
        table.merges.append(merge)
        _fill(table.rows, merge)


def _fill(rows: list[list[Raw]], merge: Merge) -> None:
    if merge.top >= len(rows) or merge.left >= len(rows[merge.top]):
        return
    value = rows[merge.top][merge.left]
    if value is None:
        return
    for row in rows[merge.top : merge.bottom + 1]:
        row.extend([None] * (merge.right + 1 - len(row)))
        row[merge.left : merge.right + 1] = [value] * (merge.right + 1 - merge.left)


def _uncomputed(xml: bytes) -> Iterator[tuple[int, int]]:
    """Column and row of every formula without a result; every byte is looked at once."""
    if not _FORMULA.search(xml):
        return
    place, formula, value = None, False, False
    for tag in _TAG.finditer(xml):
        kind = tag["end"] or tag["kind"]
        if kind == b"c":
            if tag["end"] and place is not None and formula and not value:
                column, _, _, _ = range_boundaries(f"{place[1].decode()}1")
                yield (column or 1) - 1, int(place[2]) - 1
            place = None if tag["end"] else _PLACE.search(tag["rest"])
            formula = value = False
        formula |= kind == b"f"
        value |= kind == b"is" or (kind == b"v" and xml[tag.end() : tag.end() + 1] != b"<")


def _read_csv(content: bytes) -> list[list[Raw]]:
    text = _decoded(content)
    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows: list[list[Raw]] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
            if number >= MOST_ROWS + 20:
                raise UnreadableFile(_TOO_MANY_ROWS)
            if len(row) > MOST_COLUMNS:
                raise UnreadableFile(f"第 {number + 1} 行超过 {MOST_COLUMNS} 列，看看分隔符。")
            rows.append([each or None for each in row])
    except csv.Error:
        raise UnreadableFile(f"CSV 的引号或换行乱了，读不下去。{_AS_XLSX}") from None
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _decoded(content: bytes) -> str:
    encodings = ["utf-8-sig", "gb18030"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(f"认不出文件里的文字。{_AS_XLSX}")
