"""Where the work was: a named project or site, and the address of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlu.gazetteer import PROVINCES
from nlu.named import LEDGER, Named
from nlu.one_of import one_of
from nlu.regions import Region, Regions
from nlu.tagger import NO_MARKS, Marks

_CHAR = r"[A-Za-z0-9一-龥()（）#\-·]"
_WORKS = (
    r"(?:(?:建设|改造|装修|安置|搬迁|扩建|施工|绿化|市政|治理|修缮|供水|供暖|安装|棚改|拆迁|土建|消防|道路|桥梁|管网|污水处理|美化|亮化|提升|配套|幕墙|外墙|保温|防水|水电)*(?:工程|项目)(?:\([一二三四五六七八九十\d]+期\))?(?:[A-Za-z0-9一二三四五六七八九十]{1,4}标段?)?(?:工地|工程|[A-Za-z0-9一二三四五六七八九十]{1,3}期)?"
    r"|(?<=[路街道河渠桥楼村区场院镇城园沟厂校寺庙山岸库站])(?:改扩建|改造|拓宽|绿化|治理|修建|扩建|整治|新建|维修|翻修|修缮|亮化|硬化)|工地|安置点|安置房|安置小区|安置区|还建房|回迁房|棚户区|标段|[A-Za-z0-9一二三四五六七八九十]{1,4}标(?:段)?(?:[一二三四五六七八九十\d]+工区)?|(?<!西)工区|地铁[\d一二三四五六七八九十]{1,2}号线(?:[A-Za-z\d一二三四五六七八九十]{1,4}标段?)?|高速(?:公路)?|铁路|高铁|隧道|特大桥|大桥|立交桥|快速路|水库|管廊|风电场|光伏(?:发电)?(?:项目|电站|工程)|水电站|污水处理厂|垃圾[一-龥]{0,3}厂)"
)
_ESTATE = r"(?:小区|花园|家园|嘉园|佳苑|华府|公馆|府邸|名邸|名苑|花苑|雅苑|新苑|广场|大厦|中心|新城|绿洲|天下|国际城|商业街|产业园|工业园|科技园|物流园|园区|体育馆|体育场|图书馆|博物馆|学校|中学|小学|大学|学院|医院|商城|商贸城|建材城|家居城|步行街|宿舍楼|教学楼|住院楼|门诊楼|综合楼|办公楼|实验楼|厂房|养老院|敬老院|[一-龥]{2}[一二三四五六七八九十]{1,2}号院|壹号院|一号院|新校区|校区|火车站|高铁站|机场|写字楼|公寓楼?|酒店|别墅|停车场|车库|码头|廊道|冷库|文化园|生态园|学府|[一-龥]{2}(?:世家|名门|御景|时代|春天|天地|尚品|雅居|人家|印象|首府|上院|左岸|半岛|之光|之星|之都)|[一-龥]{2}(?:府|苑|园|庭|湾|城|郡|都会))"
_PHASE = r"(?:[一二三四五六七八九十\dA-Za-z]{1,2}(?:期|区|标段?|号院|号地块?|地块))?(?:(?:\d{1,2}(?:#|号)?楼?[、和及])*[\dA-Za-z一二三四五六七八九十]{1,3}(?:#|号)?楼)?"
_TAIL = re.compile(
    r"(?:(?<=高铁)|(?<=铁路)|(?<=高速)|(?<=公路)|(?<=管线)|(?<=隧道))[一-龥]{2,4}段(?:[A-Za-z0-9一二三四五六七八九十]{1,4}标段?)?"
    r"|(?:(?<=高铁)|(?<=铁路)|(?<=高速)|(?<=公路)|(?<=标段)|(?<=快速路))(?:[一-龥]{0,5}?(?:隧道|特大桥|大桥|收费站|服务区|互通|立交))(?:(?:[一二三四五六七八九十\d]号)?(?:斜井|出口|进口)|加固|扩建|改建|改造)?(?:工程|项目)?"
    r"|(?<=高标准农田)(?:建设|改造)?(?:工程|项目|工地)?|(?<=公寓楼)(?:工程|项目)|(?:[A-Za-z]{0,6}-?[A-Za-z0-9]{1,6}|[一二三四五六七八九十]{1,3}|#)?(?:改造|改扩建|标段|标|工区|期|号楼|工程(?!款)|项目(?!经理|负责|部|方)|工地|安置点)"
)
_PROJECT = re.compile(rf"{_CHAR}{{2,22}}?{_WORKS}")
_COMPLEX = re.compile(
    rf"(?:在|到|去|是|的|于|给|修|建|盖|包|承建|装修|^|[,，。\s]|区|县|市|镇|路)(?P<name>[A-Za-z0-9一-龥]{{0,12}}?{_ESTATE}{_PHASE})"
    r"(?=的?(?:工地|项目|包工头|老板|干活|做工|干|打工|施工|做|盖|装修|刮|贴|刷|砌|抹|扎|支|绑|打|修|搬|扛|看门|上班|的活|里面|那边|上|这边|[一二三四五六七八九十\d]+(?:标|期)|食堂|搭|从事|支模|木工|钢筋|砌|粉|外墙|外架|水电|电梯|内|安装|保温|绿化|消防|土建|电焊|腻子|涂料|油漆|防水|门窗|门岗|保洁|当|挖|拉|给|承|二次结构|商铺|外立面|精装|内装|样板间|宿舍楼|幕墙|栏杆|吊顶|工钱|工资|涂|站岗|焊|浇|拆|架|栽|种|铺|喷|运|[,，。\s]|$|欠|拖欠|,))"
)
_PHASED = re.compile(
    r"(?P<name>[一-龥]{2,8}(?:[一二三四五六七八九十]|\d{1,2})期)(?!间|工资|的工资)"
)
_TO_BUILD = re.compile(
    r"(?:修建|新建|建造|改造|扩建|[修盖建装拆])(?:的是?|了)?(?P<name>(?:(?![的了在给我俺他她你和跟是有个一两几])[一-龥A-Za-z0-9]){2,10}?(?:库|厂|仓|站|塔|坝|渠|码头|栈道|冷链|基地|民宿|车间|校舍|宿舍楼?|食堂|钢板仓|大棚|猪舍|鸡舍|羊舍|养[一-龥]场|牧场|厂房|看台|球场|景区|乐园))"
    r"(?=[,，。的、\s干]|$|工地|活|去)"
)
THAT_SITE = r"(?<![边里上下旁头口近面])[那这](?:个|边的?|儿的?)(?:工地|项目)"
"""老木匠大院那个工地: how one speaks of it, no part of its name. Of 河边那个工地 it is most of it."""

_SPOKEN = re.compile(
    rf"(?:[在到去]|^|(?<=[,，。\s]))(?P<name>(?:(?![了在到去的给])[一-龥A-Za-z0-9]){{2,8}}?)(?<![路街道村镇])(?={THAT_SITE})"
)
_SITE_PATTERNS = (
    (_PROJECT, 0.75),
    (_COMPLEX, 0.7),
    (_PHASED, 0.7),
    (_TO_BUILD, 0.75),
    (_SPOKEN, 0.75),
)
_LEAD = re.compile(
    r"追讨|[这那]边|找(?!平)|支付|督促|(?:希望|恳请|请)(?:领导|政府|市长)(?:们)?(?:关注|过问|督促)?|关注|帮助|讨要|催讨|但|办|要|[已己]经?|完工|竣工|结束|可是|却|也|被|未|没|不|问|想|就|还|这|那|几个|所有|说|投诉|举报|反映|请求解决|请求|关于|解决|恳请|维权|来到|进入|位于|去年|今年|前年|我们在|我在|到了?|去了?|在|给|从|是|的(?!士)|了|做|干(?!休)|跟着?|承接到?|承包了?|承建|施工单位|我于|于|就职|被|叫做?|名叫|名字叫|老板|包工头|拖欠|欠(?:了)?|和(?!谐|平|美|顺|兴)|与|我们|俺们?|我|他们?"
    r"|项目(?=[一-龥]{3})|月份?|号(?!线|楼|院|地块)|年|日|交叉口|路口|公司(?=[一-龥A-Za-z]{3})|集团(?=[一-龥A-Za-z]{3})|[一二三四五六七八九]局(?=[一-龥]{3})|[,，。、:：\s]|一个|这个|那个|某个|某|个人|开始|(?<![装维翻整检返])修(?!武|缮|复)|盖|包|附近|对面|旁边|参与|负责|有限|省|现场|起|因|为|把|对|由|人员|民工|农民工|工人"
)
_GENERIC = re.compile(
    r"^(?:前任|现任|原来?|家|这|那|边|找|该|本|某|个|一|两|几|各|每|我|你|他|的|大|小|新|老|建筑|建设|装修|施工|完工|竣工|工程|项目|整个|全部|所有|别的|其他|同一|上面|政府|民生|重点|重大|市政|绿化|水电|土建|外地|当地|本地|外面|开发商|安装|消防|拆迁|改造|配套|总|分|房地产|楼盘|工地|现场|道路|钢筋|木工|瓦工|粉刷|抹灰|保温|防水|幕墙|外墙|门窗|室内|家装|基础|主体|附属|路面|地面|墙面|楼面|屋面|二次结构|"
    r"劳务|分包|承包|清包|大包|转包|扫尾|完工|在建|农村|扶贫|自来水|污水|景观|桩基|土方|脚手架|模板|砌体|内墙|公司|单位|老板|建筑施工|具体|有关|相关|投资|违法|豆腐渣|系统|面子|多个|好几个|结束|按|钢构|钢结构|厂房|猪场|鸡场|大棚|竣工|开工|已|未|没|不|付|款|要|完|做|干|住|小区|学校|医院|酒店|广场|中心|园区|大学|中学|小学|高速|铁路|隧道|大桥|水库|商场|公寓|高等学|政|学|官|[一二三四五六七八九十\d])+$"
)
_DETAIL = re.compile(
    r"(?:[一-龥A-Za-z0-9]{1,8}?(?:大道|(?<![铁公修跑])路|街|巷)(?:与[一-龥]{1,5}?(?:路|街|大道))?(?:交叉口|交汇处|口)?(?:\d{1,4}号)?(?:附近|旁边|对面)?)?"
    r"(?:(?:(?![在给到是的])[一-龥]){2,5}?(?:广场|市场|公园|景区|车站|高铁站|产业园|工业园|物流园|科技园|园区|集聚区|体育中心|体育场|百货楼|批发城|火炬园|大桥|立交桥|十字|转盘|花坛|学院|大学)(?!街道|项目|工程|工地|[一二三四五六七八九十\d]期))?(?:(?:(?![在给到是的])[一-龥]){2,5}?(?=附近|旁边|对面|门口))?"
    r"(?:[一-龥]{2,6}(?=\d{1,3}(?:栋|号楼|幢)))?(?:\d{1,3}(?:栋|号楼|幢))?(?:\d{1,2}单元)?(?:\d{1,5}(?:室|号))?"
)
_WHOLE_PROVINCES = frozenset(PROVINCES) - {"北京", "天津", "上海", "重庆"}
_CROSSING = re.compile(
    r"(?:(?![在去到从于和与跟])[一-龥]){2,4}?(?:路|街|大道)(?:与|和|跟)(?:(?![在去到从于])[一-龥]){2,4}?(?:路|街|大道)(?:交叉口|交汇处|路口|口)?(?:附近|旁边)?"
)
_AUTHORITY = re.compile(
    r"\s?(?:[一-龥]{0,4}?)(?:劳动(?:局|监察|保障|部门|仲裁)|监察|人社|法院|检察|政府|派出所|公安|信访|仲裁|住建|城建|管委会|街道办(?!事处.{0,6}工地)|工商|税务|社保局|司法|教育局|交通局|人民(?:法院|政府)|援助中心|县委|区委|市委|领导|县长|区长|市长|镇长|书记|卫视|电视台|频道)"
)
_STREET = re.compile(
    r"[一-龥]{2,3}(?:路|街|大道)(?=[一-龥]{4})(?![东西南北]延|改|拓|扩|绿化|雨污|管网|提升|维修|硬化|亮化|修|施工|翻|快速|道路|排水|综合|治理)"
)
_OFFICE = re.compile(r"法院|政府|派出所|检察|劳动局|监察|信访|仲裁|公安|官府")
_ORIGIN = re.compile(
    r"(?:的)?(?:\d{1,3}(?:[位名]|个(?!月|多月|来月))|(?!的?一个)[一二两三四五六七八九十]{1,3}(?:[位名]|个(?!月|多月|来月))|农民工|民工|人(?!民)|籍|老家|户口|村民|老乡)|的(?=[,，。]|$)|(?:过来|来|出来)的"
)
_AT = re.compile(r"(?:在|位于|来到|进入|地址[是:：]?|地点[是:：]?|到|去|于|工地在|坐落)(?:了)?$")
_SOME_FIRM = re.compile(r"的?一(?:家|个)[一-龥]{0,6}[厂店司矿场]")
_IN_BRACKETS = re.compile(r"[（(【\[][一-龥]+[）)】\]]$")
"""富士来电子厂拖欠工价(济源)."""

_WORK = re.compile(r"干活|做工|打工|务工|施工|工地|项目|工程|上班|干了|盖楼|装修|做")


@dataclass(frozen=True, slots=True)
class Place:
    """A project or an address in the plain text.

    ``worked_in`` says that nobody builds it: the tower in which a firm has its office.
    """

    start: int
    end: int
    confidence: float
    worked_in: bool = False


@dataclass(slots=True)
class Places:
    """Finds sites and addresses; known projects and places of the district win."""

    known_projects: tuple[str, ...] = ()
    known_places: tuple[str, ...] = ()
    regions: Regions = field(default_factory=Regions)
    _known: re.Pattern[str] | None = field(init=False, default=None)
    _landmark: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._known = _any_of(self.known_projects)
        self._landmark = _any_of(self.known_places)

    def projects(
        self, text: str, regions: Sequence[Region], marks: Marks = NO_MARKS
    ) -> list[Place]:
        """Every named site, known names first in confidence; ``marks`` are what the tagger says."""
        found: list[Place] = []
        if self._known:
            found.extend(_with_part(text, match) for match in self._known.finditer(text))
        for pattern, confidence in _SITE_PATTERNS:
            for match in pattern.finditer(text):
                group = "name" if "name" in pattern.groupindex else 0
                if place := _project(text, match.span(group), regions, confidence):
                    _keep(found, place)
        found = [_doubted(place, "project", marks) for place in found]
        found = _with_marked(text, found, regions, marks)
        if _WORKPLACE.search(text) and not _BUILDERS.search(text):
            found = [_worked_in(text, place) for place in found]
        return sorted(found, key=lambda place: place.start)

    def locations(
        self,
        text: str,
        regions: Sequence[Region],
        names: tuple[Sequence[Place], Sequence[Named]],
        marks: Marks = NO_MARKS,
    ) -> list[Place]:
        """Every address that may be where the work was; ``names`` are the sites and employers."""
        projects, employers = names
        found = []
        for region in regions:
            confidence = _likely(text, region, projects, employers)
            if confidence > 0:
                found.append(
                    Place(
                        region.start,
                        self._detailed(text, region, projects, employers),
                        confidence,
                    )
                )
        found = _only_one(text, found) or _roads(text, projects, employers)
        for match in _CROSSING.finditer(text):
            _keep(found, Place(*match.span(), 0.6))
        taken = [(e.start, e.end) for e in employers]
        for match in self._landmark.finditer(text) if self._landmark else ():
            if sure := _landmark(text, match, taken):
                _keep(found, Place(*match.span(), sure))
        gone_to = {r.start for r in regions if _AT.search(text, max(0, r.start - 4), r.start)}
        found = [p if p.start in gone_to else _doubted(p, "location", marks) for p in found]
        found = _with_addresses(text, found, names, marks)
        return sorted(found, key=lambda place: place.start)

    def _detailed(
        self, text: str, region: Region, projects: Sequence[Place], employers: Sequence[Named]
    ) -> int:
        """The end of the address with its street and house number, or a known landmark."""
        match = _DETAIL.match(text, region.end)
        known = self._landmark.match(text, region.end) if self._landmark else None
        end = max(found.end() if found else region.end for found in (match, known))
        if _PARK.search(text, region.end, end) and _BUILT_THERE.match(text, end):
            end = region.end  # 航空港区北港智慧物流园绑钢筋: what is built there
        end = max([end, *(p.end for p in projects if p.worked_in and p.start == region.end)])
        sites = (
            p.start
            for p in projects
            if not (p.worked_in or _STREET_SITE.fullmatch(text, p.start, p.end))
        )
        for start in (*sites, *(e.start for e in employers)):
            if region.end <= start < end:
                end = start
        return end


def _with_addresses(
    text: str, found: Sequence[Place], names: tuple[Sequence[Place], Sequence[Named]], marks: Marks
) -> list[Place]:
    """The addresses, with those that only the tagger saw, and as long as it saw them."""
    places = list(found)
    projects, employers = names
    for tag in marks.of("location", SURE_ADDRESS):
        office = _AUTHORITY.match(text, tag.end) or _ORIGIN.match(text, tag.end)
        if office or any(p.start < tag.end and tag.start < p.end for p in projects):
            continue
        if any(e.start <= tag.start and tag.end < e.end and _legal(text, e) for e in employers):
            continue  # 开封市 in 开封市顺途安物流有限公司
        if _NOT_THERE.search(text, max(0, tag.start - 8), tag.start):
            continue
        over = [p for p in places if p.start < tag.end and tag.start < p.end]
        if all(tag.start <= p.start and p.end <= tag.end for p in over):
            sure = max([0.4 + 0.4 * tag.confidence, *(p.confidence for p in over)])
            places = [p for p in places if p not in over]
            places.append(Place(tag.start, tag.end, sure))
    return places


def _legal(text: str, named: Named) -> bool:
    return "公司" in text[named.start : named.end]


_NOT_THERE = re.compile(r"(?:注册地址?|总部|户籍|户口|老家|家住|住址|籍贯|身份证)[^,，。]{0,2}$")
"""Before an address that is not where the work was."""

_STREET_SITE = re.compile(r"[一-龥]{1,4}(?:路|街|大道)的?(?:工地|项目)")
"""青岛路工地: the street is the address."""


def _only_one(text: str, found: list[Place]) -> list[Place]:
    """The only county of a text is where the work was, unless the text says otherwise."""
    named = {text[place.start : place.end] for place in found if place.confidence >= 0.3}
    if len(named) != 1 or not text[found[0].start : found[0].end]:
        return found
    return [
        replace(p, confidence=max(p.confidence, 0.5))
        if p.confidence >= 0.3 and _LOCAL.search(text, p.start, p.end)
        else p
        for p in found
    ]


def _roads(text: str, projects: Sequence[Place], employers: Sequence[Named]) -> list[Place]:
    """A street that stands alone is all there is of an address; a short answer may be more."""
    if len(text) <= ANSWER:
        return []
    taken = [(p.start, p.end) for p in projects] + [(e.start, e.end) for e in employers]
    return [
        Place(*match.span("road"), 0.65 if _WORKED_THERE.match(text, match.end("road")) else 0.5)
        for match in _ROAD.finditer(text)
        if not any(start <= match.start("road") < end for start, end in taken)
    ]


ANSWER = 12
"""Characters of an answer to a question rather than a story: 太原路蜀香饭店."""

_ROAD = re.compile(
    r"(?:^|(?<=[在到,，。\s]))(?P<road>(?:(?![我你他她在到的了是走跑])[一-龥]){2,4}?(?:大道|(?<![公铁高修跑])路|街)(?:[东西南北中]段)?)(?=[一-龥,，。])"
)
_LOCAL = re.compile(r"[区县镇乡村]|街道")
_WORKED_THERE = re.compile(
    r"(?:那个|那边|那儿|边上|附近|旁边|路口|上|的|一个|个){0,3}(?:工地|项目|楼盘|干活|打工|干)"
)
"""建设路那个工地: said of the work, not of somebody's home."""


