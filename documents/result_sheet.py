"""The written result of a case: how it ended, why, what came, and what the worker can still do.

The limits come with their rows of the law; a limit whose source is not read in full says so.
"""

from casework.deadlines import DayUnit
from casework.money import plain
from casework.sheets import RemedyRow, ResultSheet
from documents import labels
from documents.case_sheet import case_fields, certainty_of, mask_of, put_running
from documents.ink import CENTRE, RIGHT
from documents.labels import NOTHING, UNKNOWN
from documents.paper import Column, Field, Paper

_UNITS = {
    DayUnit.CALENDAR: "日",
    DayUnit.WORKING: "个工作日",
    DayUnit.MONTHS: "个月",
    DayUnit.YEARS: "年",
    DayUnit.HOURS: "小时",
}
_STARTS = {
    "closed": "办结之日起",
    "withdrawn": "撤回之日起",
    "reply_received": "收到处理意见之日起",
    "employment_end": "劳动关系终止之日起",
}
"""From when a remedy's limit runs, where this house knows how to say it."""


def write_result_sheet(sheet: ResultSheet) -> bytes:
    """The written result as a .docx file."""
    case, mask = sheet.case, mask_of(sheet.case)
    paper = Paper(f"欠薪案件办理结果告知单 {case.number}", at=case.printed_at, by=case.printed_by)
    paper.top(
        "欠薪案件办理结果告知单",
        left=f"编号：{case.number}",
        right=f"打印日期：{labels.day(labels.local_day(case.printed_at))}",
    )
    put_running(paper, case)
    paper.heading("一、反映的事")
    paper.fields(case_fields(case, mask))
    paper.remark("以上按工人反映的内容登记，以核实结果为准。")
    paper.heading("二、办理结果")
    paper.grid(
        (
            Column(title="单位", width=60),
            Column(title="结果", width=70, align=CENTRE),
            Column(title="办结日期", width=40, align=CENTRE),
        ),
        [
            (row.unit, labels.OUTCOMES[row.outcome], labels.short_day(row.closed_on))
            for row in sheet.endings
        ],
    )
    reasons = "\n".join(mask.text(words) for words in sheet.reasons)
    paper.fields((Field(label="理由", value=reasons or "（由承办人填写）", wide=True),))
    paper.heading("三、钱")
    _put_money(paper, sheet)
    paper.heading("四、不同意怎么办")
    _put_remedies(paper, sheet.remedies)
    paper.remark("期限以法律规定和受理机关认定为准，别等到最后一天。")
    paper.heading("五、送达")
    paper.blanks(("承办单位（章）", "承办人签字", "收到人签字", "收到日期"))
    return paper.file()


def _put_money(paper: Paper, sheet: ResultSheet) -> None:
    paper.grid(
        (
            Column(title="反映的欠薪（元）", width=60, align=RIGHT),
            Column(title="确认到账（元）", width=55, align=RIGHT),
            Column(title="还差（元）", width=55, align=RIGHT),
        ),
        [
            (
                labels.sum_of_money(sheet.owed),
                plain(sheet.paid),
                labels.sum_of_money(sheet.left) if sheet.left is not None else UNKNOWN,
            )
        ],
    )
    if sheet.unconfirmed:
        paper.remark("钱到没到，工人还没有确认；没有回话不算同意。")


def _put_remedies(paper: Paper, remedies: tuple[RemedyRow, ...]) -> None:
    paper.grid(
        (
            Column(title="可以做什么", width=40),
            Column(title="期限", width=50),
            Column(title="最后一天", width=24, align=CENTRE),
            Column(title="依据", width=56),
        ),
        [
            (
                row.what,
                f"{_STARTS.get(row.starts, '')} {row.n} {_UNITS[row.unit]}内".strip(),
                labels.short_day(row.until) if row.until else NOTHING,
                "\n".join(filter(None, (row.title, certainty_of(row.certainty)))),
            )
            for row in remedies
        ],
    )
