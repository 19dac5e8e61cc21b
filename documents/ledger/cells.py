"""One cell into one value, whatever way people wrote it; or what is wrong with it.

`read_cell` and `written_cell` are each other's way back.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from math import isfinite

from casework.errors import QingxinError
from casework.ledger import DepositForm, ProjectClass, ProjectState
from casework.ledger_fields import FIELDS, FieldKind, FieldValue
from casework.money import Fen

Raw = str | int | float | bool | date | datetime | None
"""What a spreadsheet program keeps in a cell; `datetime` is a `date`."""

CLEAR = "清空"
"""Written into a cell, it takes a value out of the ledger; an empty cell leaves it alone."""

MOST_TEXT, MOST_NAMES = 500, 4000
MOST_FEN = 10**15
EXCEL_DAYS = range(20_000, 80_000)
"""Serial days from 1954 to 2119: a number in a column of dates."""

ERROR_VALUES = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)
_DAY_ZERO = date(1899, 12, 30)

CLASS_WORDS: Mapping[str, tuple[str, ...]] = {
    "district": ("区属项目", "区属", "区级", "区级项目"),
    "city": ("市属项目", "市属", "市级", "市级项目", "市政"),
    "soe": ("国企项目", "国企", "央企", "国有企业", "央企项目"),
    "private": ("社会项目", "社会", "社会投资", "民营", "私营", "民企"),
}
SUB_CLASS_WORDS: Mapping[str, tuple[str, ...]] = {
    "funded": ("区财政出资", "财政出资", "财政", "财政投资"),
    "owned": ("区属企业", "区属国企"),
    "ppp": ("社会资本合作", "PPP", "政府和社会资本合作"),
    "mixed": ("资金混合", "混合"),
    "direct": ("市财政直接投资", "直接投资"),
    "indirect": ("市财政间接投资", "间接投资"),
    "central": ("央企", "中央企业"),
    "local": ("地方国企", "省属国企", "市属国企"),
}
STATE_WORDS: Mapping[str, tuple[str, ...]] = {
    "planned": ("未开工", "筹建", "拟建", "待开工"),
    "building": ("在建", "施工", "施工中", "建设中", "在施", "正常施工"),
    "stopped": ("停工", "停建", "缓建", "烂尾"),
    "finished": ("完工", "竣工", "已完工", "已竣工", "完工未结算"),
    "settled": ("已结算", "结算", "竣工结算"),
}
DEPOSIT_WORDS: Mapping[str, tuple[str, ...]] = {
    "cash": ("现金", "现金存储", "现金缴存", "银行存储", "存款"),
    "bank_guarantee": ("银行保函", "保函"),
    "company_guarantee": ("担保公司保函", "工程担保", "担保公司", "担保保函"),
    "insurance": ("保证保险", "保险", "工程保证保险", "保险保函", "保单"),
    "exempt": ("免缴", "免存", "免予存储"),
}
_YES = frozenset(
    [
        "是",
        "有",
        "已",
        "对",
        "已落实",
        "已设",
        "已设立",
        "已开设",
        "已到位",
        "到位",
        "落实",
        "√",
        "✓",
        "✔",
        "y",
        "yes",
        "true",
        "1",
    ]
)
_NO = frozenset(
    [
        "否",
        "无",
        "未",
        "没有",
        "不",
        "未落实",
        "未设",
        "未设立",
        "未到位",
        "×",
        "✗",
        "x",
        "n",
        "no",
        "false",
        "0",
    ]
)

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:[日号]|t.*)?")
_SERIAL = re.compile(r"\d{5}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-/.年]?(\d{1,2})月?")
_AMOUNT = re.compile(r"(?:人民币|¥|￥|约)?(-?[\d,]+(?:\.\d+)?|-?\.\d+)(亿|千万|百万|万)?元?整?")
_TIMES: Mapping[str | None, int] = {
    None: 1,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
_COUNT = re.compile(r"(\d{1,9})(?:人|个|名|个月|月)?")
_DEGREES = re.compile(r"(-?\d{1,3}(?:\.\d+)?)°?")
_SPLITS = "；;、，\n"
_ITEM = re.compile(rf'"(?:[^"]|"")*"(?=[{_SPLITS}]|$)|[^{_SPLITS}]+')


class BadCell(QingxinError):
    """What stands in a cell cannot be; ``hint`` helps to mend it."""

    def __init__(self, key: str, hint: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.hint = hint


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The district's own words: names by code."""

    industries: Mapping[str, str] = field(default_factory=dict)
    sub_districts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    _spelled: dict[FieldKind, dict[str, str]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def of(self, kind: FieldKind) -> Mapping[str, str]:
        """The names that a column of this kind may hold."""
        if kind is FieldKind.INDUSTRY:
            return self.industries
        return self.sub_districts if kind is FieldKind.SUB_DISTRICT else self.units

    def spellings(self, kind: FieldKind) -> Mapping[str, str]:
        """Codes and whole names as they are compared, with the code that each means."""
        if kind not in self._spelled:
            rows = self.of(kind).items()
            self._spelled[kind] = {_word(word): code for code, n in rows for word in (n, code)}
        return self._spelled[kind]


Read = Callable[[Raw, "Around"], FieldValue]


@dataclass(frozen=True, kw_only=True)
class Around:
    """What has to be known to read a cell: its column's unit, the district's words."""

    words: Vocabulary
    times: Decimal = Decimal(1)
    days_from: date = _DAY_ZERO


_AROUND = " \n\u3000\xa0"


def tidy(text: str) -> str:
    """A text as it is kept: without what cannot be seen or no file holds, and no spaces around it."""
    if text.isprintable():  # nearly every cell; the slow way below costs a third of a whole import
        return text.strip(_AROUND)
    kept = "".join(
        each
        for each in text.replace("\r\n", "\n").replace("\r", "\n")
        if each in "\n\t"
        or not (unicodedata.category(each) in {"Cc", "Cs"} or each in "\ufeff\ufffe\uffff")
    )
    return kept.strip(_AROUND)


def is_blank(raw: Raw) -> bool:
    """Whether a cell says nothing."""
    return raw is None or (isinstance(raw, str) and tidy(raw) in {"", "-", "—", "/", "——"})


def read_cell(name: str, raw: Raw, around: Around) -> FieldValue:
    """The value of a cell that is not blank. Raises BadCell."""
    kind = FIELDS[name]
    if isinstance(raw, str):
        raw = tidy(raw)
        if raw in ERROR_VALUES:
            raise BadCell("formula-error")
        if raw == CLEAR:
            return _cleared(name)
    value = _READERS[kind](raw, around)
    if name == "code" and not _CODE.fullmatch(str(value)):
        raise BadCell("code")
    if name == "contract_cycle_months" and value == 0:
        raise BadCell("count")
    return value


_CODE = re.compile(r"\S{1,40}")
"""A code is typed by people and stands in a link."""

_NEVER_EMPTY = frozenset({"code", "name", "project_class", "state"})


def _cleared(name: str) -> FieldValue:
    if name in _NEVER_EMPTY:
        raise BadCell("not-clear")
    kind = FIELDS[name]
    if name in {"command_post", "sample"}:
        return False
    if kind is FieldKind.NAMES:
        return ()
    return "" if kind in _KEPT_AS_TEXT else None


_KEPT_AS_TEXT = frozenset(
    {
        FieldKind.TEXT,
        FieldKind.MONTH,
        FieldKind.SUB_CLASS,
        FieldKind.INDUSTRY,
        FieldKind.SUB_DISTRICT,
        FieldKind.UNIT,
    }
)


def _number(raw: Raw) -> Decimal | None:
    """A cell that holds a number; what a program computed is a little off at its end."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not isfinite(raw):
        return None
    if abs(raw) > MOST_FEN:
        raise BadCell("too-much")
    return Decimal(repr(raw))


def _text(raw: Raw, _around: Around, most: int = MOST_TEXT) -> str:
    if isinstance(raw, date | bool):
        return _word(raw)
    if isinstance(raw, float) and raw.is_integer():
        # More digits than a program keeps of a number: they are lost already.
        if abs(raw) >= 10**15:
            raise BadCell("long-number")
        return str(int(raw))
    if isinstance(raw, int) and not isinstance(raw, bool) and abs(raw) >= 10**15:
        raise BadCell("long-number")
    text = str(raw)
    if len(text) > most:
        raise BadCell("too-long", str(most))
    return text


def _names(raw: Raw, around: Around) -> tuple[str, ...]:
    found = []
    for match in _ITEM.finditer(_text(raw, around, MOST_NAMES)):
        item = tidy(match.group())
        if len(item) > 1 and item.startswith('"') and item.endswith('"'):
            item = item[1:-1].replace('""', '"')
        if item and item not in found:
            found.append(item)
    return tuple(found)


def _yes_no(raw: Raw, _around: Around) -> bool:
    word = _word(raw)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise BadCell("yes-no")


def _day(raw: Raw, around: Around) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    number = _number(raw)
    # A time of day behind it (00:00:00) says nothing here.
    text = _word(str(raw).split()[0] if ":" in str(raw) else raw)
    serial = int(number) if number is not None else int(text) if _SERIAL.fullmatch(text) else 0
    if serial in EXCEL_DAYS:
        return around.days_from + timedelta(days=serial)
    match = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        raise BadCell("day-missing" if _MONTH.fullmatch(text) else "date")
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadCell("no-such-day") from None


def _month(raw: Raw, around: Around) -> str:
    text = _word(raw)
    match = None if isinstance(raw, date) else _MONTH.fullmatch(text)
    if match is None:
        try:
            return f"{_day(raw, around):%Y-%m}"
        except BadCell:
            raise BadCell("month") from None
    year, month = int(match[1]), int(match[2])
    if not 1 <= month <= 12 or not 1990 <= year <= 2100:
        raise BadCell("month")
    return f"{year:04d}-{month:02d}"


def _money(raw: Raw, around: Around) -> Fen:
    number = _number(raw)
    if number is not None:
        # What a program computed ends in 0.30000000000000004.
        fen = (number * around.times * 100).quantize(Decimal(1))
    else:
        match = _AMOUNT.fullmatch(_word(raw).replace("，", ","))
        if match is None:
            raise BadCell("money")
        own_unit = match[2] or _word(raw).endswith(("元", "整"))
        times = Decimal(_TIMES[match[2]]) if own_unit else around.times
        fen = _decimal(match[1].replace(",", "")) * times * 100
        if fen != fen.to_integral_value():
            raise BadCell("finer-than-fen")
    if fen < 0:
        raise BadCell("negative")
    if fen > MOST_FEN:
        raise BadCell("too-much")
    return Fen(int(fen))


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise BadCell("money") from None


def _share(raw: Raw, _around: Around) -> int:
    number = _number(raw)
    text = _word(raw)
    if number is None:
        match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%?", text)
        number = _decimal(match[1]) if match else None
        if number is None:
            raise BadCell("share")
    elif number < 1:
        number *= 100  # a cell that is shown as 20 % holds 0.2
    points = (number * 100).quantize(Decimal(1))
    if not 0 <= points <= 10_000:
        raise BadCell("share")
    return int(points)


def _count(raw: Raw, _around: Around) -> int:
    number = _number(raw)
    if number is not None and number == int(number) and 0 <= number < 10**9:
        return int(number)
    match = _COUNT.fullmatch(_word(raw).replace(",", ""))
    if number is not None or match is None:
        raise BadCell("count")
    return int(match[1])


def _degrees(raw: Raw, _around: Around) -> float:
    number = _number(raw)
    match = None if number is not None else _DEGREES.fullmatch(_word(raw))
    if number is None and match is None:
        raise BadCell("degrees")
    return float(number if number is not None else match[1] if match else 0)


def _word(raw: Raw) -> str:
    """A cell as one word, for comparing: 是 and ＹＥＳ with spaces around."""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, date):
        return f"{raw:%Y-%m-%d}"
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return "".join(unicodedata.normalize("NFKC", str(raw)).casefold().split())


@cache
def _spellings(kind: FieldKind) -> Mapping[str, str]:
    """Every word of a kind, as it is compared, with the value that it means."""
    return {_word(word): value for value, names in WORDS[kind].items() for word in (value, *names)}


def _one_of(kind: FieldKind, raw: Raw) -> str:
    value = _spellings(kind).get(_word(raw))
    if value is None:
        raise BadCell("one-of", "、".join(names[0] for names in WORDS[kind].values()))
    return value


def _named(kind: FieldKind) -> Read:
    """One of the district's own: by code, by name, or by the part of a name that fits no other."""

    def read(raw: Raw, around: Around) -> str:
        names, word = around.words.of(kind), _word(raw)
        known = around.words.spellings(kind).get(word)
        if known is not None:
            return known
        meant = [code for code, name in names.items() if len(word) > 1 and _fits(word, name)]
        if len(meant) == 1:
            return meant[0]
        raise BadCell("not-in-district", "、".join(_near(word, names.values())))

    return read


_OFFICE = re.compile(r"(街道办事处|街道办|街道|办事处)$")


def _fits(word: str, name: str) -> bool:
    return word in _word(name) or _OFFICE.sub("", word) == _OFFICE.sub("", _word(name))


def _near(word: str, names: Iterable[str]) -> list[str]:
    shared = sorted(names, key=lambda name: -len({*word} & {*_word(name)}))
    return shared[:5]


_READERS: Mapping[FieldKind, Read] = {
    FieldKind.TEXT: _text,
    FieldKind.NAMES: _names,
    FieldKind.YES_NO: _yes_no,
    FieldKind.DAY: _day,
    FieldKind.MONTH: _month,
    FieldKind.MONEY: _money,
    FieldKind.SHARE: _share,
    FieldKind.COUNT: _count,
    FieldKind.DEGREES: _degrees,
    FieldKind.CLASS: lambda raw, _: ProjectClass(_one_of(FieldKind.CLASS, raw)),
    FieldKind.SUB_CLASS: lambda raw, _: _one_of(FieldKind.SUB_CLASS, raw),
    FieldKind.STATE: lambda raw, _: ProjectState(_one_of(FieldKind.STATE, raw)),
    FieldKind.DEPOSIT_FORM: lambda raw, _: DepositForm(_one_of(FieldKind.DEPOSIT_FORM, raw)),
    FieldKind.INDUSTRY: _named(FieldKind.INDUSTRY),
    FieldKind.SUB_DISTRICT: _named(FieldKind.SUB_DISTRICT),
    FieldKind.UNIT: _named(FieldKind.UNIT),
}


WORDS: Mapping[FieldKind, Mapping[str, tuple[str, ...]]] = {
    FieldKind.CLASS: CLASS_WORDS,
    FieldKind.SUB_CLASS: SUB_CLASS_WORDS,
    FieldKind.STATE: STATE_WORDS,
    FieldKind.DEPOSIT_FORM: DEPOSIT_WORDS,
}
"""The first word of each row is the one that we write."""


def written_cell(name: str, value: FieldValue, words: Vocabulary) -> Raw:
    """A value as our own spreadsheets hold it; empty is None."""
    kind = FIELDS[name]
    if value is None or value in {"", ()}:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if kind in WORDS:
        return WORDS[kind].get(str(value), (str(value),))[0]
    if kind in {FieldKind.INDUSTRY, FieldKind.SUB_DISTRICT, FieldKind.UNIT}:
        return words.of(kind).get(str(value), str(value))
    return _written(kind, value)


def _written(kind: FieldKind, value: FieldValue) -> Raw:
    if isinstance(value, tuple):
        return "；".join(_quoted(each) for each in value)
    if kind in {FieldKind.MONEY, FieldKind.SHARE} and isinstance(value, int):
        return value / 100 if value % 100 else value // 100
    return value


def _quoted(item: str) -> str:
    """An item that would be cut, or that looks quoted, is quoted."""
    if item.startswith('"') or any(each in item for each in _SPLITS):
        return '"' + item.replace('"', '""') + '"'
    return item
