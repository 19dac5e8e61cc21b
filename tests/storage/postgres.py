"""A throw-away PostgreSQL of the tests: a cluster in a temporary folder, on a socket only."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from storage.migrate import upgrade

_TEMPLATE = "migrated"
_QUICK = "-F -c full_page_writes=off -c max_connections=50 -c listen_addresses=''"


@dataclass
class PostgresServer:
    """A running cluster; ``fresh`` gives an empty database with the newest tables."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _has_template: bool = False

    def url(self, name: str) -> str:
        """The address of a database of this cluster."""
        return f"postgresql://postgres@/{name}?host={self.folder}"

    @asynccontextmanager
    async def fresh(self, *, migrated: bool = True) -> AsyncIterator[str]:
        """The address of a database of its own."""
        if migrated and not self._has_template:
            await self._run(f"CREATE DATABASE {_TEMPLATE}")
            await upgrade(self.url(_TEMPLATE))
            self._has_template = True
        name = f"test_{next(self._numbers)}"
        await self._run(
            f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE if migrated else 'template1'}"
        )
        try:
            yield self.url(name)
        finally:
            await self._run(f"DROP DATABASE {name} WITH (FORCE)")

    async def _run(self, statement: str) -> None:
        connection: Any = await asyncpg.connect(host=str(self.folder), user="postgres")
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def why_not() -> str:
    """Why no cluster can be started here; empty where one can."""
    if _binaries() is None:
        return "no PostgreSQL server programs here (pg_config --bindir)"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "PostgreSQL does not run as root, and there is no runuser"
    return ""


@contextmanager
def running() -> Iterator[PostgresServer]:
    """Start a cluster, and stop and remove it at the end."""
    binaries = _binaries()
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="qingxin-pg-"))
    data = folder / "data"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _call(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8")
        options = f"{_QUICK} -k {folder}"
        _call(binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield PostgresServer(folder)
        finally:
            _call(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path | None:
    pg_config = shutil.which("pg_config")
    if pg_config is None:
        return None
    said = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=True)
    folder = Path(said.stdout.strip())
    return folder if (folder / "initdb").exists() else None


def _call(*command: str | Path) -> None:
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    # Not captured: the server would inherit the pipe and keep it open.
    subprocess.run(
        [*as_postgres, *map(str, command)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/tmp",  # noqa: S108
    )
