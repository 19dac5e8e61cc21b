"""The report for the district's leader: one page, what is late and who is unpaid first."""

from casework.statistics_sheet import StatisticsSheet
from documents import labels
from documents.ink import CENTRE, RIGHT
from documents.paper import Column, Field, Paper
from documents.statistics.figures import (
    HEADS,
    figures,
    site_name,
    span,
    title,
    unit_name,
)

MOST_UNITS, MOST_SITES = 5, 5
_SHOWN = (
    "收到",
    "未说完",
    "办结",
    "未经确认结束",
    "重办",
    "办理天数中位数",
    "期限按时",
    "期限超期",
    "本期追回",
    "付款承诺",
    "兑现",
    "落空",
    "领导已接访",
    "领导未接访",
)


def write_leader_page(sheet: StatisticsSheet) -> bytes:
    """The page as a .docx file; longer tables end with what was left off."""
    report = sheet.report
    paper = Paper(title(sheet), at=sheet.printed_at, by=sheet.printed_by, dense=True)
    paper.top(title(sheet), left=span(report.period), right=f"统计到 {_as_of(sheet)}")
    unpaid = report.unpaid
    paper.box(
        f"还没拿到钱：{unpaid.people} 人，{labels.sum_of_money(unpaid.money)} 元（{unpaid.cases} 件在办）"
    )
    paper.remark(f"{HEADS}。另有 {unpaid.unnamed} 件说不出金额，不在内。")
    paper.heading("一、本期情况")
    values = {figure.label: figure for figure in figures(sheet)}
    paper.fields(tuple(Field(label=name, value=values[name].value) for name in _SHOWN))
    _put_units(paper, sheet)
    _put_sites(paper, sheet)
    paper.remark("每个数怎么算，见同期工作簿“说明”一页。")
    return paper.file()


def _as_of(sheet: StatisticsSheet) -> str:
    return labels.instant(sheet.report.as_of)


def _put_units(paper: Paper, sheet: StatisticsSheet) -> None:
    rows = [row for row in sheet.report.units if row.late_now or row.late]
    paper.heading("二、超期的单位")
    paper.grid(
        (
            Column(title="单位", width=78),
            Column(title="在办", width=18, align=RIGHT),
            Column(title="本期按时", width=20, align=RIGHT),
            Column(title="本期超期", width=20, align=RIGHT),
            Column(title="现在超期（最长）", width=34, align=CENTRE),
        ),
        [
            (
                unit_name(row.unit, sheet),
                f"{row.open_cases} 件",
                str(row.kept),
                str(row.late),
                f"{row.late_now}（{row.longest_days} 天）" if row.late_now else "0",
            )
            for row in rows[:MOST_UNITS]
        ],
        empty="没有",
    )
    _put_rest(paper, len(rows) - MOST_UNITS, "家单位")


def _put_sites(paper: Paper, sheet: StatisticsSheet) -> None:
    rows = sheet.report.sites
    paper.heading("三、欠薪的工地")
    paper.grid(
        (
            Column(title="工地", width=70),
            Column(title="人数", width=14, align=RIGHT),
            Column(title="未付（元）", width=50, align=RIGHT),
            Column(title="已过天数", width=18, align=RIGHT),
            Column(title="落空承诺", width=18, align=RIGHT),
        ),
        [
            (
                site_name(row, sheet),
                str(row.unpaid.people),
                labels.sum_of_money(row.unpaid.money)
                if row.unpaid.cases > row.unpaid.unnamed
                else labels.UNKNOWN,
                str(row.days),
                str(row.broken),
            )
            for row in rows[:MOST_SITES]
        ],
        empty="没有",
    )
    _put_rest(paper, len(rows) - MOST_SITES, "个工地")


def _put_rest(paper: Paper, left_off: int, what: str) -> None:
    if left_off > 0:
        paper.remark(f"另有 {left_off} {what}，见同期工作簿。")
