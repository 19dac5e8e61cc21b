"""The receipt as a PDF: what a worker keeps, prints, and shows to an arbitrator or a lawyer."""

from casework.sheets import ReceiptSheet
from documents import labels
from documents.pdf import CENTRE, GREY, RED, PdfPaper

CAUTION = "这是你反映过的记录；是否中断时效由仲裁委认定，别等。"
CAUTION_BASIS = (
    "《劳动争议调解仲裁法》第二十七条第二款；《劳动人事争议仲裁办案规则》第二十七条第二款"
)
"""A complaint to a competent department may interrupt the year; that it did is for arbitrators."""

HOW_TO_CHECK = (
    "下面两条线之间是这份回执的原文。把原文存成 UTF-8 编码的文本（行末不加空行），用任何工具算 SHA-256，"
    "应当得到上面的指纹；核对码是指纹的末 12 位十进制数字。发“编号 + 核对码”给机器人，也能查记录有没有被人改过。"
)


def write_receipt(sheet: ReceiptSheet) -> bytes:
    """The receipt as a .pdf file; the query code is not on it, for paper is lost and copied."""
    paper = PdfPaper(
        f"反映欠薪回执 {sheet.number}",
        at=sheet.printed_at,
        by=sheet.district,
        foot=f"{sheet.number}　核对码 {sheet.code}　打印 {labels.instant(sheet.printed_at)}",
    )
    paper.title("反映欠薪回执")
    paper.say(
        f"{sheet.district}　编号 {sheet.number}", size=12, place=CENTRE, colour=GREY, after=3
    )
    paper.rule()
    paper.say(CAUTION, size=13, bold=True, colour=RED, after=1)
    paper.say(f"依据：{CAUTION_BASIS}", size=9, colour=GREY)
    paper.heading("一、记下的")
    paper.fields(
        (
            ("登记时间", f"{labels.instant(sheet.filed_at)}（北京时间）"),
            ("干活的地方", sheet.site or labels.UNKNOWN),
            ("谁欠的", sheet.employer or labels.UNKNOWN),
            ("欠多少", f"{labels.sum_of_money(sheet.amount)}{' 元' if sheet.amount else ''}"),
            ("欠几个月", sheet.months or labels.UNKNOWN),
            ("几个人", str(sheet.people) if sheet.people else labels.UNKNOWN),
            ("姓名", sheet.name or "没有留"),
            ("电话", sheet.phone or "没有留"),
            ("当时的材料", f"{sheet.files} 份"),
        )
    )
    paper.heading("二、谁来办")
    paper.fields(
        (
            ("责任单位", sheet.unit),
            ("同时收到", f"{sheet.inspection}（劳动保障监察）"),
            (
                "答复期限",
                f"{labels.day(sheet.answer_by)}以前，应当告诉你受理不受理"
                + ("（以后公布的放假安排可能改变这一天）" if sheet.provisional else ""),
            ),
            ("期限依据", sheet.answer_basis),
        )
    )
    paper.heading("三、你的权利")
    paper.say(
        f"· 可以同时申请劳动仲裁，不收费；一般要在离开单位 {sheet.years} 年内申请。\n"
        "· 可以申请免费法律援助，农民工讨要工资不查家里经济困难不困难。\n"
        "· 这份回执证明你反映过，不等于正式受理；受理了会另外告诉你。"
    )
    paper.fields(
        tuple((number, f"{purpose}（{hours}）") for number, purpose, hours in sheet.hotlines),
        label=18,
    )
    paper.new_page()
    paper.heading("四、核对")
    paper.fields((("核对码", sheet.code), ("指纹", f"SHA-256　{sheet.fingerprint}")))
    paper.say(HOW_TO_CHECK, size=9, colour=GREY)
    paper.rule()
    paper.say(sheet.statement, size=9)
    paper.rule()
    return paper.bytes()
