"""An officer's button: ``o:<verb>:<case or item>``; most verbs are commands for that case."""

from collections.abc import Awaitable, Callable, Mapping

from casework.case import Case
from casework.conversation_state import Conversation
from casework.forms import Answers, Hearing
from casework.meaning import Intent, Meaning, Reading
from casework.messages import Reply
from casework.officer_conversation import OfficerHeard, officer_step
from casework.officer_forms import OFFICER_FORMS
from handlers.officer.acknowledge_alarm import AcknowledgeAlarm, acknowledge_alarm
from handlers.officer.boards.serve import BOARD_BUTTONS
from handlers.officer.desk import Desk
from handlers.officer.groups.serve import FORMS_OF_BUTTONS, GROUP_BUTTONS, code_of
from handlers.officer.hand_over import HandOver, hand_over
from handlers.officer.ledger.serve import LEDGER_BUTTONS
from handlers.officer.money.serve import CLOSING_BUTTONS, RECEIPT_BUTTONS
from handlers.officer.record_call import RecordCall, record_call
from handlers.officer.refuse_case import ConfirmRefusal, confirm_refusal
from handlers.officer.routing.serve import ROUTING_BUTTONS, SUGGESTION_BUTTONS
from handlers.officer.serve_clocks import EXTENSION_BUTTONS
from handlers.officer.serve_command import serve_command
from handlers.officer.serve_staff import LEAVE_BUTTONS
from handlers.officer.statistics.serve import STATISTICS_BUTTONS
from handlers.officer.supervision.serve import SUPERVISION_BUTTONS

NO_WORDS = Meaning(text="", readings=(Reading(intent=Intent.UNKNOWN, confidence=1.0),))


async def press_button(desk: Desk, state: Conversation, known: Answers, data: str) -> Conversation:
    """Serve the button; the state after it."""
    door, verb, about = (*data.split(":", 2), "", "")[:3]
    if door == "o" and verb == "ack":
        request = AcknowledgeAlarm(officer=desk.officer, item_id=about)
        desk.say(await acknowledge_alarm(request, desk.ctx))
    elif door == "o" and verb in _BY_ID:
        desk.say(await _BY_ID[verb](desk, about))
    elif door == "o" and verb in _AT_ONCE:
        case = (await desk.open_id(about)).case
        desk.say(await _AT_ONCE[verb](desk, case))
    elif door == "o" and verb in FORMS_OF_BUTTONS:
        code = await code_of(desk, about)
        return await _begin(desk, state, FORMS_OF_BUTTONS[verb], {**known, "case": code})
    elif door == "o" and verb in OFFICER_FORMS:
        case = (await desk.open_id(about)).case
        return await _begin(desk, state, verb, {**known, "case": case.number})
    else:
        desk.say(Reply(key="stale-button"))
    return state


async def _begin(desk: Desk, state: Conversation, command: str, known: Answers) -> Conversation:
    heard = OfficerHeard(hearing=Hearing(meaning=NO_WORDS, text=""), command=command, known=known)
    return await step_and_serve(desk, state, heard)


def _refusal(*, agreed: bool) -> Callable[[Desk, Case], Awaitable[Reply]]:
    async def serve(desk: Desk, case: Case) -> Reply:
        word = ConfirmRefusal(officer=desk.officer, case=case, agreed=agreed)
        return await confirm_refusal(word, desk.ctx)

    return serve


def _call(result: str) -> Callable[[Desk, Case], Awaitable[Reply]]:
    async def serve(desk: Desk, case: Case) -> Reply:
        call = RecordCall(officer=desk.officer, case=case, result=result)
        return await record_call(call, desk.ctx)

    return serve


async def _handed(desk: Desk, case: Case) -> Reply:
    return await hand_over(HandOver(officer=desk.officer, case=case), desk.ctx)


_AT_ONCE: Mapping[str, Callable[[Desk, Case], Awaitable[Reply]]] = {
    "refuse_yes": _refusal(agreed=True),
    "refuse_no": _refusal(agreed=False),
    "call-reached": _call("reached"),
    "call-not_reached": _call("not_reached"),
    "call-dead_number": _call("dead_number"),
    "handed": _handed,
    **CLOSING_BUTTONS,
    **ROUTING_BUTTONS,
    **SUPERVISION_BUTTONS,
}


_BY_ID: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    **BOARD_BUTTONS,
    **GROUP_BUTTONS,
    **LEAVE_BUTTONS,
    **LEDGER_BUTTONS,
    **SUGGESTION_BUTTONS,
    **RECEIPT_BUTTONS,
    **EXTENSION_BUTTONS,
    **STATISTICS_BUTTONS,
}
"""Buttons about something that is no case."""


async def step_and_serve(desk: Desk, state: Conversation, heard: OfficerHeard) -> Conversation:
    """Step; serve the command once it is complete."""
    result = officer_step(state, heard)
    if result.reply is not None:
        desk.say(result.reply)
    if result.command:
        await serve_command(desk, result.command, result.answers)
    return result.conversation
