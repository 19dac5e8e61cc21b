"""返回, 跳过, 不知道, 取消, 重来: they work at every question."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from casework.conversation_state import Conversation
from casework.interview import (
    SITE_ANSWERS,
    Heard,
    Step,
    again,
    asking,
    miss,
    proceed,
    put,
    without,
)
from casework.meaning import Intent
from casework.messages import Reply
from casework.worker_forms import COMPLAINT, WORKER_FORMS


def _back(conversation: Conversation, heard: Heard) -> Step:
    del heard
    form = WORKER_FORMS[conversation.form]
    asked = {q.id for q in form.questions if q.applies(conversation.answers) or q.id == "change"}
    earlier = [k for k in conversation.path if k in asked and k != conversation.asked]
    if not earlier:
        return again(conversation, Reply(key="nothing-before"))
    last = earlier[-1]
    keys = SITE_ANSWERS if last in {"site", "site_choice"} else (last,)
    question = form.question("site" if last == "site_choice" else last)
    return asking(without(conversation, *keys), question)


def skip(conversation: Conversation, heard: Heard) -> Step:
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    if question.needed(conversation.answers) and not question.may_be_unknown:
        return miss(conversation, heard)
    if question.needed(conversation.answers):
        return put(conversation, None)
    state = replace(conversation, skipped=conversation.skipped | {conversation.asked}, asked="")
    return proceed(state)


def _dont_know(conversation: Conversation, heard: Heard) -> Step | None:
    question = WORKER_FORMS[conversation.form].question(conversation.asked)
    return put(conversation, None) if question.may_be_unknown else miss(conversation, heard)


def cancel(conversation: Conversation, heard: Heard) -> Step:
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


CONTROLS: Mapping[Intent, Callable[[Conversation, Heard], Step | None]] = {
    Intent.BACK: _back,
    Intent.SKIP: skip,
    Intent.CANCEL: cancel,
    Intent.RESTART: _restart,
    Intent.DONT_KNOW: _dont_know,
}
