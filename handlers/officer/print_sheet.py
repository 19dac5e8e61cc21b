"""A case on paper: the case sheet, or the transfer sheet for a unit that works on paper.

The case sheet is masked. The transfer sheet names the worker only where the unit that gets it may
know: labour inspection and the arrears office, and others with the worker's consent.
"""

from dataclasses import dataclass, replace

from casework.access import CaseView, is_masked_for
from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.history import Event, EventKind
from casework.ledger import ProjectClass
from casework.messages import OutgoingFile, Reply
from casework.people import Officer, Person, PersonId
from casework.sheets import (
    CaseSheet,
    ClockRow,
    HistoryRow,
    PaidRow,
    TrackRow,
    TransferSheet,
    WorkerRow,
)
from casework.work import ItemKind
from handlers.clocks_of import clocks_of
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.officer.cards import button
from handlers.officer.money.print_result import result_paper
from handlers.officer.supervision.print_papers import SHEETS as SUPERVISION_SHEETS
from handlers.officer.supervision.print_papers import supervision_paper
from handlers.record import record

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_INSIDE = frozenset(
    {EventKind.NOTE, EventKind.VIEWED, EventKind.PRINTED, EventKind.SAID, EventKind.RECEIPT}
)
"""What never goes on paper: colleagues' notes, looks, the worker's raw messages, receipts."""


@dataclass(frozen=True, kw_only=True)
class PrintSheet:
    """``sheet``: case or transfer. ``view`` says what this officer may see."""

    officer: Officer
    view: CaseView
    sheet: str


async def print_sheet(request: PrintSheet, ctx: Context) -> Reply:
    """Write the sheet, keep it sealed, send it; printing is an event."""
    working(request.officer)
    case, officer = request.view.case, request.officer
    masked = await _is_masked(request, ctx)
    unit = ctx.house.unit(officer.unit).name
    values = replace(await sheet_of(ctx, case, unit), masked=masked)
    if request.sheet == "transfer":
        content = ctx.house.sheets.transfer_sheet(await _transfer(ctx, case, officer, values))
    elif request.sheet in SUPERVISION_SHEETS:
        content = await supervision_paper(ctx, case, officer, request.sheet, values)
    elif request.sheet == "result":
        content = await result_paper(ctx, case, values)
    else:
        content = ctx.house.sheets.case_sheet(values)
    stored_as = await ctx.house.files.keep(content)
    await record(
        ctx, case, EventKind.PRINTED, officer, facts={"sheet": request.sheet, "masked": masked}
    )
    await finish_items(ctx, case, officer.unit, ItemKind.TELL_LEADER)
    file = OutgoingFile(
        name=f"{case.number}-{request.sheet}.docx", media_type=WORD, stored_as=stored_as
    )
    to_hand_over = request.sheet == "transfer" and not case.outside
    buttons = ((button("handed", case),),) if to_hand_over else ()
    key = "sheet-printed" if masked else "sheet-printed-in-full"
    return Reply(key=key, args={"number": case.number}, file=file, buttons=buttons)


async def _is_masked(request: PrintSheet, ctx: Context) -> bool:
    """Only a transfer sheet may name the worker, and only to a unit that may know."""
    case = request.view.case
    if request.sheet != "transfer" or request.view.masked:
        return True
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    parties = await ctx.uow.cases.parties(case.id)
    return is_masked_for(case.holder, case, parties, ctx.house.district, project)


async def sheet_of(ctx: Context, case: Case, printed_by: str) -> CaseSheet:
    """Everything a sheet says, from what is stored."""
    uow, house = ctx.uow, ctx.house
    project = await uow.ledger.get(case.project_code) if case.project_code else None
    decision = await uow.routing.latest(case.id)
    return CaseSheet(
        number=case.number,
        opened_at=case.opened_at,
        filed_at=case.filed_at,
        source=case.source,
        source_number=case.source_number,
        said_site=case.said.site or case.said.place,
        project_name=project.name if project else "",
        project_code=case.project_code or "",
        project_class=ProjectClass(case.project_class) if case.project_class else None,
        sub_district=_sub_district(ctx, case),
        employer=case.said.employer,
        boss=case.said.boss,
        people=case.people_claimed,
        workers=await _workers(ctx, case),
        paid=tuple(
            PaidRow(paid_on=p.paid_on, amount=p.amount, payer=p.payer)
            for p in await uow.claims.payments_of(case.id)
            if p.counts
        ),
        lead=house.unit(case.holder).name,
        confirmed=decision is not None and decision.confirmed_at is not None,
        assist=tuple(house.unit(u).name for u in decision.assist) if decision else (),
        command_post=decision.command_post if decision else False,
        rule=decision.rule_id if decision else "",
        rule_source=decision.source if decision else "",
        tracks=tuple(
            TrackRow(kind=t.kind, unit=house.unit(t.unit).name, status=t.status, outcome=t.outcome)
            for t in case.tracks
        ),
        clocks=tuple(
            ClockRow(
                title=c.statute.duty,
                basis=c.statute.title,
                due=c.due.legal,
                work_by=c.due.work_by,
                provisional=c.due.provisional,
                certainty=c.statute.status,
            )
            for c in await clocks_of(ctx, case)
            if c.due is not None and not c.assumed
        ),
        history=tuple(_line(ctx, e) for e in await _outside(ctx, case)),
        printed_at=ctx.now,
        printed_by=printed_by,
    )


def _sub_district(ctx: Context, case: Case) -> str:
    found = ctx.house.district.sub_districts.get(case.sub_district)
    return found.name if found else ""


async def _workers(ctx: Context, case: Case) -> tuple[WorkerRow, ...]:
    rows = []
    for claim in await ctx.uow.claims.of_case(case.id):
        person = (
            await ctx.uow.people.get(claim.person_id) if claim.person_id else _named(claim.name)
        )
        rows.append(
            WorkerRow(
                name=person.name,
                phone=person.phone,
                amount=claim.amount,
                months=claim.months,
                period_start=claim.period_start,
                period_end=claim.period_end,
                confirmed_on=claim.confirmed_at.astimezone(SHANGHAI).date()
                if claim.confirmed_at
                else None,
            )
        )
    return tuple(rows)


def _named(name: str) -> Person:
    return Person(id=PersonId(""), name=name)


async def _outside(ctx: Context, case: Case) -> tuple[Event, ...]:
    events = await ctx.uow.history.of_case(case.id)
    return tuple(e for e in events if e.kind not in _INSIDE)


def _line(ctx: Context, event: Event) -> HistoryRow:
    unit = ctx.house.district.units.get(event.acting_unit)
    return HistoryRow(
        at=event.at,
        kind=event.kind,
        unit=unit.name if unit else "",
        medium=event.medium,
        document_number=event.document_number,
    )


async def _transfer(
    ctx: Context, case: Case, officer: Officer, values: CaseSheet
) -> TransferSheet:
    decision = await ctx.uow.routing.latest(case.id)
    return TransferSheet(
        case=values,
        from_unit=ctx.house.unit(officer.unit).name,
        to_unit="" if case.outside else values.lead,
        reason=decision.source if decision else "",
        basis=(ctx.house.statutes["XF-4"].title,),
    )
