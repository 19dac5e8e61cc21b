"""The hand-over sheet: what a deputy has to know of each case, and no more than they may see."""

from datetime import date, datetime, timedelta

from casework.access import CaseView, open_for_officer
from casework.balance import total_owed
from casework.case import Case
from casework.deadlines import SHANGHAI
from casework.history import EventKind
from casework.masking import hide
from casework.messages import OutgoingFile
from casework.money import Fen
from casework.people import Leave, Officer, PartyRole
from casework.sheets import ClockRow, DeputyRow, DeputySheet, ItemRow, PromiseRow
from casework.work import DueKind, ItemKind
from handlers.clocks_of import clocks_of, nearest
from handlers.context import Context
from handlers.officer.print_sheet import WORD

FAR = timedelta(days=3650)
"""Every promise that is still ahead."""

_FROM_WORKER = frozenset({EventKind.SAID, EventKind.PRESSURE, EventKind.PROMISED})


async def deputy_sheet(
    ctx: Context, leave: Leave, away: Officer, deputy: Officer, *, back: bool = False
) -> OutgoingFile:
    """Write it for the deputy, or with ``back`` for the officer who is there again."""
    reader = away if back else deputy
    held = await ctx.uow.cases.held_by(away.unit, officer_id=away.id)
    views = [await _view(ctx, case, reader) for case in held]
    promises = await _promises(ctx)
    sheet = DeputySheet(
        unit=ctx.house.unit(away.unit).name,
        from_post=deputy.code if back else away.code,
        to_post=reader.code,
        first=leave.first,
        last=leave.last,
        back=back,
        rows=tuple([await _row(ctx, view, promises) for view in views]),
        items=await _items(ctx, away.unit, {case.id for case in held}),
        printed_at=ctx.now,
        masked=any(view.masked for view in views),
    )
    stored_as = await ctx.house.files.keep(ctx.house.sheets.deputy_sheet(sheet))
    name = f"{away.code}-{'back' if back else 'handover'}-{ctx.today.isoformat()}.docx"
    return OutgoingFile(name=name, media_type=WORD, stored_as=stored_as)


async def _view(ctx: Context, case: Case, reader: Officer) -> CaseView:
    parties = await ctx.uow.cases.parties(case.id)
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    return open_for_officer(case, parties, reader, ctx.house.district, project)


async def _promises(ctx: Context) -> dict[str, list[PromiseRow]]:
    found: dict[str, list[PromiseRow]] = {}
    for due in await ctx.uow.due.upcoming(DueKind.PROMISE, ctx.now + FAR):
        row = PromiseRow(
            day=date.fromisoformat(str(due.facts["day"])), amount=Fen(int(due.facts["fen"]))
        )
        found.setdefault(due.case_id or "", []).append(row)
    return found


async def _row(ctx: Context, view: CaseView, promises: dict[str, list[PromiseRow]]) -> DeputyRow:
    case = view.case
    people = [
        await ctx.uow.people.get(party.person_id)
        for party in await ctx.uow.cases.parties(case.id)
        if party.role is not PartyRole.ENTERED_BY
    ]
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    names = tuple(person.name for person in people)
    return DeputyRow(
        number=case.number,
        status=case.status,
        site=project.name if project else hide(case.said.site or case.said.place, names),
        worker=people[0].name if people else "",
        phone=people[0].phone if people else "",
        amount=total_owed(await ctx.uow.claims.of_case(case.id)),
        clock=await _clock(ctx, case),
        unread=await _unread(ctx, view, names),
        promises=tuple(promises.get(case.id, ())),
        masked=view.masked,
    )


async def _clock(ctx: Context, case: Case) -> ClockRow | None:
    first = nearest(await clocks_of(ctx, case))
    if first is None or first.due is None:
        return None
    return ClockRow(
        title=first.statute.duty,
        basis=first.statute.title,
        due=first.due.legal,
        work_by=first.due.work_by,
        provisional=first.due.provisional,
        certainty=first.statute.status,
    )


async def _unread(ctx: Context, view: CaseView, names: tuple[str, ...]) -> tuple[str, ...]:
    """What the worker wrote and nobody has answered: as many of the last words as items wait."""
    items = await ctx.uow.work.open_of_case(view.case.id)
    waiting = sum(item.kind is ItemKind.UNREAD for item in items)
    if not waiting:
        return ()
    events = await ctx.uow.history.of_case(view.case.id)
    said = [
        event.personal.get("words", "")
        for event in events
        if event.kind in _FROM_WORKER and event.by_person and event.personal.get("words")
    ]
    return tuple(hide(words, names) if view.masked else words for words in said[-waiting:])


async def _items(ctx: Context, unit: str, cases: set[str]) -> tuple[ItemRow, ...]:
    """What waits on the table of the unit for these cases, or for no case at all."""
    rows = []
    for item in await ctx.uow.work.open_of(unit):
        if item.case_id is not None and item.case_id not in cases:
            continue
        case = await ctx.uow.cases.get(item.case_id) if item.case_id else None
        rows.append(
            ItemRow(kind=item.kind, number=case.number if case else "", due=_day(item.due_at))
        )
    return tuple(rows)


def _day(at: datetime | None) -> date | None:
    return at.astimezone(SHANGHAI).date() if at else None
