"""How many people, how many months of wages, and numbers that stand alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from casework.meaning import CountRange, Fact, FactName
from nlu.normalise import Plain
from nlu.numerals import Quantity

_PEOPLE = r"(?:农民工|民工|工人|工友|员工|职工|工匠|师傅|老乡|兄弟|弟兄|姐妹|伙计|老师|教师|司机|保安|保洁|同事|人员|受害人|工人师傅|泥瓦工|瓦工|木工|钢筋工|电工|油漆工|粉刷工|技工|妇女|村民|护工|教练员?|阿姨|大姐|大妈|姊妹|技师|店员|导购|收银|分拣员|装卸工|搬运工|泥工|抹灰工|贴砖工|杂工|临时工|实习生|同行|挡车工|电焊工|防水工|保育|队员|演员|船员|矿工|程序员|工程师|主播|助教|陪护|月嫂|大学生|同学|学生|厨师|服务员|骑手|护士|保育员|快递员|收银员|女工|男工|小工|大工|力工|架子工|焊工|技术员|农民|民警|姑娘|小伙|乡亲)"
_HEAD = re.compile(
    rf"(?P<more>多|余|来|挂零的?)?\s?(?:(?P<unit>位(?!的|数|密码)|名|口子|口人?(?![井锅号])|号人|号(?=[^,，。;；\d]{{0,3}}{_PEOPLE}))(?P<noun>[^,，。;；\d]{{0,4}}?{_PEOPLE})?|个(?:多)?(?P<people>[^,，。;；、\d月\s]{{0,4}}?{_PEOPLE}|人(?![家民们事力行类]))|(?P<men>人(?![民家们事力行类均次])|{_PEOPLE})"
    r"|(?P<en>\s?(?:people|workers|of us|men|guys|persons)))(?P<after>多)?"
)
_BARE_GE = re.compile(
    r"(?P<more>多|来)?个(?!月|小时|人|星期|礼拜|工(?!人|友)|项目|标|班(?!长)|月|老板|孩子|小孩|娃|部门|单位|地方|多|半|钟|年|季|亿|点|电话|问题|原因|工程|包工头|证|字)"
)
_FEW_OF_US = re.compile(r"(?P<n>[俩仨])(?:个)?(?:人)?")
_COLLECTIVE = re.compile(
    rf"(?:我们|俺们?|咱们?|哥|兄弟|弟兄|姐妹|老乡|工友|一共|共|带了|还有|就|还剩|一块儿?|一起|去了|来了|拢共|统共|剩下?|(?:连|连着|算上|加上|带上)(?:我|俺))(?:几个|这|那|哥|老乡|兄弟|姐妹|工友|一共|总共|有|是|班组|工地|全体|家|的)*$"
    rf"|{_PEOPLE}(?:一共|共|有|才|就)?$"
)
_SELF = re.compile(
    r"(?<!不是)(?<!不止)(?<!不光)(?:就|只有|只|光)?(?:我|俺)(?:自己)?(?:自己一个人|一个人|一人|个人|自个儿?|单独)(?!每|的(?:钱|工资)也)|就我自己|(?:就|只有|只)(?:我|俺)一个(?!月|项|工|多)|是(?:我|俺)一个(?=[做干刷贴砌焊修搬装])|欠(?:他|她)一个人|just me|only me|(?:^|[,，。\s])(?:就|只有|只)(?:我|俺)(?:$|[,，。了])"
)
_COUPLE = re.compile(
    r"(?:我|俺)(?:们|和|跟)(?:我)?(?:老婆|媳妇|老公|爱人|对象|妻子|丈夫)(?=$|[^,，。]{0,6}(?:都|一起|两|俩|在|干|的工资))|(?:我们|俺)?两口子|夫妻(?:俩|二人|两人)"
)
_KIN = re.compile(
    r"(?:爷儿?|娘儿?|父子|父女|母女|母子|兄弟|弟兄|哥|姐妹|姊妹|妯娌|叔侄|爷孙|师徒|姐弟|兄妹|姑嫂|婆媳|翁婿|同学|老乡|工友)(?:们)?(?:(?P<two>俩|两(?:个(?!月)|人)|二人)|(?P<three>仨|三(?:个(?!月)|人)))(?!半?个?月|年|天)"
)
"""爷俩, 娘仨, 兄弟两个."""

_NOT_HEAD_BEFORE = re.compile(
    r"(?:每|第|某|平均|任何|其中有?|当中有?|里面有?|另外|老板|领导|孩子|欠|哪|是|这|那|要|找了?|来了|派了?|别的|大|高|初|前|后)$"
)
_OF_THEM = re.compile(r"(?:其中|当中|里面|里头|家里?)有?$")
_HEADCOUNT_NAMED = re.compile(r"(?:人数|几个人)[^。；;\d]{0,8}$")
_LEADS = re.compile(
    r"(?:我|俺|班组长|带班的?|工头|领工的?)[,，]?(?:是|手下|手底下)?(?:带|领)(?:着|了)?(?:有)?$"
)
_RATE_ONE = re.compile(r"(?:一|1)$")
_STRONG_BEFORE = re.compile(
    r"(?:一共|总共|共有?|合计|共约|全体|全部|涉及|他们|我们|俺们?|咱们?|达|拖欠|拖欠了|欠|欠了|欠我们|班组|工人|民工|农民工|员工|工友|人数|大概|大约|约|近|有)(?:[^,，。;；\d]{0,5})$"
)
_STRONG_AFTER = re.compile(
    r"(?:一共|总共|合计|都没|都不|全都|全部|没有?拿到|没领到|的(?:工资|工钱|血汗钱|钱))"
)
_WITH_ME = re.compile(
    r"(?:我|俺|本人|咱)(?P<kin>和我?(?:哥哥?|弟弟?|姐姐?|妹妹?|爸|妈|老公|老婆|媳妇|对象|爱人|父亲|叔叔?|舅舅?|儿子|女儿|姐夫|妹夫|老乡|朋友|同学))?(?:以外|之外)?[,，]?(?:和|跟|与|同|还有|加上|、|以及)(?:另外|其他|其余|我|我的|同村|同村的|我们村的?|一起的|一起干活的|还有|别的)*$"
)
_AND_ME = re.compile(r"\s?(?:[和跟]|加上?)(?:我|俺)(?![们爸妈老媳说的爱对弟哥])")
"""他们六个和我: seven."""

_WEAK_BEFORE = re.compile(
    r"(?:带着|带了|找了?|叫了?|来了|派了?|死了?|受伤|打了|开除|招了?|其中|另外|别的|管理|剩下)[^,，。]{0,3}$"
)

_MONTH_UNIT = re.compile(
    r"\s?(?P<more>多|余|来)?\s?(?:个(?:多|来)月(?P<gemore>)|个半月(?P<half>)|(?<=[俩仨])半月(?P<halves>)|个月(?:零|又|加)?(?:(?P<days>[一二三四五六七八九十]{1,3}|\d{1,2})天)?|个?季度?(?P<quarter>)(?=的?(?:工资|工钱|薪|钱|没|未|不))|(?<=[俩仨])月|月(?=(?:的?工资|没|未|不|工钱|薪))|(?P<en>\s?months?))(?P<after>多|有余|左右)?"
)
_YEAR_UNIT = re.compile(
    r"(?P<more>多|余|来)?\s?(?:年半(?!载)(?P<half>)|年(?!半载)(?![前级初底末后薪度终龄检代底]|\d)|years?)(?:(?P<after>多|有余|左右)|零?(?P<plus>[一二三四五六七八九十\d]{1,2})个月)?"
)
_HALF_MONTH = re.compile(
    r"(?<![个一二两三四五六七八九\d俩仨])半(?:个|拉|个多|拉多)?月|(?P<less>小)半年|(?P<most>大)?(?<!一)半年(?P<after>多)?(?![会报检载])"
    r"|一年半载(?P<year>)"
)
_OWED_BEFORE = re.compile(
    r"(?:拖欠|欠|欠薪|欠发|拖延|拖|没发|未发|没给|未给|没开|不发|未付|没结|未结|压了?|压着|卡了|卡着|克扣|扣了?|扣着|差|拖了|owes?|owed|unpaid)(?:[^,，。;；！!？?]{0,14})$"
)
_LONG = re.compile(
    r"(?:长达|达|已有|整整|已经?|都|快|近|将近|超过|(?:到|至)(?:现在|今天|今))(?:有|快|近|已经|都|整整)*$"
)
_OWED_AFTER = re.compile(
    r"\s?(?:了|多|的|,|，|来|呢|啊)*(?:[^,，。;；！!？?]{0,4})?(?:工资|工钱|薪水|薪资|钱|血汗钱|劳务费)?(?:[^,，。;；！!？?]{0,6}?)(?:都|还|也|仍|一直|至今|到现在)*"
    r"(?:(?:只|就|才|总共|一共)(?:给|发|付)(?:过?了?[一二两]?[次回]|了)|一分|(?:没有?|未|不)(?:见|有|能|再|按时|准时)?(?:见(?:着|到|过)?(?=.{0,2}[钱分])|给|发|付|结|拿|到|要|开|支|还|领)(?!(?:我们?|他|员工)?(?:买|交|缴|上|签|办)))"
)
_WAGES_AFTER = re.compile(
    r"\s?(?:了|多|左右|以上)?(?:的|\(.{1,12}\))?(?:基本|全部|农民工|民工|员工|工人)?(?:工资|工钱|薪水|薪资|薪|血汗钱|劳务费|报酬|wages?|salary|pay|of wages|(?<!一个月)(?<!一个月\s)(?:就是|一共|共|总共|合计)(?=\d{3,}|[一二两三四五六七八九]万?千?))(?!一直|都?发|结一?次|已经?发|按时)"
)
_WORKED_BEFORE = re.compile(
    r"(?:干|做|工作|上班|上|打工|施工|务工|入职|来|去|呆|待|签|合同|实习|试用期?|住院|休息|坐牢|worked|working|for)(?:了|过|满|有|已经|快|将近|近|大概|差不多|有个|活|的)*$"
)
_NOT_OWED = re.compile(
    r"(?:不够|够|才发|只发|就发|发了|不满|未满|满|每|隔|提前|试用期?|合同|工龄|刑期|工期|质保|保修|住院|休息|怀孕|租金?|租也?欠了?(?:房东)?|孩子|娃|出生|等了?|过去|回复|之前)[^,，。\s欠]{0,5}$"
)
_NOT_OWED_AFTER = re.compile(
    r"(?:的)?(?:房租|租金|房贷|车贷|学费|押金|社保|定金|水电)|\s?(?:就|才|还没|没)?(?:到期|期满|满期)|\s?\d{3,}|\s?[一二两三四五六七八九几][千万百]|\s?(?:的?底薪|保底|能?(?:拿|挣|开))|\s?(?:内|之内|前|之前|以前|结(?:算|一次)|一(?:次|结)|发一|才(?:给|结|发)|后|以后|之后|才发|试用|合同|工龄|(?:就|时间)?(?:能|可以)|的?孩子|一付|一发)"
)
_RATE_AFTER = re.compile(
    r"\s?(?:的)?(?:工资|工钱|薪水)(?:是|给|才|就|有|开|能拿)?(?:\d{3,}|[一二两三四五六七八九几][千万百])"
)
_OWED_CLAUSE = re.compile(r"(?:欠|没发|没给|未发|拖)[^,，。]{0,10}[,，]\s?$")
_FOR = re.compile(r"\b(?:for|in)\s$", re.IGNORECASE)
_ENGLISH_DEBT = re.compile(r"\bowe|unpaid|(?:not|n't) (?:been )?pa(?:y|id)", re.IGNORECASE)
_ABOUT_WAGES = re.compile(
    r"欠|工资|薪|工钱|(?:没|不|未)(?:给|结|发|付)|停止?发|(?:□|完工|到时)[^,，。]{0,3}结|工程款|血汗钱|尾巴|尾款|讨薪|兑现|拖着"
)
_EDGE = re.compile(r"[,，。！？!?;；\n]")


def _range(
    quantity: Quantity, *, times: float = 1, plus: float = 0, more: bool = False
) -> CountRange:
    return CountRange(
        low=float(quantity.low) * times + plus,
        high=float(quantity.high) * times + plus,
        approximate=quantity.approximate or more,
    )


def _near(text: str, start: int, *, width: int = 22) -> str:
    left = text[max(0, start - width) : start]
    return left[max((m.end() for m in _EDGE.finditer(left)), default=0) :]


def headcounts(plain: Plain, quantities: Sequence[Quantity]) -> list[Fact]:
    """How many people a text speaks of, the writer's group with more confidence."""
    counted = [fact for quantity in quantities if (fact := _people(plain, quantity))]
    return [*counted, *_together(plain, counted), *_small_groups(plain)]


