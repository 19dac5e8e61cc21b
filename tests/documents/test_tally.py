"""A table of cases as cells: a name that people know, sums in yuan."""

import pytest

from casework.ledger import SiteFirms
from casework.meaning import MoneyRange
from casework.money import yuan
from casework.statistics import Unpaid
from casework.tally import Sums, TallyBy, TallyRow
from documents.statistics.tally import HEADING, tally_cells

SUMS = Sums(
    cases=3,
    open=2,
    owed=MoneyRange(low=yuan(8000), high=yuan(9000)),
    unnamed=1,
    paid=yuan(1000),
    waiting=Unpaid(people=5),
)


@pytest.mark.parametrize(
    ("by", "key", "name"),
    [
        (TallyBy.PROJECT, "P1", "锦绣二期（P1）"),
        (TallyBy.PROJECT, "龙鳞小区", "龙鳞 小区"),
        (TallyBy.CLASS, "soe", "国企项目"),
        (TallyBy.UNIT, "HOUS", "住建局"),
        (TallyBy.UNIT, "GONE", "GONE"),
        (TallyBy.EMPLOYER, "样例", "龙鳞 小区"),
        (TallyBy.EMPLOYER, "", "未定"),
    ],
)
def test_a_row(by: TallyBy, key: str, name: str) -> None:
    """One line, whatever people wrote."""
    row = TallyRow(key=key, words="龙鳞\t小区", sums=SUMS)
    cells = tally_cells(row, by, {"HOUS": "住建局"}, {"P1": SiteFirms(name="锦绣二期")})
    assert (name, "2", "3", "5", "8000.00", "9000.00", "1", "1000.00") == cells
    assert len(HEADING) + 1 == len(cells)
