"""One suite over both databases.

Each test that asks for ``database`` runs on SQLite and on PostgreSQL (skipped, with the reason,
where no server can be started).
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casework.unit_of_work import UnitOfWorkFactory
from storage.engine import Engine, open_engine
from storage.seal import Sealer
from storage.unit_of_work import unit_of_work_factory
from tests.database import KEY, NOON, fresh_database
from tests.storage.postgres import PostgresServer, running, why_not


@dataclass(frozen=True, kw_only=True)
class Database:
    """What a test needs of one."""

    engine: Engine
    uow: UnitOfWorkFactory
    sealer: Sealer
    url: str


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A cluster for the whole session."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database."""
    if request.param == "postgresql":
        request.getfixturevalue("postgres")
    return str(request.param)


@pytest.fixture
async def database(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[Database]:
    """An empty database with the newest tables."""
    if kind == "sqlite":
        async with fresh_database(tmp_path) as (engine, uow, sealer):
            yield Database(engine=engine, uow=uow, sealer=sealer, url=_url(tmp_path))
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    async with server.fresh() as url:
        engine, sealer = open_engine(url), Sealer([KEY])
        try:
            uow = unit_of_work_factory(engine, sealer, now=lambda: NOON)
            yield Database(engine=engine, uow=uow, sealer=sealer, url=url)
        finally:
            await engine.dispose()


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty SQLite database, where the other one would show nothing new."""
    async with fresh_database(tmp_path) as (engine, uow, sealer):
        yield Database(engine=engine, uow=uow, sealer=sealer, url=_url(tmp_path))


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'qingxin.db'}"
