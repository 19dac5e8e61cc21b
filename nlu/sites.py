"""The named site a text tells of: an estate, a road being built, a lot of a railway."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nlu import site_words as words
from nlu.named import LEDGER, keep
from nlu.one_of import any_of
from nlu.regions import Region
from nlu.spots import Place, doubted
from nlu.tagger import NO_MARKS, Marks

LEAST_MARKED = 0.3
"""How sure the tagger must be of a site where no rule sees one."""

SURE_MARK = 0.6
"""How sure it must be to move the bounds that a rule found."""

NOT_BUILT = 0.5
"""What a site loses where nobody builds: a firm on a tower's ninth floor."""

_PATTERNS = (
    (words.PROJECT, 0.75),
    (words.COMPLEX, 0.7),
    (words.PHASED, 0.7),
    (words.TO_BUILD, 0.75),
    (words.SPOKEN, 0.75),
)


@dataclass(slots=True)
class Sites:
    """Finds named sites; ``known`` are those of the ledger, which win."""

    known: tuple[str, ...] = ()
    _known: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._known = any_of(self.known)

    def find(self, text: str, regions: Sequence[Region], marks: Marks = NO_MARKS) -> list[Place]:
        """Every named site, known names first in confidence; ``marks`` are what the tagger says."""
        found: list[Place] = []
        if self._known:
            found.extend(_with_part(text, match) for match in self._known.finditer(text))
        for pattern, confidence in _PATTERNS:
            for match in pattern.finditer(text):
                group = "name" if "name" in pattern.groupindex else 0
                span = _bounds(text, match.span(group), regions)
                if place := _sited(text, span, regions, confidence):
                    keep(found, [place])
        found = [doubted(place, "project", marks) for place in found]
        found = _with_marked(text, found, regions, marks)
        nobody_builds = words.WORKPLACE.search(text) and not words.BUILDERS.search(text)
        found = [
            _worked_in(text, place) if nobody_builds or _of_an_office(text, place) else place
            for place in found
        ]
        return sorted(found, key=lambda place: place.start)


def generic_site(name: str) -> bool:
    """Whether words such as 建设项目 name no site by themselves."""
    return bool(words.GENERIC.match(name))


def _with_part(text: str, match: re.Match[str]) -> Place:
    """A known name and which part of it is meant: 安居新苑 and 二期."""
    part = words.PART.match(text, match.end()) or words.TAIL.match(text, match.end())
    return Place(match.start(), part.end() if part else match.end(), LEDGER)


def _sited(
    text: str, span: tuple[int, int], regions: Sequence[Region], confidence: float
) -> Place | None:
    """A site with those bounds, where they name one."""
    start, end = span
    if spoken := words.CALLED_THAT.search(text, start, end):
        end = spoken.start()
    if office := words.OFFICE_OF_SITE.match(text, end - 2):
        end = office.start()  # 正大国际二期|项目部
    name = text[start:end]
    if any(region.start <= start and end <= region.end for region in regions):
        return None  # 江苏盐城 is a city
    if words.PARK.search(name) and not words.BUILT_THERE.match(text, end):
        return None  # a place where people work, not what they build
    return Place(start, end, confidence) if _names_a_site(name) else None


def _behind_region(span: tuple[int, int], regions: Sequence[Region]) -> tuple[int, int]:
    """The bounds that the tagger is sure of, but for the county before the name."""
    start, end = span
    for region in regions:
        if region.start <= start < region.end <= end - 2:
            start = region.end
    return start, end


def _names_a_site(name: str) -> bool:
    """Whether words that look like a site's name tell it from another."""
    core = re.sub(r"(?:工程|项目|工地|标段)$", "", name)
    if len(name) < 3 or not core or words.GENERIC.match(core) or words.GENERIC.match(name):
        return False
    office = words.AUTHORITY.search(name) and "工地" not in name
    return not (office or words.NO_SITE.search(name))


def _with_marked(
    text: str, found: Sequence[Place], regions: Sequence[Region], marks: Marks
) -> list[Place]:
    """What the rules found, mended by the tagger: it knows better where a name without ending ends."""
    places = list(found)
    for tag in marks.of("project", LEAST_MARKED):
        span = (_from_the_head(text, tag.start), tag.end)
        sure = tag.confidence >= SURE_MARK
        span = _behind_region(span, regions) if sure else _bounds(text, span, regions)
        place = _sited(text, span, regions, 0.5 + 0.4 * tag.confidence)
        if place is None:
            continue
        over = [p for p in places if p.start < place.end and place.start < p.end]
        wider = any(p.start <= place.start and place.end <= p.end for p in over)
        if wider or any(p.confidence >= LEDGER or not sure for p in over):
            continue
        places = [p for p in places if p not in over]
        places.append(place)
    return places


def _from_the_head(text: str, start: int) -> int:
    """The head of a text, where but a character or two stand before a name: 老|木匠大院."""
    near = 0 < start <= 2 and not words.LEAD.search(text, 0, start)
    return 0 if near and text[:start].isalnum() else start


def _of_an_office(text: str, place: Place) -> bool:
    """公司在农业路信合大厦12楼."""
    return bool(words.OFFICE_OF.search(text, max(0, place.start - 26), place.start))


def _worked_in(text: str, place: Place) -> Place:
    """An office where nobody builds is an address and hardly a site, unless the ledger has it."""
    if place.confidence >= LEDGER or not words.OFFICES.search(text, place.start, place.end):
        return place
    return replace(place, confidence=max(0.0, place.confidence - NOT_BUILT), worked_in=True)


def _bounds(text: str, span: tuple[int, int], regions: Sequence[Region]) -> tuple[int, int]:
    """A site's name without lead words, address and street, and with its section or phase."""
    start, end = span
    for match in words.LEAD.finditer(text, start, end):
        if end - match.end() >= 2:
            start = match.end()
    if text[start] == "个" and start + 2 < end:
        start += 1  # 那|个锦悦城
    for _ in range(3):
        tail = words.TAIL.match(text, end)
        end = tail.end() if tail else end
    for region in regions:
        if start < region.end < end and not words.OF_A_LINE.fullmatch(text, start, region.start):
            start = region.end
    street = words.STREET.match(text, start, end)
    if street and not words.GENERIC.match(text[street.end() : end]):
        start = street.end()
    return start, end