def _landmark(text: str, match: re.Match[str], taken: Sequence[tuple[int, int]]) -> float:
    """How likely a known place is where the work was; districts are read as regions instead."""
    start, end = match.span()
    in_name = any(begin < end and start < stop for begin, stop in taken)
    if in_name or match[0][-1] in "区县" or _AUTHORITY.match(text, end):
        return 0.0
    said = _AT.search(text, max(0, start - 4), start) or len(text) <= 24
    return 0.7 if said else 0.4


def _worked_in(text: str, place: Place) -> Place:
    """An office where nobody builds is an address and hardly a site, unless the ledger has it."""
    if place.confidence >= LEDGER or not _OFFICES.search(text, place.start, place.end):
        return place
    return replace(place, confidence=max(0.0, place.confidence - NOT_BUILT), worked_in=True)


def generic_site(name: str) -> bool:
    """Whether words such as 建设项目 name no site by themselves."""
    return bool(_GENERIC.match(name))


def _any_of(names: Sequence[str]) -> re.Pattern[str] | None:
    kept = {name for name in names if len(name) >= 2}
    return re.compile(one_of(kept)) if kept else None


def _with_part(text: str, match: re.Match[str]) -> Place:
    """A known name and which part of it is meant: 安居新苑 and 二期."""
    part = _PART.match(text, match.end()) or _TAIL.match(text, match.end())
    return Place(match.start(), part.end() if part else match.end(), LEDGER)


