"""The report as a workbook: figures, tables, late limits, and what each number means."""

from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from casework.statistics import Unpaid
from casework.statistics_sheet import StatisticsSheet
from documents import labels
from documents.spreadsheet import head_cell, made_cell, saved, text_cell
from documents.statistics.figures import (
    DIMENSIONS,
    HEADS,
    SITES,
    figures,
    name_of,
    site_name,
    span,
    title,
    unit_name,
)

_UNPAID = ("在办未付（件）", "人数", "未付不少于（元）", "未付不多于（元）", "说不出数（件）")

Value = str | int | float


def write_workbook(sheet: StatisticsSheet) -> bytes:
    """The workbook as an .xlsx file; numbers are numbers, people's words are never formulas."""
    book = Workbook(write_only=True)
    _put_figures(book, sheet)
    _put(book, "单位", _UNIT_HEAD, _unit_rows(sheet))
    _put(
        book,
        "工地",
        ("工地", *_UNPAID, "已过天数", "落空承诺"),
        [
            (site_name(row, sheet), *_unpaid(row.unpaid), row.days, row.broken)
            for row in sheet.report.sites
        ],
    )
    for dimension, name in DIMENSIONS.items():
        rows = [
            (name_of(dimension, row, sheet), row.received, *_unpaid(row.unpaid))
            for row in sheet.report.by.get(dimension, ())
        ]
        _put(book, f"按{name}".replace("（镇）", ""), (name, "本期收到", *_UNPAID), rows)
    late = [
        (row.case_number, row.unit, row.title, row.due.isoformat(), row.days) for row in sheet.late
    ]
    _put(book, "超期清单", ("编号", "单位", "期限", "到期日", "超过天数"), late)
    return saved(book)


_UNIT_HEAD = ("单位", "在办（件）", "本期按时", "本期超期", "现在超期", "最长超过（天）")


def _unit_rows(sheet: StatisticsSheet) -> list[tuple[Value, ...]]:
    return [
        (
            unit_name(row.unit, sheet),
            row.open_cases,
            row.kept,
            row.late,
            row.late_now,
            row.longest_days,
        )
        for row in sheet.report.units
    ]


def _unpaid(unpaid: Unpaid) -> tuple[Value, ...]:
    return (
        unpaid.cases,
        unpaid.people,
        unpaid.money.low / 100,
        unpaid.money.high / 100,
        unpaid.unnamed,
    )


def _put_figures(book: Workbook, sheet: StatisticsSheet) -> None:
    rows: list[tuple[Value, ...]] = [
        (figure.label, figure.value, figure.means) for figure in figures(sheet)
    ]
    rows += [
        ("工地一页", labels.NOTHING, SITES),
        ("人数", labels.NOTHING, HEADS),
        ("期间", span(sheet.report.period), "日历日，北京时间零点起止；一周从星期一算起"),
        ("统计到", labels.instant(sheet.report.as_of), "只算到这个时刻为止记下的事"),
    ]
    _put(book, "说明", (title(sheet), "数", "怎么算"), rows, widths=(24, 30, 80))


def _put(
    book: Workbook,
    name: str,
    heading: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    widths: Sequence[float] = (),
) -> None:
    sheet: Any = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for column in range(1, len(heading) + 1):
        width = widths[column - 1] if widths else (34 if column == 1 else 16)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append([head_cell(sheet, words) for words in heading])
    count = 0
    for row in rows:
        count += 1
        sheet.append(
            [text_cell(sheet, v) if isinstance(v, str) else made_cell(sheet, v) for v in row]
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{count + 1}"
