"""The same facts as people of many trades say them: counted together, written otherwise, half said."""

import pytest

from casework.meaning import CountRange, FactName, Meaning, MoneyRange, WageRate
from casework.money import yuan
from nlu.interpreter import LocalInterpreter
from nlu.normalise import plain
from tests.nlu.test_first_messages import DAY

INTERPRETER = LocalInterpreter()


def read(text: str) -> Meaning:
    """What is understood on the day of the tests."""
    return INTERPRETER.read(text, DAY)


def amount(text: str) -> MoneyRange | None:
    """The sum that is owed."""
    fact = read(text).first(FactName.AMOUNT)
    if fact is None:
        return None
    assert isinstance(fact.value, MoneyRange)
    return fact.value


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("我和三个工友干完活，老板一分钱没给", 4),
        ("我跟另外两个老乡的工资都没发", 3),
        ("饭店欠7个厨师和2个服务员工资", 9),
        ("幼儿园欠我们5个老师、3个保育员工资没发", 8),
    ],
)
def test_who_is_counted_together(text: str, people: int) -> None:
    """The one who writes counts, and so does every trade; the number is marked as computed."""
    fact = read(text).first(FactName.HEADCOUNT)
    assert fact is not None
    assert CountRange(low=people, high=people) == fact.value
    assert fact.computed


@pytest.mark.parametrize(
    ("text", "folded"),
    [("老闆欠我兩萬八千塊錢工資", "老板欠我两万八千块钱工资"), ("還沒發", "还没发")],
)
def test_traditional_characters_are_read(text: str, folded: str) -> None:
    """A phone from the south writes the same."""
    assert plain(text).text == folded


def test_a_sum_in_traditional_characters() -> None:
    """Sum and intent alike."""
    assert amount("老闆欠我兩萬八千塊錢工資") == MoneyRange(low=yuan(28_000), high=yuan(28_000))


@pytest.mark.parametrize(
    "text",
    [
        "一个月生活费800，工资一直没发",
        "每月房租600都交不起了，老板不发工资",
    ],
)
def test_what_life_costs_is_no_wage(text: str) -> None:
    """Neither a wage rate nor what is owed."""
    meaning = read(text)
    assert meaning.first(FactName.WAGE_RATE) is None
    assert meaning.first(FactName.AMOUNT) is None


@pytest.mark.parametrize(
    ("text", "yuan_owed"),
    [
        ("老板欠我两千二多点", 2200),
        ("一共欠我三万五多点没给", 35_000),
        ("工资也就千五上下，没给我", 1500),
        ("老板欠我工资万二左右", 12_000),
    ],
)
def test_short_ways_of_saying_a_sum(text: str, yuan_owed: int) -> None:
    """多点 is no hour, and 千五 leaves out the one."""
    found = amount(text)
    assert found is not None
    assert (yuan(yuan_owed), yuan(yuan_owed)) == (found.low, found.high)


def test_a_wage_by_the_piece() -> None:
    """A rider's order, a teacher's lesson."""
    fact = read("送一单5块钱，老板两个月没给结工资").first(FactName.WAGE_RATE)
    assert fact is not None
    value = MoneyRange(low=yuan(5), high=yuan(5))
    assert WageRate(amount=value, per="piece") == fact.value


def test_a_lone_surrogate_is_one_character() -> None:
    """Half of a sign from a broken keyboard moves no fact."""
    text = "\ud83d老板欠我3000元"
    fact = read(text).first(FactName.AMOUNT)
    assert fact is not None
    assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("三点五万", 35_000),
        ("零点八万", 8_000),
        ("十二点五万", 125_000),
        ("一万半", 15_000),
        ("3w多", 30_000),
        ("4.5k", 4_500),
        ("三个w", 30_000),
        ("3.5个w", 35_000),
        ("小两万", 20_000),
        ("28元5角", 28.5),
        ("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", 123_456.78),
    ],
)
def test_sums_of_other_shapes(said: str, value: float) -> None:
    """Spoken decimals, halves, letters for thousands, jiao and fen; never off by ten."""
    found = amount(f"老板欠我{said}没给")
    assert found is not None
    assert round(value * 100) == found.low


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一个月六千，欠了我五个月工资", 30_000),
        ("干了四十五天，一天260，一分钱没给", 11_700),
        ("我们3个人每人每天200，干了10天一分没给", 6_000),
        ("8月、9月工资没发，每月2600", 5_200),
    ],
)
def test_a_rate_over_the_unpaid_time(text: str, value: int) -> None:
    """What follows from a rate and a time is marked as computed."""
    fact = read(text).first(FactName.AMOUNT)
    assert fact is not None
    assert fact.computed
    assert MoneyRange(low=yuan(value), high=yuan(value), approximate=True) == fact.value


@pytest.mark.parametrize(
    "text",
    [
        "一天260，干了45天，只发了点生活费，其他没给",
        "我们5个人，一天300，干了20天，一分没给",
        "每人每天200，干了10天一分没给",
        "大工一天300，小工一天200，干了20天没给钱",
    ],
)
def test_a_rate_that_leaves_the_sum_open(text: str) -> None:
    """Part was paid, or nobody said how many: it is asked."""
    assert amount(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "微信号wx13812345678",
        "流水号13912345678",
        "案号13812345678",
        "工牌号13812345678",
        "社保号13812345678",
        "账号18600000001",
        "工资卡 6217 1381 2345 678",
        "合同金额13800138000元",
    ],
)
def test_long_numbers_that_are_no_phone(text: str) -> None:
    """Eleven digits alone do not make a phone."""
    assert read(text).first(FactName.PHONE) is None


@pytest.mark.parametrize(
    "text", ["138.1234.5678", "1-3-8-1-2-3-4-5-6-7-8", "手机号码13812345678", "电话号:13812345678"]
)
def test_phones_with_dots_and_dashes(text: str) -> None:
    """However it is cut into groups."""
    fact = read(text).first(FactName.PHONE)
    assert fact is not None
    assert fact.value == "13812345678"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("欠我四十五天工资", 1.5),
        ("拖了俩月工资", 2),
        ("欠一个季度工资", 3),
        ("第四个月没给", None),
    ],
)
def test_time_owed_in_other_units(text: str, months: float | None) -> None:
    """Days and quarters count as months; 第四个月 is one month of many."""
    fact = read(text).first(FactName.MONTHS)
    value = fact.value if fact and fact.confidence >= 0.5 else None
    assert value is None if months is None else isinstance(value, CountRange)
    assert months is None or (isinstance(value, CountRange) and value.low == months)


def test_a_road_at_which_somebody_worked() -> None:
    """Sure enough to be taken as the place of the work."""
    fact = read("我在建设路那个工地干活，王老板欠我5个人工资一共两万八千元").first(
        FactName.LOCATION
    )
    assert fact is not None
    assert ("建设路", True) == (fact.value, fact.confidence >= 0.6)