_PART = re.compile(r"[一二三四五六七八九十\d]{1,2}(?:期|标段?|区(?=[^域]|$))")


def _keep(found: list[Place], place: Place) -> None:
    if all(place.end <= other.start or other.end <= place.start for other in found):
        found.append(place)


def _project(
    text: str, span: tuple[int, int], regions: Sequence[Region], confidence: float
) -> Place | None:
    return _sited(text, _bounds(text, span, regions), regions, confidence)


def _sited(
    text: str, span: tuple[int, int], regions: Sequence[Region], confidence: float
) -> Place | None:
    """A site with those bounds, where they name one."""
    start, end = span
    if spoken := _THAT_SITE.search(text, start, end):
        end = spoken.start()
    name = text[start:end]
    if any(region.start <= start and end <= region.end for region in regions):
        return None  # 江苏盐城 is a city
    if _PARK.search(name) and not _BUILT_THERE.match(text, end):
        return None  # a place where people work, not what they build
    return Place(start, end, confidence) if _names_a_site(name) else None


def _sure_project(
    text: str, span: tuple[int, int], regions: Sequence[Region], confidence: float
) -> Place | None:
    """A site within the bounds that the tagger is sure of, but for the county before it."""
    start, end = span
    for region in regions:
        if region.start <= start < region.end <= end - 2:
            start = region.end
    return _sited(text, (start, end), regions, confidence)


