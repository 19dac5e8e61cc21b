"""The trained intent model: logistic regression over character n-grams and what the rules saw.

Training happens elsewhere (``build``); here are only the features and a product of a few numbers,
so that nothing heavy is imported to read a message.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from casework.meaning import Intent
from nlu.intent_words import classes
from nlu.intents import Rules, rules

READ = 160
"""Characters that the model looks at; what a message wants is said at its head."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"[\s,，.。!！?？;；、:：~…]+")
RULE_WEIGHT = 0.5
WORD_WEIGHT = 1.0
GRAM_WEIGHT = 3.0

OF_THE_MATTER = 0.75
"""How much the column that knows only complaints and other matters counts between these two."""

LEAST_KNOWN = 2
"""Known n-grams of two or more that a text needs to be judged at all; a lone rule counts as one."""


def features(text: str, seen: Rules | None = None) -> dict[str, float]:
    """Characters alone and in twos, scaled to one length, and the rules' findings."""
    seen = seen or rules(text[:READ], ())
    folded = _SPACE.sub(" ", _DIGITS.sub("0", text[:READ].lower())).strip()
    padded = f"^{folded}$"
    counts: dict[str, float] = {}
    for size in (1, 2):
        for at in range(len(padded) - size + 1):
            gram = padded[at : at + size]
            counts[gram] = counts.get(gram, 0.0) + 1.0
    damped = {gram: 1.0 + math.log(count) for gram, count in counts.items()}
    scale = GRAM_WEIGHT * sum(value * value for value in damped.values()) ** -0.5
    found = {gram: value * scale for gram, value in damped.items()}
    found.update(_classes(folded))
    found[f"size:{len(folded).bit_length()}"] = 0.5
    for intent, score in seen.scores.items():
        found[f"rule:{intent.value}"] = RULE_WEIGHT * score
    if not seen.scores:
        found["rule:none"] = RULE_WEIGHT
    return found


def _classes(folded: str) -> dict[str, float]:
    """What the words are about, alone and in pairs, each kind scaled to one length."""
    about = sorted({*classes(folded)})
    alone = [f"word:{name}" for name in about]
    pairs = [f"word:{one}+{other}" for one, other in combinations(about, 2)]
    found: dict[str, float] = {}
    for names in (alone, pairs):
        found.update(dict.fromkeys(names, WORD_WEIGHT * max(1, len(names)) ** -0.5))
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model thinks of a text: one wish, and what may stand beside any wish."""

    wishes: Mapping[Intent, float]
    """The probability of each intent; together they are one."""

    beside: Mapping[Intent, float]
    """The probability of danger and of abuse, each for itself."""

    def chance_beside(self, intent: Intent) -> float:
        """The mean of what it is for itself and among all: a false alarm seldom sounds in both."""
        return (self.beside.get(intent, 0.0) + self.wishes.get(intent, 0.0)) / 2


NOTHING_KNOWN = Judged({}, {})


@dataclass(frozen=True, slots=True)
class IntentModel:
    """Weights as arrays, one row a feature.

    A column for each intent, then for each that stands beside, then the one that tells a complaint
    from another matter.
    """

    intents: tuple[Intent, ...]
    beside: tuple[Intent, ...]
    vocabulary: Mapping[str, int]
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    temperature: float

    def judged(self, found: Mapping[str, float]) -> Judged:
        """The probabilities; those of the wishes are calibrated by the temperature."""
        known = [
            (self.vocabulary[name], value)
            for name, value in found.items()
            if name in self.vocabulary
        ]
        scores = self.bias.astype(np.float64)
        if known:
            rows, values = zip(*known, strict=True)
            scores = scores + np.asarray(values) @ self.weights[list(rows)]
        wished, apart = np.split(scores, [len(self.intents)])
        odds = np.exp((wished - wished.max()) / self.temperature)
        chances: Sequence[float] = (odds / odds.sum()).tolist()
        *alone, complains = (1.0 / (1.0 + np.exp(-apart))).tolist()
        return Judged(
            _told_apart(dict(zip(self.intents, chances, strict=True)), complains),
            dict(zip(self.beside, alone, strict=True)),
        )

    def read(self, text: str) -> Judged:
        """The probabilities for a plain text, of which nothing is said if it holds no known word."""
        found = features(text)
        known = sum(name in self.vocabulary for name in found if len(name) > 1)
        return self.judged(found) if known >= LEAST_KNOWN else NOTHING_KNOWN


def _told_apart(wishes: dict[Intent, float], complains: float) -> dict[Intent, float]:
    """The chances with those of a complaint and of another matter divided anew between them."""
    both = wishes.get(Intent.COMPLAINT, 0.0) + wishes.get(Intent.OUT_OF_SCOPE, 0.0)
    if both > 0.0:
        own = wishes.get(Intent.COMPLAINT, 0.0) / both
        share = OF_THE_MATTER * complains + (1.0 - OF_THE_MATTER) * own
        wishes |= {Intent.COMPLAINT: both * share, Intent.OUT_OF_SCOPE: both * (1.0 - share)}
    return wishes


def intent_model(about: Mapping[str, Any], weights: npt.NDArray[Any]) -> IntentModel:
    """A model from what the model file holds: the last row of ``weights`` is the bias."""
    names: list[str] = about["vocabulary"]
    if weights.shape != (len(names) + 1, len(about["intents"]) + len(about["beside"]) + 1):
        raise ValueError("the weights do not fit the vocabulary")
    full = weights.astype(np.float32)
    return IntentModel(
        intents=tuple(Intent(name) for name in about["intents"]),
        beside=tuple(Intent(name) for name in about["beside"]),
        vocabulary={name: row for row, name in enumerate(names)},
        weights=full[:-1],
        bias=full[-1],
        temperature=float(about["temperature"]),
    )
