"""The ledger in spreadsheets, with `documents`; read and written in a thread, so that nobody waits."""

import asyncio

from casework.directory import District
from casework.ledger_import import LedgerReading, RowProblem
from casework.ledger_jobs import LedgerFile, ReadFile
from documents.ledger.cells import Vocabulary
from documents.ledger.check import check_file
from documents.ledger.problems import words_of
from documents.ledger.writing import write_ledger


class Spreadsheets:
    """`casework.ledger_jobs.LedgerFiles` as .xlsx and .csv."""

    def __init__(self, reading: LedgerReading, district: District) -> None:
        self._reading = reading
        self._words = Vocabulary(
            industries={code: each.name for code, each in district.industries.items()},
            sub_districts={code: each.name for code, each in district.sub_districts.items()},
            units={code: each.name for code, each in district.units.items()},
        )

    async def read(self, file: LedgerFile, content: bytes) -> ReadFile:
        """See `casework.ledger_jobs.LedgerFiles.read`."""
        known = [each async for page in self._reading.identities() for each in page]

        def read() -> ReadFile:
            checked = check_file(content, file.name, file.sheet, self._words, known)
            return ReadFile(report=checked.report(), rows=checked.plan.rows)

        return await asyncio.to_thread(read)

    async def write(self, *, guarded: bool) -> bytes:
        """See `casework.ledger_jobs.LedgerFiles.write`."""
        entries = [each async for page in self._reading.entries() for each in page]
        samples = any(entry.project.sample for entry in entries)
        return await asyncio.to_thread(
            write_ledger, entries, self._words, guarded=guarded, samples=samples
        )

    def words(self, problem: RowProblem) -> str:
        """See `casework.ledger_jobs.LedgerFiles.words`."""
        return words_of(problem)
