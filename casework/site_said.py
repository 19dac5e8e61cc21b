"""A site's code, scanned at the gate or typed, and sites near a shared place, in a conversation.

Nothing is attached in silence: a code is answered with the site's name, a place with a question.
Rows are ``code|what people read``, as `casework.site_matches.as_rows` makes them.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from casework.conversation_state import Answer, Conversation
from casework.interview import SITE_ANSWERS, Step, again, proceed, without
from casework.messages import Button, Reply, Words
from casework.site_link import as_copied
from casework.worker_forms import COMPLAINT

LONGEST_SHOWN = 40
"""Letters of a code that is not ours which are said back."""

_AROUND_A_CODE = re.compile(
    r"[\W_]|工地|项目|编号|代码|号码|码|号|牌子|上面|写着?|扫的?|不对|应该|改成"
    r"|我们?|俺们?|在|的|是|这个?|那个?|就|吧|啊|呢|嗯"
)
"""What stands around a code in a message that says nothing else."""


def says_only(text: str, code: str) -> bool:
    """Whether a message is this code and nothing more: 工地编号是P012."""
    before, found, after = _plain(text).partition(_plain(code))
    return bool(found) and not _AROUND_A_CODE.sub("", before + after)


def named(conversation: Conversation, rows: tuple[str, ...]) -> Step:
    """A code by itself: say which site it is, and go on where the conversation stands."""
    first = rows[0]
    if conversation.form == COMPLAINT.id:
        state, said = noted(conversation, rows)
        if state == conversation:
            return again(conversation, *said)
        result = _asked_again(state)
        return replace(result, effects=(*said, *result.effects))
    if conversation.form:
        return again(conversation, Reply(key="site-code-is", args=_args(first)))
    return Step(conversation=remembered(conversation, rows), effects=(welcome(first),))


def noted(
    conversation: Conversation, rows: tuple[str, ...]
) -> tuple[Conversation, tuple[Reply, ...]]:
    """The complaint with the site in it, and what is said of it; another site is asked about."""
    answers = conversation.answers
    code, name = rows[0].split("|", 1)
    known = str(answers.get("project") or "")
    if known == code and len(rows) == 1:
        return conversation, (Reply(key="site-code-known", args=_args(rows[0])),)
    if len(rows) == 1 and not known:
        return _with(conversation, site_answers(code, name)), (
            Reply(key="site-code-noted", args=_args(rows[0])),
        )
    earlier = (f"{known}|{answers.get('project_name') or known}",) if known else ()
    choice: dict[str, Answer] = {
        "place_kind": "site",
        "site": answers.get("site") or name,
        "looked_up": answers.get("site") or name,
        "site_found": tuple(dict.fromkeys((*rows, *earlier))),
    }
    other = (Reply(key="site-code-other", args=_args(rows[0])),) if known else ()
    return _with(conversation, choice), other


def near(state: Conversation, rows: tuple[str, ...]) -> Step:
    """Sites around a shared place: which one, if any? Never the nearest by itself."""
    answers = state.answers
    if not rows:
        return again(state, Reply(key="site-none-near"))
    choice: dict[str, Answer] = {"place_kind": "site", "site_found": _beside_pending(state, rows)}
    if "site" in answers:
        choice |= {"site": answers["site"], "looked_up": answers["site"]}
    else:
        choice |= {"site": None, "site_by_place": True}
    result = _asked_again(_with(state, choice))
    return replace(result, effects=(Reply(key="site-near"), *result.effects))


def _beside_pending(state: Conversation, rows: tuple[str, ...]) -> tuple[str, ...]:
    """What is being chosen from already stays, and what is near stands behind it."""
    found = state.answers.get("site_found")
    if state.asked != "site_choice" or not isinstance(found, tuple):
        return rows
    pending = tuple(str(row) for row in found)
    codes = {row.split("|", 1)[0] for row in pending}
    return (*pending, *(row for row in rows if row.split("|", 1)[0] not in codes))


def remembered(conversation: Conversation, rows: tuple[str, ...]) -> Conversation:
    """Nothing is being asked yet: the site is kept for the complaint that may follow."""
    return replace(conversation, answers={"site_code": rows[0].split("|", 1)[0]}, greeted=True)


def scanned(conversation: Conversation) -> Mapping[str, Answer]:
    """What a scan has left for a complaint that begins now."""
    code = conversation.answers.get("site_code")
    return {"site_code": code} if code and not conversation.form else {}


def site_answers(code: str, name: str) -> dict[str, Answer]:
    """The answers that a known site gives."""
    return {
        "place_kind": "site",
        "site": name,
        "looked_up": name,
        "project": code,
        "project_name": name,
    }


def unknown(conversation: Conversation, code: str) -> Step:
    """A code that the ledger does not have: it is said, and nothing is lost by it."""
    shown = " ".join(code.split())[:LONGEST_SHOWN]
    reply = Reply(key="site-code-unknown", args={"code": shown})
    if conversation.form:
        return again(conversation, reply)
    return Step(conversation=replace(conversation, greeted=True), effects=(reply,))


def welcome(row: str) -> Reply:
    """The first words to somebody who has just scanned the code at a gate."""
    return Reply(
        key="site-scanned",
        args=_args(row),
        buttons=(
            (Button(label=Words(key="label-complain"), data="w:new"),),
            (
                Button(label=Words(key="label-status"), data="w:status"),
                Button(label=Words(key="label-no-board"), data="w:board"),
            ),
        ),
    )


def _with(conversation: Conversation, answers: Mapping[str, Answer]) -> Conversation:
    state = without(conversation, *SITE_ANSWERS)
    return replace(state, answers={**state.answers, **answers})


def _asked_again(state: Conversation) -> Step:
    """Go on; a question that was open already is not counted twice."""
    open_before = state.asked
    result = proceed(replace(state, asked=""))
    if result.conversation.asked != open_before:
        return result
    asked = max(result.conversation.questions_asked - 1, 0)
    return replace(result, conversation=replace(result.conversation, questions_asked=asked))


def _plain(text: str) -> str:
    """One width, one case, without the gaps that people put into a code."""
    return re.sub(r"[\s_-]", "", as_copied(text))


def _args(row: str) -> dict[str, str]:
    code, name = row.split("|", 1)
    return {"code": code, "name": name}
