"""Free words about a place, on the pilot's data."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.district import load_district
from casework.places import Located, locate

DISTRICT = load_district(Path(__file__).parents[2] / "district" / "jianxi").district


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("南昌路街道", "nanchanglu"),
        ("在南昌路口那个工地", "nanchanglu"),
        ("南 昌 路", "nanchanglu"),
        ("谷水西那边", "gongnong"),
        ("天津路和景华路交叉口", "tianjinlu"),
        ("武汉路建设路", "wuhanlu"),
        ("重庆路上海市场旁边", "chongqinglu"),
        ("我是栾川人，在长安路干活", "changanlu"),
        ("老板是四川老板，工地在周山路", "zhoushanlu"),
        ("河南砼岳建筑，珠江路", "zhujianglu"),
    ],
)
def test_a_place_inside(words: str, code: str) -> None:
    """Streets that carry the names of far cities are streets here."""
    assert Located(sub_district=code, outside=False) == locate(words, DISTRICT)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("洛龙区开元大道", "洛龙"),
        ("在郑州市干的活", "郑州"),
        ("天津的工地", "天津"),
        ("郑州，路边的工地", "郑州"),
        ("栾川县城", "栾川"),
        ("山西工地", "山西"),
        ("洛阳西工区", "西工区"),
        ("河南郑州", "郑州"),
        ("在长春干的活", "长春"),
    ],
)
def test_a_place_outside(words: str, place: str) -> None:
    """A place of another district or city is outside, and it is named."""
    assert Located(outside=True, outside_place=place) == locate(words, DISTRICT)


def test_a_long_road_leaves_several() -> None:
    """A road through several sub-districts gives candidates and no answer."""
    located = locate("建设路", DISTRICT)
    assert located.sub_district is None
    assert located.outside is False
    assert {"gongnong", "tianjinlu"} < set(located.candidates)


def test_inside_and_outside_at_once_is_open() -> None:
    """Two places that contradict each other are asked about, not chosen from."""
    located = locate("工地在南昌路，以前在郑州", DISTRICT)
    assert (
        located.sub_district,
        located.outside,
        located.candidates,
    ) == (None, None, ("nanchanglu",))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "不知道",
            "太原路",
            "上海饭店",
            "四川来的",
            "一个工地",
            "河南阳光建筑",
            "洛阳西工地",
        ),
        *("长春砖里二期", "武汉新苑"),
        *("涧河北岸", "幸福建设小区", "新安装的电梯", "四川恒达建筑公司的活", "福建某某劳务"),
    ],
)
def test_no_place_is_no_place(words: str) -> None:
    """Words without a place, or with a name that is something else, say nothing."""
    assert Located() == locate(words, DISTRICT)


def test_the_district_alone() -> None:
    """涧西 is inside, wherever that may be."""
    assert Located(outside=False) == locate("涧西工地", DISTRICT)
    assert Located(outside=False) == locate("洛阳市涧西区安置房", DISTRICT)


def test_a_place_that_the_plan_forgot() -> None:
    """A place in nobody's charge is told as such."""
    assert locate("孙旗屯南边", DISTRICT).unassigned == "孙旗屯"


@settings(deadline=None)  # a shared machine may stop for a moment
@given(words=st.text(max_size=60))
def test_any_words_are_answered(words: str) -> None:
    """No text breaks it; a sub-district that is named exists."""
    located = locate(words, DISTRICT)
    assert located.sub_district is None or located.sub_district in DISTRICT.sub_districts
    assert not (located.sub_district and located.candidates)
