"""What happens to each case of the year: drawn once from a seed, so that a restart draws the same.

Nobody behaves: some units answer at once, some late, some never; some employers pay in full, some
in part, some promise and do not. The weights are invented to reach every branch, not measured.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casework.case import Outcome
from casework.causes import Cause
from casework.deadlines import SHANGHAI

FIRST = date(2026, 1, 4)
SITES = ("P101", "P102", "P103", "", "同乐寨安置房", "谷水路边的厂")
EMPLOYERS = ("王老板", "刘老板", "洛阳垣杉劳务有限公司", "")


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that somebody does to case number ``case``; ``what`` depends on the verb."""

    at: datetime
    case: int
    verb: str
    what: str = ""
    number: int = 0


def draw(seed: int, cases: int, days: int) -> tuple[Act, ...]:
    """Everything that people do in ``days`` days, in order."""
    dice = random.Random(seed)  # noqa: S311 — a play, no secret
    acts = [act for case in range(cases) for act in _life(dice, case, days)]
    end = _at(FIRST + timedelta(days=days), 0)
    return tuple(sorted((a for a in acts if a.at < end), key=lambda a: (a.at, a.case)))


def _at(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(), SHANGHAI) + timedelta(minutes=minute)


def _life(dice: random.Random, case: int, days: int) -> Iterator[Act]:
    """From the complaint to whatever end it has."""
    filed = _at(
        FIRST + timedelta(days=dice.randrange(max(days - 5, 1))), dice.randrange(540, 1320)
    )
    owed = dice.choice((0, 3_000, 12_000, 28_000, 56_000, 120_000))
    yield Act(at=filed, case=case, verb="file", what=dice.choice(SITES), number=owed)
    for verb in ("inspect", "accept"):
        answer = _delay(dice)
        if answer is not None:
            yield Act(at=filed + answer, case=case, verb=verb)
    if dice.random() < 0.05:
        yield Act(at=_later(dice, filed, 20), case=case, verb="withdraw")
        return
    if dice.random() < 0.6:
        yield Act(
            at=_later(dice, filed, 15), case=case, verb="plan", what=dice.choice(list(Cause)[1:])
        )
    if dice.random() < 0.2:
        yield Act(at=_later(dice, filed, 20), case=case, verb="meet")
    now = filed
    while dice.random() < 0.4:
        now = _later(dice, now, 25)
        yield Act(at=now, case=case, verb="promise", number=dice.randrange(1, 20))
    yield from _end(dice, case, _later(dice, now, 60), owed)


def _end(dice: random.Random, case: int, now: datetime, owed: int) -> Iterator[Act]:
    kind = dice.random()
    if kind < 0.35:  # paid, perhaps in two parts, and closed on the worker's word
        if owed and dice.random() < 0.4:
            yield Act(at=now, case=case, verb="paid", what="part", number=owed // 3)
            now = _later(dice, now, 20)
        yield Act(at=now, case=case, verb="paid", what="all")
        yield Act(
            at=now + timedelta(days=1), case=case, verb="close", what=Outcome.PAID_FULL.value
        )
    elif kind < 0.5:  # the office says so, the worker says no; later the money comes after all
        yield Act(at=now, case=case, verb="close", what=Outcome.PAID_FULL.value)
        no = _later(dice, now, 5)
        yield Act(at=no, case=case, verb="paid", what="none")
        yes = _later(dice, no, 30)
        yield Act(at=yes, case=case, verb="close", what=Outcome.PAID_FULL.value)
        yield Act(at=_later(dice, yes, 5), case=case, verb="paid", what="all")
    elif kind < 0.95:
        yield Act(at=now, case=case, verb="close", what=Outcome.GUIDED_ARBITRATION.value)
        if dice.random() < 0.3:
            yield Act(at=_later(dice, now, 9), case=case, verb="object")


def _delay(dice: random.Random) -> timedelta | None:
    """Most answer in days, one in five late, one in ten never."""
    kind = dice.random()
    if kind < 0.1:
        return None
    days = dice.randrange(8, 40) if kind < 0.3 else dice.randrange(5)
    return timedelta(days=days, minutes=dice.randrange(30, 600))


def _later(dice: random.Random, at: datetime, most: int) -> datetime:
    """In office hours of one of the next days."""
    day = at.astimezone(SHANGHAI).date() + timedelta(days=dice.randrange(1, most + 1))
    return _at(day, dice.randrange(541, 1_040))
