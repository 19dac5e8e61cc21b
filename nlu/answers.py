"""Short texts as answers: a bare number, a bare name. Every plausible reading, none with certainty.

The interpreter does not know what was asked; the open question picks among these.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casework.meaning import CountRange, Fact, FactName, MoneyRange
from casework.money import Fen
from nlu.intents import Rules
from nlu.named import LEDGER, Named
from nlu.normalise import Plain
from nlu.numerals import Quantity
from nlu.persons import person_name
from nlu.site_words import THAT_SITE
from nlu.sites import generic_site
from nlu.spots import Place
from nlu.surnames import SURNAMES

_LOW = 0.4
_CALLED = re.compile(
    r"(?:(?:^|[,，。;；\s])(?:我|俺|本人)?(?:叫|名叫|名字(?:叫|是)|姓名(?:叫|是|[:：])|大名)|(?:我|俺|本人)(?:是|就是))\s?(?P<name>[一-龥]{2,4}?)(?=$|[,，。.!！;；\s(（]|电话|手机|身份证|今年|是|在|的电话|男|女)"
)
_BEFORE_PHONE = re.compile(
    r"^(?P<name>[一-龥]{2,4})[,，、\s]{1,2}(?:电话|手机)?[:：是]?\s?\+?1[3-9]"
)
_ENGLISH_NAME = re.compile(
    r"(?:my name is|i am called|i'm called)\s+(?P<name>[A-Za-z][A-Za-z .'-]{1,40}[A-Za-z])",
    re.IGNORECASE,
)
_SELF = re.compile(r"(?:^|[,，。;；\s])本人\s?(?P<name>[一-龥]{2,3})(?=[,，。\s系在于是继]|$)")
_LEADING = re.compile(
    r"^[\s,，。]*(?:就是|是|叫做?|在|那个|好像是|应该是|名字是|名字叫|他叫|她叫|老板叫|老板是|公司叫|公司是|厂叫|店叫|工地叫|工地是|工地名字叫|包工头叫|包工头是|项目叫|那是|我在|俺在|就在|嗯|哦)*[\s,，:：]*"
)
_TRAILING = re.compile(rf"(?:{THAT_SITE})?[\s。.!！,，吧啊呀呢的哦那儿里边上]*$")
_NAME_LIKE = re.compile(r"[A-Za-z0-9一-龥()（）·#&\-]{2,30}")
_SITE = re.compile(r"的?(?:工地|项目|工程)(?!款|部)")
_PLACE_LIKE = re.compile(r"[路街道区县市镇乡村巷口]$|附近|对面|旁边")
_BY = re.compile(r"(?:[边上下里旁头]|下面|里面)[\s。.!！]*$")
_SENTENCE = re.compile(
    r"[了吗呢么嘛]|什么|怎么|为什么|没|不|给|要|想|能|我|你|他|她|它|咱|俺|钱|工资|欠|谁|哪|多少|投诉|举报|谢|请|帮|这|那|都|还|有|知道|可以|已经|一直|就|吧|怎|咋|啥|问|告|叫|查|找|看|说|等|急|死|骂|妈|操|滚|律师|案|电话|进度|明天|今天|昨天|去年|今年"
)


def inside(named: Named, projects: Sequence[Place]) -> bool:
    """Whether an employer is only a piece of a longer project name, or a site of the ledger."""
    return any(
        (
            p.start <= named.start
            and named.end <= p.end
            and (p.confidence >= LEDGER or named.end < p.end <= named.end + 2)
        )
        or (named.confidence <= MARKED and _overlap(named, p))
        for p in projects
    )


MARKED = 0.5
"""A name that only the tagger saw yields to a site that the rules see."""


def _overlap(named: Named, place: Place) -> bool:
    apart = named.end <= place.start or place.end <= named.start
    return named.role != "person" and not apart and place.confidence > MARKED


def beside(text: str, place: Place, employers: Sequence[Named]) -> Place | None:
    """A site without the employer's name at its head; None where nothing is left of it."""
    for employer in employers:
        apart = employer.end <= place.start or place.end <= employer.start
        office = text[: employer.end].endswith(("项目部", "指挥部"))
        within = employer.start <= place.start and place.end <= employer.end - 3
        weaker = employer.confidence < MARKED <= place.confidence
        if apart or weaker or (office and (within or place.start < employer.start)):
            continue  # … 大桥项目部 names the bridge too
        if employer.start <= place.start and place.end - employer.end >= 4:
            bare = generic_site(text[employer.end : place.end])
            start = employer.start if bare else employer.end  # … 医院建设项目 is named for it
            place = Place(start, place.end, place.confidence)
        else:
            return None
    return place


