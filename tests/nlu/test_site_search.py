"""Vague words into projects, on the pilot's sample ledger and on a small made-up one."""

import random
import time
from collections.abc import Callable
from itertools import groupby
from math import cos, hypot, radians
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from bot.district import load_district
from casework.ledger import FoundBy, Project, ProjectClass, SiteSearch
from casework.site_matches import MOST, OFFERED, certain
from nlu.site_search import ProjectSearch
from nlu.site_sounds import Sounds
from tests.nlu.site_noise import asked, ledger

LOADED = load_district(Path(__file__).parents[2] / "district" / "jianxi")
LEDGER = LOADED.sample_projects
SEARCH: SiteSearch = ProjectSearch(LEDGER, LOADED.district.sub_districts)


def found(words: str) -> list[str]:
    return [match.project.name for match in SEARCH.find(words)]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("锦绣涧河二期", "锦绣涧河二期"),
        ("我在锦绣二期那个工地干活", "锦绣涧河二期"),
        ("金秀剑河2期", "锦绣涧河二期"),
        ("二期锦绣涧河", "锦绣涧河二期"),
        ("常安沐邸三号楼", "长安沐邸"),
        ("铁元仓库", "铁塬物流仓储中心"),
        ("同乐寨那边的安置房", "安居新苑安置房一期"),
        ("上海市场那个商场", "珑悦星街商业中心"),
        ("雅筑", "汉原雅筑"),
        ("谷水地铁", "轨道谷水车辆段配套工程"),
    ],
)
def test_words_of_a_worker(words: str, name: str) -> None:
    """What a worker writes about a site finds it first."""
    assert name == found(words)[0]


def test_two_hints_beat_one() -> None:
    """The road and the contractor together go before a project that only has the road's name."""
    assert {"锦绣涧河一期", "锦绣涧河二期"} == set(found("南昌路禾垚的工地")[:2])


@pytest.mark.parametrize("typed", ["P132", "p132", "Ｐ１３２", "P 132", "p-132", "就是p132那个"])
def test_a_typed_code_is_the_answer(typed: str) -> None:
    """The code of the poster at the gate needs no guessing."""
    matches = SEARCH.find(typed)
    assert [(match.project.code, match.score) for match in matches] == [("P132", 1.0)]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("我在P132干，老板欠我两万", ["P132"]),
        ("p101和P 103", ["P101", "P103"]),
        ("P101 P102 P103 P104", ["P101", "P102", "P103"]),
        ("P132P132，P132", ["P132"]),
        ("编号JX-2026/031", ["JX-2026/031"]),
        ("410305-2026-17 那个", ["410305-2026-17"]),
        ("410305202617", []),
        ("12", []),
        ("十二", []),
        ("我的案件 JX2026-0000132-7", []),
        ("P9999", []),
        ("AP132", []),
        ("编号Pl32，欠我两万", ["P132"]),
        ("P1O1", ["P101"]),
        ("Q50那边", []),
        ("q5o那边", ["Q5O"]),
        ("13812345678", []),
        ("", []),
    ],
)
def test_codes_that_stand_in_a_message(words: str, codes: list[str]) -> None:
    """Wherever they stand; a number, a telephone or a case's number is none."""
    odd = [
        Project(code=code, name=code, project_class=ProjectClass.PRIVATE)
        for code in ("JX-2026/031", "410305-2026-17", "12", "JX2026", "QS0", "Q5O")
    ]
    search: SiteSearch = ProjectSearch((*LEDGER, *odd))
    assert codes == [project.code for project in search.coded(words)]


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "🙂", "。，！？", "x" * 4096, "查无此项" * 1000, "P999"),
        *("工地", "那个项目", "不知道", "万达广场", "碧桂园", "老板叫张三", "劳务公司"),
        "欠我两万八工资不给",
    ],
)
def test_strangers_are_not_found(words: str) -> None:
    """Words that name no project of the ledger find none."""
    assert not SEARCH.find(words)


def test_a_score_is_shared_by_those_that_fit_alike() -> None:
    """A contractor with several sites is less sure than a site's own name."""
    by_name, by_contractor = SEARCH.find("锦绣涧河二期")[0], SEARCH.find("禾垚建筑")[0]
    assert by_name.score == 1.0
    assert OFFERED <= by_contractor.score < 0.7


def test_an_empty_ledger() -> None:
    """Before the first import nothing is found, and nothing breaks."""
    assert not ProjectSearch(()).find("锦绣涧河二期")


@given(words=st.text(max_size=60))
def test_any_words_are_answered(words: str) -> None:
    """No text breaks the search; scores are honest numbers, best first, at most three."""
    matches = SEARCH.find(words)
    scores = [match.score for match in matches]
    assert len(scores) <= MOST
    assert scores == sorted(scores, reverse=True)
    assert all(OFFERED <= score <= 1.0 for score in scores)


