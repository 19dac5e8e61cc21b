"""Rules and model weighed against each other: the readings of a text, best first.

The model has seen what the rules say, so its word counts for more; a rule that fires lifts what it
names. Danger and abuse are judged for themselves and stand beside the other readings.
"""

from collections.abc import Mapping

from casework.meaning import Intent, Reading
from nlu.intent_model import Judged
from nlu.intents import BESIDE, Rules

REJECTED = 0.25
"""Below this nothing was understood."""

UNSURE = 0.45
"""A complaint below this is not taken for one; the conversation asks with buttons."""

UNSURE_LETTER = 0.33
"""The same of a long letter: who has told so much is not asked to begin anew."""

MODEL = 0.7
"""How much of the weight is the model's where a rule speaks too."""

MODEL_OF_WAGES = 0.6
"""The same for a complaint, whose words the rules know best."""

MODEL_OF_LETTERS = 0.7
"""The same for a complaint told in a long text, in which some word of a rule always stands."""

LEAST_REST = 0.02
"""Beside danger or abuse, a wish is raised to at most fifty times its chance."""

IN_A_STORY = 0.65
"""How far the model is believed about danger and abuse in a long text where no rule sees any: of
many words some are always loud."""

LIFTED = 0.4
"""From here on a wish that a rule sees stands before the complaint in which it is told."""

KEPT = 0.3
"""What is left of a withdrawal where the words say that the case is kept, or that others withdrew."""

OVER = 0.5
"""What is left of a danger that is long over or harmed nobody, and of an insult that is told of."""

ELSEWHERE = 0.35
"""What is left of a complaint where the matter is plainly another one."""

OTHER_DEBT = 0.6
"""What is left of a complaint where the rules see a debt that is no wage."""

TOLD = 0.6
"""How sure a complaint is at least where wages owed are told at some length."""

RULED = 0.8
"""A rule that sure of a complaint leaves it before other matters: better taken than sent away."""

SEEN = 0.5
"""How sure a rule must be for a wish to stand before an insult."""

_QUESTIONS = frozenset({Intent.ASK_STATUS, Intent.ASK_NEXT, Intent.ASK_LEGAL_AID})


def readings(seen: Rules, judged: Judged) -> tuple[Reading, ...]:
    """The readings of a text, best first, never empty."""
    scores = dict(seen.scores)
    if judged.wishes and seen.closed is None:
        scores = {**_wishes(seen, judged.wishes), **_beside(seen, judged)}
    _told(seen, scores)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0].value))
    found = [Reading(intent=i, confidence=round(score, 3)) for i, score in ranked if score >= 0.05]
    if not found or max(r.confidence for r in found) < REJECTED:
        found.insert(0, Reading(intent=Intent.UNKNOWN, confidence=0.5))
        return tuple(found)
    found = _danger_first(found, seen)
    least = UNSURE_LETTER if seen.story else UNSURE
    if found[0].intent is Intent.COMPLAINT and found[0].confidence < least:
        found.insert(0, Reading(intent=Intent.UNKNOWN, confidence=0.5))  # better asked than taken
    return tuple(found)


def _told(seen: Rules, scores: dict[Intent, float]) -> None:
    """What the rules say about the whole text: a complaint, a payment, a case that is kept."""
    _complaint(seen, scores)
    _lift(seen, scores)
    if seen.kept and Intent.WITHDRAW in scores:
        scores[Intent.WITHDRAW] *= KEPT
    if seen.settled:
        scores[Intent.PAID] = max(0.6, scores.get(Intent.PAID, 0.0))
        for other in (Intent.COMPLAINT, Intent.OUT_OF_SCOPE):
            scores[other] = min(0.35, scores.get(other, 0.0))
    if seen.owed and Intent.PAID in scores:
        scores[Intent.PAID] = min(0.5, scores[Intent.PAID])
    if seen.told and (complaint := scores.get(Intent.COMPLAINT, 0.0)) >= UNSURE:
        for question in _QUESTIONS & scores.keys():
            asked = max(scores[question], seen.scores.get(question, 0.0))
            scores[question] = min(asked, complaint - 0.01)


