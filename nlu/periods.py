"""The months that a complaint is about, and single days such as the one a boss promised.

Ranges are built from neighbouring points. The clause around each candidate then decides whether it
tells of work or unpaid wages, or only of a visit to an office, which is no period at all.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casework.meaning import Fact, FactName, Period
from nlu.normalise import Plain
from nlu.points import Point

_TO = re.compile(
    r"(?:份|年|底|初|以后|以来|起|开始)?\s?(?:一直)?(?:干|做|上班|上|教|播|代)?(?:到|至|-{1,2}|~|直到|、|,|和|及)\s?(?:了)?(?:20(?=\d\d年))?"
)
_LIST = re.compile(r"[、,和及]")
_FAR_TO = re.compile(
    r"[^。！？!?;；]{0,38}?(?:截止到?|截至|直到|直至|一直到|干到|做到|施工至|[,，\s]至|到|至)\s?|[^。！？!?;；]{0,75}?(?:干到|做到|忙到|一直到)了?\s?"
)
_UNTIL_NOW = re.compile(
    r"(?:份|底|初)?(?:一直)?(?:欠|拖|压)?(?:开学|开春|进场|入职|上班|开工)?(?:起|开始|以来|以后|之后)?\s?(?:一直)?(?:到|至|直到|-)?(?:今(?!年|天)|现在|目前|如今)"
)
_OPEN = re.compile(
    r"(?:至今|到现在)|份?就(?:没|不|停|只|一直)|[^。！？!?;；]{0,3}?(?:起|开始|以来|以后|之后|入职|进厂|进场|进入|来到|上班|承接|接到|过来)"
    r"|[,，]?[^,，。！？!?;；]{0,14}(?:进入|来到|承接到?|入职|进场|进厂|开始)"
)
_OWED = re.compile(
    r"欠(?!过(?:别|其他))|少发|少给|漏发|没发|未发|不发|没给|未付|不付|没付|未结|没结|未支付|扣发|克扣|拿不到|没拿到|未到手|未给|不给|停[了发薪]|[没不]有?(?:按[月时]|正常|及时|足额)|拖(?:到|着|了)|断了|停止发|先不发|没开支"
)
_WAGES = re.compile(
    r"(?:期间|这?[几两三四五六]个月)?的?(?:全部|基本)?(?:工资|工钱|薪|劳务费|血汗钱|钱|[账帐]|课时费|提成|绩效|运费|报酬)|(?:期间)"
)
_WORK = re.compile(
    r"干活|干的|干了|打工|务工|做工|施工|做的|做了|干完|上班|工地|进场|进厂|进入|入职|来到|开始|承接|开工|完工|做完|干完|(?<!能)干(?!部|净|涉|脆|什么|预|旱)|项目|工程|厂|装修|刮|砌|跟着|修|种|盖楼|刷|贴|看门|搬|开车|送|起|打桩|管桩|浇|铺|焊|挖|栽|摘|养护|代课|撤场|退场|\d个?(?:小时|天|工|班|趟)|务农|值班|揉面|理货"
)
_HISTORY = re.compile(
    r"投诉|举报|起诉|仲裁|判决|法院|回复|答复|求助|反映|反应|答应|承诺|说好|保证|信访|劳动局|派出所|政府|调解|立案|开庭"
    r"|离职|辞职|辞退|出生|(?<!没)(?<!没有)(?<!没签)(?<!没签过)(?<!无)合同|开会|给钱|付清|给清|结清|发钱|结账|推到|拖到|发完|放假|任务|社会?保险?|年终奖|约定|通知|成立|停业|倒闭|关门|关店|查封|转让|换了?(?:老板|股东|法人)|还清|还一半"
)
_PAID = re.compile(r"(?<![就只才仅])(?:给了|付了|发了|结了|打了|收到)")
_ONLY_PAID = re.compile(r"[就只才仅](?:给|付|发|结)过?了?[一两]?[次回点]")
_PUT_OFF = re.compile(r"(?:等|等到|说|说是|推到|拖到|答应|承诺|定在|约好)$")
"""等五一: a promise, not when the work was done."""

_PUT_OFF_AGAIN = re.compile(r"(?:也|还是|又)?(?:没[给付发]|不[给付]|过了)?[,，]?又(?:说|推|拖|改)")
"""中秋没付又说元旦."""

_DONE = re.compile(
    r"(?:份|底|初|中旬)?(?:就|才)?(?:[已己]经?)?(?:[一-龥]{0,6}?)(?:通车|封顶|交付|投用|完工|完活|收工|交(?:的|了)?工|散(?:的|了)?伙|收尾|撤场|退场|验收|结束|竣工|停工|干完|做完|离开|离职|(?:出|回|下)来|回(?=[,，。\s]|$)|走的|走了|活干完)"
)
_CLAUSE = re.compile(r"[,，。！？!?;；\n:：]")
_STRONG = re.compile(r"[。！？!?;；\n]")

_DAY = re.compile(r"\d[日号]|[一二三四五六七八九十][日号]")
_DAYS = {
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "明天": 1,
    "明日": 1,
    "明儿": 1,
    "后天": 2,
    "大后天": 3,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "大前天": -3,
}
_DAY_WORD = re.compile("|".join(sorted(_DAYS, key=len, reverse=True)))
_WEEKDAY = re.compile(
    r"(?P<which>上上|上|下下|下|这|本)?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末1-6])"
)
_IN_DAYS = re.compile(
    r"(?:过)?(?P<n>\d{1,2}|[一二两三四五六七八九十半])个?(?P<unit>天|星期|礼拜|周|月)(?:以?后|之后|内)"
)
_COUNT = {**{c: n for n, c in enumerate("零一二三四五六七八九十")}, "两": 2}


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    first: int
    last: int | None
    first_year_only: bool
    last_year_only: bool
    score: float


def _name(month: int, *, year_only: bool) -> str:
    return f"{month // 12:04d}" if year_only else f"{month // 12:04d}-{month % 12 + 1:02d}"


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a span, and the rest of its sentence only where the clause is bare."""
    left = max((m.end() for m in _CLAUSE.finditer(text, max(0, start - 40), start)), default=None)
    right = _CLAUSE.search(text, end, end + 60)
    if right and right.start() - end <= 3 and not _STRONG.match(right[0]):
        right = _CLAUSE.search(text, right.end(), end + 60)  # 2018年起，公司 …
    begin = left if left is not None else max(0, start - 40)
    return text[begin : right.start() if right else end + 60]


