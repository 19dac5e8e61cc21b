"""What the commands of dual assignment and supervision have to know."""

from casework.command_line import day
from casework.forms import Form, Option, Question
from casework.messages import Words
from casework.officer_questions import CASE, chosen, day_asked, options, words_asked

LEVELS = options(
    "level",
    ("city", ("市级", "市里", "市")),
    ("province", ("省级", "省里", "省")),
    ("national", ("国家级", "国家", "部里")),
)

CAUSES = options(
    "cause",
    ("owner_unpaid", ("甲方没拨款", "建设单位没付工程款", "没拨款")),
    ("funds_short", ("资金没到位", "政府资金没到位")),
    ("illegal_subcontract", ("违法分包", "转包", "挂靠")),
    ("kept_by_subcontractor", ("分包截留", "截留挪用", "截留")),
    ("quantity_dispute", ("工程量争议", "结算争议")),
    ("employer_fled", ("老板跑了", "逃匿")),
    ("employer_closed", ("单位关停", "破产", "关停")),
    ("no_special_account", ("没设专户", "没有专户")),
    ("other", ("其他原因", "其他")),
)
"""Codes of `casework.causes.Cause`."""

_NO_DATE = Option(value="none", label=Words(key="label-no-date"), words=("没有期限", "没写", "无"))


def _day_or_none(question_id: str) -> Question:
    """A day, or a button for papers that name none."""
    return Question(id=question_id, pick=day(), options=lambda _: (_NO_DATE,), may_be_unknown=True)


SUPERVISION_FORMS = (
    Form(
        id="dual",
        questions=(
            CASE,
            chosen("level", LEVELS),
            _day_or_none("dual_due"),
            words_asked("dual_number"),
            words_asked("dual_assigner"),
        ),
    ),
    Form(id="dualok", questions=(CASE,)),
    Form(id="plan", questions=(CASE, chosen("cause", CAUSES), words_asked("plan_text"))),
    Form(id="supervise", questions=(CASE, words_asked("supervise_reason"))),
    Form(
        id="supervised",
        questions=(CASE, day_asked("report_by"), words_asked("order_number")),
    ),
    Form(id="answer", questions=(CASE, words_asked("answer_text"))),
    Form(id="report", questions=(CASE, words_asked("report_number"))),
)
