"""A worker's conversation as a pure step: (state, what was heard) → (state, effects).

Effects are replies, and requests that a handler performs; what the handler learned is heard
again. Precedence: danger, command, button, control words, answer or correction, digression.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from casework.conversation_state import Answer, Conversation
from casework.forms import Answers, Form, Hearing, Question, absorb, ask
from casework.meaning import FactName, Intent
from casework.messages import Button, Reply, Words
from casework.worker_forms import COMPLAINT, WORKER_FORMS

TOLD = "told."
"""Prefix of complaint facts that wait while it is asked what a message is for."""

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

    ``cases`` are the person's own cases as ``id|number``, the newest first.
    """

    hearing: Hearing | None = None
    command: str = ""
    button: tuple[int, str, str] | None = None
    learned: Answers | None = None
    preset: Answers = field(default_factory=dict)
    begin: str = ""
    case_id: str | None = None
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """The state after a step, and what is to be said or done, in order."""

    conversation: Conversation
    effects: tuple[Effect, ...] = ()


def step(conversation: Conversation, heard: Heard) -> Step:
    """One step. Pure: the same state and the same words give the same step."""
    for rule in _RULES:
        result = rule(conversation, heard)
        if result is not None:
            return result
    return Step(conversation=conversation)


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
    )
    if heard.hearing is not None:
        state = absorb(form, state, heard.hearing)
    return proceed(state)


def proceed(conversation: Conversation) -> Step:
    """Look up what can be looked up, ask the next question, or finish."""
    form = WORKER_FORMS[conversation.form]
    if form is COMPLAINT:
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
    return _asking(conversation, question)


def _asking(conversation: Conversation, question: Question, *before: Effect) -> Step:
    state = replace(
        conversation,
        asked=question.id,
        turn=conversation.turn + 1,
        questions_asked=conversation.questions_asked + 1,
        misses=0,
    )
    return Step(conversation=state, effects=(*before, ask(question, state)))


def _again(conversation: Conversation, *before: Effect) -> Step:
    """Say these, then come back to the open question."""
    if not conversation.asked:
        return Step(conversation=conversation, effects=before)
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    return Step(conversation=conversation, effects=(*before, ask(question, conversation)))


_SITE_ANSWERS = ("site", "site_found", "site_choice", "project", "project_name", "looked_up")


def _without(conversation: Conversation, *keys: str) -> Conversation:
    return replace(
        conversation,
        answers={k: v for k, v in conversation.answers.items() if k not in keys},
        path=tuple(k for k in conversation.path if k not in keys),
        skipped=conversation.skipped - set(keys),
    )


def _settle_site(conversation: Conversation) -> Conversation:
    """A chosen candidate becomes the project."""
    answers = conversation.answers
    choice, found = answers.get("site_choice"), answers.get("site_found")
    if not choice or choice == "none" or not isinstance(found, tuple):
        return conversation
    names = dict(str(row).split("|", 1) for row in found)
    name = names.get(str(choice), "")
    return replace(conversation, answers={**answers, "project": choice, "project_name": name})


def _complaint_turns(conversation: Conversation) -> Step | None:
    """The turns of a complaint that are no plain next question."""
    answers = conversation.answers
    site = answers.get("site")
    if site and answers.get("looked_up") != site and not answers.get("project"):
        state = replace(
            conversation,
            answers={
                **{k: v for k, v in answers.items() if k not in {"site_found", "site_choice"}},
                "looked_up": site,
            },
        )
        return Step(
            conversation=state, effects=(Request(want=Want.FIND_SITE, answers=state.answers),)
        )
    if answers.get("read_back") == "change":
        return _asking(_without(conversation, "read_back"), COMPLAINT.question("change"))
    if field_name := answers.get("change"):
        keys = _SITE_ANSWERS if field_name == "site" else (str(field_name),)
        return _asking(
            _without(conversation, "change", *keys), COMPLAINT.question(str(field_name))
        )
    return None


def _list_turns(conversation: Conversation) -> Step | None:
    """还有: more lines are waited for."""
    if conversation.answers.get("list_done") != "more":
        return None
    question = WORKER_FORMS["people_list"].question("list_rows")
    return _asking(_without(conversation, "list_done"), question)


_TURNS: Mapping[str, Callable[[Conversation], Step | None]] = {
    "complaint": _complaint_turns,
    "people_list": _list_turns,
}


