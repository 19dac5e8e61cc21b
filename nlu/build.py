"""Builds the model file from the training sentences: ``python -m nlu.build``.

Takes seconds and gives the same bytes from the same sentences. scikit-learn is imported here only.
"""

import hashlib
import io
import json
import logging
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt
import pycrfsuite  # type: ignore[import-untyped]

from nlu import intent_model, tagger
from nlu.normalise import plain
from nlu.training_data import FOLDER, Example, examples, fingerprint, named_examples

_log = logging.getLogger(__name__)

RAREST = 2
"""An n-gram has to stand in that many sentences to be learned."""

STRENGTH = 4.0
"""Inverse regularisation of the logistic regression, chosen on sentences held out."""

MOST_STEPS = 150
"""Steps of the solver: stopped at sixty, the weights were far from settled, and it showed."""

EVENED = 0.3
"""How far rare intents are made up for; 1 would give every intent the same weight."""

HELD = 5
"""One sentence in so many is held out to calibrate the probabilities."""

NAMELESS = 700
"""Sentences without a name that the tagger learns from."""

SWAPPED = 2
"""Copies of each marked sentence with other names in it: the words around a name are what counts."""

BESIDE = ("danger", "abuse")
"""What may stand beside any wish, and is judged for itself."""

MATTER = ("complaint", "out_of_scope")
"""The two that are also told apart alone: of all intents they lie closest, and weigh most."""

SEED = 20_260_101

_EPOCH = (1980, 1, 1, 0, 0, 0)


def build(folder: Path = FOLDER) -> bytes:
    """The model file: a zip of the intent weights and the name tagger."""
    found = examples(folder)
    about, weights = intents(found)
    about["training"] = fingerprint(folder)
    holder = io.BytesIO()
    np.save(holder, weights.astype(np.float16))
    parts = {
        "intents.json": json.dumps(about, ensure_ascii=False).encode(),
        "intents.npy": holder.getvalue(),
        "names.crfsuite": names(found, named_examples(folder)),
    }
    return _pack(parts)


