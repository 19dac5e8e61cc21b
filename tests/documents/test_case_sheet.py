"""The case sheet: what an officer finds on it, and what nobody does."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Outcome, Source, Status, TrackKind
from casework.claims import PayerKind
from casework.history import EventKind, Medium
from casework.ledger import ProjectClass
from casework.sheets import HistoryRow, WorkerRow
from documents import labels
from documents.case_sheet import write_case_sheet
from documents.masking import FULL_NOTE, MASKED_NOTE
from documents.printable import printable
from tests.documents.sheets import WORKERS, case, empty_case, everything, foot, lines


def test_everything_known_stands_on_the_sheet() -> None:
    """Facts, sums, units, limits and history, in the order in which an officer reads."""
    found = lines(write_case_sheet(case(masked=False)))

    for line in (
        "编号：JX2026-0000123-7\t打印日期：2026年11月24日",
        "首次反映 | 2026-11-18 14:05 | 登记时间 | 2026-11-19 01:05",
        "来源 | 12345 热线 A-77 | 涉及人数 | 12 人",
        "工人说的工地 | 加油站旁边的学校工地",
        "台账项目 | 样例中学 P012",
        "项目类别 | 区属项目 | 所在街道 | 样例街道",
        "被反映单位 | 样例劳务公司 | 被反映负责人 | 例大明",
        "1 | 样建国 | 138 0000 1234 | 28,000 | 3 | 2026.06–2026.08 | 2026-11-20",
        "2 | 例秀英 | 139 0000 5678 | 约 20,000–22,000 | 2.5 | 2026.06 起 | 未确认",
        "3 | 试某 | — | 不清楚 | 不清楚 | 不清楚 | 未确认",
        " | 合计 | 3 人 | 约 48,000–50,000 |  | 另 1 人不清楚 | ",
        "2026-11-19 | 5,000 | 用人单位",
        "责任单位 | 样例局 | 是否确定 | 拟定，待确定",
        "配合单位 | 甲局、乙街道 | 项目指挥部 | 有，一同协调",
        "确定依据 | 区属项目 样例方案 三",
        "责任单位办理 | 样例局 | 调查中 | —",
        "法律援助 | 样例司法局 | 已办结 | 引导申请劳动仲裁",
        "2026-11-20 14:05 | 发出协助调查函 | 样例局 | 书面 | 样函〔2026〕12号",
    ):
        assert line in found


def test_the_soonest_limit_comes_first_and_says_how_sure_it_is() -> None:
    """A provisional date and an article that nobody has read in full are marked."""
    found = lines(write_case_sheet(case()))
    start = found.index("事项 | 依据 | 建议办到 | 最迟 | 说明")

    expected = [
        "决定是否立案 | 《样例规定》第一条 | — | 2026-11-25 | 依据只见摘录，待核实",
        "书面告知 | 《样例条例》第二条 | 2027-12-02 | 2027-12-03 | 暂算，放假安排公布后再核",
    ]

    assert expected == found[start + 1 : start + 3]


def test_masked_by_default() -> None:
    """Names keep one letter, phones seven digits, and the foot of each page says so."""
    file = write_case_sheet(case())
    found = lines(file)

    assert any(line.startswith("1 | 样** | 138****1234 | 28,000") for line in found)
    assert "2026-11-18 14:05 | 样**说：老板例**的电话 138****4321 | — | 聊天 | —" in found
    assert foot(file).startswith(MASKED_NOTE)


@pytest.mark.parametrize(
    "secret",
    ["样建国", "例秀英", "例大明", "13800001234", "138 0000 1234", "138 0000-4321", "13800004321"],
)
def test_a_masked_sheet_holds_no_name_and_no_number_anywhere(secret: str) -> None:
    """Not in the text, not in the properties, not in any part of the file."""
    full = everything(write_case_sheet(case(masked=False)))
    masked = everything(write_case_sheet(case()))

    assert secret not in masked
    assert secret in full or secret in {"13800001234", "13800004321"}


def test_an_unmasked_sheet_asks_to_be_kept_safe() -> None:
    """Whoever holds it reads at its foot that it names people."""
    assert foot(write_case_sheet(case(masked=False))).startswith(FULL_NOTE)


def test_every_page_has_its_number() -> None:
    """Word counts the pages itself."""
    xml = everything(write_case_sheet(case()))

    assert 'w:instr="PAGE"' in xml
    assert 'w:instr="NUMPAGES"' in xml


def test_a_case_of_which_nothing_is_known_prints() -> None:
    """Every gap says what it is; nothing is invented."""
    found = lines(write_case_sheet(empty_case()))

    for line in (
        "首次反映 | 2026-11-18 14:05 | 登记时间 | 还没登记完",
        "台账项目 | 台账里没有对上",
        "还没有收到钱的记录",
        "责任单位 | 待指定 | 是否确定 | 拟定，待确定",
    ):
        assert line in found


def test_the_sheet_is_no_acceptance_and_calls_nobody_a_debtor() -> None:
    """Until a unit has written something, it is what a worker said."""
    found = lines(write_case_sheet(case()))

    assert found[-1] == "本单供办理案件使用，不代表正式受理，也不是处理决定。"
    assert "以上按工人反映的内容登记，以核实结果为准。" in found


def test_the_same_case_gives_the_same_bytes() -> None:
    """A sheet's hash in the history speaks of its content."""
    assert write_case_sheet(case()) == write_case_sheet(case())