def _together(plain: Plain, counted: Sequence[Fact]) -> list[Fact]:
    """7个老师和2个保育员: nine, which nobody said but which follows."""
    found = []
    for one, other in pairwise(counted):
        sure = min(one.confidence, other.confidence)
        surest = max(one.confidence, other.confidence)
        values = (one.value, other.value)
        trades = one.end == other.start and _TRADE.search(one.text) and _TRADE.search(other.text)
        if sure < 0.5 or not (trades or _AND.fullmatch(plain.raw, one.end, other.start)):
            continue
        low, high = (sum(getattr(value, end) for value in values) for end in ("low", "high"))
        rough = any(isinstance(value, CountRange) and value.approximate for value in values)
        found.append(
            replace(
                other,
                value=CountRange(low=low, high=high, approximate=rough),
                text=plain.raw[one.start : other.end],
                start=one.start,
                confidence=surest + 0.01,  # the whole, before either part of it
                computed=True,
            )
        )
    return found


_AND = re.compile(
    r"(?:和|、|与|及|以及|还有|[,，]还有|加|[,，、和]\s?(?!我|俺|咱)[一-龥]{0,3}[工厅厨员班组队])"
)
_TRADE = re.compile(r"[一-龥]工$")


def _people(plain: Plain, quantity: Quantity) -> Fact | None:
    text, near = plain.text, _near(plain.text, quantity.start)
    if not 0 < quantity.high <= 100_000 or quantity.low != int(quantity.low):
        return None
    match = _HEAD.match(text, quantity.end)
    if match is None and _CROWD.search(near):
        match = _ABOUT.match(text, quantity.end)
    weak = None if match else _BARE_GE.match(text, quantity.end)
    asked = bool(_HEADCOUNT_NAMED.search(text[: quantity.start]))
    mine = _WITH_ME.search(near)
    known = (asked or mine or _STRONG_BEFORE.search(near)) and not _OF_THEM.search(near)
    if not (match or weak) or (_NOT_HEAD_BEFORE.search(near[-3:]) and not known):
        return None
    score = _people_score(near, quantity, match) + (0.2 if asked else 0)
    if _LEADS.search(text[: quantity.start]):
        score += 0.3
    end = (match or weak).end() if (match or weak) else quantity.end  # type: ignore[union-attr]
    me_too = _AND_ME.match(text, end)
    if weak and not match and not _COLLECTIVE.search(near) and not me_too:
        score = 0.3
    if quantity.vague:
        score = min(score, 0.4)
    if score <= 0:
        return None
    more = bool((match or weak) and (match or weak)["more"])  # type: ignore[index]
    plus = (2 if mine["kin"] else 1) if mine else int(bool(me_too))
    return plain.fact(
        FactName.HEADCOUNT,
        _range(quantity, plus=plus, more=more),
        (quantity.start, end),
        confidence=min(score + (0.2 if plus else 0), 0.95),
        computed=bool(plus),
    )


