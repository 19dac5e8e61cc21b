"""Column types that say what the plain ones leave open."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from casework.errors import BadValue

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A row number made by the database (SQLite counts only in a column called INTEGER)."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: naive ones are refused, what comes back is aware UTC.

    SQLite has no zones and drops them without a word, so it is given UTC and nothing else.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise BadValue("an instant carries its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Out of the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """JSON as ASCII text.

    PostgreSQL's own JSON refuses NUL and lone surrogates, which people do send; escaped in text
    they survive, and nothing here asks the database to look inside.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Into the database."""
        return json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Out of the database."""
        return None if value is None else json.loads(value)
