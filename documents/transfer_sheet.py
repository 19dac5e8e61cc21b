"""The transfer sheet: one case handed from unit to unit on paper, signed for by both.

It carries the case itself, why it is handed on, what is due, and blanks for the receiving unit.
The law is not written here: the articles come with their rows (`ClockRow`, ``basis``).
"""

from casework.sheets import TransferSheet
from documents import labels
from documents.case_sheet import (
    case_fields,
    mask_of,
    put_clocks,
    put_running,
    put_workers,
    responsibility_fields,
)
from documents.labels import NOTHING
from documents.paper import Field, Paper

NOT_AN_ACCEPTANCE = "本单不代表正式受理。是否受理，由接收单位依法决定并告知工人。"


def write_transfer_sheet(sheet: TransferSheet) -> bytes:
    """The transfer sheet as a .docx file."""
    case, mask = sheet.case, mask_of(sheet.case)
    paper = Paper(f"欠薪案件转送单 {case.number}", at=case.printed_at, by=case.printed_by)
    paper.top(
        "欠薪案件转送单",
        left=f"编号：{case.number}",
        right=f"打印日期：{labels.day(labels.local_day(case.printed_at))}",
    )
    put_running(paper, case)
    paper.fields(_way(sheet))
    paper.heading("一、案件情况")
    paper.fields(case_fields(case, mask))
    paper.remark("以上按工人反映的内容登记，以核实结果为准。")
    paper.heading("二、工人名单")
    put_workers(paper, case, mask)
    paper.heading("三、责任单位")
    paper.fields(responsibility_fields(case))
    paper.heading("四、办理期限")
    put_clocks(paper, case.clocks)
    paper.heading("五、交接签收")
    _put_signatures(paper)
    paper.box(NOT_AN_ACCEPTANCE)
    return paper.file()


def _way(sheet: TransferSheet) -> tuple[Field, ...]:
    mask = mask_of(sheet.case)
    attachments = "\n".join(
        f"{index}. {mask.text(name)}" for index, name in enumerate(sheet.attachments, start=1)
    )
    return (
        Field(label="转出单位", value=sheet.from_unit),
        Field(label="接收单位", value=sheet.to_unit),
        Field(
            label="转送日期",
            value=labels.day(sheet.handed_on) if sheet.handed_on else "　　　年　　月　　日",
        ),
        Field(label="文号", value=sheet.document_number),
        Field(label="转送理由", value=mask.text(sheet.reason) or NOTHING, wide=True),
        Field(label="依据", value="\n".join(sheet.basis) or NOTHING, wide=True),
        Field(label="随附材料", value=attachments or "无", wide=True),
    )


def _put_signatures(paper: Paper) -> None:
    paper.blanks(
        (
            "转出单位（章）",
            "接收单位（章）",
            "移交人签字",
            "接收人签字",
            "移交日期",
            "接收日期",
            "接收文号",
        ),
        choices=(
            "接收意见",
            "□ 接收办理",
            "□ 不属于本单位职责，退回重新指定。理由和建议单位：",
        ),
    )
    paper.remark("一式两份，转出单位和接收单位各存一份。")
