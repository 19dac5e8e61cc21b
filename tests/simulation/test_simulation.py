"""A season of the year: everything right at its end, and the same after a kill halfway."""

import asyncio
import re
import signal
import sys
from pathlib import Path

from tests.simulation.checks import look
from tests.simulation.plot import draw
from tests.simulation.year import year_in

SEASON = {"seed": 7, "cases": 12, "days": 45}


async def test_a_season_ends_right(tmp_path: Path) -> None:
    """Reminders once and in their window, levels in order, balances, digests, chain."""
    async with year_in(tmp_path, **SEASON) as year:
        await year.run()
        end = await look(year)

    assert () == end.wrong
    assert end.counts["cases"] == 12
    assert {"half", "before-1", "late-1", "late-2", "late-3"} <= set(end.counts)


async def test_killed_halfway_the_end_is_the_same(tmp_path: Path) -> None:
    """The operating system ends the process while it works; another one goes on."""
    whole = await _played(tmp_path / "whole")
    process = await _begin(tmp_path / "killed")
    database = tmp_path / "killed" / "qingxin.db"
    while not database.exists() or database.stat().st_size < 900_000:
        assert process.returncode is None, "it ended before it could be killed"
        await asyncio.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    await process.wait()

    assert process.returncode == -signal.SIGKILL
    assert whole == await _played(tmp_path / "killed")


def test_the_plot_is_the_same_for_a_seed() -> None:
    """Drawn twice, it is one plot; another seed is another year."""
    assert draw(7, 12, 45) == draw(7, 12, 45)
    assert draw(7, 12, 45) != draw(8, 12, 45)


async def _begin(folder: Path) -> asyncio.subprocess.Process:
    options = [f"--{name}={value}" for name, value in SEASON.items()]
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.simulation",
        f"--folder={folder}",
        *options,
        stdout=asyncio.subprocess.PIPE,
    )


async def _played(folder: Path) -> str:
    """The fingerprint of the end."""
    process = await _begin(folder)
    said, _ = await process.communicate()
    text = said.decode("utf-8")
    assert process.returncode == 0, text
    found = re.search(r"^end ([0-9a-f]{64})$", text, re.MULTILINE)
    assert found is not None
    return found[1]
