"""A closing that waits for the worker: closed once every worker has the money, by what is confirmed.

No answer is not consent: while nobody has spoken and no receipt is confirmed, the case stays open.
"""

from dataclasses import replace

from casework.case import HOLDERS, Case, Outcome, Status, TrackKind, mover
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.work import ItemKind, WorkItem
from handlers.after_closing import plan_satisfaction
from handlers.context import Context
from handlers.money import ledger_of
from handlers.record import record
from handlers.tell import tell_handlers, tell_worker


async def waiting_closings(ctx: Context, case: Case) -> list[WorkItem]:
    """The closings of a case that wait for the worker's word, the newest last."""
    items = await ctx.uow.work.open_of_case(case.id)
    return [item for item in items if item.kind is ItemKind.CLOSING_ANSWER]


async def answer_closing(
    ctx: Context, case: Case, how_much: str, *, named: bool
) -> tuple[Case, tuple[Reply, ...]]:
    """The worker has spoken: 全到了 closes as asked, anything else leaves the case open.

    ``named``: the sum that came is known. Where part was all that was claimed to have come, the
    worker is asked whether the rest is still wanted: only their own word ends it.
    """
    items = await waiting_closings(ctx, case)
    if not items:
        return case, ()
    if how_much == "all":
        return await close_if_settled(ctx, case), ()
    if how_much == "part" and items[-1].facts["outcome"] == Outcome.PAID_PART:
        return case, (_is_the_rest_wanted(case),) if named else ()
    await finish_closings(ctx, case)
    return case, ()


def _is_the_rest_wanted(case: Case) -> Reply:
    buttons = tuple(
        Button(label=Words(key=f"label-rest-{word}"), data=f"w:rest:{case.id}:{word}")
        for word in ("go", "stop")
    )
    return Reply(key="ask-rest", args={"number": case.number}, buttons=(buttons,))


async def finish_closings(ctx: Context, case: Case) -> None:
    """Nothing waits any more for the worker's word on a closing."""
    kinds = {ItemKind.CLOSING_ANSWER, ItemKind.CLOSE_UNCONFIRMED}
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.kind in kinds:
            await ctx.uow.work.finish(item.id, ctx.now)


async def close_if_settled(ctx: Context, case: Case) -> Case:
    """Close as an officer asked, where every worker of the case has the money by now."""
    items = await waiting_closings(ctx, case)
    if not items or not (await ledger_of(ctx, case)).money.settled:
        return case
    officer = await ctx.uow.officers.get(str(items[-1].facts["officer"]))
    if officer is None:
        return case
    outcome = Outcome(str(items[-1].facts["outcome"]))
    await finish_closings(ctx, case)
    whole = Outcome.PAID_FULL if outcome is Outcome.PAID_PART else outcome
    return await close_paid(ctx, case, officer, whole, item=items[-1].id)


async def close_paid(
    ctx: Context, case: Case, officer: Officer, outcome: Outcome, *, item: str = ""
) -> Case:
    """Close the lead and the inspection track: the money is confirmed."""
    ledger = await ledger_of(ctx, case)
    case = await close_tracks(ctx, case, officer, tuple(HOLDERS), outcome)
    await record(
        ctx,
        case,
        EventKind.CLOSED,
        officer,
        facts={
            "outcome": outcome.value,
            "confirmed_by_worker": any(p.counts and p.own_word for p in ledger.payments),
            "workers": len(ledger.claims),
            "item": item,
        },
    )
    told = Reply(
        key="push-closed-paid", args={"number": case.number, "outcome": outcome_words(outcome)}
    )
    await tell_worker(ctx, case, told, what="closed")
    await tell_handlers(ctx, case, "card-closed-paid", outcome=outcome_words(outcome))
    return case


async def close_tracks(
    ctx: Context,
    case: Case,
    officer: Officer,
    kinds: tuple[TrackKind, ...],
    outcome: Outcome,
) -> Case:
    """End these tracks with an outcome, as far as the table lets this officer."""
    for kind in kinds:
        track = case.track(kind)
        if track.can(Status.CLOSED, by=mover(officer.role)):
            closed = track.move(Status.CLOSED, by=mover(officer.role))
            case = case.with_track(replace(closed, outcome=outcome, closed_at=ctx.now))
    await ctx.uow.cases.save(case)
    await plan_satisfaction(ctx, case)
    return case


def outcome_words(outcome: Outcome) -> Words:
    """How it ended, in words."""
    return Words(key=f"outcome-{outcome.value.replace('_', '-')}")
