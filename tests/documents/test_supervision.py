"""The papers of dual assignment: what stands on them, and what never may."""

from dataclasses import replace
from datetime import date

import pytest

from casework.sheets import AssignmentSheet, CaseSheet, ResultReport, SupervisionSheet
from casework.supervision import Level, Slow
from documents.supervision import (
    GROUNDS,
    LEVELS,
    write_assignment_sheet,
    write_result_report,
    write_supervision_sheet,
)
from tests.documents.sheets import at, case, everything

ASSIGNMENT = AssignmentSheet(
    case=case(),
    level=Level.CITY,
    assigner="市治欠办",
    number="洛治欠交〔2026〕9号",
    assigned_on=date(2026, 11, 23),
    due_on=date(2026, 12, 11),
    to_unit="区信访局",
    other_unit="区治欠办",
)
SUPERVISION = SupervisionSheet(
    case=case(),
    assigner="市治欠办",
    assigned_on=date(2026, 11, 23),
    due_on=None,
    grounds=(Slow.QUIET, Slow.NO_PLAN),
    reason="一周没有进展",
    requested_at=at(29),
)
REPORT = ResultReport(
    case=case(),
    level=Level.PROVINCE,
    assigner="省治欠办",
    number="9",
    assigned_on=date(2026, 11, 23),
    due_on=date(2026, 12, 11),
    measures=("已约谈总包", "总包先付"),
    answer="工资已付清。",
    supervised=True,
)


def test_every_level_and_ground_has_its_words() -> None:
    """What the rules can say can be printed."""
    assert (set(Level), set(Slow)) == (set(LEVELS), set(GROUNDS))


def test_the_assignment_names_both_units() -> None:
    """Each half says who has the other one, by when, and that there is one answer."""
    text = everything(write_assignment_sheet(ASSIGNMENT))
    for words in (
        "市级",
        "市治欠办",
        "洛治欠交〔2026〕9号",
        "2026年12月11日",
        "区信访局",
        "区治欠办",
        "一个答复",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("approved", "title"),
    [
        (None, "欠薪案件提请督办审批单"),
        (False, "欠薪案件提请督办审批单"),
        (True, "欠薪案件督办单"),
    ],
)
def test_only_a_leader_makes_it_an_order(approved: bool | None, title: str) -> None:
    """Until it is approved it is a request, and says so in its title."""
    sheet = replace(SUPERVISION, approved=approved, decided_at=at(30))
    text = everything(write_supervision_sheet(sheet))
    assert title in text
    assert ("同意督办" in text) is (approved is not None)
    for words in ("期限过半，没有办理方案", "一周没有进展", "年　　月　　日"):
        assert words in text


def test_the_report_holds_measures_and_the_one_answer() -> None:
    """In the order in which things were done."""
    text = everything(write_result_report(REPORT))
    for words in ("省级", "1. 已约谈总包", "2. 总包先付", "工资已付清。"):
        assert words in text


def test_a_masked_paper_names_nobody() -> None:
    """Free words lose the names of the workers, as on the case sheet."""
    masked: CaseSheet = replace(case(), masked=True)
    name = masked.workers[0].name
    text = everything(
        write_result_report(replace(REPORT, case=masked, answer=f"已告知{name}", measures=(name,)))
    )
    assert name not in text
