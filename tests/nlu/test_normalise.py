"""The plain form of a text and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.normalise import HEAD, TAIL, plain


def test_folds() -> None:
    """Full width, circles for zero, traditional sums and dashes become plain."""
    assert "欠我3万零5百元-没给" == plain("欠我３萬○５百圓—没给").text


def test_look_alikes_beside_digits() -> None:
    """l8年 and 3一4月 are what was meant; a word keeps its letters."""
    assert "18年3-4月 hello" == plain("l8年3一4月 hello").text


@pytest.mark.parametrize("text", ["㈶", "㊖", "㍿", "﷽"])
def test_a_sign_of_several_characters_is_folded_once(text: str) -> None:
    """㈶ holds a traditional character: it is simplified at once, not the second time."""
    once = plain(text).text
    assert once == plain(once).text


@given(st.text(alphabet=st.characters(), max_size=200))
def test_twice_is_once(text: str) -> None:
    """Making plain twice changes nothing."""
    once = plain(text).text
    assert once == plain(once).text


@given(st.text(alphabet=st.characters(), max_size=200))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    """Spans of the plain text are spans of the text as sent, in order."""
    found = plain(text)
    assert len(found.text) == len(found.origin)
    assert list(found.origin) == sorted(found.origin)
    for at in range(len(found.text)):
        start, end = found.raw_span(at, at + 1)
        assert 0 <= start < end <= len(text)


def test_a_long_message_is_read_at_both_ends() -> None:
    """The phone at the end of a long story is not lost."""
    text = "欠我三万" + "啊" * 20_000 + "电话13812345678"
    found = plain(text)
    assert HEAD + TAIL + 1 == len(found.text)
    at = found.text.index("13812345678")
    start, end = found.raw_span(at, at + 11)
    assert "13812345678" == text[start:end]
