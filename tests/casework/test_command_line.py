"""What officers type behind a command."""

from datetime import date

import pytest

from casework.command_line import read_arguments
from casework.conversation_state import Answer
from casework.forms import Answers, Hearing
from casework.meaning import Intent, Meaning, MoneyRange, Reading
from casework.money import yuan
from casework.officer_forms import OFFICER_FORMS

TODAY = date(2026, 11, 23)
KNOWN: dict[str, Answer] = {
    "today": TODAY,
    "prefix": "JX",
    "units": ("HOUS|区住建局", "ST-03|重庆路街道办事处"),
    "officers": ("id-2|HOUS-2",),
}
NUMBER = "JX2026-0000001-9"


def read(command: str, line: str, **more: Answer) -> Answers:
    """The answers behind a command, without what was known before."""
    silent = Meaning(text=line, readings=(Reading(intent=Intent.UNKNOWN, confidence=1.0),))
    known = {**KNOWN, **more}
    found = read_arguments(OFFICER_FORMS[command], Hearing(meaning=silent, text=line), known)
    return {key: value for key, value in found.items() if key not in KNOWN}


@pytest.mark.parametrize(
    "line",
    [
        f"{NUMBER} 王经理 5000 12-01",
        f"12月1日 {NUMBER} 5,000元 王经理",
        "1 王经理 0.5万 2026-12-01",
    ],
)
def test_arguments_may_stand_in_any_order(line: str) -> None:
    """A promise is who, how much and when, however it is typed."""
    assert {
        "case": NUMBER,
        "promise_who": "王经理",
        "promise_sum": MoneyRange(low=yuan(5000), high=yuan(5000)),
        "promise_day": date(2026, 12, 1),
    } == read("promise", line)


def test_a_short_number_is_this_years() -> None:
    """The first word of the line may be the running number alone."""
    assert {"case": NUMBER, "note_text": "已到现场"} == read("note", "1 已到现场")


def test_behind_a_card_a_number_is_no_case() -> None:
    """Where the case is known already, 5000 is a sum."""
    found = read("promise", "5000 王经理 12-01", case=NUMBER)

    assert (NUMBER, yuan(5000)) == (found["case"], _low(found["promise_sum"]))


def _low(value: Answer) -> int:
    assert isinstance(value, MoneyRange)
    return value.low


def test_a_mistyped_number_is_not_another_case() -> None:
    """A check character that does not fit is said, not guessed around."""
    assert "!wrong" == read("case", "JX2026-0000001-8")["case"]


def test_a_day_without_a_year_lies_ahead() -> None:
    """01-05 typed in November is next January; a document's day lies behind."""
    assert date(2027, 1, 5) == read("visit", "1 01-05 查工资表")["visit_day"]
    assert date(2026, 1, 5) == read("doc", "1 答复 01-05 涧人社〔2026〕1号")["doc_day"]


def test_a_unit_is_named_by_code_or_name() -> None:
    """Both mean the same unit, and what is left is the reason."""
    for said in ("ST-03", "重庆路街道办事处"):
        found = read("route", f"1 {said} 属地不同")
        assert ("ST-03", "属地不同") == (found["unit"], found["route_reason"])


def test_an_impossible_day_is_asked_again() -> None:
    """The thirtieth of February is no day."""
    assert "visit_day" not in read("visit", "1 02-30 看看")
