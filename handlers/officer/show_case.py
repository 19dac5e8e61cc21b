"""One case in full, masked for whoever does not need the name; a phone number is one tap, logged."""

from dataclasses import dataclass, replace

from casework.access import CaseView
from casework.balance import paid_so_far
from casework.case import Case
from casework.errors import NotAllowed
from casework.history import Event, EventKind
from casework.masking import hide
from casework.messages import Button, Money, Reply, Words
from casework.people import (
    Officer,
    PartyRole,
    Person,
    mask_name,
    mask_phone,
    phone_in_groups,
)
from casework.questions import text_words
from casework.routing import RoutingDecision
from handlers.context import Context
from handlers.officer.cards import case_card, leader_name
from handlers.record import record

LAST_EVENTS = 8


@dataclass(frozen=True, kw_only=True)
class ShowCase:
    """Who looks at what."""

    officer: Officer
    view: CaseView


async def show_case(request: ShowCase, ctx: Context) -> tuple[Reply, ...]:
    """The card, and below it the people, the money and what happened last."""
    case = request.view.case
    card = await case_card(ctx, case, "card-case", unit=request.officer.unit)
    people = await _people(ctx, case, masked=request.view.masked)
    payments = await ctx.uow.claims.payments_of(case.id)
    evidence = await ctx.uow.evidence.of_case(case.id)
    events = _worth_showing(await ctx.uow.history.of_case(case.id))
    decision = await ctx.uow.routing.latest(case.id)
    hidden = await _names(ctx, case) if request.view.masked else None
    more = Reply(
        key="case-details",
        args={
            "number": case.number,
            "people": people,
            "employer": text_words(case.said.employer),
            "masked": Words(key="case-masked") if request.view.masked else "",
            "paid": Money(fen=paid_so_far(payments)),
            "evidence": len(evidence),
            "rule": f"{decision.rule_id} · {decision.source}" if decision else "",
            "assist": _assisting(ctx, decision),
            "history": tuple(history_line(ctx, e, hidden) for e in events[-LAST_EVENTS:]),
        },
    )
    return (card, more)


def _assisting(ctx: Context, decision: RoutingDecision | None) -> Words | str:
    if decision is None or not decision.assist:
        return ""
    names = "、".join(ctx.house.unit(unit).name for unit in decision.assist)
    return Words(key="case-assist", args={"units": names})


def _worth_showing(events: tuple[Event, ...]) -> list[Event]:
    """Without looks and prints, and without the single answers that the filing sums up."""
    filed = next((e.seq for e in events if e.kind is EventKind.FILED), 0)
    return [
        e
        for e in events
        if e.kind not in {EventKind.VIEWED, EventKind.PRINTED, EventKind.RECEIPT}
        and not (e.kind is EventKind.SAID and e.seq < filed)
    ]


async def _names(ctx: Context, case: Case) -> tuple[str, ...]:
    parties = await ctx.uow.cases.parties(case.id)
    return tuple([(await ctx.uow.people.get(party.person_id)).name for party in parties])


def history_line(ctx: Context, event: Event, hidden: tuple[str, ...] | None = None) -> Words:
    """One line of the history, with the words that were said; without these names if any."""
    units = ctx.house.district.units
    unit = units.get(event.acting_unit)
    chosen = units.get(str(event.facts.get("to") or event.facts.get("lead") or ""))
    said = event.personal.get("words") or event.personal.get("reason") or ""
    if hidden is not None:
        said = hide(said, hidden)
    post = str(event.facts.get("post") or "") or leader_name(
        ctx, str(event.facts.get("leader") or "")
    )
    said = "，".join(filter(None, (chosen.name if chosen else post, said)))
    fen = int(event.facts.get("fen") or 0)
    return Words(
        key="history-line",
        args={
            "at": event.at,
            "sum": Words(key="history-sum", args={"sum": Money(fen=fen)}) if fen else "",
            "what": Words(key=f"event-{event.kind.value.replace('_', '-')}"),
            "unit": unit.name if unit else "",
            "said": Words(key="history-said", args={"words": said}) if said else "",
        },
    )


async def _people(ctx: Context, case: Case, *, masked: bool) -> tuple[Words, ...]:
    lines = []
    for party in await ctx.uow.cases.parties(case.id):
        if party.role is PartyRole.ENTERED_BY:
            continue
        person = await ctx.uow.people.get(party.person_id)
        name = mask_name(person.name) if masked else person.name
        lines.append(
            Words(
                key="person-line",
                args={
                    "role": Words(key=f"party-{party.role.value}"),
                    "name": text_words(name),
                    "phone": text_words(mask_phone(person.phone))
                    if person.phone
                    else Words(key="phone-not-left"),
                },
            )
        )
    return tuple(lines)


async def show_phone(request: ShowCase, ctx: Context) -> Reply:
    """The number itself, and an event that says who looked."""
    case = request.view.case
    if request.view.masked:
        raise NotAllowed(code="error-masked")
    people = [p for p in await _reachable(ctx, case) if p.phone]
    await record(ctx, case, EventKind.VIEWED, request.officer, facts={"what": "phone"})
    if not people:
        return Reply(key="no-phone", args={"number": case.number})
    lines = tuple(
        Words(
            key="phone-line",
            args={"name": text_words(p.name), "phone": phone_in_groups(p.phone)},
        )
        for p in people
    )
    buttons = tuple(
        Button(label=Words(key=f"call-{r.replace('_', '-')}"), data=f"o:call-{r}:{case.id}")
        for r in ("reached", "not_reached", "dead_number")
    )
    return replace(
        Reply(key="phone-shown", args={"number": case.number, "people": lines}),
        buttons=(buttons,),
    )


async def _reachable(ctx: Context, case: Case) -> list[Person]:
    parties = await ctx.uow.cases.parties(case.id)
    return [
        await ctx.uow.people.get(p.person_id)
        for p in parties
        if p.role is not PartyRole.ENTERED_BY
    ]
