"""At most three plain questions, so that the plan's table can name a unit: who, what, where.

They are asked after the complaint is filed, only where the ledger does not know the site; the
case has a number, an owner and its clocks whatever becomes of them.
"""

from collections.abc import Collection

from casework.directory import District
from casework.forms import Answers, Form, Option, Question, always
from casework.messages import Words
from casework.picking import first_of, free_text, option
from casework.questions import label, options
from casework.routing import RoutingDecision

UNKNOWN = "unknown"

BUILDERS = options(
    ("district", "builder-district", ("区里", "街道", "村里", "区政府", "district")),
    ("city", "builder-city", ("市里", "市政府", "city")),
    ("soe", "builder-soe", ("国企", "央企", "国有", "中铁", "中建", "state")),
    ("private", "builder-private", ("私人", "开发商", "老板自己", "个人", "民营", "private")),
    (UNKNOWN, "label-unknown", ("不知道", "不清楚", "unknown")),
)
"""Who is building it: the plan's four classes (四(一)2) in the words of a building site."""


def _rows(answers: Answers, name: str) -> tuple[Option, ...]:
    rows = answers.get(name)
    pairs = [str(row).split("|", 1) for row in rows] if isinstance(rows, tuple) else []
    return tuple(
        Option(
            value=value,
            label=Words(key="label-text", args={"text": words}),
            words=(words, *_parts(words)),
        )
        for value, words in pairs
    )


def _parts(words: str) -> tuple[str, ...]:
    """盖学校、幼儿园: also 学校 by itself."""
    parts = words.split("、")
    return (*parts, *(part[1:] for part in parts if part[:1] in _BUILDING and part[2:]))


_BUILDING = frozenset("盖修建")
_DONT_KNOW = Option(value=UNKNOWN, label=label("label-unknown"), words=("不知道", "不清楚"))


def work_options(answers: Answers) -> tuple[Option, ...]:
    """The district's kinds of works in plain words."""
    return (*_rows(answers, "kinds"), _DONT_KNOW)


def street_options(answers: Answers) -> tuple[Option, ...]:
    """The sub-districts between which the place lies; none of them where it may be anywhere."""
    return (*_rows(answers, "streets"), _DONT_KNOW)


UNIT_FACTS = Form(
    id="unit_facts",
    questions=(
        Question(
            id="builder",
            pick=option(lambda _: BUILDERS),
            options=lambda _: BUILDERS,
            needed=always,
            needs_asking=True,
            wide=True,
        ),
        Question(
            id="works",
            pick=option(work_options),
            options=work_options,
            needed=always,
            needs_asking=True,
        ),
        Question(
            id="street",
            pick=first_of(option(street_options), free_text),
            options=street_options,
            needed=always,
            needs_asking=True,
            wide=True,
        ),
    ),
)


def questions_for(
    decision: RoutingDecision, near: Collection[str], district: District
) -> Answers | None:
    """What is known already, as answers; None where asking would not help.

    ``near``: the sub-districts between which the place may lie, "" or one of them being sure.
    """
    used = decision.facts_used
    if decision.sure or decision.outside or used.get("construction") != "yes":
        return None
    known = {
        "builder": used.get("class", ""),
        "works": used.get("industry", ""),
        "street": used.get("sub_district", ""),
    }
    if known["builder"] and known["street"]:
        return None
    kinds = tuple(f"{row.code}|{row.plain or row.name}" for row in district.industries.values())
    streets = tuple(
        f"{code}|{district.sub_districts[code].name}"
        for code in near
        if code in district.sub_districts
    )
    return {
        **{name: value for name, value in known.items() if value},
        "kinds": kinds,
        "streets": streets,
    }
