"""The kinds of questions that officers' commands ask: a case, a choice, a name of a list, words."""

from collections.abc import Callable

from casework.command_line import called, case_number, day, money, one_of, rest
from casework.forms import Answers, Option, Question, always
from casework.messages import Words

Applies = Callable[[Answers], bool]


def options(prefix: str, *rows: tuple[str, tuple[str, ...]]) -> tuple[Option, ...]:
    """Options labelled ``prefix-value``; each row has a value and the words that mean it."""
    return tuple(
        Option(value=v, label=Words(key=f"{prefix}-{v.replace('_', '-')}"), words=w)
        for v, w in rows
    )


def listed(name: str) -> Callable[[Answers], tuple[Option, ...]]:
    """Options that stand in the answers as ``value|label`` rows (units, officers)."""

    def rows_of(answers: Answers) -> tuple[Option, ...]:
        rows = answers.get(name)
        pairs = [str(r).split("|", 1) for r in rows] if isinstance(rows, tuple) else []
        return tuple(
            Option(value=v, label=Words(key="label-text", args={"text": label}), words=(label,))
            for v, label in pairs
        )

    return rows_of


def _case_options(answers: Answers) -> tuple[Option, ...]:
    rows = answers.get("cases")
    numbers = [str(r) for r in rows][:8] if isinstance(rows, tuple) else []
    return tuple(Option(value=n, label=Words(key="label-text", args={"text": n})) for n in numbers)


CASE = Question(
    id="case",
    pick=case_number,
    options=_case_options,
    needed=always,
    may_be_unknown=False,
    wide=True,
)


def chosen(
    question_id: str, options: tuple[Option, ...], *, applies: Applies = always
) -> Question:
    """One of these, by a button or a word."""
    return Question(
        id=question_id,
        pick=one_of(lambda _: options),
        options=lambda _: options,
        applies=applies,
        needed=always,
        may_be_unknown=False,
    )


def from_list(question_id: str, name: str, *, shown: bool = False) -> Question:
    """One of a list that the answers hold; ``shown``: as buttons, too."""
    return Question(
        id=question_id,
        pick=called(listed(name)),
        options=listed(name) if shown else lambda _: (),
        needed=always,
        may_be_unknown=False,
        wide=True,
    )


def words_asked(question_id: str, *, applies: Applies = always, offered: bool = True) -> Question:
    """An officer's own words: what the other questions have left of the line.

    Not ``offered``: they may be left out.
    """
    return Question(
        id=question_id,
        pick=rest,
        applies=applies,
        needed=always,
        may_be_unknown=False,
        offered=offered,
    )


def sum_asked(question_id: str) -> Question:
    """A sum in yuan."""
    return Question(id=question_id, pick=money, needed=always, may_be_unknown=False)


def day_asked(question_id: str, *, future: bool = True) -> Question:
    """A day; without a year the next one, or where it is of the past this year's."""
    return Question(id=question_id, pick=day(future=future), needed=always, may_be_unknown=False)