_ALL_TOLD = re.compile(r"(?:一共|总共|合计|拢共|统共|总计)(?:是|有)?$")


_CROWD = re.compile(r"(?:拨|伙|帮|群|班)人(?:一共|共|得?有|大概|差不多)*$")
_ABOUT = re.compile(
    r"(?P<more>上下|左右|来号)(?P<noun>)(?P<people>)(?P<men>)(?P<after>)(?=[,，。\s]|$)"
)
"""我们这拨人七十上下."""


def _people_score(near: str, quantity: Quantity, match: re.Match[str] | None) -> float:
    score = 0.6
    if match and (
        match["noun"]
        or match["people"] not in (None, "", "人")
        or match["men"] not in (None, "", "人")
    ):
        score += 0.15
    if match and _STRONG_AFTER.match(match.string, match.end()):
        score += 0.2
    if _STRONG_BEFORE.search(near) or _COLLECTIVE.search(near):
        score += 0.2
    if _ALL_TOLD.search(near):
        score += 0.1
    if _WEAK_BEFORE.search(near):
        score -= 0.25
    if quantity.low == quantity.high == 1:
        score = 0.3 if re.search(r"(?:就|只有|只)?(?:我|俺)$", near) else 0.0
    return min(score, 0.95)


def _small_groups(plain: Plain) -> list[Fact]:
    facts = []
    for pattern, size, confidence in ((_SELF, 1, 0.8), (_COUPLE, 2, 0.6)):
        if match := pattern.search(plain.text):
            value = CountRange(low=size, high=size)
            facts.append(
                plain.fact(FactName.HEADCOUNT, value, match.span(), confidence=confidence)
            )
    for match in _US.finditer(plain.text):
        size = 2 if match[1] == "俩" else 3
        value = CountRange(low=size, high=size)
        facts.append(plain.fact(FactName.HEADCOUNT, value, match.span(1), confidence=0.8))
    for match in _KIN.finditer(plain.text):
        size = 2 if match["two"] else 3
        value = CountRange(low=size, high=size)
        facts.append(plain.fact(FactName.HEADCOUNT, value, match.span(), confidence=0.75))
    return facts


