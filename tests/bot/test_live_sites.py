"""The search follows the ledger: a changed version is taken up, the same one costs a number."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app import open_app
from bot.live_sites import LiveSites
from casework.ledger import LedgerEntry, Project, ProjectClass
from casework.ledger_import import Identity
from casework.meaning import FactName, Interpreter
from nlu.site_search import ProjectSearch
from tests.database import NOON
from tests.faults.town import settings, town

ALIAS = "老木匠大院"


def project(code: str, *aliases: str) -> Project:
    return Project(
        code=code, name=f"{code}号楼工程", project_class=ProjectClass.PRIVATE, aliases=aliases
    )


@dataclass
class FakeReading:
    """A ledger in memory."""

    rows: tuple[Project, ...]
    number: int = 0
    read: int = 0

    async def version(self) -> int:
        return self.number

    async def projects(self) -> AsyncIterator[tuple[Project, ...]]:
        self.read += 1
        for row in self.rows:
            yield (row,)

    async def entries(self) -> AsyncIterator[tuple[LedgerEntry, ...]]:
        yield tuple(LedgerEntry(project=row) for row in self.rows)

    async def identities(self) -> AsyncIterator[tuple[Identity, ...]]:
        yield tuple(Identity(code=row.code, name=row.name) for row in self.rows)


async def test_a_new_alias_is_found_after_the_next_look() -> None:
    """Before it nobody knows the word; afterwards it is the project."""
    before = (project("P1"), project("P2"))
    sites = LiveSites(before, ProjectSearch)
    reading = FakeReading(rows=(project("P1"), project("P2", "老木匠大院")), number=1)
    assert not sites.find("老木匠大院")
    assert await sites.refresh(reading)
    assert "P2" == sites.find("老木匠大院")[0].project.code


async def test_the_same_version_is_not_read_again() -> None:
    """A look costs one number while nothing has changed."""
    sites = LiveSites((project("P1"),), ProjectSearch)
    reading = FakeReading(rows=(project("P1"),), number=1)
    assert await sites.refresh(reading)
    assert not await sites.refresh(reading)
    assert 1 == reading.read


async def test_a_copy_goes_its_own_way() -> None:
    """Two processes, or two tests, do not change each other's search."""
    sites = LiveSites((project("P1"),), ProjectSearch)
    other = sites.copy()
    await other.refresh(FakeReading(rows=(project("P9"),), number=7))
    assert sites.coded("P1")
    assert not sites.coded("P9")


async def test_what_workers_call_a_site_is_learnt_and_kept(tmp_path: Path) -> None:
    """An alias on an invented project: understood at once, and after a restart as well."""
    async with town(tmp_path) as place:
        await place.files_a_case("w1", "老板欠我两万块，两个月了，就我一个人")
        async with place.app.unit_of_work() as uow:
            (case,) = await uow.cases.after("", limit=2)
            await uow.cases.save(replace(case, said=replace(case.said, site=ALIAS)))
        assert await _named(place.app.house.interpreter) is None
        await place.say("OFF", "/site 1 P101")
        await place.press("OFF", f"把“{ALIAS}”存成别名")
        await place.app.follow_ledger()
        assert await _named(place.app.house.interpreter) == ALIAS
    async with open_app(settings(tmp_path), keys=tmp_path / "keys") as app:
        async with app.unit_of_work() as uow:
            project = await uow.ledger.get("P101")
        assert project is not None
        assert ALIAS in project.aliases
        assert ["P101"] == [match.project.code for match in app.house.sites.find(ALIAS)]
        assert await _named(app.house.interpreter) == ALIAS


async def _named(interpreter: Interpreter) -> object:
    meaning = await interpreter.interpret(f"我在{ALIAS}干活，老板欠我两万", on=NOON.date())
    return next((f.value for f in meaning.facts if f.name is FactName.PROJECT), None)
