"""Numbers as people write and say them: 两万八, 4万7千多, 二三十万, 3.7万, 28,000, 贰万捌仟.

The libraries tried read 两万八 as 20,008 or stumble on 多, so this is our own reader. It walks the
text once; what it cannot read it leaves alone, because a wrong number is worse than none.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2,
    "俩": 2,
    "仨": 3,
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10_000, "亿": 100_000_000}
LATIN = {"k": 1000, "K": 1000, "w": 10_000, "W": 10_000}
LARGEST = Decimal(10) ** 11
LONGEST_ARABIC = 13

_DIGIT = "零一二三四五六七八九壹贰叁肆伍陆柒捌玖两"
_START = re.compile(r"[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖两俩仨几数十拾百佰千仟万]")
_ARABIC = re.compile(
    r"\d(?:\s\d){2,6}(?=\s?(?:元|块))|\d{1,3}(?:\s\d{3})+(?:\.\d\d)?(?=\s?(?:元|块|yuan|rmb|RMB))|(?<=[¥￥])\d{1,3}(?:\s\d{3})+(?:\.\d\d)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,4}(?!\d))?|\d+(?:\.\d{1,4}(?![\d.]))?"
)
_POSITIONAL = re.compile(rf"[{_DIGIT}]{{3,}}(?![十百千万亿拾佰仟])|[一二]零[一二三][{_DIGIT}]")
_COUNTER = re.compile(
    r"\s?(?:多|来|余)?(?:个(?![\d])|人|名|位|口|天|日(?!结)|年|月|号|岁|栋|期|次|层|楼|标|班|回|家|周|星期"
    r"|礼拜|小时|(?<!多)点|半个|半年|块(?=[钱]?一天)|/(?![月天日年人位名]))"
)
NO_DIGIT = re.compile(
    r"一(?:直|共|起|分(?!\d)|点|些|次|下|样|般|定|切|边|方|会|律|再|拖|旦|向|群|伙|帮|行|同|走|听|到|概|味|并)|四处|四川|三门峡|三番|五金|六安|九江|二七|七里河|二楼|三楼|二期|三期|十分|百般|两清|五险"
)
"""Words whose first character is no digit of the number before: 还剩13万一直不给."""

_TENS_COUNTED = re.compile(
    r"[一二三四五六七八九]?十[一二三四五六七八九]?(?:多|来|几)?(?:个|名|位|人)"
)
_ALONE = re.compile(
    r"百(?:十|八十)来?万|万(?:儿?八千|把|来|多?块|元)|千(?:儿?八百|把|来块|多块)|百(?:十|八十|把|来块|多块)"
)
_LETTER = re.compile(r"[A-Za-z]")
_POINT = re.compile(
    rf"(?P<whole>[{_DIGIT}]?十?[{_DIGIT}]|[{_DIGIT}]?十)点(?P<part>[{_DIGIT}]{{1,3}})(?P<unit>[百千万亿])"
)
"""三点五万: the spoken decimal."""

_HALF = re.compile(r"半(?![年个天月夜路价截道成点]|工(?!资|钱))")
_PIECES = re.compile(
    r"(?P<count>\d{1,3}(?:\.\d{1,2})?|[一二两三四五六七八九十])个(?:[wW](?![A-Za-z])|万(?![一-龥])|万(?=[块元没不多到啊呢吧左的]|工[资钱]))"
)
"""三个w: thirty thousand."""

_BARE = re.compile(
    r"(?P<unit>[万千百])(?P<digit>[一二三四五六七八九])(?=多?(?:上下|左右|出头|块|元)|[,，。!！?？\s]|$)"
)
"""千五 for 1,500: the one before the unit is not said."""

_IDIOM = re.compile(r"万儿?八千|千儿?八百|百八十|百十")
_JOIN = re.compile(r"(?:元|块钱|块|个月|个人|人)?\s?(?:到|至|-{1,2}|~|或者?)\s?")
_BEFORE = re.compile(
    r"(?:大概|大约|约|近|将近|差不多|接近|估计|估摸|可能|得有|快|不到|不足|至少|起码|超过|多达|上|成|about|around)"
    r"\s?(?:有|欠|是|欠了|共|我们|一共)?$"
)
_AFTER = re.compile(
    r"\+|(?:个|名|位)?(?:块钱|元钱|块|元|人|天|月|年)?(?:钱|的样子|的)?(?:左右|上下|出头|以上|大概|的样子|往上|不到|吧)"
)
_MORE = frozenset("多余来把")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range in the plain text; ``unit`` is the largest unit that was said."""

    low: Decimal
    high: Decimal
    start: int
    end: int
    unit: int = 1
    approximate: bool = False
    vague: bool = False  # 几, 数: no leading digit was said
    arabic: bool = False
    grouped: bool = False  # 28,000
    positional: bool = False  # 二零一八: digits read one by one

    @property
    def single(self) -> bool:
        """Whether one number was said, not a range."""
        return self.low == self.high


