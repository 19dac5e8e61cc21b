"""Vague words about a building site into projects of the ledger.

Workers write what they hear: a nickname, half a name, the contractor's name, the road, a word
with the right sound and the wrong character. So every text of a project is known twice, by its
characters and by its sound (`nlu.site_sounds`).

Two steps, so that a ledger of a hundred thousand projects answers at once: an index of syllable
pairs picks the projects that share the most, and the rarest, pairs with the words, wherever they
stand (the road in one text, the firm in another); only those are compared in full.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from casework.directory import SubDistrict
from casework.ledger import FoundBy, Project, SiteMatch
from casework.site_link import as_copied
from casework.site_matches import MOST, OFFERED, coded
from nlu.site_index import PairIndex, pairs
from nlu.site_nearby import Nearby
from nlu.site_sounds import Sounds
from nlu.site_texts import SearchText, asked_for, bare, parts, plain, shortened, texts_of

TIED = 0.02
"""Scores closer than this come from the same evidence: the words do not tell them apart."""

MOST_TIES = 12
"""Words that fit more projects than this equally well (建设, a long road) name none of them."""

LONGEST = 80
"""Letters of the words that are looked at: a site's name is shorter, a whole story is not one."""

CANDIDATES = 60
"""Projects compared in full: five times any tie that counts, and a few ms of work."""

SOUND = 0.95
"""The same sound in other characters is a little less sure than the same characters."""

SHORTEST_BY_SOUND, LEAST_BY_SOUND = 3, 0.75
"""Two syllables have too many homophones, and so has a sound that is only half alike
(不知道 is no 步道): below either only the characters count."""

LEAST_INSIDE = 40
"""Per cent of the words that stand in a text in one piece; with less, none of it is meant."""

SPREAD = 0.8
"""Words found in several texts of one project (contractor and road) are less sure than a name."""

