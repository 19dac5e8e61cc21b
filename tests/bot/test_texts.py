"""The texts hold together: every key in every language, short, plain, and promising nothing."""

import re
from collections.abc import Callable, Iterable, Mapping

import pytest

from bot.district import load_district
from bot.menus import MENUS
from bot.rendering import DEFAULT, Renderer
from bot.settings import PILOT
from casework.boards import BoardItem
from casework.case import Outcome, Source, Status, TrackKind
from casework.claims import PayerKind, PaymentProof
from casework.directory import ContactMode
from casework.forms import Form, Option, Question, never
from casework.groups import Verb
from casework.hands import Why
from casework.history import EventKind
from casework.ledger import ProjectClass
from casework.liable import Liability
from casework.messages import Words
from casework.objections import Standing
from casework.officer_forms import CALLS, DOCUMENTS, GROUNDS, OBJECTIONS, OFFICER_FORMS
from casework.people import OfficerRole, PartyRole
from casework.periods import PeriodKind
from casework.queues import Queue
from casework.satisfaction import Dissatisfied
from casework.steps import Step
from casework.supervision import Level, Slow
from casework.tally import TallyBy
from casework.work import ItemKind
from casework.worker_forms import WORKER_FORMS
from handlers.officer.show_help import commands_for
from handlers.officer.statistics.show_stats import FILES
from tests.bot.keys_in_code import arguments, asked_for, families, looks_like_keys
from tests.bot.text_files import Text, files, texts

CHINESE = texts(DEFAULT)
ENGLISH = texts("en")
MOST_CHARACTERS = 900
MOST_IN_A_BREATH = 40
HOTLINES = {"12333", "12345", "12348", "12368", "110", "120"}

NOT_KEYS = {"utf-8"}
"""Words of the code that look like keys and are none."""


def dashed(values: Iterable[str]) -> tuple[str, ...]:
    """Values as they stand in a key."""
    return tuple(value.replace("_", "-") for value in values)


def chosen(options: Iterable[Option]) -> tuple[str, ...]:
    """The values of a list of buttons as they stand in a key."""
    return dashed(option.value for option in options)


CALL_RESULTS = chosen(CALLS)
HOW_MUCH = ("all", "part", "none")

LAW = load_district(PILOT).statutes

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "alarm-{}": ("danger", "minor"),
    "alarm-kind-{}": ("danger", "minor"),
    "board-item-{}": dashed(BoardItem),
    "board-short-{}": dashed(BoardItem),
    "batch-{}": tuple(Verb),
    "batch-{}-done": tuple(Verb),
    "call-{}": CALL_RESULTS,
    "do-{}": (
        "accept",
        "object",
        "route",
        "refuse",
        "progress",
        "close",
        "ask",
        "reply",
        "case",
        "phone",
        "handed",
        "dualok",
        "plan",
        "supervise",
        "supyes",
        "supno",
        "ansyes",
        "ansno",
        "leave-yes",
        "leave-no",
        "group-yes",
        "group-no",
        "group-accept",
        "group-route",
        "group-reply",
        "group-list",
    ),
    "do-receipt-{}": ("yes", "no"),
    "do-unconfirmed-{}": ("close", "wait"),
    "liable-{}": dashed(Liability),
    "label-satisfied-{}": ("yes", "no"),
    "satisfied-why-{}": tuple(Dissatisfied),
    "doc-{}": chosen(DOCUMENTS),
    "counted-{}": tuple(TallyBy),
    "do-stats-{}": (*FILES, *PeriodKind),
    "stats-period-{}": tuple(PeriodKind),
    "clock-moved-{}": ("stop", "extend", "restart", "resume"),
    "digest-line-late-{}": ("1", "2", "3"),
    "do-extend-{}": ("yes", "no"),
    "push-clock-{}": ("stop", "extend", "restart"),
    "step-{}": dashed(Step),
    "until-{}": tuple(sorted({s.tells for s in LAW.values() if s.tells} - {"answer"})),
    "label-got-{}": ("yes", "no"),
    "label-rest-{}": ("go", "stop"),
    "level-{}": dashed(Level),
    "payer-{}": dashed(PayerKind),
    "proof-{}": dashed(PaymentProof),
    "push-payment-{}": ("confirmed", "reversed"),
    "slow-{}": dashed(Slow),
    "elsewhere-{}": chosen(GROUNDS),
    "error-objection-{}": tuple(each for each in Standing if each is not Standing.MAY),
    "event-{}": dashed(EventKind),
    "ground-{}": chosen(GROUNDS),
    "hand-{}": tuple(Why),
    "help-{}": tuple({name for role in OfficerRole for name in commands_for(role)}),
    "item-{}": dashed(ItemKind),
    "label-{}": ("unknown", "person"),
    "label-facts-{}": ("yes", "no"),
    "class-{}": tuple(ProjectClass),
    "label-paid-{}": HOW_MUCH,
    "label-share-{}": ("yes", "no"),
    "language-{}": ("zh-cn", "en"),
    "menu-{}": tuple(name for names in MENUS.values() for name in names),
    "mode-{}": tuple(ContactMode),
    "noted-{}": (EventKind.PRESSURE, EventKind.PROMISED),
    "objection-{}": chosen(OBJECTIONS),
    "outcome-{}": dashed(Outcome),
    "paid-{}": HOW_MUCH,
    "party-{}": tuple(PartyRole),
    "payment-noted-{}": HOW_MUCH,
    "push-accepted-{}": dashed(TrackKind),
    "push-call-{}": tuple(result for result in CALL_RESULTS if result != "reached"),
    "queue-{}": dashed(Queue),
    "role-{}": dashed(OfficerRole),
    "source-{}": dashed(Source),
    "status-{}": tuple(Status),
    "track-{}": dashed(TrackKind),
    "value-{}": ("people", "months"),
    "value-{}-about": ("people", "months"),
    "value-{}-between": ("people", "months"),
}


