"""One trip to SQLite's thread for each statement, where aiosqlite makes four.

aiosqlite runs every call on a thread of its own. SQLAlchemy asks it to open a cursor, to execute,
to fetch and to close: each of the four crosses to that thread and back, and costs more than most of
our statements do. Here one function on that thread does all of it and brings the rows along
(`docs/adr/0084-one-trip-to-sqlite.md`).
"""

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any, Self

from aiosqlite import Connection


class OneTripCursor:
    """What SQLAlchemy asks of ``aiosqlite.Cursor``; the rows are here when ``execute`` returns."""

    arraysize = 1

    def __init__(self, connection: "OneTripConnection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        """Run a statement and fetch what it gives."""
        return await self._run("execute", statement, values)

    async def executemany(self, statement: str, values: Sequence[Sequence[Any]]) -> Self:
        """Run a statement once for each row of values."""
        return await self._run("executemany", statement, values)

    async def fetchall(self) -> list[Any]:
        """The rows."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """SQLite's own cursor was closed on the same trip."""

    async def _run(self, how: str, statement: str, values: Any) -> Self:
        self._rows, self.description, self.rowcount, self.lastrowid = await self._connection.run(
            partial(_run, how, statement, values)
        )
        return self


class OneTripConnection(Connection):
    """``aiosqlite.Connection`` with such cursors."""

    def cursor(self) -> Any:
        """A cursor that costs nothing until it is used."""
        return OneTripCursor(self)

    def never_keeps_a_process(self) -> None:
        """Its thread does not keep a process from ending: what SQLAlchemy sees to otherwise."""
        self._thread.daemon = True

    async def run(self, work: Any) -> Any:
        """Do something to SQLite's own connection, on its thread."""
        return await self._execute(work, self._conn)  # type: ignore[no-untyped-call]


def connect(database: str, **how: Any) -> OneTripConnection:
    """As ``aiosqlite.connect``: await it to have it open."""
    opened = OneTripConnection(partial(sqlite3.connect, database, **how), iter_chunk_size=64)
    opened.never_keeps_a_process()
    return opened


def _run(
    how: str, statement: str, values: Any, connection: sqlite3.Connection
) -> tuple[list[Any], Any, int, int | None]:
    cursor = connection.cursor()
    try:
        getattr(cursor, how)(statement, values)
        rows = cursor.fetchall() if cursor.description else []
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()
