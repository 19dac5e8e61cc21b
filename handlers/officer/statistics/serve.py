"""Commands and buttons of statistics, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from casework.forms import Answers
from casework.messages import Reply
from casework.periods import PeriodKind
from casework.tally import TallyBy
from handlers.officer.answered import day, text
from handlers.officer.desk import Desk
from handlers.officer.statistics.record_meeting import RecordMeeting, record_meeting
from handlers.officer.statistics.show_overdue import ShowOverdue, show_overdue
from handlers.officer.statistics.show_stats import FILES, ShowStats, request_from, show_stats
from handlers.officer.statistics.show_tally import ShowTally, show_tally

Serve = Callable[[Desk, Answers], Awaitable[Reply]]
Press = Callable[[Desk, str], Awaitable[Reply]]


async def _stats(desk: Desk, answers: Answers) -> Reply:
    asked = answers.get("period_day")
    request = ShowStats(
        officer=desk.officer,
        kind=PeriodKind(text(answers, "period") or PeriodKind.WEEK),
        day=asked if isinstance(asked, date) else desk.ctx.today,
    )
    return await show_stats(request, desk.ctx)


async def _overdue(desk: Desk, answers: Answers) -> Reply:
    del answers
    return await show_overdue(ShowOverdue(officer=desk.officer), desk.ctx)


async def _cases(desk: Desk, answers: Answers) -> Reply:
    request = ShowTally(officer=desk.officer, by=TallyBy(text(answers, "tally_by")))
    return await show_tally(request, desk.ctx)


async def _tally_pressed(desk: Desk, about: str) -> Reply:
    if about not in set(TallyBy):
        return Reply(key="stale-button")
    return await show_tally(ShowTally(officer=desk.officer, by=TallyBy(about)), desk.ctx)


async def _met(desk: Desk, answers: Answers) -> Reply:
    case = (await desk.open(text(answers, "case"))).case
    request = RecordMeeting(officer=desk.officer, case=case, day=day(answers, "met_day"))
    return await record_meeting(request, desk.ctx)


def _pressed(file: str = "") -> Press:
    async def serve(desk: Desk, about: str) -> Reply:
        request = request_from(desk.officer, about, file=file)
        return await show_stats(request, desk.ctx) if request else Reply(key="stale-button")

    return serve


STATISTICS_COMMANDS: Mapping[str, Serve] = {
    "stats": _stats,
    "cases": _cases,
    "overdue": _overdue,
    "met": _met,
}

STATISTICS_BUTTONS: Mapping[str, Press] = {
    "stats_of": _pressed(),
    "tally": _tally_pressed,
    **{f"stats_{name}": _pressed(name) for name in FILES},
}
"""By what they are about: ``week:2026-11-23``, the period with that day; or the kind of table."""
