"""`qingxin projects import` and `export`: from a file into the ledger, and back."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from openpyxl import load_workbook

from documents.ledger.tables import MOST_BYTES
from documents.ledger.writing import SHEET
from tests.bot.test_command_line import Shell
from tests.database import KEY
from tests.documents.ledger.books import book

HEAD = ("项目编号", "项目名称", "项目类别", "街道", "开工日期", "合同价款（万元）")
RIGHT = ("", "样例里程碑一期", "区属项目", "", "2025年6月1日", "1.2亿")
WRONG = ("", "样例里程碑二期", "什么项目", "", "去年", 3)


@pytest.fixture
def qingxin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """A shell in an empty folder, with a key of the tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QINGXIN_ENCRYPTION_KEYS", KEY)
    yield Shell(folder=tmp_path, patch=monkeypatch, captured=capsys)
    structlog.reset_defaults()


def _names(shell: Shell) -> list[str]:
    """The names of the ledger, as an export says them."""
    assert shell("projects", "export", "out.xlsx").code == 0
    rows = load_workbook(shell.folder / "out.xlsx")[SHEET].values
    next(rows)
    return [str(row[1]) for row in rows]


def test_nothing_is_written_unless_every_row_is_right(qingxin: Shell) -> None:
    """Each wrong cell is named, with what to do; the ledger stays as it was."""
    Path("台账.xlsx").write_bytes(book(HEAD, RIGHT, WRONG))
    before = _names(qingxin)
    ended = qingxin("projects", "import", "台账.xlsx")

    assert ended.code == 1
    assert "2 rows: 1 right (1 new projects), 1 wrong." in ended.out
    assert "第 3 行 C 列（项目类别）：不认得「什么项目」。可以写：区属项目" in ended.err
    assert "第 3 行 E 列（开工日期）：「去年」不像日期。" in ended.err
    assert "Nothing is written" in ended.err
    assert before == _names(qingxin)


def test_a_preview_writes_nothing(qingxin: Shell) -> None:
    """It says what would be, and its exit code says whether all is right."""
    Path("good.xlsx").write_bytes(book(HEAD, RIGHT))
    Path("bad.xlsx").write_bytes(book(HEAD, RIGHT, WRONG))
    before = _names(qingxin)

    assert qingxin("projects", "import", "good.xlsx", "--preview").code == 0
    assert qingxin("projects", "import", "bad.xlsx", "--preview").code == 1
    assert before == _names(qingxin)


def test_wrong_rows_are_left_out_where_that_is_asked_for(qingxin: Shell) -> None:
    """The invented projects of a fresh installation go with the first real one."""
    Path("台账.xlsx").write_bytes(book(HEAD, RIGHT, WRONG))
    ended = qingxin("projects", "import", "台账.xlsx", "--skip-bad")

    assert ended.code == 0
    assert "Written: 1 added, 0 changed, 0 as before, 1 left out." in ended.out
    assert ["样例里程碑一期"] == _names(qingxin)


def test_the_same_file_again_doubles_nothing(qingxin: Shell) -> None:
    """By name and place where there is no code; an export over itself changes nothing."""
    Path("台账.xlsx").write_bytes(book(HEAD, RIGHT))
    qingxin("projects", "import", "台账.xlsx")
    again = qingxin("projects", "import", "台账.xlsx")
    _names(qingxin)
    back = qingxin("projects", "import", "out.xlsx")

    for ended in (again, back):
        assert "0 added, 0 changed, 1 as before" in ended.out
    assert "样例里程碑一期" in qingxin("projects", "search", "样例里程碑").out


def test_names_are_stored_as_they_are(qingxin: Shell) -> None:
    """Quotes, emoji, SQL and what would be a formula; in the export nothing is a formula."""
    odd = ('"x"; DROP TABLE projects;--', "🏗️ 工地", "=HYPERLINK(1)", "@SUM(A1)")
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",社会\n' for name in odd)
    Path("台账.csv").write_text(f"项目名称,类别\n{rows}", encoding="gb18030")
    assert qingxin("projects", "import", "台账.csv").code == 0

    assert sorted(odd) == sorted(_names(qingxin))
    cells = (c for row in load_workbook("out.xlsx")[SHEET] for c in row)
    assert all(cell.data_type != "f" for cell in cells)


def _macro() -> bytes:
    stream = io.BytesIO(book(HEAD, RIGHT))
    with zipfile.ZipFile(stream, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    return stream.getvalue()


def _bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 30_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的"),
        (book(), "表里没有内容"),
        (book(("甲", "乙"), (1, 2)), "没找到表头"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "旧格式"),
        (b"%PDF-1.7", "这不是表格"),
        (_macro(), "带宏"),
        (_bomb(), "解开以后太大"),
        (os.urandom(5_000), "文件"),
        (b"x" * (MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_ledger_is_refused_with_the_reason(
    qingxin: Shell, content: bytes, said: str
) -> None:
    """One line, no traceback."""
    Path("台账.xlsx").write_bytes(content)
    ended = qingxin("projects", "import", "台账.xlsx")

    assert ended.code == 1
    assert said in ended.err
    assert 1 == len(ended.err.splitlines())


def test_two_rows_of_one_code(qingxin: Shell) -> None:
    """Said at the second one, with the number of the first."""
    rows = (("P900", *RIGHT[1:]), ("p900", *RIGHT[1:]))
    Path("台账.xlsx").write_bytes(book(HEAD, *rows))

    assert "和第 2 行是同一个项目" in qingxin("projects", "import", "台账.xlsx").err


def test_a_file_that_cannot_be_written(qingxin: Shell) -> None:
    """One line and exit code 2."""
    Path("folder").mkdir()
    ended = qingxin("projects", "export", "none/out.xlsx")

    assert ended.code == 2
    assert "cannot be written" in ended.err


def test_the_four_tables_of_cases(qingxin: Shell) -> None:
    """All of them, or one; an unknown kind is told which there are."""
    everything = qingxin("cases", "table")
    assert 0 == everything.code
    for by in ("project", "employer", "class", "unit"):
        assert f"{by}\t在办（件）\t共（件）" in everything.out
    one = qingxin("cases", "table", "--by", "unit")
    assert one.out.startswith("unit\t")
    assert 1 == one.out.count("\n")
    assert 2 == qingxin("cases", "table", "--by", "weather").code
