"""A foreman's list: one row a worker, checked against what he said before."""

from casework.conversation_state import Answer
from casework.forms import Hearing
from casework.meaning import CountRange, Fact, FactName, Intent, Meaning, MoneyRange, Reading
from casework.messages import Money, Words
from casework.money import Fen, yuan
from casework.people_list import ListedWorker, check, listed, pick_rows, rows_in


def heard(text: str, *sums: tuple[str, int]) -> Hearing:
    """A message in which the interpreter found these sums, in yuan."""
    facts, at = [], 0
    for said, value in sums:
        at = text.index(said, at)
        facts.append(
            Fact(
                name=FactName.MONEY,
                value=MoneyRange(low=yuan(value), high=yuan(value)),
                text=said,
                start=at,
                end=at + len(said),
            )
        )
    readings = (Reading(intent=Intent.UNKNOWN, confidence=1.0),)
    return Hearing(meaning=Meaning(text=text, readings=readings, facts=tuple(facts)), text=text)


def test_a_line_is_a_name_and_a_sum() -> None:
    """Either may come first; a line without a sum is no row."""
    found = rows_in(heard("张样 5000\n八千：李样\n就这两个", ("5000", 5000), ("八千", 8000)))

    assert (
        ListedWorker(name="张样", amount=yuan(5000)),
        ListedWorker(name="李样", amount=yuan(8000)),
    ) == found


def test_forty_lines_are_forty_rows() -> None:
    """In a long message the interpreter leaves bare numbers alone; no worker is left out for it."""
    lines = [f"{n}、张样{chr(0x4E00 + n)} {1000 + n}" for n in range(40)]
    lines[7] = "张样丆：1,007.50元"
    found = rows_in(heard("\n".join(lines)))
    assert 40 == len(found)
    assert ListedWorker(name="张样一", amount=yuan(1000)) == found[0]
    assert ListedWorker(name="张样丆", amount=Fen(100_750)) == found[7]


def test_what_is_no_row_of_a_list() -> None:
    """Sums of all, telephones, how many people, days: none of them is a worker."""
    lines = (
        "合计 42000",
        "共42人",
        "电话13800001234",
        "3号楼",
        "2026-11-23",
        "一共 20000 元",
        "1000",
        "5",
    )
    assert () == rows_in(heard("\n".join(lines)))
    assert () == rows_in(heard("合计 42000", ("42000", 42000)))


def test_a_range_is_no_row() -> None:
    """A worker's sum on a list is one sum; 五六千 is asked about again."""
    between = Fact(
        name=FactName.MONEY,
        value=MoneyRange(low=yuan(5000), high=yuan(6000)),
        text="五六千",
        start=3,
        end=6,
    )
    readings = (Reading(intent=Intent.UNKNOWN, confidence=1.0),)
    meaning = Meaning(text="张样 五六千", readings=readings, facts=(between,))

    assert () == rows_in(Hearing(meaning=meaning, text=meaning.text))


def test_the_same_name_again_replaces_its_sum() -> None:
    """A list may come in several messages, and be corrected."""
    first = pick_rows(heard("张样 5000", ("5000", 5000)), True, {})
    assert first is not None
    second = pick_rows(heard("张样 6000", ("6000", 6000)), False, {"list_rows": first.value})

    assert second is not None
    assert (ListedWorker(name="张样", amount=yuan(6000)),) == listed(second.value)


def test_the_list_is_compared_with_what_was_said() -> None:
    """A total that differs is shown, and so is a number of people."""
    rows: dict[str, Answer] = {"list_rows": ("张样|500000", "李样|800000")}

    assert "" == check({**rows, "said_total": 1_300_000, "said_people": 2})["difference"]
    assert (
        Words(key="list-sum-differs", args={"said": Money(fen=1_400_000)})
        == (check({**rows, "said_total": 1_400_000})["difference"])
    )
    assert (
        Words(key="list-count-differs", args={"said": 3})
        == (check({**rows, "said_people": 3})["difference"])
    )


def test_a_number_without_yuan_is_a_sum_on_a_list() -> None:
    """张样 5000 has no unit; on a list it is yuan."""
    number = Fact(
        name=FactName.NUMBER,
        value=CountRange(low=5000, high=5000),
        text="5000",
        start=3,
        end=7,
    )
    readings = (Reading(intent=Intent.UNKNOWN, confidence=1.0),)
    meaning = Meaning(text="张样 5000", readings=readings, facts=(number,))

    assert (ListedWorker(name="张样", amount=yuan(5000)),) == (
        rows_in(Hearing(meaning=meaning, text=meaning.text))
    )
