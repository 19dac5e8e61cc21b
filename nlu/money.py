"""Which numbers of a text are sums of money, and what each comes to.

Only finds sums; what a sum is for (owed, paid, a rate, a fine) is decided in ``sums``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from casework.meaning import MoneyRange
from casework.money import Fen
from nlu.numerals import DIGITS, NO_DIGIT, Quantity

_UNIT = re.compile(
    r"\s?(?:多|来|余)?\s?(?P<unit>块(?!儿|[一二两三四五六七八九十]{1,3}万|地|砖|板|石|玻璃|牌|钢)|元(?!旦|月|宵)|圆|人民币|rmb|RMB|Rmb|yuan|Yuan|YUAN|CNY|¥|大洋)"
)
_ONE = "[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_AFTER_UNIT = re.compile(
    rf"零?(?P<jiao>{_ONE})[角毛](?:零?(?P<cent>{_ONE})分)?|零?(?P<fen>{_ONE})分(?!之|钱|没|不)"
    r"|(?P<digit>[1-9一二三四五六七八九])(?![\d个人天月年日号十百千万.小钟平方米班位名家口]|工(?!资|钱))"
)
_JIAO = re.compile(rf"\s?[毛角](?:(?P<cent>{_ONE})分?(?!\d)|钱)?(?!线|衣|坯|病|巾|毯|猪|石|铁|钢)")
"""三毛五, 八毛: a piece rate below one yuan."""

_TAIL = re.compile(r"(?:钱|整|人民币|多|左右|上下|出头)*")
_CURRENCY_BEFORE = re.compile(r"(?:[¥￥$]|人民币|rmb|RMB|CNY)\s?$")
_NOT_MONEY = re.compile(
    r"\s?(?:多|来|余)?(?:个|人(?!工[费钱成])|名|位|口|员|天|日(?!结|薪)|年|月|号|岁|周|(?<!多)点|时|分|秒|栋|楼|层|期|次|标|班|组|吨|斤|公斤|平|方|米|公里|里|亩|间|套|户"
    r"|件|台|辆|张|份|本|条|根|只|头|车|趟|回|家|届|级|度|倍|折|%|路|室|单元|门|幢|区|队|成|工(?!资|钱)|小时|分钟|礼拜|星期|代|字"
    r"|遍|步|单|票|局|处|营|团|师|连|排|页|集|章|段|类|种|项|大|小|者|所|所有|线|中队|半个|半年|to\b|months?\b|days?\b|people\b|workers?\b|years?\b|of us)"
)
_NOT_BEFORE = re.compile(
    r"(?:第|编号|号码|电话|微信|QQ|qq|尾号|代码|证号|栋|座|幢|层|楼|路|室|单元|邮编|[A-Za-z#./:\-])\s?$"
)
_MONEY_BEFORE = re.compile(
    r"(?:欠|钱|款|薪|费|共|总|计|差|给|发|剩|报酬|付|借|罚|扣|押金|余|结|垫|还有|合起来|加起来|算下来|挂了我?|工资|提成|奖金|绩效|每人|每天|每个?月|一天|一个?月|一个工|每年|一年|每个工|一平方?|每平方?|一小时|每小时|个小时|支|拿|到账|收到|打|转|要|是|赔|压"
    r"|owes?|owed|paid|pay|salary|wages?|amount|total)(?:了|个|我|我们|俺|他|她|们|的|是|为|有|达|到|共|过|大概|大约|约|近|将近|差不多|还|只|就|才|me|us|of|is|about|[:：\s])*$"
)


_MONEY_NEAR = re.compile(
    r"(?:欠|工资|工钱|薪水|薪资|报酬|剩|余下|还差|短|一共|总共|共计|合计|累计|总额|总数|款|钱数?|金额|应得|应发|应付|运费|押金|定金|罚|扣|借|到手|到账|没给|不给|没发|没结|发了|给了|付了|给过|付过|打了|转了|一次|另一?次|费)[^,，。;；\d]{0,8}$"
)
_PIECE_BEFORE = re.compile(
    r"(?:每|(?:说好|讲好|约定|谈好|定的?|按|单价)(?:的|是)?一|(?:(?<![一-龥])|(?<=[说讲给算按是]))一(?=小时|趟|车|方|平|米|件|节课|课时))(?:车|条|单|趟|件|节课?|课时|平方?米?|方|吨|亩|棵|根|套|张|桌|天|小时|个)(?:给|是)?$"
)
_MONEY_AFTER = re.compile(
    r"\s?(?:一直|到现在|至今|还|都|也|就|一分|迟迟|[,，])*(?:没有?|未|不)(?:给|发|付|结|见|还|拿|到)|\s?(?:能不能|啥时候|什么时候|何时)[^,，。]{0,8}(?:要|讨|追|拿)(?:回|到)"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money in the plain text. ``sure`` where the text says that it is money."""

    value: MoneyRange
    start: int
    end: int
    number_end: int
    sure: bool
    vague: bool = False


def _fen(amount: Decimal) -> Fen:
    return Fen(int((amount * 100).to_integral_value()))


def _digit(char: str) -> int:
    return int(char) if char.isdigit() and char.isascii() else DIGITS[char]