def asked_questions() -> set[str]:
    """``ask-`` and ``miss-`` of every question that is ever put to somebody."""
    return {
        f"{prefix}-{question.id.replace('_', '-')}"
        for form in (*WORKER_FORMS.values(), *OFFICER_FORMS.values())
        for question in form.questions
        if question.offered
        and (question.applies is not never or question.needs_asking)
        and _may_be_asked(form, question)
        for prefix in ("ask", "miss")
    }


def _may_be_asked(form: Form, question: Question) -> bool:
    """A form without room for questions asks only for what it needs."""
    return form.limit > 0 or question.needed is not never


def labels() -> set[str]:
    """The labels of every question's own buttons."""
    return {
        option.label.key
        for form in (*WORKER_FORMS.values(), *OFFICER_FORMS.values())
        for question in form.questions
        for option in question.options({})
    }


def needed() -> dict[str, str]:
    """Every key that the code can ask for, and who asks."""
    put_together = {
        family.replace("{}", value): where
        for family, where in families().items()
        for value in FAMILIES.get(family, ())
    }
    from_forms = dict.fromkeys(asked_questions() | labels(), "a form")
    return {**put_together, **from_forms, **asked_for()}


def missing(wanted: Mapping[str, str]) -> list[str]:
    """What nobody has written a text for."""
    return sorted(f"{key} ({where})" for key, where in wanted.items() if key not in CHINESE)


def test_every_key_that_the_code_asks_for_has_a_text() -> None:
    """Replies, words, error codes, questions, labels, and keys that are put together."""
    assert missing(needed()) == []


def test_every_word_that_looks_like_a_key_is_one() -> None:
    """A key that goes through a variable is found by its looks."""
    others = {key: where for key, where in looks_like_keys().items() if key not in NOT_KEYS}

    assert missing(others) == []


def test_every_family_of_keys_is_known_here() -> None:
    """A key that is put together from a value is spelled out for every value."""
    assert set(families()) == set(FAMILIES)


def test_every_argument_of_a_text_is_given() -> None:
    """Where the code writes key and arguments out, no text asks for more than it gets."""
    lacking = [
        f"{where}: {key} lacks {', '.join(sorted(CHINESE[key].variables - given))}"
        for where, key, given in arguments()
        if key in CHINESE and CHINESE[key].variables - given
    ]

    assert lacking == []


