"""How values are written on paper, in Chinese: a document's words are its own content."""

from collections.abc import Mapping
from datetime import date, datetime

from casework.case import Outcome, Source, Status, TrackKind
from casework.claims import PayerKind
from casework.deadlines import SHANGHAI
from casework.history import EventKind, Medium
from casework.ledger import ProjectClass
from casework.meaning import CountRange, MoneyRange
from casework.money import plain
from casework.work import ItemKind

UNKNOWN = "不清楚"
NOTHING = "—"

TRACKS: Mapping[TrackKind, str] = {
    TrackKind.LEAD_UNIT: "责任单位办理",
    TrackKind.LABOUR_INSPECTION: "劳动保障监察",
    TrackKind.LEGAL_AID: "法律援助",
    TrackKind.PETITION: "信访",
    TrackKind.ARBITRATION: "劳动仲裁",
    TrackKind.PAYMENT_ORDER: "支付令",
    TrackKind.COURT: "法院",
    TrackKind.POLICE: "公安",
}

STATUSES: Mapping[Status, str] = {
    Status.DRAFT: "还没提交",
    Status.RECEIVED: "已收到，待接办",
    Status.NEED_MORE: "待补充材料",
    Status.ACCEPTED: "已接办",
    Status.NOT_ACCEPTED: "不予受理",
    Status.ASSIGNED: "已定承办人",
    Status.INVESTIGATING: "调查中",
    Status.MEDIATING: "协调中",
    Status.ORDERED_TO_PAY: "已责令限期支付",
    Status.PAYING: "支付中",
    Status.CLOSED: "已办结",
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PAID_FULL: "已全部支付",
    Outcome.PAID_PART: "已支付一部分",
    Outcome.INSTALMENT_AGREEMENT: "达成分期支付协议",
    Outcome.PAID_BY_GENERAL_CONTRACTOR: "总包单位先行清偿",
    Outcome.PAID_BY_OWNER: "建设单位先行垫付",
    Outcome.PAID_BY_DEPOSIT: "动用工资保证金支付",
    Outcome.ADVANCED_BY_FUND: "应急周转金先行垫付",
    Outcome.ENFORCEMENT_APPLIED: "已申请强制执行",
    Outcome.POLICE_TRANSFERRED: "已移送公安机关",
    Outcome.GUIDED_ARBITRATION: "引导申请劳动仲裁",
    Outcome.GUIDED_COURT: "引导向法院起诉",
    Outcome.PAYMENT_ORDER: "引导申请支付令",
    Outcome.TRANSFERRED_OTHER_PLACE: "已转外地办理",
    Outcome.WITHDRAWN_BY_WORKER: "工人撤回",
    Outcome.FACTS_NOT_ESTABLISHED: "反映的事实未能认定",
    Outcome.NOT_ACCEPTED_SCOPE: "不予受理：不属受理范围",
    Outcome.NOT_ACCEPTED_TIME: "不予受理：超过时限",
    Outcome.NOT_ACCEPTED_JURISDICTION: "不予受理：不属本地管辖",
    Outcome.NOT_ACCEPTED_IN_OTHER_PROCEDURE: "不予受理：已进入其他程序",
    Outcome.MERGED: "并入其他案件",
    Outcome.UNCONFIRMED: "未确认到账（工人一直没有回话）",
}

SOURCES: Mapping[Source, str] = {
    Source.BOT: "聊天反映",
    Source.WALK_IN: "来访",
    Source.HOTLINE_12345: "12345 热线",
    Source.HOTLINE_12333: "12333 热线",
    Source.PORTAL: "线索反映平台",
    Source.POLICE_110: "110 联动",
    Source.ASSIGNED_FROM_CITY: "市级交办",
    Source.OTHER: "其他",
}

PROJECT_CLASSES: Mapping[ProjectClass, str] = {
    ProjectClass.DISTRICT: "区属项目",
    ProjectClass.CITY: "市属项目",
    ProjectClass.SOE: "国企项目",
    ProjectClass.PRIVATE: "社会项目",
}

PAYERS: Mapping[PayerKind, str] = {
    PayerKind.EMPLOYER: "用人单位",
    PayerKind.GENERAL_CONTRACTOR: "总包单位",
    PayerKind.OWNER: "建设单位",
    PayerKind.DEPOSIT: "工资保证金",
    PayerKind.FUND: "应急周转金",
    PayerKind.BANK_PAYOUT: "总包代发（银行）",
    PayerKind.COURT: "法院执行",
    PayerKind.OTHER: "其他",
    PayerKind.UNKNOWN: UNKNOWN,
}

