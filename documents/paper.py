"""A sheet of A4 as a Chinese office files it: a title, ruled tables, lines to be signed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from documents import ink
from documents.ink import CENTRE, HEI, LEFT, RIGHT
from documents.printable import printable

WIDTH = 170
"""Millimetres between the margins."""

_ON_ONE_PAGE = 6
"""A table of so few rows is not torn apart at the foot of a page."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """A label and its value; a ``wide`` one has a line of its own."""

    label: str
    value: str
    wide: bool = False


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table: its heading, and its width in millimetres."""

    title: str
    width: int
    align: WD_ALIGN_PARAGRAPH = LEFT


class Paper:
    """A document, written from top to bottom."""

    def __init__(self, title: str, *, at: datetime, by: str, dense: bool = False) -> None:
        """``dense``: narrow edges above and below and low rows, for what has to be one page."""
        edge = 12 if dense else 20
        self._row: float = 5.5 if dense else 7
        self._air = 10 if dense else 45
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(edge)
        section.header_distance = section.footer_distance = Mm(edge / 2)
        ink.set_fonts(self._document)
        normal = self._document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.space_after = Pt(0)
        about = self._document.core_properties
        about.title, about.author = printable(title)[:255], printable(by)[:255]
        about.comments, about.language = "", "zh-CN"
        about.created = about.modified = at.astimezone(UTC).replace(tzinfo=None)

    def top(self, title: str, *, left: str, right: str) -> None:
        """The title, and under it a line with what is to be found first."""
        head = self._paragraph(align=CENTRE, after=8)
        ink.write(head, title, size=20, bold=True, font=HEI)
        line = self._paragraph(after=6)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        ink.write(line, f"{left}\t{right}")
        ink.rule_below(line)

    def heading(self, text: str) -> None:
        """A part's heading; it never stands alone at the foot of a page."""
        paragraph = self._paragraph(before=10, after=4)
        paragraph.paragraph_format.keep_with_next = True
        ink.write(paragraph, text, size=12, bold=True, font=HEI)

    def remark(self, text: str) -> None:
        """A small grey line under a table."""
        ink.write(self._paragraph(before=3), text, size=9, grey=True)

    def box(self, text: str) -> None:
        """A framed line that must not be overlooked."""
        self._paragraph(before=4)
        cell = ink.add_row(self._table((WIDTH,)), height=10).cells[0]
        ink.shade(cell)
        ink.fill(cell, text, align=CENTRE, font=HEI)

    def fields(self, fields: Sequence[Field]) -> None:
        """Labels and values, two pairs to a line."""
        table = self._table((27, 58, 27, 58))
        waiting: list[Field] = []
        for field in fields:
            if waiting and (field.wide or len(waiting) == 2):
                _field_row(table, waiting, self._row)
                waiting = []
            waiting.append(field)
            if field.wide:
                _field_row(table, waiting, self._row)
                waiting = []
        if waiting:
            _field_row(table, waiting, self._row)

    def grid(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[str]],
        *,
        total: Sequence[str] = (),
        empty: str = "暂无",
    ) -> None:
        """A table whose heading comes again on every page."""
        table = self._table([column.width for column in columns])
        head = ink.add_row(table, height=self._row)
        ink.repeat_on_every_page(head)
        for column, cell in zip(columns, head.cells, strict=True):
            ink.fill(cell, column.title, align=CENTRE, font=HEI, size=10)
            ink.shade(cell)
        for row in rows:
            cells = ink.add_row(table, height=self._row).cells
            for column, cell, text in zip(columns, cells, row, strict=True):
                ink.fill(cell, text, align=column.align, size=10)
        if total:
            for column, cell, text in zip(columns, ink.add_row(table).cells, total, strict=True):
                ink.fill(cell, text, align=column.align, size=10, bold=True)
        if not rows:
            cells = ink.add_row(table).cells
            ink.fill(cells[0].merge(cells[-1]), empty, align=CENTRE, size=10)
        if len(rows) <= _ON_ONE_PAGE:
            _keep_together(table)

    def blanks(
        self, labels: Sequence[str], *, choices: Sequence[str] = (), height: float = 11
    ) -> None:
        """Places to be filled in by hand, two to a line; they stay on one page.

        ``choices``: a label and lines to tick, above the rest.
        """
        table = self._table((30, 55, 30, 55))
        if choices:
            cells = ink.add_row(table, height=2 * height).cells
            _label(cells[0], choices[0])
            ink.fill(cells[1].merge(cells[3]), "\n".join(choices[1:]))
        for first in range(0, len(labels), 2):
            cells = ink.add_row(table, height=height).cells
            pair = labels[first : first + 2]
            for index, label in enumerate(pair):
                _label(cells[2 * index], label)
                ink.fill(cells[2 * index + 1], "")
            if len(pair) == 1:
                cells[1].merge(cells[3])
        _keep_together(table)

    def running(self, *, head: str, left: str, middle: str) -> None:
        """What stands on every page: at the head the case, at the foot the page's number."""
        section = self._document.sections[0]
        header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
        # The template's own styles bring tab stops that are made for another paper.
        header.style = footer.style = self._document.styles["Normal"]
        header.alignment = RIGHT
        ink.write(header, head, size=9, grey=True)
        stops = footer.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(WIDTH // 2), WD_TAB_ALIGNMENT.CENTER)
        stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        ink.write(footer, left, size=9, bold=True)
        ink.write(footer, f"\t{middle}\t第 ", size=9, grey=True)
        ink.write_field(footer, "PAGE")
        ink.write(footer, " 页 / 共 ", size=9, grey=True)
        ink.write_field(footer, "NUMPAGES")
        ink.write(footer, " 页", size=9, grey=True)

    def file(self) -> bytes:
        """The document as a .docx file: the same content gives the same bytes."""
        stream = io.BytesIO()
        self._document.save(stream)
        return ink.same_bytes_always(stream.getvalue())

    def _paragraph(
        self, *, align: WD_ALIGN_PARAGRAPH = LEFT, before: float = 0, after: float = 0
    ) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = align
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.space_after = Pt(after)
        return paragraph

    def _table(self, widths: Sequence[int]) -> Table:
        table: Table = self._document.add_table(rows=0, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        ink.rule_table(table, air=self._air)
        return table


def _keep_together(table: Table) -> None:
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _label(cell: _Cell, text: str) -> None:
    ink.fill(cell, text, align=CENTRE, font=HEI, size=10)
    ink.shade(cell)


def _field_row(table: Table, fields: Sequence[Field], height: float) -> None:
    cells = ink.add_row(table, height=height).cells
    for index, field in enumerate(fields):
        _label(cells[2 * index], field.label)
        ink.fill(cells[2 * index + 1], field.value)
    if len(fields) == 1:
        cells[1].merge(cells[3])
