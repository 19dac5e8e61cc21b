"""How long a big spreadsheet takes into the ledger, and how long others wait beside it.

``python -m tests.bench_ledger [ROWS]``
"""

import asyncio
import gc
import resource
import sys
import tempfile
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook

from bot.app import App, open_app
from bot.channels.console import Console
from bot.settings import Settings
from casework.directory import District
from casework.ledger_jobs import JobKind, LedgerFile, LedgerJob
from casework.messages import Desk
from documents.spreadsheet import saved
from handlers.ledger.write_rows import import_at_once

ROWS = 10_000
EVERY = 0.1
FILE = LedgerFile(name="台账.xlsx")
COMPLAINT = "我在同乐寨安置房干活，王老板欠我们5个人工资一共两万八千元，3个月没发了"
HEAD = [
    "项目编号",
    "项目名称",
    "项目类别",
    "街道",
    "地址",
    "施工总承包单位",
    "分包单位",
    "劳资专管员",
    "劳资专管员电话",
    "合同价款（万元）",
    "人工费用比例",
    "开工日期",
    "完工日期",
    "项目状态",
    "实名制管理",
    "工资专户账号",
    "在场人数",
    "经纬度",
]


def spreadsheet(rows: int, district: District) -> bytes:
    """A ledger of invented projects, as an office would keep it."""
    streets = [each.name for each in district.sub_districts.values()]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(HEAD)
    for number in range(rows):
        sheet.append(_row(number, streets[number % len(streets)]))
    return saved(book)


def _row(number: int, street: str) -> list[str | int | float]:
    return [
        f"B{number:05d}",
        f"样例家园{number}号楼及地下车库工程",
        ("区属项目", "市属项目", "国企项目", "社会项目")[number % 4],
        street,
        f"样例路{number}号",
        f"样例第{number % 300}建筑工程有限公司",
        f"样例劳务{number % 90}有限公司；样例装饰{number % 70}有限公司",
        "样建军",
        "13800001234",
        number * 3 + 100,
        "20%",
        "2025年6月1日",
        "2027-06-01",
        "在建",
        "是",
        f"6222{number:014d}",
        number % 400,
        "34.6565,112.4010",
    ]


@dataclass
class Waits:
    """Workers write all the while: seconds from each message to its committed answer."""

    app: App
    _seen: list[float] = field(default_factory=list)

    async def run(self, stop: asyncio.Event) -> None:
        """A new worker tells a whole complaint, again and again."""
        console = Console(Desk.WORKER, show=lambda *_: None, now=self.app.now)
        line, number = self.app.line([console]), 0
        while not stop.is_set():
            number += 1
            began = time.perf_counter()
            await self.app.inbox.receive(console.line(f"w{number}", COMPLAINT), self.app.now())
            await line.intake.run_once()
            self._seen.append(time.perf_counter() - began)
            await asyncio.sleep(EVERY)

    async def beside(self, what: str, work: Awaitable[object]) -> None:
        """Do some work, and say how long it took and how long the messages beside it waited."""
        self._seen.clear()
        began = time.perf_counter()
        await work
        took = time.perf_counter() - began
        waits = sorted(self._seen) or [0.0]
        median, most = (waits[int(share * (len(waits) - 1))] * 1000 for share in (0.5, 0.99))
        _say(
            f"{what}: {took:.1f} s, {_megabytes()} MB at most; {len(self._seen)} messages beside it:"
            f" median {median:.0f} ms, p99 {most:.0f} ms, longest {waits[-1] * 1000:.0f} ms"
        )


async def measure(rows: int, folder: Path) -> None:
    """Each kind of work alone, then two imports, the search and an export at once."""
    settings = Settings(
        database_url=f"sqlite:///{folder}/q.db", evidence_url=str(folder / "evidence")
    )
    async with open_app(settings, keys=folder / "keys") as app:
        content, bulk = spreadsheet(rows, app.loaded.district), app.bulk()
        _say(f"{rows} rows, {len(content) // 1024} kB; {_megabytes()} MB before")
        waits, stop = Waits(app), asyncio.Event()
        others = asyncio.ensure_future(waits.run(stop))
        await asyncio.sleep(3)  # the first messages compile their statements
        gc.collect()
        gc.freeze()  # as `qingxin run` begins
        await waits.beside("nothing", asyncio.sleep(10))
        await waits.beside("a preview", bulk.files.read(FILE, content))
        await waits.beside("an import", import_at_once(_job(app), content, bulk))
        await waits.beside("the search built anew", app.follow_ledger())
        await waits.beside("an export", bulk.files.write(guarded=True))
        await waits.beside("the same file again", import_at_once(_job(app), content, bulk))
        together = asyncio.gather(
            import_at_once(_job(app), content, bulk),
            app.follow_ledger(),
            bulk.files.write(guarded=True),
        )
        await waits.beside("all of it at once", together)
        stop.set()
        await others
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        _say(f"the process beside it took {child} MB at most")


def _job(app: App) -> LedgerJob:
    return LedgerJob(id=app.house.new_id(), kind=JobKind.IMPORT, asked_at=app.now(), file=FILE)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """In a folder that is thrown away."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(rows, Path(folder)))


if __name__ == "__main__":
    main()
