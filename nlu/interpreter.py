"""Reads one message: intent and facts, offline, in a few milliseconds, for any text at all."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

import structlog

from casework.meaning import CountRange, Fact, FactName, Intent, Meaning, Reading
from nlu import amounts, answers, counts, durations, money, sums, unpaid_time
from nlu.headcounts import headcounts
from nlu.identifiers import identifiers
from nlu.intent_model import NOTHING_KNOWN, Judged
from nlu.intent_weighing import readings
from nlu.intents import BESIDE, Rules, rules
from nlu.models import PACKAGED, Models, load
from nlu.names import Names
from nlu.normalise import Plain, plain
from nlu.numerals import quantities
from nlu.parties import parties
from nlu.periods import days, periods
from nlu.places import Places
from nlu.points import points
from nlu.regions import Regions
from nlu.rights_boards import missing_boards
from nlu.sites import Sites
from nlu.tagger import NO_MARKS

_log = structlog.get_logger(__name__)

STORY = 2_000
"""Characters of a message in which names are looked for; sums are read further on too."""

SURE_AT_A_PLACE = 0.9
"""The same for danger in what may be a place: 桥边上 is where somebody works."""

SURE_OF_A_WISH = 0.7
"""How sure the model must be to see a wish in a text that may be a mere name."""

_HIDDEN = "□"


class LocalInterpreter:
    """The interpreter that needs no server. Names of the ledger and the district win over rules."""

    def __init__(
        self,
        *,
        known_projects: Sequence[str] = (),
        known_employers: Sequence[str] = (),
        places: Sequence[str] = (),
        model: Path | None = PACKAGED,
    ) -> None:
        """``model`` is the model file, built where it is missing; None reads by rules alone."""
        self._model = model
        self._regions = Regions(places=tuple(places))
        self._names = Names(known=tuple(known_employers))
        self._sites = Sites(known=tuple(known_projects))
        self._places = Places(known=tuple(places))

    @cached_property
    def _models(self) -> Models | None:
        """Read at the first message, so that building the interpreter costs nothing."""
        return load(self._model) if self._model else None

    async def interpret(self, text: str, *, on: date) -> Meaning:
        """The meaning of a text written on that day."""
        return self.read(text, on)

    def read(self, text: str, on: date) -> Meaning:
        """The same without a loop. Never raises: what cannot be read is UNKNOWN."""
        try:
            return self._read(text, on)
        except Exception as wrong:  # noqa: BLE001 - no message may stop the conversation
            _log.error("interpreter_failed", error=type(wrong).__name__, length=len(text))
            return Meaning(text=text, readings=(Reading(intent=Intent.UNKNOWN, confidence=0.0),))

    def _read(self, text: str, on: date) -> Meaning:
        reading = plain(text)
        facts = [*_numbers(reading, on), *self._named(reading), *parties(reading)]
        facts.extend(missing_boards(reading))
        seen = rules(reading.text, facts)
        names = answers.short_answers(reading, facts, seen)
        judged = self._judged(reading, seen, facts, names)
        facts.extend(names)
        return Meaning(
            text=text,
            readings=readings(seen, judged),
            facts=tuple(sorted(facts, key=lambda fact: (fact.start, fact.end))),
        )

    def _judged(
        self, reading: Plain, seen: Rules, facts: Sequence[Fact], names: Sequence[Fact]
    ) -> Judged:
        """What the trained model says; of a bare answer it has to be very sure."""
        if self._models is None:
            return NOTHING_KNOWN
        if not seen.scores and answers.told_by_numbers(reading.text, facts):
            return NOTHING_KNOWN
        if not seen.scores and any(f.name is FactName.PERSON_NAME for f in names):
            return NOTHING_KNOWN  # 王强 is somebody's name, whatever the model thinks
        judged = self._models.intents.read(reading.text)
        wishes = (c for wish, c in judged.wishes.items() if wish not in BESIDE)
        unsure = max(wishes, default=0.0) < SURE_OF_A_WISH
        alarm = SURE_AT_A_PLACE if answers.place_like(reading.text) else SURE_OF_A_WISH
        unsure = unsure and max(map(judged.chance_beside, BESIDE)) < alarm
        few = len(reading.text) <= 3 or not _HAN.search(reading.text)  # asdkjh qwe
        bare = few or answers.only_names(reading.text, facts, names)
        if unsure and not seen.scores and bare:
            return NOTHING_KNOWN
        return judged

    def _named(self, reading: Plain) -> list[Fact]:
        story = reading.text[:STORY]
        regions = self._regions.find(story)
        marks = self._models.names.marks(story) if self._models else NO_MARKS
        employers = self._names.employers(story, regions, marks)
        projects = self._sites.find(story, regions, marks)
        employers = [e for e in employers if not answers.inside(e, projects)]
        projects = [p for site in projects if (p := answers.beside(story, site, employers))]
        projects = projects or answers.owner_sites(story, employers)
        locations = self._places.find(story, regions, (projects, employers), marks)
        return answers.named_facts(reading, employers, projects, locations)


_HAN = re.compile(r"[\u4e00-\u9fff]")


def _hide(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with spans blotted out, so that a phone or a year is never read as a sum."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        parts.append(text[at : max(start, at)])
        parts.append(_HIDDEN * max(0, end - max(start, at)))
        at = max(at, end)
    parts.append(text[at:])
    return "".join(parts)


def _numbers(reading: Plain, on: date) -> list[Fact]:
    """Every fact that is or holds a number."""
    known = identifiers(reading)
    text = _hide(reading.text, known.spans)
    times = list(points(text, on))
    dated = Plain(raw=reading.raw, text=text, origin=reading.origin)
    facts = [*known.facts, *periods(dated, times, on), *days(dated, times, on)]
    text = _hide(text, [(point.start, point.end) for point in times])
    bare = Plain(raw=reading.raw, text=text, origin=reading.origin)
    numbers = quantities(text)
    heads = headcounts(bare, numbers)
    facts.extend(heads)
    facts.extend(durations.months(bare, numbers))
    facts.extend(counts.bare_numbers(bare, numbers))
    people = max(heads, key=lambda fact: fact.confidence, default=None)
    size = people.value if people and people.confidence >= 0.5 else None
    placed = sums.placed(text, money.sums(text, numbers))
    facts.extend(
        amounts.facts(
            bare,
            placed,
            size if isinstance(size, CountRange) else None,
            told=facts,
            days=unpaid_time.unpaid_days(text, numbers),
        )
    )
    if alone := counts.whole_text(bare, numbers):
        facts.extend(answers.number_alone(bare, alone, facts, on))
    return facts
