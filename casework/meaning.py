"""What a text may mean: every reading of it, without knowing what was asked.

An interpreter returns a bare "12" as a sum, a number of people, of months and a day of the month
at once; the open question picks (``questions.Question.pick``).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from casework.errors import BadValue
from casework.money import Fen


class Intent(StrEnum):
    """What a person wants with a message."""

    COMPLAINT = "complaint"
    ASK_STATUS = "ask_status"
    ASK_LEGAL_AID = "ask_legal_aid"
    ASK_NEXT = "ask_next"  # how long, what next
    ASK_PRIVACY = "ask_privacy"  # will the boss know
    ADD_EVIDENCE = "add_evidence"
    CORRECT = "correct"
    PAID = "paid"  # payment received, in full or in part
    PROMISED = "promised"  # the boss named a date
    PRESSURE = "pressure"  # the boss threatens, or asks to withdraw first
    OBJECT = "object"  # the result is not accepted
    RECOVER = "recover"  # my case, on a new phone
    FOR_OTHER = "for_other"  # acting for somebody else
    AFFIRM = "affirm"
    DENY = "deny"
    DONT_KNOW = "dont_know"
    SKIP = "skip"
    BACK = "back"
    CANCEL = "cancel"
    RESTART = "restart"
    WITHDRAW = "withdraw"
    PERSON = "person"  # wants to talk to a person
    THANKS = "thanks"
    GREETING = "greeting"
    LANGUAGE = "language"
    ABUSE = "abuse"
    DANGER = "danger"  # danger to somebody's life
    OUT_OF_SCOPE = "out_of_scope"
    UNKNOWN = "unknown"


class FactName(StrEnum):
    """What a message can tell. The type of ``Fact.value`` stands behind each name."""

    AMOUNT = "amount"  # MoneyRange, the sum still owed
    PAID = "paid"  # MoneyRange, a payment that arrived
    WAGE_RATE = "wage_rate"  # WageRate
    PER_PERSON = "per_person"  # MoneyRange, owed to each
    MONEY = "money"  # MoneyRange, a sum whose meaning the text leaves open
    HEADCOUNT = "headcount"  # CountRange
    MONTHS = "months"  # CountRange, months of wages owed (may be a fraction)
    NUMBER = "number"  # CountRange, a bare number
    PERIOD = "period"  # Period
    DATE = "date"  # datetime.date, a single day named in the text
    EMPLOYER = "employer"  # str; role: company | person | owner
    PROJECT = "project"  # str, a named site or works
    LOCATION = "location"  # str
    PERSON_NAME = "person_name"  # str, the writer's own name
    PHONE = "phone"  # str of digits
    ID_NUMBER = "id_number"  # str, checksum right
    IOU = "iou"  # bool
    CONTRACT = "contract"  # bool
    BOARD = "board"  # True: the site has no rights board
    PLACE_KIND = "place_kind"  # "site" | "factory" | "shop" | "other"
    MINOR = "minor"  # int, the age of a child worker
    CASE_NUMBER = "case_number"  # str, check character right
    QUERY_CODE = "query_code"  # str of six digits
    FAMILY = "family"  # str, for whom the writer acts: wife, husband, father, …
    FOREMAN = "foreman"  # bool, the writer speaks for the team; role: representative, or none


@dataclass(frozen=True, kw_only=True)
class MoneyRange:
    """A sum of money as said, in fen; ``low == high`` unless a range was said."""

    low: Fen
    high: Fen
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise BadValue(f"a sum runs from low to high and is not negative: {self}")


@dataclass(frozen=True, kw_only=True)
class CountRange:
    """A number as said; fractions occur in months (两个半月)."""

    low: float
    high: float
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise BadValue(f"a count runs from low to high and is not negative: {self}")


@dataclass(frozen=True, kw_only=True)
class WageRate:
    """A wage: fen for each hour, day, month, year or piece."""

    amount: MoneyRange
    per: str  # hour | day | month | year | piece


@dataclass(frozen=True, kw_only=True)
class Period:
    """Months of work or of wages owed, as ``YYYY-MM`` or ``YYYY``; either end may be open."""

    start: str | None
    end: str | None


FactValue = MoneyRange | CountRange | WageRate | Period | date | str | bool | int


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing a text says: where it stands in the raw text, and what it comes to.

    ``start`` and ``end`` index the text as sent. ``computed`` marks a value that was not said but
    follows (people × sum per person).
    """

    name: FactName
    value: FactValue
    text: str
    start: int
    end: int
    role: str | None = None
    confidence: float = 1.0
    computed: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise BadValue("a span starts before it ends")
        if not 0.0 <= self.confidence <= 1.0:
            raise BadValue("confidence lies between 0 and 1")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An intent and how sure the interpreter is of it."""

    intent: Intent
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """Everything the interpreter found in one text. ``readings`` is best first, never empty.

    Danger and abuse stand beside the other readings and discard nothing.
    """

    text: str
    readings: tuple[Reading, ...]
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        if not self.readings:
            raise BadValue("a meaning has at least one reading")

    @property
    def intent(self) -> Intent:
        """The likeliest intent."""
        return self.readings[0].intent

    @property
    def confidence(self) -> float:
        """How sure the interpreter is of the likeliest intent."""
        return self.readings[0].confidence

    def means(self, intent: Intent, *, at_least: float = 0.5) -> bool:
        """Whether ``intent`` is among the readings with this confidence."""
        return any(r.intent is intent and r.confidence >= at_least for r in self.readings)

    def all(self, name: FactName) -> tuple[Fact, ...]:
        """Every fact of that name, in the order of the text."""
        return tuple(fact for fact in self.facts if fact.name is name)

    def first(self, name: FactName) -> Fact | None:
        """The fact of that name with the highest confidence, the earlier one on a tie."""
        return max(self.all(name), key=lambda fact: (fact.confidence, -fact.start), default=None)


class Interpreter(Protocol):
    """Words into meaning. Never raises for any text; ``on`` is the day it was written."""

    async def interpret(self, text: str, *, on: date) -> Meaning: ...
