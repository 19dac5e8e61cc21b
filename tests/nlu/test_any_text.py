"""Any text at all: no exception, facts inside the text, in good time."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.meaning import Meaning
from nlu.interpreter import LocalInterpreter

INTERPRETER = LocalInterpreter()
WORDS = [
    "老板", "欠", "我", "两万八", "不是", "是", "三", "个月", "12", "个人", "每人", "工资", "没给", "去年", "10月", "到",
    "一共", "给了", "块", "元", "万", "，", "。", " ", "工地", "公司", "有限公司", "王建国", "涧西区", "138", "1234", "5678",
    "多", "几", "半", "年", "-", "\ud800", "跳楼", "撤", "才", "的", "项目", "二期", "20", "18", "年", "JX2026", "、", "(", ")",
]  # fmt: skip


def read(text: str, on: date = date(2026, 11, 23)) -> Meaning:
    """Past the net that catches everything in production: here a mistake has to show."""
    return INTERPRETER._read(text, on)


def check(text: str, meaning: Meaning) -> None:
    assert meaning.readings
    for fact in meaning.facts:
        assert 0 <= fact.start <= fact.end <= len(text)
        assert fact.text == text[fact.start : fact.end]


@given(st.text(alphabet=st.characters(), max_size=300))
def test_any_characters(text: str) -> None:
    """Every script, lone surrogates and control characters included."""
    check(text, read(text))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.dates())
def test_any_mixture_of_our_words(words: list[str], on: date) -> None:
    """The words of complaints in any order, on any day of the calendar."""
    text = "".join(words)
    check(text, read(text, on))


@pytest.mark.parametrize(
    "piece",
    ["工", "1", "欠我", "洛阳市", "万", "a", "王", "公司", "，", "2018年3月", "\ud800", "十个人三个月", "项目", "工地", "1-",
     "\n", "(", "不是", "老板王建国欠我们12个人工资每人两千，", "一", "ﷺ", "撤了", "每人", "13812345678 ", "欠一毛", "5个月，", "工程款欠3万，"],
)  # fmt: skip
def test_the_longest_texts(piece: str) -> None:
    """Twenty thousand characters of anything; the bound is wide because machines differ."""
    text = (piece * 20_000)[:20_000]
    read("")
    begun = time.process_time()
    check(text, read(text))
    assert time.process_time() - begun < 0.5
