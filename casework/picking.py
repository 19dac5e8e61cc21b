"""How a question picks its answer among the readings of a message."""

from collections.abc import Callable

from casework.forms import SURE, Answers, Hearing, Option, Pick, Picked, Question, always
from casework.meaning import CountRange, Fact, FactName, Intent, MoneyRange
from casework.money import Fen

FREE_TEXT = 300
"""A free answer is cut here; the verbatim message is kept in the history anyway."""

SMALLEST_BARE_SUM = 100
"""A bare number below this is no sum of wages: 12 may be people, months or a day."""

NOT_AN_ANSWER = frozenset(
    {
        Intent.ASK_STATUS,
        Intent.ASK_LEGAL_AID,
        Intent.ASK_NEXT,
        Intent.ASK_PRIVACY,
        Intent.ADD_EVIDENCE,
        Intent.RECOVER,
        Intent.WITHDRAW,
        Intent.PERSON,
        Intent.LANGUAGE,
        Intent.SKIP,
        Intent.BACK,
        Intent.CANCEL,
        Intent.RESTART,
        Intent.DONT_KNOW,
        Intent.PRESSURE,
        Intent.ABUSE,
        Intent.GREETING,
        Intent.THANKS,
    }
)
"""A free-text question does not swallow these; they are answered, then it is asked again."""

FAR = 0.8
"""How surely something has nothing to do with wages for the question who owes to be put again.

Of a place this says nothing: 河边那个工地 is as far from wages as the weather.
"""


def _picked(fact: Fact) -> Picked:
    value = fact.value
    return Picked(value=value, start=fact.start, end=fact.end)


def best(hearing: Hearing, name: FactName, *, at_least: float) -> Fact | None:
    """The surest fact of that name, if it is sure enough."""
    fact = hearing.meaning.first(name)
    return fact if fact is not None and fact.confidence >= at_least else None


