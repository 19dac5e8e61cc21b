"""What a person wants: rules for the closed answers, for danger and abuse, and for plain words.

Danger and abuse stand beside the other readings and discard nothing. Where the rules are silent or
weak the trained model speaks (``intent_model``); where both are, the answer is UNKNOWN.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.meaning import Fact, FactName, Intent, Reading
from nlu import intent_patterns as patterns
from nlu import unpaid

SHORT = 26
"""Longest text that may be one of the closed answers."""

LONG = 45
"""From here on a text tells a story, in which a single word says less about what is wanted."""

REJECTED = 0.3
"""Below this nothing was understood."""

STORY = 20
"""From here on wages owed may be told and a question asked after them."""

UNSURE = 0.5
"""A complaint below this is not taken for one; the conversation asks with buttons."""

_QUESTIONS = frozenset({Intent.ASK_STATUS, Intent.ASK_NEXT, Intent.ASK_LEGAL_AID})
_BESIDE = (Intent.DANGER, Intent.ABUSE)
_SAFE = "□"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules saw: scores of intents, and the closed answer if the text is one."""

    scores: Mapping[Intent, float]
    closed: Intent | None = None
    wages: bool = True  # whether a word of work or money stands in the text
    owed: bool = False  # whether a sum still owed was found, beside which a payment is only a part
    told: bool = (
        False  # whether wages owed are told at length, which a question at the end follows
    )


def rules(text: str, facts: Sequence[Fact]) -> Rules:
    """The rules' reading of a plain text."""
    scores: dict[Intent, float] = {}
    if patterns.ABUSE.search(text):
        scores[Intent.ABUSE] = 0.9
    if patterns.DANGER.search(patterns.NOT_DANGER.sub(_SAFE, text)):
        scores[Intent.DANGER] = 0.9
    if len(text) <= SHORT and (closed := _closed(text)):
        scores[closed] = 0.95
        return Rules(scores, closed)
    short = len(text) <= LONG and patterns.ABOUT_MONEY.search(text)
    owed = any(fact.name is FactName.AMOUNT and fact.confidence >= 0.7 for fact in facts)
    told = unpaid.told(text)
    wages = bool(short or owed or told or patterns.OWES.search(text)) and not _looks_alike(text)
    scores.update(_stated(text))
    _money(text, facts, scores)
    _complaint(text, facts, scores)
    _outside(text, scores)
    return Rules(scores, wages=wages, owed=owed, told=_tells(text))


def _tells(text: str) -> bool:
    """Whether wages owed are the matter and a question at the end only asks what to do now."""
    return len(text) >= STORY and _strong(text) and not patterns.OWN_CASE.search(text)


def _closed(text: str) -> Intent | None:
    return next((i for i, pattern in patterns.CLOSED if pattern.match(text)), None)


def _stated(text: str) -> dict[Intent, float]:
    """Intents that plain words state, fainter where the text tells a long story."""
    scores = {i: score for i, pattern, score in patterns.OPEN if pattern.search(text)}
    if len(text) <= SHORT and patterns.UNSURE.search(text):
        scores[Intent.DONT_KNOW] = 0.7
    if len(text) <= SHORT and (agreed := patterns.AGREES.match(text)):
        scores[Intent.DENY if agreed["no"] else Intent.AFFIRM] = 0.7
    if patterns.PROMISED.search(text) and not patterns.REFUSED.search(text):
        scores[Intent.PROMISED] = 0.75
    if Intent.PRESSURE in scores and Intent.WITHDRAW in scores:
        scores[Intent.WITHDRAW] = 0.3  # 撤了才给钱 is pressure
    if Intent.OBJECT in scores:
        scores.pop(Intent.ASK_STATUS, None)  # 凭啥说办完了 asks nothing
    if _corrects(text):
        scores[Intent.CORRECT] = 0.8
    if len(text) > LONG:
        scores = {intent: score * 0.7 for intent, score in scores.items()}
    return scores


def _corrects(text: str) -> bool:
    if len(text) > LONG:
        return False
    return bool(patterns.CORRECT.search(patterns.NOT_CORRECT.sub(_SAFE, text)))


def _money(text: str, facts: Sequence[Fact], scores: dict[Intent, float]) -> None:
    """A payment that arrived. 答应给了 and 没给 are none."""
    paid_fact = any(fact.name is FactName.PAID for fact in facts)
    said = patterns.PAID.search(text) and not patterns.NOT_PAID.search(text)
    if not (said or paid_fact) or scores.get(Intent.PRESSURE):
        return
    owed = any(fact.name is FactName.AMOUNT for fact in facts)
    if unpaid.settled(text):
        scores[Intent.PAID] = 0.9
        return
    if owed or unpaid.told(text) or (patterns.OWES.search(text) and len(text) > 16):
        scores[Intent.PAID] = 0.35 if len(text) > 16 or _ONLY.search(text) else 0.6
        return
    scores[Intent.PAID] = 0.85
    if paid_fact:
        scores.pop(Intent.CORRECT, None)


_ONLY = re.compile(r"(?:只|就|才|光)(?:给|发|付|结|打)")