EVENTS: Mapping[EventKind, str] = {
    EventKind.OPENED: "首次反映",
    EventKind.SAID: "反映人补充",
    EventKind.EVIDENCE: "收到材料",
    EventKind.RECEIPT: "出具回执",
    EventKind.FILED: "登记",
    EventKind.CORRECTED: "补正事实",
    EventKind.UNIT_SUGGESTED: "按新事实拟改单位",
    EventKind.UNIT_KEPT: "责任单位不变",
    EventKind.ROUTE_PROPOSED: "拟定责任单位",
    EventKind.ROUTED: "指定责任单位",
    EventKind.ACCEPTED: "接办",
    EventKind.OBJECTED: "责任单位异议",
    EventKind.REFUSAL_PROPOSED: "拟不予受理",
    EventKind.REFUSED: "不予受理",
    EventKind.REFUSAL_REJECTED: "不予受理未获同意",
    EventKind.ASSIGNED: "指定承办人",
    EventKind.ASKED: "向反映人了解情况",
    EventKind.RELAYED: "告知反映人",
    EventKind.PROGRESS: "办理进展",
    EventKind.NOTE: "内部备注",
    EventKind.CALLED: "电话联系",
    EventKind.PROMISED: "承诺付款",
    EventKind.VISIT: "现场核查",
    EventKind.RECUSED: "承办人回避",
    EventKind.DOCUMENT: "文书",
    EventKind.TRANSFERRED: "转出",
    EventKind.PRINTED: "打印",
    EventKind.VIEWED: "查看联系方式",
    EventKind.PAYMENT: "反映人报告到账情况",
    EventKind.PAYMENT_RECORDED: "记录付款（待确认）",
    EventKind.PAYMENT_CONFIRMED: "付款已确认",
    EventKind.PAYMENT_DENIED: "反映人说没有收到",
    EventKind.PAYMENT_REVERSED: "付款记录冲回",
    EventKind.CLOSING_ASKED: "请反映人确认到账",
    EventKind.CLOSED: "办结",
    EventKind.REOPENED: "重新办理",
    EventKind.WITHDRAWN: "反映人撤回",
    EventKind.SATISFACTION: "反映人评价",
    EventKind.OBJECTION_TO_RESULT: "反映人不同意结果",
    EventKind.LEGAL_AID_ASKED: "申请法律援助",
    EventKind.PERSON_ASKED: "要求人工联系",
    EventKind.ALARM: "紧急情况",
    EventKind.ALARM_ACKNOWLEDGED: "紧急情况已响应",
    EventKind.PRESSURE: "反映人称受到施压",
    EventKind.RECOVERED: "更换联系方式",
    EventKind.AGREED: "反映人同意",
    EventKind.PEOPLE_LISTED: "提交人员名单",
    EventKind.REMINDED: "提醒",
    EventKind.LEADER_MET: "领导接访",
    EventKind.PLANNED: "办理方案",
    EventKind.ASSIGNED_FROM_ABOVE: "上级交办",
    EventKind.DUAL_CONFIRMED: "确认收到交办",
    EventKind.SUPERVISION_ASKED: "提请督办",
    EventKind.SUPERVISED: "区领导批准督办",
    EventKind.SUPERVISION_DENIED: "区领导未批准督办",
    EventKind.ANSWER_PROPOSED: "拟定答复",
    EventKind.ANSWER_AGREED: "商定答复",
    EventKind.REPORTED: "报送办结报告",
    EventKind.HANDED_OVER: "书面送达",
    EventKind.STEP: "程序进展",
    EventKind.CLOCK_STOPPED: "停表",
    EventKind.CLOCK_RESUMED: "期限接着算",
    EventKind.CLOCK_EXTENSION_ASKED: "提出延长期限",
    EventKind.CLOCK_EXTENDED: "延长期限",
    EventKind.CLOCK_RESTARTED: "期限重新计算",
    EventKind.ESCALATED: "超期上报",
    EventKind.OFFICER_LEFT: "承办人调整",
    EventKind.DEPUTY: "承办人请假，交代办人",
    EventKind.HANDED_BACK: "代办结束，交回承办人",
    EventKind.LEADER: "明确包案领导",
    EventKind.GROUP_PROPOSED: "拟归入同一工地",
    EventKind.GROUPED: "归入同一工地",
    EventKind.UNGROUPED: "不归入同一工地",
    EventKind.GROUP_TOLD: "同一工地人数报告",
}

