"""Who owes: companies, works and persons, found by their endings and by the words around them.

Generic words (公司, 老板, 包工头) are never names. Known names of the ledger win over everything.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from nlu.regions import Region
from nlu.surnames import COMPOUND, NOT_NAMES, SURNAMES, TITLES
from nlu.tagger import Tag


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the plain text."""

    start: int
    end: int
    role: str  # company | person | owner
    confidence: float


SURE_TAG = 0.85
"""How sure the tagger must be where no rule sees a name."""

_LEGAL = r"(?:有限责任公司|股份有限公司|集团有限公司|有限公司|有限(?=[^公责]|$)|集团公司|总公司|分公司|子公司|公司|集团(?:[一-龥]{0,8}?(?:有限责任公司|股份有限公司|有限公司|公司))?|合作社|事务所)(?:[一-龥]{1,8}?分公司)?"
_TRADE = (
    r"(?:建筑|装饰|装修|装潢|劳务|建设|建工|建安|置业|地产|房产|房地产|物业|园林|绿化|科技|网络|传媒|文化|教育|培训|早教|健身|餐饮|酒店|食品|服饰|服装|家具|家居|建材|钢构|路桥|市政"
    r"|机械|电器|电子|电力|医药|药业|印务|包装|物流|快递|运输|商贸|贸易|实业|投资|农业|水利|水电|消防|幕墙|门窗|防水|保温|保安|保洁|家政|美容|美发|测绘|咨询|广告|旅游|矿业|化工|铝业|重工|国际)"
)
_WORKS = (
    r"(?:(?:[一-龥]{0,2}(?:水泥|砖|瓷|陶瓷|服装|电子|纺织|纸|造纸|化工|机械|家具|食品|玩具|鞋|钢铁|钢|铝|面粉|塑料|包装|印刷|轴承|耐火材料|木|板|木材|石材|石料|预制|门窗|五金|制衣|饲料|药|玻璃|酒|汽修|修理|加工|养殖|养猪|养鸡|洗煤|铸造|电缆)厂|(?<=[一-龥]{2})厂"
    r"|煤矿|矿业|砖窑|饭店|酒店|大酒店|餐厅|餐馆|饭庄|酒楼|宾馆|火锅店?|烧烤店?|面馆|面庄|超市|商场|茶楼|网吧|KTV|会所|洗浴(?:中心)?|足疗店?|健身(?:房|中心|会所)?|美容院|理发店|幼儿园|早教(?:中心)?|培训(?:中心|学校)|医院|诊所|养老院"
    r"|学院|中学|小学|学校|驾校|网点|站点|专卖店|旗舰店|门市部?|营业部|项目部|指挥部|建筑队|工程队|施工队|劳务队|装修队|工程处|[一二三四五六七八九十]局|农场|林场|养殖场|汽车城|家具城|影楼|影城|药房|药店|奶茶店?|烘焙|蛋糕店|水果店|[一-龥]店))(?!村|镇|乡|子|街|路)"
)
_CHAR = r"[A-Za-z0-9一-龥()（）·&\-]"
_COMPANY = re.compile(rf"{_CHAR}{{1,26}}?{_LEGAL}")
_WORK = re.compile(rf"{_CHAR}{{2,14}}?{_WORKS}")
_STATE = re.compile(
    r"中(?:国)?(?:铁|建|交|冶|水|核|煤|电建|化|石油|石化|能建)(?:建工|城建|隧道|大桥|电气化|路桥|建设)?(?:集团)?(?:第?[一二三四五六七八九十\d]{1,3}[局公航冶](?:院|司|集团)?|集团)(?:第?[一二三四五六七八九十]{1,2}(?:公司|分公司|工程公司|处))?(?:[一-龥]{0,6}(?:有限公司|公司))?"
    r"|[中河](?:建|铁|交|冶|南)[一二三四五六七八九十]{1,3}[局建冶]"
)
_UNSUFFIXED = re.compile(
    rf"(?P<name>(?:[A-Za-z一-龥]{{2,6}}?){_TRADE})(?=拖欠|欠|老板|不给|没给|没发|承建|承包|分包|中标|恶意|克扣|无故|的老板|为|突然|一直|至今|[,，。]|没有任何|签的?|给|没|干|上班|做|打工|那|跑路|倒闭|关门|$)"
)
_BOUNDARY = "的在给被是去到跟叫让说欠找把因但我你他她们了没"
# Characters of sentences: behind the last of them a name without 有限公司 may begin.
_SENTENCE = re.compile(
    r"\d{3,}|工资|夫妻|[的了是我你他她它们给被没不去就这那哪也都还又才只已把让每何如果可能要说问欠拖找但因所自钱付其有者次时候问求喊催经答应该会得着过很最后再将未拒问起诉干活哀称处]"
)
_BRANCHED = re.compile(r"[一-龥]{2,10}(?:有限)?[一-龥]{0,4}分公司")
_BEFORE_OWES = re.compile(
    r"(?:(?<![\s\S])|(?<=[,，。;；\s])|(?<=投诉)|(?<=举报)|(?<=反映)|(?<=[一-龥][市区县]))(?P<name>[一-龥A-Za-z]{2,8}?)"
    r"(?=(?:违反劳动法|恶意拖欠|恶意欠|无故拖欠|长期拖欠|拖欠|克扣|无故扣|私扣|扣发|欠薪|欠农民工|不发工资|不给农民工))"
)
_NO_NAME = re.compile(
    r"无故|恶意|公司|老板|包工|单位|企业|工地|项目|工程|学校|工人|员工|工资|农民|厂里|店里|部门|政府|领导|有人|一直|至今|现在|目前|严重|大量|故意|经理|对方|个人|私人|老总|分包|总包|承包|甲方|开发商|劳务|建筑|施工|装修|单位|关于|投诉|举报|反映|大家|年|月|老师|教师|代课|物业|医院|公然|多次|仍|拒|存在|涉嫌|长期|经常|业主"
)

