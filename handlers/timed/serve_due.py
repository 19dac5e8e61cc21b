"""Due work is rows: each kind finds its use case here. A timer only wakes whoever calls this."""

from collections.abc import Awaitable, Callable, Mapping

from casework.work import Due, DueKind
from handlers.context import Context
from handlers.officer.waiting import keep_all
from handlers.timed.after_closing import ask_satisfaction, chase_closing
from handlers.timed.alert_backup import alert_backup
from handlers.timed.ask_about_promise import ask_about_promise
from handlers.timed.leaves import chase_answer, hand_work_back, hand_work_over
from handlers.timed.propose_again import propose_again
from handlers.timed.publish_daily_head import publish_daily_head
from handlers.timed.remind_idle import make_unfinished_item, remind_idle
from handlers.timed.run_batch import run_batch
from handlers.timed.send_digest import send_digest
from handlers.timed.watch_assignments import watch_assignments
from handlers.timed.watch_clocks import watch_clocks
from handlers.timed.weekly_report import send_weekly_report

AT_ONCE = 5
"""Rows to one unit of work, so that no lock is held for long."""

ALONE = frozenset(
    {
        DueKind.CLOCK_WATCH,
        DueKind.DIGEST,
        DueKind.WEEKLY_REPORT,
        DueKind.BATCH,
        DueKind.DAILY_HEAD,
        DueKind.LEDGER_CHANGED,
    }
)
"""Rows that look through many cases: each has a unit of work to itself."""


async def serve_due(ctx: Context) -> int:
    """Serve what is due now; returns how many rows there were."""
    rows = await ctx.uow.due.take(ctx.now, AT_ONCE, alone=ALONE)
    for due in rows:
        await _KINDS[due.kind](due, ctx)
    await keep_all(ctx)
    return len(rows)


_KINDS: Mapping[DueKind, Callable[[Due, Context], Awaitable[None]]] = {
    DueKind.IDLE_REMINDER: remind_idle,
    DueKind.UNFINISHED_ITEM: make_unfinished_item,
    DueKind.ALARM_BACKUP: alert_backup,
    DueKind.PROMISE: ask_about_promise,
    DueKind.SUPERVISION: watch_assignments,
    DueKind.LEAVE_UNANSWERED: chase_answer,
    DueKind.LEAVE_BEGINS: hand_work_over,
    DueKind.LEAVE_ENDS: hand_work_back,
    DueKind.CLOCK_WATCH: watch_clocks,
    DueKind.DIGEST: send_digest,
    DueKind.WEEKLY_REPORT: send_weekly_report,
    DueKind.BATCH: run_batch,
    DueKind.DAILY_HEAD: publish_daily_head,
    DueKind.LEDGER_CHANGED: propose_again,
    DueKind.CLOSING_UNANSWERED: chase_closing,
    DueKind.SATISFACTION: ask_satisfaction,
}
