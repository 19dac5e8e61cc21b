"""PDFs as people and scanners see them."""

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp


def text_of(pdf: bytes) -> list[str]:
    """The words of each page, without the gaps between lines."""
    with _opened(pdf) as document:
        return [re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in document]


def codes_of(pdf: bytes, *, dots_per_inch: int = 150) -> list[list[str]]:
    """What a scanner reads on each page, as it comes out of an office printer."""
    with _opened(pdf) as document:
        return [[code.text for code in _read(page, dots_per_inch)] for page in document]


def inked(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything on a page, in millimetres."""
    with _opened(pdf) as document:
        picture = document[page].render(scale=2).to_pil().convert("L")
    box = picture.point(lambda grey: 255 if grey < 200 else 0).getbbox() or (0, 0, 0, 0)
    left, top, right, bottom = (edge / 2 * 25.4 / 72 for edge in box)
    return left, top, right, bottom


def _opened(pdf: bytes) -> Any:
    return pypdfium2.PdfDocument(pdf)


def _read(page: Any, dots_per_inch: int) -> Iterator[Any]:
    yield from zxingcpp.read_barcodes(page.render(scale=dots_per_inch / 72).to_pil())