_CODE = re.compile(
    # P012, p 12, LY-2026-031; of digits alone only where dashes make it no sum and no telephone.
    r"(?<![a-z0-9])(?:[a-z]+[\s_-]*\d[a-z0-9]*(?:[_/-]+[a-z0-9]+)*|\d[a-z0-9]*(?:[_/-]+[a-z0-9]+)+)"
)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well one project fits, and by what."""

    score: float
    texts: tuple[SearchText, ...]
    by_sound: bool = False


class ProjectSearch:
    """Finds projects by vague words or a place (``casework.ledger.SiteSearch``).

    Built once for a ledger and never changed: after an import another one takes its place.
    Building needs no event loop and may be done in a thread.
    """

    def __init__(
        self, projects: Iterable[Project], sub_districts: Mapping[str, SubDistrict] | None = None
    ) -> None:
        """``sub_districts`` lets a sub-district's name count as well."""
        self._projects = tuple(projects)
        self._by_code = {bare(project.code): project for project in self._projects}
        self._by_look = _by_look(self._projects)
        self._nearby = Nearby(self._projects)
        self._sounds = Sounds()
        self._texts_of: list[tuple[tuple[SearchText, int], ...]] = []
        self._letters: list[str] = []
        self._by_sound: list[str] = []
        self._known: dict[str, int] = {}
        for project in self._projects:
            texts = texts_of(project, sub_districts or {})
            self._texts_of.append(tuple((text, self._number(text.letters)) for text in texts))
        self._index = PairIndex(
            "|".join(self._by_sound[number] for _, number in texts) for texts in self._texts_of
        )

    def find(self, words: str) -> tuple[SiteMatch, ...]:
        """At most three projects, best first; none below ``OFFERED``.

        A typed site code is an answer by itself. The score is how sure the search is that this
        very project is meant: several that fit equally well share it.
        """
        typed = self._named(words)
        if typed:
            return coded(typed)
        letters = asked_for(words, LONGEST)
        fits: dict[int, _Fit] = {}
        for said in dict.fromkeys((letters, shortened(letters))):
            for number, fit in self._fits(said).items():
                if number not in fits or fits[number].score < fit.score:
                    fits[number] = fit
        named = parts(words)
        good = {
            number: fit
            for number, fit in fits.items()
            if fit.score >= OFFERED and not _other_part(named, self._projects[number].name)
        }
        best = nlargest(MOST_TIES + 1, good.items(), key=lambda pair: (pair[1].score, -pair[0]))
        return tuple(self._matches(best))

    def near(self, latitude: float, longitude: float) -> tuple[SiteMatch, ...]:
        """The nearest projects within a kilometre; none beyond."""
        return self._nearby.find(latitude, longitude)[:MOST]

    def _number(self, letters: str) -> int:
        if letters not in self._known:
            self._known[letters] = len(self._letters)
            self._letters.append(letters)
            self._by_sound.append(self._sounds.of(letters))
        return self._known[letters]

    def coded(self, words: str) -> tuple[Project, ...]:
        """The projects whose codes stand in some words, in their order, at most three.

        A bare number is none: whoever writes 12 means people, months or a day.
        """
        return () if plain(words).strip().isdecimal() else self._named(words)

    def _coded(self, code: str) -> Project | None:
        """A code as it stands, or as whoever copied it by eye may have read it: P1O1."""
        return self._by_code.get(bare(code)) or self._by_look.get(bare(as_copied(code)))

    def _named(self, words: str) -> tuple[Project, ...]:
        text = plain(words)
        whole = self._by_code.get(bare(text))
        if whole is not None:
            return (whole,)
        found = (self._coded(each.group()) for each in _CODE.finditer(text))
        return tuple(dict.fromkeys(project for project in found if project is not None))[:MOST]

    def _fits(self, letters: str) -> dict[int, _Fit]:
        sounds = self._sounds.of(letters)
        candidates = self._index.most_shared(sounds, CANDIDATES)
        every = {number for each in candidates for _, number in self._texts_of[each]}
        asked = set(pairs(sounds, gap=True))
        numbers = [n for n in every if not asked.isdisjoint(pairs(self._by_sound[n], gap=True))]
        alike = dict(zip(numbers, self._alike(letters, sounds, numbers), strict=True))
        covered = self._index.covered(sounds, candidates)
        return {
            each: self._fit(each, alike, SPREAD * share)
            for each, share in zip(candidates, covered, strict=True)
        }

    def _fit(self, project: int, alike: Mapping[int, tuple[float, bool]], spread: float) -> _Fit:
        """By the text that says most; or by several, each of which has a part of the words."""
        sharing = [each for each in self._texts_of[project] if each[1] in alike]
        score, at = max((text.weight * alike[n][0], -i) for i, (text, n) in enumerate(sharing))
        if score >= spread:
            text, number = sharing[-at]
            return _Fit(score, (text,), alike[number][1])
        texts = {text.shown: text for text, _ in reversed(sharing)}
        return _Fit(spread, tuple(reversed(texts.values())))

    def _alike(
        self, letters: str, sounds: str, numbers: Sequence[int]
    ) -> Iterator[tuple[float, bool]]:
        """0 to 1 for each text, and whether only the sound made it so."""
        texts = [self._letters[number] for number in numbers]
        spoken = [self._by_sound[number] for number in numbers]
        by_letters, by_sound = _likeness(letters, texts), _likeness(sounds, spoken)
        for text, one, other in zip(texts, by_letters, by_sound, strict=True):
            long_enough = min(len(sounds), len(text)) >= SHORTEST_BY_SOUND
            heard = SOUND * other if long_enough and other >= LEAST_BY_SOUND else 0.0
            yield max(one, heard), heard > one

    def _matches(self, best: Sequence[tuple[int, _Fit]]) -> Iterator[SiteMatch]:
        ties = Counter(
            number
            for number, fit in best
            for _, other in best
            if abs(fit.score - other.score) <= TIED
        )
        for number, fit in best[:MOST]:
            if ties[number] <= MOST_TIES:
                shared = OFFERED + (min(fit.score, 1.0) - OFFERED) / ties[number]
                yield SiteMatch(
                    project=self._projects[number],
                    score=round(shared, 4),
                    found_by=fit.texts[0].kind if len(fit.texts) == 1 else FoundBy.SEVERAL,
                    text=" + ".join(text.shown for text in fit.texts),
                    by_sound=fit.by_sound,
                )


def _by_look(projects: Sequence[Project]) -> dict[str, Project]:
    """Projects by what their codes look like; codes that look the same are left out."""
    looks = [bare(as_copied(project.code)) for project in projects]
    times = Counter(looks)
    return {
        look: project for look, project in zip(looks, projects, strict=True) if times[look] == 1
    }


def _other_part(asked: Mapping[str, str], name: str) -> bool:
    """二期 is never 一期, however alike the rest is."""
    has = parts(name)
    return any(has.get(kind, n) != n for kind, n in asked.items())


def _likeness(said: str, texts: Sequence[str]) -> Iterator[float]:
    """0 to 1 for each text: half for being the same, half for one standing in the other."""
    if not texts:
        return
    same = process.cdist([said], texts, scorer=Indel.normalized_similarity)[0].tolist()
    inside = process.cdist([said], texts, scorer=fuzz.partial_ratio)[0].tolist()
    own = set(pairs(said))
    for text, alike, part in zip(texts, same, inside, strict=True):
        # Two parts that have changed places still leave the longer one inside.
        whole = max(alike, _shared(own, text)) if part >= LEAST_INSIDE else alike
        yield 0.5 * whole + 0.5 * max(part / 100, whole)


def _shared(own: set[str], text: str) -> float:
    """Likeness that does not mind the order of the parts (二期锦绣)."""
    total = len(own) + len(text) - 1
    return 2 * len(own.intersection(pairs(text))) / total if total > 0 else 0.0