def _pack(parts: dict[str, bytes]) -> bytes:
    parts["sums.json"] = json.dumps(
        {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    ).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def intents(found: Sequence[Example]) -> tuple[dict[str, Any], npt.NDArray[Any]]:
    """The vocabulary, the calibration and the weights (the last row is the bias)."""
    read = [intent_model.features(plain(one.text).text) for one in found]
    vocabulary = _vocabulary(read)
    matrix = _matrix(read, vocabulary)
    labels = np.array([one.intent for one in found])
    evened = _evened(labels)
    wishes = _regression().fit(matrix, labels, sample_weight=evened)
    order = {name: column for column, name in enumerate(wishes.classes_)}
    target = np.array([order[name] for name in labels])
    held = np.arange(len(labels)) % HELD == 0
    shown = _regression().fit(matrix[~held], labels[~held], sample_weight=evened[~held])
    decided = _decided(shown, matrix[held], order)
    beside = [intent for intent in BESIDE if intent in order]
    alone = [_regression().fit(matrix, labels == name) for name in beside]
    matter = _matter(matrix, labels)
    about = {
        "intents": [str(name) for name in wishes.classes_],
        "beside": [str(name) for name in beside],
        "vocabulary": sorted(vocabulary, key=vocabulary.__getitem__),
        "temperature": _temperature(decided, target[held]),
    }
    heads = [wishes, *alone, matter]
    coefficients = np.vstack([one.coef_ for one in heads])
    bias = np.concatenate([one.intercept_ for one in heads])
    return about, np.vstack([coefficients.T, bias])


def _matter(matrix: Any, labels: npt.NDArray[Any]) -> Any:
    """Whether a text complains of unpaid work or tells of another matter, learned from those alone."""
    either = np.isin(labels, MATTER)
    complains = labels[either] == MATTER[0]
    if complains.all() or not complains.any():
        raise ValueError(f"the training sentences show no {' or no '.join(MATTER)}")
    return _regression().fit(matrix[either], complains)


def _evened(labels: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A weight for each sentence: of the intents with the most sentences each counts less."""
    counts = {name: float((labels == name).sum()) for name in set(labels.tolist())}
    most = max(counts.values())
    return np.array([(most / counts[name]) ** EVENED for name in labels.tolist()])


def _decided(model: Any, matrix: Any, order: dict[Any, int]) -> npt.NDArray[Any]:
    """Scores in the order of all intents; an intent without a sentence there is out of reach."""
    scores = np.full((matrix.shape[0], len(order)), -30.0)
    scores[:, [order[name] for name in model.classes_]] = model.decision_function(matrix)
    return scores


def _regression() -> Any:
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    return LogisticRegression(C=STRENGTH, max_iter=MOST_STEPS, tol=1e-3)


def _vocabulary(read: Sequence[dict[str, float]]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for one in read:
        for name in one:
            seen[name] = seen.get(name, 0) + 1
    kept = sorted(name for name, count in seen.items() if count >= RAREST)
    return {name: row for row, name in enumerate(kept)}


def _matrix(read: Sequence[dict[str, float]], vocabulary: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy

    rows, columns, values = [], [], []
    for row, one in enumerate(read):
        for name, value in one.items():
            if name in vocabulary:
                rows.append(row)
                columns.append(vocabulary[name])
                values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(read), len(vocabulary)))


def _temperature(decided: npt.NDArray[Any], target: npt.NDArray[Any]) -> float:
    """The temperature that makes the held-out probabilities honest (least log loss)."""

    def loss(temperature: float) -> float:
        scaled = decided / temperature
        scaled = scaled - scaled.max(axis=1, keepdims=True)
        chances = np.exp(scaled) / np.exp(scaled).sum(axis=1, keepdims=True)
        return float(-np.log(chances[np.arange(len(target)), target] + 1e-12).mean())

    return float(min(np.arange(0.3, 3.01, 0.05), key=loss))


def names(found: Sequence[Example], marked: Sequence[Example]) -> bytes:
    """The trained tagger as bytes; ``marked`` shows names and no intent."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(
        {"c1": 0.05, "c2": 0.2, "max_iterations": 60, "feature.possible_transitions": True}
    )
    shown = [*(one for one in found if one.entities), *marked]
    for one in [*shown, *_swapped(shown), *_without_names(found)]:
        text = plain(one.text).text
        if len(text) != len(one.text):
            continue  # offsets would no longer fit
        trainer.append(tagger.features(text), _labels(one))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.crfsuite"
        trainer.train(str(path))
        return path.read_bytes()


def _swapped(shown: Sequence[Example]) -> list[Example]:
    """Copies of the sentences with their names replaced by others of the same kind."""
    kinds: dict[tuple[str, str | None], list[str]] = {}
    for one in shown:
        for entity in one.entities:
            kinds.setdefault((entity.name, entity.role), []).append(
                one.text[entity.start : entity.end]
            )
    choice = Random(SEED)  # noqa: S311 - no secret
    return [
        _with_names(one, [choice.choice(kinds[e.name, e.role]) for e in one.entities])
        for _ in range(SWAPPED)
        for one in shown
        if one.entities
    ]


def _with_names(one: Example, said: Sequence[str]) -> Example:
    """The sentence with these names in the places of its own."""
    text, entities, at = "", [], 0
    for entity, name in zip(one.entities, said, strict=True):
        text += one.text[at : entity.start]
        start, at = len(text), entity.end
        text += name
        entities.append(replace(entity, start=start, end=len(text)))
    return replace(one, text=text + one.text[at:], entities=tuple(entities))


def _without_names(found: Sequence[Example]) -> list[Example]:
    """As many as teach what is no name, from everywhere; all of them would teach to see none.

    Chosen by their words alone, so that a new sentence changes one of them and not all.
    """
    nameless = [one for one in found if not one.entities]
    return sorted(nameless, key=lambda one: hashlib.sha256(one.text.encode()).digest())[:NAMELESS]


def _labels(one: Example) -> list[str]:
    labels = ["O"] * len(one.text)
    for entity in one.entities:
        for at in range(entity.start, entity.end):
            part = "B" if at == entity.start else "I"
            labels[at] = tagger.label(part, entity.name, entity.role)
    return labels


if __name__ == "__main__":
    from nlu.models import PACKAGED

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    made = build()
    PACKAGED.write_bytes(made)
    _log.info("%s: %d bytes from %d sentences", PACKAGED, len(made), len(examples()))
    sys.exit(0)
