"""Questions as data: what a use case has to know, asked one at a time.

A form lists its questions in order. What a message already answers is never asked. The open
question picks among the readings of a message; a closed one takes only what was said plainly.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from casework.conversation_state import Answer, Conversation
from casework.meaning import Intent, Meaning
from casework.messages import Arg, Button, Reply, Words

Answers = Mapping[str, Answer]

_PRESSED = re.compile(r"q:([0-9]{1,9}):([a-z_]+):(.*)", re.DOTALL)

SURE = 0.6
"""From this confidence on, a fact that nobody asked for is taken as said."""

QUESTIONS_A_SITTING = 8
"""More than this tires people; what is not needed to file may be asked another day."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """A button of a question: the value it stands for, its label, and words that mean it."""

    value: str
    label: Words
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Picked:
    """What a question took from a message: the answer, and the part of the text it stood in."""

    value: Answer
    start: int = 0
    end: int = 0


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """A message as a question hears it: all its readings, and the text without a command.

    ``misses``: how often the open question has been missed already.
    """

    meaning: Meaning
    text: str
    misses: int = 0

    @property
    def wish(self) -> Intent:
        """What the message wants, where the interpreter is sure enough to act on it."""
        sure = self.meaning.confidence >= SURE
        return self.meaning.intent if sure else Intent.UNKNOWN


Pick = Callable[[Hearing, bool, Answers], Picked | None]
"""(message, is this question open?, answers so far) → what it takes, if anything."""


def always(_: Answers) -> bool:
    """A question that every such form has."""
    return True


def never(_: Answers) -> bool:
    """A question that is only asked when something else opens it, or that may stay open."""
    return False


def no_options(_: Answers) -> tuple[Option, ...]:
    """A question without buttons of its own."""
    return ()


def no_args(_: Answers) -> Mapping[str, Arg]:
    """A question whose sentence has no arguments."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: ``ask-<id>`` is its sentence, ``miss-<id>`` says it again in other words.

    ``needed``: the form cannot be finished without an answer (不知道 is one where
    ``may_be_unknown``). ``needs_asking``: only the form's own asking opens it, nothing that was
    said before answers it.
    """

    id: str
    pick: Pick
    options: Callable[[Answers], tuple[Option, ...]] = no_options
    applies: Callable[[Answers], bool] = always
    args: Callable[[Answers], Mapping[str, Arg]] = no_args
    needed: Callable[[Answers], bool] = never
    may_be_unknown: bool = True
    needs_asking: bool = False
    wide: bool = False  # one button to a row
    offered: bool = True  # False: taken where it is said, never asked for


@dataclass(frozen=True, kw_only=True)
class Form:
    """The questions of one use case, in the order in which they are asked."""

    id: str
    questions: tuple[Question, ...]
    limit: int = QUESTIONS_A_SITTING

    def question(self, question_id: str) -> Question:
        """The question of that id."""
        return next(q for q in self.questions if q.id == question_id)

    def next(self, conversation: Conversation) -> Question | None:
        """What to ask now; None when everything is there or may stay unknown."""
        tired = conversation.questions_asked >= self.limit
        for question in self.questions:
            if question.id in conversation.answers or question.id in conversation.skipped:
                continue
            if not question.offered:
                continue
            if question.applies(conversation.answers) and (
                question.needed(conversation.answers) or not tired
            ):
                return question
        return None


def absorb(form: Form, conversation: Conversation, hearing: Hearing) -> Conversation:
    """Take every answer that a message holds; what it says anew replaces what was said before."""
    answers: dict[str, Answer] = dict(conversation.answers)
    answer: Picked | None = None
    # The open question picks first: a word that answers it corrects nothing else.
    for question in sorted(form.questions, key=lambda q: q.id != conversation.asked):
        is_open = question.id == conversation.asked
        if question.needs_asking and not is_open:
            continue
        picked = question.pick(hearing, is_open, answers)
        if picked is None or (question.id in answers and _inside(picked, answer)):
            continue
        answers[question.id] = picked.value
        answer = picked if is_open else answer
    taken = tuple(key for key in answers if answers.get(key) != conversation.answers.get(key))
    new = tuple(key for key in taken if key not in conversation.path)
    if conversation.asked in answers and conversation.asked not in (*conversation.path, *new):
        new = (*new, conversation.asked)
    return replace(
        conversation,
        answers=answers,
        path=(*conversation.path, *new),
        skipped=conversation.skipped - set(taken),
    )


def _inside(picked: Picked, answer: Picked | None) -> bool:
    """Whether this stands in the very words that answered the open question."""
    return answer is not None and answer.start <= picked.start and picked.end <= answer.end


def ask(question: Question, conversation: Conversation, *, again: bool = False) -> Reply:
    """The sentence of a question with its buttons, each bound to this turn."""
    options = question.options(conversation.answers)
    buttons = [
        Button(label=o.label, data=f"q:{conversation.turn}:{question.id}:{o.value}")
        for o in options
    ]
    width = 1 if question.wide else 2
    rows = tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))
    prefix = "miss" if again else "ask"
    return Reply(
        key=f"{prefix}-{question.id.replace('_', '-')}",
        args=question.args(conversation.answers),
        buttons=rows,
    )


def pressed(data: str) -> tuple[int, str, str] | None:
    """Turn, question and value of a question's button; None for any other button."""
    match = _PRESSED.fullmatch(data)
    return None if match is None else (int(match[1]), match[2], match[3])
