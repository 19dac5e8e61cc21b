"""How long a big spreadsheet takes into the ledger, and how long others wait beside it.

``python -m tests.bench_ledger [ROWS]``
"""

import asyncio
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from bot.app import App, open_app
from bot.channels.console import Console
from bot.settings import Settings
from casework import ledger_jobs
from casework.directory import District
from casework.messages import Desk
from documents.spreadsheet import saved
from handlers.ledger.write_rows import import_at_once

ROWS = 10_000
EVERY = 0.1
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


async def _others(app: App, stop: asyncio.Event) -> list[float]:
    """Workers write all the while: seconds from each message to its committed answer."""
    console = Console(Desk.WORKER, show=lambda *_: None, now=app.now)
    line, waits, number = app.line([console]), list[float](), 0
    while not stop.is_set():
        number += 1
        began = time.perf_counter()
        await app.inbox.receive(console.line(f"w{number}", "你好"), app.now())
        await line.intake.run_once()
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(EVERY)
    return waits


async def measure(rows: int, folder: Path) -> None:
    """One import into an empty ledger, one of the same file again, one export."""
    settings = Settings(
        database_url=f"sqlite:///{folder}/q.db", evidence_url=str(folder / "evidence")
    )
    async with open_app(settings, keys=folder / "keys") as app:
        content = spreadsheet(rows, app.loaded.district)
        before, bulk, stop = _megabytes(), app.bulk(), asyncio.Event()
        _say(f"{rows} rows, {len(content) // 1024} kB; {before} MB before")
        others = asyncio.ensure_future(_others(app, stop))
        job = ledger_jobs.LedgerJob(
            id="",
            kind=ledger_jobs.JobKind.IMPORT,
            asked_at=app.now(),
            file=ledger_jobs.LedgerFile(name="台账.xlsx"),
        )
        for what in ("new", "again"):
            began = time.perf_counter()
            await import_at_once(replace(job, id=app.house.new_id()), content, bulk)
            _say(f"{what}: {time.perf_counter() - began:.1f} s, {_megabytes()} MB at most")
        began = time.perf_counter()
        await app.follow_ledger()
        _say(f"search built anew: {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        await bulk.files.write(guarded=True)
        _say(f"export: {time.perf_counter() - began:.1f} s, {_megabytes()} MB at most")
        stop.set()
        waits = sorted(await others)
        _say(
            f"{len(waits)} messages beside it: median {waits[len(waits) // 2] * 1000:.0f} ms,"
            f" longest {waits[-1] * 1000:.0f} ms"
        )


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
