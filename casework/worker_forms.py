"""The forms that a worker fills in by talking, each the input of one use case."""

from collections.abc import Mapping

from casework.forms import Form, Question, always, never
from casework.meaning import FactName
from casework.people_list import check, pick_rows
from casework.picking import (
    any_sum,
    choose,
    count,
    fact,
    first_of,
    free_text,
    only_asked,
    option,
    own_words,
    sum_owed,
    words_of,
)
from casework.questions import (
    CHANGES,
    MOST_MONTHS,
    MOST_PEOPLE,
    PLACE_KINDS,
    case_options,
    has_choice,
    is_family,
    is_site,
    no_project,
    options,
    own_name,
    phone,
    place_kind,
    place_said,
    read_back,
    site_options,
    site_unknown,
)
from casework.unit_questions import UNIT_FACTS

READ_BACK = options(
    ("yes", "label-file-it", ("对", "是", "好", "交", "没错", "yes")),
    (
        "change",
        "label-change",
        ("改", "要改", "我要改", "改一下", "不对", "不是", "错", "no", "change"),
    ),
)

WITHDRAW_WHY = options(
    ("stay", "label-stay", ("不撤", "先不撤", "算了不撤", "stay")),
    ("forced", "label-forced", ("老板让我撤", "老板让", "他让我撤", "forced")),
    ("own", "label-own-will", ("我自己", "自己要撤", "自愿", "own")),
)

SURE_OR_NOT = options(
    ("no", "label-no-keep", ("不", "不撤", "别撤", "no")),
    ("yes", "label-yes-withdraw", ("确定", "撤", "是", "yes")),
)

HOW_MUCH = options(
    ("all", "label-paid-all", ("全到了", "全给了", "都给了", "结清", "all")),
    ("part", "label-paid-part", ("一部分", "到了一部分", "给了一点", "part")),
    ("none", "label-paid-none", ("没到", "没给", "一分没有", "none")),
)

WHAT_FOR = options(
    ("officer", "label-to-officer", ("给经办人", "转给", "经办", "officer")),
    ("evidence", "label-as-evidence", ("当证据", "证据", "evidence")),
    ("new", "label-new-complaint", ("新的", "另外一件", "新投诉", "new")),
    ("nothing", "label-nothing", ("不用", "没事", "nothing")),
)

LIST_DONE = options(
    ("yes", "label-list-done", ("完了", "就这些", "没了", "对", "done")),
    ("more", "label-list-more", ("还有", "没完", "more")),
)

PROJECT_MONEY = options(
    ("no", "label-wages-only", ("没有", "都是工资", "只有工资", "no")),
    ("yes", "label-project-money-too", ("有", "有工程款", "yes")),
)


DANGER_WHERE = Question(
    id="danger_where", pick=free_text, applies=never, needed=always, needs_asking=True
)

ALARM = Form(id="alarm", questions=(DANGER_WHERE,))

SITE = Question(id="site", pick=words_of(FactName.PROJECT), applies=is_site, needed=always)

SITE_CHOICE = Question(
    id="site_choice",
    pick=option(site_options),
    options=site_options,
    applies=has_choice,
    needed=always,
    needs_asking=True,
    wide=True,
)

WHERE = Question(id="where", pick=place_said, applies=no_project, needed=always)