def _sentence_after(text: str, end: int) -> str:
    stop = _STRONG.search(text, end, end + 80)
    return text[end : stop.start() if stop else end + 80]


def _score(text: str, candidate: tuple[int, int], *, ranged: bool) -> float:
    start, end = candidate
    clause, after = _clause(text, start, end), _sentence_after(text, end)
    score = 1.0 if ranged else 0.0
    if _OWED.search(clause) or _ONLY_PAID.search(clause):
        score += 2.0
    elif _OWED.search(after):
        score += 0.7
    if _WAGES.match(text, end):
        score += 1.0
    if _PUT_OFF.search(text, max(0, start - 6), start) or _PUT_OFF_AGAIN.match(text, end):
        score -= 2.0
    if _WORK.search(clause):
        score += 1.2
    if _HISTORY.search(clause):
        score -= 1.5 if _OWED.search(clause) else 3.0
    if _PAID.search(clause):
        score -= 0.5 if _WAGES.match(text, end) else 1.5
    return score


def _range_after(text: str, points: Sequence[Point], index: int) -> tuple[int, Point] | None:
    """The last point of a range that begins at ``index``: 去年10月到今年3月, 7、8、9月."""
    here = points[index]
    found: tuple[int, Point] | None = None
    for at in range(index + 1, min(index + 13, len(points))):
        nearer, other = points[at - 1], points[at]
        if other.first is None or (other.day_only):
            break
        between = text[nearer.end : other.start]
        far = at == index + 1 and bool(_FAR_TO.fullmatch(text, nearer.end, other.start))
        if not between and nearer.month_said and other.month_said:
            found = (at, other)  # 4月5月6月
            continue
        far = far or (at == index + 1 and _ended(text, nearer, other))
        begun = here.day is None or bool(_BEGUN.match(between))
        if not _TO.fullmatch(between) and not (far and begun):
            break
        if here.first is None or other.first < here.first or other.first > here.first + 144:
            break
        found = (at, other)
        if not _LIST.fullmatch(between):
            break
    return found


_BEGUN = re.compile(r"(?:开工|进场|进厂|入职|去的|到岗|起|开始|动工)")


def _ended(text: str, first: Point, last: Point) -> bool:
    """Whether work that began at one point ended at the next: 3月份在…，5月份完工."""
    between = text[first.end : last.start]
    return (
        len(between) <= 48
        and not _STRONG.search(between)
        and bool(_DONE.match(text, last.end))
        and not _HISTORY.search(between)
    )


def _candidates(text: str, points: Sequence[Point], on: date) -> list[_Candidate]:
    now = on.year * 12 + on.month - 1
    found: list[_Candidate] = []
    index = 0
    while index < len(points):
        point = points[index]
        index += 1
        if point.first is None or point.first > now:
            continue
        ranged = _range_after(text, points, index - 1)
        if ranged:
            index = ranged[0] + 1
            found.append(_ranged(text, point, ranged[1]))
        else:
            found.append(_single(text, point))
    return found