def _behind_the_unit(text: str, at: int) -> tuple[int, int]:
    """Fen behind 块: 五块五, 28元5角. The fen and where they end."""
    match = _AFTER_UNIT.match(text, at)
    if match is None or (match["digit"] and text[at - 1] != "块") or NO_DIGIT.match(text, at):
        return 0, at  # 五千块一直不给: the 一 is no jiao
    if match["jiao"]:
        cents = _digit(match["cent"]) if match["cent"] else 0
        return _digit(match["jiao"]) * 10 + cents, match.end()
    if match["fen"]:
        return _digit(match["fen"]), match.end()
    return _digit(match["digit"]) * 10, match.end()


def _large(quantity: Quantity) -> bool:
    """A number that in this setting hardly counts anything but money."""
    if quantity.arabic and quantity.unit == 1 and not quantity.grouped:
        return False
    return (
        quantity.grouped
        or quantity.unit >= 10_000
        or quantity.high >= 1000
        or (quantity.unit >= 100 and quantity.high > 100)
    )


def _unmarked(text: str, quantity: Quantity) -> bool:
    """Whether a number without 元 or 块 is a sum all the same: 两万八, 工资86000."""
    if quantity.positional or _NOT_MONEY.match(text, quantity.end):
        return False
    before = text[max(0, quantity.start - 14) : quantity.start]
    if _NOT_BEFORE.search(before):
        return False
    if _large(quantity):
        return True
    if quantity.high >= 1000 and (
        _MONEY_NEAR.search(before) or _MONEY_AFTER.match(text, quantity.end)
    ):
        return True
    if _stands_alone(text, quantity):
        return True
    least = 5 if _PIECE_BEFORE.search(before) or _RATE_BEFORE.search(before) else 100
    return quantity.high >= least and bool(_MONEY_BEFORE.search(before) or least == 5)


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """欠5个月，394000: four digits and more that count nothing, in a text about unpaid wages."""
    digits = quantity.end - quantity.start
    year = digits == 4 and 1900 <= quantity.high <= 2100
    plain = quantity.arabic and quantity.single and 4 <= digits <= 7 and not year
    return plain and bool(_ALONE_AFTER.match(text, quantity.end)) and bool(_OWES.search(text))


_ALONE_AFTER = re.compile(r"(?:多|左右|上下|整|出头)?(?:[,，。;；!！?？\s]|$|没|未|不|至今|都)")
_OWES = re.compile(r"欠|拖|工资|工钱|薪|没拿到|没给|没发|没结|不给|讨要?")
_RATE_BEFORE = re.compile(r"(?:时薪|日薪|小时工资|日工资)(?:是|为|才|给|说好)?$")


def _per_unit(text: str, quantity: Quantity) -> bool:
    """280一天, 6千每月: a number before a unit of work time is a wage."""
    return quantity.high >= 5 and bool(
        re.match(
            r"\s?(?:/|一|每)\s?(?:个)?(?:天|日|月|小时|钟|工|年|班|平|方|米|个月)",
            text[quantity.end : quantity.end + 6],
        )
    )


def sums(text: str, quantities: Sequence[Quantity]) -> list[Sum]:
    """Every sum of money among the numbers of a plain text."""
    return [found for found in (_sum(text, quantity) for quantity in quantities) if found]


def _jiao(text: str, quantity: Quantity) -> Sum | None:
    """三毛五: thirty-five fen."""
    match = _JIAO.match(text, quantity.end)
    if match is None or not 0 < quantity.low <= quantity.high < 100 or quantity.positional:
        return None
    piece = _PIECE_BEFORE.search(text, max(0, quantity.start - 14), quantity.start)
    if quantity.high == 1 and not match["cent"] and not piece:
        return None  # 一毛钱没给 names no sum
    cents = _digit(match["cent"]) if match["cent"] else 0
    low, high = (Fen(int(end * 10) + cents) for end in (quantity.low, quantity.high))
    value = MoneyRange(low=low, high=high, approximate=quantity.approximate)
    return Sum(value, quantity.start, match.end(), quantity.end, True, quantity.vague)


_TOGETHER = re.compile(
    r"(?<=[加到在])一块|一块(?!钱|[一二两三四五六七八九](?![个名位口人])|[\s,，。.]*$)"
)
"""Together. A yuan is said 一块钱."""


def _sum(text: str, quantity: Quantity) -> Sum | None:
    if _TOGETHER.match(text, quantity.start) and not _PIECE_BEFORE.search(
        text, max(0, quantity.start - 14), quantity.start
    ):
        return None  # 欠的钱加一块13万, 跟我一块走的
    if jiao := _jiao(text, quantity):
        return jiao
    marked = _UNIT.match(text, quantity.end)
    before = _CURRENCY_BEFORE.search(text, max(0, quantity.start - 5), quantity.start)
    if not (marked or before or _per_unit(text, quantity) or _unmarked(text, quantity)):
        return None
    if (quantity.positional and not marked) or quantity.high == 0:
        return None
    extra, end = _behind_the_unit(text, marked.end()) if marked else (0, quantity.end)
    low, high = _fen(quantity.low), _fen(quantity.high)
    approximate = quantity.approximate
    if marked and "多" in marked[0]:
        approximate = True
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
        approximate = approximate or any(
            word in tail[0] for word in ("多", "左右", "上下", "出头")
        )
    value = MoneyRange(low=Fen(low + extra), high=Fen(high + extra), approximate=approximate)
    start = before.start() if before else quantity.start
    return Sum(value, start, end, quantity.end, bool(marked or before), quantity.vague)