@dataclass(slots=True)
class _Walk:
    """A walk over one number: finished 万 and 亿 in ``total``, the rest in ``section``."""

    text: str
    at: int
    total: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    section: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    filled: bool = False  # the section holds something
    last: int = 0  # the last unit passed
    last_big: int = 0
    top: int = 1
    approximate: bool = False
    vague: bool = False
    zero: bool = False

    def step(self) -> bool:
        """Reads one more piece; False where the number ends."""
        char = self.text[self.at : self.at + 1] or "\n"
        if self.last_big and not self.filled and _TENS_COUNTED.match(self.text, self.at):
            return False  # 欠三万二十个人: twenty people
        if char in BIG or char in LATIN:
            return self._big(char)
        if char in SMALL:
            return self._small(Decimal(1), Decimal(1), self.at)
        if char == "零":
            self.zero, self.at, self.filled = True, self.at + 1, True
            return True
        if char in _MORE:
            return self._more()
        other = self._half if char == "半" else self._chinese
        return self._arabic() if char in "0123456789" else other()

    def _big(self, char: str) -> bool:
        unit = BIG.get(char) or LATIN[char]
        latin_word = char in LATIN and bool(_LETTER.match(self.text, self.at + 1))
        if (self.last_big and unit >= self.last_big) or not self.filled or latin_word:
            return False
        self.total = (
            self.total[0] + self.section[0] * unit,
            self.total[1] + self.section[1] * unit,
        )
        self.section, self.filled, self.zero = (Decimal(0), Decimal(0)), False, False
        self.last = self.last_big = unit
        self.top = max(self.top, unit)
        self.at += 1
        return True

    def _more(self) -> bool:
        following = self.text[self.at + 1 : self.at + 2]
        large = self.last >= 10 or self.section[1] >= 10
        if not large or (
            self.text[self.at] == "来" and following and following not in "万亿个块人元名位天"
        ):
            return False
        self.approximate = True
        self.at += 1
        return following in BIG and bool(following)

    def _half(self) -> bool:
        """一万半: fifteen thousand."""
        ended = not self.filled or self.last == 1000
        if self.last < 1000 or not ended or not _HALF.match(self.text, self.at):
            return False
        half = Decimal(self.last) / 2
        self.section = (self.section[0] + half, self.section[1] + half)
        self.at += 1
        return False

    def _small(self, low: Decimal, high: Decimal, at: int) -> bool:
        unit = SMALL[self.text[at]]
        if self.filled and 0 < self.last <= unit and self.last < 10_000:
            return False
        self.section = (self.section[0] + low * unit, self.section[1] + high * unit)
        self.filled, self.zero = True, False
        self.last, self.top, self.at = unit, max(self.top, unit), at + 1
        return True

    def _arabic(self) -> bool:
        match = _ARABIC.match(self.text, self.at)
        if match is None or len(match[0]) > LONGEST_ARABIC or (self.filled and not self.last):
            return False
        value, end = Decimal(re.sub(r"[,\s]", "", match[0])), match.end()
        following = self.text[end : end + 1]
        if following in SMALL and following:
            return self._small(value, value, end)
        return self._trailing((value, value), end, digits=len(match[0]))

    def _chinese(self) -> bool:
        group = _group(self.text, self.at)
        if group is None:
            return False
        low, high, end, vague = group
        if vague and not (self.filled or self.last):
            self.vague = True
        if vague and self.text[self.at - 1 : self.at] == "大":
            low = Decimal(5)  # 大几千
        if vague and self.last == 10:
            low = Decimal(0)
        self.approximate = self.approximate or vague
        following = self.text[end : end + 1]
        if following in SMALL and following:
            return self._small(low, high, end)
        return self._trailing((low, high), end, digits=1)

    def _trailing(self, value: tuple[Decimal, Decimal], end: int, *, digits: int) -> bool:
        """A last digit without a unit: 两万八 is 28,000, 一百零五 is 105, 3万5000 is 35,000."""
        following = self.text[end : end + 1]
        if following in BIG and following:  # it is the head of the next section
            if self.filled and self.last != 10 and not self.zero:
                return False
            scale = 1
        elif self.last <= 10 or self.zero:
            scale = 1
        elif _COUNTER.match(self.text, end) or NO_DIGIT.match(self.text, self.at):
            return False  # 三万五个月: the five counts months
        else:
            scale = self.last // 10 if digits == 1 else 1
        if self.last >= 10 and value[1] * scale >= self.last:
            return False
        self.section = (self.section[0] + value[0] * scale, self.section[1] + value[1] * scale)
        self.filled, self.at = True, end
        more = following in BIG or following in LATIN or following in _MORE
        return bool(following) and more

    def quantity(self, start: int) -> Quantity | None:
        low, high = self.total[0] + self.section[0], self.total[1] + self.section[1]
        if self.at == start or not 0 <= low <= high <= LARGEST:
            return None
        return Quantity(
            low=low,
            high=high,
            start=start,
            end=self.at,
            unit=self.top,
            approximate=self.approximate or low != high,
            vague=self.vague and high >= low * 2,  # 几十, but not 四十几
            arabic=self.text[start].isascii(),
            grouped="," in self.text[start : self.at],
        )