def _ranged(text: str, first: Point, last: Point) -> _Candidate:
    span = (first.start, last.end)
    assert first.first is not None  # noqa: S101 - narrowed by the caller
    score = _score(text, span, ranged=True)
    return _Candidate(*span, first.first, last.last, first.year_only, last.year_only, score)


def _single(text: str, point: Point) -> _Candidate:
    assert point.first is not None  # noqa: S101 - narrowed by the caller
    end, last = point.end, point.last
    score = _score(text, (point.start, point.end), ranged=False)
    if until := _UNTIL_NOW.match(text, point.end):
        end, last, score = until.end(), None, score + 1.0
    elif _OPEN.match(text, point.end):
        last = None
    if point.day is not None:
        score -= 1.0
    if point.year_only:
        score -= 0.5
    return _Candidate(point.start, end, point.first, last, point.year_only, point.year_only, score)


def periods(plain: Plain, points: Sequence[Point], on: date) -> list[Fact]:
    """The periods that a text tells of, the likeliest with the highest confidence."""
    found = _candidates(plain.text, points, on)
    alone = _alone(plain, found)
    facts = []
    for candidate in found:
        if candidate.score <= 0.9 and not alone:
            continue
        period = Period(
            start=_name(candidate.first, year_only=candidate.first_year_only),
            end=None
            if candidate.last is None
            else _name(candidate.last, year_only=candidate.last_year_only),
        )
        confidence = 0.8 if alone else min(0.95, 0.4 + candidate.score / 8)
        span = (candidate.start, candidate.end)
        facts.append(plain.fact(FactName.PERIOD, period, span, confidence=confidence))
    return facts


def _alone(plain: Plain, found: Sequence[_Candidate]) -> bool:
    """Whether the text is little more than the period itself: an answer to a question."""
    if len(found) != 1:
        return False
    if _HISTORY.search(plain.text) or _DAY.search(plain.text):
        return False
    covered = found[0].end - found[0].start
    return len(plain.text.strip(" 。.的就是从在")) - covered <= 4


def _day_of(point: Point, on: date) -> tuple[date, float] | None:
    """The day that a point names; without a month the next such day, with little confidence."""
    if point.day is None or not 1 <= point.day <= 31:
        return None
    if point.first is not None and point.first // 12 > 0:
        if not 1900 <= point.first // 12 <= 2200:
            return None
        return _with_month(point.first, point.day, on, said=point.year_said)
    month = on.year * 12 + on.month - 1 + (point.day < on.day)
    return _calendar(month, point.day), 0.5


def _calendar(month: int, day: int) -> date:
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _with_month(month: int, day: int, on: date, *, said: bool) -> tuple[date, float]:
    if said:
        return _calendar(month, day), 0.95
    near = min((_calendar(month + 12 * k, day) for k in (0, 1)), key=lambda d: abs((d - on).days))
    return near, 0.8


def _weekday(match: re.Match[str], on: date) -> date:
    name = match["day"]
    day = (
        5
        if name == "末"
        else 6
        if name in "日天"
        else ("一二三四五六".find(name) if not name.isascii() else int(name) - 1)
    )
    monday = on - timedelta(days=on.weekday())
    which = match["which"]
    if which is None or which in ("这", "本"):
        found = monday + timedelta(days=day)
        return found + timedelta(days=7) if which is None and found < on else found
    weeks = {"上上": -2, "上": -1, "下": 1, "下下": 2}[which]
    return monday + timedelta(days=day + 7 * weeks)


def days(plain: Plain, points: Sequence[Point], on: date) -> list[Fact]:
    """Single days named in a text: 12月5号, 明天, 下周五, 三天后."""
    facts = []
    for point in points:
        if found := _day_of(point, on):
            span = (point.start, point.end)
            facts.append(plain.fact(FactName.DATE, found[0], span, confidence=found[1]))
    text = plain.text
    named = [(m, on + timedelta(days=_DAYS[m[0]]), 0.7) for m in _DAY_WORD.finditer(text)]
    named += [(m, _weekday(m, on), 0.8) for m in _WEEKDAY.finditer(text)]
    named += [(m, day, 0.6) for m in _IN_DAYS.finditer(text) if (day := _later(m, on))]
    facts += [plain.fact(FactName.DATE, day, m.span(), confidence=sure) for m, day, sure in named]
    return facts


def _later(match: re.Match[str], on: date) -> date | None:
    said = match["n"]
    if said == "半" or match["unit"] == "月":
        return None
    count = int(said) if said.isdigit() else _COUNT[said]
    return on + timedelta(days=count * (1 if match["unit"] == "天" else 7))
