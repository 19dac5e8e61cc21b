"""From placed sums to facts: one amount owed where the text settles it, open sums elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework.meaning import CountRange, Fact, FactName, MoneyRange, WageRate
from casework.money import Fen
from nlu import unpaid_time
from nlu.normalise import Plain
from nlu.sums import Placed, Role

_COMPLAINT = re.compile(
    r"欠|没发|不发|未发|没给|不给|没结|不结|未付|没付|拿不到|没拿到|讨薪|要不到|要不回|没要到|血汗钱|不还|拖着|拖了|拖到|一分|没见|冇见|没影|催了|催着|拖快|拖近|要账|克扣|扣发|未支付|没到手|没到位|跑了|跑路|没钱|[只才就]给了?(?:一半|一部分|零头)|没领|未领|救命钱|没退|未退|不退|讨要|追讨|讨债|讨回|付过|着落|一直说|推脱|推诿|不认|白条|躲着|失联|联系不上|不接|关机|拉黑|赖账|耍赖|没拨|找不到|一拖再拖|就说|下个月下|说.{0,3}(?:下个?月|明年|年底)|拖延|少给|少发|压着|压了|压我|owe|unpaid|not paid|didn't pay"
)
_WRONG = re.compile(r"不是|不对|错了|写错|说错|改成|改为|更正|应该是|not .* but")
SHORT = 40
"""A longer text needs a word of complaint before a sum in it is a debt."""

LEAST_OF_A_STORY = Fen(50_00)
"""Nobody tells a story for less: 12元的也还没发 is what an hour should bring."""

_LABOUR = re.compile(
    r"干活|干了|打工|工地|工头|老板|上班|工资|工钱|人工|装修|施工|中介|厂里?|公司|包工"
)

_LARGEST_MONTHLY = Fen(15_000_00)
_SMALLEST_MONTHLY = Fen(500_00)
"""Between these 工资… without a word of debt may be what a month brings; above, it is the whole."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What the sums are judged by: the text, its sums by role, the people it speaks of."""

    plain: Plain
    by_role: dict[Role, list[Placed]]
    people: CountRange | None
    complaint: bool
    correction: bool
    told: Sequence[Fact] = ()
    days: Sequence[tuple[float, float]] = ()

    def of(self, role: Role) -> list[Placed]:
        return self.by_role.get(role, [])


def facts(
    plain: Plain,
    items: Sequence[Placed],
    people: CountRange | None,
    *,
    told: Sequence[Fact] = (),
    days: Sequence[tuple[float, float]] = (),
) -> list[Fact]:
    """The facts that the sums of a text tell; ``told`` and ``days`` say of how long."""
    by_role: dict[Role, list[Placed]] = {}
    for item in items:
        by_role.setdefault(item.role, []).append(item)
    case = _Case(
        plain,
        by_role,
        people,
        bool(_COMPLAINT.search(plain.text)),
        bool(_WRONG.search(plain.text)),
        told,
        days,
    )
    amount, used = _amount(case)
    result = [amount] if amount else []
    for item in items:
        if item is not used:
            result.extend(_plain_fact(case, item, settled=amount is not None))
    return result


def _fact(case: _Case, name: FactName, item: Placed, confidence: float) -> Fact:
    value: MoneyRange | WageRate = item.sum.value
    if name is FactName.WAGE_RATE:
        value = WageRate(amount=item.sum.value, per=item.per or "month")
    return case.plain.fact(name, value, (item.sum.start, item.sum.end), confidence=confidence)


def _amount(case: _Case) -> tuple[Fact | None, Placed | None]:
    """The sum owed, if the text settles one, and the sum it was read from."""
    for find in (
        _said,
        _total,
        _product_said,
        _times_people,
        _wage_less_paid,
        _corrected,
        _only_sum,
        _times_rate,
    ):
        fact, used = find(case)
        if fact:
            return fact, used
    return None, None


def _said(case: _Case) -> tuple[Fact | None, Placed | None]:
    if left := _left_of_total(case):
        return _fact(case, FactName.AMOUNT, left, 0.9), left
    if totals := case.of(Role.TOTAL_OWED):
        item = totals[-1]
        return _fact(case, FactName.AMOUNT, item, 0.9), item
    owed = case.of(Role.OWED)
    told = case.complaint or _LABOUR.search(case.plain.text)
    if len(case.plain.text) > SHORT:
        owed = [one for one in owed if one.sum.value.high >= LEAST_OF_A_STORY]
    if not owed or not (told or len(case.plain.text) <= SHORT):
        return None, None
    if case.of(Role.TOTAL) and len(owed) > 1:
        item = case.of(Role.TOTAL)[-1]
        return _fact(case, FactName.AMOUNT, item, 0.8), item
    owed = _wages_before_works(case, owed)
    wages = [item for item in owed if _beside_wages(case.plain.text, item)]
    if len({item.sum.value.low for item in wages}) == 1:
        owed = wages  # 工资七千没给, beside a loan that was not paid back
    differing = len({item.sum.value.low for item in owed}) > 1
    item = max(owed, key=lambda one: one.sum.value.low) if differing else owed[0]
    return _fact(case, FactName.AMOUNT, item, 0.55 if differing else 0.85), item


