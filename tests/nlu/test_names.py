"""Employers, own names, projects and places. All names are made up."""

from datetime import date

import pytest

from casework.meaning import FactName
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter()


def sure(interpreter: LocalInterpreter, text: str, name: FactName) -> list[str]:
    return [str(f.value) for f in interpreter.read(text, ON).all(name) if f.confidence >= 0.5]


@pytest.mark.parametrize(
    ("text", "employers"),
    [
        ("投诉洛阳宏瑞建筑劳务有限公司拖欠工资", ["洛阳宏瑞建筑劳务有限公司"]),
        ("老板王建国欠我三万", ["王建国"]),
        ("包工头张伟跑了，钱没给", ["张伟"]),
        ("我跟着刘志强干活，他不给钱", ["刘志强"]),
        ("在嘉禾服装厂上班，厂里不发工资", ["嘉禾服装厂"]),
        ("洛龙区康禾食品公司不给员工发工资", ["康禾食品公司"]),
        ("河南省盛源集团建设有限公司欠薪，法人是赵宏亮", ["河南省盛源集团建设有限公司", "赵宏亮"]),
        ("公司叫永辉物流，欠我两个月工资", ["永辉物流"]),
        ("姓贺的包工头不给钱", ["姓贺的包工头"]),
        ("李老板欠我们工资", ["李老板"]),
        ("法定代表人：邱国平，欠薪200万", ["邱国平"]),
        ("欠我钱的叫刘大军", ["刘大军"]),
    ],
)
def test_employers(interpreter: LocalInterpreter, text: str, employers: list[str]) -> None:
    """Companies and persons, each without the words around them."""
    assert employers == sure(interpreter, text, FactName.EMPLOYER)


@pytest.mark.parametrize(
    "text",
    [
        "公司不给我发工资",
        "老板跑了",
        "包工头不给钱",
        "我去劳动局投诉过，法院也去了",
        "学校不给我工资",
        "能起诉公司吗",
        "分包老板说没钱",
        "在饭店干活没给钱",
        "我在厂里辛辛苦苦干了一年",
        "尊敬的李书记您好",
        "我的工友张三也没拿到钱",
    ],
)
def test_generic_words_are_no_names(interpreter: LocalInterpreter, text: str) -> None:
    """公司, 老板, 包工头, offices and officials are nobody's name."""
    assert [] == sure(interpreter, text, FactName.EMPLOYER)


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("在金禾城二期工地干活没给钱", "金禾城二期工地"),
        ("新安县清河镇的安居家园项目欠工资", "安居家园项目"),
        ("我在绿源花园三号楼刮大白", "绿源花园三号楼"),
        ("地铁9号线二标段拖欠工资", "地铁9号线二标段"),
    ],
)
def test_projects(interpreter: LocalInterpreter, text: str, project: str) -> None:
    """A named site or works."""
    found = sure(interpreter, text, FactName.PROJECT)
    assert found
    assert project.startswith(found[0]) or found[0].startswith(project)


@pytest.mark.parametrize("text", ["在工地干活没给钱", "这个项目欠工资", "我们工程完工了钱没给"])
def test_generic_sites(interpreter: LocalInterpreter, text: str) -> None:
    """工地 and 项目 alone name nothing."""
    assert [] == sure(interpreter, text, FactName.PROJECT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在涧西区南昌路干活没给钱", "涧西区南昌路"),
        ("新安县磁涧镇的工地拖欠工资", "新安县磁涧镇"),
        ("洛阳市洛龙区金禾城工地欠薪", "洛阳市洛龙区"),
        ("去新疆库尔勒给人家盖厂房没给钱", "新疆库尔勒"),
        ("在甘肃陇南的工地干活没给钱", "甘肃陇南"),
        ("跟老乡在山西晋城泽州县的煤矿砌墙，工钱没给", "山西晋城泽州县"),
        ("南乐县鼎兴木业欠俺工资", "南乐县"),
        ("在内黄县二安镇打井，工钱没给", "内黄县二安镇"),
        ("在焦作温县温泉度假村工地开塔吊没给钱", "焦作温县"),
        ("上蔡县八个月代课费何时发", "上蔡县"),
        ("电子厂中介拖欠工钱（济源）", "济源"),
        ("在郑州航空港区北港智慧物流园绑钢筋没给钱", "郑州航空港区"),
    ],
)
def test_locations(interpreter: LocalInterpreter, text: str, place: str) -> None:
    """Where the work was."""
    assert place in sure(interpreter, text, FactName.LOCATION)


