"""A town for each test, and one that two processes serve at the same time."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import Line, open_app
from casework.transport import RawUpdate
from tests.database import NOON
from tests.faults.town import (
    DESKS,
    Clock,
    Town,
    enrol,
    ids,
    lay_out,
    opened,
    settings,
    settled,
    town,
)
from tests.storage.postgres import PostgresServer, running, why_not

INTAKES = 5
"""Tasks that take from the inbox in each of the two processes."""


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A fresh town."""
    async with town(tmp_path) as fresh:
        yield fresh


@dataclass(frozen=True, kw_only=True)
class Busy:
    """A town and a second process on the same database."""

    town: Town
    other: Line

    async def at_once(self, *updates: RawUpdate) -> tuple[str, ...]:
        """Everything is received at once and worked on side by side by both processes."""
        app = self.town.app
        await asyncio.gather(*(app.inbox.receive(update, app.now()) for update in updates))
        lines = [self.town.line, self.other] * INTAKES
        await asyncio.gather(*(line.intake.run_once() for line in lines))
        await asyncio.gather(*(line.delivery.run_once(app.now()) for line in lines))
        return tuple(out.reply.key for out in await self.town.news())


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A cluster for the whole session."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running() as started:
        yield started


_laid_out: dict[Path, int] = {}


@asynccontextmanager
async def _copy(server: PostgresServer, folder: Path) -> AsyncIterator[str]:
    """A database with enrolled officers: made once, then copied by the server."""
    if server.folder not in _laid_out:
        _laid_out[server.folder] = 0
        async with server.fresh():  # has the newest tables from here on
            await server._run("CREATE DATABASE town TEMPLATE migrated")
        made = settings(folder).model_copy(update={"database_url": server.url("town")})
        async with open_app(made, now=lambda: NOON, keys=folder / "keys") as app:
            await enrol(app, DESKS)
    _laid_out[server.folder] += 1
    name = f"town_{_laid_out[server.folder]}"
    await server._run(f"CREATE DATABASE {name} TEMPLATE town")
    try:
        yield server.url(name)
    finally:
        await server._run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
async def busy(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Busy]:
    """Two processes on one database, on each of the two kinds."""
    if request.param == "sqlite":
        await lay_out(tmp_path)
        async with _both(tmp_path, None) as both:
            yield both
        return
    server: PostgresServer = request.getfixturevalue("server")
    async with _copy(server, tmp_path) as url, _both(tmp_path, url) as both:
        yield both


@asynccontextmanager
async def _both(folder: Path, url: str | None) -> AsyncIterator[Busy]:
    clock = Clock()
    async with (
        opened(folder, clock=clock, url=url) as first,
        opened(folder, clock=clock, url=url, new_id=ids(1_000_000)) as second,
    ):
        here = await settled(first, clock, folder)
        # The doors are the same: both processes send through them.
        yield Busy(town=here, other=second.line([here.workers, here.officers]))
