"""The ledger in spreadsheets, with `documents`; read and written beside the conversations."""

from bot.beside import Beside, WorkFailed
from casework.directory import District
from casework.ledger_import import LedgerReading, RowProblem
from casework.ledger_jobs import LedgerFile, ReadFile, UnreadableFile
from documents.ledger.cells import Vocabulary
from documents.ledger.packed import PackedRows, check_packed, pack, write_packed
from documents.ledger.problems import words_of

_TOO_MUCH = "这个表没能读完：太大，或者坏了。删掉用不着的行、列和表，或分成几个文件，再发一次。"


class Spreadsheets:
    """`casework.ledger_jobs.LedgerFiles` as .xlsx and .csv."""

    def __init__(self, reading: LedgerReading, district: District, beside: Beside) -> None:
        self._reading = reading
        self._beside = beside
        self._words = Vocabulary(
            industries={code: each.name for code, each in district.industries.items()},
            sub_districts={code: each.name for code, each in district.sub_districts.items()},
            units={code: each.name for code, each in district.units.items()},
        )

    async def read(self, file: LedgerFile, content: bytes) -> ReadFile:
        """See `casework.ledger_jobs.LedgerFiles.read`."""
        known = [pack(page) async for page in self._reading.identities()]
        try:
            packed = await self._beside(check_packed, file, content, self._words, known)
        except WorkFailed:
            raise UnreadableFile(_TOO_MUCH) from None
        return ReadFile(report=packed.report, rows=PackedRows(packed.pages))

    async def write(self, *, guarded: bool) -> bytes:
        """See `casework.ledger_jobs.LedgerFiles.write`."""
        pages = [pack(page) async for page in self._reading.entries()]
        return await self._beside(write_packed, pages, self._words, guarded=guarded)

    def words(self, problem: RowProblem) -> str:
        """See `casework.ledger_jobs.LedgerFiles.words`."""
        return words_of(problem)
