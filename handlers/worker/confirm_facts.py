"""Facts that an officer entered from a voice or photo: the worker says whether they are right."""

from dataclasses import replace

from casework.case import Case, Status
from casework.conversation_state import Conversation
from casework.interview import proceed
from casework.messages import Reply
from handlers.worker.turn import Turn


async def confirm_facts(turn: Turn, case: Case, *, right: bool) -> tuple[Reply, ...]:
    """Right: the ordinary read-back follows with what is missing; wrong: it is asked anew."""
    telling = turn.state.form in {"", "complaint"} and turn.state.case_id == case.id
    if case.status is not Status.DRAFT or not telling:
        return (Reply(key="stale-button"),)
    answers = turn.state.answers if right else {}
    state: Conversation = replace(turn.state, form="complaint", asked="", answers=answers, path=())
    result = proceed(state)
    turn.state = result.conversation
    return tuple(effect for effect in result.effects if isinstance(effect, Reply))
