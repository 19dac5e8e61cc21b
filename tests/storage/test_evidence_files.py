"""Evidence as sealed files in a folder or a bucket."""

import asyncio
from pathlib import Path

import pytest

from casework.errors import BadValue, ConfigurationError, NotFound
from casework.evidence import EvidenceFiles
from storage.evidence_files import open_evidence_files
from storage.seal import DamagedValue, Sealer, new_key
from tests.database import KEY

_PHOTO = "欠条NEEDLE".encode() * 1000


@pytest.fixture(params=["folder", "file url", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> EvidenceFiles:
    """Each kind of place that needs no network."""
    folder = tmp_path / "var" / "evidence"
    url = {"folder": str(folder), "file url": folder.as_uri(), "memory": "memory:///"}
    return open_evidence_files(url[request.param], Sealer([KEY]))


async def test_what_is_kept_can_be_read(files: EvidenceFiles) -> None:
    """The same content has one name, other content another; empty is a content, too."""
    name = await files.keep(_PHOTO)
    other, empty = await files.keep(b"voice"), await files.keep(b"")

    assert name == await files.keep(_PHOTO)
    assert len({name, other, empty}) == 3
    assert [await files.read(each) for each in (name, other, empty)] == [_PHOTO, b"voice", b""]


async def test_the_same_file_at_once_is_one_file(files: EvidenceFiles) -> None:
    """Two processes may keep the same album: what stands there is whole."""
    names = await asyncio.gather(*(files.keep(_PHOTO) for _ in range(5)))
    assert len(set(names)) == 1
    assert await files.read(names[0]) == _PHOTO


async def test_an_unknown_name_is_not_found(files: EvidenceFiles) -> None:
    """Nor can a name lead out of the folder."""
    with pytest.raises(NotFound):
        await files.read("ab" * 32)
    for name in ("../../etc/passwd", "", "a/b", "ab\x00"):
        with pytest.raises(BadValue):
            await files.read(name)


async def test_files_are_sealed_and_damage_is_seen(tmp_path: Path) -> None:
    """Nothing of the content stands in the folder; an altered file is refused."""
    files = open_evidence_files(str(tmp_path), Sealer([KEY]))
    name = await files.keep(_PHOTO)
    (stored,) = _files_in(tmp_path)
    assert b"NEEDLE" not in stored.read_bytes()

    stored.write_bytes(stored.read_bytes()[:-40] + b"A" * 40)
    with pytest.raises(DamagedValue):
        await files.read(name)


async def test_a_rotated_key_reads_and_names_alike(tmp_path: Path) -> None:
    """What was kept under the old key is found and not stored twice."""
    name = await open_evidence_files(str(tmp_path), Sealer([KEY])).keep(_PHOTO)
    rotated = open_evidence_files(str(tmp_path), Sealer([new_key(), KEY]))
    assert name == await rotated.keep(_PHOTO)
    assert await rotated.read(name) == _PHOTO


def _files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("url", ["nonsense://x", "/etc/passwd/evidence", "http://[broken"])
def test_a_place_that_cannot_be_is_refused_in_one_line(url: str) -> None:
    """Before anything is lost in it."""
    with pytest.raises(ConfigurationError, match="QINGXIN_EVIDENCE_URL") as refused:
        open_evidence_files(url, Sealer([KEY]))
    assert "\n" not in str(refused.value)
