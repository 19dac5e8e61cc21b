"""Months of work or of unpaid wages, and single days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.meaning import FactName, Period
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)
INTERPRETER = LocalInterpreter(model=None)


def period(text: str, on: date = ON) -> Period | None:
    fact = INTERPRETER.read(text, on).first(FactName.PERIOD)
    if fact is None:
        return None
    assert isinstance(fact.value, Period)
    return fact.value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("去年10月到今年3月的工资没发", "2025-10", "2026-03"),
        ("拖欠8、9月工资", "2026-08", "2026-09"),
        ("3至4月份在工地干活没给钱", "2026-03", "2026-04"),
        ("19年5一6月份在那干活", "2019-05", "2019-06"),
        ("上个月工资没发", "2026-10", "2026-10"),
        ("2020年9月中旬开始干活", "2020-09", None),
        ("2021.2-2021.6这几个月工资没发", "2021-02", "2021-06"),
        ("厂里自2021年4月至今没开工资", "2021-04", None),
        ("2020年至2022年欠着工资", "2020", "2022"),
        ("从去年五一干到国庆，钱没给", "2025-05", "2025-10"),
        ("去年腊月的工钱没给", "2025-12", "2025-12"),
        ("7、8、9三个月工资没发", "2026-07", "2026-09"),
        ("从2020年开始不发工资，直到2021年7月", "2020", "2021-07"),
        ("2018年12月到2019年2月工资没给", "2018-12", "2019-02"),
        ("二零一八年三月份的工资拖欠至今", "2018-03", "2018-03"),
        ("24年10月-25年2月干的活没给钱", "2024-10", "2025-02"),
        ("前年九月去的，干到转年六月回来，一分没给", "2024-09", "2025-06"),
        ("腊月正月这俩月工资先不发", "2025-12", "2026-01"),
        ("2024年7月进场10月份出来，没给钱", "2024-07", "2024-10"),
        ("2023年4月去7月回，欠五十三万", "2023-04", "2023-07"),
        ("2021年2月到6月，没合同，欠钱", "2021-02", "2021-06"),
        ("工资就从2024年11月就停了", "2024-11", None),
        ("2023年11月到2024年3月五个月就给过一次3000元", "2023-11", "2024-03"),
    ],
)
def test_periods(text: str, start: str | None, end: str | None) -> None:
    """Ranges split by words, lists of months, relative years."""
    assert Period(start=start, end=end) == period(text)


@pytest.mark.parametrize(
    "text",
    [
        "2020年6月份我到信访局投诉过",
        "3号楼二单元",
        "我2015年离职的",
        "老板说12月5号给钱",
        "国庆刚过又说等过年，等五一",
        "五千五一月",
        "干了三个月",
    ],
)
def test_other_times_are_no_period(text: str) -> None:
    """A visit to an office, a promise or a house is no period of work."""
    assert period(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月5号", date(2026, 12, 5)),
        ("2026-12-01", date(2026, 12, 1)),
        ("明天", date(2026, 11, 24)),
        ("后天", date(2026, 11, 25)),
        ("下周五", date(2026, 12, 4)),
        ("这周五", date(2026, 11, 27)),
        ("星期天", date(2026, 11, 29)),
        ("下个月5号", date(2026, 12, 5)),
        ("三天后", date(2026, 11, 26)),
        ("十二月二十号", date(2026, 12, 20)),
        ("2026年12月31日", date(2026, 12, 31)),
        ("15号", date(2026, 12, 15)),
    ],
)
def test_days(text: str, day: date) -> None:
    """A day as people name it, counted from the day of the message."""
    fact = INTERPRETER.read(f"老板说{text}给钱", ON).first(FactName.DATE)
    assert fact is not None
    assert day == fact.value


@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)), st.integers(0, 20))
def test_numeric_ranges_are_read_back(first: date, months: int) -> None:
    """A range of months comes back whatever its way of writing."""
    month = first.year * 12 + first.month - 1
    last = month + months + 1
    begin, end = f"{month // 12}-{month % 12 + 1:02d}", f"{last // 12}-{last % 12 + 1:02d}"
    on = date(2040, 1, 1)
    written = (
        f"{month // 12}年{month % 12 + 1}月到{last // 12}年{last % 12 + 1}月",
        f"{month // 12}.{month % 12 + 1}-{last // 12}.{last % 12 + 1}",
        f"{month // 12}年{month % 12 + 1}月份至{last // 12}年{last % 12 + 1}月份",
    )
    for text in written:
        assert Period(start=begin, end=end) == period(f"{text}的工资没发", on), text


@given(
    st.dates(date(1, 1, 1), date.max),
    st.sampled_from(["去年3月", "下周五", "三天后", "31号", "大后天", "上个月"]),
)
def test_any_day_of_writing(on: date, text: str) -> None:
    """The first and the last day of the calendar raise nothing."""
    assert INTERPRETER.read(text, on).text == text
    assert on - on == timedelta(0)
