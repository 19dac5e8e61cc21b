"""Every question a worker may be asked, and the forms they belong to."""

from collections.abc import Mapping

from casework.conversation_state import Answer
from casework.forms import SURE, Answers, Hearing, Option, Picked
from casework.meaning import CountRange, FactName, Intent, MoneyRange
from casework.messages import Arg, Money, Words
from casework.people import phone_in_groups
from casework.picking import (
    best,
    fact,
    free_text,
    option,
    words_of,
)

MOST_PEOPLE = 5000
MOST_MONTHS = 240
PHONE_DIGITS = 11
SHORTEST_ODD_PHONE = 7
LONGEST_NAME = 12


def label(key: str, **args: Arg) -> Words:
    """The label of a button."""
    return Words(key=key, args=args)


def options(*rows: tuple[str, str, tuple[str, ...]]) -> tuple[Option, ...]:
    return tuple(Option(value=v, label=label(k), words=w) for v, k, w in rows)


PLACE_KINDS = options(
    ("site", "place-site", ("工地", "盖楼", "修路", "装修", "site")),
    ("factory", "place-factory", ("厂里", "工厂", "厂", "车间", "factory")),
    ("shop", "place-shop", ("店里", "饭店", "超市", "店", "shop", "restaurant")),
    ("other", "place-other", ("别的", "其他", "其它", "other")),
)

CHANGES = options(
    ("site", "field-site", ("工地", "site")),
    ("employer", "field-employer", ("老板", "公司", "单位", "boss", "employer")),
    ("amount", "field-amount", ("钱", "数", "金额", "amount", "sum")),
    ("headcount", "field-headcount", ("人数", "几个人", "people")),
    ("months", "field-months", ("月", "几个月", "months")),
    ("name", "field-name", ("名字", "姓名", "name")),
    ("phone", "field-phone", ("电话", "手机", "号码", "phone")),
    ("where", "field-where", ("地方", "位置", "place")),
)


_NO_NAME = frozenset(
    {
        Intent.AFFIRM,
        Intent.DENY,
        Intent.CORRECT,
        Intent.PAID,
        Intent.PROMISED,
        Intent.WITHDRAW,
        Intent.OBJECT,
    }
)
"""Whoever says this does not say a name."""


