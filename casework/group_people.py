"""The people of several cases, each counted once: a foreman's list beside the workers' own words.

A pure count for one site and for statistics. It never labels anybody: who is the same person is
said for counting only, and each worker keeps an own case.

Rule: two complaints are of one person where the person's record is the same, or the telephone and
the name are. A row of a list is one of the workers of that name who complained themselves, as long
as there is one left; two rows of one list are two people, rows of two lists with the same name
are one. Who is only a number (「我们 30 个人」) may be anybody: at least as many people are there as
the largest case says, at most all that was said.
Source: plan 五(一) (people of a case are registered one by one); counting is this house's own.
Example: a list 张三 5000, 李四 6000 and a complaint of 张三: two people, one matched.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from casework.claims import ClaimSource
from casework.meaning import MoneyRange
from casework.money import Fen
from casework.people import PersonId


@dataclass(frozen=True, kw_only=True)
class PersonRecord:
    """One row of one case that says that somebody is owed wages; ``amount`` None: not known."""

    case_id: str
    claim_id: str
    person_id: PersonId | None
    name: str
    phone: str = ""
    amount: MoneyRange | None = None
    source: ClaimSource = ClaimSource.SELF

    @property
    def listed(self) -> bool:
        """Whether somebody else wrote the name on a list."""
        return self.source is ClaimSource.FOREMAN_LIST


@dataclass(frozen=True, kw_only=True)
class GroupPerson:
    """One person, with every row that speaks of them; the first row is nearest to their own word."""

    records: tuple[PersonRecord, ...]

    @property
    def name(self) -> str:
        """As the nearest row has it."""
        return next((record.name for record in self.records if record.name), "")

    @property
    def amount(self) -> MoneyRange | None:
        """What the nearest row that knows a sum says: sums of two rows are never added."""
        return next((r.amount for r in self.records if r.amount is not None), None)

    @property
    def matched(self) -> bool:
        """Whether a list and an own complaint speak of them."""
        return len({record.listed for record in self.records}) == 2

    @property
    def sums_differ(self) -> bool:
        """Whether two rows name different sums: somebody should ask."""
        sums = {(r.amount.low, r.amount.high) for r in self.records if r.amount is not None}
        return len(sums) > 1


@dataclass(frozen=True, kw_only=True)
class Headcount:
    """How many people several cases speak of. ``at_most`` counts mere numbers as others."""

    people: tuple[GroupPerson, ...] = ()
    at_least: int = 0
    at_most: int = 0

    @property
    def matched(self) -> int:
        """How many of a list have complained themselves."""
        return sum(person.matched for person in self.people)

    @property
    def amount(self) -> MoneyRange | None:
        """What is owed to the people who are known, each counted once."""
        known = [p.amount for p in self.people if p.amount is not None]
        if not known:
            return None
        return MoneyRange(
            low=Fen(sum(each.low for each in known)),
            high=Fen(sum(each.high for each in known)),
            approximate=any(each.approximate for each in known),
        )


def headcount(
    records: Iterable[PersonRecord], people_claimed: Mapping[str, int] | None = None
) -> Headcount:
    """The people of several cases. ``people_claimed``: how many each case said it speaks for."""
    rows = sorted(records, key=_order)
    people = people_of(rows)
    said = people_claimed or {}
    rows_of: dict[str, int] = defaultdict(int)
    for row in rows:
        rows_of[row.case_id] += 1
    unnamed = {case: max(n - rows_of[case], 0) for case, n in said.items()}
    return Headcount(
        people=people,
        at_least=max([len(people), *(n for case, n in said.items() if unnamed[case])]),
        at_most=len(people) + sum(unnamed.values()),
    )


def people_of(records: Iterable[PersonRecord]) -> tuple[GroupPerson, ...]:
    """Everybody once, in the order in which they are first known; the order of rows is no matter."""
    rows = sorted(records, key=_order)
    own = _own_people([row for row in rows if not row.listed])
    names: dict[str, list[_Gathered]] = defaultdict(list)
    for gathered in own:
        for name in sorted({plain_name(record.name) for record in gathered.records}):
            names[name].append(gathered)
    lists: dict[str, list[PersonRecord]] = defaultdict(list)
    for row in rows:
        if row.listed:
            lists[row.case_id].append(row)
    everybody = list(own)
    for case_id in sorted(lists):
        everybody += _matched_list(lists[case_id], names)
    return tuple(GroupPerson(records=tuple(sorted(g.records, key=_order))) for g in everybody)


def plain_name(name: str) -> str:
    """A name for comparing: without blanks, points and widths of letters."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(c for c in folded if c.isalnum())


@dataclass(kw_only=True)
class _Gathered:
    records: list[PersonRecord] = field(default_factory=list)


_NEAREST = (
    ClaimSource.SELF,
    ClaimSource.FAMILY,
    ClaimSource.OFFICER,
    ClaimSource.FOREMAN_LIST,
)


def _order(record: PersonRecord) -> tuple[int, int, str, str]:
    """Nearest to their own word; of two such rows the one that names more."""
    named = record.amount.high if record.amount is not None else -1
    return _NEAREST.index(record.source), -named, record.case_id, record.claim_id


def _own_people(rows: Sequence[PersonRecord]) -> list[_Gathered]:
    """Workers who complained themselves, or whose family did."""
    found: list[_Gathered] = []
    for row in rows:
        known = next((g for g in found if any(_same(row, other) for other in g.records)), None)
        if known is None:
            known = _Gathered()
            found.append(known)
        known.records.append(row)
    return found


def _same(one: PersonRecord, other: PersonRecord) -> bool:
    if one.person_id is not None and one.person_id == other.person_id:
        return True
    if not plain_name(one.name) or plain_name(one.name) != plain_name(other.name):
        return False
    if one.phone and other.phone:
        return one.phone == other.phone
    # A wife's complaint has no telephone of the worker; two workers of one name have other sums.
    family = ClaimSource.FAMILY in {one.source, other.source}
    return family or (one.amount is not None and one.amount == other.amount)


def _matched_list(
    rows: Sequence[PersonRecord], names: dict[str, list[_Gathered]]
) -> list[_Gathered]:
    """Put each row to the worker of that name; who is new on this list comes back."""
    taken: set[int] = set()
    new: list[_Gathered] = []
    for row in sorted(rows, key=lambda r: (not _sum_known(r, names), _order(r))):
        name = plain_name(row.name)
        free = [g for g in names[name] if name and id(g) not in taken]
        same_sum = [g for g in free if any(r.amount == row.amount for r in g.records)]
        gathered = next(iter(same_sum or free), None)
        if gathered is None:
            gathered = _Gathered()
            names[name].append(gathered)
            new.append(gathered)
        taken.add(id(gathered))
        gathered.records.append(row)
    return new


def _sum_known(row: PersonRecord, names: Mapping[str, list[_Gathered]]) -> bool:
    """Rows whose sum fits somebody choose first, so that a namesake does not take their place."""
    others = names.get(plain_name(row.name), [])
    return any(r.amount == row.amount for g in others for r in g.records)
