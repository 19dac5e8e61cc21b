"""What a sum is for. The traps come from real messages; the sentences are our own."""

from datetime import date

import pytest

from casework.meaning import FactName, MoneyRange, WageRate
from nlu.interpreter import LocalInterpreter

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def interpreter() -> LocalInterpreter:
    return LocalInterpreter(model=None)


def yuan_of(interpreter: LocalInterpreter, text: str, name: FactName) -> list[tuple[float, float]]:
    facts = interpreter.read(text, ON).all(name)
    return [
        (f.value.low / 100, f.value.high / 100) for f in facts if isinstance(f.value, MoneyRange)
    ]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("老板欠我两万八", 28_000),
        ("欠我工资28,000元", 28_000),
        ("拖欠工资3.7万元不给", 37_000),
        ("干活的钱一共四万六没给", 46_000),
        ("还差一千五没结", 1_500),
        ("应发三万，给了一万，还欠两万", 20_000),
        ("总工程款35万，已付22万，剩余13万一直不给", 130_000),
        ("活一共值226000元，到现在还欠96000元", 96_000),
        ("工资三千五，只发了两千，差一千五", 1_500),
        ("欠条上写的三万五", 35_000),
        ("欠我工资叁万伍仟元整", 35_000),
        ("每个月工资5500，欠了三个月，一共16500", 16_500),
        ("月薪6000，拖欠三个月工资共18000元", 18_000),
        ("押金500不退，还欠工资9000元", 9_000),
        ("罚了我200，欠工资4800没给", 4_800),
        ("老板欠我15000.50元", 15_000.5),
        ("两个月工资6400没给", 6_400),
        ("我借了别人两万，老板还欠我三万工资", 30_000),
        ("合同价20万，人工费欠8万没付", 80_000),
        ("欠我5块5", 5.5),
        ("欠20 000元", 20_000),
        ("欠20，000元", 20_000),
        ("欠我￥3,500.00元", 3_500),
        ("欠贰拾叁万伍仟陆佰元整", 235_600),
        ("差我一万,给了五千,还差五千", 5_000),
        ("一共欠我们几个27500", 27_500),
        ("工程款一百二十万，农民工工资欠36万", 360_000),
        ("my boss owes me 8000 yuan", 8_000),
        ("公司答应给我6800元，三个月工资扣着不发，共20400元", 20_400),
        ("五个月就给过3000元，应当是三万二，还少29000元", 29_000),
        ("连续五个月没有发工资，累计79万元，厂里的电费欠了二十一万", 790_000),
        ("最后一个月带提成4360 老板娘不认提成", 4_360),
        ("应得工资53.8万，已发31万，下欠22.8万。公司说局里欠他们工程款600多万", 228_000),
        ("欠我工程款90多万，里面有工人工资35万左右", 350_000),
        ("工程款800万没到位，我们16个焊工的19.2万就没钱发", 192_000),
        ("后六个月的五万四说猪价跌了给不了", 54_000),
        ("一趟45，合3万6，他让我等工程款，一直不给", 36_000),
        ("欠工资9870元，她前夫还欠我姐两万三，那是借的钱", 9_870),
        ("五个月，每月7500，中间给过一万，还有27500，欠着不给", 27_500),
        ("I have not been paid 12,500 yuan", 12_500),
    ],
)
def test_amount_owed(interpreter: LocalInterpreter, text: str, amount: float) -> None:
    """The sum owed is found among wages, payments, deposits, fines and contract sums."""
    assert [(amount, amount)] == yuan_of(interpreter, text, FactName.AMOUNT)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("欠二三十万", 200_000, 300_000),
        ("大概欠三四万块钱", 30_000, 40_000),
        ("欠我3-5万", 30_000, 50_000),
    ],
)
def test_ranges_stay_ranges(
    interpreter: LocalInterpreter, text: str, low: float, high: float
) -> None:
    """A range is neither halved nor rounded, and it is marked approximate."""
    fact = interpreter.read(text, ON).first(FactName.AMOUNT)
    assert fact is not None
    assert isinstance(fact.value, MoneyRange)
    assert (low, high, True) == (
        fact.value.low / 100,
        fact.value.high / 100,
        fact.value.approximate,
    )


