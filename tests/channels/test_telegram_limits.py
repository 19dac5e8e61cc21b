"""How texts are made to fit what Telegram takes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import telegram_limits as api
from bot.channels.channel import FileToSend
from bot.channels.rendered import Rendered, RenderedButton
from casework.transport import Fate

ANY_TEXT = st.text(st.characters(), max_size=300)
LIVELY = st.text(st.sampled_from("好a 。，\n😀\u0301\u200d\ufe0f"), max_size=200)


def _squeezed(text: str) -> str:
    return "".join(text.split())


@given(LIVELY, st.integers(min_value=2, max_value=40))
def test_split_fits_and_loses_nothing(text: str, limit: int) -> None:
    """Every part fits, none is empty, and together they are the text, blanks aside."""
    parts = api.split(text, limit)

    assert all(api.units(part) <= limit for part in parts)
    assert _squeezed(text) == _squeezed("".join(parts))
    assert all(parts) or parts == (text,)


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("短", 10, ("短",)),
        ("第一行\n第二行更长", 8, ("第一行", "第二行更长")),
        ("先说这个。再说那个", 8, ("先说这个。", "再说那个")),
        ("一二三，四五六七", 6, ("一二三，", "四五六七")),
        ("one two three", 8, ("one two", "three")),
        ("二" * 9, 4, ("二二二二", "二二二二", "二")),
        ("😀" * 3, 4, ("😀😀", "😀")),
    ],
)
def test_borders(text: str, limit: int, parts: tuple[str, ...]) -> None:
    """A line's end is the best border, then a sentence's, a comma's, a word's."""
    assert parts == api.split(text, limit)


def test_split_keeps_a_joined_emoji_together() -> None:
    """A family is not torn apart where another border is near."""
    family = "👨\u200d👩\u200d👧"

    parts = api.split("好好好好" + family, 10)

    assert ("好好好好", family) == parts


@given(ANY_TEXT)
def test_clean_is_never_refused(text: str) -> None:
    """What is left can be encoded, is visible, and is clean already."""
    cleaned = api.clean(text)

    cleaned.encode()
    assert any(api.visible(character) for character in cleaned)
    assert not any(unicodedata.category(c) == "Cc" for c in cleaned if c not in "\n\t")
    assert cleaned == api.clean(cleaned)


def test_units_are_those_of_utf_16() -> None:
    """An emoji counts twice."""
    assert api.units("好😀a") == 4


@pytest.mark.parametrize(
    ("text", "texts"),
    [("说明", ["说明"]), ("", [""]), ("字" * 1024, ["字" * 1024]), ("😀" * 513, ["", "😀" * 513])],
)
def test_messages_with_a_file(text: str, texts: list[str]) -> None:
    """A text that fits is the caption; one that does not follows the file."""
    file = FileToSend(name="a.pdf", media_type="application/pdf", content=b"%PDF")

    parts = api.messages(Rendered(text=text), file)

    assert texts == [part.text for part in parts]
    assert [True, False][: len(parts)] == [part.file is not None for part in parts]


def test_buttons_are_on_the_last_part_only() -> None:
    """Whoever has read to the end finds them there; an empty row is none."""
    button = RenderedButton(label="好\x00", data="ok")
    rendered = Rendered(text="字" * 5000, buttons=((), (button,)))

    first, last = api.messages(rendered, None)

    assert first.buttons == ()
    assert ((RenderedButton(label="好", data="ok"),),) == last.buttons


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        (403, Fate.BLOCKED),
        (400, Fate.DEAD),
        (413, Fate.DEAD),
        (401, Fate.RETRY),
        (404, Fate.RETRY),
        (409, Fate.RETRY),
        (500, Fate.RETRY),
        (429, Fate.RETRY),
    ],
)
def test_fate(status: int, fate: Fate) -> None:
    """What is the person's, what is the message's, what is ours or Telegram's."""
    assert fate is api.fate(status, "Bad Request: whatever").fate