# What may stand before a name; the name begins after the last of these.
_LEAD = re.compile(
    r"疫情|期间|产业集聚区|工业园区?|开发区|园区|实际上|其实|事实上|结果|然后|于是|当时|后来|最后|同时|并且|并|而且|而|接着|无奈|询问|催问|起诉|如果|可是|但是|但|听说|据说|每次|所有|费用|进了|跑到|经过|以及|投诉|举报|反映|反应|控告|请求|解决|恳请|希望|帮忙|关于|曝光|维权|要求|因为|由于|老板是|叫做|名叫|名字叫|名字是|公司叫|厂叫|店叫|单位叫|单位是|公司是|叫|挂靠在?|包给了?|转包给了?|分包给了?|转给了?|承包给|又转包给"
    r"|干活|打工|上班|务工|做工|就职于?|任职于?|入职了?|工作于|进入|来到|去了?|到了|跟着|给了?|替|被|在于|我们|我在|我是|我给|我被|我到|我去|我和|我|俺们?|咱们?|他们|你们|您|你|他|她|是一家|一家|这家|那家|这个|那个|某个|是|在(?!线|途)|从(?!容)|的|了"
    r"|属于|隶属|欠薪方|施工单位|建设单位|用人单位|总包单位?|总包是|分包单位?|承包单位?|承建|甲方|乙方|发包方|劳务公司是|承包方|单位|公司名称|名称|欠款方|被投诉人|和(?!盛|谐|顺|昌|平|兴|润|信|合|达|美|记)|与|跟|向(?!阳|东|荣)|由|让|把|对(?!外)"
    r"|等(?!级)|还有|以及|或者|及|原(?=[一-龥]{4})|其实|就是|说|找|以前|之前|后来|现在|目前|去年|今年|前年|开始|月份?|号|日|员工|工人|农民工|民工|拖欠|欠|老板|请问|您好|你好|尊敬|领导|附近|旁边|承接到?|隔壁|承包|工地|项目(?!部)|天天|通过"
)
_GENERIC = re.compile(
    r"^(?:[弟哥姐妹爸妈叔姨舅姑][弟哥姐妹爸妈叔姨舅姑]?|\d{1,2}岁|这|那|某|该|本|贵|各|每|一|两|几|多|有|老|新|大|小|私|总|分|子|用|用人|我|你|他|别|外|前|原|皮包|贷款|劳务|建筑|装修|装饰|工程|物业|保安|保洁|家政|快递|外卖|物流|电子|网络|科技|科技|中介|派遣|劳务派遣|人力资源|人力|广告|测绘|医药|开发|施工|承包|总包|分包|建设|房地产|房产|地产|国有|私营|私立|公立|民营|外资|上市|保险|投资|运输|搬家|贸易|商贸|绿化|园林|门窗|"
    r"餐饮|咨询|培训|教育|服装|食品|机械|化工|包装|印刷|水泥|砖|小型|大型|当地|本地|外地|全市|国家|市|县|区|省|人民|中心|附属|职业|技术|火锅|烧烤|一个|个|家|家小|我们|所有|有的|别的|其他|其它|同一|两家|三家|几家|另一|另外|某某|XX|xx|母|同|外包|外面|厂|公|代课|代理|劳动|服务|管理|私人|农|电力|施工方|理发|美容|美发|足疗|洗浴|网|四|三|五|二|饭|酒|水|加盟|连锁|专卖|旗舰|分|县城|城里|镇上|街上|村里|家|小饭|小吃|自己|本|不知道|不同|家具|制衣|鞋|玩具|纺织|塑料|五金|木材|石材|铝)+$"
)
_AUTHORITY = re.compile(
    r"劳动局|监察|人社|法院|政府|派出所|公安|信访|仲裁|住建|城建局|管委会|街道办|检察|纪委|工商|税务|社保|司法|银行|电视台|频道|卫视|邮政局|教育局|交通局|医保|援助|居委会|村委会|党委|县委|市委|律师事务所|开发区|妇联|总工会|援助中心|贵公司|本公司|市场监督|建设局|保险公司|贷款公司"
)
_TAIL_STRIP = re.compile(r"^(?:[)）\-·&]|[年月日号])+")