def test_paper_and_fonts() -> None:
    """A4, 宋体 for Chinese, and stand-ins named for machines without it."""
    file = write_case_sheet(case())
    section = docx.Document(io.BytesIO(file)).sections[0]
    xml = everything(file)

    assert section.page_width is not None
    assert section.page_height is not None
    assert round(section.page_width.mm) == 210
    assert round(section.page_height.mm) == 297
    assert 'w:eastAsia="宋体"' in xml
    assert 'w:eastAsia="黑体"' in xml
    assert "Noto Serif CJK SC" in xml


@pytest.mark.parametrize(
    "said",
    [
        "\x00\x07\x1b[31m红",
        "👷🏽‍♀️没给钱😡",
        "<b>粗</b>&amp;<w:p/>",
        "\u202e反过来\u2066",
        "\ud800半个",
        "]]>",
        "第一行\r\n第二行\t后面",
    ],
)
def test_no_text_breaks_the_file(said: str) -> None:
    """Control characters, emoji, markup, turned writing: the sheet opens and shows the rest."""
    sheet = replace(
        case(masked=False),
        said_site=said,
        employer=said,
        source_number=said,
        printed_by=said,
        workers=(WorkerRow(name=said, phone=said),),
        history=(HistoryRow(at=WHEN, what=said, unit=said, document_number=said),),
    )

    assert f"工人说的工地 | {printable(said)}" in lines(write_case_sheet(sheet))


def test_turned_writing_is_taken_out() -> None:
    """A mark that turns the direction could make a sum or a name read as another."""
    assert printable("付\u202e00005\u202c元") == "付00005元"


def test_a_very_long_text_stands_whole() -> None:
    """What a worker wrote is never cut."""
    said = "拖欠" * 2048
    sheet = replace(case(), history=(HistoryRow(at=WHEN, what=said),))

    assert said in everything(write_case_sheet(sheet))


@settings(max_examples=20, deadline=None)
@given(said=st.text(st.characters(categories=["Lu", "Lo", "Nd", "P", "S", "Cc", "Cs", "Cf"])))
def test_any_text_can_be_printed(said: str) -> None:
    """Whatever was typed, the file is a file that Word can read."""
    file = write_case_sheet(replace(case(), said_site=said, boss=said))

    with zipfile.ZipFile(io.BytesIO(file)) as whole:
        assert whole.testzip() is None
    assert lines(file)


def test_a_long_list_keeps_its_heading_on_every_page() -> None:
    """A foreman's list of two hundred: each row is there, the heading repeats."""
    many = tuple(replace(WORKERS[0], name=f"样{number}") for number in range(200))
    file = write_case_sheet(case(masked=False, workers=many))

    assert sum(" | 138 0000 1234 | " in line for line in lines(file)) == 200
    assert "w:tblHeader" in everything(file)


def test_every_word_of_the_rules_has_a_label() -> None:
    """A new status or outcome cannot be printed as a gap."""
    assert set(labels.TRACKS) == set(TrackKind)
    assert set(labels.STATUSES) == set(Status)
    assert set(labels.OUTCOMES) == set(Outcome)
    assert set(labels.SOURCES) == set(Source)
    assert set(labels.PROJECT_CLASSES) == set(ProjectClass)
    assert set(labels.PAYERS) == set(PayerKind)
    assert set(labels.MEDIUMS) == set(Medium)
    assert set(labels.EVENTS) == set(EventKind)


WHEN = case().opened_at
