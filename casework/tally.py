"""Cases per project, per employer, per class, per unit (plan 四(一), the loop of the ledger).

One computation for the tables and for the cards of a site or a firm, from the same figures of
cases as every report (`casework.statistics`): the numbers of a card are those of its row.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from casework.meaning import MoneyRange
from casework.money import ZERO, Fen
from casework.said_names import name_key
from casework.statistics import NO_MONEY, CaseFigures, Unpaid, site_of, unpaid


class TallyBy(StrEnum):
    """By what the cases are counted."""

    PROJECT = "project"
    EMPLOYER = "employer"
    CLASS = "class"
    UNIT = "unit"


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Some filed cases together: ``owed`` and ``paid`` of all of them, ``waiting`` of the open ones.

    ``unnamed``: cases in which nobody named a sum. ``paid`` is what somebody confirmed.
    """

    cases: int = 0
    open: int = 0
    owed: MoneyRange = NO_MONEY
    unnamed: int = 0
    paid: Fen = ZERO
    waiting: Unpaid = field(default_factory=Unpaid)


@dataclass(frozen=True, kw_only=True)
class TallyRow:
    """One project, employer, class or unit. ``key`` "": not known; ``words``: as it was written."""

    key: str
    words: str
    sums: Sums


def sums_of(cases: Iterable[CaseFigures]) -> Sums:
    """The sums of these cases; one that nobody has filed yet is in no report."""
    filed = [case for case in cases if case.standing.filed_at]
    owed = [case.owed for case in filed if case.owed is not None]
    return Sums(
        cases=len(filed),
        open=sum(case.standing.is_open for case in filed),
        owed=MoneyRange(
            low=Fen(sum(each.low for each in owed)), high=Fen(sum(each.high for each in owed))
        ),
        unnamed=len(filed) - len(owed),
        paid=Fen(sum((a.amount for case in filed for a in case.arrivals), ZERO)),
        waiting=unpaid(case for case in filed if case.standing.is_open),
    )


def tally(
    cases: Iterable[CaseFigures], by: TallyBy, *, contractors: Mapping[str, str] | None = None
) -> tuple[TallyRow, ...]:
    """A row for each value, the one with the most open cases first.

    ``contractors``: the general contractor of each project; by employer it stands in where no
    worker named one.
    """
    groups: dict[str, list[tuple[str, CaseFigures]]] = {}
    for case in cases:
        if case.standing.filed_at:
            key, words = _KEYS[by](case, contractors or {})
            groups.setdefault(key, []).append((words, case))
    rows = (
        TallyRow(key=key, words=_most_usual(found), sums=sums_of(case for _, case in found))
        for key, found in groups.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.sums.open, -row.sums.cases, row.key)))


def _most_usual(found: list[tuple[str, CaseFigures]]) -> str:
    """The spelling that most used; of equally many the longest says most."""
    times = Counter(words for words, _ in found)
    return max(times, key=lambda words: (times[words], len(words), words))


def _employer(case: CaseFigures, contractors: Mapping[str, str]) -> tuple[str, str]:
    standing = case.standing
    words = standing.employer or contractors.get(standing.project, "")
    return name_key(words) or words, words


_KEYS: Mapping[TallyBy, Callable[[CaseFigures, Mapping[str, str]], tuple[str, str]]] = {
    TallyBy.PROJECT: lambda case, _: (site_of(case.standing), case.standing.site),
    TallyBy.EMPLOYER: _employer,
    TallyBy.CLASS: lambda case, _: (case.standing.project_class,) * 2,
    TallyBy.UNIT: lambda case, _: (case.standing.holder,) * 2,
}