# One slip each, as speech recognition, haste and a bad memory make them.

SAME_SOUND: dict[str, str] = {}
for (
    letter
) in "涧见锦金绣秀安按苑院置制房防路陆河和长常城程园元府付山杉桥乔阳扬公工馆管中钟学雪医一":
    SAME_SOUND.setdefault(lazy_pinyin(letter)[0], "")
    SAME_SOUND[lazy_pinyin(letter)[0]] += letter


def homophone(name: str, dice: random.Random) -> str:
    """Every second character in another spelling of the same sound, where one is known."""
    sounds = lazy_pinyin(name)
    letters = [
        dice.choice(SAME_SOUND.get(sound, letter))
        for letter, sound in zip(name, sounds, strict=True)
    ]
    return "".join(b if n % 2 else a for n, (a, b) in enumerate(zip(name, letters, strict=True)))


def dropped(name: str, dice: random.Random) -> str:
    """One character is missing."""
    place = dice.randrange(len(name))
    return name[:place] + name[place + 1 :]


def truncated(name: str, _: random.Random) -> str:
    """Only the first two thirds are remembered."""
    return name[: max(3, len(name) * 2 // 3)]


def reordered(name: str, _: random.Random) -> str:
    """The halves change places."""
    return name[len(name) // 2 :] + name[: len(name) // 2]


def in_a_sentence(name: str, _: random.Random) -> str:
    """The name stands in the middle of a sentence."""
    return f"我们在{name}那个工地干活的"


SLIPS = [homophone, dropped, truncated, reordered, in_a_sentence]


@pytest.mark.parametrize("slip", SLIPS)
def test_names_with_a_slip(slip: Callable[[str, random.Random], str]) -> None:
    """At least 95 of 100 names that carry one slip are right among the three."""
    dice = random.Random(2026)  # noqa: S311 - nothing is kept secret here
    wrong = [
        (project.name, said)
        for project in LEDGER
        for said in (slip(project.name, dice) for _ in range(3))
        if project.name not in found(said)
    ]
    assert len(wrong) <= 0.05 * 3 * len(LEDGER), wrong


def test_nicknames() -> None:
    """At least 95 of 100 nicknames are right among the three, with a slip or without."""
    dice = random.Random(7)  # noqa: S311 - nothing is kept secret here
    asked = [
        (project, said)
        for project in LEDGER
        for alias in project.aliases
        for said in (alias, in_a_sentence(alias, dice), homophone(alias, dice))
    ]
    wrong = [(p.name, said) for p, said in asked if p.name not in found(said)]
    assert len(wrong) <= 0.05 * len(asked), wrong


def test_the_contractor_only() -> None:
    """Whoever names only the general contractor is shown sites of that contractor."""
    for company in {project.general_contractor for project in LEDGER}:
        short = company.removeprefix("河南").removeprefix("洛阳").removesuffix("有限公司")
        matches = SEARCH.find(f"给{short}干活")
        assert matches, short
        assert all(
            company in (match.project.general_contractor, *match.project.subcontractors)
            for match in matches
        )


def test_a_large_ledger_answers_at_once() -> None:
    """Five thousand projects: the index is built once and a question takes a few milliseconds."""
    dice = random.Random(5)  # noqa: S311 - nothing is kept secret here
    letters = "锦绣云麓珑悦观澜长安博雅恒垣安居青禾星河翠园金科东方西湖南山北辰书香和谐幸福"
    ledger = [
        Project(
            code=f"Q{number}",
            name="".join(dice.choices(letters, k=5)) + dice.choice(["一期", "二期", "三期"]),
            project_class=ProjectClass.PRIVATE,
        )
        for number in range(5_000)
    ]
    search = ProjectSearch(ledger)
    asked = dice.sample(ledger, 50)
    before = time.perf_counter()
    right = sum(
        project in [match.project for match in search.find(dropped(project.name, dice))]
        for project in asked
    )
    assert right >= 48
    assert (time.perf_counter() - before) / len(asked) < 0.1


INVENTED = ledger(1_500)
BIG: SiteSearch = ProjectSearch(INVENTED)
NOISES = {noise: [*rows] for noise, rows in groupby(asked(INVENTED, 40), lambda each: each.noise)}


@pytest.mark.parametrize("noise", NOISES)
def test_noise_on_an_invented_ledger(noise: str) -> None:
    """Of every kind of noise, at least 95 of 100 have the right project among the three."""
    wrong = [
        each.words
        for each in NOISES[noise]
        if each.right.isdisjoint(match.project.code for match in BIG.find(each.words))
    ]
    assert len(wrong) <= 0.05 * len(NOISES[noise]), wrong


def test_what_is_taken_unasked_is_right() -> None:
    """Whatever goes into the read-back unasked is the project meant: a wrong one costs trust."""
    taken = [
        (each.words, match.project.code in each.right)
        for rows in NOISES.values()
        for each in rows
        if (match := certain(BIG.find(each.words)))
    ]
    assert len(taken) > 100
    assert sum(right for _, right in taken) >= 0.99 * len(taken), taken


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("涧西二院门诊楼", "涧西区第二人民医院门诊楼"),
        ("涧西区第二人民医院门诊楼", "涧西二院门诊楼"),
        ("二院门诊楼那个工地", "洛阳市第二人民医院门诊楼"),
        ("涧西三小", "涧西区第三实验小学教学楼"),
        ("政务中心", "涧西区政务服务中心"),
        ("东马沟棚改", "东马沟棚户区改造项目"),
    ],
)
def test_abbreviations(said: str, written: str) -> None:
    """People shorten what offices write out, and sometimes the other way round."""
    others = ("涧西区第四人民医院住院部", "涧西区第六中学操场", "王府庄安置房一期")
    names = (*others, written)
    search = ProjectSearch(
        Project(code=f"A{n}", name=name, project_class=ProjectClass.PRIVATE)
        for n, name in enumerate(names)
    )
    assert written == search.find(said)[0].project.name


@pytest.mark.parametrize(
    ("words", "found_by", "text"),
    [
        ("P132", FoundBy.CODE, "P132"),
        ("锦绣涧河二期", FoundBy.NAME, "锦绣涧河二期"),
        ("周山医院工地", FoundBy.ALIAS, "周山医院工地"),
        ("河南砼岳", FoundBy.CONTRACTOR, "河南砼岳建筑工程有限公司"),
        ("牡丹广场南侧", FoundBy.ADDRESS, "牡丹广场南侧"),
        (
            "南昌路禾垚",
            FoundBy.SEVERAL,
            "河南禾垚建筑工程有限公司 + 南昌路与丽春路交叉口 + 南昌路街道",
        ),
    ],
)
def test_why_a_project_was_found(words: str, found_by: FoundBy, text: str) -> None:
    """A match says what of the project fits."""
    match = SEARCH.find(words)[0]
    assert (found_by, text, False) == (match.found_by, match.text, match.by_sound)


def test_a_sound_says_so() -> None:
    """Characters that only sound alike are marked, and are less sure."""
    match = SEARCH.find("金秀剑河二期")[0]
    assert match.by_sound
    assert match.score < 1.0


def test_the_nearest_within_a_kilometre() -> None:
    """A shared place finds what is near, the nearest first, with the metres."""
    at_the_gate = SEARCH.near(34.6565, 112.3775)
    assert ("P101", 0, FoundBy.DISTANCE) == (
        at_the_gate[0].project.code,
        at_the_gate[0].metres,
        at_the_gate[0].found_by,
    )
    metres = [match.metres for match in at_the_gate if match.metres is not None]
    assert sorted(metres) == metres
    assert len(metres) <= MOST
    assert max(metres) <= 1000


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(34.0, 112.0), (0.0, 0.0), (90.0, 180.0), (-91.0, 10.0), (34.65, 400.0), (float("nan"), 1.0)],
)
def test_nothing_near(latitude: float, longitude: float) -> None:
    """Far away, at a pole, or at a place that is none: no project is forced on anybody."""
    assert not SEARCH.near(latitude, longitude)


