"""Who writes and where they worked: acting for family, leading a team, a child, a site or a shop."""

import re
from collections.abc import Callable

from casework.meaning import Fact, FactName
from nlu.normalise import Plain

_KIN = {
    "husband": "老公|丈夫|男人|当家的|俺那口子|孩他爸|孩子他爸|孩他爹|掌柜的",
    "wife": "老婆|媳妇|妻子|爱人|孩他妈|孩子他妈|孩儿他妈|俺家里的",
    "father": "爸爸?|父亲|老爸|俺爹|爹|我爹|老爷子|公公|岳父|老丈人",
    "mother": "妈妈?|母亲|老妈|俺娘|娘|婆婆|岳母|丈母娘",
    "son": "儿子|俺儿|我儿|孩子|小孩|俺娃|娃",
    "daughter": "女儿|闺女|姑娘|俺妮|妮儿",
    "brother": "哥哥?|弟弟?|兄弟|大哥|二哥|堂哥|堂弟|表哥|表弟|小舅子|姐夫|妹夫|大舅哥",
    "sister": "姐姐?|妹妹?|嫂子|弟媳|表姐|表妹|堂姐|堂妹",
    "uncle": "叔叔?|舅舅?|大伯|伯伯|伯父|姨夫|姑父|大爷",
    "aunt": "姑姑?|姨妈?|婶子?|舅妈|大娘|伯母",
    "grandfather": "爷爷|姥爷|外公",
    "grandmother": "奶奶|姥姥|外婆",
    "nephew": "侄子|外甥|侄儿",
    "friend": "朋友|邻居|老乡|工友|同事|男朋友|女朋友|对象",
}
_KIN_WORD = "|".join(f"(?P<{kin}>{words})" for kin, words in _KIN.items())
_MINE = r"(?:我|俺|咱)(?:家|们家|们村|的|有个|有一个|一个|那个)?(?:的)?"
_FOR = re.compile(
    rf"(?:替|代|帮|为|给)(?:{_MINE})?(?:{_KIN_WORD})(?![们家的钱结发给欠])[^,，。]{{0,8}}?(?:问|讨|要|投诉|举报|反映|报|来|说|办|申请|登记|写|填|维权|打听|咨询|了解)"
)
_SUBJECT = re.compile(
    rf"(?:^|[,，。;；!！?？\s]|是|这是|就是|你好|您好|请问|替|帮|代|为)(?:那个|想问|因为)?{_MINE}(?:{_KIN_WORD})(?!一起|都|跟我|和我|和俺|们俩)"
    r"[^,，。;；!！?？]{0,16}?(?:在|去|跟|干|做|打工|上班|的?工资|的?钱|的?工钱|被欠|被拖欠|拖欠|不会|不识字|受伤|工地|厂|没|要|讨)"
)
_FIRST_PERSON = re.compile(
    r"(?:欠|拖欠|差|不给|没给|少给|该给|该)(?:我|俺|我们|俺们|咱)(?!爸|妈|老公|老婆|媳妇|丈夫|爱人|父|母|儿|女|哥|弟|姐|妹|叔|舅|家|的?朋友|对象)|我(?:也)?(?:在|和|跟|是)[^,，。]{0,10}(?:干|打工|上班)"
)
_ENGLISH_FOR = re.compile(
    r"\b(?:for|my) (?:my )?(?P<kin>husband|wife|father|dad|mother|mom|son|daughter|brother|sister|friend|uncle)\b",
    re.IGNORECASE,
)
_FOREMAN = re.compile(
    r"(?:我|俺|本人)(?:就|也)?(?:是|当)(?:(?:个|一个|一名|这个?|我们|他们|俺们|俺|小|工地)?(?:的)?)*(?:班组长|班长|组长|工长|带班|领班|带工|包工头|工头|领工|带队|小包工|小老板|队长|清包|劳务带班|项目班组负责人)"
    r"|(?:我|俺|本人)(?:姓.{1,2}[,，])?是一?名?包工头|(?:我|俺)(?:带着?|领着?|手底?下|手下)(?:了|有)?(?:一帮|一伙|一班|几个|\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:多)?(?:个|名|号|位)?(?:人|工人|民工|农民工|兄弟|弟兄|老乡|工友)"
    r"|(?:我|俺|本人)是?(?:带班的?|领工的?|带工的?|带队的?)|^带班的?$|^(?:是)?(?:班组长|包工头|带班|工头)$|(?:作为|身为)(?:班组长|包工头|带班)|我们?班组(?:里|有|是|一共|共)"
    r"|\bI(?:'m| am) (?:the|a) (?:foreman|team leader)"
)
_REPRESENTATIVE = re.compile(
    r"(?:我|俺|本人)是?(?:大伙|大家|工友们?|工人们?|他们|我们|几个人)?(?:推选?|选|推举)?(?:出来)?的?(?:工人|工友|群众)?代表(?!人)"
    r"|(?:推选?|选|推举|让|叫)(?:了)?(?:我|俺)(?:来)?(?:当|做|为)?(?:工人|工友)?代表(?!人)"
    r"|(?:我|俺)(?:来)?代表(?:大伙|大家|工友|我们|俺们|\d+个|[几一二三四五六七八九十]+个)"
    r"|\bI (?:represent|speak for) (?:the|my|our|all|\d+)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?P<before>[^,，。;；!！?？]{0,16})(?:今年|才|刚|只有|不到|未满|还不满|还没满|满|年龄|不满|我|孩子|儿子|女儿|弟弟|妹妹|娃)(?:是|有|满|才|刚|只有|虚岁|还|到|不到|了)*\s?(?P<age>1[0-7]|[5-9]|十[一二三四五六七]?|[七八九])(?:周)?岁"
    r"|(?P<alone>1[0-5]|十[一二三四五]?)(?:周)?岁(?P<after>[^,，。]{0,6}(?:打工|干活|上班|工地|厂|童工|就出来|进厂|的?孩子在))|I(?:'m| am)\s(?P<en>1[0-7])\b"
)
_WORKING = re.compile(
    r"打工|干活|上班|童工|工地|厂里|工资|工钱|老板|进厂|店里|饭店|欠|学徒|work|boss"
)
_CHILD_OF = re.compile(r"(?:上学|读书|上小学|上初中|要养|养活|上幼儿园|看病|生病|住院|学费|在家)")

