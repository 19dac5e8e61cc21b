"""A case on a new phone: number and six digits, five tries; the old chat is told."""

from dataclasses import dataclass

from casework.case import Case
from casework.cases import CodeTry
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Address, Party, PartyRole, PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_person


@dataclass(frozen=True, kw_only=True)
class RecoverCase:
    """Who asks (a person seen in this chat only), with which number and digits."""

    person_id: PersonId
    channel: str
    chat: str
    number: str
    code: str


async def recover_case(request: RecoverCase, ctx: Context) -> tuple[Reply, ...]:
    """Bind this chat to the case's person, or say kindly what does not fit."""
    case = await ctx.uow.cases.by_number(request.number)
    if case is None:
        return (Reply(key="recover-wrong"),)
    tried = await ctx.uow.cases.try_query_code(case.id, request.code)
    if tried is not CodeTry.RIGHT:
        return (Reply(key="recover-locked" if tried is CodeTry.LOCKED else "recover-wrong"),)
    parties = await ctx.uow.cases.parties(case.id)
    mine = next((p for p in parties if p.person_id == request.person_id), None)
    if mine is not None and mine.role is PartyRole.WORKER:
        return (Reply(key="recover-already", args={"number": case.number}),)
    owner = next(p for p in parties if p.role is not PartyRole.ENTERED_BY)
    worker = next((p for p in parties if p.role is PartyRole.WORKER), owner)
    await tell_person(ctx, worker.person_id, Reply(key="push-recovered"), case=case)
    await ctx.uow.people.bind(
        Address(
            person_id=worker.person_id,
            channel=request.channel,
            chat=request.chat,
            valid_from=ctx.now,
        )
    )
    await record(ctx, case, EventKind.RECOVERED, worker.person_id)
    done = Reply(key="recovered", args={"number": case.number})
    return (done, *_ask_about_sharing(case, parties))


def _ask_about_sharing(case: Case, parties: tuple[Party, ...]) -> tuple[Reply, ...]:
    """The worker is here in person now: whoever filed for them is asked about, not assumed."""
    others = {PartyRole.FAMILY}
    if not any(p.role in others and p.agreed_at is None for p in parties):
        return ()
    buttons = tuple(
        Button(label=Words(key=f"label-share-{word}"), data=f"w:share:{case.id}:{word}")
        for word in ("yes", "no")
    )
    return (Reply(key="ask-sharing", args={"number": case.number}, buttons=(buttons,)),)


async def lost_code(number: str, ctx: Context) -> Reply:
    """Who has lost the digits is called on the number recorded with the case, by a person."""
    case = await ctx.uow.cases.by_number(number)
    if case is not None:
        await add_item(
            ctx,
            ItemKind.LOST_CODE,
            ctx.house.district.arrears_office,
            key=f"lost-code:{case.id}:{ctx.today.isoformat()}",
            case=case,
            due_at=ctx.next_office_morning(),
        )
    return Reply(key="lost-code-noted")
