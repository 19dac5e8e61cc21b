"""Telling people: rows of the outbox in the same commit as what they tell of.

Whoever has no chat, and whatever a chat refuses, becomes a "call or print" item of a unit.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from casework.access import is_masked_for
from casework.case import Case, TrackKind
from casework.masking import hide
from casework.messages import Arg, Outgoing, Reply, Urgency, Words
from casework.people import SPEAKS_FOR_ITSELF, Officer, Party, PartyRole, PersonId
from casework.work import ItemKind, WorkItem
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.on_duty import handler_today, officers_of


async def tell_person(
    ctx: Context,
    person_id: PersonId,
    reply: Reply,
    *,
    case: Case | None = None,
    urgency: Urgency = Urgency.PUSH,
    purpose: str = "",
) -> bool:
    """Queue a message to every chat of a person; False where there is none."""
    person = await ctx.uow.people.get(person_id)
    addresses = await ctx.uow.people.addresses(person_id)
    for address in addresses:
        await ctx.uow.outbox.put(
            Outgoing(
                channel=address.channel,
                chat=address.chat,
                language=person.language,
                reply=reply,
                urgency=urgency,
                case_id=case.id if case else None,
                person_id=person_id,
                purpose=purpose,
            )
        )
    return bool(addresses)


def _may_see(party: Party) -> bool:
    return party.role in SPEAKS_FOR_ITSELF or party.agreed_at is not None


async def tell_worker(
    ctx: Context, case: Case, reply: Reply, *, what: str, purpose: str = "relay"
) -> Words:
    """Push a change to everyone the case belongs to.

    Who acts for a worker without that worker's word hears that something changed, no details.
    Where nobody who may hear it has a chat, an officer calls or prints: ``what`` names it then.
    Returns what became of it, for the officer who did it.
    """
    reached = False
    for party in await ctx.uow.cases.parties(case.id):
        if party.role is PartyRole.ENTERED_BY:
            continue
        told = reply if _may_see(party) else _without_details(case, reply)
        arrived = await tell_person(ctx, party.person_id, told, case=case, purpose=purpose)
        reached |= arrived and _may_see(party)
    if reached:
        return Words(key="told-worker")
    await call_or_print(ctx, case, what)
    return Words(key="told-nobody")


def _without_details(case: Case, reply: Reply) -> Reply:
    if reply.key.startswith("push-"):
        return replace(
            reply,
            key="push-no-details",
            args={"number": case.number, "status": Words(key=f"status-{case.status.value}")},
            buttons=(),
            file=None,
        )
    return reply


async def call_or_print(ctx: Context, case: Case, what: str) -> None:
    """Nobody could be reached in a chat: an officer calls, or prints and sends."""
    await add_item(
        ctx,
        ItemKind.CALL_OR_PRINT,
        case.holder,
        key=f"call:{case.id}:{what}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        what=what,
    )


async def tell_unit(
    ctx: Context,
    unit: str,
    reply: Reply,
    *,
    case: Case | None = None,
    urgency: Urgency = Urgency.PUSH,
    only: Callable[[Officer], bool] = lambda _: True,
) -> bool:
    """Tell the officers of a unit; False where none has a chat."""
    those = [officer for officer in await officers_of(ctx, unit) if only(officer)]
    return await tell_officers(ctx, those, reply, case=case, urgency=urgency)


async def tell_officers(
    ctx: Context,
    officers: Iterable[Officer],
    reply: Reply,
    *,
    case: Case | None = None,
    urgency: Urgency = Urgency.PUSH,
) -> bool:
    """Tell these officers; False where none has a chat."""
    told = False
    for officer in officers:
        told |= await tell_person(
            ctx, officer.person_id, reply, case=case, urgency=urgency, purpose="card"
        )
    return told


async def tell_handlers(ctx: Context, case: Case, key: str, **args: Arg) -> bool:
    """A card for whoever works on a track, or the whole unit while nobody is named.

    Once every track is closed, those who closed it still hear what comes after.
    """
    tracks = [t for t in case.tracks if t.kind is not TrackKind.LEGAL_AID]
    told, seen = False, set[str]()
    for track in [t for t in tracks if t.is_open] or tracks:
        if track.unit in seen:
            continue
        seen.add(track.unit)
        shown = await _as_seen_by(ctx, track.unit, case, args)
        card = await case_card(ctx, case, key, unit=track.unit, **shown)
        officer = await handler_today(ctx, track.officer_id)
        if officer is not None:
            told |= await tell_person(ctx, officer.person_id, card, case=case, purpose="card")
        else:
            told |= await tell_unit(ctx, track.unit, card, case=case)
    return told


async def _as_seen_by(
    ctx: Context, unit: str, case: Case, args: Mapping[str, Arg]
) -> Mapping[str, Arg]:
    """People's own words without names and numbers, for a unit that may not know them."""
    if not any(isinstance(value, str) for value in args.values()):
        return args
    parties = await ctx.uow.cases.parties(case.id)
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    if not is_masked_for(unit, case, parties, ctx.house.district, project):
        return args
    names = [(await ctx.uow.people.get(party.person_id)).name for party in parties]
    return {k: hide(v, names) if isinstance(v, str) else v for k, v in args.items()}


async def add_item(
    ctx: Context,
    kind: ItemKind,
    unit: str,
    *,
    key: str,
    case: Case | None = None,
    due_at: datetime | None = None,
    **facts: str | int,
) -> WorkItem:
    """Put something on a unit's table; the same key twice stands once."""
    item = WorkItem(
        id=ctx.house.new_id(),
        kind=kind,
        unit=unit,
        key=key,
        created_at=ctx.now,
        due_at=due_at,
        case_id=case.id if case else None,
        facts=facts,
    )
    await ctx.uow.work.add(item)
    return item