def owner_sites(text: str, employers: Sequence[Named]) -> list[Place]:
    """The site named for whoever has it built: … 局工地."""
    owners = (employer for employer in employers if employer.role == "owner")
    return [
        Place(owner.start, site.end(), 0.6)
        for owner in owners
        if (site := _SITE.match(text, owner.end))
    ]


def named_facts(
    plain: Plain, employers: Sequence[Named], projects: Sequence[Place], locations: Sequence[Place]
) -> list[Fact]:
    """Names and places as facts, a repeated name once."""
    facts: list[Fact] = []
    seen: set[tuple[FactName, str]] = set()
    groups = (
        *((FactName.EMPLOYER, e.start, e.end, e.confidence, e.role) for e in employers),
        *((FactName.PROJECT, p.start, p.end, p.confidence, None) for p in projects),
        *((FactName.LOCATION, p.start, p.end, p.confidence, None) for p in locations),
    )
    for name, start, end, confidence, role in groups:
        value = plain.text[start:end]
        if (name, value) in seen:
            continue
        seen.add((name, value))
        facts.append(plain.fact(name, value, (start, end), role=role, confidence=confidence))
    facts.extend(_own_name(plain))
    return facts


def _own_name(plain: Plain) -> list[Fact]:
    for pattern in (_CALLED, _SELF, _BEFORE_PHONE, _ENGLISH_NAME):
        for match in pattern.finditer(plain.text):
            name = match["name"]
            if pattern is _ENGLISH_NAME or person_name(name):
                span = match.span("name")
                return [plain.fact(FactName.PERSON_NAME, name, span, confidence=0.9)]
    return []


def number_alone(plain: Plain, quantity: Quantity, facts: Sequence[Fact], on: date) -> list[Fact]:
    """A text that is only a number: a sum, people, months, a day of the month."""
    span = (quantity.start, quantity.end)
    has = {fact.name for fact in facts}
    value = CountRange(
        low=float(quantity.low), high=float(quantity.high), approximate=quantity.approximate
    )
    found: list[Fact] = []
    if not has & {FactName.MONEY, FactName.AMOUNT, FactName.PAID, FactName.WAGE_RATE}:
        fen = [Fen(int(number * 100)) for number in (quantity.low, quantity.high)]
        sum_ = MoneyRange(low=fen[0], high=fen[1], approximate=quantity.approximate)
        found.append(plain.fact(FactName.MONEY, sum_, span, confidence=0.5))
    if FactName.HEADCOUNT not in has and 1 <= quantity.low <= 2000 and value.low.is_integer():
        found.append(plain.fact(FactName.HEADCOUNT, value, span, confidence=_LOW))
    if FactName.MONTHS not in has and 0 < quantity.high <= 60:
        found.append(plain.fact(FactName.MONTHS, value, span, confidence=_LOW))
    if (
        FactName.DATE not in has
        and quantity.single
        and 1 <= quantity.low <= 28
        and value.low.is_integer()
    ):
        found.append(
            plain.fact(FactName.DATE, _next_day(int(quantity.low), on), span, confidence=0.3)
        )
    return found


def _next_day(day: int, on: date) -> date:
    if day >= on.day:
        return on.replace(day=day)
    year, month = divmod(on.year * 12 + on.month, 12)
    return date(year, month + 1, day)


_NUMERIC = frozenset(
    {
        FactName.NUMBER,
        FactName.MONEY,
        FactName.AMOUNT,
        FactName.PERIOD,
        FactName.DATE,
        FactName.MONTHS,
        FactName.HEADCOUNT,
        FactName.PHONE,
        FactName.ID_NUMBER,
        FactName.CASE_NUMBER,
        FactName.QUERY_CODE,
        FactName.WAGE_RATE,
    }
)


_WORD = re.compile(r"[一-龥]|[A-Za-z]{2,}")


