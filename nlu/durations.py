"""For how long wages are owed or overdue, in months; the length of service is not it."""

import re
from collections.abc import Sequence

from casework.meaning import CountRange, Fact, FactName
from nlu.counts import counted, near_before
from nlu.normalise import Plain
from nlu.numerals import Quantity

_MONTH_UNIT = re.compile(
    r"\s?(?P<more>多|余|来)?\s?(?:个(?:多|来)月(?P<gemore>)|个整月|个半月(?P<half>)|(?<=[俩仨])半月(?P<halves>)|个月(?:零|又|加)?(?:(?P<days>[一二三四五六七八九十]{1,3}|\d{1,2})天)?|个?季度?(?P<quarter>)(?=[的都也]?(?:工资|工钱|薪|钱|没|未|不)|[,，。\s]|了|$)|(?<=[俩仨])月|月(?=(?:的?工资|没|未|不|工钱|薪))|(?P<en>\s?months?))(?P<after>多|有余|左右)?"
)
_YEAR_UNIT = re.compile(
    r"(?P<more>多|余|来)?\s?(?:年半(?!载)(?P<half>)|年(?!半载)(?![前级初底末后薪度终龄检代底]|\d)|years?)(?:(?P<after>多|有余|左右)|零?(?P<plus>[一二两三四五六七八九十\d]{1,2})个月)?"
)
_HALF_MONTH = re.compile(
    r"(?<![个一二两三四五六七八九\d俩仨])半(?:个|拉|个多|拉多)?月|(?P<less>小)半年|(?P<most>大)?(?<!一)半年(?P<after>多)?(?![会报检载])"
    r"|一年半载(?P<year>)|个把月(?P<about>)"
)
_OWED_BEFORE = re.compile(
    r"(?:拖欠|欠|欠薪|欠发|拖延|拖|没发|未发|没给|未给|没开|不发|未付|没结|未结|压了?|压着|缓了?|卡了|卡着|停薪|停发|克扣|扣了?|扣着|差|缺(?!少|乏)|拖了|owes?|owed|unpaid)(?:[^,，。;；！!？?]{0,14})$"
)
_LONG = re.compile(
    r"(?:长达|达|已有|整整|已经?|都|快|近|将近|超过|一共|总共|前后|(?:到|至)(?:现在|今天|今))(?:有|快|近|已经|都|整整)*$"
)
_OWED_AFTER = re.compile(
    r"\s?(?:了|多|的|,|，|来|呢|啊)*(?:[^,，。;；！!？?]{0,4})?(?:工资|工钱|薪水|薪资|钱|血汗钱|劳务费)?(?:[^,，。;；！!？?]{0,6}?)(?:都|还|也|仍|一直|至今|到现在)*"
    r"(?:(?:只|就|才|总共|一共)(?:给|发|付)(?:过?了?[一二两]?[次回]|了)|一分|分文|(?:没有?|未|不)(?:见|有|能|再|按时|准时)?(?:见(?:着|到|过)?(?=.{0,2}[钱分工薪])|给|发|付|结|拿|到|要|开|支|还|领)(?!(?:我们?|他|员工)?(?:买|交|缴|上|签|办)))"
)
_WAGES_AFTER = re.compile(
    r"\s?(?:了|多|左右|以上)?(?:的|\(.{1,12}\))?(?:基本|全部|农民工|民工|员工|工人)?(?:工资|工钱|薪水|薪资|薪|血汗钱|(?<=的)钱(?!$)|劳务费|报酬|wages?|salary|pay|of wages|(?<!一个月)(?<!一个月\s)(?:就是|一共|共|总共|合计)(?=\d{3,}|[一二两三四五六七八九]万?千?))(?!一直|都?发|结一?次|已经?发|按时)"
)
_WORKED_BEFORE = re.compile(
    r"(?:干|做|工作|上班|上|打工|施工|务工|入职|来|去|呆|待|签|合同|实习|试用期?|住院|休息|坐牢|worked|working|for|当[一-龥]{1,5})(?:了|过|满|有|已经|快|将近|近|大概|差不多|有个|活|的)*$"
)
_NOT_OWED = re.compile(
    r"(?:不够|够|才发|只发|就发|发了|不满|未满|满|每(?!人|个人)|隔|提前|试用期?|合同|工龄|刑期|工期|质保|保修|住院|休息|怀孕|租金?|租也?欠了?(?:房东)?|孩子|娃|出生|等了?|(?:只|才|就)(?:给|付|结)过?了?|过去|回复|之前)[^,，。\s欠]{0,5}$"
)
_NOT_OWED_AFTER = re.compile(
    r"过去|(?:的)?(?:房租|租金|房贷|车贷|学费|押金|社保|定金|水电)|\s?(?:就|才|还没|没)?(?:到期|期满|满期)|\s?\d{3,}|\s?[一二两三四五六七八九几][千万百]|\s?(?:的?底薪|保底|能?(?:拿|挣|开))|\s?(?:内|之内|前|之前|以前|结(?:算|一次)|一(?:次|结)|发一|才(?:给|结|发)|后|以后|之后|才发|试用|合同|工龄|(?:就|时间)?(?:能|可以)|的?孩子|一付|一发)"
)
_RATE_AFTER = re.compile(
    r"\s?(?:才|就|给|开|挣|拿)\d{3,}|\s?(?:的)?(?:工资|工钱|薪水)(?:是|给|才|就|有|开|能拿)?(?:\d{3,}|[一二两三四五六七八九几][千万百])"
)
_OWED_CLAUSE = re.compile(r"(?:欠|没发|没给|未发|拖)[^,，。]{0,10}[,，]\s?$")
_FOR = re.compile(r"\b(?:for|in)\s$", re.IGNORECASE)
_ENGLISH_DEBT = re.compile(r"\bowe|unpaid|(?:not|n't) (?:been )?pa(?:y|id)", re.IGNORECASE)
_ABOUT_WAGES = re.compile(
    r"欠|工资|薪|工钱|差(?:我|俺)|(?:没|不|未)(?:给|结|发|付)|停止?发|(?:□|完工|到时)[^,，。]{0,3}结|工程款|血汗钱|尾巴|尾款|讨薪|兑现|拖着"
)