def _group(text: str, at: int) -> tuple[Decimal, Decimal, int, bool] | None:
    """A digit, two neighbouring digits (二三, 七八) or 几: low, high, end, vague."""
    char = text[at : at + 1] or "\n"
    if char in "几数":
        return Decimal(2), Decimal(9), at + 1, True
    if text[at : at + 2] == "好几" and text[at - 1 : at] == "十":
        return Decimal(1), Decimal(9), at + 2, True  # 二十好几
    if char not in DIGITS:
        return None
    if text[at : at + 2] in ("仨俩", "三俩", "三两"):
        return Decimal(2), Decimal(3), at + 2, False
    low, second = DIGITS[char], text[at + 1 : at + 2]
    if second and second in DIGITS and 0 < low < DIGITS[second] <= low + 2:
        return Decimal(low), Decimal(DIGITS[second]), at + 2, False
    return Decimal(low), Decimal(low), at + 1, False


def _special(text: str, at: int) -> Quantity | None:
    """Digits read one by one, and the idioms that start with a unit (万把块, 千儿八百)."""
    if match := _POSITIONAL.match(text, at):
        if len(match[0]) > LONGEST_ARABIC:
            return Quantity(LARGEST, LARGEST, at, match.end(), positional=True, vague=True)
        value = Decimal("".join(str(DIGITS[char]) for char in match[0]))
        return Quantity(value, value, at, match.end(), positional=True)
    if match := _PIECES.match(text, at):
        said = match["count"]
        count = Decimal(said) if said[0].isascii() else Decimal(DIGITS.get(said, 10))
        value = count * 10_000
        return Quantity(value, value, at, match.end(), unit=10_000)
    if match := _POINT.match(text, at):
        return _spoken_decimal(text, match)
    return _from_unit(text, at)


