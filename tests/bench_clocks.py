"""How long a morning's watch over clocks takes: `python -m tests.bench_clocks 1000`."""

import asyncio
import sys
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from casework.deadlines import SHANGHAI
from handlers.context import Context
from handlers.timed.serve_due import serve_due
from handlers.timed.watch_clocks import plan_clock_watch
from tests.faults.test_clocks import file_cases
from tests.faults.town import Town, town

DAYS = (
    ("half time of all", date(2026, 11, 25)),
    ("nothing to tell", date(2026, 11, 26)),
    ("all late", date(2026, 12, 1)),
)


async def morning(town: Town, day: date) -> tuple[float, float]:
    """Seconds for the watch and its digests, and for the longest unit of work."""
    now = datetime(day.year, day.month, day.day, 9, tzinfo=SHANGHAI)
    async with town.app.unit_of_work() as uow:
        await plan_clock_watch(Context(uow=uow, house=town.app.house, now=now), day)
    began, longest, served = perf_counter(), 0.0, 1
    while served:
        at = perf_counter()
        async with town.app.unit_of_work() as uow:
            served = await serve_due(Context(uow=uow, house=town.app.house, now=now))
        longest = max(longest, perf_counter() - at)
    return perf_counter() - began, longest


async def main(cases: int) -> None:
    """Cases that nobody has touched, on three mornings."""
    with TemporaryDirectory() as folder:
        async with town(Path(folder)) as at_work:
            await file_cases(at_work, cases)
            for name, day in DAYS:
                whole, longest = await morning(at_work, day)
                sys.stdout.write(
                    f"{cases} cases, {name}: {whole:.2f} s, longest unit of work "
                    f"{1000 * longest:.0f} ms\n"
                )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
