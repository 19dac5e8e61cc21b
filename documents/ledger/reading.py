"""A table into rows of the ledger: where its headings stand, what each column is, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from casework.ledger_fields import FIELDS, FieldKind, FieldValue
from casework.ledger_import import ReadRow, RowProblem
from casework.ledger_jobs import UnreadableFile
from documents.ledger.cells import (
    ERROR_VALUES,
    Around,
    BadCell,
    Raw,
    Vocabulary,
    is_blank,
    read_cell,
    tidy,
)
from documents.ledger.columns import COORDINATES, Column, column_of, heading_of, is_passed_over
from documents.ledger.tables import NO_VALUE, Table

LOOKED_AT = 20
"""Rows at the top among which the headings are looked for; above them stand titles."""

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
_WIDE = 3
"""So many columns made one are a caption (一、区属项目), no value."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """Where the headings stand, and what the columns below them are."""

    last_row: int  # from 0
    columns: Mapping[int, Column]
    ignored: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReadTable:
    """What a sheet says. ``columns``: the letter under which each field stands."""

    rows: tuple[ReadRow, ...]
    problems: tuple[RowProblem, ...]
    heading: Heading
    skipped: tuple[int, ...]

    @property
    def letters(self) -> dict[str, str]:
        """The spreadsheet's name of each field's column."""
        return {c.field: get_column_letter(i + 1) for i, c in self.heading.columns.items()}


def choose_table(tables: Sequence[Table]) -> tuple[Table, Heading]:
    """The one sheet that looks like a ledger. Raises UnreadableFile where there is not just one."""
    if not tables:
        raise UnreadableFile("表里没有内容。看看是不是发错了文件，或表被隐藏了。")
    fitting = [(table, found) for table in tables if (found := find_heading(table))]
    if not fitting:
        raise UnreadableFile(
            f"没找到表头。前 {LOOKED_AT} 行里要有一行写着列名，至少有「{heading_of('name')}」"
            f"或「{heading_of('code')}」，再加一列。"
        )
    if len(fitting) > 1:
        names = "、".join(table.name for table, _ in fitting)
        raise UnreadableFile(f"有几个表都像台账：{names}。说明导入哪一个（写表名），或合成一个。")
    return fitting[0]


def find_heading(table: Table) -> Heading | None:
    """The row, or two rows, with the most columns that we know."""
    best: Heading | None = None
    for number in range(min(LOOKED_AT, len(table.rows))):
        single = _labels(table.rows[number])
        below = _labels(table.rows[number + 1]) if number + 1 < len(table.rows) else []
        for last, labels in ((number, single), (number + 1, _joined(single, below))):
            found = _heading(last, labels)
            if found and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _labels(row: Sequence[Raw]) -> list[str]:
    return ["" if each is None else tidy(str(each)).replace("\n", "") for each in row]


def _joined(top: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two rows of headings: 专用账户 over 开户行 is 专用账户开户行."""
    width = max(len(top), len(below))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (top, below))
    joined = []
    for above, under in zip(upper, lower, strict=True):
        both = above if above == under else f"{above}{under}"
        known = column_of(both) or not (above and under)
        joined.append(both if known else under)
    return joined


def _heading(last: int, labels: Sequence[str]) -> Heading | None:
    columns = {i: found for i, label in enumerate(labels) if (found := column_of(label))}
    fields = {column.field for column in columns.values()}
    if not fields & {"name", "code"} or len(fields) < 2:
        return None
    ignored = [
        label
        for i, label in enumerate(labels)
        if i not in columns and label and not is_passed_over(label)
    ]
    return Heading(last_row=last, columns=columns, ignored=tuple(dict.fromkeys(ignored)))


def _check_once(heading: Heading) -> None:
    """Two columns for one field would be a guess; only of names there may be several."""
    seen: dict[str, int] = {}
    for index, column in heading.columns.items():
        first = seen.setdefault(column.field, index)
        several = column.field in FIELDS and FIELDS[column.field] is FieldKind.NAMES
        if first != index and not several:
            raise UnreadableFile(
                f"{get_column_letter(first + 1)} 列和 {get_column_letter(index + 1)} 列"
                f"都像「{heading_of(column.field)}」。删掉一列，或改个列名。"
            )


