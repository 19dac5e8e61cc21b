"""A closing that nobody has answered, and the question how a closed case was handled.

No answer is not consent: the clock asks again, then puts it before a person. It never closes.
"""

from dataclasses import replace

from casework.deadlines import SHANGHAI
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import SPEAKS_FOR_ITSELF
from casework.work import Due, ItemKind, WorkItem
from handlers.after_closing import DECIDE, closing_of, is_it_paid, overtaken
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.officer.settle_closing import waiting_closings
from handlers.record import record
from handlers.tell import add_item, tell_person, tell_unit, tell_worker


async def chase_closing(due: Due, ctx: Context) -> None:
    """Ask the worker again, or ask an officer to decide; who was answered is left alone."""
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None or not case.is_open:
        return
    items = await waiting_closings(ctx, case)
    item = next((i for i in items[-1:] if i.id == due.facts["item"]), None)
    if item is None or overtaken(ctx, item, due.facts):
        return
    statute = str(due.facts["statute"])
    if statute == DECIDE:
        await _ask_officer(ctx, due, item)
        return
    told = Reply(
        key="push-is-it-paid-again", args={"number": case.number}, buttons=(is_it_paid(case),)
    )
    await tell_worker(ctx, case, told, what="is it paid")
    await record(ctx, case, EventKind.REMINDED, facts={"closing": statute})


async def _ask_officer(ctx: Context, due: Due, item: WorkItem) -> None:
    case = await ctx.uow.cases.get(due.case_id or "")
    if case is None:
        return
    await add_item(
        ctx, ItemKind.CLOSE_UNCONFIRMED, item.unit, key=due.key, case=case, due_at=ctx.now
    )
    asked = item.created_at.astimezone(SHANGHAI).date()
    card = await case_card(ctx, case, "card-unconfirmed", unit=item.unit, day=asked)
    decide = tuple(
        Button(label=Words(key=f"do-unconfirmed-{word}"), data=f"o:unconfirmed_{word}:{case.id}")
        for word in ("close", "wait")
    )
    buttons = (decide, *card.buttons[-1:])
    await tell_unit(ctx, item.unit, replace(card, buttons=buttons), case=case)


async def ask_satisfaction(due: Due, ctx: Context) -> None:
    """One question to whoever may speak; a case that goes on again is not asked about."""
    case = await ctx.uow.cases.get(due.case_id or "")
    closed = closing_of(case) if case else None
    if case is None or closed is None or case.is_open or closed.isoformat() != due.facts["closed"]:
        return
    buttons = tuple(
        Button(label=Words(key=f"label-satisfied-{word}"), data=f"w:satis:{case.id}:{word}")
        for word in ("yes", "no")
    )
    told = Reply(key="push-satisfied", args={"number": case.number}, buttons=(buttons,))
    for party in await ctx.uow.cases.parties(case.id):
        if party.role in SPEAKS_FOR_ITSELF or party.agreed_at is not None:
            await tell_person(ctx, party.person_id, told, case=case, purpose="relay")
    await record(ctx, case, EventKind.REMINDED, facts={"satisfaction": True})
