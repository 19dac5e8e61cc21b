"""What an officer saw of a payment.

It counts only once the worker, or a second officer who compared the bank receipt, confirms it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from casework.balance import ABSURD
from casework.case import Case
from casework.claims import Claim, PayerKind, Payment, PaymentProof, PaymentState
from casework.deadlines import SHANGHAI
from casework.evidence import Evidence
from casework.history import EventKind
from casework.messages import Button, KeptFile, Money, OutgoingFile, Reply, Words
from casework.money import Fen
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.money import (
    MoneyLedger,
    account_words,
    ask_second_officer,
    ledger_of,
    payment_words,
    tell_payee,
)
from handlers.officer.acting import track_of, working
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item

ANOTHER = "另一笔"
"""Who writes this has looked: it is not the payment that stands there already."""

NEAR = timedelta(days=7)
"""The same sum within so many days is likely the same payment, told of twice."""


@dataclass(frozen=True, kw_only=True)
class RecordPayment:
    """``worker``: a name, or a number of the list; may hold 另一笔."""

    officer: Officer
    case: Case
    amount: Fen
    payer: PayerKind
    day: date
    proof: PaymentProof
    worker: str = ""


async def record_payment(request: RecordPayment, ctx: Context) -> Reply:
    """Write it down as waiting; ask the worker, and for a receipt a second officer."""
    working(request.officer)
    track_of(request.case, request.officer)
    ledger = await ledger_of(ctx, request.case)
    name = request.worker.replace(ANOTHER, "").strip(" ，,。")
    claim = await _claim_meant(ctx, ledger, name)
    if name and claim is None:
        return Reply(key="error-payment-worker", args={"n": len(ledger.claims)})
    refusal = _refusal(request, ctx, ledger, claim)
    if refusal is not None:
        return refusal
    receipt: KeptFile | None = None
    if request.proof is PaymentProof.BANK_RECEIPT:
        papers = await ctx.uow.evidence.of_case(request.case.id)
        receipt = _newest_paper(papers, request.officer)
        if receipt is None:
            return Reply(key="error-receipt-missing", args={"number": request.case.number})
        if any(
            p.receipt == receipt.sha256 and p.claim_id == (claim.id if claim else None)
            for p in ledger.payments
            if p.state is not PaymentState.REVERSED
        ):
            return Reply(key="error-receipt-used")
    payment = await _write(request, ctx, claim, receipt)
    reached = await _tell(request, ctx, payment, ledger.claims)
    waits = Words(key="pay-waits-for-worker")
    if receipt is not None:
        await _ask_to_compare(request, ctx, payment, receipt)
        waits = Words(key="pay-waits-for-second")
    key = "pay-recorded-earlier" if payment.earlier else "pay-recorded"
    return Reply(
        key=key,
        args={
            "number": request.case.number,
            "line": len(ledger.payments) + 1,
            **payment_words(payment),
            "waits": waits,
            "told": reached,
        },
    )


async def _claim_meant(ctx: Context, ledger: MoneyLedger, name: str) -> Claim | None:
    """The claim that a name or a number of the list means; the only one where none is said."""
    if not name:
        return ledger.claims[0] if len(ledger.claims) == 1 else None
    digits = name.strip("第号个人")
    if digits.isdecimal():
        number = int(digits)
        return ledger.claims[number - 1] if 1 <= number <= len(ledger.claims) else None
    meant = []
    for claim in ledger.claims:
        person = await ctx.uow.people.get(claim.person_id) if claim.person_id else None
        if name in {claim.name, person.name if person else ""}:
            meant.append(claim)
    return meant[0] if len(meant) == 1 else None


def _refusal(
    request: RecordPayment, ctx: Context, ledger: MoneyLedger, claim: Claim | None
) -> Reply | None:
    """What cannot be right is said kindly, with the figures."""
    if request.day > ctx.today:
        return Reply(key="error-payment-future")
    if not 0 < request.amount <= ABSURD:
        return Reply(key="error-payment-sum")
    twin = _twin(request, ledger, claim)
    if twin is not None and ANOTHER not in request.worker:
        return Reply(
            key="error-payment-twice",
            args={"line": ledger.number_of(twin), **payment_words(twin)},
        )
    account = ledger.money.of(claim.id if claim else None)
    if account.room is not None and request.amount > account.room and not _earlier(request):
        return Reply(
            key="error-payment-too-much",
            args={**account_words(account), "waiting": Money(fen=account.waiting)},
        )
    return None


def _twin(request: RecordPayment, ledger: MoneyLedger, claim: Claim | None) -> Payment | None:
    def alike(payment: Payment) -> bool:
        near = payment.paid_on is None or abs(payment.paid_on - request.day) <= NEAR
        whose = None in {payment.claim_id, claim and claim.id} or payment.claim_id == (
            claim and claim.id
        )
        standing = payment.state in {PaymentState.WAITING, PaymentState.CONFIRMED}
        return payment.amount == request.amount and near and whose and standing

    return next((p for p in ledger.payments if alike(p)), None)


def _earlier(request: RecordPayment) -> bool:
    """Paid before the complaint: the sum that was named then is what was still owed."""
    filed = request.case.filed_at
    return filed is not None and request.day < filed.astimezone(SHANGHAI).date()


def _newest_paper(papers: tuple[Evidence, ...], officer: Officer) -> KeptFile | None:
    mine = [p.file for p in papers if p.file is not None and p.person_id == officer.person_id]
    return mine[-1] if mine else None


async def _write(
    request: RecordPayment, ctx: Context, claim: Claim | None, receipt: KeptFile | None
) -> Payment:
    payment = Payment(
        id=ctx.house.new_id(),
        case_id=request.case.id,
        claim_id=claim.id if claim else None,
        amount=request.amount,
        paid_on=request.day,
        payer=request.payer,
        proof=request.proof,
        earlier=_earlier(request),
        receipt=receipt.sha256 if receipt else "",
        recorded_by=request.officer.id,
        reported_at=ctx.now,
    )
    await ctx.uow.claims.add_payment(payment)
    await record(
        ctx,
        request.case,
        EventKind.PAYMENT_RECORDED,
        request.officer,
        facts={
            "payment": payment.id,
            "fen": request.amount,
            "day": request.day.isoformat(),
            "payer": request.payer.value,
            "proof": request.proof.value,
            "receipt": payment.receipt,
        },
    )
    return payment


async def _tell(
    request: RecordPayment, ctx: Context, payment: Payment, claims: tuple[Claim, ...]
) -> Words:
    buttons = tuple(
        Button(label=Words(key=f"label-got-{word}"), data=f"w:got:{payment.id}:{word}")
        for word in ("yes", "no")
    )
    told = Reply(
        key="push-payment-seen",
        args={
            "number": request.case.number,
            "unit": ctx.house.unit(request.officer.unit).name,
            **payment_words(payment),
        },
        buttons=(buttons,),
    )
    return await tell_payee(ctx, request.case, payment, claims, told)


async def _ask_to_compare(
    request: RecordPayment, ctx: Context, payment: Payment, receipt: KeptFile
) -> None:
    """The receipt goes to another officer, who looks at it before it proves anything."""
    elsewhere = [p for p in await ctx.uow.claims.proved_by(receipt.sha256) if p.id != payment.id]
    used = Words(key="receipt-used-elsewhere", args={"n": len(elsewhere)}) if elsewhere else ""
    card = await case_card(
        ctx,
        request.case,
        "card-check-receipt",
        unit="",
        **{"by": request.officer.code, "used": used, **payment_words(payment)},
    )
    card = replace(
        card,
        buttons=(
            tuple(
                Button(
                    label=Words(key=f"do-receipt-{word}"), data=f"o:receipt_{word}:{payment.id}"
                )
                for word in ("yes", "no")
            ),
        ),
        file=OutgoingFile(
            name=receipt.name or "receipt",
            media_type=receipt.media_type,
            stored_as=receipt.stored_as,
        ),
    )
    unit = await ask_second_officer(ctx, request.case, request.officer, card)
    await add_item(
        ctx,
        ItemKind.CHECK_RECEIPT,
        unit,
        key=f"receipt:{payment.id}",
        case=request.case,
        due_at=ctx.next_office_morning(),
        payment=payment.id,
    )
