"""Persons who owe: a family name and a given name beside words such as 老板, 包工头, 法人."""

import re
from collections.abc import Sequence

from nlu.named import Named
from nlu.surnames import COMPOUND, GIVEN, NOT_NAMES, SURNAMES, TITLES

_SUR = "[" + "".join(sorted(SURNAMES)) + "]"
_FULL = rf"(?:(?:{'|'.join(COMPOUND)})[一-龥]{{1,2}}|{_SUR}[一-龥]{{1,2}})"
_LAZY = rf"(?:(?:{'|'.join(COMPOUND)})[一-龥]{{1,2}}?|{_SUR}[一-龥]{{1,2}}?)"
_STOP = r"(?=[,，。;；!！?？、:：\s()（）\d]|$|的|在|拖|欠|不|没|也|都|和|跟|等|就|一直|说|给|是|跑|承|拿|把|为|电|手|他|她|找|失|联|以|总|从|这|那|有|现|至|人|任|答|包|叫|带|还|让|老|又|卷|携|拒|催|自|将|躲|一|打|到|系|先|扣|压|差|也|据|任职|$)"
_GIVEN = "[" + "".join(sorted(GIVEN)) + "]"
_SENTENCE = "来有开应全知意存代承本现去先让道会年月日长大小中上路车工公学书就能要自三四五六七八九十二一百千万亿双进出面关从前后说同时间向信求当尽与付过仅已曾将却称挂口所签联经答保"
_THIRD = "[" + "".join(sorted(GIVEN - frozenset(_SENTENCE))) + "]"
_ROLES = (
    r"(?:法定代表人|法人代表|法人|实际控制人|(?:现场|实际|施工|工地|项目)?负责人|项目经理|(?<!客户)(?:总|副)?经理|老板娘?|大老板|小老板|老总|包工头|小包工|工头|承包人|承包商|班组长|施工队长|安装队长|队长|班长|组长|带班的?|带工的?|领工的?"
    r"|股东|厂长|店长|站长|园长|校长|院长|场长|矿长|主管|领班|包工老板|私人老板|个体老板|二老板|中间人|介绍人|分包人|承揽人|发包人|雇主|包活的|包工的)"
)
_PERSON_PATTERNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            rf"(?:法定代表人|法人代表|法人|实际控制人|实际负责人|负责人|项目经理|经理|老板|大老板|小老板|老总|包工头|工头|承包人|承包商|班组长|带班的?|带工的?|老板娘|股东|厂长|店长|分包|二包|大包|劳务老板|欠薪人|被投诉人|欠款人|总包|授权委托人)"
            rf"(?:\(.{{1,8}}\))?(?:的?(?:名字|姓名|名))?(?:是|叫做?|为|名叫|:|：|就是|,|，)?\s?(?P<name>{_LAZY}){_STOP}"
        ),
        0.85,
    ),
    (
        re.compile(
            rf"(?:老板|包工头|工头|法人|老总|经理)[^。;；\d]{{0,10}}[,，]?(?:名字?)?叫(?P<name>{_LAZY}){_STOP}"
        ),
        0.75,
    ),
    (
        re.compile(
            rf"(?:欠|拖欠|不给)[^,，。]{{0,8}}(?:的人|的|老板)(?:叫|是|名叫)(?P<name>{_LAZY}){_STOP}"
        ),
        0.8,
    ),
    (re.compile(rf"{_ROLES}(?:\(.{{1,8}}\))?(?:的?(?:名字|姓名|名))?(?:是|叫做?|为|名叫|:)?\s?(?P<name>(?:{'|'.join(COMPOUND)}|{_SUR}){_GIVEN}(?:{_THIRD}|(?=[{_SENTENCE}])|{_STOP}))"), 0.75),
    (re.compile(rf"(?<![一-龥])(?P<name>{_SUR}(?:某某?|xx|XX|××))|(?<=[头板家给找叫被由是人村镇乡县])(?P<name2>{_SUR}某某?)"), 0.8),
    (re.compile(rf"(?:叫|名叫|是)(?P<name>{_LAZY}|[老小]{_SUR})(?:的(?:老板|包工头|人|工头|经理|带班)|(?=(?:老板|包工头|工头)))"), 0.85),
    (re.compile(rf"(?P<name>姓{_SUR}的?(?:施工)?(?:老板娘?|包工头|工头|负责人|经理|人|带班的?|班长|老总|队长|男的))|(?:老板娘?|包工头|工头|经理|队长|[园校店站厂院]长|负责人|工长|带班的?)(?:也|是|他)?(?P<name2>姓{_SUR})"), 0.8),
    (re.compile(rf"(?<![我俺人免贵百老们])(?P<name>姓{_SUR})(?=的|[,，。、]|$)"), 0.6),
    (re.compile(rf"(?<![一-龥])(?P<name>{_FULL})(?=\((?:包工头|老板|法人|项目经理|负责人|工头|总包|承包人))|(?<=[一-龥]公司)\s?(?P<name2>{_LAZY})(?=[,，。\s]|自|拖|欠|不|$)"), 0.8),
    (re.compile(rf"(?<![一-龥])(?P<name>{_LAZY})(?=(?:为|是)(?:本|该|这个)?(?:项目|公司|工地)?(?:授权|法人|法定|负责人|老板|包工头|实际|承包|总经理|经理)|任职|拖欠|恶意|承包的|承包了|欠(?:我|俺|了|钱|工资)|不给(?:钱|工资|结|我|发)|跑路)"), 0.75),
    (re.compile(rf"(?:跟着?|给|找|替|跟了|被)(?P<name>{_LAZY})(?=(?:[开修盖做装拉送刷砌看搬种养跑卖建贴挖]|干|打工|做活|做工|要(?:钱|账|工资)|讨|在|手下|那里|拖欠|欠|(?:老板|包工头|工头)))"), 0.7),
    (re.compile(rf"(?P<name>{_SUR}(?:老板娘?|总(?![共计是数体额之工会])|老总|经理|工头|包工头|工长|队长|厂长|店长|班长|老大))(?!职)"), 0.7),
    (re.compile(rf"(?:(?<![一-龥])|(?<=[头板长理]))(?P<name>(?:老|小|大){_SUR})(?=拖欠|[还就也又都]|欠|不给|说|没|答应|跑|那|的工地|一直|到现在|找|卷|带|叫|手|电话|[,，。]|$)"), 0.5),
    (re.compile(rf"{_ROLES}(?:是|叫做?|为|名叫|:)?(?P<name>{_SUR}某某?|{_LAZY}){_STOP}"), 0.75),
    (re.compile(rf"(?:老板|包工头|工头|队长|经理|负责人)[,，]?(?:外号|绰号)?(?:叫|是)(?P<name>{_SUR}[一二三四五六七八九])(?=[,，。的]|$)"), 0.7),
)  # fmt: skip
_FULL_NAME_FOLLOWS = re.compile(rf"[,，、\s]*(?:名字?)?(?:叫|是){_SUR}")
_EVERYDAY = frozenset(
    "钱时司程车楚和向成安全那干国包单计易应何常高平方明白金万元于解强连古水文党简祝路齐边关项还都有来原保连管毕付尚代丰储索巴班展种滑门闻阴暴操荣"
)
_BEFORE_NAME = re.compile(
    r"[叫是找给跟被,，。:：;；\s!！?？、(板头人长理表]$|(?:带班|带工|领工|管事|负责|领头)的$"
)
_PACKAGER = re.compile(r"[分承总转发清大小]$")
_NOT_EMPLOYER_BEFORE = re.compile(
    r"(?:本人|我叫|我是|姓名|(?<!法人)(?<!法定)代表|联系人|我姓|尊敬的|受害人|工友|申请人|投诉人|农民工|我的名字|俺叫|本人姓名|签名|举报人)[:：是叫]?$"
)
_OFFICIAL_AFTER = re.compile(
    r"(?:县长|书记|市长|局长|法官|警官|律师|主任您|镇长|区长|领导|您好|你好|同志)"
)


