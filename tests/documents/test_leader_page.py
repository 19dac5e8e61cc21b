"""The leader's report is one page, whatever the district has to tell."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from casework.meaning import MoneyRange
from casework.money import yuan
from casework.periods import PeriodKind, period_with
from casework.statistics import Report, SiteRow, UnitRow, Unpaid
from casework.statistics_sheet import StatisticsSheet
from documents.statistics.leader_page import MOST_SITES, MOST_UNITS, write_leader_page
from tests.documents.pages import text_of

NOW = datetime(2026, 11, 30, 1, tzinfo=UTC)
MANY = 40
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_ROW = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tr"


def full() -> StatisticsSheet:
    """Every figure large, forty late units and forty sites with names of two lines."""
    much = MoneyRange(low=yuan(98_765_432), high=yuan(123_456_789), approximate=True)
    unpaid = Unpaid(cases=4_321, people=12_345, money=much, unnamed=999)
    report = Report(
        period=period_with(PeriodKind.WEEK, date(2026, 11, 25)),
        as_of=NOW,
        received=9_999,
        incomplete=999,
        routed=9_999,
        closed=9_999,
        unconfirmed=999,
        reopened=999,
        median_days=123.4,
        unpaid=unpaid,
        recovered=yuan(98_765_432),
        promises_made=9_999,
        promises_broken=9_999,
        units=tuple(
            UnitRow(
                unit=f"U{n}", open_cases=9_999, kept=999, late=999, late_now=999, longest_days=999
            )
            for n in range(MANY)
        ),
        sites=tuple(
            SiteRow(project=f"P{n}", words="", unpaid=unpaid, days=999, broken=99)
            for n in range(MANY)
        ),
    )
    return StatisticsSheet(
        report=report,
        district="涧西区",
        units={f"U{n}": f"区很长很长的名字的行业主管部门第{n}号办公室" for n in range(MANY)},
        projects={
            f"P{n}": f"谷水西路与联盟路交叉口老旧小区配套设施改造工程第{n}标段"
            for n in range(MANY)
        },
        printed_at=NOW,
        printed_by="区治欠办",
    )


def test_a_full_page_leaves_rows_off_and_says_so() -> None:
    """What is beyond the bound stands in the workbook, and the page says how much that is."""
    xml = zipfile.ZipFile(BytesIO(write_leader_page(full()))).read("word/document.xml")
    text = "".join(ElementTree.fromstring(xml).itertext())  # noqa: S314 — our own file
    assert f"另有 {MANY - MOST_UNITS} 家单位" in text
    assert f"另有 {MANY - MOST_SITES} 个工地" in text
    rows = len(list(ElementTree.fromstring(xml).iter(_ROW)))  # noqa: S314
    assert rows <= MOST_UNITS + MOST_SITES + 2 + 8


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine counts pages")
@pytest.mark.parametrize("empty", [False, True])
def test_an_office_program_prints_it_on_one_page(tmp_path: Path, *, empty: bool) -> None:
    """Laid out as a printer would, with the fonts that this machine has."""
    sheet = full()
    if empty:
        sheet = replace(sheet, report=Report(period=sheet.report.period, as_of=NOW))
    source = tmp_path / "page.docx"
    source.write_bytes(write_leader_page(sheet))
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path / 'profile'}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert 1 == len(text_of((tmp_path / "page.pdf").read_bytes()))