def _chunk(text: str, start: int, end: int) -> int:
    """Where the name inside ``text[start:end]`` begins: behind the last word that leads to it."""
    begin = start
    for match in _LEAD.finditer(text, start, end):
        if end > match.end():
            begin = match.end()
    return begin


def _core(name: str) -> str:
    """A company name without what every such name ends with."""
    core = re.sub(rf"(?:{_LEGAL})$", "", name)
    return re.sub(
        r"(?:厂|店|学校|学院|医院|项目部|饭店|酒店|超市|公司|集团|工程队|施工队|建筑队|幼儿园|中学|小学|煤矿|餐厅|宾馆|驾校|指挥部)$",
        "",
        core,
    )


def _generic(name: str) -> bool:
    core = _core(name)
    return len(core) < 2 or bool(_GENERIC.match(core)) or bool(_AUTHORITY.search(name))


@dataclass(slots=True)
class Names:
    """Finds employers; ``known`` are names of the ledger, which win."""

    known: tuple[str, ...] = ()
    _known: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        names = sorted({name for name in self.known if len(name) >= 2}, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, names))) if names else None

    def employers(
        self, text: str, regions: Sequence[Region], tags: Sequence[Tag] = ()
    ) -> list[Named]:
        """Every employer of a text, in order; ``tags`` are what the trained tagger marked."""
        found: list[Named] = []
        if self._known:
            _keep(found, (Named(*m.span(), "company", 1.0) for m in self._known.finditer(text)))
        _keep(found, _state(text))
        _keep(found, _companies(text, regions))
        _keep(found, _persons(text))
        _keep(found, _repeats(text, found))
        _keep(found, _called(text))
        _keep(found, _before_debt(text, regions))
        _keep(found, _owners(text, found))
        _keep(found, _tagged(text, tags))
        return _distinct(text, _merged(found))


def _distinct(text: str, found: Sequence[Named]) -> list[Named]:
    """One fact for each employer: 望新公司 after 河南望新集团有限公司 is the same one."""
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (_form(text, n), n.start - n.end)):
        name = text[named.start : named.end]
        core = _kernel(name)
        short = len(_without(name).removesuffix("公司").removesuffix("集团")) <= len(core)
        if named.role == "person" or not any(
            core in text[k.start : k.end] and (short or "有限" in name)
            for k in kept
            if k.role != "person"
        ):
            kept.append(named)
    return sorted(kept, key=lambda named: named.start)


def _form(text: str, named: Named) -> float:
    """Full legal names come first when names are compared."""
    return -named.confidence - ("有限公司" in text[named.start : named.end])


