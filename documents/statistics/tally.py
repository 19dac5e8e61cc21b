"""A table of cases per project, employer, class or unit, as cells."""

from collections.abc import Mapping

from casework.ledger import ProjectClass, SiteFirms
from casework.tally import TallyBy, TallyRow
from documents import labels
from documents.statistics.figures import NOT_KNOWN

HEADING = (
    "在办（件）",
    "共（件）",
    "没拿到钱（人）",
    "欠，不少于（元）",
    "欠，不多于（元）",
    "没说数（件）",
    "已到（元）",
)


def tally_cells(
    row: TallyRow, by: TallyBy, units: Mapping[str, str], sites: Mapping[str, SiteFirms]
) -> tuple[str, ...]:
    """The name of a row and its numbers, in the order of `HEADING`."""
    sums = row.sums
    numbers = (sums.open, sums.cases, sums.waiting.people)
    money = (sums.owed.low, sums.owed.high, sums.paid)
    low, high, paid = (f"{fen / 100:.2f}" for fen in money)
    name = _name(row, by, units, sites).replace("\t", " ").replace("\n", " ")
    return (name, *map(str, numbers), low, high, str(sums.unnamed), paid)


def _name(
    row: TallyRow, by: TallyBy, units: Mapping[str, str], sites: Mapping[str, SiteFirms]
) -> str:
    if not row.key:
        return NOT_KNOWN
    if by is TallyBy.CLASS:
        return labels.PROJECT_CLASSES[ProjectClass(row.key)]
    if by is TallyBy.UNIT:
        return units.get(row.key, row.key)
    if by is TallyBy.PROJECT and row.key in sites:
        return f"{sites[row.key].name}（{row.key}）"
    return row.words
