"""The search follows the ledger: a changed version is taken up, the same one costs a number."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.live_sites import LiveSites
from casework.ledger import LedgerEntry, Project, ProjectClass
from casework.ledger_import import Identity
from nlu.site_search import ProjectSearch


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
