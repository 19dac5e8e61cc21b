"""What officers write about a rights board, and what becomes of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.board_forms import NUMBERED, about_the_site, missing_of
from casework.boards import BoardItem
from casework.command_line import read_arguments
from casework.conversation_state import Answer
from casework.forms import Answers, Hearing
from casework.meaning import Intent, Meaning, Reading
from casework.officer_forms import OFFICER_FORMS

TODAY = date(2026, 11, 23)


def read(line: str, sure: str = "P101", **more: Answer) -> Answers:
    """The answers of a typed line."""
    reading = Reading(intent=Intent.UNKNOWN, confidence=1.0)
    hearing = Hearing(meaning=Meaning(text=line, readings=(reading,)), text=line)
    known: dict[str, Answer] = {"today": TODAY, "site_sure": sure, **more}
    return read_arguments(OFFICER_FORMS["board"], hearing, known)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("P101 缺 1 3", (BoardItem.PARTIES, BoardItem.PAY_DAY)),
        ("P101 11-20 缺：7、2", (BoardItem.MINIMUM_WAGE, BoardItem.DEPOSIT)),
        ("P101 今天 缺最低工资和保证金", (BoardItem.MINIMUM_WAGE, BoardItem.DEPOSIT)),
        ("锦绣涧河二期 缺 6", (BoardItem.LEGAL_AID,)),
        ("P101 没挂", (BoardItem.BOARD,)),
        ("P101 都齐了", ()),
    ],
)
def test_what_is_missing(line: str, items: tuple[BoardItem, ...]) -> None:
    """By number, by name, all of it or nothing."""
    answers = read(line)
    assert "board_missing" in answers
    assert items == missing_of(answers["board_missing"])
    assert "P101" == answers["board_site"]


@pytest.mark.parametrize(
    "line", ["P101", "P101 缺 9", "P101 缺 1 什么", "P101 挺好", "", "P101 缺"]
)
def test_what_is_not_understood_is_asked(line: str) -> None:
    """A number that is none, words that name nothing: never half of it."""
    assert "board_missing" not in read(line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("P101 11-20", date(2026, 11, 20)),
        ("P101 今天", "today"),
        ("P101 2025-12-31", date(2025, 12, 31)),
    ],
)
def test_the_day(line: str, day: Answer) -> None:
    """Typed, or today."""
    assert day == read(line)["board_day"]


@pytest.mark.parametrize("line", ["P101 11-24", "P101 2027-01-01", "P101 13-40", "P101"])
def test_a_day_that_has_not_come_is_asked(line: str) -> None:
    """Nobody has looked tomorrow."""
    assert "board_day" not in read(line)


def test_photos_that_came_with_the_line() -> None:
    """They are the answer; without any it is asked."""
    assert ("a",) == read("P101", held=("a",))["board_photo"]
    assert "board_photo" not in read("P101", held=())


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("P101 缺 1 3", "P101"),
        ("涧禾中学 11-20 缺最低工资", "涧禾中学"),
        ("锦绣涧河二期 今天 没挂", "锦绣涧河二期"),
        ("少年宫改造 都齐了", "少年宫改造"),
        ("LY-2026-031 缺 1", "LY-2026-031"),
        ("缺 1 3", ""),
    ],
)
def test_the_words_for_the_site(line: str, site: str) -> None:
    """Without the day and what is missing; a name that only looks like it stays whole."""
    assert site == about_the_site(line)


@given(st.sets(st.integers(1, len(NUMBERED)), min_size=1))
def test_every_set_of_numbers_is_read(numbers: set[int]) -> None:
    """In any order, with any mark between."""
    line = "P101 缺 " + "、".join(map(str, numbers))
    assert {NUMBERED[n - 1] for n in numbers} == {*missing_of(read(line)["board_missing"])}


@given(st.text(max_size=40))
def test_no_line_breaks_it(line: str) -> None:
    """Whatever is typed."""
    missing_of(read(line).get("board_missing"))
    about_the_site(line)
