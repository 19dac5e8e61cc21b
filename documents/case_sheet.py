"""The case sheet: everything about one case on paper, for a meeting or for the file.

What a worker said is called so: until a document of a unit exists, nobody here "owes" anything
(DOMAIN 9.3), and the sheet is neither acceptance nor a finding.
"""

from casework.deadlines import Certainty
from casework.meaning import MoneyRange
from casework.money import ZERO, Fen, plain
from casework.sheets import CaseSheet, ClockRow, HistoryRow, PaidRow, TrackRow, WorkerRow
from documents import labels
from documents.ink import CENTRE, RIGHT
from documents.labels import NOTHING, UNKNOWN
from documents.masking import Mask
from documents.paper import Column, Field, Paper


def write_case_sheet(sheet: CaseSheet) -> bytes:
    """The case sheet as a .docx file."""
    mask = mask_of(sheet)
    paper = Paper(f"欠薪案件情况单 {sheet.number}", at=sheet.printed_at, by=sheet.printed_by)
    paper.top(
        "欠薪案件情况单", left=f"编号：{sheet.number}", right=f"打印日期：{_printed_on(sheet)}"
    )
    put_running(paper, sheet)
    paper.heading("一、基本情况")
    paper.fields(case_fields(sheet, mask))
    paper.remark("以上按工人反映的内容登记，以核实结果为准。")
    paper.heading("二、反映的工资")
    put_workers(paper, sheet, mask)
    paper.heading("三、已收到的钱")
    _put_payments(paper, sheet.paid)
    paper.heading("四、责任单位")
    paper.fields(responsibility_fields(sheet))
    paper.heading("五、办理情况")
    _put_tracks(paper, sheet.tracks)
    paper.heading("六、办理期限")
    put_clocks(paper, sheet.clocks)
    paper.heading("七、办理经过")
    _put_history(paper, sheet.history, mask)
    paper.heading("八、签阅")
    paper.blanks(("承办人", "审核人", "日期", "日期"))
    paper.box("本单供办理案件使用，不代表正式受理，也不是处理决定。")
    return paper.file()


def mask_of(sheet: CaseSheet) -> Mask:
    """How this sheet shows people."""
    return Mask(on=sheet.masked, names=(sheet.boss, *(worker.name for worker in sheet.workers)))


def mark_of(clock: ClockRow) -> str:
    """What the reader has to know about the date."""
    marks = (
        "暂算，放假安排公布后再核" if clock.provisional else "",
        certainty_of(clock.certainty),
    )
    return "；".join(filter(None, marks)) or NOTHING


def certainty_of(certainty: Certainty) -> str:
    """What the reader has to know about a source that was not read in full."""
    return "" if certainty is Certainty.READ else _CERTAINTY[certainty]


def put_running(paper: Paper, sheet: CaseSheet) -> None:
    """The head and the foot of every page."""
    paper.running(
        head=f"案件编号 {sheet.number}",
        left=mask_of(sheet).note,
        middle=f"{sheet.printed_by}　{labels.instant(sheet.printed_at)} 打印",
    )


def case_fields(sheet: CaseSheet, mask: Mask) -> tuple[Field, ...]:
    """Where, against whom, since when."""
    project = " ".join(filter(None, (mask.text(sheet.project_name), sheet.project_code)))
    kind = labels.PROJECT_CLASSES[sheet.project_class] if sheet.project_class else "待核定"
    source = " ".join(filter(None, (labels.SOURCES[sheet.source], mask.text(sheet.source_number))))
    return (
        Field(label="首次反映", value=labels.instant(sheet.opened_at)),
        Field(
            label="登记时间",
            value=labels.instant(sheet.filed_at) if sheet.filed_at else "还没登记完",
        ),
        Field(label="来源", value=source),
        Field(label="涉及人数", value=UNKNOWN if sheet.people is None else f"{sheet.people} 人"),
        Field(label="工人说的工地", value=mask.text(sheet.said_site) or UNKNOWN, wide=True),
        Field(label="台账项目", value=project or "台账里没有对上", wide=True),
        Field(label="项目类别", value=kind),
        Field(label="所在街道", value=sheet.sub_district or UNKNOWN),
        Field(label="被反映单位", value=mask.text(sheet.employer) or UNKNOWN),
        Field(label="被反映负责人", value=mask.text(mask.name(sheet.boss)) or UNKNOWN),
    )