def _from_unit(text: str, at: int) -> Quantity | None:
    """A number that begins with its unit: 千五, 万把块, 千儿八百."""
    if match := _BARE.match(text, at):
        unit = SMALL.get(match["unit"]) or BIG[match["unit"]]
        value = Decimal(unit + DIGITS[match["digit"]] * unit // 10)
        return Quantity(value, value, at, match.end(), unit=unit)
    if match := _ALONE.match(text, at):
        unit = SMALL.get(text[at]) or BIG[text[at]]
        if match[0].endswith("万") and text[at] == "百":  # 百十来万
            return Quantity(
                Decimal(1_000_000),
                Decimal(1_100_000),
                at,
                match.end(),
                unit=10_000,
                approximate=True,
            )
        idiom = _IDIOM.match(text, at)
        end = idiom.end() if idiom else at + 1 + (text[at + 1] in _MORE)
        value = Decimal(unit)
        return Quantity(value, value, at, end, unit=unit, approximate=True)
    return None


def _spoken_decimal(text: str, match: re.Match[str]) -> Quantity:
    tens, ten, ones = match["whole"].rpartition("十")
    whole = (DIGITS[tens] if tens else 1) * 10 if ten else 0
    whole += DIGITS[ones] if ones else 0
    part = "".join(str(DIGITS[char]) for char in match["part"])
    unit = SMALL.get(match["unit"]) or BIG[match["unit"]]
    value = Decimal(f"{whole}.{part}") * unit
    more = text[match.end() : match.end() + 1] in _MORE
    return Quantity(
        value, value, match.start(), match.end() + more, unit=unit, approximate=bool(more)
    )


def _read(text: str, at: int) -> Quantity | None:
    if special := _special(text, at):
        return special
    char = text[at : at + 1] or "\n"
    before = text[at - 1 : at]
    if char in "百佰千仟万" and before not in ("上", "成", "近"):
        return None
    if char == "数" and text[at + 1 : at + 2] not in ("十", "百", "千", "万"):
        return None
    walk = _Walk(text, at)
    if char == "万":
        walk.section, walk.filled = (Decimal(1), Decimal(1)), True
    while walk.step():
        pass
    return walk.quantity(at)


def _hedged(text: str, found: Quantity) -> Quantity:
    """The quantity, marked approximate where a word beside it says so."""
    if found.approximate:
        return found
    near = text[max(0, found.start - 8) : found.start]
    small = near.endswith("小") and found.high >= 1000  # 小两万
    if small or _BEFORE.search(near) or _AFTER.match(text, found.end):
        return replace(found, approximate=True)
    return found


def _joined(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Two quantities as one range: 3-5万, 三到五万, 5000元到6000元, 8或9."""
    if not _JOIN.fullmatch(text, first.end, second.start) or first.positional or second.positional:
        return None
    low = first.low
    if first.unit == 1 and second.unit >= 1000 and first.low < second.low / second.unit * 10:
        low = first.low * second.unit
    if not low < second.high or not (first.single and second.single):
        return None
    if second.high > low * 20:
        return None
    return replace(second, low=low, start=first.start, approximate=True, vague=False)


def quantities(text: str) -> list[Quantity]:
    """Every number of a plain text, in order, none overlapping another."""
    found: list[Quantity] = []
    at = 0
    while match := _START.search(text, at):
        quantity = _read(text, match.start())
        if quantity is None:
            digits = _ARABIC.match(text, match.start())
            at = digits.end() if digits else match.start() + 1
            continue
        at = quantity.end
        if quantity.high >= LARGEST:
            continue
        quantity = _hedged(text, quantity)
        joined = _joined(text, found[-1], quantity) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(quantity)
    return found
