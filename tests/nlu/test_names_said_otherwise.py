"""Names and places as people of many trades write them, and words that are no names."""

import pytest

from casework.meaning import FactName, Meaning
from nlu.interpreter import LocalInterpreter
from tests.nlu.test_first_messages import DAY

INTERPRETER = LocalInterpreter()


def named(text: str, name: FactName) -> set[str]:
    """What stands in the text under that name."""
    meaning: Meaning = INTERPRETER.read(text, DAY)
    return {f.text for f in meaning.facts if f.name is name and f.confidence >= 0.5}


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        ("包工头老马还欠俺们五个人工钱", "老马"),
        ("给赵铁柱开铲车，两个月没给钱", "赵铁柱"),
        ("校长郭某某跑路了，工资没发", "郭某某"),
        ("老板叫钱大伟，欠我两个月工资", "钱大伟"),
        ("一个叫胖哥的包工头不给钱", "胖哥"),
        ("从富士康出来，最后一个月工资没发", "富士康"),
        ("在绿茵网咖上夜班，老板不发工资", "绿茵网咖"),
        ("门口的张记修车行，工资没给我", "张记修车行"),
        ("我是金苹果双语幼儿园的老师，四个月没发工资", "金苹果双语幼儿园"),
        ("劳务中介叫众联人力，不给钱", "众联人力"),
    ],
)
def test_an_employer_is_found(text: str, employer: str) -> None:
    """Nicknames, short shop names, brands that everybody knows."""
    assert employer in named(text, FactName.EMPLOYER)


@pytest.mark.parametrize(
    "text",
    [
        "给人盖钢构厂房，钱没给",
        "老板开服装厂的，欠我工资",
        "他开了个洗车店，欠我工资",
        "跟着他在中州西路的家属院干活，没给钱",
        "方便面厂的活，钱没给",
    ],
)
def test_what_is_built_or_run_is_no_name(text: str) -> None:
    """A trade is not a name."""
    assert set() == named(text, FactName.EMPLOYER)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("伊滨区李村镇科技大道南延工程，欠我们工资", "科技大道南延工程"),
        ("淇滨区钜桥镇107国道改扩建，不发工资", "107国道改扩建"),
        ("城关镇第二实验小学教学楼工程，没给钱", "第二实验小学教学楼工程"),
        ("鸣鹿新城棚户区改造三标段，不给工钱", "鸣鹿新城棚户区改造三标段"),
    ],
)
def test_a_site_is_found_whole(text: str, site: str) -> None:
    """With its street, its building and its section."""
    assert site in named(text, FactName.PROJECT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在嵩县车村镇干活没给钱", "嵩县车村镇"),
        ("地点栾川县庙子镇，工资没发", "栾川县庙子镇"),
        ("在涧西区牡丹广场旁边的饭店端菜，工资没发", "涧西区牡丹广场"),
        ("在湖南路那个工地干活，工资没发", "湖南路"),
    ],
)
def test_a_place_is_found(text: str, place: str) -> None:
    """Towns with 村 or 子 in their name, landmarks, a street that stands alone."""
    assert any(place in found for found in named(text, FactName.LOCATION))


def test_a_county_before_a_firm_is_no_part_of_its_name() -> None:
    """It says where the firm is."""
    text = "濮阳县禾墨苗圃园林工人工资何时能发？"
    assert {"禾墨苗圃园林"} == named(text, FactName.EMPLOYER)
    assert {"濮阳县"} == named(text, FactName.LOCATION)
