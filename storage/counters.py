"""Numbers without gaps: a counter moves in the transaction that uses its value."""

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import insert_into
from storage.tables import counters


async def next_value(connection: AsyncConnection, name: str) -> int:
    """The next number of this name, from 1; rolled back with everything else."""
    statement = (
        insert_into(connection, counters)
        .values(name=name, value=1)
        .on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
        .returning(counters.c.value)
    )
    return int((await connection.execute(statement)).scalar_one())
