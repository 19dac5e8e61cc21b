"""What one message comes to: intent and facts together."""

from datetime import date

import pytest

from casework.meaning import CountRange, FactName, Intent, Meaning, MoneyRange, Period
from casework.money import yuan
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter()


def amounts(meaning: Meaning) -> list[MoneyRange]:
    return [f.value for f in meaning.all(FactName.AMOUNT) if isinstance(f.value, MoneyRange)]


def exactly(amount: int) -> MoneyRange:
    return MoneyRange(low=yuan(amount), high=yuan(amount))


def test_full_message(interpreter: LocalInterpreter) -> None:
    """One message gives site, boss, people, sum per person, total and period."""
    meaning = interpreter.read(
        "我在涧西区天津路金科城二期工地干活，老板王建国欠我们12个人工资，每人两千，去年10月到今年3月",
        ON,
    )

    assert Intent.COMPLAINT is meaning.intent
    assert [exactly(24_000)] == amounts(meaning)
    assert meaning.all(FactName.AMOUNT)[0].computed
    boss = meaning.first(FactName.EMPLOYER)
    assert boss is not None
    assert (boss.value, boss.role) == ("王建国", "person")
    people = meaning.first(FactName.HEADCOUNT)
    assert people is not None
    assert CountRange(low=12, high=12) == people.value
    period = meaning.first(FactName.PERIOD)
    assert period is not None
    assert Period(start="2025-10", end="2026-03") == period.value


def test_payment_is_no_correction(interpreter: LocalInterpreter) -> None:
    """「给了五千」 is a payment that arrived."""
    for text in ("给了五千", "老板给了我五千"):
        meaning = interpreter.read(text, ON)
        assert Intent.PAID is meaning.intent, text
        assert [exactly(5000)] == [f.value for f in meaning.all(FactName.PAID)], text
        assert amounts(meaning) == [], text


def test_pressure_is_no_withdrawal(interpreter: LocalInterpreter) -> None:
    """「撤了才给钱」 is pressure by the boss."""
    assert Intent.PRESSURE is interpreter.read("撤了才给钱", ON).intent


def test_old_value_is_no_fact(interpreter: LocalInterpreter) -> None:
    """「不是两万八，是三万」 corrects: the old sum is not among the facts."""
    meaning = interpreter.read("不是两万八，是三万", ON)

    assert Intent.CORRECT is meaning.intent
    assert [exactly(30_000)] == amounts(meaning)


def test_danger_keeps_the_facts(interpreter: LocalInterpreter) -> None:
    """Danger is told beside the complaint and its sum."""
    meaning = interpreter.read("要跳楼了，老板欠我三万不给", ON)

    assert Intent.DANGER is meaning.intent
    assert meaning.means(Intent.COMPLAINT)
    assert [exactly(30_000)] == amounts(meaning)


@pytest.mark.parametrize("text", ["急死了", "真要命", "累死了", "热死了", "气死我了"])
def test_despair_alone_is_no_danger(interpreter: LocalInterpreter, text: str) -> None:
    """Everyday exaggeration calls no duty officer."""
    assert not interpreter.read(text, ON).means(Intent.DANGER)


def test_bare_number_has_every_reading(interpreter: LocalInterpreter) -> None:
    """A bare 12 may be a sum, people, months or a day; none of it is certain."""
    meaning = interpreter.read("12", ON)

    assert {
        FactName.NUMBER,
        FactName.MONEY,
        FactName.HEADCOUNT,
        FactName.MONTHS,
        FactName.DATE,
    } <= {fact.name for fact in meaning.facts}
    assert all(f.confidence <= 0.5 for f in meaning.facts if f.name is not FactName.NUMBER)


async def test_interpret_is_read(interpreter: LocalInterpreter) -> None:
    """The port and the plain function give the same meaning."""
    assert interpreter.read("欠我三万", ON) == await interpreter.interpret("欠我三万", on=ON)
