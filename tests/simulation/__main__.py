"""``python -m tests.simulation``: plays the year, checks it and prints the table.

With ``--folder`` the year is kept there, and goes on from where a killed process left it.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.periods import PeriodKind, period_with
from documents.statistics.figures import figures
from handlers.context import Context
from handlers.statistics import sheet_on
from tests.simulation.checks import look
from tests.simulation.plot import FIRST
from tests.simulation.year import year_in


async def simulate(folder: Path, *, seed: int, cases: int, days: int) -> bool:
    """Play, check, print; whether everything was right."""
    began = time.perf_counter()
    async with year_in(folder, seed=seed, cases=cases, days=days) as year:
        await year.run()
        played = time.perf_counter() - began
        end = await look(year)
        async with year.app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=year.app.house, now=year.clock.at)
            period = period_with(PeriodKind.YEAR, FIRST)
            sheet = await sheet_on(ctx, period, as_of=year.clock.at)
    print(f"{cases} cases, {days} days, seed {seed}: {year.steps} units of work, {played:.0f} s")
    print(f"acts {year.done}, of which refused {year.refused}")
    for figure in figures(sheet):
        print(f"{figure.label}\t{figure.value}")
    for name, count in sorted(end.counts.items()):
        print(f"{name}\t{count}")
    print(f"end {end.fingerprint}")
    for said in end.wrong[:20]:
        print(f"WRONG {said}")
    print("everything right" if not end.wrong else f"{len(end.wrong)} things wrong")
    return not end.wrong


def main() -> None:
    """Read the command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=1_000)
    options.add_argument("--days", type=int, default=365)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path)
    asked = options.parse_args()
    with TemporaryDirectory(prefix="qingxin-year-") as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        right = asyncio.run(simulate(folder, seed=asked.seed, cases=asked.cases, days=asked.days))
    sys.exit(0 if right else 1)


if __name__ == "__main__":
    main()
