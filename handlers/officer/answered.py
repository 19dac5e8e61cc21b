"""What a finished form of an officer says, as the types that use cases take."""

from datetime import date

from casework.forms import Answers
from casework.meaning import MoneyRange
from casework.money import ZERO, Fen


def text(answers: Answers, name: str) -> str:
    """Words; empty where nothing was said."""
    return str(answers.get(name) or "")


def day(answers: Answers, name: str) -> date:
    """A day that the form asked for."""
    value = answers[name]
    assert isinstance(value, date)  # noqa: S101 — the form asked for a day
    return value


def day_or_none(answers: Answers, name: str) -> date | None:
    """A day, or None where there is none."""
    value = answers.get(name)
    return value if isinstance(value, date) else None


def fen(answers: Answers, name: str) -> Fen:
    """A sum; zero where none was said."""
    value = answers.get(name)
    return value.low if isinstance(value, MoneyRange) else ZERO