COMPLAINT = Form(
    id="complaint",
    questions=(
        Question(id="family", pick=fact(FactName.FAMILY), applies=never),
        Question(id="foreman", pick=fact(FactName.FOREMAN), applies=never),
        Question(
            id="representative",
            pick=fact(FactName.FOREMAN, role="representative"),
            applies=never,
        ),
        Question(id="period", pick=fact(FactName.PERIOD), applies=never),
        Question(id="paid", pick=fact(FactName.PAID), applies=never),
        Question(id="wage_rate", pick=fact(FactName.WAGE_RATE), applies=never),
        Question(id="iou", pick=fact(FactName.IOU), applies=never),
        Question(id="contract", pick=fact(FactName.CONTRACT), applies=never),
        Question(id="board", pick=fact(FactName.BOARD), applies=never),
        DANGER_WHERE,
        Question(
            id="place_kind",
            pick=place_kind,
            options=lambda _: PLACE_KINDS,
            needed=always,
        ),
        SITE,
        SITE_CHOICE,
        WHERE,
        Question(id="employer", pick=words_of(FactName.EMPLOYER), needed=site_unknown),
        Question(id="amount", pick=sum_owed, needed=always),
        Question(id="headcount", pick=count(FactName.HEADCOUNT, MOST_PEOPLE), needed=always),
        Question(id="months", pick=count(FactName.MONTHS, MOST_MONTHS)),
        Question(id="worker_name", pick=own_name, applies=is_family, needs_asking=True),
        Question(id="name", pick=own_name, applies=lambda a: not is_family(a)),
        Question(id="phone", pick=phone),
        Question(
            id="change",
            pick=option(lambda _: CHANGES),
            options=lambda _: CHANGES,
            applies=never,
            needs_asking=True,
        ),
        Question(
            id="read_back",
            pick=option(lambda _: READ_BACK),
            options=lambda _: READ_BACK,
            args=read_back,
            needed=always,
            may_be_unknown=False,
            needs_asking=True,
        ),
    ),
)

WHICH_CASE = Question(
    id="which_case",
    pick=option(case_options),
    options=case_options,
    needed=always,
    may_be_unknown=False,
    needs_asking=True,
    wide=True,
)

RECOVER = Form(
    id="recover",
    questions=(
        Question(
            id="case_number",
            pick=fact(FactName.CASE_NUMBER),
            needed=always,
            may_be_unknown=False,
        ),
        Question(
            id="query_code",
            pick=first_of(fact(FactName.QUERY_CODE), only_asked),
            options=lambda _: options(
                ("lost", "label-lost-code", ("忘了", "丢了", "没有了", "lost"))
            ),
            needed=always,
            may_be_unknown=False,
        ),
    ),
)

WITHDRAW = Form(
    id="withdraw",
    questions=(
        WHICH_CASE,
        choose("withdraw_why", WITHDRAW_WHY, wide=True),
        choose("withdraw_sure", SURE_OR_NOT, applies=lambda a: a.get("withdraw_why") != "stay"),
    ),
)


PAYMENT = Form(
    id="payment",
    questions=(
        WHICH_CASE,
        Question(
            id="paid_sum",
            pick=first_of(fact(FactName.PAID), any_sum),
            applies=lambda a: a.get("paid_all") == "part",
            needed=always,
        ),
        choose("paid_all", HOW_MUCH, applies=lambda a: not a.get("paid_sum")),
    ),
)

OBJECT = Form(
    id="object",
    questions=(
        WHICH_CASE,
        Question(id="object_why", pick=own_words, needed=always, needs_asking=True),
    ),
)


MESSAGE = Form(
    id="message",
    questions=(
        choose("what_for", WHAT_FOR),
        Question(
            id="which_case",
            pick=WHICH_CASE.pick,
            options=case_options,
            applies=lambda a: a.get("what_for") in {"officer", "evidence"},
            needed=always,
            may_be_unknown=False,
            needs_asking=True,
            wide=True,
        ),
    ),
)

ATTACH = Form(id="attach", questions=(WHICH_CASE,))

BOARD = Form(id="board", questions=(SITE, SITE_CHOICE, WHERE))

PEOPLE_LIST = Form(
    id="people_list",
    questions=(
        Question(id="list_rows", pick=pick_rows, needed=always, may_be_unknown=False),
        Question(
            id="list_done",
            pick=option(lambda _: LIST_DONE),
            options=lambda _: LIST_DONE,
            args=check,
            needed=always,
            may_be_unknown=False,
            needs_asking=True,
        ),
        choose("list_project_money", PROJECT_MONEY, wide=True),
    ),
)


WORKER_FORMS: Mapping[str, Form] = {
    form.id: form
    for form in (
        COMPLAINT,
        RECOVER,
        WITHDRAW,
        PAYMENT,
        OBJECT,
        MESSAGE,
        ATTACH,
        PEOPLE_LIST,
        BOARD,
        ALARM,
        UNIT_FACTS,
    )
}
