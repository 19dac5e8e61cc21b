"""Puts sheets on paper with `documents`, for the use cases that print."""

from casework.sheets import (
    AssignmentSheet,
    CaseSheet,
    DeputySheet,
    ReceiptSheet,
    ResultReport,
    ResultSheet,
    SupervisionSheet,
    TransferSheet,
)
from casework.statistics_sheet import StatisticsSheet
from documents.case_sheet import write_case_sheet
from documents.deputy_sheet import write_deputy_sheet
from documents.receipt import write_receipt
from documents.result_sheet import write_result_sheet
from documents.statistics.leader_page import write_leader_page
from documents.statistics.workbook import write_workbook
from documents.supervision import (
    write_assignment_sheet,
    write_result_report,
    write_supervision_sheet,
)
from documents.transfer_sheet import write_transfer_sheet


class WordSheets:
    """`handlers.context.SheetWriter` as Word documents, workbooks and pictures."""

    def case_sheet(self, sheet: CaseSheet) -> bytes:
        """The case sheet as a .docx file."""
        return write_case_sheet(sheet)

    def transfer_sheet(self, sheet: TransferSheet) -> bytes:
        """The transfer sheet as a .docx file."""
        return write_transfer_sheet(sheet)

    def assignment_sheet(self, sheet: AssignmentSheet) -> bytes:
        """One half of a dual assignment as a .docx file."""
        return write_assignment_sheet(sheet)

    def supervision_sheet(self, sheet: SupervisionSheet) -> bytes:
        """The request for supervision, or the order, as a .docx file."""
        return write_supervision_sheet(sheet)

    def result_sheet(self, sheet: ResultSheet) -> bytes:
        """The written result as a .docx file."""
        return write_result_sheet(sheet)

    def result_report(self, sheet: ResultReport) -> bytes:
        """The report to the assigner as a .docx file."""
        return write_result_report(sheet)

    def deputy_sheet(self, sheet: DeputySheet) -> bytes:
        """The hand-over sheet as a .docx file."""
        return write_deputy_sheet(sheet)

    def receipt(self, sheet: ReceiptSheet) -> bytes:
        """The receipt as a .pdf file."""
        return write_receipt(sheet)

    def leader_page(self, sheet: StatisticsSheet) -> bytes:
        """The page for the leader as a .docx file."""
        return write_leader_page(sheet)

    def statistics_book(self, sheet: StatisticsSheet) -> bytes:
        """Every figure as an .xlsx file."""
        return write_workbook(sheet)

    def statistics_chart(self, sheet: StatisticsSheet) -> bytes:
        """The picture as a .png file."""
        # Half a second and forty megabytes to import: only whoever draws pays for it.
        from documents.statistics.chart import draw_chart  # noqa: PLC0415

        return draw_chart(sheet)
