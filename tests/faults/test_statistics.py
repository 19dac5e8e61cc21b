"""The figures through the whole house: right today, and the same for any day of the past."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.channels.console import Typed
from casework.case import TrackKind
from casework.deadlines import SHANGHAI
from casework.periods import PeriodKind, period_with
from casework.statistics_sheet import StatisticsSheet
from handlers.context import Context
from handlers.statistics import case_figures, sheet_on
from handlers.timed.weekly_report import plan_weekly_report
from tests.faults.town import Town, town

ONE = "我叫张三，在同乐寨安置房干活，王老板欠我12000元，就我一个人，两个月没发，电话13812345678"
MONDAY = date(2026, 11, 23)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with one complaint of Monday noon."""
    async with town(tmp_path) as at_work:
        await at_work.files_a_case("w1", ONE)
        yield at_work


async def sheet(place: Town, day: date, as_of: datetime | None = None) -> StatisticsSheet:
    """The week of a day."""
    async with place.app.unit_of_work() as uow:
        ctx = Context(uow=uow, house=place.app.house, now=place.clock.at)
        period = period_with(PeriodKind.WEEK, day)
        return await sheet_on(ctx, period, as_of=as_of or place.clock.at)


def at(day: int, hour: int = 12) -> datetime:
    """An hour of November."""
    return datetime(2026, 11, day, hour, tzinfo=SHANGHAI)


async def test_a_case_from_filing_to_money(place: Town) -> None:
    """Received, accepted, promised, met, paid, closed: each shows in its figure."""
    place.clock.at = at(24)
    await place.say("HOUS", "/accept 1")
    await place.say("HOUS", "/plan 1 甲方没拨款 约谈甲方")
    await place.say("HOUS", "/promise 1 王老板 5000 11-25")
    await place.say("OFF", "/met 1 11-24")
    place.clock.at = at(26)
    before = (await sheet(place, MONDAY)).report
    await place.say("w1", "/paid")
    await place.press("w1", "全到了")
    await place.say("HOUS", "/close 1 已付清 已经付清")
    place.clock.at = at(27)
    after = (await sheet(place, MONDAY)).report

    assert (before.received, before.routed, before.closed) == (1, 1, 0)
    assert (before.unpaid.people, before.unpaid.money.low) == (1, 1_200_000)
    assert (before.promises_made, before.promises_broken) == (1, 1)
    assert (before.leader_met, before.leader_not_met) == (1, 0)
    assert (after.unpaid.people, after.recovered) == (0, 1_200_000)
    assert after.closed == 1


async def test_the_past_does_not_change(place: Town) -> None:
    """What was reported on Wednesday is reported of Wednesday on any later day."""
    place.clock.at = at(25)
    told = (await sheet(place, MONDAY)).report
    await place.say("HOUS", "/accept 1")
    await place.files_a_case("w2", ONE.replace("张三", "李四").replace("12000", "9000"))
    await place.say("w1", "/paid")
    await place.press("w1", "全到了")
    place.clock.at = at(30)
    again = (await sheet(place, MONDAY, as_of=told.as_of)).report

    assert told == again
    assert (await sheet(place, MONDAY)).report != told


async def test_what_is_replayed_is_what_is_stored(place: Town) -> None:
    """The standing from the history agrees with the case's row, whatever was done."""
    lines = ("/accept 1", "/route 1 教体局 归它管", "/close 1 引导仲裁 双方对账有争议")
    for chat, line in zip(("HOUS", "OFF", "EDU"), lines, strict=True):
        place.clock.forward(timedelta(hours=1))
        await place.say(chat, line)
        async with place.app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=place.app.house, now=place.clock.at)
            place.clock.forward(timedelta(seconds=1))
            figures = [c async for c in case_figures(ctx, as_of=place.clock.at)]
            stored = await uow.cases.after("", limit=10)
        for case, figure in zip(stored, figures, strict=True):
            assert case.holder == figure.standing.holder
            assert {t.kind for t in case.tracks if t.is_open} & {*figure.standing.open_tracks} == {
                *figure.standing.open_tracks
            }
            assert case.is_open == figure.standing.is_open
            assert figure.standing.inspection == case.track(TrackKind.LABOUR_INSPECTION).unit


async def test_commands(place: Town) -> None:
    """Who may see them, what a slip gets, and the files behind the buttons."""
    assert ("error-role",) == await place.answers("HOUS", "/stats")
    assert ("stats",) == await place.answers("LG", "/stats")
    assert ("stats",) == await place.answers("OFF", "/stats 月 10-31")
    assert ("error-period-ahead",) == await place.answers("LG", "/stats 2027-03-01")
    assert ("overdue-none",) == await place.answers("HOUS", "/overdue")
    for label in ("看图", "下表格", "一页报告"):
        assert "stats-file" in await place.press("LG", label)
    assert "stats" in await place.press("LG", "上一期")
    assert ("error-met-before",) == await place.answers("HOUS", "/met 1 11-01")
    assert ("error-date-future",) == await place.answers("HOUS", "/met 1 2026-12-01")


async def test_a_forged_button(place: Town) -> None:
    """A period that is none is a stale button."""
    for data in ("o:stats_of:eon:2026-11-23", "o:stats_chart:week:yesterday", "o:stats_page:"):
        assert ("stale-button",) == await place.answers("LG", Typed(button=data))


async def test_late_limits_are_listed(place: Town) -> None:
    """Everybody sees their own unit's, supervisors all."""
    place.clock.at = datetime(2026, 12, 15, 10, tzinfo=SHANGHAI)
    assert ("overdue",) == await place.answers("LG", "/overdue")
    assert ("overdue",) == await place.answers("INSP", "/overdue")
    assert ("overdue-none",) == await place.answers("EDU", "/overdue")
    rows = (await sheet(place, MONDAY)).late

    assert {"区治欠办", "区劳动监察大队"} == {row.unit for row in rows}
    assert all(row.days > 0 for row in rows)


async def test_the_week_is_reported_on_monday_once(place: Town) -> None:
    """To supervisors and the arrears office, also when the process slept over the hour."""
    async with place.app.unit_of_work() as uow:
        for _ in range(2):
            await plan_weekly_report(
                Context(uow=uow, house=place.app.house, now=place.clock.at), MONDAY
            )
    place.clock.at = at(30, 11)
    await place.line.settle()
    told = [o for o in await place.news() if o.reply.key in {"stats", "stats-file"}]
    await place.line.settle()

    assert {"LG": 2, "OFF": 2, "OFF-2": 2} == {
        chat: sum(o.chat == chat for o in told) for chat in {o.chat for o in told}
    }
    assert () == await place.news()


async def test_the_workbook_holds_every_figure(place: Town) -> None:
    """Numbers are numbers; a name that looks like a formula is text."""
    place.clock.forward(timedelta(hours=1))
    values = await sheet(place, MONDAY)
    site = replace(values.report.sites[0], project="", words="=1+1")
    values = replace(values, report=replace(values.report, sites=(site,)))
    book = load_workbook(BytesIO(place.app.house.sheets.statistics_book(values)))
    explained = {row[0].value: row[1].value for row in book["说明"].iter_rows(min_row=2)}
    cell = book["工地"]["A2"]

    assert explained["收到"] == "1 件"
    assert (cell.data_type, cell.value) == ("s", "=1+1（工人的叫法）")
    assert book["工地"]["D2"].value == 12_000
    assert all(row[2].value for row in book["说明"].iter_rows(min_row=2))
