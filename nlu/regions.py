"""A reader of administrative addresses: 新安县清河镇东岭村."""

import re
from dataclasses import dataclass, field

from nlu.gazetteer import HENAN_CITIES, HENAN_COUNTIES, OTHER_CITIES, PROVINCES, counties
from nlu.one_of import one_of

_HAN = r"[一-龥]"
_BELOW_PROVINCE = r"(?:市|(?:[一-龥]{1,4}族){0,3}自治州|州(?!市|县|区)|盟|地区)?"
"""What a city's or a prefecture's name may end with, or not."""

_BAD = "的了在是我俺咱恁你他她们给被和跟与向把到去从来就这那哪有没不欠个一二三四五六七八九十几某该本各每全整市县区省村镇乡为于至劳投举反请求恳咨住做干来诉报告叫厂司板名子同邻农外儿"


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative address in the plain text, such as 新安县清河镇东岭村.

    ``local`` is where the first part below the city begins, or ``end``.
    """

    start: int
    end: int
    local: int

    @property
    def county(self) -> bool:
        """Whether it names a district, a county or something smaller."""
        return self.local < self.end


_BAD_IN_TOWNS = "".join(char for char in _BAD if char not in "村子")
"""李村镇, 庙子镇."""


@dataclass(slots=True)
class Regions:
    """Reads administrative addresses; ``places`` are further names known to the district."""

    places: tuple[str, ...] = ()
    _pattern: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        cities = [*HENAN_CITIES, *OTHER_CITIES]
        here = [*HENAN_COUNTIES, *(place for place in self.places if place[-1] in "区县市")]
        known_counties = [*here, *counties()]
        short = [
            name[:-1]
            for name in here
            if len(name) == 3 and name[-1] in "区县市" and name[:-1] not in _AMBIGUOUS
        ]
        name = rf"(?![年月日号])(?:(?![{_BAD}]){_HAN}){{1,4}}?"
        county = rf"(?:{one_of(known_counties)}|(?:{one_of(short)})(?![一-龥]{{0,1}}(?:公司|集团|路|街))|(?:(?<![一-龥])|(?<=[在到去于]))(?!地[点址]|承建|位于|坐落|家住|户籍|现住|工地|反[映应]|目前)(?:{name})(?:县|(?<![小社园厂校景库矿片院])区|旗)|(?<=市)(?:{name})(?:县|区|市)|(?<=省)(?:{name})县)"
        plainly = rf"(?![年月日号])(?:(?![{_BAD_IN_TOWNS}]){_HAN}){{1,4}}?"
        counted = (
            rf"(?<=[县区市])[一二两三四五六七八九十](?:(?![{_BAD_IN_TOWNS}]){_HAN}){{1,3}}?(?=镇)"
        )
        town = rf"(?:{plainly}|{counted})"
        towns = [place for place in self.places if place[-1] in "镇乡"]
        known = rf"{one_of(towns)}|" if towns else ""
        village = rf"(?:{known}{town}(?:(?<![小古])镇(?!平县)|(?<!老)乡(?!亲|下|里|村民|镇|市|县)|街道(?:办事处)?|办事处|新区|工业园区?|产业集聚区|工业区|示范区|开发区))?(?:{name}(?:(?<!城中)(?<!度假)村(?!民|委|里|长|支|镇|工地|项目|小区|安置)|社区(?!服务))(?:\d{{1,2}}组|[一二三四五六七八九十]组)?)?"
        heads = "".join({word[0] for word in (*PROVINCES, *cities, *known_counties, *short)})
        self._pattern = re.compile(
            rf"(?=[{heads}]|{_HAN}{{1,5}}?[县区旗市镇乡街办村社新工产示开])(?:(?:{one_of(PROVINCES)})(?![东西南北中]?(?:路|街|大道))(?:省|市|(?:壮族|回族|维吾尔)?自治区)?)?"
            rf"(?:(?:{one_of(cities)})(?![东西南北中]?(?:路|街|大道)|县){_BELOW_PROVINCE}|(?<=省){name}市(?!场|民|政|里|内|人)|(?<![一-龥]){name}市(?!场|民|政|里|内|人))?"
            rf"(?:(?<=河南|湖南|河北|湖北|陕西|山西|山东|四川|江苏|浙江|安徽|江西|甘肃|广东|广西|云南|贵州|福建|辽宁|吉林){name}县|{county})?(?:{village})?"
        )

    def find(self, text: str) -> list[Region]:
        """Every address of a text, none overlapping another."""
        return [
            Region(match.start(), match.end(), _local(text, match))
            for match in self._pattern.finditer(text)
            if match.end() - match.start() >= 2
        ]


_AMBIGUOUS = {
    "新华",
    "解放",
    "中原",
    "红旗",
    "文峰",
    "新野",
    "湖滨",
    "老城",
    "鼓楼",
    "北关",
    "建安",
    "平桥",
    "中站",
    "马村",
    "上街",
    "山城",
    "龙安",
    "高新",
    "开发",
    "经开",
    "西平",
    "西华",
    "博爱",
    "新安",
    "睢阳",
    "安阳",
    "新乡",
    "濮阳",
}
_TOP = re.compile(
    rf"(?:(?:{one_of(PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?)?(?:(?:{one_of([*HENAN_CITIES, *OTHER_CITIES])}){_BELOW_PROVINCE}|[一-龥]{{2,4}}?市(?=.))?"
)


def _local(text: str, match: re.Match[str]) -> int:
    top = _TOP.match(text, match.start(), match.end())
    return top.end() if top else match.start()