def test_offices_are_no_place_of_work(interpreter: LocalInterpreter) -> None:
    """The district of the office that was visited is not where the work was."""
    assert [] == sure(interpreter, "我到伊川县劳动监察大队去过了", FactName.LOCATION)


def test_known_names_win() -> None:
    """A name of the ledger is found whole, with full confidence."""
    interpreter = LocalInterpreter(
        known_projects=["奇怪名字"],
        known_employers=["某某不像名字"],
        places=["七里河"],
        model=None,
    )
    meaning = interpreter.read("我在七里河奇怪名字干活，某某不像名字欠钱", ON)
    for name, value in (
        (FactName.PROJECT, "奇怪名字"),
        (FactName.EMPLOYER, "某某不像名字"),
        (FactName.LOCATION, "七里河"),
    ):
        fact = meaning.first(name)
        assert fact is not None
        assert value == fact.value


@pytest.mark.parametrize(
    "text", ["叫张三", "我叫李四", "我是王小明", "姓名：赵铁柱", "俺叫孙二虎"]
)
def test_own_name(interpreter: LocalInterpreter, text: str) -> None:
    """Who says how they are called is believed."""
    fact = interpreter.read(text, ON).first(FactName.PERSON_NAME)
    assert fact is not None
    assert text.endswith(str(fact.value))
    assert fact.confidence >= 0.8


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王建国", {FactName.EMPLOYER, FactName.PERSON_NAME}),
        ("就是王老板", {FactName.EMPLOYER}),
        ("金禾城二期", {FactName.PROJECT}),
        ("天源公司", {FactName.EMPLOYER}),
        ("南昌路那边", {FactName.LOCATION}),
    ],
)
def test_short_answers_have_candidates(
    interpreter: LocalInterpreter, text: str, names: set[FactName]
) -> None:
    """A bare name is offered to whichever question is open."""
    assert names <= {fact.name for fact in interpreter.read(text, ON).facts}


@pytest.mark.parametrize("text", ["好的", "不知道", "什么时候给钱", "12", "谢谢"])
def test_other_answers_have_none(interpreter: LocalInterpreter, text: str) -> None:
    """Yes, no and questions are no names."""
    assert not interpreter.read(text, ON).all(FactName.EMPLOYER)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("替我老公问一下", FactName.FAMILY, "husband"),
        ("我爱人在工地干活没拿到钱", FactName.FAMILY, "wife"),
        ("我父亲在工地看门，老板不给钱", FactName.FAMILY, "father"),
        ("我是班组长，带了15个人", FactName.FOREMAN, True),
        ("我是带班的", FactName.FOREMAN, True),
        ("我弟弟15岁在饭店打工不给钱", FactName.MINOR, 15),
        ("在工地干活", FactName.PLACE_KIND, "site"),
        ("在厂里上班", FactName.PLACE_KIND, "factory"),
        ("在饭店刷碗", FactName.PLACE_KIND, "shop"),
        ("送外卖的", FactName.PLACE_KIND, "other"),
        ("没签合同", FactName.CONTRACT, False),
        ("签了劳动合同", FactName.CONTRACT, True),
        ("老板打了欠条", FactName.IOU, True),
        ("老板不给打条子", FactName.IOU, False),
    ],
)
def test_parties(
    interpreter: LocalInterpreter, text: str, name: FactName, value: str | int
) -> None:
    """Who writes for whom, where they worked, and what there is in writing."""
    fact = interpreter.read(text, ON).first(name)
    assert fact is not None
    assert value == fact.value


def test_grown_children_are_no_child_workers(interpreter: LocalInterpreter) -> None:
    """A child at school is mentioned, not employed."""
    text = "孩子今年12岁上学等着用钱，老板不给工资"
    assert not interpreter.read(text, ON).all(FactName.MINOR)
