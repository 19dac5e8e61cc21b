"""A file against the ledger: the whole way from bytes to what it would do."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from casework.ledger_import import Identity, ImportPlan, RowProblem, plan_import
from casework.ledger_jobs import FileReport
from documents.ledger.cells import Vocabulary
from documents.ledger.reading import ReadTable, choose_table, read_table
from documents.ledger.tables import Table, read_tables
from documents.ledger.writing import mark_problems

MOST_SAID = 200
"""Problems of a report; a file with more of them is wrong in a column, not in a cell."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A file, read and settled."""

    table: Table
    read: ReadTable
    plan: ImportPlan

    def report(self) -> FileReport:
        """What a person has to know of it before they decide."""
        problems = self.plan.problems
        heading_row = self.read.heading.last_row
        return FileReport(
            sheet=self.table.name,
            rows=len(self.read.rows),
            new=sum(row.new for row in self.plan.rows),
            problems=problems[:MOST_SAID],
            unsaid=len(problems[MOST_SAID:]),
            bad_rows=self.plan.bad_rows,
            ignored=self.read.heading.ignored,
            skipped=self.read.skipped,
            marked=mark_problems(self.table, heading_row, problems) if problems else b"",
        )


def check_file(
    content: bytes, name: str, sheet: str, words: Vocabulary, known: Iterable[Identity]
) -> Checked:
    """Read a file and settle every row of it. Raises UnreadableFile."""
    table, heading = choose_table(read_tables(content, name, sheet))
    read = read_table(table, heading, words)
    plan = plan_import(read.rows, known, read.problems)
    letters = read.letters
    problems = tuple(_placed(each, letters) for each in plan.problems)
    return Checked(table=table, read=read, plan=replace(plan, problems=problems))


def _placed(problem: RowProblem, letters: dict[str, str]) -> RowProblem:
    """With the letter of the column, where it has one."""
    return replace(problem, column=problem.column or letters.get(problem.heading, ""))
