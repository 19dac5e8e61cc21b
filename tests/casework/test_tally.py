"""Cases per project, employer, class, unit: every filed case in one row of each table."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.money import yuan
from casework.said_names import name_key, name_keys, same_firm, trade_name
from casework.statistics import Arrival, CaseFigures
from casework.tally import Sums, TallyBy, TallyRow, sums_of, tally
from tests.casework.test_statistics import NOON, case, money

CLOSED: dict[str, Any] = {"open_tracks": frozenset()}


def paid(figures: CaseFigures, amount: int) -> CaseFigures:
    """With so many yuan confirmed."""
    arrival = Arrival(at=NOON, amount=yuan(amount), paid_on=None)
    return replace(figures, arrivals=(*figures.arrivals, arrival))


def rows(*cases: CaseFigures, by: TallyBy, **contractors: str) -> list[TallyRow]:
    return [*tally(cases, by, contractors=contractors)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("样例建设有限公司", "样例建设"),
        ("洛阳样例建设股份有限公司", "样例建设公司"),
        ("ＡＢＣ 建筑（洛阳）有限责任公司", "abc建筑洛阳"),
        ("河南省样例劳务有限公司", "样例劳务"),
    ],
)
def test_a_firm_is_the_same_however_it_is_written(one: str, other: str) -> None:
    """The town before it, signs, width and the form of the company do not make another firm."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("鸿图", True),
        ("鸿图建设", True),
        ("洛阳鸿图建设有限公司", True),
        ("鸿图劳务", False),
        ("图", False),
    ],
)
def test_a_firm_by_what_it_is_called_aloud(asked: str, same: bool) -> None:
    """Its 字号 alone, or the whole; another trade of the same 字号 is another firm."""
    assert same is same_firm(asked, "河南鸿图建设有限公司")


def test_a_name_that_is_all_trade() -> None:
    """Nothing would be left of it: it stays."""
    assert "建筑" == trade_name("建筑公司")
    assert "镕川" == trade_name("河南镕川建设集团有限公司")


def test_what_names_nobody_has_no_key() -> None:
    """A form of a company alone, one letter, signs."""
    assert () == name_keys("", "有限公司", "王", "——", "公司")


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    """What is stored for a key is what is looked for with it."""
    key = name_key(words)
    assert name_keys(words) in {(key,), ()}


def test_by_employer_spellings_meet_and_the_contractor_stands_in() -> None:
    """Where no worker named one, the project's general contractor; else nobody knows."""
    cases = (
        case(1, employer="样例建设有限公司"),
        case(2, employer="样例建设"),
        case(3, employer="样例建设有限公司"),
        case(4, project="P1"),
        case(5),
    )
    found = rows(*cases, by=TallyBy.EMPLOYER, P1="洛阳样例建设公司")
    assert [("样例建设", "样例建设有限公司", 4), ("", "", 1)] == [
        (row.key, row.words, row.sums.open) for row in found
    ]


def test_by_project_words_stay_words() -> None:
    """A case that is at no site of the ledger has a row by what the worker calls it."""
    found = rows(
        case(1, project="P1", site="锦绣"),
        case(2, site="老 木匠大院"),
        case(3, site="老木匠大院"),
        by=TallyBy.PROJECT,
    )
    assert [("老木匠大院", 2), ("P1", 1)] == [(row.key, row.sums.cases) for row in found]


def test_sums_owed_paid_and_waiting() -> None:
    """Owed and paid of all cases; who waits, of the open ones; drafts are nowhere."""
    cases = (
        paid(case(1, left=3000), 1000),
        case(2, left=None),
        paid(replace(case(3, left=5000, **CLOSED), left=money(0)), 5000),
        case(4, filed_at=None),
    )
    sums = sums_of(cases)
    assert (3, 2, money(8000), 1, yuan(6000)) == (
        sums.cases,
        sums.open,
        sums.owed,
        sums.unnamed,
        sums.paid,
    )
    assert 2 == sums.waiting.cases
    assert Sums() == sums_of(())


@given(
    st.lists(
        st.builds(
            lambda n, employer, unit, open_: case(
                n, employer=employer, holder=unit, **({} if open_ else CLOSED)
            ),
            st.integers(1, 50),
            st.sampled_from(["", "样例建设", "样例建设有限公司", "另一家"]),
            st.sampled_from(["HOUS", "EDU", ""]),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_every_case_is_in_one_row(cases: list[CaseFigures]) -> None:
    """However it is counted, the rows add up to the whole."""
    whole = sums_of(cases)
    for by in TallyBy:
        found = tally(cases, by)
        assert whole.cases == sum(row.sums.cases for row in found)
        assert whole.open == sum(row.sums.open for row in found)
        assert whole.owed.high == sum(row.sums.owed.high for row in found)
        assert len(found) == len({row.key for row in found})
