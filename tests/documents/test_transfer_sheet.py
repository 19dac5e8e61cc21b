"""The transfer sheet: handed from unit to unit, signed for by both."""

from dataclasses import replace

from casework.sheets import TransferSheet
from documents.masking import FULL_NOTE, MASKED_NOTE
from documents.transfer_sheet import NOT_AN_ACCEPTANCE, write_transfer_sheet
from tests.documents.sheets import case, empty_case, everything, foot, lines, transfer


def test_the_receiving_unit_finds_what_it_needs() -> None:
    """From whom, why, by which article, what comes with it, and the case itself."""
    found = lines(write_transfer_sheet(transfer(case(masked=False))))

    for line in (
        "转出单位 | 样例办 | 接收单位 | 样例局",
        "转送日期 | 2026年11月24日 | 文号 | 样转〔2026〕3号",
        "转送理由 | 台账里是区属项目。工人电话 13800001234",
        "依据 | 《样例条例》第二十三条",
        "随附材料 | 1. 欠条照片 2 张",
        "台账项目 | 样例中学 P012",
        "1 | 样建国 | 138 0000 1234 | 28,000 | 3 | 2026.06–2026.08 | 2026-11-20",
        "确定依据 | 区属项目 样例方案 三",
        "决定是否立案 | 《样例规定》第一条 | — | 2026-11-25 | 依据只见摘录，待核实",
    ):
        assert line in found


def test_both_sides_can_sign() -> None:
    """Unit, signature and day of each side, the receiver's number, and the way back."""
    found = lines(write_transfer_sheet(transfer(case())))

    for line in (
        "接收意见 | □ 接收办理\n□ 不属于本单位职责，退回重新指定。理由和建议单位：",
        "转出单位（章） |  | 接收单位（章） | ",
        "移交人签字 |  | 接收人签字 | ",
        "移交日期 |  | 接收日期 | ",
        "接收文号 | ",
    ):
        assert line in found


def test_it_says_that_it_is_no_acceptance() -> None:
    """Acceptance is the receiving unit's own decision."""
    assert lines(write_transfer_sheet(transfer(case())))[-1] == NOT_AN_ACCEPTANCE
    assert "不代表正式受理" in NOT_AN_ACCEPTANCE


def test_masked_by_default_also_in_the_reason() -> None:
    """The reason and the list of enclosures are free text: the mask holds for them too."""
    of = replace(transfer(case()), attachments=("样建国的欠条",))
    file = write_transfer_sheet(of)

    assert "转送理由 | 台账里是区属项目。工人电话 138****1234" in lines(file)
    assert "13800001234" not in everything(file)
    assert "样建国" not in everything(file)
    assert foot(file).startswith(MASKED_NOTE)
    assert foot(write_transfer_sheet(transfer(case(masked=False)))).startswith(FULL_NOTE)


def test_what_is_not_known_yet_is_left_for_the_pen() -> None:
    """Day and number of an unsigned transfer stay blank; nothing is invented."""
    of = TransferSheet(case=empty_case(), from_unit="样例办", to_unit="样例局", reason="")
    found = lines(write_transfer_sheet(of))

    assert "转送日期 | 　　　年　　月　　日 | 文号 | " in found
    assert "依据 | —" in found
    assert "随附材料 | 无" in found


def test_the_same_transfer_gives_the_same_bytes() -> None:
    """A sheet's hash in the history speaks of its content."""
    of = transfer(case())

    assert write_transfer_sheet(of) == write_transfer_sheet(of)
