"""Phones, identity numbers, case numbers and codes with their checks and look-alikes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import BadValue
from casework.meaning import FactName
from casework.numbers import case_number
from nlu.identifiers import identity_number
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)
INTERPRETER = LocalInterpreter(model=None)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def values(text: str, name: FactName) -> list[object]:
    return [fact.value for fact in INTERPRETER.read(text, ON).all(name)]


def identity(born: date, serial: int) -> str:
    body = f"410305{born:%Y%m%d}{serial:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


@pytest.mark.parametrize(
    "written",
    [
        "13812345678",
        "138-1234-5678",
        "138 1234 5678",
        "138 12345678",
        "+86 138 1234 5678",
        "８６１３８１２３４５６７８",
        "电话13812345678谢谢",
        "１３８１２３４５６７８",
        "我电话是138-1234-5678，老板电话不知道",
    ],
)
def test_phone(written: str) -> None:
    """Spaces, dashes, full width and the country code make no difference."""
    assert ["13812345678"] == values(written, FactName.PHONE)


@pytest.mark.parametrize(
    "written",
    [
        "1381234567",
        "138123456789",
        "12812345678",
        "卡号6222021381234567890",
        "卡号6217 0000 1200 3457 891",
        "订单号13812345678901",
        "欠13800元",
        "23812345678",
    ],
)
def test_no_phone(written: str) -> None:
    """A wrong length, a bank card or a sum is no phone."""
    assert [] == values(written, FactName.PHONE)


def test_wrong_length_is_a_number() -> None:
    """Ten digits stay a number, so that the conversation can ask again."""
    assert [] != values("1381234567", FactName.NUMBER)


@given(st.dates(date(1950, 1, 1), date(2010, 12, 31)), st.integers(0, 999))
def test_identity_number(born: date, serial: int) -> None:
    """A right number is found in a text and never taken for a phone or a sum."""
    number = identity(born, serial)
    meaning = INTERPRETER.read(f"我身份证{number}，欠我三万", ON)
    assert [number] == [fact.value for fact in meaning.all(FactName.ID_NUMBER)]
    assert [] == list(meaning.all(FactName.PHONE))


@given(st.dates(date(1950, 1, 1), date(2010, 12, 31)), st.integers(0, 999), st.integers(0, 16))
def test_one_wrong_digit(born: date, serial: int, at: int) -> None:
    """Any single wrong digit is refused."""
    number = identity(born, serial)
    wrong = number[:at] + str((int(number[at]) + 1) % 10) + number[at + 1 :]
    with pytest.raises(BadValue):
        identity_number(wrong)
    assert [] == values(f"身份证{wrong}", FactName.ID_NUMBER)


@given(st.integers(1, 9_999_999))
def test_case_number(sequence: int) -> None:
    """Small letters, missing dashes and full width are the same case."""
    number = case_number("JX", 2026, sequence)
    wide = number.translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)})
    for written in (number, number.lower(), number.replace("-", ""), wide, f"查一下{number}"):
        assert [number] == values(written, FactName.CASE_NUMBER), written


def test_mistyped_case_number() -> None:
    """A number whose check does not fit is not taken for anybody's case."""
    number = case_number("JX", 2026, 123)
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    assert [] == values(wrong, FactName.CASE_NUMBER)


def test_query_code() -> None:
    """Six digits, surely only beside a case number or the word for it."""
    number = case_number("JX", 2026, 123)
    assert ["123456"] == values("查询码123456", FactName.QUERY_CODE)
    assert ["123456"] == values(f"{number} 123456", FactName.QUERY_CODE)
    assert ["654321"] == values("654321", FactName.QUERY_CODE)
    assert [] == values("欠我工资123456元", FactName.QUERY_CODE)
