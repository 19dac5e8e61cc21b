"""Vague words into projects, on the pilot's sample ledger and on a small made-up one."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from bot.district import load_district
from casework.ledger import Project, ProjectClass, SiteSearch
from nlu.site_search import MOST, THRESHOLD, ProjectSearch

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
    assert THRESHOLD <= by_contractor.score < 0.7


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
    assert all(THRESHOLD <= score <= 1.0 for score in scores)


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


def test_another_part_of_a_site_is_another_site() -> None:
    """Whoever says 二期 is never offered 一期, though every other word fits."""
    first, second = (
        Project(code=f"P{n}", name=f"安和苑{n}期", project_class=ProjectClass.PRIVATE)
        for n in "一二"
    )

    found = ProjectSearch([first, second]).find("安和苑2期那个工地")

    assert [second] == [match.project for match in found]
