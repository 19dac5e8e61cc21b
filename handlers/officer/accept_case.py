"""Accept: the unit takes the case in, which also settles that it is the right one."""

from dataclasses import dataclass, replace

from casework.case import Case, Status, TrackKind
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, move, track_of, working
from handlers.officer.cards import case_card
from handlers.officer.routing.save_alias import alias_button
from handlers.officer.waiting import taken_up
from handlers.record import record
from handlers.tell import tell_worker


@dataclass(frozen=True, kw_only=True)
class AcceptCase:
    """Who accepts which case for their unit."""

    officer: Officer
    case: Case


async def accept_case(request: AcceptCase, ctx: Context) -> Reply:
    """Accept once; a second time says who has it already."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    if track.status is Status.ACCEPTED:
        return await case_card(ctx, case, "card-accepted-already", unit=officer.unit)
    case = await move(ctx, case, officer, Status.ACCEPTED, take=True)
    case = case.with_track(replace(track_of(case, officer), confirmed=True))
    await ctx.uow.cases.save(case)
    if track.kind is TrackKind.LEAD_UNIT:
        await confirm_route(ctx, case, officer)
    await record(ctx, case, EventKind.ACCEPTED, officer, track=track.kind)
    await finish_items(ctx, case, officer.unit, ItemKind.NEW_CASE, ItemKind.LEGAL_AID)
    settled = _SETTLED if track.kind is TrackKind.LEAD_UNIT else ()
    await taken_up(ctx, case, track.kind, *settled)
    news = told_accepted(ctx, case, officer, track.kind)
    reached = await tell_worker(ctx, case, news, what="accepted")
    card = await case_card(ctx, case, "card-accepted", unit=officer.unit, told=reached)
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    alias = alias_button(case, project) if project else ()
    return replace(card, buttons=(*card.buttons, *alias))


_SETTLED = (ItemKind.DESIGNATE, ItemKind.OBJECTED, ItemKind.REROUTE)
"""Whoever takes the case in says that it is theirs."""


async def confirm_route(ctx: Context, case: Case, officer: Officer) -> None:
    """A person confirmed the proposal; who and when is kept with the decision."""
    decision = await ctx.uow.routing.latest(case.id)
    if decision is not None and decision.confirmed_at is None:
        settled = replace(
            decision,
            lead=case.holder,
            sure=True,
            confirmed_by=officer.code,
            confirmed_at=ctx.now,
        )
        await ctx.uow.routing.add(case.id, settled)


def told_accepted(ctx: Context, case: Case, officer: Officer, kind: TrackKind) -> Reply:
    """What the worker hears: who has taken the case in, and what comes next."""
    return Reply(
        key=f"push-accepted-{kind.value.replace('_', '-')}",
        args={"number": case.number, "unit": ctx.house.unit(officer.unit).name},
        buttons=((Button(label=Words(key="label-status"), data="w:status"),),),
    )
