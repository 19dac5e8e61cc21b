"""Files of every make: read, or refused with the reason."""

import io
import time
import zipfile
from contextlib import suppress

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.xml import DEFUSEDXML

from casework.ledger_jobs import UnreadableFile
from documents.ledger.tables import MOST_BYTES, MOST_ROWS, NO_VALUE, read_tables
from tests.documents.ledger.books import HEAD, book, changed, check, saved

ROW = ("锦绣二期", "社会", "南昌路")
GOOD = book(HEAD, ROW)


def refused(content: bytes, name: str = "台账.xlsx", sheet: str = "") -> str:
    """Why a file is not read."""
    with pytest.raises(UnreadableFile) as error:
        check(content, name=name, sheet=sheet)
    return error.value.reason


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<x/>")
        packed.writestr("xl/worksheets/sheet1.xml", bytes(60 * 1024 * 1024))
    return stream.getvalue()


def test_the_library_opens_no_entities() -> None:
    """It does only where defusedxml is missing."""
    assert DEFUSEDXML


@pytest.mark.parametrize(
    ("content", "name", "part"),
    [
        (b"", "台账.xlsx", "空"),
        (b"  \n ", "台账.csv", "空"),
        (bytes(MOST_BYTES + 1), "台账.xlsx", "20 MB"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "台账.xls", "这是旧格式（.xls）"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "台账.xlsx", "虽然叫 .xlsx"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
            "台账.xlsx",
            "密码",
        ),
        (b"<html><table><tr><td>1</td></tr></table></html>", "台账.xls", "网页"),
        (b"%PDF-1.7 ...", "台账.xlsx", "不是表格"),
        (b"PK\x03\x04 broken", "台账.xlsx", "坏了"),
        (_bomb(), "台账.xlsx", "太大"),
        (changed(GOOD, "xl/vbaProject.bin", b"x"), "台账.xlsm", "带宏"),
        (changed(GOOD, "xl/workbook.bin", b"x"), "台账.xlsb", ".xlsb"),
        (changed(GOOD, "xl/workbook.xml", None), "台账.xlsx", "没有 Excel 表"),
        (changed(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet><oops"), "台账.xlsx", "坏了"),
        (
            changed(
                GOOD,
                "xl/workbook.xml",
                b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
            ),
            "台账.xlsx",
            "没有内容",
        ),
        (b"\x00\x01\x02\x03\xff\xfe\xfd" * 9, "台账.csv", "认不出"),
        (book(), "台账.xlsx", "没有内容"),
        (book(("随便", "写的"), (1, 2)), "台账.xlsx", "没找到表头"),
        (book(HEAD), "台账.xlsx", "没有项目"),
        (book((*HEAD, "业主", "建设单位"), ROW), "台账.xlsx", "D 列和 E 列"),
        (book([*HEAD, *range(300)], ROW), "台账.xlsx", "最多读 256 列"),
    ],
)
def test_what_is_refused(content: bytes, name: str, part: str) -> None:
    """One kind sentence each: what it is, and what to do."""
    assert part in refused(content, name)


def test_too_many_rows() -> None:
    """Counted while they are read: nothing is held that is refused anyway."""
    text = "项目名称,项目类别\n" + "甲,社会\n" * (MOST_ROWS + 30)
    assert "分成几个文件" in refused(text.encode(), "a.csv")


def test_two_hundred_columns_are_read() -> None:
    """What nobody knows is named, and does no harm."""
    found = check(book([*HEAD, *(f"指标{n}" for n in range(197))], [*ROW, *range(197)]))
    assert ("锦绣二期",) == tuple(row.values["name"] for row in found.plan.rows)
    assert 197 == len(found.read.heading.ignored)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_spelling(encoding: str, delimiter: str) -> None:
    """Excel in China writes GB18030, others UTF-8; a comma is not the only delimiter."""
    rows = (("项目名称", "项目类别", "合同价"), ("𠮷祥㐂里", "社会", "1200万"))
    text = "".join(f"{delimiter.join(row)}\r\n" for row in rows)
    (row,) = check(text.encode(encoding), name="台账.csv").plan.rows
    assert ("𠮷祥㐂里", 1_200_000_000) == (row.values["name"], row.values["contract_price"])


def test_quotes_and_lines_in_csv() -> None:
    """As programs write them; and a formula is a text there."""
    text = '项目名称,项目类别,地址\r\n"甲""乙"", 丙",社会,"=HYPERLINK(""x"")"\r\n'
    (row,) = check(text.encode(), name="台账.csv").plan.rows
    assert ('甲"乙", 丙', '=HYPERLINK("x")') == (row.values["name"], row.values["address"])


def test_a_formula_counts_by_its_result() -> None:
    """What Excel stored; where it stored nothing, that is said."""
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>\xe9\xa1\xb9\xe7\x9b\xae\xe5\x90\x8d\xe7\xa7\xb0'
        b"</t></is></c>"
        b'<c r="B1" t="inlineStr"><is><t>\xe5\x90\x88\xe5\x90\x8c\xe4\xbb\xb7</t></is></c></row>'
        b'<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'
        b'<c r="B2"><f>1+1</f><v>2</v></c></row>'
        b'<row r="3"><c r="A3" t="str"><f>C3</f><v>cd</v></c><c r="B3"><f>1+2</f></c></row>'
        b'<row r="4"><c r="A4"><f>X1</f></c><c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        b"</sheetData></worksheet>"
    )
    content = changed(GOOD, "xl/worksheets/sheet1.xml", xml)
    (table,) = read_tables(content, "a.xlsx")
    assert [["ab", 2], ["cd", NO_VALUE], [NO_VALUE, "#DIV/0!"]] == table.rows[1:]
    keys = [(p.row, p.column, p.key) for p in check(content).read.problems]
    assert [(3, "B", "no-value"), (4, "A", "no-value"), (4, "B", "formula-error")] == keys


def test_which_sheet() -> None:
    """The one that looks like a ledger; hidden ones are left alone; two are asked about."""
    made = Workbook()
    assert made.active is not None
    made.active.append(["说明", "请认真填写"])
    for name in ("一季度", "二季度"):
        sheet = made.create_sheet(name)
        sheet.append(list(HEAD))
        sheet.append([f"{name}项目", *ROW[1:]])
    made["二季度"].sheet_state = "hidden"
    assert "一季度" == check(saved(made)).table.name
    assert "二季度" == check(saved(made), sheet="二季度").table.name
    made["二季度"].sheet_state = "visible"
    assert "一季度、二季度" in refused(saved(made))
    assert "没有叫「三季度」的表" in refused(saved(made), sheet="三季度")


def test_the_marked_file_is_the_file_with_what_to_mend() -> None:
    """Same rows, wrong cells red, the sentence at the end; sent back mended it is read."""
    content = book(
        ("区在建项目台账", None, None),
        (*HEAD, "开工日期"),
        ("+1+1", "社会", "南昌路", "2025-02-30"),
        ("好的", "区属", "长安路", "2025-02-28"),
    )
    marked = check(content).report().marked
    sheet = load_workbook(io.BytesIO(marked)).active
    assert sheet is not None
    assert "问题和改法" == sheet["E2"].value
    assert "没有「2025-02-30」这一天。改成真有的日期。" == sheet["E3"].value
    assert "FFFFC7CE" == sheet["D3"].fill.start_color.rgb
    assert ("+1+1", "s") == (sheet["A3"].value, sheet["A3"].data_type)
    assert sheet["E4"].value is None
    sheet["D3"] = "2025-02-27"
    assert sheet.parent is not None
    again = check(saved(sheet.parent))
    assert () == again.plan.problems
    assert ["+1+1", "好的"] == [row.values["name"] for row in again.plan.rows]


SHEET = "xl/worksheets/sheet1.xml"


def _part(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(SHEET)


def _with_rows(xml: bytes, rows: bytes) -> bytes:
    return changed(GOOD, SHEET, xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def test_a_sheet_that_lies_about_its_size() -> None:
    """Rows and columns beyond what a program once wrote down are read; emptiness costs nothing."""
    content = book(HEAD, *[ROW] * 10)
    for lie in (b"A1:B2", b"A1:XFD1048576"):
        (table,) = read_tables(
            changed(content, SHEET, _part(content).replace(b"A1:C11", lie)), "台账.xlsx"
        )
        assert [*map(list, [HEAD, *[ROW] * 10])] == table.rows


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="3"><c r="A3"><f>1</f></c>%b</row>'
        % b"".join(b'<f a="%d"/>' % n**3 for n in range(200_000)),
        b'<row r="3">%b</row>'
        % b"".join(b'<c r="A3"><f>%d</f><v/></c>' % n**3 for n in range(50_000)),
        b"".join(
            b'<row r="%d"><c r="A%d"><f>%d</f></c></row>' % (n, n, n**3) for n in range(3, 20_000)
        ),
    ],
)
def test_a_workbook_full_of_formulas_is_read_once(rows: bytes) -> None:
    """Ten times the formulas take ten times as long, not a hundred: seconds, not hours."""
    began = time.process_time()
    (table,) = read_tables(_with_rows(_part(GOOD), rows), "台账.xlsx")
    assert 10 > time.process_time() - began
    assert NO_VALUE == table.rows[2][0]


def test_merged_again_and_again() -> None:
    """Cells merged a million times over are refused before they are filled."""
    merges = b"<mergeCells>" + b'<mergeCell ref="A1:IV20000"/>' * 15_000 + b"</mergeCells>"
    content = book(HEAD, *[ROW] * 3_000)
    xml = _part(content).replace(b"</sheetData>", b"</sheetData>" + merges)
    assert "合并的单元格太多" in refused(changed(content, SHEET, xml))


def test_one_text_of_a_megabyte_in_every_cell() -> None:
    """It stands in the file once and would be looked at ten thousand times."""
    row = '<row r="3"><c r="A3" t="inlineStr"><is><t>{}</t></is></c></row>'
    words = "".join(map(str, range(10_000)))
    assert "字太多" in refused(_with_rows(_part(GOOD), row.format(words[:32_768]).encode()))
    assert read_tables(_with_rows(_part(GOOD), row.format(words[:32_767]).encode()), "台账.xlsx")


@pytest.mark.parametrize(
    "cell", [b"<v>1e400</v>", b"<v>-0</v>", b"<v>nan</v>", b"<v>99999999</v>", b"<v></v>"]
)
def test_numbers_that_are_none(cell: bytes) -> None:
    """Infinite, negative nought, beyond every shared text: read or refused, never a fault."""
    for kind in (b"n", b"s", b"b", b"d", b"e"):
        rows = b'<row r="3"><c r="A3" t="%b">%b</c><c r="B3"><v>1</v></c></row>' % (kind, cell)
        content = _with_rows(_part(GOOD), rows)
        with suppress(UnreadableFile):
            assert check(content).table.rows
