"""Every script, whole, on every channel."""

from pathlib import Path

import pytest

from tests.conversations.runner import play
from tests.conversations.script import FOLDER, read_script
from tests.conversations.worlds import WORLDS

SCRIPTS = sorted(FOLDER.glob("*.yml"))
ENOUGH = 40


def test_enough() -> None:
    """There are scripts for all that the house promises, some in the very sentences."""
    literal = [path for path in SCRIPTS if read_script(path).literal]

    assert ENOUGH <= len(SCRIPTS)
    assert 8 <= len(literal)


def plays() -> list[tuple[Path, str]]:
    """Each script on each channel; groups and large files are there on Telegram only."""
    only = {path: read_script(path).about.get("只在") for path in SCRIPTS}
    return [(path, world) for path in SCRIPTS for world in WORLDS if only[path] in {None, world}]


@pytest.mark.parametrize(
    ("path", "world"), plays(), ids=lambda each: each.stem if isinstance(each, Path) else each
)
async def test_script(path: Path, world: str, tmp_path: Path) -> None:
    """Everybody is told what the script says, word for word, and nothing else."""
    await play(read_script(path), WORLDS[world], tmp_path)
