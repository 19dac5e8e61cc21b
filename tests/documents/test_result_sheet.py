"""The written result: what the worker reads on it."""

from dataclasses import replace
from datetime import date

from casework.case import Outcome
from casework.deadlines import Certainty, DayUnit
from casework.meaning import MoneyRange
from casework.money import yuan
from casework.sheets import EndingRow, RemedyRow, ResultSheet
from documents.result_sheet import write_result_sheet
from tests.documents.sheets import case, lines

SHEET = ResultSheet(
    case=case(),
    endings=(EndingRow(unit="样例局", outcome=Outcome.PAID_PART, closed_on=date(2026, 11, 24)),),
    reasons=("付给样建国五千，其余去仲裁",),
    owed=MoneyRange(low=yuan(12_000), high=yuan(12_000)),
    paid=yuan(5_000),
    left=MoneyRange(low=yuan(7_000), high=yuan(7_000)),
    remedies=(
        RemedyRow(
            what="可以直接要求重新办",
            n=90,
            unit=DayUnit.CALENDAR,
            starts="closed",
            until=date(2027, 2, 22),
            title="样例办法",
            certainty=Certainty.DESIGN,
        ),
        RemedyRow(
            what="申请劳动仲裁",
            n=1,
            unit=DayUnit.YEARS,
            starts="employment_end",
            title="《样例法》第一条",
        ),
    ),
)


def test_outcome_sums_reasons_and_remedies_stand_on_it() -> None:
    """Each remedy with its limit; a limit of our own says so; names are covered."""
    found = "\n".join(lines(write_result_sheet(SHEET)))
    for words in ("样例局", "2026-11-24", "12,000 | 5,000 | 7,000", "2027-02-22", "90 日内"):
        assert words in found
    assert "劳动关系终止之日起 1 年内" in found
    assert "本区内部目标" in found
    assert "样建国" not in found
    assert "没有回话不算同意" not in found


def test_an_unconfirmed_ending_says_that_nobody_agreed() -> None:
    """And what nobody knows stays unknown."""
    sheet = replace(SHEET, unconfirmed=True, owed=None, left=None, reasons=(), remedies=())
    found = "\n".join(lines(write_result_sheet(sheet)))
    assert "没有回话不算同意" in found
    assert "不清楚 | 5,000 | 不清楚" in found
    assert write_result_sheet(sheet) == write_result_sheet(sheet)