def _names_a_site(name: str) -> bool:
    """Whether words that look like a site's name tell it from another."""
    core = re.sub(r"(?:工程|项目|工地|标段)$", "", name)
    if len(name) < 3 or not core or _GENERIC.match(core) or _GENERIC.match(name):
        return False
    office = _OFFICE.search(name) and "工地" not in name
    return not (office or _NO_SITE.search(name))


def _with_marked(
    text: str, found: Sequence[Place], regions: Sequence[Region], marks: Marks
) -> list[Place]:
    """What the rules found, mended by the tagger: it knows better where a name without ending ends."""
    places = list(found)
    for tag in marks.of("project", LEAST_MARKED):
        span = (_from_the_head(text, tag.start), tag.end)
        sure = 0.5 + 0.4 * tag.confidence
        place = (
            _sure_project(text, span, regions, sure)
            if tag.confidence >= SURE_MARK
            else _project(text, span, regions, sure)
        )
        if place is None:
            continue
        over = [p for p in places if p.start < place.end and place.start < p.end]
        wider = any(p.start <= place.start and place.end <= p.end for p in over)
        if wider or any(p.confidence >= LEDGER or tag.confidence < SURE_MARK for p in over):
            continue
        places = [p for p in places if p not in over]
        places.append(place)
    return places


