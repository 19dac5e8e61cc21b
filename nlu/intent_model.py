"""The trained intent model: logistic regression over character n-grams and what the rules saw.

Training happens elsewhere (``build``); here are only the features and a product of a few numbers,
so that nothing heavy is imported to read a message.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from casework.meaning import Intent
from nlu.intents import Rules, rules

READ = 160
"""Characters that the model looks at; what a message wants is said at its head."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SPACE = re.compile(r"[\s,，.。!！?？;；、:：~…]+")
RULE_WEIGHT = 1.0

LEAST_KNOWN = 2
"""Known n-grams of two or more that a text needs to be judged at all; a lone rule counts as one."""


def features(text: str, seen: Rules | None = None) -> dict[str, float]:
    """Character n-grams of one to four, scaled to one length, and the rules' findings."""
    seen = seen or rules(text[:READ], ())
    folded = _SPACE.sub(" ", _DIGITS.sub("0", text[:READ].lower())).strip()
    padded = f"^{folded}$"
    counts: dict[str, float] = {}
    for size in (1, 2, 3, 4):
        for at in range(len(padded) - size + 1):
            gram = padded[at : at + size]
            counts[gram] = counts.get(gram, 0.0) + 1.0
    damped = {gram: 1.0 + math.log(count) for gram, count in counts.items()}
    scale = 2.0 * sum(value * value for value in damped.values()) ** -0.5
    found = {gram: value * scale for gram, value in damped.items()}
    for intent, score in seen.scores.items():
        found[f"rule:{intent.value}"] = RULE_WEIGHT * score
    if not seen.scores:
        found["rule:none"] = RULE_WEIGHT
    return found


@dataclass(frozen=True, slots=True)
class IntentModel:
    """Weights as arrays: one row a feature, one column an intent."""

    intents: tuple[Intent, ...]
    vocabulary: Mapping[str, int]
    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    temperature: float

    def chances(self, found: Mapping[str, float]) -> dict[Intent, float]:
        """The probability of each intent, calibrated by the temperature."""
        known = [
            (self.vocabulary[name], value)
            for name, value in found.items()
            if name in self.vocabulary
        ]
        scores = self.bias.astype(np.float64)
        if known:
            rows, values = zip(*known, strict=True)
            scores = scores + np.asarray(values) @ self.weights[list(rows)]
        scores = scores / self.temperature
        odds = np.exp(scores - scores.max())
        chances: Sequence[float] = (odds / odds.sum()).tolist()
        return dict(zip(self.intents, chances, strict=True))

    def read(self, text: str) -> dict[Intent, float]:
        """The probability of each intent for a plain text."""
        found = features(text)
        known = sum(name in self.vocabulary for name in found if len(name) > 1)
        return self.chances(found) if known >= LEAST_KNOWN else {}


def intent_model(about: Mapping[str, Any], weights: npt.NDArray[Any]) -> IntentModel:
    """A model from what the model file holds: the last row of ``weights`` is the bias."""
    names: list[str] = about["vocabulary"]
    if weights.shape != (len(names) + 1, len(about["intents"])):
        raise ValueError("the weights do not fit the vocabulary")
    full = weights.astype(np.float32)
    return IntentModel(
        intents=tuple(Intent(name) for name in about["intents"]),
        vocabulary={name: row for row, name in enumerate(names)},
        weights=full[:-1],
        bias=full[-1],
        temperature=float(about["temperature"]),
    )
