"""A sheet of A4 as PDF, written from top to bottom: for gates, and for a phone without Word.

Millimetres everywhere, points only for the size of letters. The letters are Noto Sans SC (SIL
Open Font License), of which each file carries those that it uses.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.resources import as_file, files

import segno
from fpdf import FPDF
from fpdf.enums import TextMode
from fpdf.fonts import TTFFont

from documents.printable import printable
from documents.wrapping import wrap

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 20.0
TEXT_WIDTH = WIDTH - 2 * MARGIN

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""How much of the room beside a line stands before it."""

BLACK, GREY, RED = (0x1A, 0x1A, 0x1A), (0x59, 0x59, 0x59), (0xB0, 0x1E, 0x1E)
Colour = tuple[int, int, int]

UNKNOWN = "□"
"""Stands for a letter that the font does not have; a reader sees that one is missing."""

SMALLEST = 9
"""Points; smaller letters are for nobody."""

_FONT, _FONT_FILE = "Noto", "fonts/NotoSansSC-Regular.ttf"
_POINT = 25.4 / 72
_LEADING = 1.55
"""A line's height, in heights of its letters."""

_BOLD = 0.03
"""The font has one weight: bold letters are drawn round with a line of so much of their size."""


class _Numbered(FPDF):
    """A4 with a foot on every page: what was said of it, and the page."""

    foot: str = ""
    numbered: bool = True

    def footer(self) -> None:
        """Called by the library before it leaves a page."""
        if not self.foot:
            return
        self.text_mode = TextMode.FILL
        self.set_font(_FONT, size=8)
        self.set_text_color(*GREY)
        self.set_xy(MARGIN, HEIGHT - 13)
        self.cell(TEXT_WIDTH, 4, self.foot, align="L")
        if not self.numbered:
            return
        self.set_xy(MARGIN, HEIGHT - 13)
        self.cell(TEXT_WIDTH, 4, f"第 {self.page_no()} 页，共 {{nb}} 页", align="R")