_SITE = re.compile(
    r"工地|项目部?|工程|建筑|施工|盖楼|盖房|砌墙|钢筋|混凝土|木工|瓦工|抹灰|粉刷|刮胶|刮大白|架子工|塔吊|装修|贴砖|标段|楼盘|二标|一标|水电安装|外墙|脚手架|拆迁|修路|路桥|地铁|铁路|绿化工程|打混凝土|支模|construction|building site|\bsite\b"
)
_FACTORY = re.compile(
    r"(?:工厂|厂里|厂子|厂方|进厂|车间|流水线|[一-龥]厂(?!商|家属)|纺织|电子厂|计件|煤矿|矿上|砖窑|窑厂|factory|workshop)"
)
_SHOP = re.compile(
    r"饭店|酒店|餐馆|餐厅|饭馆|火锅|烧烤|面馆|宾馆|超市|店里|门店|理发|美容|美甲|美发|KTV|网吧|洗浴|足疗|足浴|商场|奶茶|后厨|服务员|健身|导购|快餐|小吃|食堂|店长|收银|restaurant|shop|hotel"
)
_OTHER = re.compile(
    r"保安|保洁|物业|外卖|快递|送货|货运|开车|司机|家政|保姆|月嫂|护工|学校|幼儿园|培训|早教|代课|公司上班|办公室|销售|网络|科技|医院|养殖|种地|农场|果园|林场|环卫|扫大街|绿化养护|直播|中介|测绘|医药|driver|delivery|office"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("site", _SITE),
    ("factory", _FACTORY),
    ("shop", _SHOP),
    ("other", _OTHER),
)
_ANSWERS = {
    "工地": "site",
    "工地上": "site",
    "厂里": "factory",
    "工厂": "factory",
    "厂子里": "factory",
    "厂子": "factory",
    "饭店": "shop",
    "店": "shop",
    "送外卖": "other",
    "是工地": "site",
    "是厂里": "factory",
    "是店里": "shop",
    "店里": "shop",
    "别的": "other",
    "其他": "other",
    "其它": "other",
    "都不是": "other",
}