def _from_the_head(text: str, start: int) -> int:
    """The head of a text, where but a character or two stand before a name: 老|木匠大院."""
    near = 0 < start <= 2 and not _LEAD.search(text, 0, start)
    return 0 if near and text[:start].isalnum() else start


def _doubted(place: Place, kind: str, marks: Marks) -> Place:
    """A place that only an ending gives away counts for less where the tagger sees none."""
    sure = marks.weighed(kind, (place.start, place.end), place.confidence, doubted=DOUBTED)
    return replace(place, confidence=sure)


NOT_BUILT = 0.5
"""What a site loses where nobody builds: a firm on a tower's ninth floor."""

_OFFICES = re.compile(
    r"大厦|中心|商场|[件业技流新]园|写字楼|大楼|[座层楼]|广场|学校|[中小大]学|幼儿园|院|食城|商城|市场"
)

_WORKPLACE = re.compile(
    r"物业|保安|保洁|客服|主播|(?:公司|单位|店|校区)位于|(?:地址|总部|办公[地室点]+|店)[在是:为]+|服务员|厨师|后厨|老师|教师|销售|前台|教练|店员|收银|顾问|门店|员工|护士|护工|导购|保育员|快递|骑手|司机"
)
_BUILDERS = re.compile(
    r"工地|施工|民工|包工|工头|班组|建筑|建设|装修|装饰|劳务|工程|项目|[瓦木焊漆架]工(?!资)|[木石瓦]匠|抹灰|钢筋|支模|混凝土|浇筑|粉刷|[刷砌抹贴盖铺挖拆搬焊]|防水|保温|外墙|幕墙|腻子|水电|消防|塔吊|吊车|挖机|安装|绿化|栽树|门窗|地暖|石材|桩|干活"
)

