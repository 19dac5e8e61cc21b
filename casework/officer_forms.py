"""What each officer's command has to know; what the line does not say is asked with buttons."""

from collections.abc import Mapping

from casework.board_forms import BOARD_FORMS
from casework.case import Outcome, Source
from casework.clock_forms import CLOCK_FORMS
from casework.command_line import money
from casework.forms import Answers, Form, Option, Question, always
from casework.group_forms import CASE_OR_GROUP, GROUP_FORMS
from casework.ledger_forms import LEDGER_FORMS
from casework.messages import Words
from casework.money_forms import MONEY_FORMS
from casework.officer_questions import CASE
from casework.officer_questions import chosen as _chosen
from casework.officer_questions import day_asked as _day
from casework.officer_questions import from_list as _from_list
from casework.officer_questions import options as _options
from casework.officer_questions import words_asked as _words
from casework.routing_forms import ROUTING_FORMS
from casework.staff_forms import STAFF_FORMS, post_or_listed
from casework.statistics_forms import STATISTICS_FORMS
from casework.supervision_forms import SUPERVISION_FORMS

GROUNDS = _options(
    "ground",
    ("not_accepted_scope", ("不属范围", "范围")),
    ("not_accepted_time", ("超过两年", "时效")),
    ("not_accepted_jurisdiction", ("不归本区", "管辖")),
    ("not_accepted_in_other_procedure", ("已仲裁或起诉", "已起诉", "已仲裁")),
)
"""Why labour inspection may refuse (R25 Art 18; 423 Art 21(2))."""

OBJECTIONS = _options(
    "objection",
    ("other_class", ("类别不对",)),
    ("other_industry", ("行业不对",)),
    ("other_place", ("不在辖区", "辖区")),
    ("other_owner", ("业主不对",)),
)
"""Why a unit may say that a case is not its own (XF22 Art 23(3): with reasons)."""

CALLS = _options(
    "call",
    ("reached", ("接通", "打通", "通了")),
    ("not_reached", ("没接", "未接", "没打通")),
    ("dead_number", ("空号", "停机")),
)

DOCUMENTS = _options(
    "doc",
    ("acceptance", ("受理通知书", "受理")),
    ("order_to_pay", ("限期支付", "责令支付", "限期整改")),
    ("transfer", ("转办函", "移送函", "转办")),
    ("reply", ("答复意见书", "答复")),
    ("other", ("其他", "其它")),
)

SHEETS = _options(
    "sheet",
    ("case", ("案件单",)),
    ("transfer", ("转办单", "交接单")),
    ("assignment", ("交办单",)),
    ("supervision", ("督办单",)),
    ("report", ("办结报告",)),
    ("result", ("结果", "结果单", "结果告知单", "办理结果")),
)

OUTCOMES = tuple(
    Option(value=o.value, label=Words(key=f"outcome-{o.value.replace('_', '-')}"), words=w)
    for o, w in (
        (Outcome.PAID_FULL, ("已付清", "付清")),
        (Outcome.PAID_PART, ("付了一部分", "部分支付")),
        (Outcome.PAID_BY_GENERAL_CONTRACTOR, ("总包清偿",)),
        (Outcome.PAID_BY_OWNER, ("建设单位垫付",)),
        (Outcome.PAID_BY_DEPOSIT, ("保证金支付",)),
        (Outcome.ADVANCED_BY_FUND, ("周转金垫付",)),
        (Outcome.INSTALMENT_AGREEMENT, ("分期协议",)),
        (Outcome.GUIDED_ARBITRATION, ("引导仲裁",)),
        (Outcome.GUIDED_COURT, ("引导起诉",)),
        (Outcome.POLICE_TRANSFERRED, ("移送公安",)),
        (Outcome.FACTS_NOT_ESTABLISHED, ("查无实据",)),
        (Outcome.MERGED, ("并案",)),
    )
)