def months(plain: Plain, quantities: Sequence[Quantity]) -> list[Fact]:
    """How long wages are owed or overdue; how long somebody worked only with low confidence."""
    found = []
    for quantity in quantities:
        if quantity.positional or quantity.high > 600:
            continue
        match = _MONTH_UNIT.match(plain.text, quantity.end)
        if match:
            half = 0.5 if match["half"] is not None or match["halves"] is not None else 0.0
            more = bool(match["more"] or match["gemore"] is not None or match["after"])
            half += round(_small_number(match["days"]) / 30, 2) if match["days"] else 0.0
            times = 1 if match["quarter"] is None else 3
            value = counted(quantity, times=times, plus=half, more=more)
        elif match := _YEAR_UNIT.match(plain.text, quantity.end):
            if quantity.high > 40:
                continue
            value = _years(quantity, match)
        else:
            continue
        found.append(_duration(plain, value, (quantity.start, match.end()), vague=quantity.vague))
    found.extend(_halves(plain))
    found.extend(_days(plain, quantities))
    return [fact for fact in found if fact.confidence > 0.1]


def _years(quantity: Quantity, match: re.Match[str]) -> CountRange:
    plus = 6.0 if match["half"] is not None else 0.0
    if said := match["plus"]:
        plus += _small_number(said)
    return counted(quantity, times=12, plus=plus, more=bool(match["more"] or match["after"]))


def _small_number(said: str) -> float:
    if said.isascii():
        return float(said)
    values = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
    tens, ten, ones = said.rpartition("十")
    return float((values.get(tens, 1) * 10 if ten else 0) + values.get(ones, 0))


