"""Free words about a place into a sub-district, or into a place outside the district."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casework.directory import District

_NAMES_SOMETHING_ELSE = re.compile(
    # A street, a shop or a firm that borrows the name of a far place: 太原路, 四川饭店.
    r"市?(?:路|街|大道|市场|广场|小区|花园|饭店|面馆|餐馆|酒店|宾馆"
    r"|[^|]{0,8}(?:公司|劳务|建工|建筑|集团|装饰|项目部)"
    # Where somebody comes from: 我是栾川人, 四川来的.
    r"|人|老乡|老板|来的|籍|口音)"
)
_PLACE_BY_ITSELF = re.compile(r"市|省|那|这|的|干|打工|做|上班|\||$")
"""What follows a far city whose name a road here bears: 在长春干活, but not 长春砖里二期."""
_GAPS = re.compile(r"\s+")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, kw_only=True)
class Located:
    """Where some words may lie.

    ``outside`` is None where the words name no place, or one inside and one outside at once.
    ``candidates`` are the sub-districts that fit, when more than one does. ``unassigned`` is a
    place that the plan gives to no sub-district: the arrears office designates.
    """

    sub_district: str | None = None
    outside: bool | None = None
    candidates: tuple[str, ...] = ()
    outside_place: str = ""
    unassigned: str = ""


def locate(words: str, district: District) -> Located:
    """The sub-district that the words name, or the place outside.

    Rule: of names that overlap the first wins, of those that begin together the longest (天津路
    is a street here, 天津 a city; 河南阳光 is not 南阳); several names narrow each other down
    (南昌路 and 西苑路: where both are); a name that merely stands in the name of something else
    does not count.
    Example: 南昌路口 → nanchanglu; 建设路 alone → several candidates; 洛龙区 → outside.
    """
    found = tuple(_names_in(_plain(words), _names(district)))
    here = _narrowed([set(name.sub_districts) for name in found if name.sub_districts])
    outside = next((name.word for name in found if name.outside), "")
    unassigned = next((name.word for name in found if name.unassigned), "")
    own = bool(here) or any(name.district for name in found)
    if outside and (own or unassigned):
        return Located(candidates=_in_order(here, district), unassigned=unassigned)
    if outside:
        return Located(outside=True, outside_place=outside)
    if unassigned or len(here) != 1:
        return Located(
            outside=False if own else None,
            candidates=_in_order(here, district),
            unassigned=unassigned,
        )
    return Located(sub_district=next(iter(here)), outside=False)


@dataclass(frozen=True, kw_only=True)
class _Name:
    """A name of a place. One that is nothing else says nothing: it only takes up its letters."""

    word: str
    sub_districts: tuple[str, ...] = ()
    outside: bool = False
    unassigned: bool = False
    district: bool = False
    like_ours: bool = False  # a far place that a sub-district is named after

    def counts(self, text: str, end: int) -> bool:
        """Whether the name that ends there means the place itself."""
        if not self.outside:
            return True
        if self.like_ours and not _PLACE_BY_ITSELF.match(text, end):
            return False
        return not _NAMES_SOMETHING_ELSE.match(text, end)


def _names(district: District) -> dict[str, _Name]:
    """Every name of a place that the district knows."""
    inside: dict[str, list[str]] = {}
    for row in district.sub_districts.values():
        for word in dict.fromkeys((row.name, *_short(row.name), *row.places)):
            inside.setdefault(_plain(word), []).append(row.code)
    ours = [row.name for row in district.sub_districts.values()]
    own = (district.name, district.name.removesuffix("区"))
    names = (
        *(_Name(word=_plain(word)) for word in district.wider_places),
        *(
            _Name(word=_plain(word), outside=True, like_ours=any(s.startswith(word) for s in ours))
            for word in district.outside_places
        ),
        *(_Name(word=_plain(word), unassigned=True) for word in district.unassigned_places),
        *(_Name(word=_plain(word), district=True) for word in own),
        *(_Name(word=word, sub_districts=tuple(codes)) for word, codes in inside.items()),
    )
    return {name.word: name for name in names}


def _names_in(text: str, names: Mapping[str, _Name]) -> Iterator[_Name]:
    longest_first = sorted(filter(None, names), key=len, reverse=True)
    if not longest_first:
        return
    for match in re.finditer("|".join(map(re.escape, longest_first)), text):
        name = names[match.group()]
        if name.counts(text, match.end()):
            yield name


def _narrowed(sets: list[set[str]]) -> set[str]:
    common = set.intersection(*sets) if sets else set()
    return common or set().union(*sets)


def _in_order(codes: Iterable[str], district: District) -> tuple[str, ...]:
    chosen = set(codes)
    return tuple(code for code in district.sub_districts if code in chosen)


def _short(name: str) -> tuple[str, ...]:
    """南昌路 of 南昌路街道; not 工农 of 工农街道, which is also a common word."""
    stem = name.removesuffix("街道")
    return (stem,) if stem != name and len(stem) > 2 else ()


def _plain(words: str) -> str:
    """Without gaps (南昌 路); a mark stays one, for 郑州，路边 is not 郑州路."""
    return _MARKS.sub("|", _GAPS.sub("", unicodedata.normalize("NFKC", words).casefold()))
