"""An officer's button: ``o:<verb>:<case or item>``; most verbs are commands for that case."""

from casework.conversation_state import Conversation
from casework.forms import Answers, Hearing
from casework.meaning import Intent, Meaning, Reading
from casework.messages import Reply
from casework.officer_conversation import OfficerHeard, officer_step
from casework.officer_forms import OFFICER_FORMS
from handlers.officer.acknowledge_alarm import AcknowledgeAlarm, acknowledge_alarm
from handlers.officer.desk import Desk
from handlers.officer.record_progress import RecordCall, record_call
from handlers.officer.refuse_case import ConfirmRefusal, confirm_refusal
from handlers.officer.serve_command import serve_command

NO_WORDS = Meaning(text="", readings=(Reading(intent=Intent.UNKNOWN, confidence=1.0),))


async def press_button(desk: Desk, state: Conversation, known: Answers, data: str) -> Conversation:
    """Serve the button; the state after it."""
    door, verb, about = (*data.split(":", 2), "", "")[:3]
    if door != "o":
        desk.say(Reply(key="stale-button"))
        return state
    if verb == "ack":
        request = AcknowledgeAlarm(officer=desk.officer, item_id=about)
        desk.say(await acknowledge_alarm(request, desk.ctx))
        return state
    case = (await desk.open_id(about)).case
    if verb in {"refuse_yes", "refuse_no"}:
        word = ConfirmRefusal(officer=desk.officer, case=case, agreed=verb == "refuse_yes")
        desk.say(await confirm_refusal(word, desk.ctx))
        return state
    if verb.startswith("call-"):
        call = RecordCall(officer=desk.officer, case=case, result=verb.removeprefix("call-"))
        desk.say(await record_call(call, desk.ctx))
        return state
    if verb not in OFFICER_FORMS:
        desk.say(Reply(key="stale-button"))
        return state
    heard = OfficerHeard(
        hearing=Hearing(meaning=NO_WORDS, text=""),
        command=verb,
        known={**known, "case": case.number},
    )
    return await step_and_serve(desk, state, heard)


async def step_and_serve(desk: Desk, state: Conversation, heard: OfficerHeard) -> Conversation:
    """Step; serve the command once it is complete."""
    result = officer_step(state, heard)
    if result.reply is not None:
        desk.say(result.reply)
    if result.command:
        await serve_command(desk, result.command, result.answers, heard.hearing.meaning)
    return result.conversation
