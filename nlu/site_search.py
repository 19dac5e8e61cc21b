"""Vague words about a building site into projects of the ledger.

Workers write what they hear: a nickname, half a name, the contractor's name, the road, a word
with the right sound and the wrong character. So every text of a project is indexed twice, by its
characters and by its sound (pinyin without tones, the southern pairs zh/z, n/ng … as one).

Two steps, so that a ledger of a hundred thousand projects answers at once: an index of syllable
pairs picks a few hundred texts that share rare pairs with the words, and only those are compared
in full.
"""

import itertools
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from casework.directory import SubDistrict
from casework.ledger import Project, SiteMatch

MOST = 3
"""As many buttons as fit under 「是不是这个工地」 on a small phone."""

THRESHOLD = 0.55
"""Below it half of the words fit nothing; on the sample ledger that is where strangers begin."""

TIED = 0.02
"""Scores closer than this come from the same evidence: the words do not tell them apart."""

MOST_TIES = 12
"""Words that fit more projects than this equally well (建设, a long road) name none of them."""

LONGEST = 80
"""Letters of the words that are looked at: a site's name is shorter, a whole story is not one."""

CANDIDATES = 200
"""Texts compared in full: well above any tie that counts, and about 5 ms of work."""

POSTINGS_READ = 40_000
"""Index entries read for one question, rarest pairs first: some milliseconds at any size."""

SOUND = 0.95
"""The same sound in other characters is a little less sure than the same characters."""

SHORTEST_BY_SOUND, LEAST_BY_SOUND = 3, 0.75
"""Two syllables have too many homophones, and so has a sound that is only half alike
(不知道 is no 步道): below either only the characters count."""

SPREAD = 0.85
"""Words found in several texts of one project (contractor and road) are less sure than a name."""

# How much a text says about which site is meant: a name is the site, a contractor has several.
NAME, CONTRACTOR, OWNER, ADDRESS, SUB_DISTRICT = 1.0, 0.85, 0.8, 0.75, 0.65

_FILLERS = re.compile(
    # What every site is called; taken out of the ledger's texts as well, so that both stay alike.
    r"工程项目|项目部|建筑工地|工地|项目|工程|施工现场|现场|示例"
    r"|股份有限公司|有限责任公司|有限公司|分公司|公司|集团|街道办事处|街道"
)
_CHATTER = re.compile(
    # What stands around a site's name in a sentence.
    r"那个|这个|那边|这边|那里|这里|旁边|附近|对面|路边|好像|应该|就是|不是|叫什么|叫做|什么"
    r"|干活|打工|上班|做工|我们|他们|老板|包工头|承包的|盖的|修的|建的|我|在|的|叫|是|了|吧|啊|呢"
)
_PART = re.compile(r"([一二三四五六七八九十]+)([期区标])")
_CODE = re.compile(r"[a-z]+[\s-]*\d+")
_NOT_WORD = re.compile(r"[\W_]+")
_NUMERALS = str.maketrans("0123456789两", "零一二三四五六七八九二")
_SOUNDS_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in the two forms in which it is compared."""

    letters: str
    sounds: tuple[str, ...]


class ProjectSearch:
    """Finds projects by vague words (``casework.ledger.SiteSearch``). Built once for a ledger."""

    def __init__(
        self, projects: Iterable[Project], sub_districts: Mapping[str, SubDistrict] | None = None
    ) -> None:
        """``sub_districts`` lets a sub-district's name count as well."""
        self._projects = tuple(projects)
        self._by_code = {_bare(project.code): project for project in self._projects}
        self._texts: list[_Text] = []
        self._used_by: list[list[tuple[int, float]]] = []
        self._texts_of: list[list[int]] = []
        self._postings: dict[tuple[str, str], array[int]] = {}
        known: dict[str, int] = {}
        for number, project in enumerate(self._projects):
            self._texts_of.append([])
            for letters, weight in _texts_of(project, sub_districts or {}):
                text = known.setdefault(letters, len(known))
                if text == len(self._texts):
                    self._add(letters)
                self._used_by[text].append((number, weight))
                self._texts_of[number].append(text)

    def find(self, words: str) -> tuple[SiteMatch, ...]:
        """At most three projects, best first; none below ``THRESHOLD``.

        A typed site code is an answer by itself. The score is how sure the search is that this
        very project is meant: several that fit equally well share it.
        """
        plain = unicodedata.normalize("NFKC", words).casefold()
        typed = self._with_code(plain)
        if typed is not None:
            return (SiteMatch(project=typed, score=1.0),)
        asked = _text(_FILLERS.sub("", _CHATTER.sub("", _bare(plain)))[:LONGEST])
        if not asked.letters:
            return ()
        parts = _parts(plain)
        scores = {
            number: score
            for number, score in self._scores(asked).items()
            if score >= THRESHOLD and not _other_part(parts, self._projects[number].name)
        }
        best = nlargest(MOST_TIES + 1, scores.items(), key=lambda pair: (pair[1], -pair[0]))
        return tuple(self._matches(best))

    def _add(self, letters: str) -> None:
        text = _text(letters)
        number = len(self._texts)
        self._texts.append(text)
        self._used_by.append([])
        for pair in set(_pairs(text.sounds, gap=True)):
            self._postings.setdefault(pair, array("I")).append(number)

    def _with_code(self, plain: str) -> Project | None:
        for candidate in (plain, *_CODE.findall(plain)):
            found = self._by_code.get(_bare(candidate))
            if found is not None:
                return found
        return None

    def _candidates(self, asked: _Text) -> list[int]:
        """The texts that share the most, and the rarest, pairs of syllables with the words."""
        lists = [self._postings.get(pair) for pair in set(_pairs(asked.sounds, gap=True))]
        weight: dict[int, float] = defaultdict(float)
        read = 0
        for found in sorted(filter(None, lists), key=len):
            if read and read + len(found) > POSTINGS_READ:
                break
            read += len(found)
            rarity = self._rarity(len(found))
            for number in found:
                weight[number] += rarity
        return nlargest(CANDIDATES, weight, key=lambda number: (weight[number], -number))

    def _rarity(self, times: int) -> float:
        return log(1 + len(self._texts) / (1 + times))

    def _scores(self, asked: _Text) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for number in self._candidates(asked):
            alike = _alike(asked, self._texts[number])
            for project, weight in self._used_by[number]:
                scores[project] = max(scores[project], weight * alike)
        for project in nlargest(CANDIDATES, scores, key=lambda each: (scores[each], -each)):
            scores[project] = max(scores[project], SPREAD * self._covered(asked, project))
        return scores

    def _covered(self, asked: _Text, project: int) -> float:
        """How much of what the words say, rare syllables more, stands anywhere in the project."""
        own: set[tuple[str, str]] = set()
        for number in self._texts_of[project]:
            own.update(_pairs(self._texts[number].sounds))
        weight = [0.0] * len(asked.sounds)
        found = [False] * len(asked.sounds)
        for place, pair in enumerate(_pairs(asked.sounds)):
            # A pair that no text has is where two names meet (南昌路|禾垚); it says nothing.
            times = len(self._postings.get(pair, ()))
            for one in (place, place + 1):
                weight[one] = max(weight[one], self._rarity(times) if times else 0.0)
                found[one] = found[one] or pair in own
        strange = self._rarity(0)
        weight = [each or strange for each in weight]
        return sum(itertools.compress(weight, found)) / sum(weight)

    def _matches(self, best: Sequence[tuple[int, float]]) -> Iterator[SiteMatch]:
        ties = Counter(
            number for number, score in best for _, other in best if abs(score - other) <= TIED
        )
        for number, score in best[:MOST]:
            if ties[number] <= MOST_TIES:
                shared = THRESHOLD + (min(score, 1.0) - THRESHOLD) / ties[number]
                yield SiteMatch(project=self._projects[number], score=round(shared, 4))


