"""Spreadsheets as offices keep them, made for a test."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from casework.ledger_import import Identity
from documents.ledger.cells import Vocabulary
from documents.ledger.check import Checked, check_file

WORDS = Vocabulary(
    industries={"housing": "房屋建筑", "education": "教育"},
    sub_districts={"changanlu": "长安路街道", "nanchanglu": "南昌路街道"},
    units={"HOUS": "区住建局", "EDU": "区教体局", "ST-08": "南昌路街道办事处"},
)
HEAD = ("项目名称", "项目类别", "街道")


def book(*rows: Sequence[Any], merge: Iterable[str] = (), name: str = "台账") -> bytes:
    """A workbook of one sheet."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for each in merge:
        sheet.merge_cells(each)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def changed(content: bytes, part: str, text: bytes | None) -> bytes:
    """A workbook with one of its parts put in place of another, or taken out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.namelist():
            if each != part:
                new.writestr(each, old.read(each))
        if text is not None:
            new.writestr(part, text)
    return stream.getvalue()


def check(content: bytes, *known: Identity, name: str = "台账.xlsx", sheet: str = "") -> Checked:
    """A file against a ledger."""
    return check_file(content, name, sheet, WORDS, known)
