"""What alembic runs: on the connection of `storage.migrate`, or on its own for a developer.

``alembic revision --autogenerate -m "…"`` takes ``-x url=sqlite:///var/qingxin.db``.
"""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from storage.engine import open_engine
from storage.schema import metadata


def _plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name the database's types: ours may change, the past may not."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite cannot alter most things in place; batch mode builds the table anew.
        render_as_batch=True,
        render_item=_plain_type,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _run_alone(url: str) -> None:
    engine = open_engine(url, foreign_keys=False)
    try:
        async with engine.writing() as connection:
            await connection.run_sync(_run)
    finally:
        await engine.dispose()


_given = context.config.attributes.get("connection")
if _given is not None:
    _run(_given)
else:
    asyncio.run(
        _run_alone(
            context.get_x_argument(as_dictionary=True).get("url", "sqlite:///var/qingxin.db")
        )
    )
