"""An invented but likely ledger of any size, and what workers make of its names.

Everything is drawn from a seed. No name, firm or place here means a real one.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from casework.ledger import Project, ProjectClass

_SUB_DISTRICTS = 11
_ROADS = (
    "中州西路",
    "建设路",
    "西苑路",
    "景华路",
    "联盟路",
    "丽春路",
    "南昌路",
    "长安路",
    "武汉路",
    "天津路",
    "珠江路",
    "太原路",
    "青岛路",
    "重庆路",
    "郑州路",
    "长春路",
    "湖北路",
    "江西路",
    "衡山路",
    "九都西路",
    "辽宁路",
    "安徽路",
    "黄河路",
    "秦岭路",
    "华山路",
    "嵩山路",
    "芳华路",
    "银川路",
    "吉林路",
    "河洛路",
    "瀛洲路",
    "龙鳞路",
)
_VILLAGES = (
    "同乐寨",
    "王府庄",
    "浅井头",
    "兴隆寨",
    "尤西",
    "符家屯",
    "后五龙沟",
    "南村",
    "王府沟",
    "遇驾沟",
    "三山",
    "东马沟",
    "小所",
    "大所",
    "史家屯",
)
_DISTRICTS = (
    "涧西区",
    "西工区",
    "洛龙区",
    "老城区",
    "瀍河区",
    "新安县",
    "宜阳县",
    "孟津区",
    "偃师区",
    "伊川县",
    "洛阳市",
)
_FIRST = "锦云珑观恒垣青星翠金澜辰雅书博瑞禾岳砼稷筑蔚岭镕川塬珩岱沐杉榆桐棠梧枫槿蕙芷苓茗沁涵漪泓渚沅湘岚峰岱峦"
_SECOND = "绣麓悦海安居禾河园科方湖山城香谐福泰华盛宏达兴隆鼎诚信源通顺昌和美佳润泽景源庭轩岸语境著序尚品"
_HOMES = (
    "苑",
    "府",
    "城",
    "园",
    "邸",
    "湾",
    "里",
    "家园",
    "华庭",
    "新城",
    "公馆",
    "花园",
    "小区",
    "名邸",
)
_NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Words for a site, and every project that a helpful colleague might point at."""

    noise: str
    words: str
    right: frozenset[str]


