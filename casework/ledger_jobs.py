"""Work on the ledger that takes longer than an answer may: reading a file, writing one.

A job is a row, claimed like a message, so that it survives a restart at any line. One import at
a time is written: what a file does is settled against a ledger that stands still meanwhile.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from casework.errors import ChangedMeanwhile
from casework.ledger_import import PlannedRow, RowProblem, Written


class JobKind(StrEnum):
    """What is to be done."""

    IMPORT = "import"
    EXPORT = "export"


class JobState(StrEnum):
    """Where a job stands. Only ``WAITING`` and ``CONFIRMED`` are work for the machine."""

    WAITING = "waiting"
    SHOWN = "shown"  # a person has the preview and decides
    CONFIRMED = "confirmed"
    DONE = "done"
    REFUSED = "refused"  # the file cannot be read, or something is wrong in it
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True)
class LedgerFile:
    """A spreadsheet as it came. ``sheet``: which one of the workbook, "" the only one."""

    name: str
    stored_as: str = ""
    sha256: str = ""
    sheet: str = ""


@dataclass(frozen=True, kw_only=True)
class LedgerJob:
    """``channel`` and ``chat`` are where to answer; empty on the command line.

    ``held_until`` is the lease of whoever claimed it, and tells that claim from every later one.
    """

    id: str
    kind: JobKind
    state: JobState = JobState.WAITING
    asked_at: datetime
    asked_by: str = ""
    unit: str = ""
    channel: str = ""
    chat: str = ""
    file: LedgerFile = LedgerFile(name="")
    skip_bad: bool = False
    written: Written = field(default_factory=Written)
    left_out: int = 0
    attempts: int = 0
    finished_at: datetime | None = None
    held_until: datetime | None = None


class TurnLost(ChangedMeanwhile):
    """The lease ran out and somebody else claimed the job: whatever this one does is too much."""


class LedgerJobs(Protocol):
    """Jobs as rows of a unit of work."""

    async def add(self, job: LedgerJob) -> None: ...
    async def get(self, job_id: str) -> LedgerJob | None: ...
    async def save(self, job: LedgerJob) -> None:
        """Store where the job stands now; its lease ends. Raises TurnLost where it was claimed."""
        ...

    async def claim(self, now: datetime, *, until: datetime, job_id: str = "") -> LedgerJob | None:
        """The oldest job to work at that nobody has, or that one; held until then.

        Of the confirmed imports nobody gets a second one while one is being written.
        """
        ...

    async def hold(self, job: LedgerJob, until: datetime) -> LedgerJob:
        """Still at work at it; the job with its longer lease. Raises TurnLost."""
        ...


class UnreadableFile(Exception):
    """A file that is no ledger. ``reason`` is a sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class FileReport:
    """What stands in a file, before anything is written.

    ``problems``: the first of them, ``unsaid`` how many more there are. ``ignored``: headings that
    nobody reads. ``skipped``: rows that are no projects (sums, captions). ``marked``: the file
    again with what is to be mended, where something is.
    """

    sheet: str
    rows: int
    new: int
    problems: tuple[RowProblem, ...] = ()
    unsaid: int = 0
    bad_rows: int = 0
    ignored: tuple[str, ...] = ()
    skipped: tuple[int, ...] = ()
    marked: bytes = b""


@dataclass(frozen=True, kw_only=True)
class ReadFile:
    """A file that was read and settled against the ledger: what to say of it, what to write.

    ``rows`` may be gone through once more, and need not all be in memory at any time.
    """

    report: FileReport
    rows: Iterable[PlannedRow]


class LedgerFiles(Protocol):
    """Spreadsheets in and out, beside the event loop."""

    async def read(self, file: LedgerFile, content: bytes) -> ReadFile:
        """Read the file against the ledger as it stands. Raises UnreadableFile."""
        ...

    async def write(self, *, guarded: bool) -> bytes:
        """The ledger as a spreadsheet; with the guarded fields where they are asked for."""
        ...

    def words(self, problem: RowProblem) -> str:
        """A problem in a sentence for people."""
        ...


class RowsAreWrong(Exception):
    """Nothing is written: something in the file has to be mended first."""

    def __init__(self, report: FileReport) -> None:
        super().__init__(f"{report.bad_rows} rows")
        self.report = report