@given(
    north=st.floats(34.5, 34.8),
    east=st.floats(112.2, 112.6),
    other_north=st.floats(-0.02, 0.02),
    other_east=st.floats(-0.02, 0.02),
)
def test_the_grid_forgets_nobody(
    north: float, east: float, other_north: float, other_east: float
) -> None:
    """Whatever lies within a kilometre is found, on whichever side of a cell's border."""
    site = Project(
        code="G1",
        name="某处",
        project_class=ProjectClass.PRIVATE,
        latitude=north + other_north,
        longitude=east + other_east,
    )
    across = 111_195 * other_east * cos(radians(north))
    metres = hypot(111_195 * other_north, across)
    assume(abs(metres - 1000) > 5)
    assert (metres < 1000) == bool(ProjectSearch([site]).near(north, east))


@given(letters=st.text(alphabet="长安重庆行长乐涧禾abc一", min_size=1, max_size=12))
def test_a_syllable_is_one_letter(letters: str) -> None:
    """Sounds are as long as what they are the sounds of, and the same each time."""
    sounds = Sounds()
    assert len(letters) == len(sounds.of(letters))
    assert sounds.of(letters) == sounds.of(letters)


def test_another_part_of_a_site_is_another_site() -> None:
    """Whoever says 二期 is never offered 一期, though every other word fits."""
    first, second = (
        Project(code=f"P{n}", name=f"安和苑{n}期", project_class=ProjectClass.PRIVATE)
        for n in "一二"
    )

    found = ProjectSearch([first, second]).find("安和苑2期那个工地")

    assert [second] == [match.project for match in found]
