"""The site search that everybody in a process uses; a changed ledger takes its place in seconds."""

from collections.abc import Callable

from bot.giving_way import give_way
from casework.ledger import Project, SiteMatch, SiteSearch
from casework.ledger_import import LedgerReading


class LiveSites:
    """`casework.ledger.SiteSearch` over the ledger as it stands.

    Whoever changes the ledger raises its version in the same commit; each process looks at that
    number every few seconds and builds its search anew, in a thread, so that nobody waits.
    """

    def __init__(
        self,
        projects: tuple[Project, ...],
        build: Callable[[tuple[Project, ...]], SiteSearch],
        *,
        version: int = 0,
    ) -> None:
        self._build = build
        self._version = version
        self._search = build(projects)

    @property
    def version(self) -> int:
        """The version of the ledger that is searched."""
        return self._version

    def find(self, words: str) -> tuple[SiteMatch, ...]:
        """See `casework.ledger.SiteSearch.find`."""
        return self._search.find(words)

    def coded(self, words: str) -> tuple[Project, ...]:
        """See `casework.ledger.SiteSearch.coded`."""
        return self._search.coded(words)

    def near(self, latitude: float, longitude: float) -> tuple[SiteMatch, ...]:
        """See `casework.ledger.SiteSearch.near`."""
        return self._search.near(latitude, longitude)

    def copy(self) -> "LiveSites":
        """Another one that begins where this one stands."""
        other = LiveSites((), self._build, version=self._version)
        other._search = self._search
        return other

    async def refresh(self, ledger: LedgerReading) -> tuple[Project, ...] | None:
        """Take a changed ledger up, and say what is in it; None where it is the same."""
        version = await ledger.version()
        if version == self._version:
            return None
        projects = tuple([project async for page in ledger.projects() for project in page])
        self._search = await give_way(self._build, projects)
        self._version = version
        return projects