def read_table(table: Table, heading: Heading, words: Vocabulary) -> ReadTable:
    """Every row below the headings."""
    _check_once(heading)
    rows, problems, skipped = [], list[RowProblem](), []
    captions = {m.top for m in table.merges if m.top == m.bottom and m.right - m.left + 1 >= _WIDE}
    for number in range(heading.last_row + 1, len(table.rows)):
        cells = table.rows[number]
        if all(is_blank(cells[i]) for i in heading.columns if i < len(cells)):
            continue
        if number in captions or _is_sum(cells):
            skipped.append(number + 1)
            continue
        reader = _RowReader(number + 1, words, table)
        for index, column in heading.columns.items():
            if index < len(cells):
                reader.read(index, column, cells[index])
        reader.check_place()
        rows.append(ReadRow(row=number + 1, values=reader.values))
        problems += reader.problems
    if not rows:
        raise UnreadableFile("有表头，可下面没有项目。")
    return ReadTable(
        rows=tuple(rows), problems=tuple(problems), heading=heading, skipped=tuple(skipped)
    )


def _is_sum(cells: Sequence[Raw]) -> bool:
    """A line of sums or of who filled the table in: no project is called like that."""
    first = next((tidy(str(each)) for each in cells if not is_blank(each)), "")
    return first.startswith(_SUMS)


class _RowReader:
    """Reads the cells of one row; what is wrong with one does not hide the next."""

    def __init__(self, row: int, words: Vocabulary, table: Table) -> None:
        self.values: dict[str, FieldValue] = {}
        self.problems: list[RowProblem] = []
        self._row = row
        self._words = words
        self._table = table

    def read(self, index: int, column: Column, raw: Raw) -> None:
        """One cell; an empty one says nothing."""
        if is_blank(raw):
            return
        if column.field == COORDINATES:
            self._read_place(index, raw)
            return
        if raw == NO_VALUE:
            self._wrong(index, column.field, "no-value", "")
            return
        around = Around(words=self._words, times=column.times, days_from=self._table.days_from)
        try:
            value = read_cell(column.field, raw, around)
        except BadCell as bad:
            self._wrong(index, column.field, bad.key, _shown(raw), bad.hint)
            return
        before = self.values.get(column.field)
        if isinstance(value, tuple) and isinstance(before, tuple):
            value = tuple(dict.fromkeys((*before, *value)))
        self.values[column.field] = value

    def _read_place(self, index: int, raw: Raw) -> None:
        """``34.6565, 112.3775``, or the other way round: in China a longitude is the larger."""
        parts = str(raw).replace("，", ",").replace(";", ",").replace(" ", ",").split(",")
        try:
            one, other = (float(each) for each in parts if each)
        except ValueError:
            self._wrong(index, "latitude", "degrees", _shown(raw))
            return
        self.values["latitude"], self.values["longitude"] = min(one, other), max(one, other)

    def check_place(self) -> None:
        """Both degrees or none, and within the globe."""
        place = [self.values.get(name) for name in ("latitude", "longitude")]
        degrees = [each for each in place if isinstance(each, float)]
        known = place != [None, None]
        if known and (len(degrees) < 2 or abs(degrees[0]) > 90 or abs(degrees[1]) > 180):
            self.problems.append(
                RowProblem(row=self._row, column="", heading="latitude", key="place")
            )

    def _wrong(self, index: int, field: str, key: str, found: str, hint: str = "") -> None:
        self.problems.append(
            RowProblem(
                row=self._row,
                column=get_column_letter(index + 1),
                heading=field,
                key=key,
                found=found,
                hint=hint,
            )
        )


def _shown(raw: Raw) -> str:
    text = tidy(str(raw))
    return text if text in ERROR_VALUES else text.replace("\n", " ")
