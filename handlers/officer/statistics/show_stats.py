"""The figures of a period in the chat, with buttons for the picture, the workbook and the page.

A period that is over is shown as it was known when it ended, so that the same question has the
same answer next year.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from casework.deadlines import SHANGHAI
from casework.errors import NotAllowed
from casework.messages import Button, Money, OutgoingFile, Reply, Words
from casework.people import Officer, OfficerRole
from casework.periods import CalendarPeriod, PeriodKind, period_before, period_with
from casework.statistics import Report, Unpaid
from casework.statistics_sheet import StatisticsSheet
from handlers.context import Context, SheetWriter
from handlers.statistics import sheet_on
from handlers.sums import range_words

SEES_FIGURES = frozenset({OfficerRole.SUPERVISOR, OfficerRole.TRIAGE})
MOST_LINES = 5


@dataclass(frozen=True, kw_only=True)
class ShowStats:
    """The period of this kind that has ``day`` in it; ``file``: as one of `FILES` instead."""

    officer: Officer
    kind: PeriodKind
    day: date
    file: str = ""


@dataclass(frozen=True, kw_only=True)
class _File:
    write: Callable[[SheetWriter, StatisticsSheet], bytes]
    ending: str
    media_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILES = {
    "chart": _File(
        write=lambda to, sheet: to.statistics_chart(sheet), ending="png", media_type="image/png"
    ),
    "book": _File(
        write=lambda to, sheet: to.statistics_book(sheet),
        ending="xlsx",
        media_type=f"{_OFFICE}spreadsheetml.sheet",
    ),
    "page": _File(
        write=lambda to, sheet: to.leader_page(sheet),
        ending="docx",
        media_type=f"{_OFFICE}wordprocessingml.document",
    ),
}


async def show_stats(request: ShowStats, ctx: Context) -> Reply:
    """Compute and say it; a period that has not begun has no figures."""
    if request.officer.role not in SEES_FIGURES:
        raise NotAllowed(code="error-role")
    period = period_with(request.kind, request.day)
    if period.first > ctx.today:
        return Reply(key="error-period-ahead")
    sheet = await sheet_on(ctx, period, as_of=known_at(period, ctx.now))
    if request.file in FILES:
        return await as_file(ctx, sheet, request.file)
    return said(sheet, period)


def known_at(period: CalendarPeriod, now: datetime) -> datetime:
    """Now, or the end of a period that is over."""
    return min(now, period.ends(SHANGHAI))


async def as_file(ctx: Context, sheet: StatisticsSheet, name: str) -> Reply:
    """The report as a file of this kind."""
    kind, period = FILES[name], sheet.report.period
    # Drawing takes a good part of a second, in which other chats go on.
    content = await asyncio.to_thread(kind.write, ctx.house.sheets, sheet)
    file = OutgoingFile(
        name=f"{period.kind}-{period.first.isoformat()}-{name}.{kind.ending}",
        media_type=kind.media_type,
        stored_as=await ctx.house.files.keep(content),
    )
    return Reply(key="stats-file", args={"period": period_words(period)}, file=file)


def said(sheet: StatisticsSheet, period: CalendarPeriod) -> Reply:
    """The figures as a message."""
    return Reply(key="stats", args=_figures(sheet), buttons=_buttons(period))


def period_words(period: CalendarPeriod) -> Words:
    """What a period is called."""
    return Words(
        key=f"stats-period-{period.kind}", args={"first": period.first, "last": period.last}
    )


def _figures(
    sheet: StatisticsSheet,
) -> dict[str, str | int | datetime | Money | Words | tuple[Words, ...]]:
    report = sheet.report
    return {
        "period": period_words(report.period),
        "as_of": report.as_of,
        "received": report.received,
        "paper": report.on_paper,
        "incomplete": report.incomplete,
        "routed": report.routed,
        "closed": report.closed,
        "median": _median(report),
        "unconfirmed": report.unconfirmed,
        "reopened": report.reopened,
        "kept": report.kept,
        "late": report.late,
        "unpaid": unpaid_words(report.unpaid),
        "recovered": Money(fen=report.recovered),
        "made": report.promises_made,
        "promises_kept": report.promises_kept,
        "broken": report.promises_broken,
        "met": report.leader_met,
        "not_met": report.leader_not_met,
        "satisfied": report.satisfied,
        "dissatisfied": report.dissatisfied,
        "units": tuple(_units(sheet)) or (Words(key="stats-none"),),
        "sites": tuple(_sites(sheet)) or (Words(key="stats-none"),),
    }


def _median(report: Report) -> Words | str:
    if report.median_days is None:
        return ""
    return Words(key="stats-median", args={"days": f"{report.median_days:.1f}"})


def unpaid_words(unpaid: Unpaid) -> Words:
    """How many workers wait for how much."""
    return Words(
        key="stats-unpaid",
        args={
            "people": unpaid.people,
            "money": range_words(unpaid.money),
            "cases": unpaid.cases,
            "unnamed": unpaid.unnamed,
        },
    )


def _units(sheet: StatisticsSheet) -> list[Words]:
    late = [row for row in sheet.report.units if row.late_now or row.late]
    return [
        Words(
            key="stats-unit",
            args={
                "unit": sheet.units.get(row.unit, row.unit),
                "kept": row.kept,
                "late": row.late,
                "now": row.late_now,
                "days": row.longest_days,
            },
        )
        for row in late[:MOST_LINES]
    ]


def _sites(sheet: StatisticsSheet) -> list[Words]:
    return [
        Words(
            key="stats-site",
            args={
                "site": sheet.projects.get(row.project, row.project) or row.words,
                "unpaid": unpaid_words(row.unpaid),
                "days": row.days,
                "broken": row.broken,
            },
        )
        for row in sheet.report.sites[:MOST_LINES]
    ]


def _buttons(period: CalendarPeriod) -> tuple[tuple[Button, ...], ...]:
    here = f"{period.kind}:{period.first.isoformat()}"
    before = period_before(period)
    files = tuple(
        Button(label=Words(key=f"do-stats-{name}"), data=f"o:stats_{name}:{here}")
        for name in FILES
    )
    earlier = Button(
        label=Words(key="do-stats-before"),
        data=f"o:stats_of:{before.kind}:{before.first.isoformat()}",
    )
    others = tuple(
        Button(
            label=Words(key=f"do-stats-{kind}"),
            data=f"o:stats_of:{kind}:{period.last.isoformat()}",
        )
        for kind in (PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.YEAR)
        if kind is not period.kind
    )
    return files, (earlier, *others)


def request_from(officer: Officer, about: str, *, file: str = "") -> ShowStats | None:
    """What a button asks for: ``week:2026-11-23``; None where it was forged."""
    kind, _, day = about.partition(":")
    try:
        request = ShowStats(
            officer=officer, kind=PeriodKind(kind), day=date.fromisoformat(day), file=file
        )
    except ValueError:
        return None
    return request
