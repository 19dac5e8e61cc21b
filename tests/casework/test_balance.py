"""The money ledger: what is left follows from what is owed and paid, whatever happened before."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.balance import CaseMoney, money_of
from casework.claims import Claim, Payment, PaymentMark, PaymentState
from casework.errors import BadValue
from casework.meaning import MoneyRange
from casework.money import Fen, yuan
from casework.people import PersonId

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
WORKER = PersonId("p-1")
Op = tuple[Literal["claim", "correct", "pay", "confirm", "deny", "reverse"], int, int]

ops = st.lists(
    st.tuples(
        st.sampled_from(["claim", "correct", "pay", "confirm", "deny", "reverse"]),
        st.integers(0, 6),
        st.integers(1, 5_000_000),
    ),
    max_size=40,
)


def claim(number: int, low: int | None, high: int | None = None) -> Claim:
    """The claim of one worker; None is 不知道."""
    amount = None if low is None else MoneyRange(low=Fen(low), high=Fen(high or low))
    return Claim(id=f"c{number}", case_id="case", person_id=None, amount=amount)


def payment(number: int, amount: int | None, to: int | None, *, own: bool = False) -> Payment:
    """A payment to one worker, or to nobody knows whom."""
    return Payment(
        id=f"p{number}",
        case_id="case",
        claim_id=None if to is None else f"c{to}",
        amount=None if amount is None else Fen(amount),
        paid_on=None,
        own_word=own,
        reported_at=AT,
    )


def marked(paid: Payment, *states: PaymentState) -> Payment:
    """The payment with what was said of it later."""
    marks = (PaymentMark(payment_id=paid.id, state=s, at=AT, by_officer="o") for s in states)
    return replace(paid, marks=(*paid.marks, *marks))


def played(steps: list[Op]) -> tuple[list[Claim], list[Payment], dict[str, int], dict[str, int]]:
    """The rows after some steps, and a second book of them kept in the simplest way.

    The second book: what each claim says, and what each confirmed payment is worth.
    """
    claims: list[Claim] = [claim(0, 1_000_000)]
    payments: list[Payment] = []
    owed, worth = {"c0": 1_000_000}, dict[str, int]()
    for what, which, sum_ in steps:
        if what == "claim":
            claims.append(claim(len(claims), sum_))
            owed[claims[-1].id] = sum_
        elif what == "correct":
            at = which % len(claims)
            claims[at] = claim(at, sum_)
            owed[f"c{at}"] = sum_
        elif what == "pay":
            to = which % len(claims) if which else None
            payments.append(payment(len(payments), sum_, to, own=bool(which % 2)))
            if which % 2:
                worth[payments[-1].id] = sum_
        elif payments:
            at = which % len(payments)
            _mark(payments, at, MARKS[what], worth)
    return claims, payments, owed, worth


MARKS = {
    "confirm": PaymentState.CONFIRMED,
    "deny": PaymentState.DENIED,
    "reverse": PaymentState.REVERSED,
}


def _mark(payments: list[Payment], at: int, state: PaymentState, worth: dict[str, int]) -> None:
    """A mark, and what the payment is worth from then on; a reversal is final."""
    was_reversed = PaymentState.REVERSED in [mark.state for mark in payments[at].marks]
    payments[at] = marked(payments[at], state)
    if state is not PaymentState.CONFIRMED:
        worth.pop(payments[at].id, None)
    elif not was_reversed:
        worth[payments[at].id] = int(payments[at].amount or 0)


@given(steps=ops)
def test_the_balance_is_what_is_owed_less_what_is_paid(steps: list[Op]) -> None:
    """For every sequence of claims, corrections, payments, confirmations and reversals."""
    claims, payments, owed, worth = played(steps)

    money = money_of(tuple(claims), tuple(payments))

    assert sum(owed.values()) - sum(worth.values()) == _balance(money)
    assert money.whole.owed is not None
    assert sum(owed.values()) == money.whole.owed.high


def _balance(money: CaseMoney) -> int:
    left = money.whole.left
    assert left is not None
    return left.high - money.whole.over


@given(steps=ops)
def test_each_worker_s_account_balances_too(steps: list[Op]) -> None:
    """What goes to one lessens nobody else's account."""
    claims, payments, owed, worth = played(steps)
    money = money_of(tuple(claims), tuple(payments))
    alone = len(claims) == 1
    for account, row in zip(money.accounts, claims, strict=True):
        mine = [p for p in payments if p.claim_id == row.id or (alone and p.claim_id is None)]
        paid = sum(worth.get(p.id, 0) for p in mine)
        assert account.left is not None
        assert owed[row.id] - paid == account.left.high - account.over
        assert account.settled is (paid >= owed[row.id])