def phone(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A number of eleven digits; a wrong length is asked about once and then taken as said."""
    found = fact(FactName.PHONE)(hearing, is_open, answers)
    if found is not None or not is_open:
        return found
    digits = "".join(c for c in hearing.text if c.isdigit())
    if hearing.misses and len(digits) >= SHORTEST_ODD_PHONE:
        return Picked(value=digits[:20], end=len(hearing.meaning.text))
    return None


def own_name(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The writer's name; when asked, any short text without digits."""
    found = fact(FactName.PERSON_NAME)(hearing, is_open, answers)
    if found is not None or not is_open:
        return found
    taken = free_text(hearing, is_open, answers)
    if taken is None or not isinstance(taken.value, str):
        return None
    if _told_by_numbers(hearing):
        return None  # 三个月: the answer to another question
    if hearing.meaning.intent in _NO_NAME and hearing.meaning.confidence >= SURE:
        return None
    short = len(taken.value) <= LONGEST_NAME and not any(c.isdigit() for c in taken.value)
    return taken if short else None


def place_kind(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """Where the work is; a named building project means a site."""
    said = fact(FactName.PLACE_KIND)(hearing, is_open, answers)
    if said is not None:
        return said
    if best(hearing, FactName.PROJECT, at_least=0.6) and "place_kind" not in answers:
        return Picked(value="site")
    return option(lambda _: PLACE_KINDS)(hearing, is_open, answers)


def place_said(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The place as said; in answer to the question all of it, for the shop's name helps too."""
    taken = free_text(hearing, is_open, answers)
    if taken and not _told_by_numbers(hearing):
        return taken
    return words_of(FactName.LOCATION)(hearing, is_open, answers)


def _told_by_numbers(hearing: Hearing) -> bool:
    told = {FactName.AMOUNT, FactName.MONTHS, FactName.HEADCOUNT, FactName.PHONE}
    return any(f.name in told and f.confidence >= SURE for f in hearing.meaning.facts)


def site_options(answers: Answers) -> tuple[Option, ...]:
    """At most three projects that may be meant, and 都不是.

    A button carries a number: an office's code may be longer than what a button holds.
    """
    found = answers.get("site_found")
    rows = [str(row).split("|", 1) for row in found] if isinstance(found, tuple) else []
    return (
        *(
            Option(
                value=str(number),
                label=label("label-text", text=name),
                words=(name, name.partition("（")[0], code),
            )
            for number, (code, name) in enumerate(rows, start=1)
        ),
        Option(
            value="none",
            label=label("label-none-of-these"),
            words=("都不是", "不是", "没有", "none"),
        ),
    )


def case_options(answers: Answers) -> tuple[Option, ...]:
    """The person's cases, the newest first (``cases`` holds ``id|number`` rows)."""
    cases = answers.get("cases")
    rows = [str(row).split("|", 1) for row in cases] if isinstance(cases, tuple) else []
    return tuple(
        Option(
            value=case_id,
            label=label("label-text", text=number),
            words=(number, number.split("-")[1].lstrip("0")),
        )
        for case_id, number in rows
    )


def is_site(answers: Answers) -> bool:
    """The work is on a building site."""
    return answers.get("place_kind") == "site"


def no_project(answers: Answers) -> bool:
    """No project of the ledger is known: the place has to say who is responsible."""
    return "place_kind" in answers and not answers.get("project")


def has_choice(answers: Answers) -> bool:
    return bool(answers.get("site_found")) and not answers.get("project")


def site_unknown(answers: Answers) -> bool:
    return not answers.get("site")


def is_family(answers: Answers) -> bool:
    return bool(answers.get("family"))


def money_words(value: Answer) -> Words:
    """A sum as said: exact, about, between, or unknown."""
    if not isinstance(value, MoneyRange):
        return Words(key="value-unknown")
    if value.low != value.high:
        return Words(
            key="value-sum-between",
            args={"low": Money(fen=value.low), "high": Money(fen=value.high)},
        )
    return Words(
        key="value-sum-about" if value.approximate else "value-sum",
        args={"sum": Money(fen=value.low)},
    )


def count_words(value: Answer, unit: str) -> Words:
    """A number of people or months as said; ``unit`` is ``people`` or ``months``."""
    if not isinstance(value, CountRange):
        return Words(key="value-unknown")
    low, high = f"{value.low:g}", f"{value.high:g}"
    if low != high:
        return Words(key=f"value-{unit}-between", args={"low": low, "high": high})
    return Words(
        key=f"value-{unit}-about" if value.approximate else f"value-{unit}", args={"n": low}
    )


def text_words(value: Answer) -> Words:
    """Words as said, or 不知道."""
    return (
        Words(key="label-text", args={"text": str(value)}) if value else Words(key="value-unknown")
    )


def _left(value: Answer) -> Words:
    """What somebody left with us, or chose not to."""
    return text_words(value) if value else Words(key="value-not-left")


def read_back(answers: Answers) -> Mapping[str, Arg]:
    """What has been understood, for the worker to check before filing."""
    site = answers.get("project_name") or answers.get("site") or answers.get("where")
    return {
        "site": text_words(site),
        "employer": text_words(answers.get("employer")),
        "amount": money_words(answers.get("amount")),
        "months": count_words(answers.get("months"), "months"),
        "people": count_words(answers.get("headcount"), "people"),
        "name": _left(answers.get("worker_name") or answers.get("name")),
        "phone": _left(phone_in_groups(str(answers.get("phone") or ""))),
    }
