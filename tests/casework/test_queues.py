"""Who is reminded of what waits, and when."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.queues import KEEPS_A_CASE, QUEUE_OF, Queue, QueueTimes, Reminded, reminded
from casework.work import ItemKind

FRIDAY = date(2026, 11, 20)


class Weekdays:
    """Monday to Friday; no holiday is known."""

    def is_working(self, day: date) -> bool:
        return day.weekday() < 5

    def worked_between(self, first: date, last: date) -> int:
        behind = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(map(self.is_working, behind))

    def is_certain(self, day: date) -> bool:
        del day
        return True


def times(*, owner_after: int = 1, head_after: int = 2, again: int = 1) -> QueueTimes:
    return QueueTimes(
        id=Queue.OBJECTED,
        owner_after=owner_after,
        head_after=head_after,
        again=again,
        source="a test",
        since=date(2026, 1, 1),
    )


def test_the_owner_hears_on_monday_and_the_head_from_tuesday_on() -> None:
    """A weekend is no working day, and nobody is reminded on it."""
    heard = [reminded(FRIDAY, FRIDAY + timedelta(days=n), times(), Weekdays()) for n in range(6)]
    nobody, owner, head = Reminded.NOBODY, Reminded.OWNER, Reminded.HEAD
    assert [nobody, nobody, nobody, owner, head, head] == heard


def test_again_every_so_many_working_days() -> None:
    """Between two reminders the office is left in peace."""
    twice = times(head_after=3, again=2)
    heard = [reminded(FRIDAY, FRIDAY + timedelta(days=n), twice, Weekdays()) for n in range(3, 8)]
    nobody, owner, head = Reminded.NOBODY, Reminded.OWNER, Reminded.HEAD
    assert [owner, nobody, head, nobody, head] == heard


@given(
    after=st.integers(1, 9), later=st.integers(0, 9), again=st.integers(1, 5), start=st.integers()
)
def test_whatever_the_times_somebody_hears_within_owner_after_days(
    after: int, later: int, again: int, start: int
) -> None:
    """Nothing waits for ever: from ``owner_after`` on, one in ``again`` working days is heard."""
    first = date(2026, 1, 1) + timedelta(days=start % 365)
    row = times(owner_after=after, head_after=after + later, again=again)
    working = [
        first + timedelta(days=n)
        for n in range(1, 60)
        if (first + timedelta(days=n)).weekday() < 5
    ]
    heard = [reminded(first, day, row, Weekdays()) for day in working]
    assert heard[: after - 1] == [Reminded.NOBODY] * (after - 1)
    assert all(who is not Reminded.NOBODY for who in heard[after - 1 :: again])
    assert Reminded.HEAD in heard


def test_every_queue_has_items_and_a_notice_keeps_no_case() -> None:
    """A queue without a kind would always be empty; a call to make is not the case itself."""
    assert set(Queue) == set(QUEUE_OF.values())
    assert ItemKind.CALL_OR_PRINT not in KEEPS_A_CASE
