"""Payments and their marks as rows, and back."""

from collections.abc import Iterable
from typing import Any

from casework.claims import PayerKind, Payment, PaymentMark, PaymentProof, PaymentState
from casework.money import Fen
from casework.people import PersonId


def payment_row(payment: Payment) -> dict[str, Any]:
    """What is stored of a payment; its marks are rows of their own."""
    return {
        "id": payment.id,
        "case_id": payment.case_id,
        "claim_id": payment.claim_id,
        "amount": payment.amount,
        "paid_on": payment.paid_on,
        "payer": payment.payer.value,
        "proof": payment.proof.value,
        "own_word": payment.own_word,
        "earlier": payment.earlier,
        "all_of_it": payment.all_of_it,
        "receipt": payment.receipt,
        "reported_by": payment.reported_by,
        "recorded_by": payment.recorded_by,
        "reported_at": payment.reported_at,
    }


def payment_of(row: Any, marks: Iterable[PaymentMark]) -> Payment:
    """A payment with what became of it."""
    return Payment(
        id=row.id,
        case_id=row.case_id,
        claim_id=row.claim_id,
        amount=None if row.amount is None else Fen(row.amount),
        paid_on=row.paid_on,
        payer=PayerKind(row.payer),
        proof=PaymentProof(row.proof),
        own_word=row.own_word,
        earlier=row.earlier,
        all_of_it=row.all_of_it,
        receipt=row.receipt,
        reported_by=_person(row.reported_by),
        recorded_by=row.recorded_by,
        reported_at=row.reported_at,
        marks=tuple(marks),
    )


def mark_row(mark: PaymentMark, case_id: str) -> dict[str, Any]:
    """What is stored of a mark."""
    return {
        "case_id": case_id,
        "payment_id": mark.payment_id,
        "state": mark.state.value,
        "at": mark.at,
        "by_person": mark.by_person,
        "by_officer": mark.by_officer,
    }


def mark_of(row: Any) -> PaymentMark:
    """What became of a payment."""
    return PaymentMark(
        payment_id=row.payment_id,
        state=PaymentState(row.state),
        at=row.at,
        by_person=_person(row.by_person),
        by_officer=row.by_officer,
    )


def _person(value: str | None) -> PersonId | None:
    return None if value is None else PersonId(value)
