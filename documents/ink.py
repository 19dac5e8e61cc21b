"""The strokes of a Word document that python-docx has no word for, and the only way text gets in.

The schema of a Word file is a sequence: Word may call a file broken where an element stands too
late. Hence every ``insert_element_before``.
"""

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.printable import printable

LEFT, CENTRE, RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)
SONG, HEI, LATIN = "宋体", "黑体", "Times New Roman"
GREY = RGBColor(0x59, 0x59, 0x59)

# Where 宋体 and 黑体 are missing (Linux, macOS), these stand in.
_FALLBACKS = {
    SONG: "SimSun,NSimSun,Songti SC,Noto Serif CJK SC,Source Han Serif SC",
    HEI: "SimHei,Heiti SC,PingFang SC,Noto Sans CJK SC,Source Han Sans SC",
}
_SHADE = "EDEFF2"
_RULE = "7F8794"


def write(
    paragraph: Paragraph,
    text: str,
    *,
    size: float = 10.5,
    bold: bool = False,
    font: str = SONG,
    grey: bool = False,
) -> Run:
    """Put text at the end of a paragraph."""
    run = paragraph.add_run(printable(text))
    run.font.size, run.bold = Pt(size), bold
    if grey:
        run.font.color.rgb = GREY
    if font != SONG:
        run.font.name = LATIN  # makes the element that the next line completes
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
    return run


def element(tag: str, **attributes: str) -> Any:
    """An element of the ``w`` namespace with attributes of it (lxml's have no types)."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def fill(
    cell: _Cell,
    text: str,
    *,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    size: float = 10.5,
    bold: bool = False,
    font: str = SONG,
) -> None:
    """Put text into an empty cell."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    write(paragraph, text, size=size, bold=bold, font=font)


def shade(cell: _Cell) -> None:
    """Give a label's cell a light ground that survives a photocopier."""
    ground = element("w:shd", val="clear", color="auto", fill=_SHADE)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    properties.insert_element_before(ground, "w:noWrap", "w:tcMar", "w:vAlign")


def rule_table(table: Table, *, air: int = 45) -> None:
    """Give a table a firm frame and light rules. ``air``: twips above and below a cell's words."""
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        inside = side.startswith("inside")
        size, colour = ("4", _RULE) if inside else ("8", "000000")
        borders.append(element(f"w:{side}", val="single", sz=size, space="0", color=colour))
    properties = table._tbl.tblPr  # noqa: SLF001
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = element("w:tblCellMar")
    for side, twips in (("top", air), ("left", 80), ("bottom", air), ("right", 80)):
        margins.append(element(f"w:{side}", w=str(twips), type="dxa"))
    properties.insert_element_before(margins, "w:tblLook")


def add_row(table: Table, *, height: float = 7) -> _Row:
    """Add a row of at least so many millimetres, which moves to the next page whole."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    return row


def repeat_on_every_page(row: _Row) -> None:
    """Make a row the heading of its table."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001


def rule_below(paragraph: Paragraph) -> None:
    """Draw a firm line under a paragraph."""
    border = element("w:pBdr")
    border.append(element("w:bottom", val="single", sz="12", space="4", color="000000"))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def write_field(paragraph: Paragraph, code: str) -> None:
    """Put in a number that Word counts itself: ``PAGE``, ``NUMPAGES``."""
    field = element("w:fldSimple", instr=code)
    field.append(write(paragraph, "1", size=9, grey=True)._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def set_fonts(document: Document) -> None:
    """宋体 for Chinese, Times New Roman for digits and letters, Chinese as the language."""
    normal = document.styles["Normal"]
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", SONG)):
        fonts.set(qn(f"w:{script}"), font)
    properties.append(element("w:lang", val="en-US", eastAsia="zh-CN"))
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            stand_ins = "".join(
                f'<w:font w:name="{name}"><w:altName w:val="{others}"/>'
                '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
                for name, others in _FALLBACKS.items()
            )
            whole = part.blob.replace(b"</w:fonts>", f"{stand_ins}</w:fonts>".encode())
            part._blob = whole  # noqa: SLF001


def same_bytes_always(docx: bytes) -> bytes:
    """The file without the time of its making, so that its hash speaks of its content."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(
                zipfile.ZipInfo(entry.filename),
                old.read(entry),
                compress_type=zipfile.ZIP_DEFLATED,
            )
    return stream.getvalue()
