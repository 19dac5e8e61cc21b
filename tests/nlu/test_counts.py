"""People and months."""

from datetime import date

import pytest

from casework.meaning import CountRange, FactName
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter(model=None)


def best(interpreter: LocalInterpreter, text: str, name: FactName) -> tuple[float, float] | None:
    fact = interpreter.read(text, ON).first(name)
    if fact is None or fact.confidence < 0.5:
        return None
    assert isinstance(fact.value, CountRange)
    return fact.value.low, fact.value.high


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("欠我们12个人的工资", 12),
        ("全班一共有20人", 20),
        ("欠着40多位员工的工资", 40),
        ("还有47名农民工没拿到钱", 47),
        ("我们哥仨的钱没给", 3),
        ("我们俩都没拿到工资", 2),
        ("二十多个工友", 20),
        ("就我一个人", 1),
        ("工人近50人", 50),
        ("我们班组一共15人", 15),
        ("带着七八个老乡干的，一共10个人没拿到钱", 10),
        ("12 people have not been paid", 12),
        ("就俺爷俩", 2),
        ("娘仨都在后厨", 3),
        ("走了三个 还剩九个没结", 9),
        ("俺两家来了八口人干活，都没发", 8),
        ("二十好几个人哩", 20),
        ("三个保安一个厨子 四个人的工资", 4),
        ("幼儿园有九个班 老师十一个没拿到工资", 11),
        ("这墙是我一个刷的", 1),
        ("木工6人瓦工5人 一共十一个", 11),
        ("木工8个、瓦工12个，总共20人", 20),
        ("班组拢共十八号人", 18),
        ("我们爷儿俩都没拿到", 2),
        ("我俩的钱没给", 2),
        ("连带班的一块儿十四个", 14),
        ("俺们村里来了七个，都是泥瓦匠", 7),
        ("原来有二十个，走了五个，现在剩十五个没拿到钱", 15),
        ("我们这拨人七十上下", 70),
        ("一百挂零的工人都没领到", 100),
        ("欠薪31名民工，我们当中有十九人是本县的", 31),
        ("连我七个", 7),
        ("一个人，半年没见钱", 1),
        ("本人", 1),
        ("我们夫妻两个", 2),
        ("我带了6个人，加上我7个", 7),
        ("八个月整，我们班16个", 16),
        ("咱工地上17个", 17),
        ("人数37", 37),
        ("连带班的算上一共二十一", 21),
        ("这二十个人的工资还没给", 20),
        ("七八十号工人", 70),
        ("廿五个人", 25),
    ],
)
def test_people(interpreter: LocalInterpreter, text: str, people: float) -> None:
    """How many are owed."""
    found = best(interpreter, text, FactName.HEADCOUNT)
    assert found is not None
    assert people == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "每人两千",
        "一个人三千",
        "家里有三个孩子",
        "干了五个月",
        "第三个老板",
        "三个项目",
        "住221号",
        "俺兄弟两个月没见钱",
        "打了十口井",
        "单号12位的",
        "身份证后四位",
    ],
)
def test_no_people(interpreter: LocalInterpreter, text: str) -> None:
    """Children, rates, months and house numbers are nobody who is owed."""
    assert best(interpreter, text, FactName.HEADCOUNT) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("拖欠我三个月工资", 3),
        ("一个半月的工资没给", 1.5),
        ("欠了两个半月", 2.5),
        ("半年没发工资了", 6),
        ("拖欠工资一年半", 18),
        ("工资拖了一年零三个月", 15),
        ("欠我两月工资", 2),
        ("欠薪两年", 24),
        ("6或7个月没发工资", 6),
        ("三个月", 3),
        ("工资拖欠近两年", 24),
        ("俩半月", 2.5),
        ("半拉月的工资", 0.5),
        ("合同一年 欠仨月", 3),
        ("9个人 6个月 快帮帮我", 6),
        ("他说年底结，到现在五个月了，我们每人差6500", 5),
        ("从去年十二月停发，截止本月已四个月", 4),
        ("五个月就给过一次3000元", 5),
        ("六个月工资，公司只付了前两月，后四个月共3万没付", 4),
        ("三个来月没开支", 3),
        ("四五个月一分没有", 4),
        ("有小半年没发工资", 5),
        ("都一年半载了也不给", 6),
        ("一个月1700，四个月就是6800，工资没给", 4),
        ("留下八万块尾巴，说来年给，已经一年半了", 18),
        ("给他干了一年多没有给过钱", 12),
        ("not paid for 3 months, he owes 3 months", 3),
        ("整整一年零两个月", 14),
        ("12人、2个月", 2),
        ("八个月整，我们班16个", 8),
        ("一个季度", 3),
    ],
)
def test_months_owed(interpreter: LocalInterpreter, text: str, months: float) -> None:
    """For how many months wages are owed or overdue."""
    found = best(interpreter, text, FactName.MONTHS)
    assert found is not None
    assert months == found[0]


@pytest.mark.parametrize(
    "text",
    [
        "我在厂里上了两年班",
        "试用期三个月",
        "奖金两个月结算一次",
        "签了一年合同",
        "在那里上了3年多班，也没给我交保险",
        "孩子三个月大",
    ],
)
def test_length_of_service_is_no_debt(interpreter: LocalInterpreter, text: str) -> None:
    """How long somebody worked is not how long wages are owed."""
    assert best(interpreter, text, FactName.MONTHS) is None