SOURCES = tuple(
    Option(value=s.value, label=Words(key=f"source-{s.value.replace('_', '-')}"), words=w)
    for s, w in (
        (Source.WALK_IN, ("窗口", "来访", "现场")),
        (Source.HOTLINE_12345, ("12345",)),
        (Source.HOTLINE_12333, ("12333",)),
        (Source.POLICE_110, ("110",)),
        (Source.PORTAL, ("线索平台", "网上")),
        (Source.ASSIGNED_FROM_CITY, ("市里交办", "交办")),
        (Source.OTHER, ("其他", "其它")),
    )
)

SLIP = _options("slip", ("worker", ("发给工人", "发")), ("note", ("只做备注", "备注")))

YES_NO = _options(
    "yesno", ("yes", ("同意", "确认", "是", "对", "好")), ("no", ("不同意", "不", "否"))
)


def _is_transfer(answers: Answers) -> bool:
    return answers.get("doc_kind") == "transfer"


_FORMS = (
    Form(id="case", questions=(CASE,)),
    Form(id="phone", questions=(CASE,)),
    Form(id="accept", questions=(CASE_OR_GROUP,)),
    Form(
        id="object",
        questions=(
            CASE,
            _chosen("objection", OBJECTIONS),
            _from_list("unit", "units"),
            _words("object_reason"),
        ),
    ),
    Form(id="refuse", questions=(CASE, _chosen("ground", GROUNDS), _words("refuse_reason"))),
    Form(id="assign", questions=(CASE, post_or_listed("officer", "officers"))),
    Form(id="ask", questions=(CASE, _words("question_text"))),
    Form(id="reply", questions=(CASE_OR_GROUP, _words("reply_text"))),
    Form(id="progress", questions=(CASE, _words("progress_text"))),
    Form(id="note", questions=(CASE, _words("note_text"))),
    Form(id="call", questions=(CASE, _chosen("call_result", CALLS))),
    Form(
        id="promise",
        questions=(
            CASE,
            _day("promise_day"),
            Question(id="promise_sum", pick=money, needed=always, may_be_unknown=False),
            _words("promise_who"),
        ),
    ),
    Form(id="visit", questions=(CASE, _day("visit_day"), _words("visit_text"))),
    Form(
        id="route", questions=(CASE_OR_GROUP, _from_list("unit", "units"), _words("route_reason"))
    ),
    Form(id="recuse", questions=(CASE, _words("recuse_reason"))),
    Form(
        id="doc",
        questions=(
            CASE,
            _chosen("doc_kind", DOCUMENTS),
            _day("doc_day", future=False),
            _words("doc_number"),
            _words("doc_recipient", applies=_is_transfer),
        ),
    ),
    Form(id="print", questions=(CASE, _chosen("sheet", SHEETS))),
    Form(id="close", questions=(CASE, _chosen("outcome", OUTCOMES), _words("close_reason"))),
    Form(
        id="leave",
        questions=(
            _day("leave_first"),
            _day("leave_last"),
            _from_list("deputy", "officers", shown=True),
        ),
    ),
    Form(
        id="new",
        questions=(
            _chosen("source", SOURCES),
            _words("new_facts"),
            _words("source_number"),
            _words("new_name"),
            _words("new_phone"),
            _chosen("new_consent", YES_NO),
        ),
    ),
    Form(id="facts", questions=(CASE, _words("facts_text"))),
    Form(id="verify", questions=(_words("receipt_words"),)),
    Form(id="slip", questions=(CASE, _chosen("slip", SLIP))),
)

OFFICER_FORMS: Mapping[str, Form] = {
    form.id: form
    for form in (
        *_FORMS,
        *BOARD_FORMS,
        *LEDGER_FORMS,
        *MONEY_FORMS,
        *ROUTING_FORMS,
        *SUPERVISION_FORMS,
        *STAFF_FORMS,
        *CLOCK_FORMS,
        *STATISTICS_FORMS,
        *GROUP_FORMS,
    )
}

WITHOUT_FORM = frozenset(
    {"boards", "ledger", "queues", "inbox", "today", "overdue", "help", "start", "back"}
)
"""Commands that need nothing but their name."""
