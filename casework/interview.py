"""Going through a form with a person: begin, ask, take an answer, miss one, finish.

Pure: a step gives the next state, and effects that somebody else performs. An effect is a reply,
or a request that only a handler can serve; what the handler learned is heard again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from casework.conversation_state import Answer, Conversation
from casework.forms import Answers, Form, Hearing, Question, absorb, ask
from casework.messages import Button, Reply, Words
from casework.site_matches import without_distance
from casework.worker_forms import COMPLAINT, WORKER_FORMS

MISSES_UNTIL_BUTTONS = 2


MISSES_UNTIL_A_PERSON = 3


class Want(StrEnum):
    """What a conversation may ask a handler to do."""

    OPEN_CASE = "open_case"
    FIND_SITE = "find_site"
    FINISH = "finish"  # the form is complete; ``form`` says which
    RAISE_ALARM = "raise_alarm"
    LOCATE_ALARM = "locate_alarm"
    SHOW_STATUS = "show_status"
    SHOW_LEGAL_AID = "show_legal_aid"
    CALL_PERSON = "call_person"
    SET_LANGUAGE = "set_language"
    NOTE_PRESSURE = "note_pressure"
    NOTE_PROMISE = "note_promise"
    VERIFY_RECEIPT = "verify_receipt"
    SEND_RECEIPT = "send_receipt"
    COPY_FILE = "copy_file"


@dataclass(frozen=True, kw_only=True)
class Request:
    """Something only a handler can do, with the answers it may need."""

    want: Want
    form: str = ""
    answers: Answers = field(default_factory=dict)
    text: str = ""


Effect = Reply | Request


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What reaches the conversation: words, a command, a pressed question, or what was learned.

    ``cases`` are the person's own cases as ``id|number``, the newest first. ``sites``: the sites
    whose codes were scanned or stand in the words, as ``code|name``.
    """

    hearing: Hearing | None = None
    command: str = ""
    button: tuple[int, str, str] | None = None
    learned: Answers | None = None
    preset: Answers = field(default_factory=dict)
    begin: str = ""
    case_id: str | None = None
    cases: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """The state after a step, and what is to be said or done, in order."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()


def begin(
    conversation: Conversation, form: Form, heard: Heard, answers: Answers | None = None
) -> Step:
    """Start a form with what the message says already; a single case needs no choosing."""
    known: dict[str, Answer] = dict(answers or {})
    if heard.cases:
        known["cases"] = heard.cases
    if len(heard.cases) == 1:
        known["which_case"] = heard.cases[0].split("|")[0]
    state = replace(
        conversation,
        form=form.id,
        asked="",
        misses=0,
        questions_asked=0,
        answers=known,
        skipped=frozenset(),
        path=(),
        draft=_put_aside(conversation),
    )
    if heard.hearing is not None:
        state = absorb(form, state, heard.hearing)
    return proceed(state)


def _put_aside(conversation: Conversation) -> Conversation | None:
    """What has been told of a complaint outlives whatever comes in between."""
    if conversation.form != COMPLAINT.id:
        return conversation.draft
    return replace(conversation, draft=None)


def go_on(conversation: Conversation) -> Step | None:
    """The form in between has ended: the complaint that it put aside lies open again."""
    draft = conversation.draft
    if conversation.form or draft is None:
        return None
    state = replace(
        conversation,
        form=draft.form,
        asked="",
        misses=0,
        questions_asked=max(draft.questions_asked - 1, 0),
        answers=draft.answers,
        skipped=draft.skipped,
        path=draft.path,
        case_id=draft.case_id,
        draft=None,
    )
    return proceed(state) if draft.asked else Step(conversation=state)


def proceed(conversation: Conversation) -> Step:
    """Look up what can be looked up, ask the next question, or finish."""
    form = WORKER_FORMS[conversation.form]
    if form.id in LOOKS_FOR_A_SITE:
        conversation = _settle_site(conversation)
    turn = _TURNS.get(form.id)
    special = turn(conversation) if turn else None
    if special is not None:
        return special
    question = form.next(conversation)
    if question is None:
        done = replace(conversation, form="", asked="", answers={}, skipped=frozenset(), path=())
        return Step(
            conversation=done,
            effects=(Request(want=Want.FINISH, form=form.id, answers=conversation.answers),),
        )
    return asking(conversation, question)


def asking(conversation: Conversation, question: Question, *before: Effect) -> Step:
    state = replace(
        conversation,
        asked=question.id,
        turn=conversation.turn + 1,
        questions_asked=conversation.questions_asked + 1,
        misses=0,
    )
    return Step(conversation=state, effects=(*before, ask(question, state)))


def again(conversation: Conversation, *before: Effect) -> Step:
    """Say these, then come back to the open question."""
    if not conversation.asked:
        return Step(conversation=conversation, effects=before)
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    return Step(conversation=conversation, effects=(*before, ask(question, conversation)))


def put(conversation: Conversation, value: Answer) -> Step:
    """The open question has this answer."""
    asked = conversation.asked
    state = replace(
        conversation,
        answers={**conversation.answers, asked: value},
        path=(*(k for k in conversation.path if k != asked), asked),
        asked="",
    )
    return proceed(state)


def miss(conversation: Conversation, heard: Heard) -> Step:
    """Not understood: other words first, then buttons, then a person."""
    del heard
    state = replace(conversation, misses=conversation.misses + 1)
    question = WORKER_FORMS[state.form].question(state.asked)
    again = ask(question, state, again=True)
    if state.misses >= MISSES_UNTIL_A_PERSON:
        person = Request(want=Want.CALL_PERSON)
        if question.needed(state.answers) and not question.may_be_unknown:
            return Step(conversation=state, effects=(person, again))
        result = put(state, None)
        return replace(result, effects=(person, *result.effects))
    if state.misses >= MISSES_UNTIL_BUTTONS:
        again = replace(again, buttons=(*again.buttons, *_way_out(state, question)))
    return Step(conversation=state, effects=(again,))


def _way_out(state: Conversation, question: Question) -> tuple[tuple[Button, ...], ...]:
    def button(value: str) -> Button:
        return Button(
            label=Words(key=f"label-{value[1:]}"), data=f"q:{state.turn}:{question.id}:{value}"
        )

    unknown = (button("!unknown"),) if question.may_be_unknown else ()
    return ((*unknown, button("!person")),)


SITE_ANSWERS = (
    "site",
    "site_found",
    "site_choice",
    "site_code",
    "site_by_place",
    "project",
    "project_name",
    "looked_up",
)


def without(conversation: Conversation, *keys: str) -> Conversation:
    return replace(
        conversation,
        answers={k: v for k, v in conversation.answers.items() if k not in keys},
        path=tuple(k for k in conversation.path if k not in keys),
        skipped=conversation.skipped - set(keys),
    )


def _settle_site(conversation: Conversation) -> Conversation:
    """A chosen candidate becomes the project; none of those around a place: which is it then?"""
    answers = conversation.answers
    choice, found = answers.get("site_choice"), answers.get("site_found")
    if choice == "none" and answers.get("site_by_place"):
        return without(conversation, *SITE_ANSWERS)
    number = int(choice) if isinstance(choice, str) and choice.isdecimal() else 0
    if not isinstance(found, tuple) or not 0 < number <= len(found) or answers.get("project"):
        return conversation
    code, name = str(found[number - 1]).split("|", 1)
    name = without_distance(name)
    said = answers.get("site") or name
    settled = {"project": code, "project_name": name, "site": said, "looked_up": said}
    return replace(conversation, answers={**answers, **settled})


def _complaint_turns(conversation: Conversation) -> Step | None:
    """The turns of a complaint that are no plain next question."""
    answers = conversation.answers
    looked_for = _look_for_the_site(conversation)
    if looked_for is not None:
        return looked_for
    if answers.get("read_back") == "change":
        return asking(without(conversation, "read_back"), COMPLAINT.question("change"))
    if field_name := answers.get("change"):
        keys = SITE_ANSWERS if field_name == "site" else (str(field_name),)
        return asking(without(conversation, "change", *keys), COMPLAINT.question(str(field_name)))
    return None


def _look_for_the_site(conversation: Conversation) -> Step | None:
    """A site in the worker's words is looked up once."""
    answers = conversation.answers
    site = answers.get("site")
    if not site or answers.get("looked_up") == site or answers.get("project"):
        return None
    kept = {k: v for k, v in answers.items() if k not in {"site_found", "site_choice"}}
    state = replace(conversation, answers={**kept, "looked_up": site})
    request = Request(want=Want.FIND_SITE, answers=state.answers)
    return Step(conversation=state, effects=(request,))


def _list_turns(conversation: Conversation) -> Step | None:
    """还有: more lines are waited for."""
    if conversation.answers.get("list_done") != "more":
        return None
    question = WORKER_FORMS["people_list"].question("list_rows")
    return asking(without(conversation, "list_done"), question)


LOOKS_FOR_A_SITE = frozenset({"complaint", "board"})
"""Forms that have something looked up, and go on with what was found."""

_TURNS: Mapping[str, Callable[[Conversation], Step | None]] = {
    "complaint": _complaint_turns,
    "board": _look_for_the_site,
    "people_list": _list_turns,
}
