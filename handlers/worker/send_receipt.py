"""The receipt as a file: to keep, to print, to show to an arbitrator (TZF Art 27(2), R33 Art 27(2))."""

from dataclasses import dataclass
from datetime import date

from casework.access import CaseView
from casework.clocks import answer_clock
from casework.deadlines import SHANGHAI
from casework.errors import NotAllowed
from casework.history import Event, EventKind
from casework.meaning import MoneyRange
from casework.messages import OutgoingFile, Reply
from casework.money import Fen
from casework.proof import files_before, proofs
from casework.sheets import ReceiptSheet
from handlers.context import Context

PDF = "application/pdf"


@dataclass(frozen=True, kw_only=True)
class SendReceipt:
    """Whose receipt, through the door by which that person sees the case."""

    view: CaseView


async def send_receipt(request: SendReceipt, ctx: Context) -> Reply:
    """The newest receipt of the case as a PDF; who may not see the details gets none."""
    case = request.view.case
    if not request.view.details:
        raise NotAllowed(code="error-receipt-of-another")
    history = await ctx.uow.history.of_case(case.id)
    filed = next((e for e in reversed(history) if e.kind is EventKind.FILED), None)
    if filed is None:
        return Reply(key="receipt-not-yet", args={"number": case.number})
    content = ctx.house.sheets.receipt(await _sheet(request.view, filed, history, ctx))
    file = OutgoingFile(
        name=f"{case.number}.pdf",
        media_type=PDF,
        stored_as=await ctx.house.files.keep(content),
    )
    return Reply(key="receipt-file", args={"number": case.number}, file=file)


async def _sheet(
    view: CaseView, filed: Event, history: tuple[Event, ...], ctx: Context
) -> ReceiptSheet:
    case, house = view.case, ctx.house
    facts, told = filed.facts, filed.personal
    project = await ctx.uow.ledger.get(str(facts.get("project") or ""))
    proof = proofs(case.number, history)[0]
    statute, due = answer_clock(_day(filed), house.statutes, house.days)
    low, high = int(facts.get("low_fen", 0)), int(facts.get("high_fen", 0))
    return ReceiptSheet(
        district=house.district.name,
        number=case.number,
        filed_at=filed.at,
        site=project.name if project else told.get("site") or told.get("where", ""),
        employer=told.get("employer", ""),
        amount=MoneyRange(low=Fen(low), high=Fen(high)) if high else None,
        months=str(facts.get("months", "")),
        people=int(facts.get("people", 0)),
        name=told.get("name", ""),
        phone=told.get("phone", ""),
        files=len(files_before(filed, history)),
        unit=house.unit(case.holder).name,
        inspection=house.unit(house.district.inspection).name,
        answer_by=due.legal,
        answer_basis=statute.title,
        provisional=due.provisional,
        years=house.statutes["AR-1"].n,
        hotlines=tuple(
            (h.number, h.purpose, h.hours) for h in house.district.hotlines.values() if h.number
        ),
        code=proof.code,
        fingerprint=proof.fingerprint,
        statement=proof.statement,
        printed_at=ctx.now,
    )


def _day(event: Event) -> date:
    return event.at.astimezone(SHANGHAI).date()
