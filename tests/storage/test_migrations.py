"""Migrations build what the tables describe; a database that does not fit is named in a line."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from casework.errors import ConfigurationError
from storage.engine import Engine, open_engine
from storage.migrate import check, check_current, downgrade, upgrade
from storage.schema import metadata
from tests.storage.postgres import PostgresServer


@pytest.fixture
async def url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database without tables."""
    if kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'qingxin.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    async with server.fresh(migrated=False) as address:
        yield address


async def _tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        async with engine.reading() as connection:
            return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
    finally:
        await engine.dispose()


async def test_up_down_and_up_again_equals_the_tables(url: str) -> None:
    """Nothing is left behind on the way down, nothing differs on the way up."""
    await upgrade(url)
    assert set(metadata.tables) | {"alembic_version"} == await _tables(url)
    assert await check(url) == ()

    await downgrade(url, "base")
    assert {"alembic_version"} == await _tables(url)

    await upgrade(url)
    await upgrade(url)
    assert await check(url) == ()


async def test_two_that_start_at_once_migrate_once(url: str) -> None:
    """The second waits, and finds nothing left to do."""
    await asyncio.gather(upgrade(url), upgrade(url))
    assert await check(url) == ()


async def test_the_migrations_alone_can_be_checked() -> None:
    """Without any database at hand."""
    assert await check() == ()


async def test_a_difference_is_found(url: str) -> None:
    """A column and a table that the migrations forgot."""
    await upgrade(url)
    engine = open_engine(url)
    async with engine.writing() as connection:
        await connection.execute(text("DROP TABLE leaves"))
        await connection.execute(text("ALTER TABLE persons ADD COLUMN shoe_size INTEGER"))
    await engine.dispose()

    found = " ".join(await check(url))
    assert "leaves" in found
    assert "shoe_size" in found


async def test_a_current_database_is_fine(url: str) -> None:
    """And one without tables, or from another version, says what to do."""
    engine = open_engine(url)
    try:
        await upgrade(url)
        await check_current(engine)
        await _set_revision(engine, "9999")
        with pytest.raises(ConfigurationError, match="newer version"):
            await check_current(engine)
        with pytest.raises(ConfigurationError, match="newer version"):
            await upgrade(url)
        await _set_revision(engine, None)
        with pytest.raises(ConfigurationError, match="qingxin db upgrade"):
            await check_current(engine)
    finally:
        await engine.dispose()


async def _set_revision(engine: Engine, revision: str | None) -> None:
    async with engine.writing() as connection:
        await connection.execute(text("DELETE FROM alembic_version"))
        if revision:
            inserted = text("INSERT INTO alembic_version (version_num) VALUES (:revision)")
            await connection.execute(inserted, {"revision": revision})


@pytest.mark.parametrize(
    "template",
    [
        "sqlite:///{folder}/missing/qingxin.db",
        "sqlite:///{folder}/no-database.db",
        "sqlite:///file:{folder}/read-only.db?mode=ro&uri=true",
        "postgresql://user:secret@127.0.0.1:1/qingxin",
    ],
)
async def test_an_unusable_database_is_named_in_one_line(template: str, tmp_path: Path) -> None:
    """Unreachable, unwritable or not a database at all; the password is not shown."""
    (tmp_path / "no-database.db").write_bytes(b"%PDF-1.7" * 1000)
    await upgrade(f"sqlite:///{tmp_path / 'read-only.db'}")
    engine = open_engine(template.format(folder=tmp_path))
    try:
        with pytest.raises(ConfigurationError, match="cannot be used") as refused:
            await check_current(engine)
    finally:
        await engine.dispose()
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Before the first table."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ConfigurationError, match="cannot be made"):
        await upgrade(f"sqlite:///{tmp_path / 'file' / 'qingxin.db'}")


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://a/b", "sqlite://", "sqlite:///:memory:"]
)
def test_an_address_that_cannot_be_one_is_refused(address: str) -> None:
    """With an example of one that can."""
    with pytest.raises(ConfigurationError, match="QINGXIN_DATABASE_URL"):
        open_engine(address)