def _lift(seen: Rules, scores: dict[Intent, float]) -> None:
    """A withdrawal that is told together with the case stands before it: 欠我四千，给齐了，撤了吧."""
    pressed = seen.kept or Intent.PRESSURE in seen.scores
    wish = scores.get(Intent.WITHDRAW, 0.0)
    if pressed or Intent.WITHDRAW not in seen.scores or wish < LIFTED:
        return
    for other in (Intent.COMPLAINT, Intent.OUT_OF_SCOPE):
        if other in scores:
            scores[other] = min(scores[other], wish - 0.01)


def _complaint(seen: Rules, scores: dict[Intent, float]) -> None:
    if Intent.COMPLAINT in scores and seen.alike:
        scores[Intent.COMPLAINT] *= OTHER_DEBT
    if Intent.COMPLAINT in scores and seen.elsewhere:
        scores[Intent.COMPLAINT] *= ELSEWHERE
        return
    if seen.told and not seen.alike:
        scores[Intent.COMPLAINT] = max(TOLD, scores.get(Intent.COMPLAINT, 0.0))
    ruled = seen.scores.get(Intent.COMPLAINT, 0.0) >= RULED or (seen.told and not seen.alike)
    if ruled and scores.get(Intent.COMPLAINT, 0.0) >= UNSURE:
        other = scores.get(Intent.OUT_OF_SCOPE, 0.0)
        scores[Intent.OUT_OF_SCOPE] = min(other, scores[Intent.COMPLAINT] - 0.01)


def _wishes(seen: Rules, model: Mapping[Intent, float]) -> dict[Intent, float]:
    """Rules and model together, as if neither danger nor abuse stood in the text."""
    scores: dict[Intent, float] = {}
    wages = MODEL_OF_LETTERS if seen.story else MODEL_OF_WAGES
    rest = max(LEAST_REST, 1.0 - sum(model.get(intent, 0.0) for intent in BESIDE))
    for intent, chance in model.items():
        if intent in BESIDE:
            continue
        rule = seen.scores.get(intent)
        alone = min(1.0, chance / rest)
        trust = wages if intent is Intent.COMPLAINT else MODEL
        scores[intent] = alone if rule is None else trust * alone + (1.0 - trust) * rule
    return scores


def _beside(seen: Rules, judged: Judged) -> dict[Intent, float]:
    """Danger and abuse. A rule alone is not enough where the model is sure there is none."""
    scores: dict[Intent, float] = {}
    for intent in BESIDE:
        rule = seen.scores.get(intent)
        if rule is None:
            trust = IN_A_STORY if seen.story else 1.0
            scores[intent] = trust * judged.chance_beside(intent)
        else:
            scores[intent] = 0.5 * rule + 0.5 * judged.beside.get(intent, 0.0)
        if intent is Intent.ABUSE and seen.scolded and rule is None:
            scores[intent] *= OVER
        if intent is Intent.DANGER and seen.over:
            scores[intent] *= OVER
    return scores


def _ruled(seen: Rules, intent: Intent) -> bool:
    """Whether the rules see what the model takes it for; a story always tells a complaint."""
    return seen.scores.get(intent, 0.0) >= SEEN or (intent is Intent.COMPLAINT and seen.story)


def _danger_first(found: list[Reading], seen: Rules) -> list[Reading]:
    """Danger leads whatever else is said; abuse leads where no rule sees anything else."""
    danger = [r for r in found if r.intent is Intent.DANGER and r.confidence >= 0.5]
    others = [r for r in found if r not in danger]
    abuse = [r for r in others if r.intent is Intent.ABUSE]
    wanted = [r for r in others if r.intent is not Intent.ABUSE]
    strong = [r for r in wanted if r.confidence >= 0.5]
    weak = [r for r in (*wanted, *abuse) if r.confidence < 0.5]
    insults = [r for r in abuse if r.confidence >= 0.5]
    if insults:  # 我草泥马 is no other matter, 白痴，我刚才说过了 corrects nothing
        guessed = [
            r for r in strong if r.intent is Intent.OUT_OF_SCOPE or not _ruled(seen, r.intent)
        ]
        strong = [r for r in strong if r not in guessed]
        weak += guessed
    return [*danger, *strong, *insults, *sorted(weak, key=lambda r: -r.confidence)]