def _halves(plain: Plain) -> list[Fact]:
    facts = []
    for match in _HALF_MONTH.finditer(plain.text):
        size = 5.0 if match["less"] else 6.0 if "年" in match[0] else 0.5
        near = bool(match["most"] or match["less"] or match["after"])
        value = CountRange(low=size, high=size, approximate=near)
        if match["about"] is not None:
            value = CountRange(low=1, high=1, approximate=True)
        if match["year"] is not None:
            value = CountRange(low=6, high=12, approximate=True)
        facts.append(_duration(plain, value, match.span(), vague=False))
    return facts


def _days(plain: Plain, quantities: Sequence[Quantity]) -> list[Fact]:
    """欠四十五天工资: a month and a half. Days that were only worked say nothing of a debt."""
    facts = []
    for quantity in quantities:
        match = _DAY_UNIT.match(plain.text, quantity.end)
        if match is None or quantity.positional or not 5 <= quantity.low <= quantity.high <= 1000:
            continue
        span = (quantity.start, match.end())
        if _duration_score(plain.text, span) >= 0.75:
            low, high = (round(float(end) / 30, 2) for end in (quantity.low, quantity.high))
            value = CountRange(low=low, high=high, approximate=True)
            facts.append(plain.fact(FactName.MONTHS, value, span, confidence=0.6, computed=True))
    return facts


_DAY_UNIT = re.compile(r"\s?(?:多|来)?天(?!前|内|之内|后|之后)(?:多)?")


def _duration(plain: Plain, value: CountRange, span: tuple[int, int], *, vague: bool) -> Fact:
    score = _duration_score(plain.text, span)
    if vague:
        score = min(score, 0.4)
    return plain.fact(FactName.MONTHS, value, span, confidence=score)


def _duration_score(text: str, span: tuple[int, int]) -> float:
    near, end = near_before(text, span[0]), span[1]
    before = near.endswith("之前") and _WAGES_AFTER.match(text, end)  # 之前两个月的工资不给了
    if near.endswith("第") or (_NOT_OWED.search(near) and not before):
        return 0.15
    if _not_owed_after(text, end, near):
        return 0.15
    if len(text) - (end - span[0]) <= 3:
        return 0.9  # an answer to a question
    one = text[span[0]] in "一1" and text[span[0] + 1 : end] in ("个月", "月")
    if one and _A_SUM.search(near):
        return 0.15  # 1900一个月
    if one and _RATE_AFTER.match(text, end) and not _OWED_BEFORE.search(near):
        return 0.3  # 一个月工资5000
    return _owed_score(text, span, near)


def _owed_score(text: str, span: tuple[int, int], near: str) -> float:
    """How surely the words around a duration say that its wages are owed: the surest sign counts."""
    start, end = span
    worked = bool(_WORKED_BEFORE.search(near))
    signs = (
        (0.92, _LAST_MONTHS.search(near) and not _GIVEN.match(text, end)),  # 后四个月没付
        (0.9, _OWED_BEFORE.search(near) or (_WAGES_AFTER.match(text, end) and not worked)),
        (0.6 if worked else 0.75, _OWED_AFTER.match(text, end)),
        (0.7, _owed_before(text, start, near)),
        (0.75, _WAGES_BEFORE.search(near) and _NOT_SEEN.match(text, end)),  # 工资俩月没见着
        (0.75, _SOUGHT.match(text, end)),  # 三年讨薪未果
        (0.75, _SEEKING.search(near) and _IN_VAIN.match(text, end)),  # 讨薪两年无果
        (0.75, _OVER_FOR.search(near) and _NOTHING_CAME.match(text, end)),  # 完工两年，仍无着落
        (0.75, _WAGES_BEFORE.search(near) and _COMES_TO.match(text, end)),  # 工资三个月是19500
        (0.6, _COUNTED_BY.search(near) and text[end : end + 1] == "算"),
        (0.6, _long(text, span, near)),
        (
            0.5,
            _ALONE_BEFORE.search(text, max(0, start - 6), start) and _ALONE_AFTER.match(text, end),
        ),
    )
    return max((score for score, seen in signs if seen), default=0.3)


