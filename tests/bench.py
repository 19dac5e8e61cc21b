"""The figures that `docs/figures.md` quotes: ``make bench`` prints them afresh.

Machines differ and are shared; what counts are the bounds that the tests hold, and ratios of one
run.
"""

import asyncio
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot import clock
from bot.app import App, open_app
from bot.channels.console import Console
from bot.settings import Settings
from casework.ledger import Project
from casework.messages import Desk
from nlu.site_search import ProjectSearch
from tests import bench_nlu
from tests.nlu.site_noise import Asked, asked, ledger

WORKERS = 40
TURNS = (
    "我在锦绣二期干活，老板王建国欠我们12个人三个月工资，一共十六万八",
    "跳过",
    "跳过",
    "对",
)
LEDGERS = (5_000, 10_000, 100_000)
QUESTIONS = 300


def main() -> None:
    """Print every figure with what it was measured on."""
    _say("qingxin --help", f"{median(_help() for _ in range(5)):.2f} s")
    _say("qingxin demo", f"{_took('demo'):.2f} s")
    asyncio.run(_conversations())
    _site_search()
    _understanding()


def _say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:<46} {figure}\n")
    sys.stdout.flush()


def _help() -> float:
    return _took("--help")


def _took(*command: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


async def _conversations() -> None:
    """Whole complaints through inbox, interpreter, unit of work, outbox and delivery."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings = Settings(
            database_url=f"sqlite:///{folder}/q.db", evidence_url=str(folder / "evidence")
        )
        async with open_app(settings, keys=folder / "keys") as app:
            seconds, bare = await _file_complaints(app), await _bare_commits(app)
    turns = WORKERS * len(TURNS)
    _say(
        f"a worker's turn on SQLite (FULL), {WORKERS} complaints",
        f"{1000 * seconds / turns:.1f} ms, {turns / seconds:.0f} a second",
    )
    _say("  of which a bare inbox commit", f"{1000 * bare:.1f} ms")


async def _file_complaints(app: App) -> float:
    console = Console(Desk.WORKER, now=clock.now, show=lambda chat, text: None)
    line = app.line([console])
    started = time.perf_counter()
    for turn in TURNS:
        for worker in range(WORKERS):
            await app.inbox.receive(console.line(f"w{worker}", turn), clock.now())
        await line.settle()
    return time.perf_counter() - started


async def _bare_commits(app: App, times: int = 50) -> float:
    console = Console(Desk.OFFICER, now=clock.now, show=lambda chat, text: None)
    started = time.perf_counter()
    for number in range(times):
        await app.inbox.receive(console.line(f"o{number}", "你好"), clock.now())
    return (time.perf_counter() - started) / times


def _site_search() -> None:
    """The noise suite on an invented ledger, and how an answer's time grows with a ledger."""
    for size in LEDGERS:
        projects = ledger(size)
        started = time.thread_time()
        search = ProjectSearch(projects)
        built = time.thread_time() - started
        kept = _kept_by(projects)
        questions = [*asked(projects, QUESTIONS)]
        spent = [_spent(partial(search.find, each.words)) for each in questions]
        _say(
            f"finding a site among {size:,} projects",
            f"median {median(spent):.1f} ms, p99 {quantiles(spent, n=100)[98]:.1f} ms; "
            f"index {built:.1f} s, {kept:.0f} MB",
        )
        if size == LEDGERS[0]:
            _noise(search, questions)


def _kept_by(projects: tuple[Project, ...]) -> float:
    """Megabytes that an index holds beyond the ledger itself."""
    tracemalloc.start()
    search = ProjectSearch(projects)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del search
    return kept / 1e6


def _noise(search: ProjectSearch, questions: list[Asked]) -> None:
    for noise, rows in groupby(questions, lambda each: each.noise):
        found = [
            not each.right.isdisjoint(match.project.code for match in search.find(each.words))
            for each in rows
        ]
        _say(f"  right among three: {noise}", f"{sum(found) / len(found):.1%} of {len(found)}")


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor: what else runs on the machine is not the search's doing."""
    started = time.thread_time()
    work()
    return 1000 * (time.thread_time() - started)


def _understanding() -> None:
    bench_nlu.main()


if __name__ == "__main__":
    main()
