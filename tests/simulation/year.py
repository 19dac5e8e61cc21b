"""Plays the acts and serves what becomes due, one unit of work after the other.

How many units of work are behind is committed with each of them, and ids are drawn from that
number: a process that was killed goes on exactly where it stopped.
"""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.dialects import sqlite

from bot.app import App
from casework.deadlines import SHANGHAI
from casework.errors import QingxinError
from casework.unit_of_work import UnitOfWork
from handlers.context import Context, House
from handlers.officer.waiting import keep_all
from handlers.timed.publish_daily_head import plan_daily_head
from handlers.timed.serve_due import serve_due
from handlers.timed.watch_clocks import begin_clock_watch
from handlers.timed.weekly_report import plan_weekly_report
from storage.tables import due, meta
from tests.faults.town import Clock, lay_out, opened
from tests.simulation.people import play
from tests.simulation.plot import FIRST, Act, draw

_PLACE = "simulation"
_NEXT = select(func.min(due.c.at))
_INSERT = sqlite.insert(meta)
_PUT = _INSERT.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERT.excluded.value}
).returning(_NEXT.scalar_subquery())


@dataclass(kw_only=True)
class Year:
    """A district and how far its year has come."""

    app: App
    clock: Clock
    acts: tuple[Act, ...]
    end: datetime
    steps: int = 0  # units of work committed
    done: int = 0  # acts played
    refused: int = 0
    ids: int = 0
    next_at: datetime | None = None  # when something is due next, as of the last unit of work
    told: dict[str, Counter[tuple[str, str, str]]] = field(default_factory=dict)
    watch: Callable[["Year"], None] = lambda _: None

    async def run(self) -> None:
        """Until the last act is played and nothing more is due before the end."""
        await self._find_place()
        if self.steps == 0:
            await self._unit(self._begin)
        while True:
            at = self.next_at
            act = self.acts[self.done] if self.done < len(self.acts) else None
            if act is not None and (at is None or act.at <= at):
                self.clock.at = max(self.clock.at, act.at)
                await self._act(act)
            elif at is not None and at < self.end:
                self.clock.at = max(self.clock.at, at)
                await self._unit(_serve)
            else:
                return
            self.watch(self)

    async def _begin(self, ctx: Context) -> None:
        await plan_daily_head(ctx, ctx.today)
        await plan_weekly_report(ctx, ctx.today)
        await begin_clock_watch(ctx)

    async def _act(self, act: Act) -> None:
        async def play_it(ctx: Context) -> None:
            await play(act, ctx)
            await keep_all(ctx)

        self.done += 1
        try:
            await self._unit(play_it)
        except QingxinError:  # what an officer is told that it cannot be done
            self.refused += 1
            await self._unit(_nothing)

    async def _unit(self, work: Callable[[Context], Awaitable[None]]) -> None:
        self.ids = 0
        async with self.app.unit_of_work() as uow:
            ctx = Context(uow=uow, house=self._house(), now=self.clock.at)
            await work(ctx)
            self.steps += 1
            self.next_at = await _keep_place(uow, self)

    def _house(self) -> House:
        def new_id() -> str:
            self.ids += 1
            return f"s{self.steps:08d}-{self.ids:05d}"

        return replace(self.app.house, new_id=new_id)

    async def _find_place(self) -> None:
        async with self.app.engine.reading() as connection:
            self.next_at = (await connection.execute(_NEXT)).scalar_one()
            row = await connection.execute(select(meta.c.value).where(meta.c.name == _PLACE))
            stored = row.scalar_one_or_none()
        if stored is not None:
            self.steps, self.done, self.refused, at = map(int, stored.split(b" "))
            self.clock.at = datetime.fromtimestamp(at, self.clock.at.tzinfo)


async def _serve(ctx: Context) -> None:
    await serve_due(ctx)
    await keep_all(ctx)


async def _nothing(ctx: Context) -> None:
    del ctx


async def _keep_place(uow: UnitOfWork, year: Year) -> datetime | None:
    """In the same commit; returns when something is due next."""
    place = f"{year.steps} {year.done} {year.refused} {int(year.clock.at.timestamp())}"
    connection = uow.cases._connection  # type: ignore[attr-defined]
    put = await connection.execute(_PUT, {"name": _PLACE, "value": place.encode()})
    at: datetime | None = put.scalar_one()
    return at


@asynccontextmanager
async def year_in(folder: Path, *, seed: int, cases: int, days: int) -> AsyncIterator[Year]:
    """The year as it stands in a folder; a new one where the folder is empty."""
    if not (folder / "qingxin.db").exists():
        await lay_out(folder)
    clock = Clock(at=datetime.combine(FIRST, time(), SHANGHAI))
    async with opened(folder, clock=clock) as app:
        yield Year(
            app=app,
            clock=clock,
            acts=draw(seed, cases, days),
            end=datetime.combine(FIRST + timedelta(days=days), time(), SHANGHAI),
        )
