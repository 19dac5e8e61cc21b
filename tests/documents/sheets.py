"""Invented cases for sheets, and how a sheet is read back."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import docx
from docx.table import Table, _Cell, _Row

from casework.case import Outcome, Source, Status, TrackKind
from casework.claims import PayerKind
from casework.deadlines import Certainty
from casework.history import Medium
from casework.ledger import ProjectClass
from casework.meaning import CountRange, MoneyRange
from casework.money import yuan
from casework.sheets import (
    CaseSheet,
    ClockRow,
    HistoryRow,
    PaidRow,
    TrackRow,
    TransferSheet,
    WorkerRow,
)


def at(day: int, hour: int = 6) -> datetime:
    """An instant in November 2026, in UTC: eight hours later in the district."""
    return datetime(2026, 11, day, hour, 5, tzinfo=UTC)


WORKERS = (
    WorkerRow(
        name="样建国",
        phone="13800001234",
        amount=MoneyRange(low=yuan(28_000), high=yuan(28_000)),
        months=CountRange(low=3, high=3),
        period_start="2026-06",
        period_end="2026-08",
        confirmed_on=date(2026, 11, 20),
    ),
    WorkerRow(
        name="例秀英",
        phone="13900005678",
        amount=MoneyRange(low=yuan(20_000), high=yuan(22_000), approximate=True),
        months=CountRange(low=2.5, high=2.5),
        period_start="2026-06",
    ),
    WorkerRow(name="试某"),
)
TRACKS = (
    TrackRow(kind=TrackKind.LEAD_UNIT, unit="样例局", status=Status.INVESTIGATING),
    TrackRow(
        kind=TrackKind.LEGAL_AID,
        unit="样例司法局",
        status=Status.CLOSED,
        outcome=Outcome.GUIDED_ARBITRATION,
    ),
)
CLOCKS = (
    ClockRow(
        title="书面告知",
        basis="《样例条例》第二条",
        due=date(2027, 12, 3),
        work_by=date(2027, 12, 2),
        provisional=True,
    ),
    ClockRow(
        title="决定是否立案",
        basis="《样例规定》第一条",
        due=date(2026, 11, 25),
        certainty=Certainty.EXCERPT,
    ),
)
HISTORY = (
    HistoryRow(at=at(18), what="样建国说：老板例大明的电话 138 0000-4321", medium=Medium.CHAT),
    HistoryRow(
        at=at(20),
        what="发出协助调查函",
        unit="样例局",
        medium=Medium.PAPER,
        document_number="样函〔2026〕12号",
    ),
)


def case(*, masked: bool = True, workers: tuple[WorkerRow, ...] = WORKERS) -> CaseSheet:
    """A case with something in every part."""
    return CaseSheet(
        number="JX2026-0000123-7",
        opened_at=at(18),
        filed_at=at(18, 17),
        source=Source.HOTLINE_12345,
        source_number="A-77",
        said_site="加油站旁边的学校工地",
        project_name="样例中学",
        project_code="P012",
        project_class=ProjectClass.DISTRICT,
        sub_district="样例街道",
        employer="样例劳务公司",
        boss="例大明",
        people=12,
        workers=workers,
        paid=(PaidRow(paid_on=date(2026, 11, 19), amount=yuan(5_000), payer=PayerKind.EMPLOYER),),
        lead="样例局",
        assist=("甲局", "乙街道"),
        command_post=True,
        rule="区属项目",
        rule_source="样例方案 三",
        tracks=TRACKS,
        clocks=CLOCKS,
        history=HISTORY,
        printed_at=at(23, 17),
        printed_by="样例办",
        masked=masked,
    )


def empty_case() -> CaseSheet:
    """A case of which nothing is known but its number."""
    return CaseSheet(
        number="JX2026-0000124-5",
        opened_at=at(18),
        filed_at=None,
        source=Source.BOT,
        printed_at=at(23),
        printed_by="",
    )


def transfer(of: CaseSheet) -> TransferSheet:
    """A transfer of a case with everything that it can carry."""
    return TransferSheet(
        case=of,
        from_unit="样例办",
        to_unit="样例局",
        reason="台账里是区属项目。工人电话 13800001234",
        basis=("《样例条例》第二十三条",),
        document_number="样转〔2026〕3号",
        handed_on=date(2026, 11, 24),
        attachments=("欠条照片 2 张",),
    )


def lines(file: bytes) -> list[str]:
    """What stands on the sheet from top to bottom: paragraphs, and cells of tables by row."""
    found: list[str] = []
    for block in docx.Document(io.BytesIO(file)).iter_inner_content():
        if isinstance(block, Table):
            found += [" | ".join(cell.text for cell in _once(row)) for row in block.rows]
        else:
            found.append(block.text)
    return [line for line in found if line]


def _once(row: _Row) -> list[_Cell]:
    """The cells of a row, a merged one once."""
    seen: list[_Cell] = []
    for cell in row.cells:
        if not seen or cell._tc is not seen[-1]._tc:
            seen.append(cell)
    return seen


def foot(file: bytes) -> str:
    """The foot of every page."""
    return str(docx.Document(io.BytesIO(file)).sections[0].footer.paragraphs[0].text)


def everything(file: bytes) -> str:
    """Every part of the file, as text and as the bare XML, so that nothing can hide."""
    with zipfile.ZipFile(io.BytesIO(file)) as whole:
        xml = "".join(
            whole.read(name).decode("utf-8", "replace")
            for name in whole.namelist()
            if name.endswith((".xml", ".rels"))
        )
    return xml + re.sub(r"<[^>]*>", "", xml)