_US = re.compile(
    r"(?:我们|我|俺们?|咱们?|哥|弟兄|兄弟|姐妹)(?:哥|弟兄|兄弟|姐妹|几个)?([俩仨])(?!半?个?月|年|天|小时|星期)"
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
            value = _range(quantity, times=times, plus=half, more=more)
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
    return _range(quantity, times=12, plus=plus, more=bool(match["more"] or match["after"]))


def _small_number(said: str) -> float:
    if said.isascii():
        return float(said)
    values = {char: number for number, char in enumerate("零一二三四五六七八九十")}
    tens, ten, ones = said.rpartition("十")
    return float((values.get(tens, 1) * 10 if ten else 0) + values.get(ones, 0))


def _halves(plain: Plain) -> list[Fact]:
    facts = []
    for match in _HALF_MONTH.finditer(plain.text):
        size = 5.0 if match["less"] else 6.0 if "年" in match[0] else 0.5
        near = bool(match["most"] or match["less"] or match["after"])
        value = CountRange(low=size, high=size, approximate=near)
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
    near, end = _near(text, span[0]), span[1]
    if near.endswith("第") or _NOT_OWED.search(near) or _not_owed_after(text, end, near):
        return 0.15
    if len(text) - (end - span[0]) <= 3:
        return 0.9  # an answer to a question
    one = text[span[0]] in "一1" and text[span[0] + 1 : end] in ("个月", "月")
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
        (0.6, _long(text, span, near)),
        (0.5, _ALONE_BEFORE.search(text, 0, start) and _ALONE_AFTER.match(text, end)),
    )
    return max((score for score, seen in signs if seen), default=0.3)


