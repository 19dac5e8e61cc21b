"""Where the work was: the address of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlu import site_words as words
from nlu.gazetteer import PROVINCES
from nlu.named import Named, keep
from nlu.one_of import any_of
from nlu.regions import Region
from nlu.spots import Place, doubted
from nlu.tagger import NO_MARKS, Marks

_DETAIL = re.compile(
    r"(?:[一-龥A-Za-z0-9]{1,8}?(?:大道|(?<![铁公修跑])路|街|巷)(?:与[一-龥]{1,5}?(?:路|街|大道))?(?:交叉口|交汇处|口)?(?:\d{1,4}号)?(?:附近|旁边|对面)?)?"
    r"(?:(?:(?![在给到是的])[一-龥]){2,5}?(?:广场|市场|公园|景区|车站|高铁站|产业园|工业园|物流园|科技园|园区|集聚区|体育中心|体育场|百货楼|批发城|火炬园|大桥|立交桥|十字|转盘|花坛|学院|大学)(?!街道|项目|工程|工地|[一二三四五六七八九十\d]期))?(?:(?:(?![在给到是的])[一-龥]){2,5}?(?=附近|旁边|对面|门口))?"
    r"(?:[一-龥]{2,6}(?=\d{1,3}(?:栋|号楼|幢)))?(?:\d{1,3}(?:栋|号楼|幢))?(?:\d{1,2}单元)?(?:\d{1,5}(?:室|号))?"
)

_FLOOR = re.compile(
    r"(?:[一-龥A-Za-z]{2,8}?(?:大厦|中心|广场|大楼|商城|国际|产业园|软件园|科技园|步行街|市场))?(?:写字楼|商务楼)?"
    r"(?:[A-Za-z]座|\d{1,2}号楼|[东西南北]塔)?(?:\d{1,2}(?:楼|层))?(?:\d{3,4}室?)?"
)
"""The building and the floor of a firm's office."""

_WHOLE_PROVINCES = frozenset(PROVINCES) - {"北京", "天津", "上海", "重庆"}

_CROSSING = re.compile(
    r"(?:(?![在去到从于和与跟])[一-龥]){2,4}?(?:路|街|大道)(?:与|和|跟)(?:(?![在去到从于])[一-龥]){2,4}?(?:路|街|大道)(?:交叉口|交汇处|路口|口)?(?:附近|旁边)?"
)
_AUTHORITY = re.compile(
    r"\s?(?:[一-龥]{0,4}?)(?:劳动(?:局|监察|保障|部门|仲裁)|监察|人社|法院|检察|政府|派出所|公安|信访|仲裁|住建|城建|管委会|街道办(?!事处.{0,6}工地)|工商|税务|社保局|司法|教育局|交通局|人民(?:法院|政府)|援助中心|县委|区委|市委|领导|县长|区长|市长|镇长|书记|卫视|电视台|频道)"
)
_ORIGIN = re.compile(
    r"(?:的)?(?:\d{1,3}(?:[位名]|个(?!月|多月|来月))|(?!的?一个)[一二两三四五六七八九十]{1,3}(?:[位名]|个(?!月|多月|来月))|农民工|民工|人(?!民)|籍|老家|户口|村民|老乡)|的(?=[,，。]|$)|(?:过来|来|出来)的"
)
_AT = re.compile(
    r"(?:在|位于|来到|(?<![出起下上过])来|进入|地址[是:：]?|地点[是:：]?|到|去|于|工地在|坐落)(?:了)?$"
)
_SOME_FIRM = re.compile(r"的?一(?:家|个)[一-龥]{0,6}[厂店司矿场]")
_IN_BRACKETS = re.compile(r"[（(【\[][一-龥]+[）)】\]]$")
"""富士来电子厂拖欠工价(济源)."""

_WORK = re.compile(r"干活|做工|打工|务工|施工|工地|项目|工程|上班|干了|盖楼|装修|做")


@dataclass(slots=True)
class Places:
    """Finds addresses; known places of the district win."""

    known: tuple[str, ...] = ()
    _landmark: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._landmark = any_of(self.known)

    def find(
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
            keep(found, [Place(*match.span(), 0.6)])
        taken = [(e.start, e.end) for e in employers]
        for match in self._landmark.finditer(text) if self._landmark else ():
            if sure := _landmark(text, match, taken):
                keep(found, [Place(*match.span(), sure)])
        gone_to = {r.start for r in regions if _AT.search(text, max(0, r.start - 4), r.start)}
        found = [p if p.start in gone_to else doubted(p, "location", marks) for p in found]
        found = _with_addresses(text, found, names, marks)
        return sorted(found, key=lambda place: place.start)

    def _detailed(
        self, text: str, region: Region, projects: Sequence[Place], employers: Sequence[Named]
    ) -> int:
        """The end of the address with its street and house number, or a known landmark."""
        match = _DETAIL.match(text, region.end)
        known = self._landmark.match(text, region.end) if self._landmark else None
        end = max(found.end() if found else region.end for found in (match, known))
        if words.PARK.search(text, region.end, end) and words.BUILT_THERE.match(text, end):
            end = region.end  # 航空港区北港智慧物流园绑钢筋: what is built there
        offices = (p for p in projects if p.worked_in and p.start in (region.end, end))
        end = max([end, *(p.end for p in offices)])
        if words.OFFICE_OF.search(text, max(0, region.start - 8), region.start):
            floor = _FLOOR.match(text, end)
            end = floor.end() if floor else end
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

_ROUTE = re.compile(r"的?(?:专线|线路|线(?=[,，。\s]|$))")
"""跑郑州到乌鲁木齐专线: where a driver goes."""

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


SURE_ADDRESS = 0.5
"""How sure the tagger must be of an address where no rule sees one."""


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
    if in_name or province or elsewhere or _AUTHORITY.match(after) or _ROUTE.match(after):
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