def test_both_languages_say_the_same_things() -> None:
    """The same files, keys and arguments in Chinese and in English."""
    assert [file.name for file in files(DEFAULT)] == [file.name for file in files("en")]
    assert {key: text.file for key, text in CHINESE.items()} == {
        key: text.file for key, text in ENGLISH.items()
    }
    assert {key: text.variables for key, text in CHINESE.items()} == {
        key: text.variables for key, text in ENGLISH.items()
    }


def offending(texts: Mapping[str, Text], wrong: Callable[[str], object]) -> list[str]:
    """The texts of which a wording is wrong."""
    return [key for key, text in texts.items() if any(map(wrong, text.variants))]


BOTH = pytest.mark.parametrize("spoken", [CHINESE, ENGLISH], ids=["zh-CN", "en"])


@BOTH
def test_a_text_is_short(spoken: Mapping[str, Text]) -> None:
    """A screen of a cheap phone, read aloud if need be."""
    assert offending(spoken, lambda wording: len(wording) > MOST_CHARACTERS) == []


def test_a_breath_is_short() -> None:
    """Between two marks stand few characters, so that it can be followed when heard once."""

    def too_long(wording: str) -> bool:
        breaths = re.split(r"[，。！？；：、,.!?;:\n「」“”《》（）…—]", wording)
        return any(len(re.findall("[\u4e00-\u9fff]", b)) > MOST_IN_A_BREATH for b in breaths)

    assert offending(CHINESE, too_long) == []


PROMISE = re.compile(
    "(?<![不没])(?<!不能)(?<!没法)保证(?!金)|(?<!不)一定(?:能|会)|肯定(?:能|会)|必定|包你|绝对(?:能|会)"
    r"|\b(?:guarantee|we promise|definitely|for sure|certainly)\b",
    re.IGNORECASE,
)


@BOTH
def test_nothing_is_promised(spoken: Mapping[str, Text]) -> None:
    """No text says that money, a date or a result will come."""
    assert offending(spoken, PROMISE.search) == []


EXAMPLE = re.compile(r"JX\d{4}-\d{7}-[\dX]|(?:\d{4}-)?\d\d-\d\d(?!\d)|/[a-z]+ 123\b")
TELEPHONE = re.compile(r"(?<![\d{])(?:\d(?:[ -]?\d){6,12}|1\d\d|[19]\d{4})(?!\d)")


@BOTH
def test_no_telephone_number_is_invented(spoken: Mapping[str, Text]) -> None:
    """Only public hotlines stand in a text; every other number comes from the district."""

    def invented(wording: str) -> bool:
        return not set(TELEPHONE.findall(EXAMPLE.sub("", wording))) <= HOTLINES

    assert offending(spoken, invented) == []


@pytest.mark.parametrize("number", ["138 1234 5678", "0379-12345678", "12315", "119", "95566"])
def test_a_telephone_number_would_be_found(number: str) -> None:
    """The test above looks for what people dial, not for sums and dates."""
    assert TELEPHONE.findall(f"打 {number} 问") == [number]
    assert (
        TELEPHONE.findall(EXAMPLE.sub("", "像 JX2026-0000123-7，“张三 5000”，12-01，28,000")) == []
    )


LIMIT = re.compile(
    r"(?<!\d)(?!30 )\d+ ?(?:个工作日|[天日年])[内前]|[一两三五七十]+(?:个工作日|[天日年])内"
    r"|within (?!30 )\d+|(?:one|two|five|seven) (?:days|years) (?:after|of)"
)


@BOTH
def test_no_limit_of_the_law_is_written_out(spoken: Mapping[str, Text]) -> None:
    """Limits are dated rows of the district; the 30 days to come back are the house's own."""
    assert offending(spoken, LIMIT.search) == []


def test_english_is_english() -> None:
    """Chinese stands in an English text only as a word that people type, and as a language."""
    quoted = re.compile("「[^」]*」")

    assert offending(
        {key: text for key, text in ENGLISH.items() if not key.startswith("language-")},
        lambda wording: re.search("[\u4e00-\u9fff，。：；？！（）]", quoted.sub("", wording)),
    ) == ["choose-language"]


@pytest.mark.parametrize("language", [DEFAULT, "en"])
def test_the_files_load(language: str) -> None:
    """A renderer takes the files as they are, and its general sentence has its text."""
    assert Renderer(strict=True).words(Words(key="error-unexpected"), language)
