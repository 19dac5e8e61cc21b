"""Years, months and days as people name them, read at one place of a text.

``on`` is the day of the message: 去年, 上个月, 年前 and a month without a year are counted from it.
A month is a whole number, ``year * 12 + month - 1``, so that ranges are plain subtraction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nlu.numerals import DIGITS

_CN_MONTH = {
    **{char: number for number, char in enumerate("零一二三四五六七八九十")},
    "十一": 11,
    "十二": 12,
    "正": 1,
    "元": 1,
    "冬": 11,
    "腊": 12,
}
_RELATIVE_YEAR = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1}
_RELATIVE_MONTH = {
    "上上个月": -2,
    "上上月": -2,
    "上个月": -1,
    "上月": -1,
    "这个月": 0,
    "本月": 0,
    "下个月": 1,
    "下月": 1,
}
_FESTIVAL = {
    "元旦": (1, 1),
    "春节": (2, 2),
    "过完年": (2, 2),
    "年后": (2, 2),
    "开春": (3, 3),
    "清明": (4, 4),
    "五一": (5, 5),
    "端午": (6, 6),
    "麦收": (6, 6),
    "中秋": (9, 9),
    "国庆": (10, 10),
    "十一": (10, 10),
    "年初": (1, 1),
    "初": (1, 1),
    "年中": (6, 6),
    "年底": (12, 12),
    "年末": (12, 12),
    "底": (12, 12),
    "末": (12, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "春天": (3, 5),
    "夏天": (7, 7),
    "秋天": (9, 11),
    "冬天": (12, 14),
}
_WORDS = "|".join(sorted(_FESTIVAL, key=len, reverse=True))

_START = re.compile(
    r"(?<![\d.])\d{1,4}(?=\s?[年月日号./、,和及到至~-])"
    r"|(?<=[、,和及])\d{1,2}(?=[两三四五六]个月)"
    r"|(?<![千百万][一二三四五六七八九])(?<![千百万])[零一二三四五六七八九十正元冬腊](?=[零一二三四五六七八九十]{0,3}[年月日号、到至-])"
    r"|(?<![千百万])[大去前今本当同明上下这月年元春过开清端麦中国转次翌第]|(?<![百千万十\d])五(?=一)"
)
_YEAR = re.compile(
    r"(?P<full>(?:19|20)\d\d)\s?(?:年度?|(?=[./-](?:1[0-2]|0?[1-9])(?!\d)))"
    r"|(?P<open>(?:19|20)\d\d)(?=\s?[到至~-]\s?(?:19|20)\d\d)"
    r"|(?P<cn>[一二][零九][零一二三四五六七八九]{2})年"
    r"|(?P<short>(?<![\d.了有过满近达第])[012]\d)年(?=的|[干做在]|\s?(?:\d{1,2}|[一二三四五六七八九十正冬腊]{1,2})月|\s?\d{1,2}[-到至、]\d|[初底末上下中春夏秋冬]|[到至]\d\d年|开始|起)"
    r"|(?P<shortcn>[一二][零一二三四五六七八九])年(?=\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月|[初底末上下])"
    r"|(?P<word>大前年|前年|去年|今年(?!(?:都|已经?|才|刚|快)?\d{2}(?:岁|周岁|了|多|[,，。]))|本年|明年)(?:年(?=[初底末]))?"
    r"|(?P<same>当年|同年)|(?P<next>转年|次年|翌年|第二年)(?=\s?(?:的|\d{1,2}月|[一二三四五六七八九十正冬腊]{1,2}月|[初底末上下春夏秋冬]))"
)
_MONTH = re.compile(
    r"(?P<number>1[0-2]|0?[1-9])月份?|(?P<cn>(?!一月(?:\d{3,}|[两三四五六七八九]千))(?:十[一二]?|[一二三四五六七八九正元冬腊]))月份?"
    rf"|(?P<word>上上个?月|上个?月|这个月|本月|下个?月)份?|(?P<festival>{_WORDS})(?:节|时候)?"
)
_MONTH_AFTER_YEAR = re.compile(
    r"[./-](?P<number>1[0-2]|0?[1-9])(?![\d])月?份?|\s?(?P<bare>1[0-2]|0?[1-9])(?=\s?[-~到至、,和及]\s?\d{1,2}月)"
)
_BARE_HEAD = re.compile(
    r"(?P<bare>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
    r"(?:(?<=[、,和及]\d)(?=[两三四五六]个月)|(?<=[、,和及]\d\d)(?=[两三四五六]个月)|(?=\s?(?:[-~到至、,和及.]\s?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])){1,8}\s?(?:月|[两三四五六]个月)))"
)
_DAY = re.compile(
    r"\s?(?P<number>[12]\d|3[01]|0?[1-9])[日号](?!楼|线|院|门|井|人)"
    r"|(?P<cn>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|初?[一二三四五六七八九])[日号](?!楼|人|工|民|农|师傅|兄弟|老乡)"
    r"|[./-](?P<dotted>[12]\d|3[01]|0?[1-9])(?!\d|年|月)[日号]?"
    r"|(?P<lunar>初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|三十)(?=[到至,，。\s]|$|[-~那左]|开始|干|就|才|给)"
    r"|(?P<part>[上中下]旬|月?[初底末](?!中|期|薪)|月中)"
)
_DOTTED_DAY = re.compile(r"(?P<month>1[0-2]|0?[1-9])[./](?P<day>[12]\d|3[01]|0?[1-9])[日号]")
_THROUGH = re.compile(r"(?:份|底|初)?\s?(?:一直)?[到至~-]")
_MONTH_NEXT = re.compile(r"(?:\d{1,2}|[一二三四五六正])月")
_AGO = re.compile(r"年前(?!面)")
_PART_DAY = {"上旬": 5, "中旬": 15, "下旬": 25, "初": 3, "月初": 3, "中": 15, "月中": 15}


@dataclass(frozen=True, slots=True)
class Point:
    """A named time. ``first`` and ``last`` are months; ``day`` where one was named."""

    start: int
    end: int
    first: int | None
    last: int | None
    year_only: bool = False
    year_said: bool = False
    day: int | None = None
    day_only: bool = False

    @property
    def month_said(self) -> bool:
        """Whether a month can be told from it."""
        return self.first is not None and not self.year_only


@dataclass(slots=True)
class _Reader:
    """Reads points left to right; remembers the last year that was said."""

    text: str
    on: date
    year: int | None = None
    previous: Point | None = None

    def at(self, start: int) -> Point | None:
        if dotted := _DOTTED_DAY.match(self.text, start):
            month = self._placed(int(dotted["month"]), year=None)
            return Point(start, dotted.end(), month, month, day=int(dotted["day"]))
        if _AGO.match(self.text, start):
            return self._before_new_year(start)
        year, end = self._year(start)
        months, end = self._months(end, year)
        day, end = self._day(end, months is not None)
        if end == start:
            return None
        return self._point(start, end, (year, months, day))

    def _point(
        self, start: int, end: int, parts: tuple[int | None, tuple[int, int] | None, int | None]
    ) -> Point:
        year, months, day = parts
        if months is not None:
            return Point(start, end, *months, year_said=year is not None, day=day)
        if year is not None:
            first = year * 12
            return Point(start, end, first, first + 11, year_only=True, year_said=True)
        return Point(start, end, None, None, day=day, day_only=True)

    def _before_new_year(self, start: int) -> Point:
        last = (self.on.year - 1) * 12 + 11
        return Point(start, start + 2, last - 11, last, year_only=True)

    def _year(self, at: int) -> tuple[int | None, int]:
        match = _YEAR.match(self.text, at)
        if match is None:
            return None, at
        year = self._year_value(match)
        if year is None:
            return None, at
        self.year = year
        return year, match.end()

    def _year_value(self, match: re.Match[str]) -> int | None:
        if said := match["full"] or match["open"]:
            return int(said)
        if match["word"]:
            return self.on.year + _RELATIVE_YEAR[match["word"]]
        if match["same"]:
            return self.year
        if match["next"]:
            return self.year + 1 if self.year else None
        if match["short"]:
            return self._two_digits(int(match["short"]))
        digits = int("".join(str(DIGITS[char]) for char in match["cn"] or match["shortcn"]))
        return digits if match["cn"] else self._two_digits(digits)

    def _two_digits(self, number: int) -> int | None:
        year = 2000 + number
        return year if 2000 < year <= self.on.year + 1 else None

    def _months(self, at: int, year: int | None) -> tuple[tuple[int, int] | None, int]:
        space = 1 if year is not None and self.text[at : at + 1] in (" ", "的") else 0
        matchers = [_MONTH, _BARE_HEAD]
        if year is not None:
            matchers.append(_MONTH_AFTER_YEAR)
        for matcher in matchers:
            if match := matcher.match(self.text, at + space):
                months = self._month_value(match, year)
                if months is not None:
                    return months, match.end()
        return None, at

    def _month_value(self, match: re.Match[str], year: int | None) -> tuple[int, int] | None:
        groups = match.groupdict()
        if word := groups.get("word"):
            now = self.on.year * 12 + self.on.month - 1
            month = now + _RELATIVE_MONTH[word]
            return month, month
        if festival := groups.get("festival"):
            if festival in ("年后", "过完年", "开春") and _MONTH_NEXT.match(
                self.text, match.end()
            ):
                return None  # 年后二月份 is February
            if festival in ("初", "底", "末", "十一") and year is None:
                return None
            first, last = _FESTIVAL[festival]
            base = self._placed(first, year)
            return base, base + last - first
        said = groups.get("number") or groups.get("bare") or groups.get("cn") or ""
        number = int(said) if said.isdigit() and said.isascii() else _CN_MONTH[said]
        month = self._placed(number, year)
        return month, month

    def _placed(self, month: int, year: int | None) -> int:
        """A month of the year said, else of the year said last, else the latest such month."""
        if year is not None:
            return year * 12 + month - 1
        now = self.on.year * 12 + self.on.month - 1
        before = self.previous
        if before is not None and before.month_said and before.first is not None:
            year = before.first // 12
            placed = year * 12 + month - 1
            return placed + 12 if self._rolls(placed, before) and placed + 12 <= now else placed
        if self.year is not None:
            return self.year * 12 + month - 1
        placed = self.on.year * 12 + month - 1
        return placed if placed <= now else placed - 12

    def _rolls(self, placed: int, before: Point) -> bool:
        """Whether a range runs over the new year: 2018年12月到1月."""
        between = self.text[before.end : before.end + 4]
        winter = before.month_said and placed % 12 == 0 and between.startswith("正月")
        return (
            before.first is not None
            and placed < before.first
            and bool(winter or _THROUGH.match(between))
        )

    def _day(self, at: int, month: bool) -> tuple[int | None, int]:
        match = _DAY.match(self.text, at)
        if match is None or (match["dotted"] and not month):
            return None, at
        if part := match["part"]:
            if not month and not part.startswith("月"):
                return None, at
            return _PART_DAY.get(part, 28), match.end()
        if said := match["number"] or match["dotted"]:
            return int(said), match.end()
        if match["lunar"] and not month:
            return None, at
        return chinese_day(match["cn"] or match["lunar"]), match.end()


def chinese_day(said: str) -> int:
    """二十三 as 23."""
    tens, _, ones = said.removeprefix("初").rpartition("十")
    if "十" not in said:
        return _CN_MONTH[ones]
    return (_CN_MONTH[tens] if tens else 1) * 10 + (_CN_MONTH[ones] if ones else 0)


def points(text: str, on: date) -> Iterator[Point]:
    """Every point in time of a plain text, in order."""
    reader = _Reader(text, on)
    at = 0
    while match := _START.search(text, at):
        point = reader.at(match.start())
        at = point.end if point else match.start() + 1
        if point:
            if point.year_said or point.month_said:
                reader.previous = point
            yield point
