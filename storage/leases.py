"""What a process that died was working on."""

from sqlalchemy import update

from storage.engine import Engine
from storage.message_tables import inbox, outbox


async def free_leases(engine: Engine) -> None:
    """Let every claimed row be claimed again now, instead of when its minute is over.

    For the start of a house that is the only process on its database; beside a living process it
    would deliver the same message twice.
    """
    async with engine.writing() as connection:
        for table in (inbox, outbox):
            held = update(table).where(table.c.lease_until.is_not(None))
            await connection.execute(held.values(lease_until=None))