def _left_of_total(case: _Case) -> Placed | None:
    """应付9万8，已付3万，欠6万8: what is owed is what is left, whichever word stands beside it."""
    totals = [*case.of(Role.TOTAL), *case.of(Role.TOTAL_OWED)]
    given = sum(one.sum.value.high for one in case.of(Role.PAID))
    rest = {one.sum.value.low - given for one in totals} if given else set()
    owed = [*case.of(Role.OWED), *case.of(Role.TOTAL_OWED)]
    return next((one for one in owed if one.sum.value.low in rest), None)


def _wages_before_works(case: _Case, owed: list[Placed]) -> list[Placed]:
    """工程款800万没到位，16个焊工的19.2万没钱发: the latter, where it stands beside the former."""
    works = [one for one in owed if _beside_works(case.plain.text, one)]
    rest = [one for one in owed if one not in works] or case.of(Role.OPEN)
    return rest if works and len(rest) == 1 else owed


def _beside_works(text: str, item: Placed) -> bool:
    return bool(_WORKS.search(text, max(0, item.sum.start - 12), item.sum.start))


_WORKS = re.compile(r"工程款(?:还|尚|仍|也|共|大概|约|有)*$")


def _beside_wages(text: str, item: Placed) -> bool:
    return bool(_WAGES.search(text, max(0, item.sum.start - 10), item.sum.end + 6))


_WAGES = re.compile(r"工资|工钱|薪|血汗钱|人工费|劳务费")


def _times_people(case: _Case) -> tuple[Fact | None, Placed | None]:
    each = case.of(Role.EACH)
    if len(each) != 1 or case.people is None or not float(case.people.low).is_integer():
        return None, None
    value, people = each[0].sum.value, case.people
    total = MoneyRange(
        low=Fen(value.low * int(people.low)),
        high=Fen(value.high * int(people.high)),
        approximate=value.approximate or people.approximate,
    )
    span = (each[0].sum.start, each[0].sum.end)
    return case.plain.fact(FactName.AMOUNT, total, span, confidence=0.75, computed=True), None


def _total(case: _Case) -> tuple[Fact | None, Placed | None]:
    totals, paid = case.of(Role.TOTAL), case.of(Role.PAID)
    if not totals or not (case.complaint or paid or _LABOUR.search(case.plain.text)):
        return None, None
    item, whole = totals[-1], totals[-1].sum.value
    if not paid or _summed_up(case.plain.text, item, paid):
        return _fact(case, FactName.AMOUNT, item, 0.7 if case.complaint else 0.5), item
    given = Fen(sum(one.sum.value.high for one in paid))
    if whole.low != whole.high or given >= whole.low:
        return None, None
    left = Fen(whole.low - given)
    value = MoneyRange(low=left, high=left, approximate=whole.approximate)
    span = (item.sum.start, item.sum.end)
    return case.plain.fact(FactName.AMOUNT, value, span, confidence=0.55, computed=True), None


def _summed_up(text: str, total: Placed, paid: Sequence[Placed]) -> bool:
    """发了500元红包。我们6个人合计15800元，请催要: summed up at the end, and asked for."""
    after = paid[-1].sum.end <= total.sum.start
    return after and bool(_ASKED_FOR.match(text, total.sum.end))


_ASKED_FOR = re.compile(r"[,，。\s]*(?:恳?请|希望|盼|求|望)[^,，。]{0,10}(?:催|讨|追|要|帮)")


def _product_said(case: _Case) -> tuple[Fact | None, Placed | None]:
    """每月2800，四个月，1.12万: the sum that is the rate times the months, whatever stands beside it."""
    rates = {one.sum.value.low for one in case.of(Role.RATE) if one.per == "month"}
    months = {
        fact.value.low
        for fact in case.told
        if fact.name is FactName.MONTHS and isinstance(fact.value, CountRange)
    }
    people = {1.0} | ({case.people.low} if case.people else set())
    products = {rate * time * size for rate in rates for time in months for size in people}
    loose = [*case.of(Role.OPEN), *case.of(Role.CORRECTED), *case.of(Role.WAGE)]
    for item in loose if case.complaint else ():
        if item.sum.value.low in products - rates:
            return _fact(case, FactName.AMOUNT, item, 0.85), item
    return None, None


