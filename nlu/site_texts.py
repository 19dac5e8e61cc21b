"""What of a project is searched, and how people shorten it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from casework.directory import SubDistrict
from casework.ledger import FoundBy, Project
from nlu.gazetteer import HENAN_CITIES, OTHER_CITIES, PROVINCES

# How much a text says about which site is meant: a name is the site, a contractor has several.
WEIGHTS: Mapping[FoundBy, float] = {
    FoundBy.NAME: 1.0,
    FoundBy.SHORT_NAME: 1.0,
    FoundBy.ALIAS: 1.0,
    FoundBy.CONTRACTOR: 0.85,
    FoundBy.SUBCONTRACTOR: 0.85,
    FoundBy.OWNER: 0.8,
    FoundBy.ADDRESS: 0.75,
    FoundBy.SUB_DISTRICT: 0.65,
}

_FILLERS = re.compile(
    # What every site is called; taken out of the ledger's texts as well, so that both stay alike.
    r"工程项目|项目部|建筑工地|工地|项目|工程|施工现场|现场|示例"
    r"|股份有限公司|有限责任公司|有限公司|分公司|公司|集团|街道办事处|街道"
)
_CHATTER = re.compile(
    # What stands around a site's name in a sentence.
    r"那个|这个|那边|这边|那里|这里|旁边|附近|对面|路边|好像|应该|就是|不是|叫什么|叫做|什么"
    r"|给(?!水|排)|干活|打工|上班|做工|我们|他们|老板|包工头|承包的|盖的|修的|建的|我|在|的|叫|是|了|吧|啊|呢"
)
_CITIES = "|".join((*HENAN_CITIES, *OTHER_CITIES))
_NOT_A_ROAD = r"(?!路|街|大道|市场|广场)"
_NUMBER = r"([一二三四五六七八九十]+)"
_SHORT = tuple(
    (re.compile(long), short)
    for long, short in (
        (rf"第{_NUMBER}人民医院", r"\1院"),
        (rf"第{_NUMBER}医院", r"\1院"),
        (rf"第{_NUMBER}(?:实验)?小学", r"\1小"),
        (rf"第{_NUMBER}(?:初级|高级|实验)?中学", r"\1中"),
        (rf"第{_NUMBER}(?:实验)?幼儿园", r"\1幼"),
        (r"妇幼保健(?:院|中心)", "妇幼"),
        (r"职业技术学院", "职院"),
        (r"(?:行政审批|政务)(?:服务)?(?:中心|大厅)", "政务中心"),
        (r"棚户区改造", "棚改"),
        (r"城中村改造", "城改"),
        (r"污水处理厂", "污水厂"),
        (r"垃圾处理厂", "垃圾厂"),
        (r"管理委员会", "管委会"),
        (r"人民政府", "政府"),
        (r"人民法院", "法院"),
        (r"人民医院", "医院"),
        (rf"^(?:(?:{'|'.join(PROVINCES)})省?)?(?:(?:{_CITIES})市?)?{_NOT_A_ROAD}(?=\w\w)", ""),
        (r"^(\w\w)[区县]", r"\1"),
    )
)
"""How people here shorten the names of what is built: 涧西区第二人民医院 is 涧西二院."""

_SHORTENED: Mapping[FoundBy, FoundBy] = {
    FoundBy.NAME: FoundBy.SHORT_NAME,
    FoundBy.ALIAS: FoundBy.SHORT_NAME,
    FoundBy.CONTRACTOR: FoundBy.CONTRACTOR,
    FoundBy.SUBCONTRACTOR: FoundBy.SUBCONTRACTOR,
}
"""What is shortened, and what it is then. A firm without its city is the firm."""

_PART = re.compile(r"([一二三四五六七八九十]+)([期区标])")
_NOT_WORD = re.compile(r"[\W_]+")
_NUMERALS = str.maketrans("0123456789两", "零一二三四五六七八九二")


@dataclass(frozen=True, slots=True)
class SearchText:
    """A text of a project as it is compared, what it is, and how it stands in the ledger."""

    letters: str
    kind: FoundBy
    shown: str

    @property
    def weight(self) -> float:
        """How much it says about which site is meant."""
        return WEIGHTS[self.kind]


def texts_of(project: Project, sub_districts: Mapping[str, SubDistrict]) -> Iterator[SearchText]:
    """Everything by which people may call a project."""
    place = sub_districts.get(project.sub_district)
    rows = [
        (FoundBy.NAME, project.name),
        *((FoundBy.ALIAS, alias) for alias in project.aliases),
        (FoundBy.CONTRACTOR, project.general_contractor),
        *((FoundBy.SUBCONTRACTOR, firm) for firm in project.subcontractors),
        (FoundBy.OWNER, project.owner),
        (FoundBy.ADDRESS, project.address),
        (FoundBy.SUB_DISTRICT, place.name if place else ""),
    ]
    for kind, shown in rows:
        letters = _FILLERS.sub("", bare(shown))
        if letters:
            yield SearchText(letters, kind, shown)
        if kind in _SHORTENED and (short := shortened(letters)) != letters:
            yield SearchText(short, _SHORTENED[kind], shown)


def asked_for(words: str, longest: int) -> str:
    """The words without what stands around a site's name."""
    return _FILLERS.sub("", _CHATTER.sub("", bare(words)))[:longest]


def shortened(letters: str) -> str:
    """As people say it; a short name stays as it is."""
    for long, short in _SHORT:
        letters = long.sub(short, letters)
    return letters


def bare(text: str) -> str:
    """Letters and numerals only, in one spelling: 2期 and 二期 are the same."""
    return _NOT_WORD.sub("", plain(text)).translate(_NUMERALS)


def plain(text: str) -> str:
    """One width, one case."""
    return unicodedata.normalize("NFKC", text).casefold()


def parts(text: str) -> dict[str, str]:
    """Which part of a site is named: 二期 is ``{"期": "二"}``."""
    return {kind: n for n, kind in _PART.findall(plain(text).translate(_NUMERALS))}
