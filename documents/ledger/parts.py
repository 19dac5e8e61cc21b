"""Which part of an .xlsx file is which sheet (ECMA-376 part 1, 18.2.20 and part 2, 9.3)."""

import posixpath
import zipfile
from dataclasses import dataclass

from openpyxl.xml.functions import fromstring

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, kw_only=True)
class SheetPart:
    """Where a sheet stands in the file."""

    path: str
    hidden: bool


def sheet_parts(packed: zipfile.ZipFile) -> dict[str, SheetPart]:
    """The sheets by name, in their order."""
    relations = fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): str(each.get("Target")) for each in relations.iter(_RELATION)}
    book = fromstring(packed.read("xl/workbook.xml"))
    parts = {}
    for tag in (f"{_MAIN}sheet", f"{_STRICT}sheet"):
        for sheet in book.iter(tag):
            target = targets.get(next(filter(None, map(sheet.get, _IDS)), None), "")
            path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            if "worksheets/" in path:
                parts[str(sheet.get("name"))] = SheetPart(
                    path=path, hidden=sheet.get("state") in {"hidden", "veryHidden"}
                )
    return parts