class PdfPaper:
    """A document of A4 pages. What does not fit on a page goes on to the next one."""

    def __init__(
        self, title: str, *, at: datetime, by: str, foot: str = "", numbered: bool = True
    ) -> None:
        """``foot`` stands small at the bottom of every page, before its number."""
        self._pdf = _Numbered(format="A4")
        self._pdf.set_title(printable(title))
        self._pdf.set_author(printable(by))
        self._pdf.set_lang("zh-CN")
        self._pdf.set_creation_date(at)
        self._pdf.set_margins(MARGIN, MARGIN)
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.alias_nb_pages()
        with as_file(files("zhplot").joinpath(_FONT_FILE)) as font:
            self._pdf.add_font(_FONT, fname=font)
        font_face = self._pdf.fonts[_FONT.lower()]
        assert isinstance(font_face, TTFFont)  # noqa: S101 — a .ttf file gives nothing else
        self._letters = font_face.cmap
        self._pdf.foot, self._pdf.numbered = self._known(foot), numbered

    def new_page(self) -> None:
        """Go on at the top of another page."""
        self._pdf.add_page()
        self._pdf.set_xy(MARGIN, MARGIN)

    def title(self, text: str) -> None:
        """The heading of the whole sheet."""
        self.say(text, size=20, bold=True, place=CENTRE, after=4)

    def heading(self, text: str) -> None:
        """The heading of a part; it never stands alone at the foot of a page."""
        self._need(25)
        self.gap(3)
        self.say(text, size=13, bold=True, after=1.5)

    def say(
        self,
        text: str,
        *,
        size: float = 11,
        bold: bool = False,
        place: float = LEFT,
        colour: Colour = BLACK,
        after: float = 1,
    ) -> None:
        """A paragraph; a line feed begins another line."""
        with self._ink(size, bold=bold, colour=colour):
            for line in self._lines(text, TEXT_WIDTH):
                self._line(line, MARGIN, TEXT_WIDTH, place=place)
        self.gap(after)

    def fitted(
        self,
        text: str,
        *,
        size: float,
        lines: int = 1,
        bold: bool = False,
        place: float = LEFT,
        colour: Colour = BLACK,
    ) -> None:
        """Words that may take so many lines and no more: smaller letters, and at last fewer."""
        with self._ink(size, bold=bold, colour=colour):
            found = self._lines(text, TEXT_WIDTH)
            while len(found) > lines and size > SMALLEST:
                size -= 1
                self._pdf.set_font_size(size)
                found = self._lines(text, TEXT_WIDTH)
            if len(found) > lines:
                found = [*found[: lines - 1], found[lines - 1][:-1] + "…"]
            for line in found:
                self._line(line, MARGIN, TEXT_WIDTH, place=place)

    def fields(
        self, rows: Sequence[tuple[str, str]], *, label: float = 30, strong: bool = False
    ) -> None:
        """Labels and what belongs to them, in two columns; ``label`` is the first one's width.

        ``strong``: the labels are what people look for (numbers to ring).
        """
        for name, value in rows:
            with self._ink(11):
                lines = self._lines(value, TEXT_WIDTH - label)
                self._need(self._height)
                top = self._pdf.get_y()
            with self._ink(11, bold=strong, colour=BLACK if strong else GREY):
                self._line(self._known(name), MARGIN, label)
            self._pdf.set_y(top)
            with self._ink(11):
                for line in lines:
                    self._line(line, MARGIN + label, TEXT_WIDTH - label)
            self.gap(1)

    def fields_height(self, rows: Sequence[tuple[str, str]], *, label: float = 30) -> float:
        """How much of a page ``fields`` will take."""
        with self._ink(11):
            lines = [self._lines(value, TEXT_WIDTH - label) for _, value in rows]
            return sum(len(each) * self._height + 1 for each in lines)

    def rule(self) -> None:
        """A line from margin to margin."""
        self._need(4)
        self._pdf.set_draw_color(*GREY)
        self._pdf.set_line_width(0.3)
        self._pdf.line(MARGIN, self._pdf.get_y() + 1, WIDTH - MARGIN, self._pdf.get_y() + 1)
        self.gap(3)

    def gap(self, height: float) -> None:
        """Leave so much room."""
        self._pdf.set_y(self._pdf.get_y() + height)

    def qr(self, text: str, *, side: float = 40, place: float = CENTRE) -> None:
        """A code to scan, ``side`` wide with the quiet zone that a reader needs."""
        self._need(side)
        left = MARGIN + place * (TEXT_WIDTH - side)
        self._modules(text, left, self._pdf.get_y(), side)
        self.gap(side)

    def room(self) -> float:
        """What is left of the page."""
        return HEIGHT - MARGIN - self._pdf.get_y()

    def bytes(self) -> bytes:
        """The file."""
        if not self._pdf.page:
            self.new_page()
        return bytes(self._pdf.output())

    @contextmanager
    def _ink(self, size: float, *, bold: bool = False, colour: Colour = BLACK) -> Iterator[None]:
        if not self._pdf.page:
            self.new_page()
        self._pdf.set_font(_FONT, size=size)
        self._pdf.set_text_color(*colour)
        self._pdf.set_draw_color(*colour)
        self._pdf.set_line_width(size * _POINT * _BOLD)
        self._pdf.text_mode = TextMode.FILL_STROKE if bold else TextMode.FILL
        yield
        self._pdf.text_mode = TextMode.FILL

    @property
    def _height(self) -> float:
        return float(self._pdf.font_size) * _LEADING

    def _lines(self, text: str, width: float) -> list[str]:
        return wrap(self._known(text), width, self._pdf.get_string_width)

    def _line(self, line: str, left: float, width: float, *, place: float = LEFT) -> None:
        self._need(self._height)
        free = width - self._pdf.get_string_width(line)
        self._pdf.set_x(left + max(free, 0) * place)
        self._pdf.cell(width, self._height, line)
        self.gap(self._height)

    def _need(self, height: float) -> None:
        if not self._pdf.page or self.room() < height:
            self.new_page()

    def _known(self, text: str) -> str:
        """The text as the font can draw it."""
        return "".join(
            letter if letter == "\n" or ord(letter) in self._letters else UNKNOWN
            for letter in printable(text).replace("\t", " ").replace("\ufe0f", "")
        )

    def _modules(self, text: str, left: float, top: float, side: float) -> None:
        """Squares of black; drawn as bars, so that no reader sees gaps between them."""
        code = segno.make_qr(text, error="m")
        rows = [bytearray(row) for row in code.matrix_iter(border=4)]
        module = side / len(rows)
        self._pdf.set_fill_color(0, 0, 0)
        for number, row in enumerate(rows):
            for start, end in _runs(row):
                across, down = left + start * module, top + number * module
                self._pdf.rect(across, down, (end - start) * module, module, style="F")


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where black begins and ends in a row of a code."""
    start = None
    for number, black in enumerate((*row, 0)):
        if black and start is None:
            start = number
        elif not black and start is not None:
            yield start, number
            start = None