def _kernel(name: str) -> str:
    """What tells one company from another: without region, trade and legal form."""
    bare = re.sub(r"^(?:[一-龥]{2,3}?省)?(?:[一-龥]{2,3}?市)?(?:[一-龥]{1,3}?[区县])?", "", name)
    bare = re.sub(rf"(?:{_TRADE}|{_LEGAL}|股份|责任|有限|发展|服务|工程|厂|店|队)+$", "", bare)
    return bare if len(bare) >= 2 else name


def _merged(found: Sequence[Named]) -> list[Named]:
    """Two names without a gap are one: a firm and its branch."""
    merged: list[Named] = []
    for named in sorted(found, key=lambda n: n.start):
        before = merged[-1] if merged else None
        firms = before is not None and before.role == named.role == "company"
        if before and firms and before.end == named.start and named.end - named.start <= 6:
            merged[-1] = replace(before, end=named.end)
        else:
            merged.append(named)
    return merged


def _keep(found: list[Named], more: Iterable[Named]) -> None:
    for named in more:
        if all(named.end <= other.start or other.end <= named.start for other in found):
            found.append(named)


def _state(text: str) -> list[Named]:
    return [
        Named(*match.span(), "company", 0.9)
        for match in _STATE.finditer(text)
        if len(match[0]) >= 4
    ]


def _before_debt(text: str, regions: Sequence[Region]) -> list[Named]:
    """A name without any ending, right before a word of debt: 安阳市某某 in 某某拖欠工资."""
    found = []
    for match in _BEFORE_OWES.finditer(text):
        start, end = match.span("name")
        start = max([start, *(r.end for r in regions if start < r.end <= end - 2)])
        name = text[start:end]
        if _NO_NAME.search(name) or _GENERIC.match(name) or _SENTENCE.search(name):
            continue
        role = "person" if person_name(name) else "company"
        found.append(Named(start, end, role, 0.55))
    return found


def _owners(text: str, found: Sequence[Named]) -> list[Named]:
    """Whoever has something built: the office or school before 工地."""
    owners = []
    for match in _OWNER.finditer(text):
        start = _weak_begin(text, _chunk(text, match.start(), match.end()), match.end())
        if match.end() - start >= 4 and not _OWN_GENERIC.search(text[start : match.end()]):
            owners.append(Named(start, match.end(), "owner", 0.6))
    return owners


def _tagged(text: str, tags: Sequence[Tag]) -> list[Named]:
    """Names that only the tagger saw: very sure ones that look like names."""
    found = []
    for tag in tags:
        name = text[tag.start : tag.end]
        person = tag.role == "person"
        fits = person_name(name) if person else not _GENERIC.match(_core(name))
        if tag.name != "employer" or tag.confidence < SURE_TAG or not fits:
            continue
        if name[-1] in "省市区县镇村" or _AUTHORITY.search(name):
            continue
        if _SENTENCE.search(name) or len(name) > 16:
            continue
        found.append(Named(tag.start, tag.end, tag.role or "company", 0.5))
    return found


def _weak_begin(text: str, start: int, end: int) -> int:
    """The beginning of a name that has no 有限公司: behind the last character of a sentence."""
    last = start
    for match in _SENTENCE.finditer(text, start, end - 2):
        last = match.end()
    return last


def _companies(text: str, regions: Sequence[Region]) -> list[Named]:
    found = []
    for pattern, confidence in _COMPANY_PATTERNS:
        for match in pattern.finditer(text):
            start, end = _begin(text, match, regions), match.end()
            if "有限" not in text[start:end] and "集团" not in text[start:end]:
                weak = _weak_begin(text, start, end)
                if weak > start and text[weak - 1] not in _BOUNDARY:
                    continue
                start = weak
            if pattern is _UNSUFFIXED and _BUILDING.search(text, start, end):
                continue
            if end - start >= 3 and not _refused(text, start, end):
                found.append(Named(start, end, "company", confidence))
    return found


def _called(text: str) -> list[Named]:
    """A name after 店名叫, 公司叫, 厂名是."""
    return [
        Named(*match.span("name"), "company", 0.7)
        for match in _CALLED.finditer(text)
        if not _GENERIC.match(match["name"]) and not _SENTENCE.search(match["name"])
    ]


def _refused(text: str, start: int, end: int) -> bool:
    """Generic words, offices, a former name, and works that somebody was to build."""
    before = text[max(0, start - 12) : start]
    return (
        _generic(_without(text[start:end]))
        or before.endswith(("原", "原为"))
        or bool(_BUILT.search(before))
    )