_A_SUM = re.compile(r"(?:\d|[块元千百万]|[千百万][一二三四五六七八九])$")
_WAGES_BEFORE = re.compile(r"(?:工资|工钱|薪水|钱)(?:有|都|快|已经|就)*$")
_NOT_SEEN = re.compile(r"(?:都|也|了|还|仍)*(?:没|冇|未|不)")
_SEEK = r"(?:讨薪|讨要|讨债|追讨|要账|维权|上访)"
_VAIN = r"(?:未果|无果|没果|不到|无门|不成|没有?结果)"
_SOUGHT = re.compile(
    rf"(?:多|了|来|以来)*(?:一直|还|都|仍|始终)*(?:在)?{_SEEK}[^,，。]{{0,4}}{_VAIN}"
)
_SEEKING = re.compile(rf"{_SEEK}(?:都|了|已经?|快)*$")
_IN_VAIN = re.compile(rf"(?:多|了|来)*{_VAIN}")
_OVER_FOR = re.compile(r"(?:完工|竣工|结束|干完|做完|交工|验收|离职|辞职)(?:都|已经?|快|有|了)*$")
_NOTHING_CAME = re.compile(r"(?:多|了)*[,，]?[^,，。]{0,10}(?:没|未|无着落|不给|不结|不发|欠)")
_COMES_TO = re.compile(r"(?:一共|总共|合计|共|就)?是?\s?\d{3,}")
_COUNTED_BY = re.compile(r"按$")
_LAST_MONTHS = re.compile(r"(?:最后|最末|后|后头|后边|后面|剩下|余下|下余)的?$")
_GIVEN = re.compile(r"[^,，。没未不]{0,6}(?:给|发|付|结)了")
_ALONE_BEFORE = re.compile(r"(?:^|[\s,，。、])(?:应该是|应该|大概|可能|差不多|就是|都是|是)?$")
_ALONE_AFTER = re.compile(r"(?:了|吧|左右|呢|啊|整|的)*(?:[\s,，。]|$)")


_PRESSED = re.compile(r"(?:压|拖欠?|欠)(?:了|着)?$")


def _not_owed_after(text: str, end: int, near: str) -> bool:
    """三个月5000 tells a wage; 欠七个月五万六 a debt."""
    match = _NOT_OWED_AFTER.match(text, end)
    if match and _PRESSED.search(near):
        return False  # 压了两个半月后跑了
    sum_follows = match is not None and match[0].strip()[0] in "0123456789一二两三四五六七八九几"
    return match is not None and not (sum_follows and _OWED_BEFORE.search(near))


def _owed_before(text: str, start: int, near: str) -> bool:
    """Whether the clause before, or an English "owes me … for", says that wages are owed."""
    if not near.strip() and _OWED_CLAUSE.search(text, max(0, start - 20), start):
        return True
    english = _FOR.search(near) and _ENGLISH_DEBT.search(text, max(0, start - 60), start)
    return bool(english)


def _long(text: str, span: tuple[int, int], near: str) -> bool:
    """整整三年了: long, in a sentence about wages, and not the length of service."""
    about = _ABOUT_WAGES.search(text, max(0, span[0] - 100), span[1] + 60)
    since = _UNTIL_NOW.search(near) and not _SINCE_ASKED.search(near)
    long = _LONG.search(near) and about and not _SINCE_ASKED.search(near)
    return bool((since or long) and not _WORKED_BEFORE.search(near))


_UNTIL_NOW = re.compile(r"(?:到|至)(?:现在|今天|今|目前)(?:已经?|都|整整|有|快|足足)*$")
_SINCE_ASKED = re.compile(r"(?:申请|投诉|举报|反映|仲裁|起诉|立案|材料|登记|报案)[^,，。]{0,8}$")
"""仲裁申请交了快一个月: since the office knows, not since wages are owed."""
