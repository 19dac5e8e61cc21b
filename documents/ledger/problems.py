"""What is wrong in a row, and how to mend it: one sentence each, for whoever keeps the table."""

from collections.abc import Mapping

from casework.ledger_import import RowProblem
from documents.ledger.columns import heading_of

_SENTENCES: Mapping[str, str] = {
    "needed": "新项目要写「{heading}」。补上；台账里已有的项目，写上项目编号就行。",
    "twice": "和第 {hint} 行是同一个项目。只留一行；不是同一个，就把编号或名称写得不一样。",
    "which": "台账里同名同地点的项目不止一个（{hint}）。写上项目编号。",
    "code": "「{found}」不能当编号。编号不留空格，最多 40 个字。",
    "one-of": "不认得「{found}」。可以写：{hint}。",
    "not-in-district": "区里没有「{found}」。相近的有：{hint}。",
    "yes-no": "看不懂「{found}」。写「是」或「否」；不清楚就空着。",
    "date": "「{found}」不像日期。写成 2025-06-01 或 2025年6月1日。",
    "day-missing": "「{found}」只有年月。写到日，比如 2025-06-01；不知道哪天就空着。",
    "no-such-day": "没有「{found}」这一天。改成真有的日期。",
    "month": "「{found}」不像月份。写成 2025-06。",
    "money": "「{found}」不像金额。写数字，比如 1200000、120万、1.2亿。",
    "finer-than-fen": "「{found}」比分还细。最多写到分。",
    "negative": "「{found}」是负数。金额不能小于零。",
    "too-much": "「{found}」太大了。看看是不是多写了零，或者单位（元、万元）不对。",
    "share": "「{found}」不像百分比。写 0 到 100，比如 20 或 20%。",
    "count": "「{found}」不像数目。写整数，比如 120。",
    "degrees": "「{found}」不像经纬度。写小数度数，比如 34.6565。",
    "place": "经纬度不对：纬度在 -90 到 90 之间，经度在 -180 到 180 之间，两个都要写，别写反。",
    "too-long": "太长了，最多 {hint} 个字。删短一些，或看看是不是填错了格。",
    "long-number": "长号码被表格当成数字，末尾几位已经丢了。把这一格设成“文本”，重新填。",
    "formula-error": "公式算错了（{found}）。改对公式，或直接填结果。",
    "no-value": "公式没有存下结果。用 Excel 打开、保存一次，或直接填结果。",
    "not-clear": "「{heading}」不能清空。写上新的，或空着不改。",
    "value": "这一行的数对不上。核对人数、比例、周期。",
}

MOST_FOUND = 40


def words_of(problem: RowProblem) -> str:
    """The whole sentence: where, what, how to mend it."""
    return f"第 {problem.row} 行{_place(problem)}：{sentence(problem)}"


def sentence(problem: RowProblem) -> str:
    """What is wrong and how to mend it."""
    found = problem.found if len(problem.found) <= MOST_FOUND else f"{problem.found[:MOST_FOUND]}…"
    return _SENTENCES[problem.key].format(
        found=found, hint=problem.hint, heading=heading_of(problem.heading)
    )


def _place(problem: RowProblem) -> str:
    if not problem.column:
        return ""
    return f" {problem.column} 列（{heading_of(problem.heading)}）"
