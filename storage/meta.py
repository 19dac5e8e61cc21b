"""What the database knows about itself."""

from sqlalchemy import select

from casework.errors import ConfigurationError
from storage.engine import Engine, insert_new
from storage.seal import DamagedValue, Sealer
from storage.tables import meta

_KEY_CHECK = "key-check"


async def check_keys(engine: Engine, sealer: Sealer) -> None:
    """Compare the encryption keys with the ones of the first start.

    Raises ConfigurationError before a wrong list of keys can hide people's cases from them.
    """
    mark = sealer.lookup(_KEY_CHECK)
    async with engine.writing() as connection:
        row = {"name": _KEY_CHECK, "value": sealer.seal(mark)}
        await connection.execute(insert_new(connection, meta).values(row))
        stored = await connection.execute(select(meta.c.value).where(meta.c.name == _KEY_CHECK))
        sealed = stored.scalar_one()
    try:
        found = sealer.open_text(sealed)
    except DamagedValue:
        raise ConfigurationError(
            "QINGXIN_ENCRYPTION_KEYS does not open this database: put the key it was made with"
            " back, after the newer ones"
        ) from None
    if found != mark:
        raise ConfigurationError(
            "QINGXIN_ENCRYPTION_KEYS: the oldest key has to stay the last one of the list"
        )
