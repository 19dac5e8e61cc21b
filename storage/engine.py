"""The database: opening it, and what differs between SQLite and PostgreSQL.

This is the only place with SQL of one database. SQLite: pysqlite's own transaction handling is
switched off and BEGIN IMMEDIATE is sent instead, because a deferred transaction that first reads
and then writes loses other people's writes or fails at the write
(https://docs.sqlalchemy.org/en/21/dialects/sqlite.html, transactions with SQLite).
"""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Insert, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from casework.errors import ConfigurationError
from storage import one_trip

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
_BEGIN = "qingxin_begin"
_MIGRATION_LOCK = 7_242_019  # any constant: processes that migrate at once wait for each other


class Engine:
    """An open database. Every transaction is either ``writing`` or ``reading``."""

    def __init__(self, sql: AsyncEngine) -> None:
        self._sql = sql
        self._turn = asyncio.Lock()
        self._writer: asyncio.Task[Any] | None = None

    @property
    def is_sqlite(self) -> bool:
        """Whether there is only one writer at a time."""
        return self._sql.dialect.name == "sqlite"

    @property
    def shown(self) -> str:
        """The address without its password."""
        return self._sql.url.render_as_string(hide_password=True)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; leaving the block commits, an exception rolls back.

        On SQLite writers of this process queue up here in order: SQLite's own waiting polls with
        growing pauses, and is left to other processes.
        """
        if not self.is_sqlite:
            async with self._sql.begin() as connection:
                yield connection
            return
        me = asyncio.current_task()
        if me is not None and self._writer is me:
            raise RuntimeError("this task has a unit of work open already; use that one")
        async with self._turn:
            self._writer = me
            try:
                async with self._sql.begin() as connection:
                    yield connection
            finally:
                self._writer = None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, from one snapshot: it waits for no writer."""
        async with self._sql.connect() as connection:
            if self.is_sqlite:
                await connection.execution_options(**{_BEGIN: "DEFERRED"})
            else:
                await connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    async def dispose(self) -> None:
        """Close every connection."""
        await self._sql.dispose()


def open_engine(url: str, *, foreign_keys: bool = True) -> Engine:
    """Open a database by address; connections are made when they are needed.

    Raises ConfigurationError for an address that cannot be one.
    """
    address = database_url(url)
    if address.get_backend_name() == "sqlite":
        return Engine(_open_sqlite(address, foreign_keys=foreign_keys))
    # Parameters are personal data: they stay out of the text of errors, and so out of logs.
    return Engine(
        create_async_engine(address, hide_parameters=True, pool_size=10, pool_pre_ping=True)
    )


def database_url(url: str) -> URL:
    """The address with the driver we use; one line of ConfigurationError where it is none."""
    try:
        address = make_url(url.replace("postgres://", "postgresql://", 1))
    except ArgumentError:
        raise ConfigurationError(
            "QINGXIN_DATABASE_URL is no database address; for example"
            " sqlite:///var/qingxin.db or postgresql://user:password@host/qingxin"
        ) from None
    backend = address.get_backend_name()
    if backend not in _DRIVERS:
        raise ConfigurationError(f"QINGXIN_DATABASE_URL: sqlite or postgresql, not {backend}")
    if backend == "sqlite" and address.database in {None, "", ":memory:"}:
        raise ConfigurationError("QINGXIN_DATABASE_URL: SQLite needs the name of a file")
    return address.set(drivername=_DRIVERS[backend])


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database, None for another."""
    address = database_url(url)
    if address.get_backend_name() != "sqlite" or address.query.get("uri"):
        return None
    return Path(address.database or "")


def insert_into(connection: AsyncConnection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT, which both databases have and the standard has not."""
    return _insert(connection.dialect.name, table)


def _insert(dialect: str, table: Table) -> Any:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_new(connection: AsyncConnection, table: Table) -> Insert:
    """An INSERT that leaves a row alone that is there already (its rowcount is then 0).

    Built once for a table; a row given to ``execute`` costs less than one given to ``values``.
    """
    return _insert_new(connection.dialect.name, table)


@cache
def _insert_new(dialect: str, table: Table) -> Insert:
    made: Insert = _insert(dialect, table).on_conflict_do_nothing()
    return made


def put_row(connection: AsyncConnection, table: Table, *key: str) -> Insert:
    """An INSERT of whole rows, each in place of the one that has the same ``key`` columns."""
    return _put_row(connection.dialect.name, table, key)


@cache
def _put_row(dialect: str, table: Table, key: tuple[str, ...]) -> Insert:
    statement = _insert(dialect, table)
    rest = [c.name for c in table.c if c.name not in key and c.autoincrement is not True]
    put: Insert = statement.on_conflict_do_update(
        index_elements=key, set_={name: statement.excluded[name] for name in rest}
    )
    return put


async def wait_for_other_migrations(connection: AsyncConnection) -> None:
    """One process migrates at a time (BEGIN IMMEDIATE sees to it on SQLite)."""
    if connection.dialect.name == "postgresql":
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")


def _open_sqlite(address: URL, *, foreign_keys: bool) -> AsyncEngine:
    # It writes every statement with its parameters into a debug log.
    logging.getLogger("aiosqlite").setLevel(logging.INFO)
    engine = create_async_engine(address, hide_parameters=True, pool_size=5, max_overflow=10)
    pragmas = (
        # Before the others: setting the journal mode may have to wait for another process.
        "PRAGMA busy_timeout = 10000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}",
    )

    def connecting(_dialect: Any, _record: Any, where: list[Any], how: dict[str, Any]) -> None:
        # A file that cannot be opened fails here already, where no thread of aiosqlite stands by
        # that would answer to an event loop that may be closed by then.
        sqlite3.connect(*where, **how).close()
        how["async_creator_fn"] = one_trip.connect

    def connected(dbapi_connection: Any, _record: Any) -> None:
        try:
            dbapi_connection.isolation_level = None
            cursor = dbapi_connection.cursor()
            for pragma in pragmas:
                cursor.execute(pragma)
            cursor.close()
        except sqlite3.Error:
            dbapi_connection.close()
            raise

    def begun(connection: Connection) -> None:
        kind = connection.get_execution_options().get(_BEGIN, "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {kind}")

    event.listen(engine.sync_engine, "do_connect", connecting)
    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)
    return engine