@pytest.mark.parametrize(
    "text",
    [
        "押金500元",
        "被罚款300元",
        "合同价20万",
        "赔偿金5万",
        "学费4000块",
        "我借了别人两万",
        "每天280元",
        "6千一个月",
        "给了五千",
        "昨天收到三千",
        "路费花了800块",
        "合同上写违约金两万，工资一直不给",
        "他欠我工资，打官司要交1000块诉讼费",
        "老板工程赚了200万，就是不给我们工资",
        "每月扣我200块饭钱，欠我两个月工资",
        "最低工资2100都没发够",
        "公司没给我发工资，还要我赔3000元损失",
        "欠薪半年，孩子学费8000都交不起",
        "一毛钱没给",
        "教练车押金每人5000元亦不退还，工资不发",
        "食堂还赊着两万多的菜钱，就是不发工资",
        "总包还扣着他30万质保金",
        "租期半年，还差俩月到期，房租差800",
    ],
)
def test_traps_are_no_debt(interpreter: LocalInterpreter, text: str) -> None:
    """Deposits, fines, contract sums, loans, rates and payments are not what is owed."""
    assert [] == yuan_of(interpreter, text, FactName.AMOUNT)


@pytest.mark.parametrize(
    ("text", "rate", "per"),
    [
        ("每天280", 280, "day"),
        ("280一天", 280, "day"),
        ("6千一个月", 6_000, "month"),
        ("月薪4500元", 4_500, "month"),
        ("一个小时20块", 20, "hour"),
        ("说好一平方35块", 35, "piece"),
        ("一个工300", 300, "day"),
        ("300元/天", 300, "day"),
        ("一箱六毛", 0.6, "piece"),
        ("一斤三毛五", 0.35, "piece"),
        ("五千五一月", 5_500, "month"),
        ("我俩一个月共6400元", 6_400, "month"),
        ("每立方150块", 150, "piece"),
    ],
)
def test_wage_rate(interpreter: LocalInterpreter, text: str, rate: float, per: str) -> None:
    """A rate carries what it is paid for."""
    fact = interpreter.read(text, ON).first(FactName.WAGE_RATE)
    assert fact is not None
    assert isinstance(fact.value, WageRate)
    assert (rate * 100, per) == (fact.value.amount.low, fact.value.per)


def test_per_person_gives_a_computed_total(interpreter: LocalInterpreter) -> None:
    """People times the sum of each, and it says that it was computed."""
    meaning = interpreter.read("欠我们12个人，每人两千", ON)
    amount = meaning.first(FactName.AMOUNT)
    assert amount is not None
    assert amount.computed
    assert [(24_000, 24_000)] == yuan_of(interpreter, meaning.text, FactName.AMOUNT)
    assert [(2_000, 2_000)] == yuan_of(interpreter, meaning.text, FactName.PER_PERSON)


def test_bare_sum_is_open(interpreter: LocalInterpreter) -> None:
    """A sum without any other word has no meaning of its own: the question gives it one."""
    assert [] == yuan_of(interpreter, "两万八", FactName.AMOUNT)
    assert [(28_000, 28_000)] == yuan_of(interpreter, "两万八", FactName.MONEY)


@pytest.mark.parametrize(
    "text", ["我今年35岁", "三号楼二单元", "2018年3月", "12个人", "高1.8米", "204路公交车", "5%"]
)
def test_other_numbers_are_no_money(interpreter: LocalInterpreter, text: str) -> None:
    """Ages, dates, houses and people are no sums."""
    for name in (FactName.AMOUNT, FactName.MONEY, FactName.PAID):
        assert [] == yuan_of(interpreter, text, name)


def test_old_value_is_dropped(interpreter: LocalInterpreter) -> None:
    """Of 不是两万八，是三万 only the new sum is a fact."""
    assert [(30_000, 30_000)] == yuan_of(interpreter, "不是两万八，是三万", FactName.AMOUNT)
    assert [] == yuan_of(interpreter, "不是两万八，是三万", FactName.MONEY)


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("注册资本五百万的公司，欠我工资八千", 8_000),
        ("法院判公司付我26500元，执行不到", 26_500),
        ("甲方欠总包两千多万，欠我们工人一百一十万", 1_100_000),
        ("他把工地转包拿了八十万，欠我们工人十六万四", 164_000),
        ("伤残赔偿六万没给，工资七千也没给", 7_000),
        ("2万的工资拖成了1万8，最后只给1万，还差8千", 8_000),
        ("每人欠两万，十五个人三十万", 300_000),
        ("三十七个人，每人差不多还差一万五", 555_000),
        ("买车花了九万，车贷还差三万，老板欠工资两万一", 21_000),
        ("欠我货款三万没给，还有工人工资一万八没结", 18_000),
        ("一车砖180块，拉了三十车，没给钱", None),
    ],
)
def test_the_wage_among_other_sums(
    interpreter: LocalInterpreter, text: str, owed: int | None
) -> None:
    """Capital, contracts, damages and what others owe each other are not the wage."""
    said = yuan_of(interpreter, text, FactName.AMOUNT)
    assert ([] if owed is None else [(owed, owed)]) == said
