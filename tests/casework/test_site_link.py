"""The link at the gate: what it carries comes back, and nothing breaks it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import BadValue
from casework.site_link import MOST, site_code, site_link, start_words


def test_a_plain_code_can_be_read_in_the_link() -> None:
    """Whoever looks at the address sees the code of the poster."""
    assert site_link("qingxin_bot", "JX-P012") == "https://t.me/qingxin_bot?start=site_JX-P012"


@given(st.text(min_size=1, max_size=14))
def test_every_code_comes_back(code: str) -> None:
    """Chinese, spaces, brackets: an office's codes are what they are."""
    words = start_words(code)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", words)
    assert site_code(words) == code


@pytest.mark.parametrize("code", ["", "P" * (MOST - 4), "工" * 20])
def test_a_code_that_no_link_can_carry_is_refused(code: str) -> None:
    """A poster whose code leads nowhere must not hang anywhere."""
    with pytest.raises(BadValue, match="too long"):
        start_words(code)


@given(st.text(max_size=80))
def test_nothing_that_is_scanned_breaks_it(words: str) -> None:
    """A torn poster, another poster, somebody playing."""
    for prefix in ("", "site_", "site64_"):
        assert site_code(prefix + words) != ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", None),
        ("hello", None),
        ("site_", None),
        ("site64_", None),
        ("site64_!!", "!!"),
        ("site64__w", "_w"),
        ("site_p012 ", "p012"),
    ],
)
def test_what_carries_no_code(words: str, code: str | None) -> None:
    """What cannot be read is looked up as it stands, and not found."""
    assert site_code(words) == code
