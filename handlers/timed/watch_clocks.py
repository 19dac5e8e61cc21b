"""Every morning when offices open: which limits are near, which are late, who has to hear of it.

Whatever nobody works on any more is put into its queue on the same way through the cases.

Cases are looked through in small units of work, each notice is an event of its case in the same
commit, and the last unit of work puts all of the morning's notices into one message an officer. So
a process that is killed goes on where it stopped, and nobody is told twice.
"""

from datetime import date, datetime, timedelta

from casework.case import Case
from casework.clocks import Clock
from casework.deadlines import SHANGHAI, EveryDay
from casework.history import EventKind
from casework.messages import Reply, Words
from casework.notices import Notice, notices_today
from casework.work import Due, DueKind
from handlers.clocks_of import Running, running_in
from handlers.context import Context
from handlers.officer.waiting import keep_these
from handlers.record import record
from handlers.tell import tell_worker
from handlers.timed.near_and_late import URGENT
from handlers.timed.send_digest import plan_digest
from handlers.worker.ask_status import until

AT_ONCE = 25
"""Cases to one unit of work: no lock is held for long."""


def opening(ctx: Context, day: date) -> datetime:
    """When offices open on a day, were it a working day."""
    return datetime.combine(day, ctx.house.clocks.hours_on(day).opens, tzinfo=SHANGHAI)


async def plan_clock_watch(ctx: Context, day: date, *, after: str = "") -> None:
    """Plan a morning's watch, from the cases behind ``after`` on; twice changes nothing."""
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.CLOCK_WATCH,
            key=f"{DueKind.CLOCK_WATCH}:{day.isoformat()}:{after}",
            at=opening(ctx, day),
            facts={"day": day.isoformat(), "after": after},
        )
    )


async def begin_clock_watch(ctx: Context) -> None:
    """When a process starts: plan today's watch, unless one is planned already."""
    if not await ctx.uow.due.upcoming(DueKind.CLOCK_WATCH, ctx.now + timedelta(days=31)):
        await plan_clock_watch(ctx, ctx.today)


async def watch_clocks(due: Due, ctx: Context) -> None:
    """Look through the next cases; after the last ones plan the digest and the next morning."""
    day = date.fromisoformat(str(due.facts["day"]))
    cases = await ctx.uow.cases.watched(str(due.facts["after"]), limit=AT_ONCE)
    if cases:
        await keep_these(ctx, cases)
        running = await running_in(ctx, cases)
        for case in cases:
            await _watch(ctx, case, running[case.id])
    if len(cases) == AT_ONCE:
        await plan_clock_watch(ctx, day, after=cases[-1].number)
        return
    await plan_digest(ctx, day)
    await plan_clock_watch(ctx, max(day, ctx.today) + timedelta(days=1))


async def _watch(ctx: Context, case: Case, running: Running) -> None:
    """Outside office hours only urgent cases reach officers; workers are told by day, any day.

    Of an urgent case every day counts, of another the working days.

    What waits is not kept: the next morning's watch finds it again.
    """
    rules = ctx.house.clocks.notices_on(ctx.today)
    urgent = bool(case.flags & URGENT)
    office = ctx.is_office_time or urgent
    days = EveryDay() if urgent else ctx.house.days
    for clock in running.clocks:
        if not (ctx.is_daytime if clock.is_workers else office):
            continue
        for notice in notices_today(
            clock, told=running.told, on=ctx.today, rules=rules, days=days
        ):
            await _note(ctx, case, notice, urgent=urgent)
            if clock.is_workers:
                await _tell_worker(ctx, case, notice)


async def _note(ctx: Context, case: Case, notice: Notice, *, urgent: bool) -> None:
    await record(
        ctx,
        case,
        EventKind.ESCALATED if notice.level else EventKind.REMINDED,
        track=notice.clock.track,
        facts={
            "notice": notice.key,
            "clock": notice.clock.statute.id,
            "stage": notice.stage,
            "days": notice.days,
            "unit": notice.clock.unit,
            **({"urgent": True} if urgent else {}),
        },
    )


async def _tell_worker(ctx: Context, case: Case, notice: Notice) -> None:
    clock = notice.clock
    told = Reply(
        key="push-own-limit",
        args={
            "number": case.number,
            "days": notice.days,
            "what": until(clock, ctx),
            "assumed": Words(key="own-limit-assumed") if clock.assumed else "",
            "interrupted": _interrupted(clock),
        },
    )
    await tell_worker(ctx, case, told, what="limit")


def _interrupted(clock: Clock) -> Words | str:
    """What a confirmed interruption would give stands beside; nobody should rest on it."""
    if clock.interrupted is None:
        return ""
    return Words(key="own-limit-interrupted", args={"date": clock.interrupted.legal})