_NO_CONTRACT = re.compile(
    r"(?:没有?|未|从来没|也没|不|并未|没有?跟?我们?|无)(?:有)?(?:给)?(?:我们?)?(?:跟|和)?(?:我们?|俺|公司|老板|他们)?(?:签订?|签过|签|订立?)?(?:过|的|任何|书面|正式|劳动|劳务|用工|什么)*(?:合同|协议)"
    r"|(?:合同|协议)(?:也|都|又)?(?:没有?|未|不)(?:签|给|有|跟)|no contract|without a contract"
)
_CONTRACT = re.compile(
    r"(?:签了?|签订了?|签过|签的有?|有|订立了?|签有)(?:的|一份|了|书面|正式|劳动|劳务|用工|承包|施工|一年|两年|三年|[一二三\d]年的?)*(?:合同|协议)(?!编)|(?:合同|协议)(?:都)?(?:签了|签过|有)|(?:劳动|用工|劳务)合同(?:上|里|写|约定)|signed a contract|have a contract"
)
_NO_IOU = re.compile(
    r"(?:没有?|不|未|也没|不肯|不愿意?|拒绝)(?:给|打|写|出|开|有|留)?(?:过|我|我们|俺|任何|个|一张)*(?:打|写)?(?:过|任何|个)*(?:欠条|条子|借条|白条|工资条子|欠据|字据|证明条)|(?:欠条|条子|借条|字据)(?:也|都)?(?:没|不)|no iou"
)
_IOU = re.compile(
    r"(?:欠条|借条|白条|欠据|打(?:了|的有|过|的)?(?:个|一张|张)?条|写(?:了|的|过)?(?:个|一张|张)?条子|字据|结算单|对账单|工资单(?:都|上|签)|结算协议|承诺书|保证书|还款计划|还款协议|工资结算|对帐单|欠薪证明|IOU|iou)(?!怎么写|要不要|吗|模板)"
)
_NEGATED = re.compile(r"(?:没|不|未|无)[^,，。]{0,3}$")


def parties(plain: Plain) -> list[Fact]:
    """Facts about the writer and the kind of place."""
    readers: tuple[Callable[[Plain], Fact | None], ...] = (
        _family, _foreman, _minor, _place_kind, _contract, _iou,
    )  # fmt: skip
    return [fact for fact in (read(plain) for read in readers) if fact]


def _family(plain: Plain) -> Fact | None:
    for pattern, sure in ((_FOR, 0.9), (_SUBJECT, 0.8)):
        if match := pattern.search(plain.text):
            kin = next(name for name in _KIN if match[name])
            own = _FIRST_PERSON.search(plain.text)
            return plain.fact(
                FactName.FAMILY, kin, match.span(kin), confidence=0.4 if own else sure
            )
    if match := _ENGLISH_FOR.search(plain.text):
        kin = match["kin"].lower()
        return plain.fact(FactName.FAMILY, kin, match.span("kin"), confidence=0.7)
    return None


def _foreman(plain: Plain) -> Fact | None:
    if match := _FOREMAN.search(plain.text):
        return plain.fact(FactName.FOREMAN, True, match.span(), confidence=0.85)
    if match := _REPRESENTATIVE.search(plain.text):
        return plain.fact(
            FactName.FOREMAN, True, match.span(), role="representative", confidence=0.85
        )
    return None


def _number(said: str) -> int:
    if said.isascii():
        return int(said)
    if said.startswith("十"):
        return 10 + ("零一二三四五六七八九".find(said[1:]) if len(said) > 1 else 0)
    return "零一二三四五六七八九".find(said)


def _minor(plain: Plain) -> Fact | None:
    for match in _AGE.finditer(plain.text):
        said = match["age"] or match["alone"] or match["en"]
        age = _number(said)
        group = "age" if match["age"] else "alone" if match["alone"] else "en"
        around = plain.text[match.start() : match.end() + 24]
        if age >= 16 or _CHILD_OF.search(around):
            continue
        confidence = 0.85 if _WORKING.search(plain.text) else 0.4
        return plain.fact(FactName.MINOR, age, match.span(group), confidence=confidence)
    return None


def _place_kind(plain: Plain) -> Fact | None:
    answer = plain.text.strip(" 。.!！,，")
    if kind := _ANSWERS.get(answer.removeprefix("在").removesuffix("的")):
        start = plain.text.find(answer)
        return plain.fact(FactName.PLACE_KIND, kind, (start, start + len(answer)), confidence=0.95)
    counts = [(len(list(pattern.finditer(plain.text))), kind, pattern) for kind, pattern in _KINDS]
    best = max(counts, key=lambda item: item[0])
    if best[0] == 0:
        return None
    match = best[2].search(plain.text)
    assert match is not None  # noqa: S101 - it was counted above
    sure = 0.8 if sum(1 for count in counts if count[0]) == 1 else 0.6
    return plain.fact(FactName.PLACE_KIND, best[1], match.span(), confidence=sure)


def _contract(plain: Plain) -> Fact | None:
    if match := _NO_CONTRACT.search(plain.text):
        return plain.fact(FactName.CONTRACT, False, match.span(), confidence=0.9)
    if match := _CONTRACT.search(plain.text):
        return plain.fact(FactName.CONTRACT, True, match.span(), confidence=0.85)
    return None


def _iou(plain: Plain) -> Fact | None:
    if match := _NO_IOU.search(plain.text):
        return plain.fact(FactName.IOU, False, match.span(), confidence=0.9)
    for match in _IOU.finditer(plain.text):
        if not _NEGATED.search(plain.text, max(0, match.start() - 6), match.start()):
            return plain.fact(FactName.IOU, True, match.span(), confidence=0.85)
    return None
