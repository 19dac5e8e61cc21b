"""A leader met the workers of a case and heard them (plan 四(七)): written down with its day."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import working
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class RecordMeeting:
    """Which case, and on which day the leader met its workers."""

    officer: Officer
    case: Case
    day: date


async def record_meeting(request: RecordMeeting, ctx: Context) -> Reply:
    """Write it down; a day before the case began, or one to come, is a slip of the finger."""
    working(request.officer)
    case, day = request.case, request.day
    if day > ctx.today:
        return Reply(key="error-date-future")
    if day < case.opened_at.astimezone(SHANGHAI).date():
        return Reply(key="error-met-before", args={"number": case.number})
    met_at = datetime.combine(day, time(), SHANGHAI)
    await ctx.uow.cases.save(replace(case, leader_met_at=met_at))
    await record(ctx, case, EventKind.LEADER_MET, request.officer, facts={"day": day.isoformat()})
    return Reply(key="leader-met", args={"number": case.number, "day": day})