def _without(name: str) -> str:
    """The name without the province or city before it."""
    return re.sub(r"^[一-龥]{2,3}(?:省|市)", "", name) if len(name) > 6 else name


def _begin(text: str, match: re.Match[str], regions: Sequence[Region]) -> int:
    """Where a company's name begins: at its province or city, behind a county, behind a lead."""
    start = first = _chunk(text, match.start(), match.end())
    chained = -1
    for region in regions:
        if region.end <= first or region.end >= match.end() - 1:
            continue
        if 0 <= chained < region.start:
            break
        if region.county:
            start = region.end
        elif region.start >= first and chained < 0:
            start = region.start
        chained = region.end
    if start == chained and (estate := _ESTATE.match(text, start, match.end() - 3)):
        start = estate.end()
    if strip := _TAIL_STRIP.match(text[start : match.end()]):
        start += strip.end()
    return _inside_brackets(text, start, match.end())


def _inside_brackets(text: str, start: int, end: int) -> int:
    """A bracket without its partner is no part of a name."""
    chunk = text[start:end]
    for at in (chunk.rfind("("), chunk.rfind(")")):
        partner = ")" if at >= 0 and chunk[at] == "(" else "("
        rest = chunk[at:] if partner == ")" else chunk[: max(at, 0)]
        if at >= 0 and partner not in rest:
            return start + at + 1
    return start


_CALLED = re.compile(
    r"(?:店名|公司名称?|单位名称?|厂名|(?:公司|工厂|厂子|单位|店|饭店)的?(?:名字|名称)?(?=叫))(?:叫做?|是|名叫|[:：])+(?P<name>[一-龥A-Za-z0-9]{2,14}?)(?=[,，。;；\s(（]|$)"
)
_OWNER = re.compile(
    r"[一-龥]{3,14}?(?:局|委员会|管委会|学院|大学|医院|中学|小学|学校|法院|检察院)(?=的?(?:工地|项目工地|[一-龥]{0,6}装修工程|[一-龥]{0,6}工程款))"
)
_OWN_GENERIC = re.compile(r"^(?:中铁|中建|中交|中冶|一所|这个|那个|某)|劳动|监察")
_COMPANY_PATTERNS = ((_COMPANY, 0.9), (_BRANCHED, 0.8), (_WORK, 0.75), (_UNSUFFIXED, 0.65))
_BUILDING = re.compile(r"大厦|楼|小区|工地|项目|广场|室内|家里")
_ESTATE = re.compile(r"[一-龥]{1,4}(?:城|广场|大厦|小区|大道|路|街)")
_BUILT = re.compile(r"(?:承建|承接|修建|建设|新建|建造|盖)(?:的|了)?[一-龥]{0,9}$")


