"""Numbers as people write them; a number rendered in any form is read back."""

import time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.money import sums
from nlu.normalise import plain
from nlu.numerals import quantities

DIGITS = "零一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"


def read(text: str) -> list[tuple[float, float]]:
    return [(float(q.low), float(q.high)) for q in quantities(plain(text).text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("两万八", 28_000, 28_000),
        ("三千五", 3_500, 3_500),
        ("一百五", 150, 150),
        ("一百零五", 105, 105),
        ("两万零五百", 20_500, 20_500),
        ("两万零八", 20_008, 20_008),
        ("二三十万", 200_000, 300_000),
        ("十七八万", 170_000, 180_000),
        ("七八千", 7_000, 8_000),
        ("三五千", 3_000, 5_000),
        ("4万7千多", 47_000, 47_000),
        ("3.7万", 37_000, 37_000),
        ("28,000", 28_000, 28_000),
        ("28，000", 28_000, 28_000),
        ("2万8", 28_000, 28_000),
        ("3千5", 3_500, 3_500),
        ("1w5", 15_000, 15_000),
        ("3k", 3_000, 3_000),
        ("3万5000", 35_000, 35_000),
        ("１２３", 123, 123),
        ("贰万捌仟", 28_000, 28_000),
        ("壹拾贰万叁仟肆佰", 123_400, 123_400),
        ("两萬三", 23_000, 23_000),
        ("3-5万", 30_000, 50_000),
        ("三到五万", 30_000, 50_000),
        ("8或9", 8, 9),
        ("5000元到6000", 5_000, 6_000),
        ("万把块", 10_000, 10_000),
        ("千儿八百", 1_000, 1_000),
        ("上万", 10_000, 10_000),
        ("3 2 0 0 元", 3_200, 3_200),
        ("￥9 400.00", 9_400, 9_400),
        ("百十来万", 1_000_000, 1_100_000),
        ("三五千/月", 3_000, 5_000),
        ("五千五/月", 5_500, 5_500),
        ("仨俩人", 2, 3),
        ("二十好几", 20, 29),
        ("一亿二千万", 120_000_000, 120_000_000),
        ("二〇一八", 2018, 2018),
        ("200多万", 2_000_000, 2_000_000),
        ("十来个", 10, 10),
        ("l8", 18, 18),
    ],
)
def test_reads(text: str, low: float, high: float) -> None:
    """What libraries get wrong is read right."""
    assert [(low, high)] == read(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("三万五个月", 30_000),
        ("13万一直不给", 130_000),
        ("两万一共", 20_000),
        ("一万四处借", 10_000),
        ("三万二十个人", 30_000),
        ("两万五十名工人", 20_000),
        ("五万四川老板", 50_000),
    ],
)
def test_next_word_is_no_digit(text: str, first: float) -> None:
    """A digit that belongs to the next word is not drawn into the sum."""
    assert first == read(text)[0][0]


@pytest.mark.parametrize(
    "text", ["近8万", "三千五左右", "大概5000", "一万多", "十几万", "三四百", "约60余"]
)
def test_approximate_stays_approximate(text: str) -> None:
    """A hedged number is marked."""
    assert all(q.approximate for q in quantities(plain(text).text))


@pytest.mark.parametrize("text", ["百货大楼", "万达", "千万别", "百度", "数学", "老板"])
def test_words_are_no_numbers(text: str) -> None:
    """Characters of numbers inside words are left alone."""
    assert [] == read(text)


def _section(number: int, digits: str, units: str) -> str:
    parts, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            zero = bool(parts)
            continue
        parts += ("零" if zero else "") + digits[digit] + (units[power - 1] if power else "")
        zero = False
    return parts