def put_workers(paper: Paper, sheet: CaseSheet, mask: Mask) -> None:
    """One row a worker, and what all of it comes to."""
    rows = tuple(
        (
            str(index),
            mask.name(worker.name) or UNKNOWN,
            mask.phone(worker.phone) or NOTHING,
            labels.sum_of_money(worker.amount),
            labels.count(worker.months),
            labels.period(worker.period_start, worker.period_end),
            labels.short_day(worker.confirmed_on) if worker.confirmed_on else "未确认",
        )
        for index, worker in enumerate(sheet.workers, start=1)
    )
    paper.grid(
        (
            Column(title="序号", width=12, align=CENTRE),
            Column(title="姓名", width=24, align=CENTRE),
            Column(title="电话", width=29, align=CENTRE),
            Column(title="欠薪金额（元）", width=35, align=RIGHT),
            Column(title="月数", width=17, align=CENTRE),
            Column(title="时段", width=29, align=CENTRE),
            Column(title="本人确认", width=24, align=CENTRE),
        ),
        rows,
        total=_total(sheet.workers),
    )


def _total(workers: tuple[WorkerRow, ...]) -> tuple[str, ...]:
    known = [worker.amount for worker in workers if worker.amount is not None]
    if not known:
        return ()
    whole = MoneyRange(
        low=Fen(sum(amount.low for amount in known)),
        high=Fen(sum(amount.high for amount in known)),
        approximate=any(amount.approximate for amount in known),
    )
    missing = len(workers) - len(known)
    note = f"另 {missing} 人{UNKNOWN}" if missing else ""
    return ("", "合计", f"{len(workers)} 人", labels.sum_of_money(whole), "", note, "")


def _put_payments(paper: Paper, paid: tuple[PaidRow, ...]) -> None:
    rows = [
        (
            labels.short_day(row.paid_on),
            UNKNOWN if row.amount is None else plain(row.amount),
            labels.PAYERS[row.payer],
        )
        for row in paid
    ]
    whole = sum((row.amount or ZERO for row in paid), ZERO)
    paper.grid(
        (
            Column(title="到账日期", width=50, align=CENTRE),
            Column(title="金额（元）", width=60, align=RIGHT),
            Column(title="付款方", width=60, align=CENTRE),
        ),
        rows,
        total=("合计", plain(Fen(whole)), "") if rows else (),
        empty="还没有收到钱的记录",
    )


def responsibility_fields(sheet: CaseSheet) -> tuple[Field, ...]:
    """Which units, by which rule, and whether a person has confirmed it."""
    rule = " ".join(filter(None, (sheet.rule, sheet.rule_source)))
    return (
        Field(label="责任单位", value=sheet.lead or "待指定"),
        Field(label="是否确定", value="已确定" if sheet.confirmed else "拟定，待确定"),
        Field(label="配合单位", value="、".join(sheet.assist) or NOTHING),
        Field(label="项目指挥部", value="有，一同协调" if sheet.command_post else NOTHING),
        Field(label="确定依据", value=rule or NOTHING, wide=True),
    )


def _put_tracks(paper: Paper, tracks: tuple[TrackRow, ...]) -> None:
    paper.grid(
        (
            Column(title="办理渠道", width=36, align=CENTRE),
            Column(title="单位", width=58),
            Column(title="进度", width=34, align=CENTRE),
            Column(title="结果", width=42, align=CENTRE),
        ),
        [
            (
                labels.TRACKS[track.kind],
                track.unit,
                labels.STATUSES[track.status],
                labels.OUTCOMES[track.outcome] if track.outcome else NOTHING,
            )
            for track in tracks
        ],
    )


def put_clocks(paper: Paper, clocks: tuple[ClockRow, ...]) -> None:
    """What is due, the soonest first."""
    paper.grid(
        (
            Column(title="事项", width=42),
            Column(title="依据", width=48),
            Column(title="建议办到", width=24, align=CENTRE),
            Column(title="最迟", width=24, align=CENTRE),
            Column(title="说明", width=32),
        ),
        [
            (
                clock.title,
                clock.basis,
                labels.short_day(clock.work_by),
                labels.short_day(clock.due),
                mark_of(clock),
            )
            for clock in sorted(clocks, key=lambda clock: clock.due)
        ],
    )


def _put_history(paper: Paper, history: tuple[HistoryRow, ...], mask: Mask) -> None:
    paper.grid(
        (
            Column(title="时间", width=31, align=CENTRE),
            Column(title="经过", width=64),
            Column(title="单位", width=33),
            Column(title="方式", width=14, align=CENTRE),
            Column(title="文号", width=28),
        ),
        [
            (
                labels.instant(row.at),
                _what(row, mask),
                row.unit or NOTHING,
                labels.MEDIUMS[row.medium] if row.medium else NOTHING,
                mask.text(row.document_number) or NOTHING,
            )
            for row in history
        ],
    )


def _what(row: HistoryRow, mask: Mask) -> str:
    kind = labels.EVENTS[row.kind] if row.kind else ""
    return "：".join(filter(None, (kind, mask.text(row.what)))) or NOTHING


def _printed_on(sheet: CaseSheet) -> str:
    return labels.day(labels.local_day(sheet.printed_at))


_CERTAINTY = {
    Certainty.EXCERPT: "依据只见摘录，待核实",
    Certainty.VERIFY: "依据待核实",
    Certainty.DESIGN: "本区内部目标",
}