_LAST_MONTHS = re.compile(r"(?:最后|最末|后|后头|后边|后面|剩下|余下)的?$")
_GIVEN = re.compile(r"[^,，。没未不]{0,6}(?:给|发|付|结)了")
_ALONE_BEFORE = re.compile(r"[\s,，]$")
_ALONE_AFTER = re.compile(r"了?(?:[\s,，。]|$)")


def _not_owed_after(text: str, end: int, near: str) -> bool:
    """三个月5000 tells a wage; 欠七个月五万六 a debt."""
    match = _NOT_OWED_AFTER.match(text, end)
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
    return bool(_LONG.search(near) and about and not _WORKED_BEFORE.search(near))


def bare_numbers(plain: Plain, quantities: Sequence[Quantity]) -> list[Fact]:
    """Every number as such, for questions that a number answers."""
    facts: list[Fact] = []
    if len(plain.text) > 40:
        return facts
    for quantity in quantities:
        if plain.text[quantity.start : quantity.end] == "一" and len(plain.text) > 3:
            continue  # 一下, 一步, 一直: hardly ever a number
        value = CountRange(
            low=float(quantity.low), high=float(quantity.high), approximate=quantity.approximate
        )
        confidence = 1.0 if len(plain.text.strip()) <= quantity.end - quantity.start + 2 else 0.5
        span = (quantity.start, quantity.end)
        facts.append(plain.fact(FactName.NUMBER, value, span, confidence=confidence))
    return facts


def whole_text(plain: Plain, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that is all there is to a text (12, 12个, 大概12吧)."""
    if len(quantities) != 1:
        return None
    rest = plain.text[: quantities[0].start] + plain.text[quantities[0].end :]
    rest = re.sub(r"[\s。.,，!！吧了的呀啊就是大概约差不多左右有共一~个]", "", rest)
    return quantities[0] if not rest and quantities[0].low <= Decimal(10) ** 9 else None
