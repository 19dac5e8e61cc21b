"""The papers of dual assignment (plan 四(八)): assignment sheet, supervision order, report.

Drafts for the officers who answer for them: number, seal and signature are put on by hand.
"""

from collections.abc import Mapping
from datetime import date

from casework.sheets import AssignmentSheet, CaseSheet, ResultReport, SupervisionSheet
from casework.supervision import Level, Slow
from documents import labels
from documents.case_sheet import (
    case_fields,
    mask_of,
    put_running,
    put_workers,
    responsibility_fields,
)
from documents.labels import NOTHING
from documents.paper import Field, Paper

_BLANK_DAY = "　　　年　　月　　日"

LEVELS: Mapping[Level, str] = {
    Level.CITY: "市级",
    Level.PROVINCE: "省级",
    Level.NATIONAL: "国家级",
}

GROUNDS: Mapping[Slow, str] = {
    Slow.QUIET: "较长时间没有办理记录",
    Slow.NO_PLAN: "期限过半，没有办理方案",
    Slow.NEAR: "临近期限，尚未办结",
    Slow.OVERDUE: "已超过交办期限",
}


def write_assignment_sheet(sheet: AssignmentSheet) -> bytes:
    """The sheet by which one of the two units gets its half of the assignment."""
    case = sheet.case
    paper = _begun("欠薪案件交办单", case)
    paper.fields(
        (
            Field(label="交办级别", value=LEVELS[sheet.level]),
            Field(label="交办单位", value=sheet.assigner or NOTHING),
            Field(label="交办文号", value=sheet.number or NOTHING),
            Field(label="交办日期", value=labels.day(sheet.assigned_on)),
            Field(label="办结期限", value=_day(sheet.due_on)),
            Field(label="接收单位", value=sheet.to_unit),
            Field(
                label="同时交办",
                value=f"{sheet.other_unit}（同一案件，两家同时办、一个答复）",
                wide=True,
            ),
        )
    )
    _put_case(paper, case)
    paper.heading("三、签收")
    paper.blanks(("接收单位（章）", "接收人签字", "接收日期", "本单位编号"))
    return paper.file()


def write_supervision_sheet(sheet: SupervisionSheet) -> bytes:
    """The request for supervision, with room for the leader's word; once approved, the order."""
    case, mask = sheet.case, mask_of(sheet.case)
    title = "欠薪案件督办单" if sheet.approved else "欠薪案件提请督办审批单"
    paper = _begun(title, case)
    paper.fields(
        (
            Field(label="督办文号", value=sheet.number or NOTHING),
            Field(label="交办单位", value=sheet.assigner or NOTHING),
            Field(label="交办日期", value=labels.day(sheet.assigned_on)),
            Field(label="交办期限", value=_day(sheet.due_on)),
            Field(label="提请日期", value=labels.day(labels.local_day(sheet.requested_at))),
            Field(label="反馈期限", value=_day(sheet.report_by)),
            Field(label="责任单位", value=case.lead, wide=True),
            Field(
                label="进度情况",
                value="\n".join(GROUNDS[ground] for ground in sheet.grounds) or NOTHING,
                wide=True,
            ),
            Field(label="提请理由", value=mask.text(sheet.reason) or NOTHING, wide=True),
        )
    )
    _put_case(paper, case)
    paper.heading("三、区领导意见")
    if sheet.approved is not None and sheet.decided_at is not None:
        word = "同意督办" if sheet.approved else "不同意督办"
        paper.remark(f"{labels.day(labels.local_day(sheet.decided_at))}，在系统中登记：{word}。")
    paper.blanks(("批示", "签字", "日期"))
    return paper.file()


def write_result_report(sheet: ResultReport) -> bytes:
    """The report that goes back to whoever assigned the case."""
    case, mask = sheet.case, mask_of(sheet.case)
    paper = _begun("欠薪案件办结报告", case)
    paper.fields(
        (
            Field(label="交办级别", value=LEVELS[sheet.level]),
            Field(label="交办单位", value=sheet.assigner or NOTHING),
            Field(label="交办文号", value=sheet.number or NOTHING),
            Field(label="交办日期", value=labels.day(sheet.assigned_on)),
            Field(label="交办期限", value=_day(sheet.due_on)),
            Field(label="是否督办", value="是" if sheet.supervised else "否"),
        )
    )
    _put_case(paper, case)
    paper.heading("三、采取的措施")
    lines = [f"{n}. {mask.text(words)}" for n, words in enumerate(sheet.measures, 1)]
    paper.fields((Field(label="措施", value="\n".join(lines) or "（由承办人填写）", wide=True),))
    paper.heading("四、办理结果和对工人的答复")
    outcomes = dict.fromkeys(labels.OUTCOMES[t.outcome] for t in case.tracks if t.outcome)
    paper.fields(
        (
            Field(label="结果", value="；".join(outcomes) or "尚未办结", wide=True),
            Field(label="答复", value=mask.text(sheet.answer) or "（两家尚未定稿）", wide=True),
        )
    )
    paper.blanks(("区信访局（章）", "区治欠办（章）", "经办人签字", "日期"))
    return paper.file()


def _begun(title: str, case: CaseSheet) -> Paper:
    paper = Paper(f"{title} {case.number}", at=case.printed_at, by=case.printed_by)
    paper.top(
        title,
        left=f"编号：{case.number}",
        right=f"打印日期：{labels.day(labels.local_day(case.printed_at))}",
    )
    put_running(paper, case)
    return paper


def _put_case(paper: Paper, case: CaseSheet) -> None:
    mask = mask_of(case)
    paper.heading("一、案件情况")
    paper.fields((*case_fields(case, mask), *responsibility_fields(case)))
    paper.remark("以上按工人反映的内容登记，以核实结果为准。")
    paper.heading("二、工人名单")
    put_workers(paper, case, mask)


def _day(value: date | None) -> str:
    return labels.day(value) if value else _BLANK_DAY