def told_by_numbers(text: str, facts: Sequence[Fact]) -> bool:
    """Whether a short text is mostly numbers, sums or dates, or 饭店: an answer, not a wish."""
    if len(text) > 24:
        return False
    if len(_WORD.findall(text)) < 2 or any(
        f.name is FactName.PLACE_KIND and f.confidence > 0.9 for f in facts
    ):
        return True
    covered = {at for f in facts if f.name in _NUMERIC for at in range(f.start, f.end)}
    return len(covered) >= 0.4 * len(re.sub(r"[\s,，。.!！吧啊了的呢]", "", text)) > 0


_GENERIC = re.compile(
    r"(?:工地|厂|厂子|工厂|厂里|店|店里|饭店|公司|单位|老板|包工头|工头|班组长|带班的?|外卖|送外卖|快递|送快递|保安|保洁|司机|学校|医院|项目|小区|随便|都行|其他|其它|别的|没人|不懂)+"
)
_COUNTING = "万千百伍陆"
"""Surnames that are numerals too: 张三 is a name, 万三 a sum."""

_SAID_BOSS = re.compile(r"(?:老板|包工头|工头|他|她)(?:叫|是|名字)")
_SAID_FIRM = re.compile(r"(?:公司|厂|店|单位)(?:叫|是|名)")
_SAID_SITE = re.compile(r"(?:工地|项目|楼盘|小区)(?:叫|是|名)")


def short_answers(plain: Plain, facts: Sequence[Fact], seen: Rules) -> list[Fact]:
    """A short text that looks like a name: an employer, a person, a site, a place."""
    start = _LEADING.match(plain.text).end()  # type: ignore[union-attr]
    body = plain.text[start:]
    body = body[: len(body) - len(_TRAILING.search(body)[0])]  # type: ignore[index]
    if seen.closed or not 2 <= len(body) <= 20 or not _NAME_LIKE.fullmatch(body):
        return []
    named = body[0] in SURNAMES and body[0] not in _COUNTING and person_name(body)
    numbers = told_by_numbers(plain.text, facts) and not named
    bare = numbers or _GENERIC.fullmatch(body)
    if bare or _SENTENCE.search(body) or any(score >= 0.7 for score in seen.scores.values()):
        return []
    has = {fact.name for fact in facts if fact.confidence >= 0.5}
    found = _candidates(plain, body, (start, start + len(body)))
    return [f for f in _introduced(plain.text[:start], found) if f.name not in has]


def _introduced(lead: str, found: Sequence[Fact]) -> list[Fact]:
    """The candidates, or surely the one that 老板叫, 公司叫, 工地叫 before them names."""
    said = (
        (_SAID_BOSS, FactName.EMPLOYER, "person"),
        (_SAID_FIRM, FactName.EMPLOYER, "company"),
        (_SAID_SITE, FactName.PROJECT, None),
    )
    for pattern, name, role in said:
        if pattern.search(lead):
            return [replace(f, role=role, confidence=0.75) for f in found if f.name is name]
    return list(found)


def place_like(text: str) -> bool:
    """Whether a text may only say where somebody works."""
    return bool(_BY.search(text) or _PLACE_LIKE.search(text))


def _candidates(plain: Plain, body: str, span: tuple[int, int]) -> list[Fact]:
    person = person_name(body) or (
        body[0] in SURNAMES and re.search(r"(?:老板娘?|总|经理|工头|包工头|队长|老大)$", body)
    )
    role = "person" if person else "company"
    place = _LOW if _PLACE_LIKE.search(body) else 0.3
    found = [
        plain.fact(FactName.EMPLOYER, body, span, role=role, confidence=_LOW),
        plain.fact(FactName.PROJECT, body, span, confidence=0.35),
        plain.fact(FactName.LOCATION, body, span, confidence=place),
    ]
    if person_name(body):
        found.append(plain.fact(FactName.PERSON_NAME, body, span, confidence=_LOW))
    return found


def only_names(text: str, facts: Sequence[Fact], names: Sequence[Fact]) -> bool:
    """Whether a short text may only name somebody or some place, and be no wish of its own."""
    told = any(fact.name in _NAMING and fact.confidence >= 0.5 for fact in facts)
    return bool(names) or (told and len(text) <= 16)


_NAMING = frozenset(
    {FactName.EMPLOYER, FactName.PROJECT, FactName.LOCATION, FactName.PERSON_NAME}
    | {FactName.PLACE_KIND, FactName.CONTRACT}
)