def _learned(conversation: Conversation, heard: Heard) -> Step | None:
    if heard.begin:
        return begin(
            conversation, WORKER_FORMS[heard.begin], replace(heard, begin=""), heard.learned
        )
    if heard.learned is None:
        return None
    state = replace(
        conversation,
        answers={**conversation.answers, **heard.learned},
        case_id=heard.case_id or conversation.case_id,
    )
    if state.form != COMPLAINT.id or state.asked == "danger_where":
        return Step(conversation=state)
    return proceed(state)


def _danger(conversation: Conversation, heard: Heard) -> Step | None:
    """Danger to somebody's life, or a child at work: people at once, and only the place."""
    if heard.hearing is None:
        return None
    meaning = heard.hearing.meaning
    child = meaning.first(FactName.MINOR) is not None
    if not meaning.means(Intent.DANGER) and not child:
        return None
    alarm = Request(
        want=Want.RAISE_ALARM,
        answers={"kind": "minor" if child else "danger"},
        text=heard.hearing.text,
    )
    if conversation.form != COMPLAINT.id and heard.cases:
        state = replace(conversation, form="alarm", answers={}, path=(), case_id=_newest(heard))
        return _where_now(state, alarm)
    opening: tuple[Request, ...] = ()
    if conversation.form != COMPLAINT.id:
        conversation = replace(conversation, form=COMPLAINT.id, answers={}, path=(), case_id=None)
        opening = (Request(want=Want.OPEN_CASE, text=heard.hearing.text),)
    state = absorb(COMPLAINT, replace(conversation, asked=""), heard.hearing)
    return _where_now(state, *opening, alarm)


def _newest(heard: Heard) -> str:
    return heard.cases[0].split("|")[0]


def _where_now(conversation: Conversation, *effects: Request) -> Step:
    """The alarm's own sentence asks where; nothing else is asked meanwhile."""
    state = replace(conversation, asked="danger_where", turn=conversation.turn + 1, misses=0)
    return Step(conversation=state, effects=effects)


_COMMANDS: Mapping[str, Intent] = {
    "status": Intent.ASK_STATUS,
    "legal": Intent.ASK_LEGAL_AID,
    "next": Intent.ASK_NEXT,
    "privacy": Intent.ASK_PRIVACY,
    "evidence": Intent.ADD_EVIDENCE,
    "paid": Intent.PAID,
    "object": Intent.OBJECT,
    "recover": Intent.RECOVER,
    "withdraw": Intent.WITHDRAW,
    "person": Intent.PERSON,
    "language": Intent.LANGUAGE,
    "cancel": Intent.CANCEL,
    "start": Intent.GREETING,
    "help": Intent.GREETING,
}


def _command(conversation: Conversation, heard: Heard) -> Step | None:
    if not heard.command:
        return None
    if heard.command == "new":
        return _begin_complaint(conversation, replace(heard, hearing=None))
    intent = _COMMANDS.get(heard.command)
    if intent is None:
        return _again(conversation, Reply(key="unknown-command"))
    return _by_intent(conversation, heard, intent)


def _button(conversation: Conversation, heard: Heard) -> Step | None:
    if heard.button is None:
        return None
    turn, question_id, value = heard.button
    if turn != conversation.turn or question_id != conversation.asked:
        return _again(conversation, Reply(key="stale-button"))
    if value in _WAYS_OUT:
        return _WAYS_OUT[value](conversation)
    question = WORKER_FORMS[conversation.form].question(question_id)
    if value not in {o.value for o in question.options(conversation.answers)}:
        return _again(conversation, Reply(key="stale-button"))
    return _put(conversation, value)


_WAYS_OUT: Mapping[str, Callable[[Conversation], Step]] = {
    "!unknown": lambda conversation: _put(conversation, None),
    "!person": lambda conversation: _again(conversation, Request(want=Want.CALL_PERSON)),
}


def _put(conversation: Conversation, value: Answer) -> Step:
    """The open question has this answer."""
    asked = conversation.asked
    state = replace(
        conversation,
        answers={**conversation.answers, asked: value},
        path=(*(k for k in conversation.path if k != asked), asked),
        asked="",
    )
    return proceed(state)


def _control(conversation: Conversation, heard: Heard) -> Step | None:
    """返回 / 跳过 / 取消 / 重来 work at every question."""
    if heard.hearing is None or not conversation.asked:
        return None
    act = _CONTROLS.get(heard.hearing.meaning.intent)
    return act(conversation, heard) if act else None


