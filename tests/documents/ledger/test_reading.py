"""Headings in any order and words, merged cells, captions and sums; which row is which project."""

import pytest

from casework.ledger_import import Identity
from documents.ledger.problems import words_of
from tests.documents.ledger.books import HEAD, book, check

KNOWN = Identity(
    code="P101", name="锦绣涧河二期", sub_district="nanchanglu", address="南昌路 1 号"
)


def test_headings_in_any_order_and_tongue() -> None:
    """Synonyms, spaces, brackets, English; what is a running number or a remark is passed over."""
    (row,) = check(
        book(
            (
                "序号",
                "Project Name",
                "总包",
                "类别（四类）",
                " 属 地 ",
                "合同额(万元)",
                "备注",
                "进度",
            ),
            (1, "锦绣", "砼岳", "社会项目", "南昌路", 100, "无", "快"),
        )
    ).plan.rows
    assert {
        "name": "锦绣",
        "general_contractor": "砼岳",
        "project_class": "private",
        "sub_district": "nanchanglu",
        "contract_price": 100_000_000,
        "sample": False,
    } == row.values


def test_titles_two_rows_of_headings_captions_and_sums() -> None:
    """As such tables look in offices."""
    found = check(
        book(
            ("区在建项目台账", None, None, None, None),
            ("填报日期：2026-11-01", None, None, None, None),
            ("项目名称", "项目类别", "农民工工资专用账户", None, "业主"),
            (None, None, "开户行", "账号", None),
            ("一、区属项目", None, None, None, None),
            ("甲", "区属", "示例银行", "6200", "区住建局"),
            ("乙", "区属", None, "6201", None),
            (None, None, None, None, None),
            ("合计", 2, None, None, None),
            merge=("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A5:E5", "E6:E7", "C6:C7"),
        )
    )
    assert [6, 7] == [row.row for row in found.plan.rows]
    assert [("示例银行", "6200", "区住建局"), ("示例银行", "6201", "区住建局")] == [
        (r.values["account_bank"], r.values["account_number"], r.values["owner"])
        for r in found.plan.rows
    ]
    assert (5, 9) == found.read.skipped


def test_several_columns_of_names_are_one_list() -> None:
    """A column for each subcontractor."""
    (row,) = check(
        book((*HEAD, "分包单位", "劳务分包"), ("甲", "社会", "长安路", "A；B", "B、C"))
    ).plan.rows
    assert ("A", "B", "C") == row.values["subcontractors"]


@pytest.mark.parametrize("cell", ["34.6565,112.3775", "112.3775 34.6565", "34.6565，112.3775"])
def test_a_place_in_one_cell(cell: str) -> None:
    """In either order."""
    (row,) = check(book((*HEAD, "坐标"), ("甲", "社会", "长安路", cell))).plan.rows
    assert (34.6565, 112.3775) == (row.values["latitude"], row.values["longitude"])


def test_every_wrong_cell_is_named() -> None:
    """Row, column, what is wrong, how to mend it; the good rows are known as well."""
    found = check(
        book(
            (*HEAD, "开工日期", "合同价", "纬度", "经度"),
            ("甲", "社会", "长安路", "2025-02-30", "很多", 34, 112),
            ("乙", "社会", "长安路", None, None, 112, 34),
            ("丙", None, "长安路", None, None, None, None),
            ("丁", "社会", "长安路", None, None, None, None),
        )
    )
    assert [
        "第 2 行 D 列（开工日期）：没有「2025-02-30」这一天。改成真有的日期。",
        "第 2 行 E 列（合同价款）：「很多」不像金额。写数字，比如 1200000、120万、1.2亿。",
        "第 3 行 F 列（纬度）：经纬度不对：纬度在 -90 到 90 之间，经度在 -180 到 180 之间，两个都要写，别写反。",
        "第 4 行 B 列（项目类别）：新项目要写「项目类别」。补上；台账里已有的项目，写上项目编号就行。",
    ] == [words_of(problem) for problem in found.plan.problems]
    assert (3, [5]) == (found.plan.bad_rows, [row.row for row in found.plan.rows])


def test_by_code_or_by_name_and_place_or_new() -> None:
    """Nothing is doubled; a new one gets the next code."""
    found = check(
        book(
            ("编号", "名称", "类别", "街道", "地址", "人数"),
            ("ｐ１０１", None, None, None, None, 5),
            ("ABC-7", "别处", "社会", "长安路", None, 6),
            (None, "全新", "社会", "长安路", None, 7),
            (None, "锦绣涧河 二期", "社会", "长安路", None, 8),
        ),
        KNOWN,
    )
    assert [("P101", False), ("ABC-7", True), ("P102", True), ("P103", True)] == [
        (row.code, row.new) for row in found.plan.rows
    ]
    (row,) = check(
        book(("名称", "街道", "地址", "人数"), ("锦绣·涧河二期", "南昌路", "南昌路1号院", 9)),
        KNOWN,
    ).plan.rows
    assert ("P101", False) == (row.code, row.new)


def test_without_a_sub_district_the_address_tells() -> None:
    """Another address is another project, an unknown one is not."""
    rows = check(
        book(
            ("名称", "类别", "地址"),
            ("锦绣涧河二期", "社会", "谷水路"),
            ("锦绣涧河二期", "社会", "南昌路1号"),
        ),
        KNOWN,
    ).plan.rows
    assert ["P102", "P101"] == [row.code for row in rows]


def test_samples_are_matched_by_code_only() -> None:
    """A real project that happens to be called like an invention is a new one."""
    sample = Identity(code="P101", name="甲", sub_district="changanlu", sample=True)
    (row,) = check(book(HEAD, ("甲", "社会", "长安路")), sample).plan.rows
    assert ("P102", True) == (row.code, row.new)


def test_the_same_project_twice_and_which_of_two() -> None:
    """In one file, or in the ledger."""
    twin = Identity(code="P102", name="锦绣涧河二期", sub_district="nanchanglu")
    found = check(
        book(
            ("编号", "名称", "类别", "街道"),
            ("A1", "甲", "社会", "长安路"),
            ("a1", "乙", "社会", "长安路"),
            (None, "丙", "社会", "长安路"),
            (None, " 丙", "社会", "长安路"),
            (None, "锦绣涧河二期", "社会", "南昌路"),
        ),
        KNOWN,
        twin,
    )
    assert [(3, "twice", "2"), (5, "twice", "4"), (6, "which", "P101、P102")] == [
        (p.row, p.key, p.hint) for p in found.plan.problems
    ]
    assert [2, 4] == [row.row for row in found.plan.rows]


def test_a_wrong_cell_is_told_once() -> None:
    """A class that nobody knows is wrong; it is not missing as well."""
    problems = check(book(HEAD, ("锦绣", "什么", ""), ("锦绣二期", "", ""))).plan.problems
    assert [(2, "one-of"), (3, "needed")] == [(each.row, each.key) for each in problems]
