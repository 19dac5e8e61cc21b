"""The figures of a report in words: each with the sentence that says what is counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casework.case import Source
from casework.causes import Cause
from casework.ledger import ProjectClass
from casework.money import plain
from casework.periods import CalendarPeriod, PeriodKind
from casework.statistics import BANDS, Dimension, GroupRow, SiteRow
from casework.statistics_sheet import StatisticsSheet
from documents import labels

NOT_KNOWN = "未定"

DIMENSIONS: Mapping[Dimension, str] = {
    Dimension.CLASS: "项目类别",
    Dimension.INDUSTRY: "行业",
    Dimension.SUB_DISTRICT: "街道（镇）",
    Dimension.CAUSE: "欠薪原因",
    Dimension.SOURCE: "来源",
    Dimension.EMPLOYER: "被反映单位",
    Dimension.BAND: "欠薪金额",
}

CAUSES: Mapping[Cause, str] = {
    Cause.UNDECIDED: "尚未查明",
    Cause.OWNER_UNPAID: "建设单位未拨付工程款",
    Cause.FUNDS_SHORT: "资金未到位",
    Cause.ILLEGAL_SUBCONTRACT: "违法分包、转包、挂靠",
    Cause.KEPT_BY_SUBCONTRACTOR: "分包单位截留",
    Cause.QUANTITY_DISPUTE: "工程量争议",
    Cause.EMPLOYER_FLED: "用工方逃匿",
    Cause.EMPLOYER_CLOSED: "用工方关停、破产",
    Cause.NO_SPECIAL_ACCOUNT: "未设工资专户",
    Cause.OTHER: "其他",
}

_BANDS = {
    "to_5000": "5 千元以下",
    "to_10000": "5 千元至 1 万元",
    "to_30000": "1 万元至 3 万元",
    "to_100000": "3 万元至 10 万元",
    "above": "10 万元以上",
    "unknown": "说不出数",
}
assert {name for name, _ in BANDS} < set(_BANDS)  # noqa: S101 — every band has its words


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number as text, what it is called, and what is counted."""

    label: str
    value: str
    means: str


def figures(sheet: StatisticsSheet) -> tuple[Figure, ...]:
    """The figures in the order in which a leader reads them."""
    r = sheet.report
    rows = (
        ("收到", f"{r.received} 件", "本期内登记完成的反映；按第一次登记的时间算"),
        ("其中非聊天来源", f"{r.on_paper} 件", "窗口、热线、平台、交办等由工作人员录入的"),
        ("未说完", f"{r.incomplete} 件", "本期开了头、到统计时还没登记完的；不算在“收到”里"),
        ("已定责任单位", f"{r.routed} 件", "本期收到的，到统计时已有人确认由哪家负责"),
        ("办结", f"{r.closed} 件", "本期内最后一条线办结、到统计时没有重办的"),
        (
            "未经确认结束",
            f"{r.unconfirmed} 件",
            "称已付、工人一直没有回答而结束的；不算在“办结”里",
        ),
        ("重办", f"{r.reopened} 件", "本期内重新办理的案件"),
        ("重办率", share(r.reopened, r.closed + r.reopened), "重办 ÷（办结 + 重办）"),
        ("办理天数中位数", _days(r.median_days), "本期办结的，从登记到办结的日历天数"),
        ("期限按时", f"{r.kept} 个", "本期内履行、没有超过法定或交办日期的期限"),
        ("期限超期", f"{r.late} 个", "本期内超过日期才履行，或到期末超过日期还没履行的期限"),
        ("未拿到钱的工人", f"{r.unpaid.people} 人", HEADS),
        (
            "未付金额",
            f"{labels.sum_of_money(r.unpaid.money)} 元",
            "在办案件欠的减去确认到账的；说法不一时给出范围",
        ),
        ("说不出数的案件", f"{r.unpaid.unnamed} 件", "在办、没有人说得出金额；不在未付金额里"),
        ("本期追回", f"{plain(r.recovered)} 元", "本期内经工人或第二名工作人员确认到账的钱"),
        ("付款承诺", f"{r.promises_made} 次", "本期内记下的、有日期的承诺"),
        ("兑现", f"{r.promises_kept} 次", "承诺日在本期，到日钱已足额到账"),
        ("落空", f"{r.promises_broken} 次", "承诺日在本期，过了日期钱没有足额到账"),
        ("领导已接访", f"{r.leader_met} 件", "在办案件中，记了领导接访日期的"),
        ("领导未接访", f"{r.leader_not_met} 件", "在办案件中，没有记的"),
        ("满意", f"{r.satisfied} 件", "本期办结的，工人说满意"),
        ("不满意", f"{r.dissatisfied} 件", "本期办结的，工人说不满意；没有回答的都不算"),
    )
    return tuple(Figure(label=label, value=value, means=means) for label, value, means in rows)


HEADS = "在办案件的工人，同一个人只算一次；一个工地上代别人说的人数比已来的人多时，按较大的数算"
SITES = "只列在办案件涉及的工地；天数从该工地最早一件登记之日算起"


def share(part: int, whole: int) -> str:
    """A share in per cent; nothing of nothing has none."""
    return f"{part / whole:.0%}" if whole else labels.NOTHING


def _days(value: float | None) -> str:
    return labels.NOTHING if value is None else f"{value:.1f} 天"


_KINDS: Mapping[PeriodKind, str] = {
    PeriodKind.DAY: "日报",
    PeriodKind.WEEK: "周报",
    PeriodKind.MONTH: "月报",
    PeriodKind.YEAR: "年报",
}


def title(sheet: StatisticsSheet) -> str:
    """``涧西区欠薪线索办理周报``."""
    return f"{sheet.district}欠薪线索办理{_KINDS[sheet.report.period.kind]}"


def span(period: CalendarPeriod) -> str:
    """``2026年11月23日至29日``."""
    first, last = period.first, period.last
    if first == last:
        return labels.day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{labels.day(first)}至{last.day}日"
    return f"{labels.day(first)}至{labels.day(last)}"


def name_of(dimension: Dimension, row: GroupRow, sheet: StatisticsSheet) -> str:
    """What a row of a table is called."""
    return _NAMES[dimension](row.key, sheet) if row.key else NOT_KNOWN


_NAMES: Mapping[Dimension, Callable[[str, StatisticsSheet], str]] = {
    Dimension.CLASS: lambda key, _: labels.PROJECT_CLASSES[ProjectClass(key)],
    Dimension.INDUSTRY: lambda key, sheet: sheet.industries.get(key, key),
    Dimension.SUB_DISTRICT: lambda key, sheet: sheet.sub_districts.get(key, key),
    Dimension.CAUSE: lambda key, _: CAUSES[Cause(key)],
    Dimension.SOURCE: lambda key, _: labels.SOURCES[Source(key)],
    Dimension.EMPLOYER: lambda key, _: key,
    Dimension.BAND: lambda key, _: _BANDS[key],
}


def unit_name(unit: str, sheet: StatisticsSheet) -> str:
    """A unit's name; its code where the district does not know it any more."""
    return sheet.units.get(unit, unit)


def site_name(row: SiteRow, sheet: StatisticsSheet) -> str:
    """The project's name; else the workers' words, marked as theirs."""
    if row.project:
        return sheet.projects.get(row.project, row.project)
    return f"{row.words}（工人的叫法）"
