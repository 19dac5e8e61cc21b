"""Case numbers: checked, so that a slip of the finger never opens somebody else's case."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import BadValue
from casework.numbers import case_number, check_character, find_case_number, parse_case_number

sequences = st.integers(min_value=1, max_value=9_999_999)
years = st.integers(min_value=2020, max_value=2099)


def test_check_character_is_that_of_the_standard() -> None:
    """ISO 7064 MOD 11-2, by the public example of an identifier that uses it."""
    assert "7" == check_character("000000021825009")


@given(year=years, sequence=sequences)
def test_what_is_given_out_is_read_again(year: int, sequence: int) -> None:
    """Full width, missing dashes and small letters mean the same number."""
    number = case_number("JX", year, sequence)
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in number)

    for typed in (number, number.lower(), number.replace("-", ""), number.replace("-", " "), wide):
        assert number == parse_case_number(typed)


@given(year=years, sequence=sequences, place=st.integers(0, 10), digit=st.integers(0, 9))
def test_one_wrong_digit_is_refused(year: int, sequence: int, place: int, digit: int) -> None:
    """Every single wrong digit is caught."""
    digits = f"{year:04d}{sequence:07d}"
    wrong = digits[:place] + str(digit) + digits[place + 1 :]
    check = check_character(digits)
    if wrong == digits:
        return

    with pytest.raises(BadValue):
        parse_case_number(f"JX{wrong[:4]}-{wrong[4:]}-{check}")


@given(year=years, sequence=sequences, place=st.integers(0, 9))
def test_two_swapped_digits_are_refused(year: int, sequence: int, place: int) -> None:
    """Every swap of neighbours is caught."""
    digits = f"{year:04d}{sequence:07d}"
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    if swapped == digits:
        return

    with pytest.raises(BadValue):
        parse_case_number(f"JX{swapped[:4]}-{swapped[4:]}-{check_character(digits)}")


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """Nothing but BadValue, whatever is typed; what is found somewhere has the shape of one."""
    found = find_case_number(text)
    with contextlib.suppress(BadValue):
        assert parse_case_number(text)
        assert found is not None


def test_a_year_has_room_for_its_cases_only() -> None:
    """The ten-millionth case of a year has no number."""
    with pytest.raises(BadValue):
        case_number("JX", 2026, 10_000_000)
