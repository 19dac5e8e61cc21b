"""The model file: read it, and build it anew where it is missing, damaged or out of date."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import structlog

from nlu.intent_model import IntentModel, intent_model
from nlu.tagger import Tagger

PACKAGED = Path(__file__).parent / "model.zip"
"""The file that ships with the package, so that the first start has nothing to build."""

_log = structlog.get_logger(__name__)


class ModelDamagedError(Exception):
    """The model file cannot be read: not whole, or not a model."""


@dataclass(frozen=True, slots=True)
class Models:
    """Both trained models."""

    intents: IntentModel
    names: Tagger
    training: str  # fingerprint of the sentences they were made from


def read(packed: bytes) -> Models:
    """The models in a file's bytes. Raises ModelDamagedError."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sums = json.loads(parts.pop("sums.json"))
        if sums != {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}:
            raise ModelDamagedError("a part of the model file was altered")
        weights = np.load(io.BytesIO(parts["intents.npy"]), allow_pickle=False)
        about = json.loads(parts["intents.json"])
        return Models(
            intent_model(about, weights), Tagger(parts["names.crfsuite"]), about["training"]
        )
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, RuntimeError) as wrong:
        raise ModelDamagedError(str(wrong)) from wrong


def load(path: Path = PACKAGED) -> Models:
    """The models at ``path``. A missing or damaged file is built anew and put there if possible."""
    try:
        return read(path.read_bytes())
    except FileNotFoundError:
        _log.warning("model_missing", file=path.name, action="building it, takes some seconds")
    except (ModelDamagedError, OSError) as wrong:
        _log.warning("model_damaged", file=path.name, why=str(wrong), action="building it anew")
    return _rebuilt(path)


def _built() -> bytes:
    from nlu.build import build  # noqa: PLC0415 - imports scikit-learn, which a start seldom needs

    return build()


def _rebuilt(path: Path) -> Models:
    packed = _built()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_bytes(packed)
        fresh.replace(path)
    except OSError as wrong:
        _log.warning("model_not_saved", file=path.name, why=str(wrong), action="kept in memory")
    return read(packed)
