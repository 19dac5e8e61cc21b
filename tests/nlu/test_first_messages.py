"""First messages as they were typed while trying the bot: the facts that matter are read."""

from datetime import date

import pytest

from casework.meaning import CountRange, FactName, Intent, MoneyRange, WageRate
from casework.money import yuan
from nlu.interpreter import LocalInterpreter

DAY = date(2026, 11, 23)
INTERPRETER = LocalInterpreter(known_projects=("青禾幼儿园", "安居新苑"))


def test_a_headcount_between_debt_and_sum_hides_nothing() -> None:
    """欠我们5个人工资两万八 is a debt, not a wage."""
    meaning = INTERPRETER.read("王老板欠我们5个人工资两万八，3个月没发了", DAY)

    amount = meaning.first(FactName.AMOUNT)
    assert amount is not None
    assert MoneyRange(low=yuan(28_000), high=yuan(28_000)) == amount.value


def test_one_man_alone_is_not_each_of_several() -> None:
    """欠他一个人8000元: one worker, and that is the sum."""
    meaning = INTERPRETER.read("欠他一个人8000元，两个月", DAY)

    amount, people = meaning.first(FactName.AMOUNT), meaning.first(FactName.HEADCOUNT)
    assert amount is not None
    assert people is not None
    assert MoneyRange(low=yuan(8000), high=yuan(8000)) == amount.value
    assert CountRange(low=1, high=1) == people.value


def test_a_monthly_wage_is_not_the_debt() -> None:
    """Two months at six thousand and nothing paid: six thousand is not what is owed."""
    meaning = INTERPRETER.read("干了两个月活，一个月六千，一分没给", DAY)

    assert meaning.first(FactName.AMOUNT) is None
    rate = meaning.first(FactName.WAGE_RATE)
    assert rate is not None
    value = MoneyRange(low=yuan(6000), high=yuan(6000))
    assert WageRate(amount=value, per="month") == rate.value


@pytest.mark.parametrize(
    ("text", "people"),
    [("人数不对，是13个人", 13), ("我是班组长，带着12个人干活，一共欠86000", 12)],
)
def test_people_are_counted_where_they_are_named(text: str, people: int) -> None:
    """A correction of the number, and a foreman's team."""
    fact = INTERPRETER.read(text, DAY).first(FactName.HEADCOUNT)

    assert fact is not None
    assert fact.confidence >= 0.6
    assert CountRange(low=people, high=people) == fact.value


def test_a_name_of_the_ledger_is_the_site() -> None:
    """A kindergarten that is being built employs nobody yet."""
    meaning = INTERPRETER.read("老李在青禾幼儿园工地干活，欠8000元，两个月", DAY)

    project = meaning.first(FactName.PROJECT)
    assert project is not None
    assert str(project.value).startswith("青禾幼儿园")
    assert meaning.first(FactName.EMPLOYER) is None


def test_a_name_of_the_ledger_keeps_its_part() -> None:
    """二期 is another site than 一期."""
    project = INTERPRETER.read("安居新苑二期欠12000元", DAY).first(FactName.PROJECT)

    assert project is not None
    assert "安居新苑二期" == project.value


@pytest.mark.parametrize("text", ["咋还没动静", "怎么一直没消息", "有结果没"])
def test_somebody_who_hears_nothing_asks_how_it_stands(text: str) -> None:
    """Said in the words of people who wait."""
    assert Intent.ASK_STATUS is INTERPRETER.read(text, DAY).intent
