"""Part has come and was all that was said to come: is the rest still wanted?

Only the worker's own word ends a case of which money is missing, and it can be taken back.
"""

from dataclasses import dataclass

from casework.case import HOLDERS, Case, Outcome
from casework.errors import AlreadyDone
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import PersonId
from handlers.context import Context
from handlers.money import account_words, is_own_word, ledger_of
from handlers.officer.settle_closing import (
    close_tracks,
    finish_closings,
    outcome_words,
    waiting_closings,
)
from handlers.record import record
from handlers.tell import tell_handlers


@dataclass(frozen=True, kw_only=True)
class GiveUpRest:
    """``wanted`` True: the case goes on."""

    person_id: PersonId
    case: Case
    wanted: bool


async def give_up_rest(request: GiveUpRest, ctx: Context) -> tuple[Reply, ...]:
    """Close as paid in part, or leave it open; the handler hears it either way."""
    case = request.case
    items = await waiting_closings(ctx, case)
    if not items or not case.is_open:
        raise AlreadyDone
    ledger = await ledger_of(ctx, case)
    claim = ledger.claim_of(request.person_id)
    if not await is_own_word(ctx, case, request.person_id, claim):
        return (Reply(key="paid-only-own"),)
    await finish_closings(ctx, case)
    account = ledger.money.of(claim.id if claim else None)
    officer = await ctx.uow.officers.get(str(items[-1].facts["officer"]))
    if request.wanted or officer is None or len(ledger.claims) > 1:
        await tell_handlers(ctx, case, "card-rest-wanted", **account_words(account))
        return (Reply(key="rest-goes-on", args={"number": case.number}),)
    case = await close_tracks(ctx, case, officer, tuple(HOLDERS), Outcome.PAID_PART)
    await record(
        ctx,
        case,
        EventKind.CLOSED,
        request.person_id,
        facts={
            "outcome": Outcome.PAID_PART.value,
            "confirmed_by_worker": True,
            "workers": len(ledger.claims),
            "item": items[-1].id,
        },
    )
    outcome = outcome_words(Outcome.PAID_PART)
    await tell_handlers(ctx, case, "card-closed-paid", outcome=outcome)
    again = Button(label=Words(key="label-reopen"), data=f"w:reopen:{case.id}")
    return (Reply(key="rest-given-up", args={"number": case.number}, buttons=((again,),)),)
