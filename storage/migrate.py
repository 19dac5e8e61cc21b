"""Bringing a database to the newest tables, and saying in one line what is wrong with one."""

import tempfile
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.command import downgrade as alembic_downgrade
from alembic.command import upgrade as alembic_upgrade
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from casework.errors import ConfigurationError
from storage.engine import Engine, open_engine, sqlite_file, wait_for_other_migrations
from storage.schema import metadata

_SCRIPTS = Path(__file__).parent / "migrations"
_MEND = "run: qingxin db upgrade"


async def upgrade(url: str, revision: str = "head") -> None:
    """Build the tables, or bring older ones up to date, in one transaction.

    The folder of a SQLite file is made. Raises ConfigurationError where the database is from a
    newer version, cannot be reached or cannot be written.
    """
    file = sqlite_file(url)
    if file is not None:
        _make_folder(file)
    await _migrate(url, alembic_upgrade, revision)


async def downgrade(url: str, revision: str) -> None:
    """Go back to an earlier revision; what later tables held is lost."""
    await _migrate(url, alembic_downgrade, revision)


async def check_current(engine: Engine) -> None:
    """Raise ConfigurationError unless the database can be written and has the newest tables."""
    try:
        async with engine.writing() as connection:
            found = await connection.run_sync(_revision)
            if found is not None:
                # A transaction alone is granted on a read-only file, too.
                await connection.execute(
                    text("UPDATE alembic_version SET version_num = version_num WHERE 1 = 0")
                )
    except (DBAPIError, OSError) as error:
        raise _unusable(engine, error) from None
    _refuse_newer(found)
    if found != _script().get_current_head():
        state = "has no tables yet" if found is None else "is from an older version"
        raise ConfigurationError(f"the database {engine.shown} {state}: {_MEND}")


async def check(url: str | None = None) -> tuple[str, ...]:
    """What differs between the tables of a database and `storage.tables`; empty: nothing.

    Without an address the migrations are run on a fresh SQLite file.
    """
    if url is not None:
        return await _differences(url)
    with tempfile.TemporaryDirectory(prefix="qingxin-") as folder:
        fresh = f"sqlite:///{folder}/check.db"
        await upgrade(fresh)
        return await _differences(fresh)


async def _migrate(url: str, command: Any, revision: str) -> None:
    # Without foreign keys: SQLite changes a table by building another and dropping the first.
    engine = open_engine(url, foreign_keys=False)
    try:
        async with engine.writing() as connection:
            await wait_for_other_migrations(connection)
            _refuse_newer(await connection.run_sync(_revision))
            await connection.run_sync(_run, command, revision)
    except (DBAPIError, OSError) as error:
        raise _unusable(engine, error) from None
    finally:
        await engine.dispose()


async def _differences(url: str) -> tuple[str, ...]:
    engine = open_engine(url)
    try:
        async with engine.reading() as connection:
            found = await connection.run_sync(_compare)
    except (DBAPIError, OSError) as error:
        raise _unusable(engine, error) from None
    finally:
        await engine.dispose()
    return found


def _compare(connection: Connection) -> tuple[str, ...]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return tuple(str(difference) for difference in compare_metadata(context, metadata))


def _run(connection: Connection, command: Any, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command(config, revision)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    # By path, so that an installed wheel finds its own scripts from any folder.
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())


def _refuse_newer(found: str | None) -> None:
    known = {revision.revision for revision in _script().walk_revisions()}
    if found is not None and found not in known:
        raise ConfigurationError(
            f"the database is from a newer version of Qingxin (revision {found}): install that one"
        )


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"the folder {file.parent} cannot be made: {error.strerror}"
        ) from None


def _unusable(engine: Engine, error: Exception) -> ConfigurationError:
    cause = getattr(error, "orig", None) or error
    first_line = next(iter(str(cause).splitlines()), type(cause).__name__)
    # The driver puts its own class in front of the words.
    said = first_line.rpartition(">: ")[2]
    return ConfigurationError(f"the database {engine.shown} cannot be used: {said}")
