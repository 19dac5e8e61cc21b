"""A spreadsheet in the officers' chat: preview, word, written; wrong files, twice, killed halfway."""

import io
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.beside import WorkFailed, in_a_process
from bot.channels.console import Typed
from bot.ledger_work import LedgerWork
from casework.boards import BoardEvent, BoardEventKind
from casework.case import Case
from casework.ledger_import import Written
from casework.messages import FileKind
from casework.unit_of_work import UnitOfWork
from handlers.ledger import write_rows
from handlers.ledger.serve_jobs import LedgerDesk
from storage.ledger import SqlLedger
from tests.documents.ledger.books import book, saved
from tests.faults.town import COMPLAINT, Town

HEAD = ("项目名称", "项目类别", "街道", "开工日期")
RIGHT = ("样例里程碑一期", "区属项目", "", "2025年6月1日")
WRONG = ("样例里程碑二期", "什么项目", "", "去年")


def _sent(place: Town, content: bytes, name: str = "台账.xlsx") -> Typed:
    return Typed(files=(place.file(name, content),), kind=FileKind.DOCUMENT)


async def _names(place: Town) -> list[str]:
    async with place.app.unit_of_work() as uow:
        return [project.name for project in await uow.ledger.all()]


async def test_preview_word_written_found(place: Town) -> None:
    """Nothing is written before the officer says so; then the site is found without a restart."""
    before = await _names(place)
    told = await place.say("OFF", _sent(place, book(HEAD, RIGHT)))
    assert ("ledger-received", "ledger-preview") == told
    assert before == await _names(place)
    assert ("ledger-writing", "ledger-written") == await place.press("OFF", "导入这 1 行")
    assert ["样例里程碑一期"] == await _names(place)
    found = place.app.house.sites.find("样例里程碑")
    assert ["样例里程碑一期"] == [match.project.name for match in found]
    assert ("error-already-done",) == await place.press("OFF", "导入这 1 行")


async def test_wrong_rows_come_with_row_column_and_what_to_do(place: Town) -> None:
    """And with the file, marked; the right rows may go in alone."""
    told = await place.say("OFF", _sent(place, book(HEAD, RIGHT, WRONG)))
    assert ("ledger-received", "ledger-preview-bad") == told
    text = place.officers.told["OFF"][-1].text
    assert "第 3 行 B 列（项目类别）：不认得「什么项目」。可以写：区属项目" in text
    assert "第 3 行 D 列（开工日期）：「去年」不像日期。" in text
    assert "ledger-written" in await place.press("OFF", "只导入对的 1 行")
    assert ["样例里程碑一期"] == await _names(place)


async def test_no_is_no(place: Town) -> None:
    """The ledger stays as it was; the button of yes is dead after it."""
    before = await _names(place)
    await place.say("OFF", _sent(place, book(HEAD, RIGHT)))
    assert ("ledger-cancelled",) == await place.press("OFF", "不导入")
    assert ("error-already-done",) == await place.press("OFF", "导入这 1 行")
    assert before == await _names(place)


async def test_only_who_keeps_the_ledger(place: Town) -> None:
    """Somebody else's spreadsheet is a paper without a card; nobody confirms another's."""
    assert ("paper-needs-card",) == await place.say("HOUS", _sent(place, book(HEAD, RIGHT)))
    assert ("error-role",) == await place.say("HOUS", "/ledger")
    await place.say("OFF", _sent(place, book(HEAD, RIGHT)))
    stolen = place.officers.button("OFF", "导入这 1 行")
    assert ("error-role",) == await place.say("HOUS", Typed(button=stolen))
    assert ("error-not-found",) == await place.say("OFF", Typed(button="o:ledger_yes:nothing"))


async def test_the_export_comes_as_a_file_and_goes_back_in(place: Town) -> None:
    """What /ledger answers changes nothing when it is sent back."""
    assert ("ledger-coming", "ledger-file") == await place.say("OFF", "/ledger")
    content = await place.app.bulk().files.write(guarded=False)
    assert load_workbook(io.BytesIO(content)).sheetnames
    await place.say("OFF", _sent(place, content))
    rows = len(await _names(place))
    assert "ledger-written" in await place.press("OFF", f"导入这 {rows} 行")
    async with place.app.unit_of_work() as uow:
        assert not await uow.ledger.changes_of("P101")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("台账.xlsx", b"%PDF-1.7", "这不是表格"),
        ("台账.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "旧格式"),
        ("台账.csv", b"\x00\x01\x02" * 9, "文件"),
        ("台账.xlsx", book(("甲", "乙"), (1, 2)), "没找到表头"),
    ],
)
async def test_what_cannot_be_read(place: Town, name: str, content: bytes, said: str) -> None:
    """Refused with the reason and with what to do."""
    told = await place.say("OFF", _sent(place, content, name))
    assert told[0] == "ledger-received"
    assert said in place.officers.told["OFF"][-1].text