def _back(conversation: Conversation, heard: Heard) -> Step:
    del heard
    form = WORKER_FORMS[conversation.form]
    asked = {q.id for q in form.questions if q.applies(conversation.answers) or q.id == "change"}
    earlier = [k for k in conversation.path if k in asked and k != conversation.asked]
    if not earlier:
        return _again(conversation, Reply(key="nothing-before"))
    last = earlier[-1]
    keys = _SITE_ANSWERS if last in {"site", "site_choice"} else (last,)
    question = form.question("site" if last == "site_choice" else last)
    return _asking(_without(conversation, *keys), question)


def _skip(conversation: Conversation, heard: Heard) -> Step:
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    if question.needed(conversation.answers) and not question.may_be_unknown:
        return _miss(conversation, heard)
    if question.needed(conversation.answers):
        return _put(conversation, None)
    state = replace(conversation, skipped=conversation.skipped | {conversation.asked}, asked="")
    return proceed(state)


def _dont_know(conversation: Conversation, heard: Heard) -> Step | None:
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    return _put(conversation, None) if question.may_be_unknown else _miss(conversation, heard)


def _cancel(conversation: Conversation, heard: Heard) -> Step:
    """Stop asking. A complaint keeps its number, its owner and what was said."""
    del heard
    if conversation.form == COMPLAINT.id:
        state = replace(conversation, asked="", misses=0)
        return Step(conversation=state, effects=(Reply(key="complaint-paused"),))
    state = replace(conversation, form="", asked="", answers={}, path=())
    return Step(conversation=state, effects=(Reply(key="cancelled"),))


def _restart(conversation: Conversation, heard: Heard) -> Step:
    kept = {k: v for k, v in conversation.answers.items() if k in {"cases", "held", "text"}}
    state = replace(
        conversation, answers=kept, path=(), skipped=frozenset(), questions_asked=0, asked=""
    )
    del heard
    result = proceed(state)
    return replace(result, effects=(Reply(key="restarted"), *result.effects))


_CONTROLS: Mapping[Intent, Callable[[Conversation, Heard], Step | None]] = {
    Intent.BACK: _back,
    Intent.SKIP: _skip,
    Intent.CANCEL: _cancel,
    Intent.RESTART: _restart,
    Intent.DONT_KNOW: _dont_know,
}


def _answer(conversation: Conversation, heard: Heard) -> Step | None:
    """The words answer the open question, correct an earlier answer, or both."""
    if heard.hearing is None or not conversation.asked:
        return None
    form = WORKER_FORMS[conversation.form]
    hearing = replace(heard.hearing, misses=conversation.misses)
    state = absorb(form, conversation, hearing)
    state = _yes_or_no(form, state, hearing)
    if conversation.asked == "danger_where" and "danger_where" in state.answers:
        return _located(state)
    if state.answers == conversation.answers:
        return None
    corrected = [
        k
        for k in state.answers
        if k in conversation.answers and state.answers[k] != conversation.answers[k]
    ]
    if "site" in corrected:
        state = _without(state, *(k for k in _SITE_ANSWERS if k != "site"))
    said = (Reply(key="corrected"),) if corrected and conversation.asked != "read_back" else ()
    result = proceed(replace(state, asked=""))
    return replace(result, effects=(*said, *result.effects))


def _yes_or_no(form: Form, state: Conversation, hearing: Hearing) -> Conversation:
    """对 and 不对 press the button that means it, unless the words already said more."""
    if state.asked in state.answers:
        return state
    values = {o.value for o in form.question(state.asked).options(state.answers)}
    wanted = {
        Intent.AFFIRM: ("yes", "all"),
        Intent.DENY: ("change", "no", "none"),
        Intent.CORRECT: ("change",) if not hearing.meaning.facts else (),
    }.get(hearing.meaning.intent, ())
    value = next((v for v in wanted if v in values), None)
    if value is None:
        return state
    return replace(state, answers={**state.answers, state.asked: value})


def _located(state: Conversation) -> Step:
    where = str(state.answers.get("danger_where") or "")
    request = Request(want=Want.LOCATE_ALARM, text=where)
    if state.form != COMPLAINT.id:
        return Step(conversation=replace(state, form="", asked="", answers={}), effects=(request,))
    return Step(conversation=replace(state, asked=""), effects=(request,))


def _digress(conversation: Conversation, heard: Heard) -> Step | None:
    """Something else was said: answer it, then come back to the open question."""
    if heard.hearing is None or not conversation.asked:
        return None
    intent = heard.hearing.meaning.intent
    if conversation.form != COMPLAINT.id and intent in _STARTS_ANEW:
        return _idle(replace(conversation, form="", asked="", answers={}), heard)
    if conversation.form == COMPLAINT.id and intent in {Intent.WITHDRAW, Intent.OBJECT}:
        return _cancel(conversation, heard)
    if intent in _ANSWERED_AT_ONCE:
        return _again(conversation, *_ANSWERED_AT_ONCE[intent](heard))
    return _miss(conversation, heard)