SURE_ADDRESS = 0.5
"""How sure the tagger must be of an address where no rule sees one."""

DOUBTED = 0.25
"""What a place loses where the tagger sees none."""

LEAST_MARKED = 0.3
"""How sure the tagger must be of a site where no rule sees one."""

SURE_MARK = 0.6
"""How sure it must be to move the bounds that a rule found."""

_NO_SITE = re.compile(
    r"(?:置业|公司|集团|劳务|派遣|[a-zA-Z]厂)$|^(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:号楼?|栋|幢|楼|期|标段?)$|^(?:[^一-龥]*共计|虚报|等|多?个)(?:工程|项目)$|^\d+万|^[A-Za-z]{0,4}-?\d+$"
)
_PARK = re.compile(r"(?:产业|工业|科技|物流|创业|火炬)园区?$")
_THAT_SITE = re.compile(rf"(?<=[一-龥]{{2}}){THAT_SITE}$")

_BUILT_THERE = re.compile(
    r"的?(?:工地|项目|工程|施工|在建|厂房|装修|绑|扎|支模|焊|[A-Za-z一二三四五六七八九十\d]{1,2}(?:期|标|区|栋|号楼)|土建|钢筋|木工|水电|消防|外墙|干活|做|盖|修|砌|抹|刷)"
)


