"""What a message wants while nothing is being asked, and what is answered between questions."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from casework.control_words import cancel
from casework.conversation_state import Answer, Conversation
from casework.forms import Answers, absorb
from casework.interview import (
    MISSES_UNTIL_A_PERSON,
    Effect,
    Heard,
    Request,
    Step,
    Want,
    again,
    begin,
    proceed,
)
from casework.meaning import FactName, Intent
from casework.messages import Button, Reply, Words
from casework.numbers import find_case_number
from casework.proof import find_proof_code
from casework.site_said import scanned
from casework.worker_forms import COMPLAINT, WORKER_FORMS

TOLD = "told."
"""Prefix of complaint facts that wait while it is asked what a message is for."""


COMMANDS: Mapping[str, Intent] = {
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


ABOUT_RECEIPTS: Mapping[str, Want] = {
    "verify": Want.VERIFY_RECEIPT,
    "receipt": Want.SEND_RECEIPT,
    "copy": Want.COPY_FILE,
}


def command(conversation: Conversation, heard: Heard) -> Step | None:
    if not heard.command:
        return None
    if heard.command == "new" and conversation.form == COMPLAINT.id:
        return again(conversation) if conversation.asked else proceed(conversation)
    if heard.command == "new":
        return _begin_complaint(conversation, replace(heard, hearing=None))
    if heard.command in ABOUT_RECEIPTS:
        words = str(heard.preset.get("text") or "")
        return again(conversation, Request(want=ABOUT_RECEIPTS[heard.command], text=words))
    intent = COMMANDS.get(heard.command)
    if intent is None:
        return again(conversation, Reply(key="unknown-command"))
    return by_intent(conversation, heard, intent)


_RECEIPT = frozenset({"回执", "要回执", "我要回执", "下载回执", "打印回执", "回执单", "receipt"})


_FILE = frozenset({"档案", "要档案", "我要档案", "我的档案", "复印档案", "copy"})
"""The bare words for one's own file."""


def receipt(conversation: Conversation, heard: Heard) -> Step | None:
    """A receipt's number and code together ask whether it still fits what is recorded.

    The bare word for a receipt asks for it as a file.
    """
    words = heard.hearing.text if heard.hearing and not conversation.asked else ""
    if words.strip(" 。.！!") in _RECEIPT:
        return again(conversation, Request(want=Want.SEND_RECEIPT))
    if words.strip(" 。.！!") in _FILE:
        return again(conversation, Request(want=Want.COPY_FILE))
    if find_proof_code(words) and find_case_number(words):
        return again(conversation, Request(want=Want.VERIFY_RECEIPT, text=words))
    return None


_NOT_COME = frozenset(
    f"{what}{no}{ending}"
    for what in ("", "钱", "还", "钱还", "工资", "工资还", "一分")
    for no in ("没到", "没给", "没收到", "没到账", "没有到", "没有给", "没有收到")
    for ending in ("", "啊", "呢", "钱", "我")
) | {"nothing came", "not paid"}
"""Words that say of a case, all by themselves, that the money has not come."""


def not_come(conversation: Conversation, heard: Heard) -> Step | None:
    """没到, said into the silence: one word is enough, whatever the case was closed as."""
    words = heard.hearing.text if heard.hearing else ""
    bare = words.strip(" 。，.,！!").casefold()
    if conversation.form or not heard.cases or bare not in _NOT_COME:
        return None
    return begin(
        conversation, WORKER_FORMS["payment"], replace(heard, hearing=None), {"paid_all": "none"}
    )


def idle(conversation: Conversation, heard: Heard) -> Step | None:
    """Nothing is being asked: what does this message want?"""
    if heard.hearing is None:
        return None
    meaning = heard.hearing.meaning
    if conversation.form == COMPLAINT.id and not conversation.asked:
        return _resume(conversation, heard)
    if is_complaint(heard):
        if heard.cases:
            return _free_text(conversation, heard)
        return _begin_complaint(conversation, heard)
    if heard.hearing.wish in _SAYS_NOTHING_ALONE or (
        heard.cases
        and meaning.intent is Intent.OUT_OF_SCOPE  # 带班的电话关机: of the case after all
    ):
        return _free_text(conversation, heard) if heard.cases else _lost(conversation)
    return by_intent(conversation, heard, heard.hearing.wish)


def _resume(conversation: Conversation, heard: Heard) -> Step:
    """A paused complaint goes on with whatever is said next."""
    if heard.hearing is None:
        return Step(conversation=conversation, effects=ANSWERED_AT_ONCE[Intent.GREETING](heard))
    state = absorb(COMPLAINT, conversation, heard.hearing)
    answer = ANSWERED_AT_ONCE.get(heard.hearing.wish)
    if answer is not None and state.answers == conversation.answers:
        return Step(conversation=conversation, effects=answer(heard))
    return proceed(state)


def is_complaint(heard: Heard) -> bool:
    """Whether wages owed are told, by the reading or by the facts."""
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
        answers={**scanned(conversation), **heard.preset},
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
        told = {**scanned(conversation), **told}
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
            return again(conversation, Reply(key="no-case-yet"))
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
        return again(conversation, request)

    return note


_STARTS: Mapping[Intent, Callable[[Conversation, Heard], Step]] = {
    Intent.PAID: _needs_case("payment"),
    Intent.OBJECT: _needs_case("object"),
    Intent.WITHDRAW: _needs_case("withdraw"),
    Intent.RECOVER: _recover,
    Intent.PRESSURE: _of_a_case(Want.NOTE_PRESSURE),
    Intent.PROMISED: _of_a_case(Want.NOTE_PROMISE),
    Intent.COMPLAINT: _begin_complaint,
    Intent.CANCEL: cancel,
}


STARTS_ANEW = frozenset(_STARTS) | {Intent.FOR_OTHER} - {Intent.CANCEL}


_SAYS_NOTHING_ALONE = frozenset(
    {
        Intent.UNKNOWN,
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


ANSWERED_AT_ONCE: Mapping[Intent, Callable[[Heard], tuple[Effect, ...]]] = {
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


def by_intent(conversation: Conversation, heard: Heard, intent: Intent) -> Step:
    """What an intent does wherever it is said."""
    if intent in _STARTS and (conversation.form != COMPLAINT.id or intent is Intent.CANCEL):
        return _STARTS[intent](conversation, heard)
    if intent in _STARTS and intent is not Intent.COMPLAINT:
        return _STARTS[intent](conversation, heard)
    effects = ANSWERED_AT_ONCE.get(intent, _say("not-understood"))(heard)
    if intent is Intent.GREETING and conversation.asked:
        effects = ()
    if intent is Intent.ABUSE and not conversation.form:  # no question that could be asked again
        effects = (Reply(key="abuse-first", buttons=greeting().buttons),)
    return again(replace(conversation, greeted=True), *effects)