def _miss(conversation: Conversation, heard: Heard) -> Step:
    """Not understood: other words first, then buttons, then a person."""
    del heard
    state = replace(conversation, misses=conversation.misses + 1)
    question = WORKER_FORMS[state.form].question(state.asked)
    again = ask(question, state, again=True)
    if state.misses >= MISSES_UNTIL_A_PERSON:
        person = Request(want=Want.CALL_PERSON)
        if question.needed(state.answers) and not question.may_be_unknown:
            return Step(conversation=state, effects=(person, again))
        result = _put(state, None)
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


def _idle(conversation: Conversation, heard: Heard) -> Step | None:
    """Nothing is being asked: what does this message want?"""
    if heard.hearing is None:
        return None
    meaning = heard.hearing.meaning
    if conversation.form == COMPLAINT.id and not conversation.asked:
        return _resume(conversation, heard)
    if _is_complaint(heard):
        if heard.cases:
            return _free_text(conversation, heard)
        return _begin_complaint(conversation, heard)
    if meaning.intent is Intent.UNKNOWN or meaning.intent in _SAYS_NOTHING_ALONE:
        return _free_text(conversation, heard) if heard.cases else _lost(conversation)
    return _by_intent(conversation, heard, meaning.intent)


def _resume(conversation: Conversation, heard: Heard) -> Step:
    """A paused complaint goes on with whatever is said next."""
    if heard.hearing is None or heard.hearing.meaning.intent in _ANSWERED_AT_ONCE:
        intent = heard.hearing.meaning.intent if heard.hearing else Intent.GREETING
        before = _ANSWERED_AT_ONCE[intent](heard)
        return Step(conversation=conversation, effects=before)
    state = absorb(COMPLAINT, conversation, heard.hearing)
    return proceed(state)


def _is_complaint(heard: Heard) -> bool:
    if heard.hearing is None:
        return False
    meaning = heard.hearing.meaning
    if meaning.means(Intent.COMPLAINT) or meaning.intent in {Intent.FOR_OTHER, Intent.COMPLAINT}:
        return True
    told = {FactName.AMOUNT, FactName.EMPLOYER, FactName.PROJECT, FactName.MONTHS}
    sure = {f.name for f in meaning.facts if f.confidence >= 0.6} & told
    return meaning.intent in {Intent.UNKNOWN, Intent.ABUSE} and len(sure) >= 2


def _begin_complaint(conversation: Conversation, heard: Heard) -> Step:
    """A complaint gets a number and an owner before anything is asked."""
    hearing = heard.hearing
    state = replace(
        conversation,
        form=COMPLAINT.id,
        asked="",
        answers=heard.preset,
        path=(),
        skipped=frozenset(),
        questions_asked=0,
        misses=0,
        case_id=None,
        greeted=True,
    )
    if hearing is not None:
        state = absorb(COMPLAINT, state, hearing)
    request = Request(
        want=Want.OPEN_CASE, text=hearing.text if hearing else str(heard.preset.get("text", ""))
    )
    return Step(conversation=state, effects=(request,))


def _free_text(conversation: Conversation, heard: Heard) -> Step:
    """After filing, free words are for somebody: for whom, and for which case?"""
    known: dict[str, Answer] = {"text": heard.hearing.text if heard.hearing else ""}
    if heard.hearing is not None:
        blank = replace(conversation, form=COMPLAINT.id, asked="", answers={}, path=())
        told = absorb(COMPLAINT, blank, heard.hearing).answers
        known |= {f"{TOLD}{name}": value for name, value in told.items()}
    return begin(conversation, WORKER_FORMS["message"], replace(heard, hearing=None), known)


def _lost(conversation: Conversation) -> Step:
    state = replace(conversation, misses=conversation.misses + 1, greeted=True)
    if state.misses >= MISSES_UNTIL_A_PERSON:
        return Step(conversation=state, effects=(Request(want=Want.CALL_PERSON),))
    key = "not-understood" if conversation.greeted else "greeting"
    return Step(conversation=state, effects=(greeting(key),))


