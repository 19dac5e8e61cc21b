"""The same facts as people of many trades say them: counted together, written otherwise, half said."""

import pytest

from casework.meaning import CountRange, FactName, Meaning, MoneyRange, WageRate
from casework.money import yuan
from nlu.interpreter import LocalInterpreter
from nlu.normalise import plain
from tests.nlu.test_first_messages import DAY

INTERPRETER = LocalInterpreter()


def read(text: str) -> Meaning:
    """What is understood on the day of the tests."""
    return INTERPRETER.read(text, DAY)


def amount(text: str) -> MoneyRange | None:
    """The sum that is owed."""
    fact = read(text).first(FactName.AMOUNT)
    if fact is None:
        return None
    assert isinstance(fact.value, MoneyRange)
    return fact.value


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("我和三个工友干完活，老板一分钱没给", 4),
        ("我跟另外两个老乡的工资都没发", 3),
        ("饭店欠7个厨师和2个服务员工资", 9),
        ("幼儿园欠我们5个老师、3个保育员工资没发", 8),
    ],
)
def test_who_is_counted_together(text: str, people: int) -> None:
    """The one who writes counts, and so does every trade; the number is marked as computed."""
    fact = read(text).first(FactName.HEADCOUNT)
    assert fact is not None
    assert CountRange(low=people, high=people) == fact.value
    assert fact.computed


@pytest.mark.parametrize(
    ("text", "folded"),
    [("老闆欠我兩萬八千塊錢工資", "老板欠我两万八千块钱工资"), ("還沒發", "还没发")],
)
def test_traditional_characters_are_read(text: str, folded: str) -> None:
    """A phone from the south writes the same."""
    assert plain(text).text == folded


def test_a_sum_in_traditional_characters() -> None:
    """Sum and intent alike."""
    assert amount("老闆欠我兩萬八千塊錢工資") == MoneyRange(low=yuan(28_000), high=yuan(28_000))


@pytest.mark.parametrize(
    "text",
    [
        "一个月生活费800，工资一直没发",
        "每月房租600都交不起了，老板不发工资",
    ],
)
def test_what_life_costs_is_no_wage(text: str) -> None:
    """Neither a wage rate nor what is owed."""
    meaning = read(text)
    assert meaning.first(FactName.WAGE_RATE) is None
    assert meaning.first(FactName.AMOUNT) is None


def test_a_wage_by_the_piece() -> None:
    """A rider's order, a teacher's lesson."""
    fact = read("送一单5块钱，老板两个月没给结工资").first(FactName.WAGE_RATE)
    assert fact is not None
    value = MoneyRange(low=yuan(5), high=yuan(5))
    assert WageRate(amount=value, per="piece") == fact.value


def test_a_lone_surrogate_is_one_character() -> None:
    """Half of a sign from a broken keyboard moves no fact."""
    text = "\ud83d老板欠我3000元"
    fact = read(text).first(FactName.AMOUNT)
    assert fact is not None
    assert text[fact.start : fact.end] == fact.text