NAMES = [f"样例里程碑{number}期" for number in range(3)]


async def _dies_at(place: Town, monkeypatch: pytest.MonkeyPatch, *deaths: int) -> None:
    """An officer says yes to three rows; the process dies before those chunks, of one row each."""
    monkeypatch.setattr(write_rows, "CHUNK", 1)
    rows = [(name, "区属项目", "", "") for name in NAMES]
    await place.say("OFF", _sent(place, book(HEAD, *rows)))
    written, calls = SqlLedger.write, itertools.count(1)

    async def dies(ledger: SqlLedger, rows: Any, **how: Any) -> Written:
        if next(calls) in deaths:
            raise RuntimeError("killed")
        return await written(ledger, rows, **how)

    monkeypatch.setattr(SqlLedger, "write", dies)
    with pytest.raises(RuntimeError):
        await place.press("OFF", "导入这 3 行")


async def test_killed_between_two_chunks(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest is written when the lease is over; nothing is doubled, all rows are counted."""
    await _dies_at(place, monkeypatch, 2)
    place.clock.forward(timedelta(minutes=3))
    await place.line.settle()
    assert NAMES == sorted(await _names(place))
    assert "新增 3 个，更新 0 个，没变 0 个" in place.officers.told["OFF"][-1].text


async def test_given_up_in_the_middle(place: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the last try it is said so; the rows that are in are found all the same."""
    await _dies_at(place, monkeypatch, 2, 4, 6)
    for _ in range(2):
        place.clock.forward(timedelta(minutes=3))
        with pytest.raises(RuntimeError):
            await place.line.settle()
    place.clock.forward(timedelta(minutes=3))
    await place.line.settle()
    assert "ledger-failed" in [out.reply.key for out in await place.news()]
    assert NAMES[0] in await _names(place)
    assert place.app.house.sites.find(NAMES[0])


async def test_a_process_that_slept_too_long_writes_no_more(
    place: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one has taken its turn over and written all: nobody hears of it twice."""
    monkeypatch.setattr(write_rows, "CHUNK", 1)
    rows = [(name, "区属项目", "", "") for name in NAMES]
    await place.say("OFF", _sent(place, book(HEAD, *rows)))
    button = place.officers.button("OFF", "导入这 3 行")
    await place.app.inbox.receive(place.update("OFF", Typed(button=button)), place.app.now())
    await place.line.intake.run_once()
    opened, written = itertools.count(1), list[int]()

    @asynccontextmanager
    async def falls_asleep() -> AsyncIterator[UnitOfWork]:
        if next(opened) == 3:  # after the claim and the first chunk
            place.clock.forward(timedelta(minutes=3))
            written.append(await place.line.ledger.run_once())
        async with place.app.unit_of_work() as uow:
            yield uow

    bulk = replace(place.app.bulk(), unit_of_work=falls_asleep)
    await LedgerWork(LedgerDesk(bulk=bulk, kept=place.app.house.files)).run_once()
    told = [out.reply.key for out in await place.news()]
    assert [1] == written
    assert 1 == told.count("ledger-written")
    assert NAMES == sorted(await _names(place))


async def test_cards_of_a_site_and_of_a_firm(place: Town) -> None:
    """Open cases, owed and paid, the last look at the board; another unit's cases do not count."""
    await place.files_a_case("w1")
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=5)
        project = await uow.ledger.get(case.project_code or "")
    assert project is not None
    assert ("site-card",) == await place.say("OFF", f"/project {project.code}")
    text = place.officers.told["OFF"][-1].text
    assert case.number in text
    assert "在办 1 件，共 1 件" in text
    assert "维权牌：还没有人看过" in text
    assert ("site-card",) == await place.say("EDU", f"/project {project.code}")
    assert case.number not in place.officers.told["EDU"][-1].text
    assert ("employer-card",) == await place.say("OFF", f"/employer {project.general_contractor}")
    assert case.number in place.officers.told["OFF"][-1].text
    assert ("employer-none",) == await place.say("OFF", "/employer 没有这家 ' OR 1=1")
    assert ("ledger-none",) == await place.say("OFF", "/project 🏗️🏗️")


async def _case_of(place: Town, chat: str, words: str) -> Case:
    """A worker files; the newest case."""
    await place.files_a_case(chat, words)
    async with place.app.unit_of_work() as uow:
        return (await uow.cases.after("", limit=50))[-1]


async def test_the_last_inspection_is_on_both_cards(place: Town) -> None:
    """An officer's own look counts before the day that the ledger's keeper wrote."""
    head = ("项目编号", "项目名称", "项目类别", "施工总承包单位", "维权告示牌检查日期")
    rows = [
        ("S1", "样例里程碑一期", "区属项目", "样例鸿图建设有限公司", "2026-10-01"),
        ("S2", "样例里程碑二期", "区属项目", "样例鸿图建设有限公司", ""),
    ]
    await place.say("OFF", _sent(place, book(head, *rows)))
    await place.press("OFF", "导入这 2 行")

    async def shown(command: str) -> str:
        await place.say("OFF", command)
        return place.officers.told["OFF"][-1].text

    assert "维权牌：台账里写着2026年10月1日" in await shown("/project S1")
    assert "维权牌：还没有人看过" in await shown("/project S2")
    assert "最近一次是2026年10月1日" in await shown("/employer 样例鸿图")
    async with place.app.unit_of_work() as uow:
        event = BoardEvent(
            kind=BoardEventKind.INSPECTED,
            at=place.clock.at,
            project="S2",
            unit="OFF",
            seen_on=place.clock.at.date(),
        )
        await uow.boards.lock()
        await uow.boards.append(event)
    assert "维权牌：2026年11月23日" in await shown("/project S2")
    assert "在样例里程碑二期" in await shown("/employer 样例鸿图")


async def test_a_firm_that_only_workers_named(place: Town) -> None:
    """Found however it is written, with the sums of its cases; nobody's name, nor another unit's case."""
    words = "我叫张三，在龙鳞小区干活，样例鸿图建设有限公司欠我12000元，就我一个人，两个月没发"
    case = await _case_of(place, "w1", words)
    assert case.said.employer
    for asked in (case.said.employer, "洛阳样例鸿图建设公司", "样例鸿图建设"):
        assert ("employer-card",) == await place.say("OFF", f"/employer {asked}")
        text = place.officers.told["OFF"][-1].text
        assert case.number in text
        assert "在办 1 件，共 1 件（工人直接说是它的 1 件）" in text
        assert "12,000" in text
        assert "张三" not in text
    assert ("employer-none",) == await place.say("EDU", "/employer 样例鸿图建设")
    assert ("employer-none",) == await place.say("OFF", "/employer 张三")


async def test_a_site_under_its_alias(place: Town) -> None:
    """Cases that are put to it count; those only called by its name are told apart, to be put there."""
    case = await _case_of(
        place, "w1", "我在龙鳞小区干活，王老板欠我12000元，就我一个人，两个月没发"
    )
    assert case.project_code is None
    rows = [("样例里程碑一期", "区属项目", "龙鳞小区")]
    await place.say("OFF", _sent(place, book(("项目名称", "项目类别", "别名"), *rows)))
    await place.press("OFF", "导入这 1 行")
    assert ("site-card",) == await place.say("OFF", "/project 龙鳞小区")
    text = place.officers.told["OFF"][-1].text
    assert "在办 0 件，共 0 件" in text
    assert "另有 1 件，工人说的也是这个名字" in text
    async with place.app.unit_of_work() as uow:
        (project,) = await uow.ledger.all()
    await place.say("OFF", f"/site {case.number} {project.code}")
    await place.say("OFF", "/project 龙鳞小区")
    text = place.officers.told["OFF"][-1].text
    assert "在办 1 件，共 1 件" in text
    assert "另有" not in text


async def test_the_four_tables_say_what_the_cards_say(place: Town) -> None:
    """By site, employer, class and unit; who has no figures to see sees none."""
    case = await _case_of(place, "w1", COMPLAINT)
    await place.files_a_case(
        "w2", "我在龙鳞小区干活，样例鸿图建设有限公司欠我12000元，就我一个人，两个月没发"
    )
    assert ("ask-tally-by",) == await place.say("LG", "/cases")
    assert ("tally",) == await place.press("LG", "按工地")
    by_site = place.officers.told["LG"][-1].text
    assert (
        f"（{case.project_code}）：在办 1 件，共 1 件；5 人没拿到钱；欠 28,000 元（0 件没说数），已到 0 元"
        in by_site
    )
    assert "龙鳞小区（工人的叫法）：在办 1 件" in by_site
    assert ("tally",) == await place.press("LG", "按用人单位")
    assert "样例鸿图建设有限公司" in place.officers.told["LG"][-1].text
    assert ("tally",) == await place.say("LG", "/cases 类别")
    assert "还不清楚：在办 1 件" in place.officers.told["LG"][-1].text
    assert ("tally",) == await place.say("OFF", "/cases 责任单位")
    assert "在办 1 件" in place.officers.told["OFF"][-1].text
    assert ("error-role",) == await place.say("HOUS", "/cases 工地")
    assert ("stale-button",) == await place.say("LG", Typed(button="o:tally:everything"))


STRANGE = (
    '=HYPERLINK("http://样例","点我")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*锦绣",
    "-2+3 工地",
    "Robert'); DROP TABLE projects;-- 工地",
    "“引号”'单引号'\"双引号\" 工地 🏗️👷‍♀️",
    "a,b;c\t工地 &lt;b&gt; <b>粗</b>",
    "_x0041_ 工地 #REF",
)


async def test_strange_names_are_kept_as_they_are(place: Town) -> None:
    """Formulas, SQL, quotes, emoji: stored, shown, exported as text, and the same when they return."""
    rows = [(f"S{n}", name, "区属项目", name) for n, name in enumerate(STRANGE)]
    head = ("项目编号", "项目名称", "项目类别", "施工总承包单位")
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for number, row in enumerate([head, *rows], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type = value, "s"  # as somebody types it after an apostrophe
    await place.say("OFF", _sent(place, saved(made)))
    assert "ledger-written" in await place.press("OFF", f"导入这 {len(rows)} 行")
    assert {*STRANGE} == {*await _names(place)}

    exported = await place.app.bulk().files.write(guarded=True)
    for line in load_workbook(io.BytesIO(exported)).worksheets[0].iter_rows(min_row=2):
        assert {"s", "n"} >= {cell.data_type for cell in line}
    await place.say("OFF", _sent(place, exported))
    await place.press("OFF", f"导入这 {len(rows)} 行")
    assert f"没变 {len(rows)} 个" in place.officers.told["OFF"][-1].text

    for number, name in enumerate(STRANGE):
        assert ("site-card",) == await place.say("OFF", f"/project S{number}")
        assert name in place.officers.told["OFF"][-1].text
        assert ("employer-card",) == await place.say("OFF", f"/employer {name}")


async def test_fifty_megabytes(place: Town) -> None:
    """Refused with what to do, whichever way it comes; the ledger stays as it was."""
    before = await _names(place)
    await place.say("OFF", _sent(place, bytes(50 * 1024 * 1024)))
    assert "50 MB，最多收 20 MB" in place.officers.told["OFF"][-1].text
    assert before == await _names(place)


async def test_a_file_that_kills_whoever_reads_it(
    place: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot lives, and says once that the file is too much."""

    async def killed(*given: Any, **named: Any) -> Any:
        raise WorkFailed("its process ended without an answer")

    app = replace(place.app, beside=killed)
    place.line = app.line([place.workers, place.officers])
    told = await place.say("OFF", _sent(place, book(HEAD, RIGHT)))
    assert ("ledger-received", "ledger-unreadable") == told
    assert "没能读完" in place.officers.told["OFF"][-1].text


async def test_read_by_a_process_of_its_own(place: Town) -> None:
    """As the bot does it: preview, word, written, exported."""
    app = replace(place.app, beside=in_a_process)
    place.line = app.line([place.workers, place.officers])
    assert "ledger-preview-bad" in await place.say("OFF", _sent(place, book(HEAD, RIGHT, WRONG)))
    assert "ledger-written" in await place.press("OFF", "只导入对的 1 行")
    assert ("ledger-coming", "ledger-file") == await place.say("OFF", "/ledger")