def person_name(said: str) -> bool:
    """Whether a few characters can be a person's name."""
    if not 2 <= len(said) <= 4 or said in NOT_NAMES or said[:2] in NOT_NAMES:
        return False
    if re.search(r"[的了吗呢吧啊么没不要钱给]", said[1:]):
        return False
    return said[:2] in COMPOUND or (said[0] in SURNAMES and len(said) <= 3)


def is_writer(text: str, start: int) -> bool:
    """Whether what begins there is how the writer calls himself: 我叫段建设."""
    return bool(_NOT_EMPLOYER_BEFORE.search(text, max(0, start - 5), start))


def owes(text: str, start: int, end: int) -> bool:
    """Whether a name that the tagger marked may be an employer's: not the writer's, his kin's or an office's."""
    if is_writer(text, start):
        return False
    if _KIN_BEFORE.search(text, max(0, start - 6), start) or _OFFICIAL.search(text, start, end):
        return False
    titled = _TITLED.fullmatch(text, start, end)
    return not (_OFFICIAL_AFTER.match(text, end) or (titled and _of_a_word(text, start)))


_TITLED = re.compile(rf"[一-龥](?:{TITLES})")
_KIN_BEFORE = re.compile(
    r"(?:我|俺|他|她)(?:的)?(?:丈夫|爱人|老公|老婆|媳妇|妻子|父亲|母亲|爸爸?|妈妈?|爹|娘|哥哥?|弟弟?|姐姐?|妹妹?|儿子|女儿|闺女|对象|表哥|堂哥|同乡|工友)(?:叫|是|名叫)?$"
)
_OFFICIAL = re.compile(r"(?:[县市区镇乡州]长|书记|局长|科长|法官|警官|律师|[一-龥]{1,4}局)$")


