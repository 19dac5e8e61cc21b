"""An officer's conversation: a command, what it still needs, then the use case.

Pure like the worker's (`casework.conversation`), but simpler: officers say what they want by
command or button, and nothing they type is guessed at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from casework.command_line import read_arguments
from casework.conversation_state import Answer, Conversation
from casework.forms import Answers, Hearing, Question, ask
from casework.messages import Reply
from casework.officer_forms import OFFICER_FORMS


@dataclass(frozen=True, kw_only=True)
class OfficerHeard:
    """A command with its line, a pressed question, or words; and what may be chosen from.

    ``known`` holds ``today``, ``prefix``, ``cases``, ``units``, ``officers`` and, where the message answers
    a card or a button, ``case``.
    """

    hearing: Hearing
    command: str = ""
    button: tuple[int, str, str] | None = None
    known: Answers = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class OfficerStep:
    """The state after a step; either something to say, or a complete command."""

    conversation: Conversation
    reply: Reply | None = None
    command: str = ""
    answers: Answers = field(default_factory=dict)


_CANCEL = frozenset({"取消", "/cancel", "cancel", "算了"})


def officer_step(conversation: Conversation, heard: OfficerHeard) -> OfficerStep:
    """One step of an officer's conversation."""
    if heard.hearing.text.strip().lower() in _CANCEL:
        return OfficerStep(conversation=_closed(conversation), reply=Reply(key="cancelled"))
    if heard.command:
        return _begin(conversation, heard)
    if heard.button is not None:
        return _press(conversation, heard)
    if conversation.form and conversation.asked:
        return _answer(conversation, heard)
    if "case" in heard.known and heard.hearing.text.strip():
        known = {**heard.known, "slip_text": heard.hearing.text.strip()}
        return _proceed(replace(conversation, form="slip", answers=known))
    return OfficerStep(conversation=conversation, reply=Reply(key="officer-hint"))


def _closed(conversation: Conversation) -> Conversation:
    return replace(conversation, form="", asked="", answers={}, misses=0)


def _begin(conversation: Conversation, heard: OfficerHeard) -> OfficerStep:
    form = OFFICER_FORMS.get(heard.command)
    if form is None:
        return OfficerStep(conversation=conversation, reply=Reply(key="officer-unknown-command"))
    answers = read_arguments(form, heard.hearing, heard.known)
    return _proceed(replace(conversation, form=form.id, answers=answers, skipped=frozenset()))


def _press(conversation: Conversation, heard: OfficerHeard) -> OfficerStep:
    assert heard.button is not None  # noqa: S101 — narrowed by the caller
    turn, question_id, value = heard.button
    if turn != conversation.turn or question_id != conversation.asked:
        return OfficerStep(conversation=conversation, reply=Reply(key="stale-button"))
    question = OFFICER_FORMS[conversation.form].question(question_id)
    if value not in {o.value for o in question.options(conversation.answers)}:
        return OfficerStep(conversation=conversation, reply=Reply(key="stale-button"))
    return _put(conversation, value)


def _put(conversation: Conversation, value: Answer) -> OfficerStep:
    answers = {**conversation.answers, conversation.asked: value}
    return _proceed(replace(conversation, answers=answers))


def _answer(conversation: Conversation, heard: OfficerHeard) -> OfficerStep:
    question = OFFICER_FORMS[conversation.form].question(conversation.asked)
    answers: Mapping[str, Answer] = {**conversation.answers, **_choices(heard.known)}
    picked = question.pick(heard.hearing, True, answers)
    if picked is None:
        state = replace(conversation, answers=answers)
        return OfficerStep(conversation=state, reply=ask(question, state, again=True))
    return _put(conversation, picked.value)


_LISTS = frozenset(
    {"today", "prefix", "cases", "units", "officers", "leaders", "sites", "site_sure", "held"}
)


def _choices(known: Answers) -> Answers:
    return {k: v for k, v in known.items() if k in _LISTS}


def _proceed(conversation: Conversation) -> OfficerStep:
    form = OFFICER_FORMS[conversation.form]
    if conversation.answers.get("case") == "!wrong":
        answers = {k: v for k, v in conversation.answers.items() if k != "case"}
        state = replace(conversation, answers=answers)
        step = _asking(state, form.question("case"))
        return replace(step, reply=Reply(key="error-number-check"))
    question = form.next(conversation)
    if question is not None:
        return _asking(conversation, question)
    return OfficerStep(
        conversation=_closed(conversation), command=form.id, answers=conversation.answers
    )


def _asking(conversation: Conversation, question: Question) -> OfficerStep:
    state = replace(conversation, asked=question.id, turn=conversation.turn + 1)
    return OfficerStep(conversation=state, reply=ask(question, state))
