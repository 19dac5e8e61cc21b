"""Commands about officers, units and leaders: what each has to know."""

import re

from casework.command_line import called, one_of
from casework.directory import ContactMode
from casework.forms import Answers, Form, Hearing, Option, Picked, Question, always
from casework.messages import Words
from casework.officer_questions import CASE, chosen, from_list, listed, words_asked
from casework.people import OfficerRole

_POST = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2,6}(?:-\d{1,4}){1,2}(?![\w-])")
_TELEPHONE = re.compile(r"(?<![\w-])\+?\d[\d -]{5,18}\d(?![\w-])")

ROLES = tuple(
    Option(value=role.value, label=Words(key=f"role-{role.value.replace('_', '-')}"), words=words)
    for role, words in (
        (OfficerRole.HANDLER, ("经办人", "经办")),
        (OfficerRole.HEAD, ("负责人",)),
        (OfficerRole.TRIAGE, ("分办", "治欠办分办")),
        (OfficerRole.LEGAL_AID, ("法律援助", "法援")),
        (OfficerRole.SUPERVISOR, ("督办",)),
    )
)

MODES = tuple(
    Option(value=mode.value, label=Words(key=f"mode-{mode.value}"), words=words)
    for mode, words in (
        (ContactMode.CHAT, ("聊天",)),
        (ContactMode.PHONE, ("打电话", "电话")),
        (ContactMode.PAPER, ("纸质", "书面")),
    )
)


def post_code(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """The code of a post, as colleagues type it: ``HOUS-2``, ``st-08-2``."""
    del is_open, answers
    found = _POST.search(hearing.text)
    if found is None:
        return None
    return Picked(value=found.group().upper(), start=found.start(), end=found.end())


def telephone(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """An office's telephone number, fixed or mobile, digits and dashes."""
    del is_open, answers
    found = _TELEPHONE.search(hearing.text)
    if found is None:
        return None
    number = re.sub(r"\s+", "-", found.group().strip())
    return Picked(value=number, start=found.start(), end=found.end())


def post_or_listed(question_id: str, name: str) -> Question:
    """One of a list of the answers, shown as buttons; or any post by its code."""

    def pick(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
        named = called(listed(name))(hearing, is_open, answers)
        return named or post_code(hearing, is_open, answers)

    return Question(
        id=question_id,
        pick=pick,
        options=listed(name),
        needed=always,
        may_be_unknown=False,
        wide=True,
    )


POST = Question(id="post", pick=post_code, needed=always, may_be_unknown=False)
_ROLE = Question(id="role", pick=one_of(lambda _: ROLES), options=lambda _: ROLES)
_UNIT = Question(id="unit", pick=called(listed("units")))

ONLY_WHAT_IS_NEEDED = 0
"""A form's limit: what is not needed is taken from the line, and never asked."""

STAFF_FORMS = (
    Form(id="staff", questions=(_UNIT,), limit=ONLY_WHAT_IS_NEEDED),
    Form(id="invite", questions=(from_list("unit", "units"), chosen("role", ROLES))),
    Form(id="suspend", questions=(POST, words_asked("suspend_reason"))),
    Form(id="restore", questions=(POST,)),
    Form(
        id="move", questions=(POST, from_list("unit", "units"), _ROLE), limit=ONLY_WHAT_IS_NEEDED
    ),
    Form(
        id="unit",
        questions=(
            from_list("unit", "units"),
            Question(id="mode", pick=one_of(lambda _: MODES)),
            Question(id="telephone", pick=telephone),
        ),
        limit=ONLY_WHAT_IS_NEEDED,
    ),
    Form(
        id="leader",
        questions=(
            CASE,
            post_or_listed("leader", "leaders"),
        ),
    ),
)
