"""How many people a text speaks of: those who are owed, with more confidence than others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casework.meaning import CountRange, Fact, FactName
from nlu.counts import counted, near_before
from nlu.normalise import Plain
from nlu.numerals import Quantity

_PEOPLE = r"(?:农民工|民工|工人|工友|员工|职工|工匠|师傅|老乡|兄弟|弟兄|姐妹|伙计|老师|教师|司机|保安|保洁|同事|人员|受害人|工人师傅|泥瓦工|瓦工|木工|钢筋工|电工|油漆工|粉刷工|技工|妇女|村民|护工|教练员?|阿姨|大姐|大妈|姊妹|技师|店员|导购|收银|分拣员|装卸工|搬运工|泥工|抹灰工|贴砖工|杂工|临时工|实习生|同行|挡车工|电焊工|防水工|保育|队员|演员|船员|矿工|程序员|工程师|主播|助教|陪护|月嫂|大学生|同学|学生|厨师|服务员|骑手|护士|保育员|快递员|收银员|女工|男工|小工|大工|力工|架子工|焊工|技术员|农民|民警|姑娘|小伙|乡亲)"
_HEAD = re.compile(
    rf"(?P<more>多|余|来|挂零的?)?\s?(?:(?P<unit>位(?!的|数|密码)|名|口子|口人?(?![井锅号])|号人|号(?!楼|院|线|地块|井)(?=[^,，。;；\d]{{0,3}}{_PEOPLE}))(?P<noun>[^,，。;；\d]{{0,4}}?{_PEOPLE})?|个(?:多)?(?P<people>[一-龥]{{2,8}}来的|[一-龥]{{2,3}}(?<![责伙间绍证领联理办])人(?=[,，。\s都]|$)|(?![包施加收完动开手])[一-龥]{{1,2}}工(?![资作地程厂期价时钱头伤会商具的])|[^,，。;；、\d月\s]{{0,4}}?{_PEOPLE}|人(?!家(?![里中])|工[费钱成]|[民们事力行类]))|(?P<men>人(?!家(?![里中])|工[费钱成]|[民们事力行类均次]|一?间)|{_PEOPLE})"
    r"|(?P<en>\s?(?:people|workers|of us|men|guys|persons)))(?P<after>多)?"
)
_BARE_GE = re.compile(
    r"(?P<more>多|来)?个(?!月|来月|多月|把月|小时|人|星期|礼拜|工(?!人|友)|项目|标|班(?!长)|月|老板|孩子|小孩|娃|部门|单位|地方|多|半|钟|年|季|亿|点|电话|问题|原因|工程|包工头|证|字|公司|厂|店|工地|群|车|房|班组|办法|理由|单子)"
)
_COLLECTIVE = re.compile(
    rf"(?:我们|俺们?|咱们?|哥|兄弟|弟兄|姐妹|老乡|工友|一共|共|带了|还有|就|还剩|一块儿?|一起|去了|来了|拢共|统共|剩下?|(?:连|连着|算上|加上|带上)(?:我|俺))(?:几个|这|那|哥|老乡|兄弟|姐妹|工友|一共|总共|有|是|班组?|队|工地|厂|店|车间|里|上|全体|家|的)*$"
    rf"|{_PEOPLE}(?:一共|共|有|才|就|至少|大概|差不多|少说|起码|得)*$|(?:全|整个)(?:班组|班|组|队|厂|店|工地)$|人有$|不是[^,，]{{1,6}}[,，]是$"
)
_SELF = re.compile(
    r"(?<!不是)(?<!不止)(?<!不光)(?:就|只有|只|光)?(?:我|俺)(?:自己)?(?:自己一个人|一个人(?!就?(?:被|欠))|一人|个人(?!被|是|欠|共|应)|自个儿?|单独)(?!每|的(?:钱|工资)也)|就(?:我|俺)自己|^\s?(?:本人|(?:我|俺)自己)的?[\s。.!！]*$|^(?:就)?一个人(?=$|[,，。])|(?:就|只有|只|光)(?:我|俺)一个(?!月|项|工|多)|是(?:我|俺)一个(?=[做干刷贴砌焊修搬装])|欠(?:他|她)一个人|just me|only me|(?:^|[,，。\s])(?:就|只有|只)(?:我|俺)(?:$|[,，。了])"
)
_COUPLE = re.compile(
    r"(?:我|俺)(?:们|和|跟)(?:我)?(?:老婆|媳妇|老公|爱人|对象|妻子|丈夫)(?=$|[,，]|[^,，。]{0,6}(?:都|一起|两|俩|在|干|的工资))|^(?:我|俺)(?:和|跟|与|还有)(?:我|俺)?(?:哥哥?|弟弟?|姐姐?|妹妹?|爸|爹|妈|娘|儿子|闺女|女儿|叔|舅|姐夫|妹夫)(?=$|[,，。])|(?:我们|俺)?两口子|夫妻(?:俩|二人|两(?:人|口|个(?!月)))"
)
_KIN = re.compile(
    r"(?:爷儿?|娘儿?|父子|父女|母女|母子|兄弟|弟兄|哥|姐妹|姊妹|妯娌|叔侄|爷孙|师徒|姐弟|兄妹|姑嫂|婆媳|翁婿|同学|老乡|工友)(?:们)?(?:(?P<two>俩|两(?:个(?!月)|人)|二人)|(?P<three>仨|三(?:个(?!月)|人)))(?!半?个?月|年|天)"
)
"""爷俩, 娘仨, 兄弟两个."""

_NOT_HEAD_BEFORE = re.compile(
    r"(?:每|第|某|平均|任何|其中有?|当中有?|里面有?|另外|老板|领导|孩子|欠|哪|是|这|那|要|找了?|来了|派了?|别的|大|高|初|(?<!目)前|后|住)$"
)
_DAYS_WORKED = re.compile(r"(?:干|出|做)(?:了|过)?(?:\D{0,3})$")
_DAYS_OF = re.compile(r"\s?个(?:多)?[大小]工")
"""干了32个小工: days at a helper's rate, not people."""

