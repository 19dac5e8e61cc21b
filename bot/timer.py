"""Wakes whoever claims due rows. The rows are the truth; missing a tick loses nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from casework.unit_of_work import UnitOfWorkFactory
from handlers.context import Context, House
from handlers.timed.publish_daily_head import plan_daily_head
from handlers.timed.serve_due import serve_due
from handlers.timed.watch_clocks import begin_clock_watch
from handlers.timed.weekly_report import plan_weekly_report

EVERY = 5.0
"""Seconds between two looks: an alarm's ten minutes end at most this much late."""

_log = structlog.get_logger(__name__)


class Timer:
    """Serves due rows in units of work of their own."""

    def __init__(
        self,
        *,
        unit_of_work: UnitOfWorkFactory,
        house: House,
        now: Callable[[], datetime],
        answered: Callable[[], None] = lambda: None,
        refresh: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._house = house
        self._now = now
        self._answered = answered
        self._refresh = refresh

    async def run_once(self) -> int:
        """Take a changed ledger up, serve everything that is due now; how many rows it was."""
        if self._refresh is not None:
            await self._refresh()
        served = 0
        while True:
            async with self._unit_of_work() as uow:
                rows = await serve_due(Context(uow=uow, house=self._house, now=self._now()))
            served += rows
            if rows == 0:
                break
        if served:
            self._answered()
        return served

    async def run(self, stop: asyncio.Event) -> None:
        """Look every few seconds until told to stop."""
        async with self._unit_of_work() as uow:
            ctx = Context(uow=uow, house=self._house, now=self._now())
            await plan_daily_head(ctx, ctx.today)
            await begin_clock_watch(ctx)
            await plan_weekly_report(ctx, ctx.today)
        while not stop.is_set():
            try:
                await self.run_once()
            except Exception as error:  # noqa: BLE001 — a busy database must not end the clock
                _log.error("due rows cannot be served", error=type(error).__name__)
            try:
                await asyncio.wait_for(stop.wait(), timeout=EVERY)
            except TimeoutError:
                continue