def persons(text: str) -> list[Named]:
    found = []
    for pattern, confidence in _PERSON_PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if start < 0:
                start, end = match.span("name2")
            if _acceptable(text, start, end):
                found.append(Named(start, end, "person", confidence))
    found.extend(Named(*m.span("name"), "person", 0.7) for m in _NICKNAME.finditer(text))
    return found


_NICKNAME = re.compile(
    r"(?:叫|外号|绰号|人称)(?P<name>(?![大小]?[哥姐叔总]|[我他她你])[一-龥]{1,2}[哥姐叔总])(?=的|[,，。]|$)"
)

_NO_NICKNAMES = frozenset(
    {
        "老乡",
        "老板",
        "小时",
        "大家",
        "大包",
        "小包",
        "小工",
        "大工",
        "老公",
        "小车",
        "大全",
        "大方",
        "小路",
    }
    | {
        "大路",
        "老路",
        "小计",
        "大米",
        "小米",
        "大成",
        "小孩",
        "老总",
        "大厅",
        "大门",
        "小区",
        "老师",
        "老家",
    }
)


def _acceptable(text: str, start: int, end: int) -> bool:
    """Whether a person's name found by its surroundings is one, and not the writer's or an office."""
    name = text[start:end]
    if is_writer(text, start):
        return False
    if _OFFICIAL_AFTER.match(text, end) or _of_a_word(text, start):
        return False
    core = re.sub(rf"(?:{TITLES})$", "", name)
    titled = core != name and len(core) == 1
    if name.startswith("姓"):
        return not _FULL_NAME_FOLLOWS.match(text, end)
    if name[0] in "老小大" and len(name) == 2:
        return name not in _NO_NICKNAMES
    return name[:2] not in NOT_NAMES if titled else person_name(core)


def _of_a_word(text: str, start: int) -> bool:
    """Whether the family name is the end of another word: 分包老板, 不给钱老板跑了."""
    if text[start] == "包" and _PACKAGER.search(text, max(0, start - 1), start):
        return True
    everyday = text[start] in _EVERYDAY and start > 0
    return everyday and not _BEFORE_NAME.search(text, max(0, start - 4), start)


def repeats(text: str, found: Sequence[Named]) -> list[Named]:
    """A person named once is the same person where the name stands again: no new facts, only one."""
    seen = {text[named.start : named.end] for named in found if named.role == "person"}
    counts: dict[str, list[int]] = {}
    for match in _TRIGRAM.finditer(text[:3000]):
        counts.setdefault(match[1], []).append(match.start())
    return [
        Named(starts[0], starts[0] + 3, "person", 0.5)
        for name, starts in counts.items()
        if len(starts) >= 3 and name not in seen and _stands_as_name(text, name, starts)
    ]


def _stands_as_name(text: str, name: str, starts: Sequence[int]) -> bool:
    writer = any(is_writer(text, s) for s in starts)
    begins = any(s == 0 or not "一" <= text[s - 1] <= "龥" for s in starts)
    return begins and not writer and person_name(name) and not _COMMON.search(name)


_TRIGRAM = re.compile(rf"(?=({_SUR}[一-龥]{{2}}))")
_COMMON = re.compile(
    r"公司|工资|工地|项目|老板|包工|政府|单位|领导|法院|劳动|员工|工人|农民|部门|学校|时间|拖欠|支付|没有|我们|他们|什么|为由|以及|[的了在是不没给说有也就要这那都我你他个们和与到去来年月日元]"
)
