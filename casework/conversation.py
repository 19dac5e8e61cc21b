"""A worker's conversation as a pure step: (state, what was heard) → (state, effects).

Precedence: what a handler learned, danger, command, button, control words, answer or correction,
digression, and last what a message wants by itself (`casework.wishes`).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from casework.board_said import board_again, no_board
from casework.control_words import CONTROLS, cancel
from casework.conversation_state import Conversation
from casework.forms import Form, Hearing, absorb
from casework.interview import (
    LOOKS_FOR_A_SITE,
    SITE_ANSWERS,
    Heard,
    Request,
    Step,
    Want,
    again,
    begin,
    miss,
    proceed,
    put,
    without,
)
from casework.meaning import FactName, Intent, MoneyRange
from casework.messages import Reply
from casework.site_said import named, noted, remembered
from casework.wishes import ANSWERED_AT_ONCE, STARTS_ANEW, command, idle, not_come, receipt
from casework.worker_forms import COMPLAINT, WORKER_FORMS

SHORT_WORD = 6
"""A word as short as this is a label, not a sentence."""


def step(conversation: Conversation, heard: Heard) -> Step:
    """One step. Pure: the same state and the same words give the same step."""
    for rule in _RULES:
        result = rule(conversation, heard)
        if result is not None:
            return result
    return Step(conversation=conversation)


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
    if state.form not in LOOKS_FOR_A_SITE or state.asked == "danger_where":
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


def _button(conversation: Conversation, heard: Heard) -> Step | None:
    if heard.button is None:
        return None
    turn, question_id, value = heard.button
    if turn != conversation.turn or question_id != conversation.asked:
        return again(conversation, Reply(key="stale-button"))
    if value in _WAYS_OUT:
        return _WAYS_OUT[value](conversation)
    question = WORKER_FORMS[conversation.form].question(question_id)
    if value not in {o.value for o in question.options(conversation.answers)}:
        return again(conversation, Reply(key="stale-button"))
    return put(conversation, value)


_WAYS_OUT: Mapping[str, Callable[[Conversation], Step]] = {
    "!unknown": lambda conversation: put(conversation, None),
    "!person": lambda conversation: again(conversation, Request(want=Want.CALL_PERSON)),
}


def _site(conversation: Conversation, heard: Heard) -> Step | None:
    """The code of a site: by itself it is answered, among other words it is kept with them."""
    if not heard.sites:
        return None
    if conversation.asked == "danger_where":
        code, name = heard.sites[0].split("|", 1)
        where = {"danger_where": f"{name}（{code}）"}
        return _located(replace(conversation, answers={**conversation.answers, **where}))
    if heard.hearing is None:
        return named(conversation, heard.sites)
    words = replace(heard, sites=())
    if not conversation.form:
        return step(remembered(conversation, heard.sites), words)
    if conversation.form != COMPLAINT.id:
        return step(conversation, words)
    state, said = noted(conversation, heard.sites)
    result = step(state, words)
    if result.conversation.misses > state.misses:  # the code was all there was to understand
        result = proceed(replace(state, asked=""))
    return replace(result, effects=(*said, *result.effects))


def _control(conversation: Conversation, heard: Heard) -> Step | None:
    """返回 / 跳过 / 取消 / 重来 work at every question."""
    if heard.hearing is None or not conversation.asked:
        return None
    act = CONTROLS.get(heard.hearing.wish)
    return act(conversation, heard) if act else None


def _answer(conversation: Conversation, heard: Heard) -> Step | None:
    """The words answer the open question, correct an earlier answer, or both."""
    if heard.hearing is None or not conversation.asked:
        return None
    form = WORKER_FORMS[conversation.form]
    hearing = replace(heard.hearing, misses=conversation.misses)
    state = absorb(form, conversation, hearing)
    state = _said_at_read_back(_yes_or_no(form, state, hearing), hearing)
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
        state = without(state, *(k for k in SITE_ANSWERS if k != "site"))
    if conversation.asked == "read_back" and corrected:
        state = without(state, "read_back")  # 不对，是六个人: it is said already what is wrong
    tell = form is COMPLAINT and corrected and conversation.asked != "read_back"
    said = (Reply(key="corrected"),) if tell else ()
    if form is COMPLAINT and state.answers.get("board") and not conversation.answers.get("board"):
        said = (Reply(key="board-noted"), *said)
    result = proceed(replace(state, asked=""))
    return replace(result, effects=(*said, *result.effects))


def _said_at_read_back(state: Conversation, hearing: Hearing) -> Conversation:
    """Behind the read-back a field's name asks to change it, and a lone sum is the sum owed."""
    if state.asked != "read_back" or "read_back" in state.answers:
        return state
    change = COMPLAINT.question("change").pick(hearing, True, state.answers)
    if change is not None and len(hearing.text) <= SHORT_WORD:
        return replace(state, answers={**state.answers, "change": change.value})
    money = hearing.meaning.all(FactName.MONEY)
    amount = money[0].value if len(money) == 1 else None
    if isinstance(amount, MoneyRange) and amount != state.answers.get("amount"):
        return replace(state, answers={**state.answers, "amount": amount})
    return state


def _yes_or_no(form: Form, state: Conversation, hearing: Hearing) -> Conversation:
    """对 and 不对 press the button that means it, unless the words already said more."""
    if state.asked in state.answers:
        return state
    values = {o.value for o in form.question(state.asked).options(state.answers)}
    wanted = {
        Intent.AFFIRM: ("yes", "all"),
        Intent.DENY: ("change", "no", "none"),
        Intent.CORRECT: ("change",) if not hearing.meaning.facts else (),
    }.get(hearing.wish, ())
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
    intent = heard.hearing.wish
    if conversation.asked == "what_for" and intent not in ANSWERED_AT_ONCE:
        return _more_words(conversation, heard, anew=intent in STARTS_ANEW)
    if conversation.form != COMPLAINT.id and intent in STARTS_ANEW:
        return idle(replace(conversation, form="", asked="", answers={}), heard)
    if conversation.form == COMPLAINT.id and intent in {Intent.WITHDRAW, Intent.OBJECT}:
        return cancel(conversation, heard)
    if intent in ANSWERED_AT_ONCE and intent is not Intent.OUT_OF_SCOPE:
        return again(conversation, *ANSWERED_AT_ONCE[intent](heard))
    return miss(conversation, heard)


def _more_words(conversation: Conversation, heard: Heard, *, anew: bool) -> Step:
    """Whoever goes on writing instead of saying what the words are for loses none of them.

    They wait together; something that starts anew sends what waits to the officer.
    """
    assert heard.hearing is not None  # noqa: S101 — narrowed by the caller
    if not anew:
        text = f"{conversation.answers.get('text') or ''}\n{heard.hearing.text}".strip()
        state = replace(conversation, answers={**conversation.answers, "text": text})
        return again(state)
    newest = heard.cases[0].split("|")[0] if heard.cases else ""
    answers = {"which_case": newest, **conversation.answers, "what_for": "officer"}
    passed = Request(want=Want.FINISH, form=conversation.form, answers=answers)
    result = idle(replace(conversation, form="", asked="", answers={}), heard)
    if result is None:
        return Step(conversation=conversation, effects=(passed,))
    return replace(result, effects=(passed, *result.effects))


_RULES: tuple[Callable[[Conversation, Heard], Step | None], ...] = (
    _learned,
    _danger,
    _site,
    no_board,
    command,
    _button,
    _control,
    _answer,
    board_again,
    _digress,
    receipt,
    not_come,
    idle,
)
