"""What officers type behind a command: each argument is found by its shape, the rest is text.

``/promise 王经理 5000 12-01`` and ``/promise 12-01 王经理 5000`` mean the same.
"""

import re
from collections.abc import Callable
from datetime import date

from casework.errors import BadValue
from casework.forms import Answers, Form, Hearing, Option, Pick, Picked
from casework.meaning import FactName, MoneyRange
from casework.money import Fen
from casework.numbers import case_number as number_of
from casework.numbers import parse_case_number
from casework.picking import best

SHORTEST_PART = 3
"""Letters of a unit's name that may stand for all of it."""

_CASE = re.compile(r"[A-Za-z]{2,6}\s?\d{4}[-－—]?\d{7}[-－—]?[\dXx]")
_SHORT = re.compile(r"\s*#?(\d{1,7})(?!\S)")
_ISO = re.compile(
    r"(?<![\d.])(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})|(\d{1,2})[-/月](\d{1,2}))[日号]?(?!\d)"
)
_SUM = re.compile(
    r"(?<![\d.-])(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*(万)?\s*(?:元|块)?(?![\d-])"
)


def case_number(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A full number; or, while no case is known, this year's running number as the first word."""
    del is_open
    match = _CASE.search(hearing.text)
    if match:
        try:
            return Picked(
                value=parse_case_number(match.group()), start=match.start(), end=match.end()
            )
        except BadValue:
            return Picked(value="!wrong", start=match.start(), end=match.end())
    prefix, today = answers.get("prefix"), answers.get("today")
    short = _SHORT.match(hearing.text)
    if short is None or not isinstance(today, date) or "case" in answers:
        return None
    sequence = int(short.group(1))
    value = number_of(str(prefix), today.year, sequence) if sequence else "!wrong"
    return Picked(value=value, start=short.start(), end=short.end())


def day(*, future: bool = True) -> Pick:
    """A day: ``2026-12-01``, ``12-01``, 12月1日, or words (明天) when it was asked for."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        today = answers.get("today")
        match = _ISO.search(hearing.text)
        if match and isinstance(today, date):
            value = _date(match, today, future=future)
            return Picked(value=value, start=match.start(), end=match.end()) if value else None
        found = best(hearing, FactName.DATE, at_least=0.5) if is_open else None
        if found is None:
            return None
        at = max(hearing.text.find(found.text), 0)
        return Picked(value=found.value, start=at, end=at + len(found.text))

    return pick


def _date(match: re.Match[str], today: date, *, future: bool) -> date | None:
    year = int(match[1]) if match[1] else today.year
    try:
        found = date(year, int(match[2] or match[4]), int(match[3] or match[5]))
        if not match[1] and future and found < today:
            found = found.replace(year=year + 1)
    except ValueError:
        return None
    return found


def money(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A sum in yuan: ``5000``, ``5,000.50``, ``1.2万``, or words when it was asked for."""
    del answers
    match = _SUM.search(_ISO.sub(lambda m: " " * len(m.group()), hearing.text))
    if match:
        whole = int(match[1].replace(",", "")) * 100 + int((match[2] or "0").ljust(2, "0"))
        value = Fen(whole * 10_000 if match[3] else whole)
        return Picked(
            value=MoneyRange(low=value, high=value), start=match.start(), end=match.end()
        )
    if not is_open:
        return None
    for name in (FactName.MONEY, FactName.AMOUNT, FactName.PAID):
        found = best(hearing, name, at_least=0)
        if found is not None and found.text in hearing.text:
            at = hearing.text.index(found.text)
            return Picked(value=found.value, start=at, end=at + len(found.text))
    return None


def one_of(options: Callable[[Answers], tuple[Option, ...]]) -> Pick:
    """One of the options as a word of its own, by value or by any word that means it."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        del is_open
        at = 0
        for token in hearing.text.split():
            at = hearing.text.index(token, at)
            for option in options(answers):
                if token.lower() in {option.value.lower(), *(w.lower() for w in option.words)}:
                    return Picked(value=option.value, start=at, end=at + len(token))
        return None

    return pick


def called(options: Callable[[Answers], tuple[Option, ...]]) -> Pick:
    """One of the options by a part of its name that fits no other: 住建局 is 区住建局."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        exact = one_of(options)(hearing, is_open, answers)
        if exact is not None or not hearing.text.split():
            return exact
        word = hearing.text.split()[0]
        meant = [o for o in options(answers) if any(word in name for name in o.words)]
        if len(word) < SHORTEST_PART or len(meant) != 1:
            return None
        at = hearing.text.index(word)
        return Picked(value=meant[0].value, start=at, end=at + len(word))

    return pick


def rest(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """Whatever is left: an officer's own words."""
    del answers
    text = hearing.text.strip()
    if not is_open or not text:
        return None
    return Picked(value=text[:3000], start=0, end=len(hearing.text))


def read_arguments(form: Form, hearing: Hearing, known: Answers) -> Answers:
    """The answers that the words behind a command give; typed ones first, text last."""
    answers, text = dict(known), hearing.text
    typed = [q for q in form.questions if q.pick is not rest]
    words = [q for q in form.questions if q.pick is rest]
    for question in (*typed, *words[:1]):
        known_already = question.id in answers and question.id != "case"
        if known_already or not question.applies(answers):
            continue
        picked = question.pick(Hearing(meaning=hearing.meaning, text=text), True, answers)
        if picked is not None:
            answers[question.id] = picked.value
            text = f"{text[: picked.start]} {text[picked.end :]}".strip()
    return answers