def _complaint(text: str, facts: Sequence[Fact], scores: dict[Intent, float]) -> None:
    if patterns.OWES.search(text):
        score = 0.88
        if _looks_alike(text) or unpaid.settled(text):
            score = 0.35
        stated = [i for i in scores if i not in _BESIDE and scores[i] >= 0.6]
        if stated and len(text) <= LONG:
            score -= 0.2
        scores[Intent.COMPLAINT] = score
    elif any(fact.name is FactName.AMOUNT and not fact.computed for fact in facts):
        scores[Intent.COMPLAINT] = max(0.6, scores.get(Intent.COMPLAINT, 0.0))
    elif unpaid.told(text) and not patterns.OWN_CASE.search(text):
        scores[Intent.COMPLAINT] = 0.35 if _looks_alike(text) else 0.8
    elif patterns.MAYBE_COMPLAINT.search(text):
        scores[Intent.COMPLAINT] = 0.3 if patterns.LIKE_WAGES.search(text) else 0.6


def _looks_alike(text: str) -> bool:
    """Debts that are no wages: rents, goods, subsidies, fees of a club."""
    if unpaid.other_debt(text) or unpaid.policy(text):
        return True
    return bool(patterns.LIKE_WAGES.search(unpaid.without_school(text))) and not _strong(text)


def _strong(text: str) -> bool:
    """Words of unpaid work that outweigh the look-alikes."""
    return bool(
        re.search(
            r"(?:拖欠|欠|没发|不发|未发|没给|不给|克扣|讨)[^,，。]{0,10}(?:工资|工钱|薪|血汗钱|劳务费)|(?:工资|工钱)[^,，。]{0,8}(?:(?:没|不|未)(?:发|给|结)|欠|拖)|(?:没|未|不)[^,，。]{0,6}(?:发|给|付|结)[^,，。]{0,6}(?:工资|报酬|工钱|血汗钱)|讨薪|血汗钱|欠薪",
            text,
        )
    )


def _outside(text: str, scores: dict[Intent, float]) -> None:
    alike = patterns.LIKE_WAGES.search(unpaid.without_school(text)) or _looks_alike(text)
    foreign = patterns.OUT.search(text) and not patterns.WAGE_WORD.search(text)
    if (foreign and not unpaid.told(text)) or (alike and scores.get(Intent.COMPLAINT, 0.0) < 0.5):
        scores[Intent.OUT_OF_SCOPE] = 0.6


def readings(seen: Rules, model: Mapping[Intent, float] | None = None) -> tuple[Reading, ...]:
    """The readings of a text, best first, never empty."""
    scores = dict(seen.scores)
    if model and seen.closed is None:
        scores = _joined(scores, model)
    if not seen.wages and Intent.COMPLAINT in scores:
        scores[Intent.COMPLAINT] *= 0.5
    if seen.owed and Intent.PAID in scores:
        scores[Intent.PAID] = min(0.5, scores[Intent.PAID])
    if seen.told and (complaint := scores.get(Intent.COMPLAINT, 0.0)) >= UNSURE:
        for question in _QUESTIONS & scores.keys():
            scores[question] = min(scores[question], complaint - 0.01)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0].value))
    found = [Reading(intent=i, confidence=round(score, 3)) for i, score in ranked if score >= 0.05]
    if not found or max(r.confidence for r in found) < REJECTED:
        found.insert(0, Reading(intent=Intent.UNKNOWN, confidence=0.5))
        return tuple(found)
    found = _danger_first(found)
    if found[0].intent is Intent.COMPLAINT and found[0].confidence < UNSURE:
        found.insert(0, Reading(intent=Intent.UNKNOWN, confidence=0.5))  # better asked than taken
    return tuple(found)


def _danger_first(found: list[Reading]) -> list[Reading]:
    """Danger leads whatever else is said; abuse leads only where nothing else is."""
    danger = [r for r in found if r.intent is Intent.DANGER and r.confidence >= 0.5]
    others = [r for r in found if r not in danger]
    abuse = [r for r in others if r.intent is Intent.ABUSE]
    wanted = [r for r in others if r.intent is not Intent.ABUSE]
    strong = [r for r in wanted if r.confidence >= 0.5]
    weak = [r for r in wanted if r.confidence < 0.5]
    return [*danger, *strong, *abuse, *weak]


def _joined(said: Mapping[Intent, float], model: Mapping[Intent, float]) -> dict[Intent, float]:
    """Rules and model together. Where both see an intent it is surer than either says.

    The model alone is believed less than a rule, and hardly at all for danger: a false alarm wakes
    somebody, so it needs a word of danger or a very sure model.
    """
    scores = dict(said)
    for intent, chance in model.items():
        rule = said.get(intent, 0.0)
        if rule:
            scores[intent] = min(0.99, 0.55 * rule + 0.45 * max(rule, chance) + 0.1 * chance)
        elif intent in _BESIDE:
            scores[intent] = chance if chance >= 0.75 else 0.3 * chance
        else:
            scores[intent] = 0.9 * chance
    return scores
