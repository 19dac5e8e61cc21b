"""The hand-over sheet of a leave: each open case, its next date, what waits for an answer.

Each case is shown as its reader may see it: one sheet may hold both masked and full lines.
"""

from casework.money import plain
from casework.sheets import DeputyRow, DeputySheet, ItemRow
from documents import labels
from documents.case_sheet import mark_of
from documents.ink import CENTRE, RIGHT
from documents.labels import NOTHING, UNKNOWN
from documents.masking import Mask
from documents.paper import Column, Field, Paper

MASKED_LINES = "标“已隐去”的案件，工人没有同意具名，只写到能办事为止。"


def write_deputy_sheet(sheet: DeputySheet) -> bytes:
    """The sheet as a .docx file."""
    name = "代办交回单" if sheet.back else "代办交接单"
    paper = Paper(f"{name} {sheet.from_post}", at=sheet.printed_at, by=sheet.unit)
    printed = labels.day(labels.local_day(sheet.printed_at))
    paper.top(name, left=sheet.unit, right=f"打印日期：{printed}")
    paper.running(
        head=f"{name} {sheet.from_post} → {sheet.to_post}",
        left=Mask(on=sheet.masked).note,
        middle=f"{sheet.unit}　{labels.instant(sheet.printed_at)} 打印",
    )
    paper.fields(
        (
            Field(label="交出", value=sheet.from_post),
            Field(label="接手", value=sheet.to_post),
            Field(label="代办从", value=labels.day(sheet.first)),
            Field(label="到", value=labels.day(sheet.last)),
        )
    )
    paper.heading(f"一、在办案件（{len(sheet.rows)} 件）")
    _put_cases(paper, sheet.rows)
    if any(row.masked for row in sheet.rows):
        paper.remark(MASKED_LINES)
    paper.heading("二、来话没回的")
    _put_unread(paper, sheet.rows)
    paper.heading("三、对方答应付款的")
    _put_promises(paper, sheet.rows)
    paper.heading("四、其他待办")
    _put_items(paper, sheet.items)
    paper.heading("五、签字")
    paper.blanks(("交出人", "接手人", "日期", "日期"))
    return paper.file()


def _put_cases(paper: Paper, rows: tuple[DeputyRow, ...]) -> None:
    paper.grid(
        (
            Column(title="编号", width=32, align=CENTRE),
            Column(title="地方", width=36),
            Column(title="反映人", width=30, align=CENTRE),
            Column(title="欠薪（元）", width=24, align=RIGHT),
            Column(title="进度", width=20, align=CENTRE),
            Column(title="下一个期限", width=28),
        ),
        [_case(row) for row in rows],
    )


def _case(row: DeputyRow) -> tuple[str, ...]:
    mask = Mask(on=row.masked)
    who = "\n".join(filter(None, (mask.name(row.worker), mask.phone(row.phone))))
    return (
        row.number,
        row.site or UNKNOWN,
        "\n".join(filter(None, (who or UNKNOWN, "已隐去" if row.masked else ""))),
        labels.sum_of_money(row.amount),
        labels.STATUSES[row.status],
        _next(row),
    )


def _next(row: DeputyRow) -> str:
    clock = row.clock
    if clock is None:
        return NOTHING
    mark = mark_of(clock)
    return "\n".join(
        filter(
            None,
            (labels.short_day(clock.due), clock.title, mark if mark != NOTHING else ""),
        )
    )


def _put_unread(paper: Paper, rows: tuple[DeputyRow, ...]) -> None:
    paper.grid(
        (Column(title="编号", width=32, align=CENTRE), Column(title="工人说", width=138)),
        [(row.number, words) for row in rows for words in row.unread],
        empty="没有",
    )


def _put_promises(paper: Paper, rows: tuple[DeputyRow, ...]) -> None:
    paper.grid(
        (
            Column(title="编号", width=60, align=CENTRE),
            Column(title="哪天", width=50, align=CENTRE),
            Column(title="多少（元）", width=60, align=RIGHT),
        ),
        [
            (row.number, labels.short_day(promise.day), plain(promise.amount))
            for row in rows
            for promise in row.promises
        ],
        empty="没有",
    )


def _put_items(paper: Paper, items: tuple[ItemRow, ...]) -> None:
    paper.grid(
        (
            Column(title="事项", width=80),
            Column(title="编号", width=50, align=CENTRE),
            Column(title="期限", width=40, align=CENTRE),
        ),
        [
            (
                labels.ITEMS.get(item.kind, labels.OTHER_ITEM),
                item.number or NOTHING,
                labels.short_day(item.due),
            )
            for item in items
        ],
        empty="没有",
    )
