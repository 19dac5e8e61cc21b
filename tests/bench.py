"""The figures that `docs/figures.md` quotes: ``make bench`` prints them afresh.

Machines differ and are shared; what counts are the bounds that the tests hold, and ratios of one
run.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from bot import clock
from bot.app import App, open_app
from bot.channels.console import Console
from bot.district import load_district
from bot.settings import PILOT, Settings
from casework.ledger import Project, ProjectClass
from casework.messages import Desk
from nlu.site_search import ProjectSearch
from tests import bench_nlu

WORKERS = 40
TURNS = (
    "我在锦绣二期干活，老板王建国欠我们12个人三个月工资，一共十六万八",
    "跳过",
    "跳过",
    "对",
)
LEDGER = 10_000


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
    samples = load_district(PILOT).sample_projects
    invented = [
        Project(
            code=f"B{n}",
            name=f"{_name(n)}{'一二三四五'[n % 5]}期",
            project_class=ProjectClass.PRIVATE,
            general_contractor=f"{_name(n * 7)}建设",
        )
        for n in range(LEDGER)
    ]
    search = ProjectSearch((*samples, *invented))
    asked = [name for p in samples for name in (p.name, *p.aliases)]
    spent = [_spent(partial(search.find, name)) for name in asked]
    _say(
        f"finding a site among {LEDGER + len(samples):,} projects",
        f"median {median(spent):.1f} ms, p99 {quantiles(spent, n=100)[98]:.1f} ms",
    )


_SYLLABLES = "安和锦绣明华宏泰福苑景园盛世东方丽都金桂龙湖"


def _name(number: int) -> str:
    letters = ""
    for _ in range(3):
        number, at = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[at]
    return letters


def _spent(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def _understanding() -> None:
    bench_nlu.main()


if __name__ == "__main__":
    main()