def greeting(key: str = "greeting") -> Reply:
    """Hello, and the three things most people come for."""
    return Reply(
        key=key,
        buttons=(
            (Button(label=Words(key="label-complain"), data="w:new"),),
            (
                Button(label=Words(key="label-status"), data="w:status"),
                Button(label=Words(key="label-legal-aid"), data="w:legal"),
            ),
        ),
    )


def _needs_case(form: str) -> Callable[[Conversation, Heard], Step]:
    def start(conversation: Conversation, heard: Heard) -> Step:
        if not heard.cases:
            return _again(conversation, Reply(key="no-case-yet"))
        return begin(conversation, WORKER_FORMS[form], heard)

    return start


def _recover(conversation: Conversation, heard: Heard) -> Step:
    return begin(conversation, WORKER_FORMS["recover"], heard)


def _of_a_case(want: Want) -> Callable[[Conversation, Heard], Step]:
    """Of one case it is noted at once; of several, the person says which; of none, it begins."""

    def note(conversation: Conversation, heard: Heard) -> Step:
        text = heard.hearing.text if heard.hearing else ""
        if not heard.cases:
            return _begin_complaint(conversation, heard)
        if len(heard.cases) > 1:
            return _free_text(conversation, heard)
        answers: Answers = {"which_case": heard.cases[0].split("|")[0]}
        request = Request(want=want, answers=answers, text=text)
        return _again(conversation, request)

    return note


_STARTS: Mapping[Intent, Callable[[Conversation, Heard], Step]] = {
    Intent.PAID: _needs_case("payment"),
    Intent.OBJECT: _needs_case("object"),
    Intent.WITHDRAW: _needs_case("withdraw"),
    Intent.RECOVER: _recover,
    Intent.PRESSURE: _of_a_case(Want.NOTE_PRESSURE),
    Intent.PROMISED: _of_a_case(Want.NOTE_PROMISE),
    Intent.COMPLAINT: _begin_complaint,
    Intent.CANCEL: _cancel,
}

_STARTS_ANEW = frozenset(_STARTS) | {Intent.FOR_OTHER} - {Intent.CANCEL}

_SAYS_NOTHING_ALONE = frozenset(
    {
        Intent.AFFIRM,
        Intent.DENY,
        Intent.DONT_KNOW,
        Intent.SKIP,
        Intent.BACK,
        Intent.RESTART,
        Intent.CORRECT,
    }
)


def _say(key: str) -> Callable[[Heard], tuple[Effect, ...]]:
    return lambda _: (Reply(key=key),)


def _request(want: Want) -> Callable[[Heard], tuple[Effect, ...]]:
    def effects(heard: Heard) -> tuple[Effect, ...]:
        return (Request(want=want, text=heard.hearing.text if heard.hearing else ""),)

    return effects


_ANSWERED_AT_ONCE: Mapping[Intent, Callable[[Heard], tuple[Effect, ...]]] = {
    Intent.ASK_STATUS: _request(Want.SHOW_STATUS),
    Intent.ASK_LEGAL_AID: _request(Want.SHOW_LEGAL_AID),
    Intent.PERSON: _request(Want.CALL_PERSON),
    Intent.LANGUAGE: _request(Want.SET_LANGUAGE),
    Intent.ASK_NEXT: _say("what-next"),
    Intent.ASK_PRIVACY: _say("privacy"),
    Intent.ADD_EVIDENCE: _say("how-to-add-evidence"),
    Intent.THANKS: _say("thanks"),
    Intent.ABUSE: _say("abuse"),
    Intent.OUT_OF_SCOPE: _say("out-of-scope"),
    Intent.GREETING: lambda _: (greeting(),),
    Intent.PRESSURE: _say("pressure-in-draft"),
    Intent.PROMISED: _say("promise-in-draft"),
}


def _by_intent(conversation: Conversation, heard: Heard, intent: Intent) -> Step:
    """What an intent does wherever it is said."""
    if intent in _STARTS and (conversation.form != COMPLAINT.id or intent is Intent.CANCEL):
        return _STARTS[intent](conversation, heard)
    if intent in _STARTS and intent is not Intent.COMPLAINT:
        return _STARTS[intent](conversation, heard)
    effects = _ANSWERED_AT_ONCE.get(intent, _say("not-understood"))(heard)
    if intent is Intent.GREETING and conversation.asked:
        effects = ()
    return _again(replace(conversation, greeted=True), *effects)


_RULES: tuple[Callable[[Conversation, Heard], Step | None], ...] = (
    _learned,
    _danger,
    _command,
    _button,
    _control,
    _answer,
    _digress,
    _idle,
)
