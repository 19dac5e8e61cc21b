"""What workers called a site or a firm, findable and unreadable: keyed hashes beside the seal.

Only the firm and the site are hashed; the boss, who is a person, and everything else stay sealed alone.
"""

import json
from collections.abc import Mapping

from sqlalchemy import select, update

from casework.case import Said
from casework.cases import SaidAs
from casework.said_names import name_keys, trade_name
from storage.engine import Engine
from storage.seal import Sealer
from storage.tables import cases

PAGE = 200


def keys_of(sealer: Sealer, said: Said) -> dict[str, str]:
    """The columns of a case; "" where nothing was said."""
    return {
        "site_key": next(iter(hashed(sealer, SaidAs.SITE, said.site)), ""),
        "employer_key": next(iter(hashed(sealer, SaidAs.EMPLOYER, said.employer)), ""),
    }


def hashed(sealer: Sealer, said_as: SaidAs, *names: str) -> tuple[str, ...]:
    """What these names are stored as: a site as it is folded, a firm by its 字号."""
    if said_as is SaidAs.EMPLOYER:
        names = tuple(map(trade_name, names))
    return tuple(sealer.lookup(f"said {said_as}", key) for key in name_keys(*names))


async def hash_older_cases(engine: Engine, sealer: Sealer) -> None:
    """Give the cases of an earlier release their hashes: a migration knows no key."""
    while await _hash_some(engine, sealer):
        pass


async def _hash_some(engine: Engine, sealer: Sealer) -> bool:
    without = select(cases.c.id, cases.c.personal).where(cases.c.employer_key.is_(None))
    async with engine.reading() as connection:
        rows = (await connection.execute(without.limit(PAGE))).all()
    if not rows:
        return False
    async with engine.writing() as connection:
        for row in rows:
            site, employer, *_ = json.loads(sealer.open(row.personal))["said"]
            keys: Mapping[str, str] = keys_of(sealer, Said(site=site, employer=employer))
            await connection.execute(
                update(cases)
                .where(cases.c.id == row.id, cases.c.employer_key.is_(None))
                .values(**keys)
            )
    return True