def _wage_less_paid(case: _Case) -> tuple[Fact | None, Placed | None]:
    """工资9200，只给了3000: the wage of the whole work, less what was paid right after it."""
    wages, paid = case.of(Role.WAGE), case.of(Role.PAID)
    if len(wages) != 1 or len(paid) != 1:
        return None, None
    whole, given = wages[0].sum, paid[0].sum
    between = case.plain.text[whole.end : given.start]
    left = whole.value.low - given.value.high
    if left <= 0 or not _ONLY_GAVE.fullmatch(between) or _PROBATION.search(case.plain.text):
        return None, None
    value = MoneyRange(low=Fen(left), high=Fen(left), approximate=True)
    span = (whole.start, given.end)
    return case.plain.fact(FactName.AMOUNT, value, span, confidence=0.5, computed=True), wages[0]


_ONLY_GAVE = re.compile(
    r"[,，\s]?(?:老板|公司|他|他们)?(?:只|才|就|仅)(?:给|发|结|付)(?:了|过|我|我们)*"
)
_PROBATION = re.compile(r"试用|每月|每个月|一个月|月薪|底薪")


def _corrected(case: _Case) -> tuple[Fact | None, Placed | None]:
    candidates = case.of(Role.CORRECTED)
    if case.correction and not candidates:
        candidates = case.of(Role.OPEN)
    if not case.correction or not candidates:
        return None, None
    return _fact(case, FactName.AMOUNT, candidates[-1], 0.8), candidates[-1]


def _only_sum(case: _Case) -> tuple[Fact | None, Placed | None]:
    """A message of complaint with one sum that nothing else explains."""
    said = [] if case.correction else case.of(Role.CORRECTED)  # 我自己是六千四
    open_sums = [*case.of(Role.OPEN), *said, *(i for i in case.of(Role.WAGE) if not _monthly(i))]
    rates = {one.sum.value.low for one in case.of(Role.RATE)}
    open_sums = [one for one in open_sums if one.sum.value.low not in rates]
    if not case.complaint or len(open_sums) != 1 or case.of(Role.EACH) or case.of(Role.PAID):
        return None, None
    item = open_sums[0]
    if item.sum.value.high < LEAST_OF_A_STORY and len(case.plain.text) > SHORT:
        return None, None
    if not (item.sum.sure or item.sum.value.low >= 100_000):
        return None, None
    return _fact(case, FactName.AMOUNT, item, 0.5), item


def _times_rate(case: _Case) -> tuple[Fact | None, Placed | None]:
    """The unpaid time at the wage rate, where no other sum was said."""
    rates = case.of(Role.RATE)
    others = [
        item for role, items in case.by_role.items() if role not in _SILENT for item in items
    ]
    paid = case.of(Role.PAID)
    if (
        not rates
        or others
        or len(paid) > 1
        or not case.complaint
        or _PART_PAID.search(case.plain.text)
    ):
        return None, None
    value = unpaid_time.total(case.plain.text, rates, case.told, case.days)
    given = paid[0].sum.value.high if paid else 0
    if value is None or given >= value.low or (given and case.people):
        return None, None
    value = replace(value, low=Fen(value.low - given), high=Fen(value.high - given))
    span = (rates[0].sum.start, rates[0].sum.end)
    fact = case.plain.fact(FactName.AMOUNT, value, span, confidence=0.55, computed=True)
    return fact, None


_SILENT = (Role.RATE, Role.PAID, Role.TRAP, Role.NEGATED)
_PART_PAID = re.compile(
    r"(?:只|才|就)(?:给|发|付|结)了?(?:一部分|一点|点|些|生活费)|生活费|预支|借支"
)


def _monthly(item: Placed) -> bool:
    return _SMALLEST_MONTHLY <= item.sum.value.low <= _LARGEST_MONTHLY


def _plain_fact(case: _Case, item: Placed, *, settled: bool) -> list[Fact]:
    role = item.role
    if role is Role.RATE:
        return [_fact(case, FactName.WAGE_RATE, item, 0.85)]
    if role is Role.EACH:
        return [_fact(case, FactName.PER_PERSON, item, 0.85)]
    if role is Role.PAID:
        return [_fact(case, FactName.PAID, item, 0.85)]
    if role in (Role.TRAP, Role.NEGATED):
        return []
    if role is Role.WAGE and _monthly(item):
        return [
            _fact(case, FactName.WAGE_RATE, item, 0.5),
            _fact(case, FactName.MONEY, item, 0.6),
        ]
    return [_fact(case, FactName.MONEY, item, 0.5 if settled else 0.8)]