def ledger(size: int, seed: int = 2026) -> tuple[Project, ...]:
    """Projects whose names are made as names of projects are; no two alike."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret here
    firms = [_firm(dice) for _ in range(max(20, size // 3))]
    teams = [f"{_brand(dice)}{_brand(dice)[0]}劳务有限公司" for _ in range(max(20, size // 3))]
    projects: dict[str, Project] = {}
    while len(projects) < size:
        name, aliases = dice.choice(_KINDS)(dice)
        if name in projects:
            continue
        projects[name] = Project(
            code=f"N{len(projects) + 1:06d}",
            name=name,
            project_class=dice.choice([*ProjectClass]),
            sub_district=f"s{dice.randrange(_SUB_DISTRICTS)}",
            address=_address(dice),
            general_contractor=dice.choice(firms),
            subcontractors=(dice.choice(teams),),
            aliases=aliases,
            latitude=round(34.60 + 0.1 * dice.random(), 6),
            longitude=round(112.30 + 0.15 * dice.random(), 6),
        )
    return tuple(projects.values())


def _brand(dice: random.Random) -> str:
    return dice.choice(_FIRST) + dice.choice(_SECOND)


def _firm(dice: random.Random) -> str:
    kind = dice.choice(["建筑工程", "建设", "建设集团", "市政工程", "路桥", "装饰", "园林工程"])
    return f"{dice.choice(['河南', '洛阳', ''])}{_brand(dice)}{dice.choice(['', '泰', '宇'])}{kind}有限公司"


def _address(dice: random.Random) -> str:
    one, other = dice.sample(_ROADS, 2)
    side = dice.choice(["东", "西", "南", "北", "东南角", "西北角"])
    return dice.choice(
        [f"{one}与{other}交叉口{side}", f"{one}{dice.choice(['中段', '西段', '南段'])}"]
    )


def _homes(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    brand = _brand(dice) + dice.choice(["", dice.choice(_FIRST)])
    name = brand + dice.choice(_HOMES)
    part = dice.choice(["", f"{dice.choice(_NUMBERS[:5])}期"])
    what = dice.choice(["", "项目", "住宅小区项目", "商住项目"])
    return f"{name}{part}{what}", (f"{brand}{part}",)


def _resettled(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    village = dice.choice(_VILLAGES) + dice.choice(["", dice.choice(_SECOND) + "苑"])
    part = f"{dice.choice(_NUMBERS[:6])}{dice.choice(['期', '标段', '号地块'])}"
    return f"{village}城中村改造安置房{part}", (f"{village}安置房{part}",)


def _hospital(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    place, number = dice.choice(_DISTRICTS), dice.choice(_NUMBERS)
    what = dice.choice(["门诊综合楼", "住院部", "外科楼", "感染楼", "医技楼", "改扩建工程"])
    return f"{place}第{number}人民医院{what}", ()


def _school(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    place, number = dice.choice(_DISTRICTS), dice.choice(_NUMBERS)
    kind = dice.choice(["实验小学", "小学", "初级中学", "中学", "幼儿园"])
    what = dice.choice(["教学楼", "宿舍楼", "综合楼", "操场改造", "食堂", "新建工程"])
    return f"{place}第{number}{kind}{what}", ()


def _road(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    road, one, other = dice.sample(_ROADS, 3)
    what = dice.choice(
        ["道路改造工程", "雨污分流工程", "排水管网改造", "人行道提升", "快速化改造工程"]
    )
    return f"{road}（{one}至{other}）{what}", ()


def _works(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    brand = _brand(dice)
    kind = dice.choice(["智造产业园", "物流园", "科技园", "轴承", "重工", "新材料"])
    what = f"{dice.choice(_NUMBERS)}号{dice.choice(['厂房', '车间', '仓库', '研发楼'])}"
    return f"{brand}{kind}{what}建设项目", (f"{brand}{what}",)


def _office(dice: random.Random) -> tuple[str, tuple[str, ...]]:
    place, brand = dice.choice(_DISTRICTS), _brand(dice)
    kind = dice.choice(
        ["政务服务中心", "文化中心", "体育馆", "养老中心", "社区卫生服务中心", "商业广场", "大厦"]
    )
    return f"{place}{brand}{kind}", (f"{brand}{kind[-3:]}",)


_KINDS = (_homes, _homes, _homes, _resettled, _hospital, _school, _road, _works, _office)


# What workers make of a name.


def homophone(name: str, dice: random.Random) -> str:
    """Up to half of the characters in others of the same sound: speech recognition, haste."""
    letters = list(name)
    for at in dice.sample(range(len(letters)), max(1, len(letters) // 2)):
        same = [each for each in _same_sound().get(_sound(letters[at]), ()) if each != letters[at]]
        letters[at] = dice.choice(same) if same else letters[at]
    return "".join(letters)


@cache
def _sound(letter: str) -> str:
    return lazy_pinyin(letter)[0]


@cache
def _same_sound() -> dict[str, tuple[str, ...]]:
    """The everyday characters (GB 2312, first level) by their sound."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    for row in range(0xB0, 0xD8):
        for column in range(0xA1, 0xFF):
            try:
                letter = bytes((row, column)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            by_sound[_sound(letter)].append(letter)
    return {sound: tuple(letters) for sound, letters in by_sound.items()}


def dropped(name: str, dice: random.Random) -> str:
    """One character is missing."""
    at = dice.randrange(len(name))
    return name[:at] + name[at + 1 :]


def wrong(name: str, dice: random.Random) -> str:
    """One character is another, of any sound: read off a muddy board."""
    at = dice.randrange(len(name))
    return name[:at] + dice.choice(dice.choice([*_same_sound().values()])) + name[at + 1 :]


def truncated(name: str, _: random.Random) -> str:
    """Only the first two thirds are remembered."""
    return name[: max(4, len(name) * 2 // 3)]


def reordered(name: str, dice: random.Random) -> str:
    """The parts change places."""
    at = dice.randrange(2, max(3, len(name) - 1))
    return name[at:] + name[:at]


def in_a_sentence(name: str, dice: random.Random) -> str:
    """The name stands in the middle of a sentence."""
    return dice.choice(["我们在{}那个工地干活的", "就是{}那边的工地", "{}，我在那里打工"]).format(
        name
    )


_SLIPS: dict[str, Callable[[str, random.Random], str]] = {
    "homophone": homophone,
    "dropped": dropped,
    "wrong character": wrong,
    "truncated": truncated,
    "reordered": reordered,
    "sentence": in_a_sentence,
}

_ABBREVIATED = (
    ("初级中学", "中"), ("实验小学", "小"), ("人民医院", "院"), ("幼儿园", "幼"), ("小学", "小"), ("中学", "中"),
)  # fmt: skip


def abbreviated(name: str) -> str | None:
    """涧西二院门诊综合楼 of 涧西区第二人民医院门诊综合楼; None where nobody would shorten."""
    for long, short in _ABBREVIATED:
        if f"{long}" in name and "第" in name:
            place, _, rest = name.partition("第")
            return f"{place[:2]}{rest[0]}{short}{rest[1 + len(long) :]}"
    return None


def firm_as_said(firm: str) -> str:
    """A firm without what only its stamp says."""
    for word in ("河南", "洛阳", "有限公司", "集团", "工程"):
        firm = firm.replace(word, "")
    return firm


def asked(projects: tuple[Project, ...], each: int, seed: int = 7) -> Iterator[Asked]:
    """``each`` questions of every kind of noise."""
    dice = random.Random(seed)  # noqa: S311 - nothing is kept secret here
    like = _fitting(projects)
    for noise, slip in _SLIPS.items():
        for project in dice.sample(projects, each):
            said = slip(project.name.removesuffix("项目"), dice)
            yield Asked(noise=noise, words=said, right=like(noise, project, said))
    yield from _by_alias(projects, each, dice)
    yield from _by_firm(projects, each, dice)
    yield from _by_road(projects, each, dice)
    yield from _by_abbreviation(projects, each, dice)


def _fitting(projects: tuple[Project, ...]) -> Callable[[str, Project, str], frozenset[str]]:
    """Who only remembers the beginning means any project that begins so, if there are few."""

    def right(noise: str, project: Project, said: str) -> frozenset[str]:
        if noise != "truncated":
            return frozenset({project.code})
        alike = [each.code for each in projects if each.name.startswith(said)]
        return frozenset(alike)

    return right


def _by_alias(projects: tuple[Project, ...], each: int, dice: random.Random) -> Iterator[Asked]:
    named: dict[str, set[str]] = defaultdict(set)
    for project in projects:
        for alias in project.aliases:
            named[alias].add(project.code)
    for alias in dice.sample(sorted(named), min(each, len(named))):
        yield Asked(noise="alias", words=in_a_sentence(alias, dice), right=frozenset(named[alias]))


def _by_firm(projects: tuple[Project, ...], each: int, dice: random.Random) -> Iterator[Asked]:
    sites: dict[str, set[str]] = defaultdict(set)
    for project in projects:
        sites[firm_as_said(project.general_contractor)].add(project.code)
    for firm in dice.sample(sorted(sites), min(each, len(sites))):
        yield Asked(noise="contractor", words=f"给{firm}干活", right=frozenset(sites[firm]))


def _by_road(projects: tuple[Project, ...], each: int, dice: random.Random) -> Iterator[Asked]:
    """The road of the address and what the firm is called: neither alone would do."""
    for project in dice.sample(projects, each):
        road = project.address.partition("路")[0] + "路"
        firm = firm_as_said(project.general_contractor)[:3]
        right = frozenset(
            other.code
            for other in projects
            if road in other.address and firm in other.general_contractor
        )
        yield Asked(noise="road and firm", words=f"{road}{firm}的工地", right=right)


def _by_abbreviation(
    projects: tuple[Project, ...], each: int, dice: random.Random
) -> Iterator[Asked]:
    short = [(project, said) for project in projects if (said := abbreviated(project.name))]
    for project, said in dice.sample(short, min(each, len(short))):
        yield Asked(noise="abbreviation", words=said, right=frozenset({project.code}))
