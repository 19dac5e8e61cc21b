"""没挂维权牌: a worker says so by a button, a command, or in words; only the site is asked about."""

from dataclasses import replace

from casework.conversation_state import Answer, Conversation
from casework.interview import Heard, Step, again, begin
from casework.meaning import FactName
from casework.messages import Reply
from casework.site_said import scanned, site_answers
from casework.wishes import is_complaint
from casework.worker_forms import COMPLAINT, WORKER_FORMS


def no_board(conversation: Conversation, heard: Heard) -> Step | None:
    """The report begins; a complaint that is being told waits for it and then goes on.

    Within a complaint the words are a fact of it like any other, and reported when it is filed.
    """
    if heard.command != "board" and not _says_so(conversation, heard):
        return None
    text = heard.hearing.text if heard.hearing else str(heard.preset.get("text") or "")
    known: dict[str, Answer] = {"place_kind": "site", "text": text}
    project = scanned(conversation).get("site_code")
    if conversation.form == COMPLAINT.id:
        project = conversation.answers.get("project")
    if project:
        known |= {"project": project, "site": project, "looked_up": project}
    result = begin(conversation, WORKER_FORMS["board"], replace(heard, cases=()), known)
    return replace(result, conversation=replace(result.conversation, greeted=True))


def board_again(conversation: Conversation, heard: Heard) -> Step | None:
    """Said once more while a complaint is told: it answers nothing, and it is not forgotten."""
    if heard.hearing is None or not conversation.asked or conversation.form != COMPLAINT.id:
        return None
    if heard.hearing.meaning.first(FactName.BOARD) is None:
        return None
    return again(conversation, Reply(key="board-noted"))


def after_a_report(conversation: Conversation, code: str, name: str) -> Conversation:
    """A complaint that waited, or that may follow, is of the same site; the board is told of."""
    draft = conversation.draft
    if draft is None:
        return replace(conversation, answers={"site_code": code}) if code else conversation
    answers = {k: v for k, v in draft.answers.items() if k != "board"}
    if code and not answers.get("project"):
        answers |= site_answers(code, name)
    return replace(conversation, draft=replace(draft, answers=answers))


def _says_so(conversation: Conversation, heard: Heard) -> bool:
    if heard.hearing is None or conversation.asked or conversation.form == COMPLAINT.id:
        return False
    return bool(heard.hearing.meaning.first(FactName.BOARD)) and not is_complaint(heard)