ITEMS: Mapping[ItemKind, str] = {
    ItemKind.NEW_CASE: "新案件待接收",
    ItemKind.LISTEN_OR_READ: "语音、照片待听看",
    ItemKind.UNFINISHED: "没说完的，待联系",
    ItemKind.CALL_OR_PRINT: "送不到，待打电话或打印",
    ItemKind.PRINT_AND_HAND_OVER: "待打印送达",
    ItemKind.DESIGNATE: "待指定责任单位",
    ItemKind.OBJECTED: "异议待指定",
    ItemKind.CONFIRM_REFUSAL: "不予受理待第二人确认",
    ItemKind.PERSON_ASKED: "反映人要求人工联系",
    ItemKind.ALARM: "紧急情况",
    ItemKind.LEGAL_AID: "法律援助申请",
    ItemKind.RESULT_OBJECTED: "反映人不同意结果",
    ItemKind.TRANSFER_OUT: "区外，待转",
    ItemKind.RECUSED: "回避，待另派",
    ItemKind.UNREAD: "来话待回复",
    ItemKind.LOST_CODE: "查询码待核对",
    ItemKind.CLOSING_ANSWER: "等反映人确认到账",
    ItemKind.CLOSE_UNCONFIRMED: "反映人未回话，待定是否办结",
    ItemKind.NEXT_DATE: "到账一部分，待问清余款日期",
    ItemKind.DISSATISFIED: "反映人对办理不满意",
    ItemKind.WITHDRAWN: "撤回，待核实是否自愿",
    ItemKind.PROMISE_DUE: "承诺付款到期",
    ItemKind.UNASSIGNED: "没有承办人，待指定",
    ItemKind.REROUTE: "事实有变，待定是否改派",
    ItemKind.UNIT_EMPTY: "单位没有人登记，待联系",
    ItemKind.PERSON_LEFT: "承办人离岗，待另派",
    ItemKind.LATE_CLOCK: "超期，待打电话督促",
    ItemKind.LEAVE_OPEN: "请假没有代办人",
    ItemKind.BOARD_REPORTED: "维权牌待查看",
    ItemKind.BOARD_TO_MEND: "维权牌待补齐",
    ItemKind.CONFIRM_GROUP: "同一工地，待确认",
    ItemKind.MANY_WORKERS: "同一工地多人，待关注",
}
"""What a sheet calls waiting work; kinds that concern no case sheet are called other."""

OTHER_ITEM = "其他待办"

MEDIUMS: Mapping[Medium, str] = {
    Medium.CHAT: "聊天",
    Medium.PHONE: "电话",
    Medium.PAPER: "书面",
    Medium.VISIT: "当面",
}


def day(value: date | None) -> str:
    """A day: ``2026年11月23日``."""
    return f"{value.year}年{value.month}月{value.day}日" if value else NOTHING


def local_day(at: datetime) -> date:
    """The day that an instant falls on in the district."""
    return at.astimezone(SHANGHAI).date()


def short_day(value: date | None) -> str:
    """A day in a narrow column: ``2026-11-23``."""
    return value.isoformat() if value else NOTHING


def instant(value: datetime | None) -> str:
    """An instant as the clock on the wall in the district shows it: ``2026-11-23 14:05``."""
    return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if value else NOTHING


def sum_of_money(value: MoneyRange | None) -> str:
    """A sum as said, in yuan without the word: ``约 20,000–28,000``."""
    if value is None:
        return UNKNOWN
    known = (
        plain(value.low) if value.low == value.high else f"{plain(value.low)}–{plain(value.high)}"
    )
    return f"约 {known}" if value.approximate else known


def count(value: CountRange | None) -> str:
    """A number as said: ``2.5``, ``约 3–4``."""
    if value is None:
        return UNKNOWN
    known = f"{value.low:g}" if value.low == value.high else f"{value.low:g}–{value.high:g}"
    return f"约 {known}" if value.approximate else known


def period(start: str | None, end: str | None) -> str:
    """Months of work, short enough for a column: ``2026.03–2026.06``, ``2026.03 起``."""
    first, last = (month.replace("-", ".") if month else "" for month in (start, end))
    if first == last:
        return first or UNKNOWN
    if not last:
        return f"{first} 起"
    return f"{first}–{last}" if first else f"到 {last}"
