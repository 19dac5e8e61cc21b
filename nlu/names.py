"""Who owes: companies, works and persons, found by their endings and by the words around them.

Generic words (公司, 老板, 包工头) are never names. Known names of the ledger win over everything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlu import company_words as words
from nlu.named import LEDGER, Named, keep
from nlu.one_of import any_of, near
from nlu.persons import is_writer, owes, person_name, persons, repeats
from nlu.regions import Region
from nlu.tagger import NO_MARKS, Marks, Tag

SURE_TAG = 0.5
"""How sure the tagger must be where no rule sees a name."""

DOUBTED = 0.35
"""What a name loses where the tagger sees none: 算下来厂."""

SURE_BOUNDS = 0.7
"""How sure it must be to move the bounds of a name that a rule found."""


def _chunk(text: str, start: int, end: int) -> int:
    """Where the name inside ``text[start:end]`` begins: behind the last word that leads to it."""
    begin = start
    for match in words.LEAD.finditer(text, start, end):
        if end > match.end():
            begin = match.end()
    return begin


def _core(name: str) -> str:
    """A company name without what every such name ends with."""
    core = re.sub(rf"(?:{words.LEGAL})$", "", name)
    return re.sub(
        r"(?:厂|店|学校|学院|医院|项目部|饭店|酒店|超市|公司|集团|工程队|施工队|建筑队|劳务队|装修队|幼儿园|中学|小学|煤矿|餐厅|宾馆|驾校|指挥部)$",
        "",
        core,
    )


def _generic(name: str) -> bool:
    core = _core(name)
    return len(core) < 2 or bool(words.GENERIC.match(core)) or bool(words.AUTHORITY.search(name))


@dataclass(slots=True)
class Names:
    """Finds employers; ``known`` are names of the ledger, which win."""

    known: tuple[str, ...] = ()
    _known: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._known = any_of(self.known)

    def employers(
        self, text: str, regions: Sequence[Region], marks: Marks = NO_MARKS
    ) -> list[Named]:
        """Every employer of a text, in order; ``marks`` are what the trained tagger says."""
        found: list[Named] = []
        if self._known:
            keep(found, (Named(*m.span(), "company", LEDGER) for m in self._known.finditer(text)))
        keep(found, _state(text))
        keep(found, (Named(*m.span(), "company", 0.6) for m in words.BRAND.finditer(text)))
        keep(found, _companies(text, regions))
        keep(found, persons(text))
        keep(found, repeats(text, found))
        keep(found, _called(text))
        keep(found, _before_debt(text, regions))
        keep(found, _owners(text, found))
        tagged = [
            (named, tag) for named, tag in _tagged(text, marks) if not _only_region(named, regions)
        ]
        found = [_doubted(text, _bounded(text, named, tagged, regions), marks) for named in found]
        keep(found, (named for named, _ in tagged))
        found = [_behind_county(text, named, regions) for named in found]
        return _distinct(text, _merged(found))


def _behind_county(text: str, named: Named, regions: Sequence[Region]) -> Named:
    """A firm without a legal name does not begin with the county in which it is: that is where.

    Nor with the city, where somebody goes there: 在东莞厚街锐梭鞋厂.
    """
    if named.role != "company" or named.confidence >= LEDGER:
        return named
    if words.LEGAL_END.search(text, named.start, named.end):
        return named
    worked = named.start > 0 and text[named.start - 1] in "在去到"
    for region in regions:
        apart = region.county or (worked and region.end <= named.end - 3)
        if apart and region.start <= named.start < region.end <= named.end - 2:
            return replace(named, start=region.end)
    return named


def _distinct(text: str, found: Sequence[Named]) -> list[Named]:
    """One fact for each employer: 盛源公司 after 河南盛源集团有限公司 is the same one."""
    kept: list[Named] = []
    full = {text[n.start] for n in found if n.role == "person"}
    for named in sorted(found, key=lambda n: (_form(text, n), n.start - n.end)):
        name = text[named.start : named.end]
        if named.role == "person" and name[0] == "姓" and name[1] in full:
            continue  # 老板姓仝, and 仝老板 after it
        core = _kernel(name)
        short = len(_without(name).removesuffix("公司").removesuffix("集团")) <= len(core)
        if named.role == "person" or not any(
            core in text[k.start : k.end] and (short or "有限" in name)
            for k in kept
            if k.role != "person"
        ):
            kept.append(named)
    return sorted(kept, key=lambda named: named.start)


def _form(text: str, named: Named) -> float:
    """Full legal names come first when names are compared."""
    return -named.confidence - ("有限公司" in text[named.start : named.end])


def _kernel(name: str) -> str:
    """What tells one company from another: without region, trade and legal form."""
    bare = re.sub(r"^(?:[一-龥]{2,3}?省)?(?:[一-龥]{2,3}?市)?(?:[一-龥]{1,3}?[区县])?", "", name)
    bare = re.sub(
        rf"(?:{words.TRADE}|{words.LEGAL}|股份|责任|有限|发展|服务|工程|厂|店|队)+$", "", bare
    )
    return bare if len(bare) >= 2 else name


def _merged(found: Sequence[Named]) -> list[Named]:
    """Two names without a gap are one: a firm and its branch."""
    merged: list[Named] = []
    for named in sorted(found, key=lambda n: n.start):
        before = merged[-1] if merged else None
        firms = before is not None and before.role == named.role == "company"
        if before and firms and before.end == named.start and named.end - named.start <= 6:
            merged[-1] = replace(before, end=named.end)
        else:
            merged.append(named)
    return merged


def _state(text: str) -> list[Named]:
    return [
        Named(*match.span(), "company", 0.9)
        for match in words.STATE.finditer(text)
        if len(match[0]) >= 4
    ]


def _before_debt(text: str, regions: Sequence[Region]) -> list[Named]:
    """A name without any ending, right before a word of debt: 安阳市某某 in 某某拖欠工资."""
    found = []
    for match in words.BEFORE_OWES.finditer(text):
        start, end = match.span("name")
        start = max([start, *(r.end for r in regions if start < r.end <= end - 2)])
        name = text[start:end]
        if (
            _SITE_LIKE.search(name)
            or words.BUILDING.search(name)
            or words.NO_NAME.search(name)
            or words.GENERIC.match(name)
            or words.SENTENCE.search(name)
        ):
            continue
        role = "person" if person_name(name) else "company"
        found.append(Named(start, end, role, 0.55))
    return found


_SITE_LIKE = re.compile(
    r"(?:[一二三四五六七八九十\d]期|标段?|小区|花园|家园|苑|庭|府|广场|大厦|工程|号楼|新城|公馆|安置房|工业园|产业园)$"
)


def _owners(text: str, found: Sequence[Named]) -> list[Named]:
    """Whoever has something built: the office or school before 工地."""
    owners = []
    for match in words.OWNER.finditer(text):
        start = _weak_begin(text, _chunk(text, match.start(), match.end()), match.end())
        if match.end() - start >= 4 and not words.OWN_GENERIC.search(text[start : match.end()]):
            owners.append(Named(start, match.end(), "owner", 0.6))
    return owners


def _bounded(
    text: str, named: Named, tagged: Sequence[tuple[Named, Tag]], regions: Sequence[Region]
) -> Named:
    """A name that a rule found, within the bounds that the tagger is sure of.

    The city at the head of a firm's legal name is part of it.
    """
    if named.confidence >= LEDGER:
        return named
    legal = words.LEGAL_END.search(text, named.start, named.end)
    city = next((r.end for r in regions if legal and r.start == named.start and not r.county), -1)
    for other, tag in tagged:
        inside = named.start <= other.start and other.end <= named.end
        if inside and tag.confidence >= SURE_BOUNDS and tag.role == named.role:
            start = named.start if other.start == city else other.start
            return replace(named, start=start, end=other.end)
    return named


def _only_region(named: Named, regions: Sequence[Region]) -> bool:
    """Whether a name is nothing but an address: 浙江嘉兴海宁."""
    return any(r.start <= named.start and named.end <= r.end + 2 for r in regions)


def _doubted(text: str, named: Named, marks: Marks) -> Named:
    """A name that only an ending gives away counts for less where the tagger sees none."""
    if words.HOUSE.match(text, named.start, named.end) or words.OWES_NEXT.match(text, named.end):
        return named
    span = (named.start, named.end)
    sure = marks.weighed("employer", span, named.confidence, doubted=DOUBTED)
    return replace(named, confidence=sure)


def _tagged(text: str, marks: Marks) -> list[tuple[Named, Tag]]:
    """Names that the tagger saw and that look like names."""
    found = []
    for tag in marks.of("employer", SURE_TAG):
        name = text[tag.start : tag.end]
        person = tag.role == "person"
        if not (_as_person(name, tag) if person else _as_company(name)):
            continue
        built = "有限" not in name and words.TO_BUILD.match(text, tag.end)
        if built or not owes(text, tag.start, tag.end):
            continue
        found.append((Named(tag.start, tag.end, tag.role or "company", 0.5), tag))
    return found


SURE_PERSON = 0.75
"""How sure the tagger must be of a person whose family name is on no list."""


def _as_person(name: str, tag: Tag) -> bool:
    if person_name(name):
        return True
    if _NOBODY.fullmatch(name):
        return False
    short = 2 <= len(name) <= 4 and tag.confidence >= SURE_PERSON
    return short and not words.SENTENCE.search(name) and not words.GENERIC.match(name)


def _as_company(name: str) -> bool:
    core = _core(name)
    if len(name) > LONGEST or len(name) < 2 or name[-1] in "省市区县镇村路街道":
        return False
    if words.GENERIC.match(core) or words.AUTHORITY.search(name) or _NOBODY.fullmatch(name):
        return False
    return not (words.SENTENCE.search(core) or words.NO_HEAD.match(name))


LONGEST = 24
_NOBODY = re.compile(
    r"房东|业主|物业|开发商|甲方|总包|反正|迟迟|对方|他们?|[大小]?老板|[A-Za-z]{1,4}|(?P<twice>[一-龥])(?P=twice).*"
)


def _weak_begin(text: str, start: int, end: int) -> int:
    """The beginning of a name that has no 有限公司: behind the last character of a sentence."""
    last = start
    for match in words.SENTENCE.finditer(text, start, end - 2):
        last = match.end()
    return last


def _companies(text: str, regions: Sequence[Region]) -> list[Named]:
    found = []
    for pattern, ending, confidence in _COMPANY_PATTERNS:
        for match in near(pattern, ending, text):
            start, end = _begin(text, match, regions), match.end()
            if "有限" not in text[start:end] and "集团" not in text[start:end]:
                weak = _weak_begin(text, start, end)
                if weak > start and text[weak - 1] not in words.BOUNDARY:
                    continue
                start = weak
            if pattern is words.UNSUFFIXED and _NO_TRADE.search(text, start, end):
                continue
            if end - start >= 3 and not _refused(text, start, end):
                found.append(Named(start, end, "company", confidence))
    return found


_NO_TRADE = re.compile(rf"{words.BUILDING.pattern}|[做当干]|安装")


def _called(text: str) -> list[Named]:
    """A name after 店名叫, 公司叫, 厂名是."""
    found = []
    for match in words.CALLED.finditer(text):
        group = next(name for name in ("name", "name2", "name3") if match[name])
        name = match[group]
        if not words.GENERIC.match(name) and not words.SENTENCE.search(name):
            role = "person" if person_name(name) and group == "name2" else "company"
            found.append(Named(*match.span(group), role, 0.7))
    return found


def _refused(text: str, start: int, end: int) -> bool:
    """Generic words, offices, a former name, and works that somebody was to build."""
    before, name = text[max(0, start - 12) : start], text[start:end]
    legal = "有限" in name or "集团" in name
    if not legal and before.endswith(("一家", "某家", "一个", "有家", "某")):
        return True  # 在一家三轮车厂
    if not legal and (words.SITE_OFFICE.search(name) or words.BRANCH.fullmatch(name)):
        return True  # 正大国际二期项目部
    if not legal and person_name(name) and is_writer(text, start):
        return True  # 我叫段建设
    if not legal and words.LABEL.match(text, end):
        return True  # 劳务公司是河南某某公司
    if words.NO_HEAD.match(name) or ("有限" not in name and words.TO_BUILD.match(text, end)):
        return True
    whole = "有限" in name and len(name) >= 10  # 洛阳市建设投资集团有限公司 is a name all the same
    return (
        (_generic(_without(name)) and not whole)
        or before.endswith(("原", "原为"))
        or bool(words.BUILT.search(before))
    )


def _without(name: str) -> str:
    """The name without the province or city before it."""
    return re.sub(r"^[一-龥]{2,3}(?:省|市)", "", name) if len(name) > 6 else name


def _begin(text: str, match: re.Match[str], regions: Sequence[Region]) -> int:
    """Where a company's name begins: at its province or city, behind a county, behind a lead."""
    start = first = _chunk(text, match.start(), match.end())
    chained = -1
    for region in regions:
        if region.end <= first or region.end >= match.end() - 1:
            continue
        if 0 <= chained < region.start:
            break
        if region.county:
            start = region.end
        elif region.start >= first and chained < 0:
            start = region.start
        chained = region.end
    if start == chained and (estate := words.ESTATE.match(text, start, match.end() - 3)):
        start = estate.end()
    if strip := words.TAIL_STRIP.match(text[start : match.end()]):
        start += strip.end()
    return _inside_brackets(text, start, match.end())


def _inside_brackets(text: str, start: int, end: int) -> int:
    """A bracket without its partner is no part of a name."""
    chunk = text[start:end]
    for at in (chunk.rfind("("), chunk.rfind(")")):
        partner = ")" if at >= 0 and chunk[at] == "(" else "("
        rest = chunk[at:] if partner == ")" else chunk[: max(at, 0)]
        if at >= 0 and partner not in rest:
            return start + at + 1
    return start


_COMPANY_PATTERNS = (
    (words.COMPANY, words.LEGAL_END, 0.9),
    (words.BRANCHED, words.LEGAL_END, 0.8),
    (words.WORK, words.WORK_END, 0.75),
    (words.UNSUFFIXED, words.TRADE_END, 0.65),
)
