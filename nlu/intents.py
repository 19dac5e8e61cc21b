"""What a person wants: rules for the closed answers, for danger and abuse, and for plain words.

Danger and abuse stand beside the other readings and discard nothing. Where the rules are silent or
weak the trained model speaks (``intent_model``); where both are, the answer is UNKNOWN.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.meaning import Fact, FactName, Intent
from nlu import intent_patterns as patterns
from nlu import unpaid

SHORT = 26
"""Longest text that may be one of the closed answers."""

LONG = 45
"""From here on a text tells a story, in which a single word says less about what is wanted."""

STORY = 20
"""From here on wages owed may be told and a question asked after them."""
BESIDE = (Intent.DANGER, Intent.ABUSE)
_SAFE = "□"


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules saw: scores of intents, and the closed answer if the text is one."""

    scores: Mapping[Intent, float]
    closed: Intent | None = None
    alike: bool = False  # whether a debt is told that is no wage
    elsewhere: bool = False  # whether the matter is plainly another one
    owed: bool = False  # whether a sum still owed was found, beside which a payment is only a part
    scolded: bool = False  # whether an insult is only told of, or a name
    kept: bool = False  # whether the case is not to be withdrawn
    settled: bool = False  # whether everything arrived in the end
    story: bool = False  # whether the text is long
    over: bool = False  # whether words of danger tell of what is over, or are a way to speak
    told: bool = (
        False  # whether wages owed are told at length, which a question at the end follows
    )


def rules(text: str, facts: Sequence[Fact]) -> Rules:
    """The rules' reading of a plain text."""
    scores: dict[Intent, float] = {}
    aimed = patterns.AT_US.search(text)
    if patterns.ABUSE.search(text if aimed else patterns.SCOLDED.sub(_SAFE, text)):
        scores[Intent.ABUSE] = 1.0 if patterns.CURSE.search(text) else 0.9
    if patterns.DANGER.search(patterns.NOT_DANGER.sub(_SAFE, text)):
        scores[Intent.DANGER] = 0.9
    if len(text) <= SHORT and (closed := _closed(text)):
        scores[closed] = 0.95
        return Rules(scores, closed)
    owed = any(fact.name is FactName.AMOUNT and fact.confidence >= 0.7 for fact in facts)
    scores.update(_stated(text))
    _money(text, facts, scores)
    _complaint(text, facts, scores)
    _outside(text, scores)
    return Rules(
        scores,
        alike=_looks_alike(text),
        elsewhere=unpaid.elsewhere(text),
        owed=owed,
        scolded=bool(patterns.SCOLDED.search(text)),
        kept=bool(patterns.NOT_WITHDRAWN.search(text)),
        settled=unpaid.settled(text),
        story=len(text) > LONG,
        over=_over(text)
        or (Intent.DANGER not in scores and bool(patterns.NOT_DANGER.search(text))),
        told=_tells(text),
    )


def _over(text: str) -> bool:
    return bool(patterns.OVER.search(text)) and not patterns.NOW.search(text)


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
        stated = [i for i in scores if i not in BESIDE and scores[i] >= 0.6]
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
