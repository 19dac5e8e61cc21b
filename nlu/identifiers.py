"""Phones, identity numbers, case numbers and query codes, with their checks.

A number that looks like one of these and fails its check is not accepted in silence: it stays a
plain number, so that the conversation can ask again.
"""

import re
from dataclasses import dataclass
from datetime import date

from casework.errors import BadValue
from casework.meaning import CountRange, Fact, FactName
from casework.numbers import parse_case_number
from nlu.normalise import Plain

# Mobile numbers of the mainland: 1, then 3-9, eleven digits; an optional +86.
_MOBILE = re.compile(
    r"(?<![\dA-Za-z.])(?:\(?\+?(?:00)?86\)?[\s-]?)?(1[3-9]\d)[\s-]{0,2}(\d{4})[\s-]{0,2}(\d{4})(?!\d|\.\d|\s?[元块万%])(?![\s-]\d{4,}(?<!1[3-9]\d{9}))"
    r"|(?<![\d.])(?:\+?86[\s-]?)?(1[3-9]\d)[\s-](\d{3})[\s-](\d{5})(?!\d)"
    r"|(?<![\d.])(1[3-9])[\s-]?(\d{3})[\s-](\d{3})[\s-](\d{3})(?!\d)"
    r"|(?<![\d.])(1[3-9]\d)\.(\d{4})\.(\d{4})(?![\d.])"
    r"|(?<![\d.-])(1[-\s.][3-9](?:[-\s.]\d){9})(?![\d.-])"
)
_SPOKEN = re.compile(
    r"一[三四五六七八九][零一二三四五六七八九]{9}(?![零一二三四五六七八九十百千万])"
)
_LANDLINE = re.compile(r"(?<!\d)(?<!\d[\s-])(0\d{2,3})(?:\)\s?|[\s-])(\d{3,4}[\s-]?\d{4})(?!\d)")
_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])(\d{6})[\s-]?((?:18|19|20)\d{2}[01]\d[0-3]\d)[\s-]?(\d{3}[\dXx×])(?![\dA-Za-z])"
)
_CASE = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{2,6}[\s_-]?20\d\d[\s_-]{0,2}\d{7}[\s_-]{0,2}[\dXx](?![\dA-Za-z])"
)
_CODE = re.compile(
    r"(?<![\d.,A-Za-z¥￥$#-])\d{3}[\s-]?\d{3}(?![\d]|[.,-]\d|\s?[元块万千百个人年月日号天%米吨])"
)
_CODE_WORD = re.compile(r"(?:码|查询|编码|取件|code|Code|凭证|口令|密码)[^\d]{0,6}$")
_MONEY_WORD = re.compile(r"(?:欠|钱|款|薪|工资|共|总|计|差|给|发|剩|付|owe)[^,，。;；]{0,8}$")
_LONG = re.compile(r"(?<![\d.,])\d{7,25}(?!\d|[.,]\d|\s?[元块])")
_BANK_BEFORE = re.compile(
    r"(?:[卡账帐单证案牌件货序批税户][号码]|(?<![电手])(?:工号|流水|编号|编码|代码|社保|合同|产证|执照|订单|快递|凭证|考号|学号)[号码]?|银行卡?|卡|微信|[Qq]{2})(?![^\d]{0,5}(?:电话|手机))[^\d]{0,5}$"
)
_GROUPS_BEFORE = re.compile(r"(?<!\d)\d{4}[\s-]$")
"""6217 0024 …: the head of a card's number in groups."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SPOKEN_DIGITS = {char: str(number) for number, char in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Identifiers:
    """The facts found, and every span that later readers must not take for a sum."""

    facts: list[Fact]
    spans: list[tuple[int, int]]


def identity_number(digits: str) -> str:
    """An 18-character identity number (GB 11643): a real birthday and the right check character.

    Raises BadValue otherwise.
    """
    said = digits.upper().replace("×", "X")
    if not re.fullmatch(r"\d{17}[\dX]", said, re.ASCII):
        raise BadValue("an identity number has 17 digits and a check character")
    try:
        date(int(said[6:10]), int(said[10:12]), int(said[12:14]))
    except ValueError as wrong:
        raise BadValue("the birthday in the identity number is not a date") from wrong
    total = sum(int(digit) * weight for digit, weight in zip(said[:17], _WEIGHTS, strict=True))
    if "10X98765432"[total % 11] != said[17]:
        raise BadValue("the check character of the identity number does not fit")
    return said


def identifiers(plain: Plain) -> Identifiers:
    """Every identifier of a text."""
    found = Identifiers([], [])
    for read in (_cases, _identities, _phones, _long_numbers, _codes):
        read(plain, found)
    return found


def _free(found: Identifiers, span: tuple[int, int]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in found.spans)


def _cases(plain: Plain, found: Identifiers) -> None:
    for match in _CASE.finditer(plain.text):
        found.spans.append(match.span())
        try:
            number = parse_case_number(re.sub(r"[\s_-]", "", match[0]))
        except BadValue:
            continue
        found.facts.append(plain.fact(FactName.CASE_NUMBER, number, match.span()))


def _identities(plain: Plain, found: Identifiers) -> None:
    for match in _IDENTITY.finditer(plain.text):
        if not _free(found, match.span()):
            continue
        found.spans.append(match.span())
        try:
            number = identity_number("".join(match.groups()))
        except BadValue:
            continue
        found.facts.append(plain.fact(FactName.ID_NUMBER, number, match.span()))


def _phones(plain: Plain, found: Identifiers) -> None:
    for match in _MOBILE.finditer(plain.text):
        digits = re.sub(r"\D", "", "".join(group for group in match.groups() if group))
        before = plain.text[max(0, match.start() - 8) : match.start()]
        if not _free(found, match.span()) or _GROUPS_BEFORE.search(before):
            continue
        found.spans.append(match.span())
        if not _BANK_BEFORE.search(before) or "微信" in before:
            found.facts.append(plain.fact(FactName.PHONE, digits, match.span(), confidence=0.97))
    for match in _SPOKEN.finditer(plain.text):
        digits = "".join(_SPOKEN_DIGITS[char] for char in match[0])
        found.spans.append(match.span())
        found.facts.append(plain.fact(FactName.PHONE, digits, match.span(), confidence=0.8))
    for match in _LANDLINE.finditer(plain.text):
        if _free(found, match.span()):
            found.spans.append(match.span())
            digits = match[1] + re.sub(r"\D", "", match[2])
            found.facts.append(plain.fact(FactName.PHONE, digits, match.span(), confidence=0.8))


def _long_numbers(plain: Plain, found: Identifiers) -> None:
    """Digits too many for a sum of wages, or of the wrong length for a phone: a bare number."""
    for match in _LONG.finditer(plain.text):
        near = plain.text[max(0, match.start() - 10) : match.start()]
        if not _free(found, match.span()) or (len(match[0]) <= 9 and _MONEY_WORD.search(near)):
            continue
        if len(match[0]) < 9 and not _BANK_BEFORE.search(near) and "电话" not in near:
            continue
        found.spans.append(match.span())
        if len(match[0]) <= 15:
            number = float(match[0])
            value = CountRange(low=number, high=number)
            found.facts.append(plain.fact(FactName.NUMBER, value, match.span(), confidence=0.6))


def _codes(plain: Plain, found: Identifiers) -> None:
    for match in _CODE.finditer(plain.text):
        near = plain.text[max(0, match.start() - 12) : match.start()]
        if not _free(found, match.span()) or _MONEY_WORD.search(near):
            continue
        named = bool(_CODE_WORD.search(near))
        alone = len(plain.text.strip()) - len(match[0]) <= 2
        spaced = len(match[0]) > 6
        beside_case = any(fact.name is FactName.CASE_NUMBER for fact in found.facts)
        if not (named or alone or beside_case) or (spaced and not (named or alone)):
            continue
        if named or beside_case:
            found.spans.append(match.span())
        code = re.sub(r"\D", "", match[0])
        confidence = 0.95 if named or beside_case else 0.5
        found.facts.append(
            plain.fact(FactName.QUERY_CODE, code, match.span(), confidence=confidence)
        )