def chinese(number: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """A whole number below a hundred million, written out."""
    high, low = divmod(number, 10_000)
    if not high:
        return _section(low, digits, units)
    between = "零" if 0 < low < 1000 else ""
    return (
        _section(high, digits, units)
        + "万"
        + between
        + (_section(low, digits, units) if low else "")
    )


@given(st.integers(1, 99_999_999))
def test_written_out_is_read_back(number: int) -> None:
    """二万八千 and 贰万捌仟 both come back as they went."""
    assert [(number, number)] == read(chinese(number))
    assert [(number, number)] == read(chinese(number, FORMAL, "拾佰仟"))


@given(st.integers(1, 9_999_999_999))
def test_arabic_is_read_back(number: int) -> None:
    """With and without thousands separators."""
    assert [(number, number)] == read(str(number))
    assert [(number, number)] == read(f"{number:,}")


@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.sampled_from([("百", 100), ("千", 1000), ("万", 10_000)]),
)
def test_short_form_is_read_back(head: int, tail: int, unit: tuple[str, int]) -> None:
    """两万八: the last digit counts the next smaller unit."""
    expected = head * unit[1] + tail * unit[1] // 10
    assert [(expected, expected)] == read(f"{DIGITS[head]}{unit[0]}{DIGITS[tail]}")
    assert [(expected, expected)] == read(f"{head}{unit[0]}{tail}")


@given(st.decimals(Decimal("0.1"), Decimal("999.99"), places=2))
def test_decimals_of_wan(number: Decimal) -> None:
    """3.75万 is 37,500, exactly."""
    assert [(float(number * 10_000), float(number * 10_000))] == read(f"{number}万")


@given(st.text(alphabet="0123456789零一二两三十百千万亿几多半.,-到 元块", max_size=80))
def test_any_mixture_is_read(text: str) -> None:
    """Nested units and nonsense never raise, and spans stay in order."""
    found = quantities(plain(text).text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.low <= q.high for q in found)


@pytest.mark.parametrize(
    "text", ["9" * 10_000, "万" * 10_000, "一万" * 5_000, "十百千万亿" * 2_000]
)
def test_long_runs_are_quick(text: str) -> None:
    """Ten thousand digits take no noticeable time."""
    begun = time.process_time()
    quantities(text)
    assert time.process_time() - begun < 1.0


@given(
    st.integers(0, 19),
    st.integers(1, 99),
    st.sampled_from([("千", 1000), ("万", 10_000), ("亿", 100_000_000)]),
)
def test_spoken_decimals(whole: int, part: int, unit: tuple[str, int]) -> None:
    """三点五万 is 35,000: never fifty thousand."""
    said = "零" if whole == 0 else chinese(whole).removeprefix("一" if 9 < whole < 20 else "")
    digits = f"{part:02}".rstrip("0")
    expected = Decimal(f"{whole}.{digits}") * unit[1]
    text = f"{said}点{''.join(DIGITS[int(char)] for char in digits)}{unit[0]}"
    assert [(float(expected), float(expected))] == read(text)


@given(st.integers(1, 999), st.sampled_from([("k", 1000), ("w", 10_000), ("W", 10_000)]))
def test_letters_for_thousands(number: int, unit: tuple[str, int]) -> None:
    """3w多工资 and 5k块: a letter before a Chinese character is a unit all the same."""
    expected = number * unit[1]
    for text in (f"{number}{unit[0]}", f"欠我{number}{unit[0]}工资", f"{number}{unit[0]}多没给"):
        assert [(expected, expected)] == read(text)


@given(st.integers(1, 9), st.sampled_from([("千", 1000), ("万", 10_000)]))
def test_halves(number: int, unit: tuple[str, int]) -> None:
    """两万半 is 25,000; 三万半年 is thirty thousand and half a year."""
    assert [((number + 0.5) * unit[1],) * 2] == read(f"欠我{DIGITS[number]}{unit[0]}半工资")
    assert [(number * unit[1],) * 2] == read(f"欠我{DIGITS[number]}{unit[0]}半年没给")


@given(st.integers(1, 99_999), st.integers(0, 9), st.integers(0, 9))
def test_jiao_and_fen_of_a_note(yuan_said: int, jiao: int, fen: int) -> None:
    """A formal sum of a note is read to the fen."""
    said = chinese(yuan_said, FORMAL, "拾佰仟") + "元"
    said += f"{FORMAL[jiao]}角" if jiao else ""
    said += f"{'' if jiao else '零'}{FORMAL[fen]}分" if fen else ""
    found = sums(text := plain(f"欠款{said}未付").text, quantities(text))
    assert [yuan_said * 100 + jiao * 10 + fen] == [found[0].value.low]