def fact(*names: FactName, role: str | None = None) -> Pick:
    """The first of these facts: surely said, or in any reading when the question is open."""

    def pick(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
        for name in names:
            found = best(hearing, name, at_least=0.0 if is_open else SURE)
            if found is not None and role in {None, found.role}:
                return _picked(found)
        return None

    return pick


def sum_owed(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The sum owed: said as such; a bare sum only when it was asked for."""
    found = best(hearing, FactName.AMOUNT, at_least=SURE)
    if found is None and is_open:
        found = best(hearing, FactName.AMOUNT, at_least=0) or best(
            hearing, FactName.MONEY, at_least=0
        )
    if found is not None:
        return _picked(found)
    each = best(hearing, FactName.PER_PERSON, at_least=SURE)
    people = answers.get("headcount")
    if each is not None and isinstance(each.value, MoneyRange) and isinstance(people, CountRange):
        total = MoneyRange(
            low=Fen(round(each.value.low * people.low)),
            high=Fen(round(each.value.high * people.high)),
            approximate=each.value.approximate or people.approximate,
        )
        return Picked(value=total, start=each.start, end=each.end)
    return _bare_sum(hearing) if is_open else None


def any_sum(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
    """A sum whatever it is for: the person was asked for this one."""
    if not is_open:
        return None
    for name in (FactName.PAID, FactName.MONEY, FactName.AMOUNT):
        found = best(hearing, name, at_least=0)
        if found is not None:
            return _picked(found)
    return _bare_sum(hearing)


def _bare_sum(hearing: Hearing) -> Picked | None:
    number = best(hearing, FactName.NUMBER, at_least=0)
    if number is None or not isinstance(number.value, CountRange):
        return None
    if number.value.low < SMALLEST_BARE_SUM:
        return None
    value = MoneyRange(
        low=Fen(round(number.value.low * 100)),
        high=Fen(round(number.value.high * 100)),
        approximate=number.value.approximate,
    )
    return Picked(value=value, start=number.start, end=number.end)


def count(name: FactName, most: int) -> Pick:
    """A number of people or months; a bare number only when it was asked for."""

    def pick(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
        found = best(hearing, name, at_least=0.0 if is_open else SURE)
        if found is None and is_open:
            found = best(hearing, FactName.NUMBER, at_least=0)
        if found is None or not isinstance(found.value, CountRange):
            return None
        return _picked(found) if 0 < found.value.low <= most else None

    return pick


def words_of(*names: FactName) -> Pick:
    """Names as said, every one of them; any plain text when the question is open."""

    def pick(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
        for name in names:
            said = [
                f for f in hearing.meaning.all(name) if f.confidence >= (0.3 if is_open else SURE)
            ]
            if said:
                text = "、".join(dict.fromkeys(str(f.value) for f in said))
                return Picked(value=text, start=said[0].start, end=said[-1].end)
        if FactName.EMPLOYER in names and _elsewhere(hearing) and not hearing.misses:
            return None  # 今天天气怎么样 names no employer; said again it is taken
        return free_text(hearing, is_open, {})

    return pick


def _elsewhere(hearing: Hearing) -> bool:
    meaning = hearing.meaning
    return meaning.intent is Intent.OUT_OF_SCOPE and meaning.confidence >= FAR


def free_text(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
    """The text itself, unless it is plainly something else."""
    text = " ".join(hearing.text.split())[:FREE_TEXT]
    if not is_open or not any(c.isalnum() for c in text):
        return None
    intent = hearing.meaning.intent
    if intent in NOT_AN_ANSWER and hearing.meaning.confidence >= SURE:
        return None
    if hearing.meaning.first(FactName.BOARD):
        return None  # it tells of the gate, and is kept as that
    if intent is Intent.CORRECT and any(f.confidence >= SURE for f in hearing.meaning.facts):
        return None  # it corrects something said before
    return Picked(value=text, start=0, end=len(hearing.meaning.text))


_FOR_US = frozenset(
    {
        Intent.PERSON,
        Intent.LANGUAGE,
        Intent.RECOVER,
        Intent.SKIP,
        Intent.BACK,
        Intent.CANCEL,
        Intent.RESTART,
    }
)


def own_words(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """What somebody wants to have passed on, whatever it means; only what is meant for us is not."""
    if hearing.meaning.intent in _FOR_US and hearing.meaning.confidence >= SURE:
        return None
    return anything(hearing, is_open, answers)


def anything(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
    """The text whatever it means: an officer's words."""
    text = hearing.text.strip()
    return Picked(value=text, start=0, end=len(hearing.meaning.text)) if is_open and text else None


def option(options: Callable[[Answers], tuple[Option, ...]]) -> Pick:
    """One of the buttons, typed: by value, number, or the words that mean it."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        if not is_open:
            return None
        text = hearing.text.strip().lower().rstrip("。.!！")
        choices = options(answers)
        for number, choice in enumerate(choices, start=1):
            if text in {choice.value.lower(), str(number), *(w.lower() for w in choice.words)}:
                return Picked(value=choice.value, end=len(hearing.meaning.text))
        for choice in choices:
            if any(len(w) > 1 and w.lower() in text for w in choice.words):
                return Picked(value=choice.value, end=len(hearing.meaning.text))
        return None

    return pick


def first_of(*picks: Pick) -> Pick:
    """What the first of these takes."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        return next((p for each in picks if (p := each(hearing, is_open, answers))), None)

    return pick


def only_asked(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A question that only a button or a request of ours answers."""
    del hearing, is_open, answers
    return None


def choose(
    question_id: str,
    options: tuple[Option, ...],
    *,
    applies: Callable[[Answers], bool] = always,
    wide: bool = False,
) -> Question:
    """A question that one tap on a fixed set of buttons answers; it has to be answered."""
    return Question(
        id=question_id,
        pick=option(lambda _: options),
        options=lambda _: options,
        applies=applies,
        needed=always,
        may_be_unknown=False,
        needs_asking=True,
        wide=wide,
    )
