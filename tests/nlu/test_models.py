"""The model file: shipped, whole, and mended when it is not."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from nlu import models
from nlu.models import PACKAGED, ModelDamagedError, load, read
from nlu.training_data import fingerprint


@pytest.fixture(scope="module")
def packed() -> bytes:
    return PACKAGED.read_bytes()


def test_the_packaged_model_is_up_to_date(packed: bytes) -> None:
    """It was built from the sentences that stand in the repository; otherwise: make train."""
    assert fingerprint() == read(packed).training


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "text"])
def test_damage_is_named(packed: bytes, damage: str) -> None:
    """A file that is not whole is refused, never half read."""
    middle = len(packed) // 2
    broken = {
        "empty": b"",
        "cut": packed[:middle],
        "flipped": packed[:middle] + bytes([packed[middle] ^ 0xFF]) + packed[middle + 1 :],
        "text": b"not a model",
    }[damage]
    with pytest.raises(ModelDamagedError):
        read(broken)


@pytest.mark.parametrize("content", [None, b"damaged"])
def test_missing_or_damaged_is_rebuilt(
    packed: bytes, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log says what happened in one line, and the next start finds the new file."""
    monkeypatch.setattr(models, "_built", lambda: packed)
    path = tmp_path / "cache" / "model.zip"
    if content is not None:
        path.parent.mkdir()
        path.write_bytes(content)

    with capture_logs() as logs:
        found = load(path)

    assert found.intents.intents
    assert ["model_missing" if content is None else "model_damaged"] == [
        line["event"] for line in logs
    ]
    assert packed == path.read_bytes()


def test_a_folder_that_cannot_be_written(
    packed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rebuilt model serves from memory where it cannot be kept."""
    monkeypatch.setattr(models, "_built", lambda: packed)
    (tmp_path / "file").write_bytes(b"")
    with capture_logs() as logs:
        assert load(tmp_path / "file" / "model.zip").intents.intents
    assert "model_not_saved" == logs[-1]["event"]
