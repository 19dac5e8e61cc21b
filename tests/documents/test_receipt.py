"""The receipt as a PDF: everything is on it, and whoever has it can check it."""

import hashlib
from dataclasses import replace
from datetime import date

from casework.meaning import MoneyRange
from casework.money import yuan
from casework.sheets import ReceiptSheet
from documents.receipt import CAUTION, CAUTION_BASIS, write_receipt
from tests.documents.pages import text_of
from tests.documents.sheets import at

STATEMENT = "清薪回执 1\n编号：JX2026-0000001-9\n时间：2026-11-23T04:00:00Z\n工地：同乐寨安置房"
SHEET = ReceiptSheet(
    district="涧西区",
    number="JX2026-0000001-9",
    filed_at=at(23),
    site="同乐寨安置房",
    employer="王老板",
    amount=MoneyRange(low=yuan(28_000), high=yuan(28_000)),
    months="3",
    people=5,
    name="张三",
    phone="13812345678",
    files=2,
    unit="区住建局",
    inspection="区劳动监察大队",
    answer_by=date(2026, 11, 30),
    answer_basis="《河南省劳动保障监察条例》第十五条第一款",
    years=1,
    hotlines=(("12333", "问工资、社保政策", "白天"),),
    code="1234-5678-9012",
    fingerprint=hashlib.sha256(STATEMENT.encode()).hexdigest(),
    statement=STATEMENT,
    printed_at=at(24),
)


def read(sheet: ReceiptSheet) -> str:
    """All pages as one text without spaces."""
    return "".join(text_of(write_receipt(sheet)))


def test_it_says_what_was_recorded_and_what_it_is_not() -> None:
    """The sum, the site, who answers by when, and the caution with its articles."""
    text = read(SHEET)
    for words in (
        "JX2026-0000001-9",
        "同乐寨安置房",
        "28,000元",
        "2份",
        "区住建局",
        "2026年11月30日以前",
        CAUTION,
        CAUTION_BASIS,
        "1年内申请",
        "12333",
    ):
        assert words in text


def test_whoever_holds_it_can_compute_the_fingerprint() -> None:
    """The statement and its hash stand on the paper, line by line."""
    text = read(SHEET)
    assert SHEET.fingerprint in text
    assert STATEMENT.replace("\n", "").replace(" ", "") in text
    assert "1234-5678-9012" in text


def test_what_nobody_knew_is_said_to_be_unknown() -> None:
    """No sum is not a sum of nothing."""
    bare = replace(SHEET, amount=None, months="", people=0, name="", phone="", site="")
    text = read(bare)
    assert "欠多少不清楚" in text
    assert "没有留" in text


def test_a_long_story_goes_on_to_the_next_page() -> None:
    """Forty files are forty lines of the statement."""
    lines = "\n".join(f"文件：{n:064d}" for n in range(60))
    pages = text_of(write_receipt(replace(SHEET, statement=lines)))
    assert len(pages) > 2
    assert f"{59:064d}" in "".join(pages)