_OF_THEM = re.compile(r"(?:其中|当中|里面|里头|家里?)有?$")
_HEADCOUNT_NAMED = re.compile(r"(?:人数|几个人)[^。；;\d]{0,8}$")
_LEADS = re.compile(
    r"(?:我|俺|班组长|带班的?|工头|领工的?)[,，]?(?:是|手下|手底下)?(?:带|领)(?:着|了)?(?:村里|老家|同村|本村|我们村|俺村|家里)?的?(?:有)?$"
)
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
    r"(?:原来|原先|本来|开始|带着|带了|找了?|叫了?|来了|派了?|死了?|受伤|打了|开除|招了?|其中|另外|别的|管理|剩下)[^,，。]{0,3}$"
)


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
    rf"(?:[,，、和]?{_PEOPLE}|和|、|与|及|以及|还有|[,，]还有|加|[,，、和]\s?(?!我|俺|咱)[一-龥]{{0,3}}[工厅厨员班组队])"
)
_TRADE = re.compile(r"[一-龥]工$")


def _people(plain: Plain, quantity: Quantity) -> Fact | None:
    text, near = plain.text, near_before(plain.text, quantity.start)
    if not 0 < quantity.high <= 100_000 or quantity.low != int(quantity.low):
        return None
    asked = bool(_HEADCOUNT_NAMED.search(text, max(0, quantity.start - 16), quantity.start))
    mine = _WITH_ME.search(text, max(0, quantity.start - 22), quantity.start)
    match, surely = _noun(text, near, quantity, known=bool(asked or mine))
    if match is None:
        return None
    me_too = _AND_ME.match(text, match.end())
    score = 0.3
    first = bool(_ABOUT_SO.fullmatch(near)) and not surely and _ONLY.match(text, match.end())
    if surely or _COLLECTIVE.search(near) or me_too or first:
        score = _people_score(near, quantity, match if surely else None)
        leads = _LEADS.search(text, max(0, quantity.start - 16), quantity.start)
        score += 0.2 * asked + 0.3 * bool(leads)
    if quantity.vague:
        score = min(score, 0.4 if quantity.high < 10 else 0.55)
    if score <= 0:
        return None
    plus = (2 if mine["kin"] else 1) if mine else int(bool(me_too))
    return plain.fact(
        FactName.HEADCOUNT,
        counted(quantity, plus=plus, more=bool(match["more"])),
        (quantity.start, match.end()),
        confidence=min(score + (0.2 if plus else 0), ALL_TOLD),
        computed=bool(plus),
    )


def _noun(
    text: str, near: str, quantity: Quantity, *, known: bool
) -> tuple[re.Match[str] | None, bool]:
    """What is counted, if people are; and whether the words say so, or only 个 does."""
    if _DAYS_OF.match(text, quantity.end) and _DAYS_WORKED.search(near):
        return None, False
    known = (known or bool(_STRONG_BEFORE.search(near))) and not _OF_THEM.search(near)
    match = _HEAD.match(text, quantity.end)
    named = near.endswith("是") and match and (match["unit"] or match["noun"])
    named = named or (
        near.endswith(("这", "那")) and match and _STRONG_AFTER.match(text, match.end())
    )
    if _NOT_HEAD_BEFORE.search(near[-3:]) and not (known or named):
        return None, False
    if match:
        return match, True
    if known and _NAMED_NEAR.search(near) and (match := _END.match(text, quantity.end)):
        return match, True
    if _CROWD.search(near) and (match := _ABOUT.match(text, quantity.end)):
        return match, True
    return _BARE_GE.match(text, quantity.end), False


_ABOUT_SO = re.compile(r"(?:人)?(?:大概|大约|差不多|得有|有|约)*")
_ONLY = re.compile(r"[,，。\s]")
"""21个，都是四川来的."""

ALL_TOLD = 0.97
"""How sure a number of people is that is said to be all: before any part of it."""

_ALL_TOLD = re.compile(r"(?:一共|总共|合计|拢共|统共|总计|共)(?:是|有)?$")


_ME_COUNTED = re.compile(
    r"(?:加上|算上|带上|连上?|连着)(?:我|俺)(?:自己)?(?:一共|总共|共|是|有)*$"
)
"""带了6个人，加上我7个: the second number holds them all."""

_CROWD = re.compile(r"(?:拨|伙|帮|群|班)人(?:一共|共|得?有|大概|差不多)*$")
_ABOUT = re.compile(
    r"(?P<more>上下|左右|来号)(?P<noun>)(?P<people>)(?P<men>)(?P<after>)(?=[,，。\s]|$)"
)
"""我们这拨人七十上下."""

_NAMED_NEAR = re.compile(
    r"人数[^\d,，。]{0,3}$|(?:连|算上|加上|带上)[^,，。\d]{1,8}(?:一共|总共|拢共|共)(?:是|有)?$"
)
_END = re.compile(
    r"(?P<more>)(?P<noun>)(?P<unit>)(?P<people>)(?P<men>)(?P<after>)(?=[,，。\s吧]|$)"
)
"""人数37; 连带班的一共二十一."""


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
    if _WEAK_BEFORE.search(near):
        score -= 0.25
    if _ME_COUNTED.search(near):
        score += 0.2
    if quantity.low == quantity.high == 1:
        score = 0.3 if re.search(r"(?:就|只有|只)?(?:我|俺)$", near) else 0.0
    if _ALL_TOLD.search(near) and score > 0.3:
        return ALL_TOLD
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
