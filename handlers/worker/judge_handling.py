"""满意 or 不满意, after a case was closed; the reason of a 不满意 decides what follows."""

from dataclasses import dataclass

from casework.case import Case
from casework.errors import AlreadyDone
from casework.history import Event, EventKind
from casework.messages import Button, Reply, Words
from casework.people import PersonId
from casework.satisfaction import Dissatisfied
from casework.work import ItemKind
from handlers.after_closing import closing_of
from handlers.context import Context
from handlers.money import doubt_settled
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_handlers, tell_unit
from handlers.worker.reopen_case import ReopenCase, reopen_case


@dataclass(frozen=True, kw_only=True)
class JudgeHandling:
    """``word``: yes, no, or why not."""

    person_id: PersonId
    case: Case
    word: str


async def judge_handling(request: JudgeHandling, ctx: Context) -> Reply:
    """Write it down; 不满意 asks why."""
    if request.word not in {"yes", "no", *Dissatisfied}:
        return Reply(key="stale-button")
    last = await _last_word(request, ctx)
    if request.case.is_open or (last is not None and _said_before(request.word, last)):
        raise AlreadyDone
    if request.word in set(Dissatisfied):
        return await _because(request, ctx, Dissatisfied(request.word))
    await record(
        ctx,
        request.case,
        EventKind.SATISFACTION,
        request.person_id,
        facts={"satisfied": request.word == "yes"},
    )
    args = {"number": request.case.number}
    if request.word == "yes":
        return Reply(key="satisfied-thanks", args=args)
    return Reply(key="ask-dissatisfied", args=args, buttons=_reasons(request.case))


async def _last_word(request: JudgeHandling, ctx: Context) -> Event | None:
    """What this person said about this very closing."""
    closed = closing_of(request.case)
    events = await ctx.uow.history.of_case(request.case.id)
    said = [
        e
        for e in events
        if e.kind is EventKind.SATISFACTION
        and e.by_person == request.person_id
        and (closed is None or e.at >= closed)
    ]
    return said[-1] if said else None


def _said_before(word: str, last: Event) -> bool:
    """The same again, or after the reason was told: that is with an officer by now."""
    if "reason" in last.facts:
        return True
    return word in {"yes", "no"} and last.facts["satisfied"] is (word == "yes")


def _reasons(case: Case) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(label=Words(key=f"satisfied-why-{why}"), data=f"w:satis:{case.id}:{why}"),)
        for why in Dissatisfied
    )


async def _because(request: JudgeHandling, ctx: Context, why: Dissatisfied) -> Reply:
    case = request.case
    await record(
        ctx,
        case,
        EventKind.SATISFACTION,
        request.person_id,
        facts={"satisfied": False, "reason": why.value},
    )
    words = Words(key=f"satisfied-why-{why}")
    if why is Dissatisfied.MONEY:
        await doubt_settled(ctx, case, request.person_id)
    if why.reopens:
        await tell_handlers(ctx, case, "card-dissatisfied", why=words)
        return await reopen_case(ReopenCase(person_id=request.person_id, case=case), ctx)
    office = ctx.house.district.arrears_office
    await add_item(
        ctx,
        ItemKind.DISSATISFIED,
        office,
        key=f"dissatisfied:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        reason=why.value,
    )
    card = await case_card(ctx, case, "card-dissatisfied", unit=office, why=words)
    await tell_unit(ctx, office, card, case=case)
    unit = ctx.house.unit(office).name
    return Reply(key="dissatisfied-noted", args={"number": case.number, "unit": unit})
