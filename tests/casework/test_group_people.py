"""Nobody is counted twice: a foreman's list beside the workers' own complaints."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.claims import ClaimSource
from casework.group_people import PersonRecord, headcount, people_of, plain_name
from casework.meaning import MoneyRange
from casework.money import Fen
from casework.people import PersonId


def own(name: str, yuan: int = 5000, *, case: str = "", phone: str = "") -> PersonRecord:
    """A worker's own complaint."""
    who = case or f"case-{name}"
    return PersonRecord(
        case_id=who,
        claim_id=f"{who}-claim",
        person_id=PersonId(who),
        name=name,
        phone=phone,
        amount=_sum(yuan),
    )


def listed(name: str, yuan: int = 5000, *, case: str = "list") -> PersonRecord:
    """A row of a foreman's list."""
    return PersonRecord(
        case_id=case,
        claim_id=f"{case}-{name}-{yuan}",
        person_id=None,
        name=name,
        amount=_sum(yuan),
        source=ClaimSource.FOREMAN_LIST,
    )


def _sum(yuan: int) -> MoneyRange:
    return MoneyRange(low=Fen(yuan * 100), high=Fen(yuan * 100))


def test_a_list_and_the_workers_own_complaints() -> None:
    """Whoever is on the list and has complained is one person, with their own word for the sum."""
    counted = headcount([listed("张三", 5000), listed("李四", 6000), own("张三", 5500)])

    assert (2, 2, 1) == (counted.at_least, counted.at_most, counted.matched)
    assert _sum(11_500) == counted.amount
    (both,) = [person for person in counted.people if person.matched]
    assert both.sums_differ
    assert _sum(5500) == both.amount


def test_namesakes_are_two_people() -> None:
    """Two workers of one name who complained are two; the list's row is the one whose sum fits."""
    rows = [own("张伟", 5000, case="a"), own("张伟", 7000, case="b"), listed("张伟", 7000)]

    assert {("a-claim",), ("b-claim", "list-张伟-7000")} == {
        tuple(record.claim_id for record in person.records) for person in people_of(rows)
    }


def test_the_same_worker_twice_is_one() -> None:
    """Another phone, another chat: the number or the sum tells, and a wife knows no number."""
    wife = replace(own("张三", 4000, case="c"), source=ClaimSource.FAMILY)
    rows = [
        own("张三", 5000, case="a", phone="13800138000"),
        own("张 三", 9000, case="b", phone="13800138000"),
        wife,
    ]
    assert 1 == len(people_of(rows))
    brother = own("张二", case="d", phone="13800138000")
    assert 2 == len(people_of([*rows, brother]))


def test_two_lists_with_one_name() -> None:
    """Two foremen of one site name 张三: one person, until somebody shows otherwise."""
    rows = [listed("张三", case="a"), listed("张三", 6000, case="b"), listed("李四", case="b")]

    assert ["张三", "李四"] == [person.name for person in people_of(rows)]


@pytest.mark.parametrize(
    ("claimed", "least", "most"),
    [({"a": 30}, 30, 31), ({"a": 1}, 2, 2), ({"a": 3, "b": 4}, 4, 7), ({}, 2, 2)],
)
def test_mere_numbers_may_be_anybody(claimed: dict[str, int], least: int, most: int) -> None:
    """「我们 30 个人」: among them may be everybody who complained alone."""
    counted = headcount([own("张三", case="a"), own("李四", case="b")], claimed)

    assert (least, most) == (counted.at_least, counted.at_most)


def test_people_without_a_name_are_each_somebody() -> None:
    """An own complaint without a name is one person; nobody of the list is taken for them."""
    rows = [own("", case="a"), own("", case="b"), listed("张三"), listed("")]

    assert 4 == len(people_of(rows))


NAMES = st.sampled_from(["张三", "李四", "王五", "张 三", "ＺＨ", "zh", ""])
OWN = st.builds(own, NAMES, st.sampled_from([5000, 6000]), case=st.sampled_from("abcdef"))
LISTED = st.builds(listed, NAMES, st.sampled_from([5000, 6000]), case=st.sampled_from("xyz"))
RECORDS = st.lists(OWN | LISTED, max_size=12, unique_by=lambda r: r.claim_id)


@given(records=RECORDS, order=st.randoms(use_true_random=False))
def test_the_order_of_rows_is_no_matter(records: list[PersonRecord], order: object) -> None:
    """Whoever comes first: the same people."""
    shuffled = list(records)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people_of(records) == people_of(shuffled)


@given(records=RECORDS)
def test_everybody_once_and_nobody_lost(records: list[PersonRecord]) -> None:
    """Each row belongs to exactly one person; a list never makes one of two who complained."""
    people = people_of(records)
    rows = [record.claim_id for person in people for record in person.records]
    assert sorted(rows) == sorted(record.claim_id for record in records)
    names = {plain_name(record.name) for record in records if plain_name(record.name)}
    alone = people_of([record for record in records if not record.listed])
    assert max(len(names), len(alone)) <= len(people) <= len(records)
    for person in people:
        cases = [record.case_id for record in person.records if record.listed]
        assert len(cases) == len(set(cases)), "two rows of one list are two people"
        assert 1 >= len({plain_name(r.name) for r in person.records if r.listed})


@given(records=RECORDS)
def test_one_list_more_never_makes_it_fewer(records: list[PersonRecord]) -> None:
    """Another row adds one person or none."""
    for index, _ in enumerate(records):
        before, after = people_of(records[:index]), people_of(records[: index + 1])
        assert len(before) <= len(after) or not records[index].listed
