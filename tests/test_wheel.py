"""The wheel carries everything that is needed somewhere else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

HOUSE = Path(__file__).parent.parent


def test_the_wheel_plays_the_demo_in_another_folder(tmp_path: Path) -> None:
    """Texts, district, migrations and model are inside; nothing is read from the checkout."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=HOUSE, check=True, capture_output=True)
    unpacked, elsewhere = tmp_path / "unpacked", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)

    played = subprocess.run(
        [sys.executable, "-m", "bot", "demo"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
    )

    assert (0, "") == (played.returncode, played.stderr)
    assert "JX" in played.stdout
    assert [] == list(elsewhere.iterdir())
