"""Commands about groups; and how a command over one case is told one over a group: ``G3``."""

from dataclasses import replace

from casework.command_line import case_number
from casework.forms import Answers, Form, Hearing, Picked, Question
from casework.groups import CODE
from casework.officer_questions import CASE


def group_code(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    """A group as officers type it, as the first word."""
    del is_open, answers
    found = CODE.match(hearing.text)
    if found is None:
        return None
    return Picked(value=f"G{int(found[1])}", start=found.start(), end=found.end())


def _case_or_group(hearing: Hearing, is_open: bool, answers: Answers) -> Picked | None:
    found = group_code(hearing, is_open, answers)
    return found or case_number(hearing, is_open, answers)


CASE_OR_GROUP = replace(CASE, pick=_case_or_group)

GROUP_FORMS = (
    Form(id="group", questions=(Question(id="group", pick=group_code),), limit=0),
    Form(id="ungroup", questions=(CASE,)),
)
