"""A real database for a test: a file with the newest tables, ready in milliseconds."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from casework.unit_of_work import UnitOfWorkFactory
from storage.engine import Engine, open_engine
from storage.migrate import upgrade
from storage.seal import Sealer
from storage.unit_of_work import unit_of_work_factory

KEY = "cWluZ3hpbi1zeW50aGV0aWMtdGVzdC1rZXktMDAwMDE="
"""A key of the tests, and of nothing else."""

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""Monday noon in Luoyang."""

_migrated: dict[str, bytes] = {}


@asynccontextmanager
async def fresh_database(
    folder: Path, *, now: Callable[[], datetime] = lambda: NOON
) -> AsyncIterator[tuple[Engine, UnitOfWorkFactory, Sealer]]:
    """An empty SQLite database in ``folder``, its units of work, and its sealer."""
    file = folder / "qingxin.db"
    file.write_bytes(await _migrated_file())
    engine, sealer = open_engine(f"sqlite:///{file}"), Sealer([KEY])
    try:
        yield engine, unit_of_work_factory(engine, sealer, now=now), sealer
    finally:
        await engine.dispose()


async def _migrated_file() -> bytes:
    """The migrations are run once in a process; a copy of the result is enough for a test."""
    if "sqlite" not in _migrated:
        with TemporaryDirectory(prefix="qingxin-") as folder:
            file = Path(folder) / "migrated.db"
            await upgrade(f"sqlite:///{file}")
            _migrated["sqlite"] = file.read_bytes()
    return _migrated["sqlite"]
