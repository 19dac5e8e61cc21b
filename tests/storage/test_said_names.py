"""What workers called a site or a firm: found by it, and nowhere to be read."""

from dataclasses import replace

from sqlalchemy import select, update

from casework.case import Said
from casework.cases import SaidAs
from storage.said_names import hash_older_cases
from storage.tables import cases
from tests.storage.conftest import Database
from tests.storage.samples import a_case

SAID = Said(site="老木匠大院", employer="样例建设有限公司", boss="王样例")


async def _found(database: Database, said_as: SaidAs, *names: str) -> list[str]:
    async with database.uow() as unit:
        return [case.id for case in await unit.cases.said_as(said_as, *names)]


async def test_a_case_is_found_by_what_its_worker_said(database: Database) -> None:
    """However it is written; by the firm as a firm, by the site as a site, by the boss by neither."""
    async with database.uow() as unit:
        await unit.cases.add(replace(a_case(), said=SAID))
    assert ["c-1"] == await _found(database, SaidAs.EMPLOYER, "洛阳样例建设")
    assert ["c-1"] == await _found(database, SaidAs.SITE, "别的", "老木匠 大院")
    assert ["c-1"] == await _found(database, SaidAs.EMPLOYER, "样例")
    assert not await _found(database, SaidAs.EMPLOYER, "样例劳务有限公司")
    assert not await _found(database, SaidAs.SITE, "样例建设")
    assert not await _found(database, SaidAs.EMPLOYER, "王样例")
    assert not await _found(database, SaidAs.EMPLOYER, "", "公司", "' OR 1=1 --")


async def test_a_changed_word_is_found_anew(database: Database) -> None:
    """And by the old one no more."""
    async with database.uow() as unit:
        await unit.cases.add(replace(a_case(), said=SAID))
    async with database.uow() as unit:
        case = await unit.cases.get("c-1")
        assert case is not None
        await unit.cases.save(replace(case, said=replace(SAID, employer="另一家劳务")))
    assert not await _found(database, SaidAs.EMPLOYER, "样例建设")
    assert ["c-1"] == await _found(database, SaidAs.EMPLOYER, "另一家劳务公司")


async def test_cases_of_an_earlier_release_are_hashed_at_the_start(database: Database) -> None:
    """Once; a second start finds nothing to do."""
    async with database.uow() as unit:
        await unit.cases.add(replace(a_case(), said=SAID))
    async with database.engine.writing() as connection:
        await connection.execute(update(cases).values(site_key=None, employer_key=None))
    assert not await _found(database, SaidAs.EMPLOYER, "样例建设")
    await hash_older_cases(database.engine, database.sealer)
    await hash_older_cases(database.engine, database.sealer)
    assert ["c-1"] == await _found(database, SaidAs.EMPLOYER, "样例建设")
    async with database.engine.reading() as connection:
        stored = (await connection.execute(select(cases.c.site_key, cases.c.employer_key))).one()
    assert not {"老木匠大院", "样例建设"} & {*stored}