@given(steps=ops)
def test_nothing_is_edited(steps: list[Op]) -> None:
    """A mistaken payment stays in the ledger, and what waits or was denied never counts."""
    _, payments, _, worth = played(steps)
    assert [f"p{n}" for n in range(len(payments))] == [p.id for p in payments]
    assert set(worth) == {p.id for p in payments if p.counts}


def test_a_range_stays_a_range() -> None:
    """Two to three thousand, one thousand came: one to two thousand are left."""
    money = money_of((claim(1, 200_000, 300_000),), (payment(1, 100_000, 1, own=True),))
    assert MoneyRange(low=Fen(100_000), high=Fen(200_000)) == money.whole.left
    assert not money.settled


def test_a_range_is_settled_only_by_the_worker_s_word() -> None:
    """Even the highest sum named may have been too little."""
    paid = payment(1, 300_000, 1, own=True)
    assert not money_of((claim(1, 200_000, 300_000),), (paid,)).settled
    all_of_it = replace(paid, all_of_it=True)
    assert money_of((claim(1, 200_000, 300_000),), (all_of_it,)).settled


def test_unknown_stays_unknown() -> None:
    """Nobody named a sum: what came is known, what is left is not."""
    money = money_of((claim(1, None), claim(2, 50_000)), (payment(1, 20_000, 1, own=True),))
    assert money.accounts[0].left is None
    assert (1, Fen(20_000)) == (money.whole.unnamed, money.whole.paid)


def test_a_payment_of_unknown_size_makes_the_rest_unknown() -> None:
    """到了一部分 says that the rest is less, not how much less."""
    money = money_of((claim(1, 50_000),), (payment(1, None, 1, own=True),))
    assert money.whole.left is None
    assert 1 == money.whole.vague


def test_what_was_paid_before_the_complaint_is_not_taken_off_twice() -> None:
    """The sum that a worker names is what is still owed."""
    earlier = replace(payment(1, 20_000, 1, own=True), earlier=True)
    money = money_of((claim(1, 50_000),), (earlier,))
    assert MoneyRange(low=Fen(50_000), high=Fen(50_000)) == money.whole.left


def test_every_worker_has_to_have_the_money() -> None:
    """One who has it does not speak for the others."""
    claims = (claim(1, 50_000), claim(2, 60_000))
    first, second = payment(1, 50_000, 1, own=True), payment(2, 60_000, 2)
    assert not money_of(claims, (first, second)).settled
    confirmed = marked(second, PaymentState.CONFIRMED)
    assert money_of(claims, (first, confirmed)).settled
    assert not money_of((), (first,)).settled, "without a list nobody can say so"


def test_a_reversal_is_final() -> None:
    """What was taken back is not confirmed again: it is written down anew."""
    paid = marked(payment(1, 50_000, 1), PaymentState.REVERSED, PaymentState.CONFIRMED)
    assert PaymentState.REVERSED is paid.state


@pytest.mark.parametrize("amount", [-1, -500_000])
def test_a_payment_is_not_negative(amount: int) -> None:
    """A mistake is reversed, not paid back in figures."""
    with pytest.raises(BadValue):
        payment(1, amount, 1)


def test_a_mark_says_who_made_it() -> None:
    """One person or one officer, and something decided."""
    with pytest.raises(BadValue):
        PaymentMark(payment_id="p", state=PaymentState.CONFIRMED, at=AT)
    with pytest.raises(BadValue):
        PaymentMark(
            payment_id="p",
            state=PaymentState.DENIED,
            at=AT,
            by_person=WORKER,
            by_officer="o",
        )
    with pytest.raises(BadValue):
        PaymentMark(payment_id="p", state=PaymentState.WAITING, at=AT, by_officer="o")


def test_room_is_unlimited_where_no_exact_sum_was_named() -> None:
    """Nobody refuses money because a worker could not name a sum."""
    assert money_of((claim(1, None),), ()).whole.room is None
    assert yuan(500) == money_of((claim(1, 50_000),), ()).whole.room