_SUR = "[" + "".join(sorted(SURNAMES)) + "]"
_FULL = rf"(?:(?:{'|'.join(COMPOUND)})[一-龥]{{1,2}}|{_SUR}[一-龥]{{1,2}})"
_LAZY = rf"(?:(?:{'|'.join(COMPOUND)})[一-龥]{{1,2}}?|{_SUR}[一-龥]{{1,2}}?)"
_STOP = r"(?=[,，。;；!！?？、:：\s()（）\d]|$|的|在|拖|欠|不|没|也|都|和|跟|等|就|一直|说|给|是|跑|承|拿|把|为|电|手|他|她|找|失|联|以|总|从|这|那|有|现|至|人|任|答|包|叫|带|还|让|老|又|躲|一|打|到|系|先|任职|$)"
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
            rf"(?:欠|拖欠|不给)[^,，。]{{0,8}}(?:的人|的|老板)(?:叫|是|名叫)(?P<name>{_LAZY}){_STOP}"
        ),
        0.8,
    ),
    (re.compile(rf"(?<![一-龥])(?P<name>{_SUR}(?:某某?|xx|XX|××))|(?<=[头板给找叫被由是人])(?P<name2>{_SUR}某某?)"), 0.8),
    (re.compile(rf"(?:叫|名叫|是)(?P<name>{_LAZY}|[老小]{_SUR})(?:的(?:老板|包工头|人|工头|经理|带班)|(?=(?:老板|包工头|工头)))"), 0.85),
    (re.compile(rf"(?P<name>姓{_SUR}的?(?:施工)?(?:老板娘?|包工头|工头|负责人|经理|人|带班的?|班长|老总|队长|男的))|(?:老板|包工头|工头|经理)(?P<name2>姓{_SUR})"), 0.8),
    (re.compile(rf"(?<![一-龥])(?P<name>{_FULL})(?=\((?:包工头|老板|法人|项目经理|负责人|工头|总包|承包人))|(?<=[一-龥]公司)\s?(?P<name2>{_LAZY})(?=[,，。\s]|自|拖|欠|不|$)"), 0.8),
    (re.compile(rf"(?<![一-龥])(?P<name>{_LAZY})(?=(?:为|是)(?:本|该|这个)?(?:项目|公司|工地)?(?:授权|法人|法定|负责人|老板|包工头|实际|承包|总经理|经理)|任职|拖欠|恶意|承包的|承包了|欠(?:我|俺|了|钱|工资)|不给(?:钱|工资|结|我|发)|跑路)"), 0.75),
    (re.compile(rf"(?:跟着?|给|找|替|跟了|被)(?P<name>{_LAZY})(?=(?:干|打工|做活|做工|要(?:钱|账|工资)|讨|在|手下|那里|拖欠|欠|(?:老板|包工头|工头)))"), 0.7),
    (re.compile(rf"(?P<name>{_SUR}(?:老板娘?|总(?![共计是数体额之工会])|老总|经理|工头|包工头|工长|队长|厂长|店长|班长|老大))(?!职)"), 0.7),
    (re.compile(rf"(?<![一-龥])(?P<name>(?:老|小|大){_SUR})(?=拖欠|欠|不给|说|没给|答应|跑|那|的工地|[,，。]|$)"), 0.5),
)  # fmt: skip
_EVERYDAY = frozenset(
    "钱时司程车楚和向成安全那干国包单计易应何常高平方明白金万元于解强连古水文党简祝路齐边关项还都有来原保连管毕"
)
_BEFORE_NAME = re.compile(r"[叫是找给跟被,，。:：;；\s!！?？、(板头]$")
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
    if re.search(r"[的了吗呢吧啊么没不要钱给]", said):
        return False
    return said[:2] in COMPOUND or (said[0] in SURNAMES and len(said) <= 3)


def _persons(text: str) -> list[Named]:
    found = []
    for pattern, confidence in _PERSON_PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if start < 0:
                start, end = match.span("name2")
            if _acceptable(text, start, end):
                found.append(Named(start, end, "person", confidence))
    return found


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
    if _NOT_EMPLOYER_BEFORE.search(text, max(0, start - 5), start):
        return False
    if _OFFICIAL_AFTER.match(text, end) or _of_a_word(text, start):
        return False
    core = re.sub(rf"(?:{TITLES})$", "", name)
    titled = core != name and len(core) == 1
    if name.startswith("姓"):
        return True
    if name[0] in "老小大" and len(name) == 2:
        return name not in _NO_NICKNAMES
    return name[:2] not in NOT_NAMES if titled else person_name(core)


def _of_a_word(text: str, start: int) -> bool:
    """Whether the family name is the end of another word: 分包老板, 不给钱老板跑了."""
    if text[start] == "包" and _PACKAGER.search(text, max(0, start - 1), start):
        return True
    everyday = text[start] in _EVERYDAY and start > 0
    return everyday and not _BEFORE_NAME.search(text, max(0, start - 1), start)


def _repeats(text: str, found: Sequence[Named]) -> list[Named]:
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
    writer = any(_NOT_EMPLOYER_BEFORE.search(text, max(0, s - 5), s) for s in starts)
    begins = any(s == 0 or not "一" <= text[s - 1] <= "龥" for s in starts)
    return begins and not writer and person_name(name) and not _COMMON.search(name)


_TRIGRAM = re.compile(rf"(?=({_SUR}[一-龥]{{2}}))")
_COMMON = re.compile(
    r"公司|工资|工地|项目|老板|包工|政府|单位|领导|法院|劳动|员工|工人|农民|部门|学校|时间|拖欠|支付|没有|我们|他们|什么|为由|以及|[的了在是不没给说有也就要这那都我你他个们和与到去来年月日元]"
)
