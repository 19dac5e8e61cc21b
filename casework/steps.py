"""What can happen on a track that sets a limit of the law going, or meets it.

Limits in ``statutes.toml`` name these steps (``starts``, ``ends``). Some follow from what is done
in the chat (filing, accepting, closing), the others are recorded by an officer with the day and
the document (`/track`). Source of each: the article of the statute that names it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.case import Status, TrackKind


class Step(StrEnum):
    """One happening on a track."""

    # what the house sees by itself
    COMPLAINT_RECEIVED = "complaint_received"
    FILED = "filed"  # labour inspection opens a file; accepting is filing
    OBJECTED = "objected"
    DESIGNATED = "designated"
    GRANTED = "granted"
    APPOINTED = "appointed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    PAID = "paid"
    # what both the house and officers know
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    APPLICATION = "application"
    ORDERED = "ordered"
    # labour inspection
    VIOLATION_ENDED = "violation_ended"
    INVESTIGATION_DONE = "investigation_done"
    DEMAND_NOTICE_SERVED = "demand_notice_served"
    REMEDY_PERIOD_END = "remedy_period_end"
    # petition
    PETITION_RECEIVED = "petition_received"
    FORWARDED_RECEIVED = "forwarded_received"
    ACCEPTED_ART31_6 = "accepted_art31_6"
    REPLY_RECEIVED = "reply_received"
    REVIEW_REQUEST = "review_request"
    REVIEW_REPLY_RECEIVED = "review_reply_received"
    RECHECK_REQUEST = "recheck_request"
    RECHECK_REPLY_RECEIVED = "recheck_reply_received"
    # arbitration, payment order, court
    EMPLOYMENT_END = "employment_end"
    MEDIATED = "mediated"
    AWARD_RECEIVED = "award_received"
    ORDER_SERVED = "order_served"
    DEBTOR_OBJECTED = "debtor_objected"
    FILING = "filing"
    JUDGED = "judged"
    PERFORMANCE_DUE = "performance_due"
    ENFORCEMENT_APPLIED = "enforcement_applied"
    # police
    REPORT_TO_HEAD = "report_to_head"
    APPROVED = "approved"
    NOT_APPROVED = "not_approved"
    POLICE_RECEIVED = "police_received"


def named_step(text: str) -> bool:
    """Whether ``step`` or ``track.step`` names something that can happen."""
    track, dot, step = text.rpartition(".")
    return step in set(Step) and (not dot or track in set(TrackKind))


@dataclass(frozen=True, kw_only=True)
class Recordable:
    """A step that an officer records on a track, and where the track stands after it."""

    step: Step
    words: tuple[str, ...]  # what an officer types
    status: Status | None = None  # None: the track stays where it is


def _rows(*rows: tuple[Step, str, Status | None]) -> tuple[Recordable, ...]:
    return tuple(
        Recordable(step=step, words=tuple(words.split()), status=status)
        for step, words, status in rows
    )


RECORDABLE: dict[TrackKind, tuple[Recordable, ...]] = {
    TrackKind.LABOUR_INSPECTION: _rows(
        (Step.INVESTIGATION_DONE, "调查终结 查完", None),
        (Step.DEMAND_NOTICE_SERVED, "催告书送达 催告", None),
        (Step.REMEDY_PERIOD_END, "复议诉讼期满 期满", None),
        (Step.ENFORCEMENT_APPLIED, "申请执行 申请强制执行", None),
        (Step.VIOLATION_ENDED, "违法行为终了", None),
    ),
    TrackKind.PETITION: _rows(
        (Step.PETITION_RECEIVED, "收到 登记", Status.RECEIVED),
        (Step.FORWARDED_RECEIVED, "转来 转送 交办", None),
        (Step.ACCEPTED, "受理", Status.ACCEPTED),
        (Step.ACCEPTED_ART31_6, "按信访程序受理", Status.ACCEPTED),
        (Step.NOT_ACCEPTED, "不予受理 不受理", Status.NOT_ACCEPTED),
        (Step.REPLY_RECEIVED, "处理意见送达 处理意见", None),
        (Step.REVIEW_REQUEST, "请求复查 申请复查", None),
        (Step.REVIEW_REPLY_RECEIVED, "复查意见送达 复查意见", None),
        (Step.RECHECK_REQUEST, "请求复核 申请复核", None),
        (Step.RECHECK_REPLY_RECEIVED, "复核意见送达 复核意见", None),
        (Step.CLOSED, "办结 结束", Status.CLOSED),
    ),
    TrackKind.ARBITRATION: _rows(
        (Step.APPLICATION, "申请 已申请", Status.RECEIVED),
        (Step.ACCEPTED, "受理", Status.ACCEPTED),
        (Step.NOT_ACCEPTED, "不予受理 不受理", Status.NOT_ACCEPTED),
        (Step.MEDIATED, "调解书送达 调解", Status.ORDERED_TO_PAY),
        (Step.AWARD_RECEIVED, "裁决书送达 裁决", Status.ORDERED_TO_PAY),
        (Step.PERFORMANCE_DUE, "履行期满 该付的日子", None),
        (Step.ENFORCEMENT_APPLIED, "申请执行 申请强制执行", None),
        (Step.PAID, "付清", Status.CLOSED),
        (Step.CLOSED, "办结 结束", Status.CLOSED),
    ),
    TrackKind.PAYMENT_ORDER: _rows(
        (Step.APPLICATION, "申请 已申请", Status.RECEIVED),
        (Step.ACCEPTED, "受理", Status.ACCEPTED),
        (Step.NOT_ACCEPTED, "不予受理 不受理", Status.NOT_ACCEPTED),
        (Step.ORDER_SERVED, "支付令送达 送达", Status.ORDERED_TO_PAY),
        (Step.DEBTOR_OBJECTED, "对方异议 异议", Status.CLOSED),
        (Step.PERFORMANCE_DUE, "履行期满 该付的日子", None),
        (Step.ENFORCEMENT_APPLIED, "申请执行 申请强制执行", None),
        (Step.PAID, "付清", Status.CLOSED),
        (Step.CLOSED, "办结 驳回 失效 结束", Status.CLOSED),
    ),
    TrackKind.COURT: _rows(
        (Step.FILING, "起诉 递交 申请立案", Status.RECEIVED),
        (Step.ACCEPTED, "立案 受理", Status.ACCEPTED),
        (Step.NOT_ACCEPTED, "不予受理 不立案", Status.NOT_ACCEPTED),
        (Step.MEDIATED, "调解书送达 调解", Status.ORDERED_TO_PAY),
        (Step.JUDGED, "判决书送达 判决", Status.ORDERED_TO_PAY),
        (Step.PERFORMANCE_DUE, "履行期满 该付的日子", None),
        (Step.ENFORCEMENT_APPLIED, "申请执行 申请强制执行", None),
        (Step.PAID, "付清", Status.CLOSED),
        (Step.CLOSED, "办结 结束", Status.CLOSED),
    ),
    TrackKind.POLICE: _rows(
        (Step.REPORT_TO_HEAD, "报负责人 报告", Status.RECEIVED),
        (Step.APPROVED, "批准移送 批准", Status.ASSIGNED),
        (Step.NOT_APPROVED, "不批准", Status.CLOSED),
        (Step.POLICE_RECEIVED, "公安签收 移送", Status.INVESTIGATING),
        (Step.ACCEPTED, "立案", Status.ACCEPTED),
        (Step.NOT_ACCEPTED, "不立案 不予立案", Status.NOT_ACCEPTED),
        (Step.CLOSED, "办结 结束", Status.CLOSED),
    ),
}
"""What `/track` can record, track by track, in the order of a procedure."""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A step as it happened: on which track, on which day in the district, by which document."""

    track: TrackKind | None  # None: it concerns the worker, not one track
    step: Step
    on: date
    document: str = ""
