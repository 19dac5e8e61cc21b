"""The hand-over sheet: what a deputy has to know, and no more than they may see."""

from dataclasses import replace
from datetime import date

from casework.case import Status
from casework.deadlines import Certainty
from casework.meaning import MoneyRange
from casework.money import yuan
from casework.sheets import ClockRow, DeputyRow, DeputySheet, ItemRow, PromiseRow
from casework.work import ItemKind
from documents.deputy_sheet import MASKED_LINES, write_deputy_sheet
from tests.documents.sheets import at, everything, lines

ROW = DeputyRow(
    number="JX2026-0000001-9",
    status=Status.INVESTIGATING,
    site="样例中学",
    worker="样建国",
    phone="13800001234",
    amount=MoneyRange(low=yuan(28_000), high=yuan(28_000)),
    clock=ClockRow(
        title="决定是否受理",
        basis="《样例规定》第一条",
        due=date(2026, 11, 30),
        certainty=Certainty.EXCERPT,
    ),
    unread=("什么时候能拿到钱",),
    promises=(PromiseRow(day=date(2026, 11, 27), amount=yuan(5_000)),),
    masked=False,
)
SHEET = DeputySheet(
    unit="样例局",
    from_post="HOUS-1",
    to_post="HOUS-2",
    first=date(2026, 11, 24),
    last=date(2026, 11, 27),
    rows=(ROW, replace(ROW, number="JX2026-0000002-7", masked=True, unread=(), promises=())),
    items=(
        ItemRow(kind=ItemKind.UNREAD, number="JX2026-0000001-9", due=date(2026, 11, 25)),
        ItemRow(kind=ItemKind.BROKEN_MESSAGE),
    ),
    printed_at=at(24),
    masked=True,
)


def test_a_deputy_finds_everything() -> None:
    """Cases with their next date, words without an answer, promises, what else waits."""
    found = lines(write_deputy_sheet(SHEET))

    for line in (
        "交出 | HOUS-1 | 接手 | HOUS-2",
        "代办从 | 2026年11月24日 | 到 | 2026年11月27日",
        (
            "JX2026-0000001-9 | 样例中学 | 样建国\n138 0000 1234 | 28,000 | 调查中"
            " | 2026-11-30\n决定是否受理\n依据只见摘录，待核实"
        ),
        "JX2026-0000001-9 | 什么时候能拿到钱",
        "JX2026-0000001-9 | 2026-11-27 | 5,000",
        "来话待回复 | JX2026-0000001-9 | 2026-11-25",
        "其他待办 | — | —",
    ):
        assert line in found


def test_a_masked_case_stays_masked_beside_a_full_one() -> None:
    """One sheet, two cases: each as its reader may see it."""
    found = lines(write_deputy_sheet(SHEET))
    masked = next(line for line in found if line.startswith("JX2026-0000002-7"))

    assert "样**\n138****1234\n已隐去" in masked
    assert MASKED_LINES in found
    alone = write_deputy_sheet(replace(SHEET, rows=SHEET.rows[1:]))
    assert "样建国" not in everything(alone)
    assert "13800001234" not in everything(alone)


def test_an_empty_desk_says_so() -> None:
    """Nothing open: the tables are there, and say 没有."""
    found = lines(write_deputy_sheet(replace(SHEET, rows=(), items=(), back=True)))

    assert "代办交回单" in found
    assert "一、在办案件（0 件）" in found
    assert 3 == sum(line == "没有" for line in found)
