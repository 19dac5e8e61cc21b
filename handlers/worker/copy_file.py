"""The worker's own file: the case sheet, unmasked for what is his, and nothing of other workers."""

from dataclasses import dataclass, replace

from casework.access import CaseView
from casework.case import Case
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import OutgoingFile, Reply
from casework.people import PartyRole, PersonId, mask_name
from casework.sheets import CaseSheet, PaidRow
from handlers.context import Context
from handlers.money import MoneyLedger, is_own_word, ledger_of
from handlers.officer.print_sheet import WORD, sheet_of
from handlers.record import record

_LISTS = frozenset({PartyRole.FOREMAN, PartyRole.REPRESENTATIVE})
"""Who told the sums of others, and so may read them again; names and phones stay covered."""


@dataclass(frozen=True, kw_only=True)
class CopyFile:
    """Whose file, through the door by which that person sees the case."""

    person_id: PersonId
    view: CaseView


async def copy_file(request: CopyFile, ctx: Context) -> Reply:
    """Write the sheet, keep it sealed, send it; who may not see the details gets none."""
    case = request.view.case
    if not request.view.details:
        raise NotAllowed(code="error-copy-of-another")
    if case.filed_at is None:
        return Reply(key="copy-not-yet", args={"number": case.number})
    content = ctx.house.sheets.case_sheet(await _own(request, ctx))
    stored_as = await ctx.house.files.keep(content)
    await record(
        ctx,
        case,
        EventKind.PRINTED,
        request.person_id,
        facts={"sheet": "copy", "masked": False},
    )
    file = OutgoingFile(name=f"{case.number}-file.docx", media_type=WORD, stored_as=stored_as)
    return Reply(key="copy-of-file", args={"number": case.number}, file=file)


async def _own(request: CopyFile, ctx: Context) -> CaseSheet:
    case, person_id = request.view.case, request.person_id
    sheet = await sheet_of(ctx, case, "本人")
    ledger = await ledger_of(ctx, case)
    own = ledger.claim_of(person_id)
    if not await is_own_word(ctx, case, person_id, own):
        own = None  # the only claim of the case, and somebody else's
    lists = await _told_of_others(ctx, case, person_id)
    rows = []
    for claim, row in zip(ledger.claims, sheet.workers, strict=True):
        if own is not None and claim.id == own.id:
            rows.append(row)
        elif lists:
            rows.append(replace(row, name=mask_name(row.name), phone=""))
    paid = sheet.paid if lists else _own_payments(ledger, own.id if own else "")
    return replace(sheet, workers=tuple(rows), paid=paid, masked=False)


async def _told_of_others(ctx: Context, case: Case, person_id: PersonId) -> bool:
    parties = await ctx.uow.cases.parties(case.id)
    return any(p.person_id == person_id and p.role in _LISTS for p in parties)


def _own_payments(ledger: MoneyLedger, claim_id: str) -> tuple[PaidRow, ...]:
    alone = len(ledger.claims) == 1
    return tuple(
        PaidRow(paid_on=p.paid_on, amount=p.amount, payer=p.payer)
        for p in ledger.payments
        if p.counts and (p.claim_id == claim_id or (alone and p.claim_id is None))
    )
