"""Puts sheets on paper with `documents`, for the use cases that print."""

from casework.sheets import CaseSheet, TransferSheet
from documents.case_sheet import write_case_sheet
from documents.transfer_sheet import write_transfer_sheet


class WordSheets:
    """`handlers.context.SheetWriter` as Word documents."""

    def case_sheet(self, sheet: CaseSheet) -> bytes:
        """The case sheet as a .docx file."""
        return write_case_sheet(sheet)

    def transfer_sheet(self, sheet: TransferSheet) -> bytes:
        """The transfer sheet as a .docx file."""
        return write_transfer_sheet(sheet)
