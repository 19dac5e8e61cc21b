"""What the commands about tracks and clocks have to know."""

import re

from casework.command_line import day, one_of
from casework.forms import Answers, Form, Hearing, Option, Picked, Question, always
from casework.messages import Words
from casework.officer_questions import CASE, chosen, day_asked, options, words_asked
from casework.steps import RECORDABLE, Step

_LIMIT = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2}-\d{1,2}[A-Za-z]?)(?![A-Za-z0-9-])")


def limit_id(hearing: Hearing, is_open: bool, _: Answers) -> Picked | None:
    """A limit as `/clocks` names it: ``LI-1``, ``ar-8``."""
    match = _LIMIT.search(hearing.text) if is_open else None
    return match and Picked(value=match[1], start=match.start(), end=match.end())


TRACKS = options(
    "record",
    ("labour_inspection", ("监察", "劳动监察")),
    ("petition", ("信访",)),
    ("arbitration", ("仲裁", "劳动仲裁")),
    ("payment_order", ("支付令",)),
    ("court", ("法院", "诉讼")),
    ("police", ("公安", "移送公安")),
    ("worker", ("工人", "本人")),
)
"""Procedures whose steps officers record; ``worker``: what concerns the worker alone."""

_OF_THE_WORKER = ((Step.EMPLOYMENT_END, ("离职", "离开单位", "最后一天")),)


def steps_of(answers: Answers) -> tuple[Option, ...]:
    """The steps of the track that was chosen, in the order of the procedure."""
    track = str(answers.get("record") or "")
    rows = (
        _OF_THE_WORKER
        if track == "worker"
        else tuple(
            (row.step, row.words)
            for kind, rows in RECORDABLE.items()
            if kind == track
            for row in rows
        )
    )
    return tuple(
        Option(value=step, label=Words(key=f"step-{step.value.replace('_', '-')}"), words=words)
        for step, words in rows
    )


_STEP = Question(
    id="record_step",
    pick=one_of(steps_of),
    options=steps_of,
    needed=always,
    may_be_unknown=False,
)
_CLOCK = Question(id="clock", pick=limit_id, needed=always, may_be_unknown=False)
_SINCE = Question(id="clock_day", pick=day(future=False), offered=False)
_GROUND = words_asked("clock_ground")

CLOCK_FORMS = (
    Form(id="clocks", questions=(CASE,)),
    Form(
        id="track",
        questions=(
            CASE,
            chosen("record", TRACKS),
            _STEP,
            day_asked("record_day", future=False),
            words_asked("record_document", offered=False),
        ),
    ),
    Form(id="stop", questions=(CASE, _CLOCK, _SINCE, _GROUND)),
    Form(id="resume", questions=(CASE, _CLOCK)),
    Form(id="extend", questions=(CASE, _CLOCK, _GROUND)),
    Form(id="restart", questions=(CASE, _CLOCK, _SINCE, _GROUND)),
)
