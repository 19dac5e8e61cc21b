"""People and months."""

from datetime import date

import pytest

from casework.meaning import CountRange, FactName
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter(model=None)


def best(interpreter: LocalInterpreter, text: str, name: FactName) -> tuple[float, float] | None:
    fact = interpreter.read(text, ON).first(name)
    if fact is None or fact.confidence < 0.5:
        return None
    assert isinstance(fact.value, CountRange)
    return fact.value.low, fact.value.high


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("欠我们12个人的工资", 12),
        ("全班一共有20人", 20),
        ("欠着40多位员工的工资", 40),
        ("还有47名农民工没拿到钱", 47),
        ("我们哥仨的钱没给", 3),
        ("我们俩都没拿到工资", 2),
        ("二十多个工友", 20),
        ("就我一个人", 1),
        ("工人近50人", 50),
        ("我们班组一共15人", 15),
        ("带着七八个老乡干的，一共10个人没拿到钱", 10),
        ("12 people have not been paid", 12),
    ],
)
def test_people(interpreter: LocalInterpreter, text: str, people: float) -> None:
    """How many are owed."""
    found = best(interpreter, text, FactName.HEADCOUNT)
    assert found is not None
    assert people == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "每人两千",
        "一个人三千",
        "家里有三个孩子",
        "干了五个月",
        "第三个老板",
        "三个项目",
        "住221号",
    ],
)
def test_no_people(interpreter: LocalInterpreter, text: str) -> None:
    """Children, rates, months and house numbers are nobody who is owed."""
    assert best(interpreter, text, FactName.HEADCOUNT) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("拖欠我三个月工资", 3),
        ("一个半月的工资没给", 1.5),
        ("欠了两个半月", 2.5),
        ("半年没发工资了", 6),
        ("拖欠工资一年半", 18),
        ("工资拖了一年零三个月", 15),
        ("欠我两月工资", 2),
        ("欠薪两年", 24),
        ("6或7个月没发工资", 6),
        ("三个月", 3),
        ("工资拖欠近两年", 24),
        ("给他干了一年多没有给过钱", 12),
        ("not paid for 3 months, he owes 3 months", 3),
    ],
)
def test_months_owed(interpreter: LocalInterpreter, text: str, months: float) -> None:
    """For how many months wages are owed or overdue."""
    found = best(interpreter, text, FactName.MONTHS)
    assert found is not None
    assert months == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "我在厂里上了两年班",
        "试用期三个月",
        "奖金两个月结算一次",
        "签了一年合同",
        "在那里上了3年多班，也没给我交保险",
        "孩子三个月大",
    ],
)
def test_length_of_service_is_no_debt(interpreter: LocalInterpreter, text: str) -> None:
    """How long somebody worked is not how long wages are owed."""
    assert best(interpreter, text, FactName.MONTHS) is None
