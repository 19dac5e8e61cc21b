"""One cell, in all the ways in which people write it."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from casework.ledger_fields import FieldValue
from documents.ledger.cells import Around, BadCell, Raw, is_blank, read_cell, tidy
from documents.ledger.columns import column_of
from tests.documents.ledger.books import WORDS

AROUND = Around(words=WORDS)


@pytest.mark.parametrize(
    "raw",
    [
        "2025年6月1日",
        "2025/6/1",
        "2025-06-01",
        "2025.6.1",
        "20250601",
        " ２０２５年６月１日 ",
        "2025-06-01 00:00:00",
        "45809",
        45809,
        45809.0,
        date(2025, 6, 1),
        datetime(2025, 6, 1, 8, 30),  # noqa: DTZ001 — a spreadsheet has no zones
    ],
    ids=repr,
)
def test_days(raw: Raw) -> None:
    """Text in every usual spelling, a date cell, Excel's serial number."""
    assert date(2025, 6, 1) == read_cell("started_on", raw, AROUND)


def test_days_of_a_workbook_that_counts_from_1904() -> None:
    """Old ones for the Macintosh do."""
    around = Around(words=WORDS, days_from=date(1904, 1, 1))
    assert date(2025, 6, 1) == read_cell("started_on", 45809 - 1462, around)


@pytest.mark.parametrize(
    ("raw", "fen"),
    [
        ("1,200,000元", 120_000_000),
        ("1200万", 1_200_000_000),
        ("1.2亿元", 12_000_000_000),
        ("¥35.50", 3550),
        ("３００ 万元", 300_000_000),
        ("约5万", 5_000_000),
        (1234.5, 123_450),
        (0.1 + 0.2, 30),
        (0, 0),
        ("二", None),
        ("-5", None),
        (-5, None),
        ("12.345", None),
        ("1e9", None),
        (10**14, None),
        (float("inf"), None),
        ("9" * 5000, None),
        (True, None),
    ],
    ids=repr,
)
def test_sums(raw: Raw, fen: int | None) -> None:
    """In yuan, with 万 and 亿; none that is finer than fen, negative or out of reason."""
    if fen is None:
        with pytest.raises(BadCell):
            read_cell("contract_price", raw, AROUND)
    else:
        assert fen == read_cell("contract_price", raw, AROUND)


def test_a_heading_may_carry_the_unit() -> None:
    """合同价（万元）: bare numbers are 万元, a sum with its own unit is not."""
    column = column_of("合同价款（万元）")
    assert column is not None
    around = Around(words=WORDS, times=column.times)
    assert Decimal(10_000) == column.times
    assert 1_234_567_800 == read_cell("contract_price", 1234.5678, around)
    assert 1_234_567_800 == read_cell("contract_price", "1,234.5678", around)
    assert 500 == read_cell("contract_price", "5元", around)
    assert 12_000_000_000 == read_cell("contract_price", "1.2亿", around)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("command_post", "有", True),
        ("command_post", "√", True),
        ("site_real_name", "未落实", False),
        ("site_real_name", "ＮＯ", False),
        ("funding_in_place", 1, True),
        ("funding_in_place", False, False),
        ("project_class", "区属", "district"),
        ("project_class", "央企", "soe"),
        ("project_class", "private", "private"),
        ("sub_class", "ppp", "ppp"),
        ("state", "施工中", "building"),
        ("deposit_form", "银行保函", "bank_guarantee"),
        ("industry", "房屋建筑", "housing"),
        ("industry", "房屋", "housing"),
        ("sub_district", "南昌路", "nanchanglu"),
        ("sub_district", "南昌路街道办", "nanchanglu"),
        ("sub_district", "changanlu", "changanlu"),
        ("owner_unit", "住建局", "HOUS"),
        ("owner_unit", "st-08", "ST-08"),
        ("code", 101, "101"),
        ("code", 101.0, "101"),
        ("labour_phone", 13800138000, "13800138000"),
        ("contract_labour_share", 0.2, 2000),
        ("contract_labour_share", "18.5%", 1850),
        ("contract_labour_share", 20, 2000),
        ("site_head_count", "120人", 120),
        ("site_head_count", 120.0, 120),
        ("site_last_paid_month", "2025年6月", "2025-06"),
        ("site_last_paid_month", "202506", "2025-06"),
        ("site_last_paid_month", date(2025, 6, 30), "2025-06"),
        ("latitude", "34.6565°", 34.6565),
        ("subcontractors", "甲公司；乙公司、丙\n甲公司", ("甲公司", "乙公司", "丙")),
        ("subcontractors", '"甲；乙"；丙"丁"', ("甲；乙", '丙"丁"')),
        ("aliases", "清空", ()),
        ("owner", "清空", ""),
        ("deposit_amount", " 清空 ", None),
        ("name", "=1+1", "=1+1"),
        ("name", 'O\'Brien "x"; DROP TABLE projects;--🏗️', 'O\'Brien "x"; DROP TABLE projects;--🏗️'),
    ],
    ids=repr,
)
def test_other_cells(field: str, raw: Raw, value: FieldValue) -> None:
    """Yes and no, classes, places, units, numbers, names."""
    assert value == read_cell(field, raw, AROUND)


@pytest.mark.parametrize(
    ("field", "raw", "key"),
    [
        ("started_on", "2025年6月", "day-missing"),
        ("started_on", "2025-02-30", "no-such-day"),
        ("started_on", "去年", "date"),
        ("started_on", 5, "date"),
        ("site_last_paid_month", "2025-13", "month"),
        ("site_real_name", "部分", "yes-no"),
        ("project_class", "其它", "one-of"),
        ("industry", "航天", "not-in-district"),
        ("sub_district", "路", "not-in-district"),
        ("site_head_count", "很多", "count"),
        ("site_head_count", 3.5, "count"),
        ("contract_labour_share", "120%", "share"),
        ("contract_cycle_months", 0, "count"),
        ("account_number", 6.2e18, "long-number"),
        ("code", "P 101", "code"),
        ("code", "9" * 41, "code"),
        ("owner", "长" * 501, "too-long"),
        ("owner", "#REF!", "formula-error"),
        ("name", "清空", "not-clear"),
        ("latitude", "东经", "degrees"),
    ],
    ids=repr,
)
def test_what_cannot_be(field: str, raw: Raw, key: str) -> None:
    """Each refusal has its own sentence."""
    with pytest.raises(BadCell) as bad:
        read_cell(field, raw, AROUND)
    assert key == bad.value.key


def test_a_name_that_is_unknown_comes_with_near_ones() -> None:
    """So that a slip is mended at a glance."""
    with pytest.raises(BadCell) as bad:
        read_cell("sub_district", "长安街", AROUND)
    assert bad.value.hint.startswith("长安路街道")


def test_what_cannot_be_seen_is_not_kept() -> None:
    """Spaces around, control characters, half characters; a tab in front stays."""
    assert "\t甲\n乙" == tidy(" \u3000\t甲\r\n\x07乙\ud800\x00 ")
    assert "甲乙" == tidy("甲\ufffe乙\uffff")  # no XML holds them, so no spreadsheet would
    assert is_blank(" — ")
    assert is_blank("/")
    assert not is_blank(0)
    assert not is_blank(False)