def _bounds(text: str, span: tuple[int, int], regions: Sequence[Region]) -> tuple[int, int]:
    """A site's name without lead words, address and street, and with its section or phase."""
    start, end = span
    for match in _LEAD.finditer(text, start, end):
        if end - match.end() >= 2:
            start = match.end()
    if text[start] == "个" and start + 2 < end:
        start += 1  # 那|个锦悦城
    for _ in range(3):
        tail = _TAIL.match(text, end)
        end = tail.end() if tail else end
    for region in regions:
        if start < region.end < end and not _OF_A_LINE.fullmatch(text, start, region.start):
            start = region.end
    street = _STREET.match(text, start, end)
    if street and not _GENERIC.match(text[street.end() : end]):
        start = street.end()
    return start, end


_OF_A_LINE = re.compile(
    r"[GSX]\d{1,4}|[一-龥]{2,8}(?:高速|高铁|铁路|公路|国道|省道|[A-Za-z\d]标段?)"
)
"""Before the name of a city in that of a line: G107许昌绕城, 郑万高铁桐柏山隧道."""


def _likely(
    text: str, region: Region, projects: Sequence[Place], employers: Sequence[Named]
) -> float:
    """How likely an address is where the work was."""
    before, after = text[max(0, region.start - 5) : region.start], text[region.end :][:14]
    in_name = any(
        e.start <= region.start and region.end <= e.end for e in employers if e.role != "owner"
    )
    province = text[region.start : region.end].removesuffix("省") in _WHOLE_PROVINCES
    elsewhere = _NOT_THERE.search(text, max(0, region.start - 8), region.start)
    if in_name or province or elsewhere or _AUTHORITY.match(after):
        return 0.0
    at_site = any(
        region.end <= p.start <= region.end + 7 or p.start <= region.start < p.end
        for p in projects
    )
    signs = (
        (0.4, at_site),
        (0.3, _AT.search(before)),
        (0.25, any(e.start == region.end for e in employers)),
        (0.2, region.start <= 2),
        (0.1, _WORK.search(after)),
        (0.15, _SOME_FIRM.match(after)),
        (0.45, _IN_BRACKETS.match(text, region.start - 1) if region.start else None),
        (-0.3, _ORIGIN.match(after)),
        (-0.05, not region.county),
    )
    return max(0.0, min(0.35 + sum(weight for weight, seen in signs if seen), 0.95))