def _texts_of(
    project: Project, sub_districts: Mapping[str, SubDistrict]
) -> Iterator[tuple[str, float]]:
    place = sub_districts.get(project.sub_district)
    texts: list[tuple[str, float]] = [
        *((text, NAME) for text in (project.name, *project.aliases)),
        *((text, CONTRACTOR) for text in (project.general_contractor, *project.subcontractors)),
        (project.owner, OWNER),
        (project.address, ADDRESS),
        (place.name if place else "", SUB_DISTRICT),
    ]
    for text, weight in texts:
        letters = _FILLERS.sub("", _bare(text))
        if letters:
            yield letters, weight


def _parts(text: str) -> dict[str, str]:
    """Which part of a site is named: 二期 is ``{"期": "二"}``."""
    return {kind: n for n, kind in _PART.findall(text.translate(_NUMERALS))}


def _other_part(asked: Mapping[str, str], name: str) -> bool:
    """二期 is never 一期, however alike the rest is."""
    has = _parts(unicodedata.normalize("NFKC", name))
    return any(has.get(kind, n) != n for kind, n in asked.items())


def _bare(text: str) -> str:
    """Letters and numerals only, in one spelling: 2期 and 二期 are the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_WORD.sub("", plain).translate(_NUMERALS)


def _text(letters: str) -> _Text:
    sounds = lazy_pinyin(letters)
    return _Text(letters, tuple(map(_folded, sounds)))


def _folded(sound: str) -> str:
    for one, other in _SOUNDS_ALIKE:
        sound = sound.replace(one, other)
    return sound


def _pairs(sounds: Sequence[str], *, gap: bool = False) -> Iterator[tuple[str, str]]:
    """Neighbouring syllables; with ``gap`` also those with one between, for a dropped one."""
    yield from itertools.pairwise(sounds)
    if gap:
        yield from zip(sounds, sounds[2:], strict=False)


def _alike(asked: _Text, text: _Text) -> float:
    """0 to 1: half for being the same, half for one standing in the other."""
    by_letters = _likeness(asked.letters, text.letters)
    if min(len(asked.sounds), len(text.sounds)) < SHORTEST_BY_SOUND:
        return by_letters
    by_sound = _likeness(asked.sounds, text.sounds)
    return max(by_letters, SOUND * by_sound if by_sound >= LEAST_BY_SOUND else 0.0)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    whole = max(Indel.normalized_similarity(one, other), _shared_pairs(one, other))
    part = fuzz.partial_ratio(one, other) / 100
    return 0.5 * whole + 0.5 * max(part, whole)


def _shared_pairs(one: Sequence[str], other: Sequence[str]) -> float:
    """Likeness that does not mind the order of the parts (二期锦绣)."""
    first, second = Counter(_pairs(one)), Counter(_pairs(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
