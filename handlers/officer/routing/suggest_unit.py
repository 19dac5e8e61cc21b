"""More is known of a case: what the table says now goes before the arrears office, nothing moves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from casework.case import Case, TrackKind
from casework.history import EventKind
from casework.messages import Arg, Button, Reply, Words
from casework.people import Officer, PersonId
from casework.routing import RoutingDecision
from casework.suggestion import as_facts
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class SuggestUnit:
    """The decision for what is known now; ``words``: what somebody said, for the sealed part."""

    case: Case
    decision: RoutingDecision
    by: Officer | PersonId | None  # None: the clock, after the ledger has changed
    words: Mapping[str, str]


async def suggest_unit(request: SuggestUnit, ctx: Context) -> bool:
    """Write it down and tell the arrears office; False where the case is there already.

    Rule: after an edit the machine proposes and a person decides; until then the unit that holds
    the case goes on with it, and every clock runs.
    """
    case, decision = request.case, request.decision
    lead = case.track(TrackKind.LEAD_UNIT)
    designating = await _waits_to_be_designated(ctx, case)
    if not lead.is_open or (not designating and (not decision.sure or decision.lead == lead.unit)):
        return False
    await record(
        ctx,
        case,
        EventKind.UNIT_SUGGESTED,
        request.by,
        track=TrackKind.LEAD_UNIT,
        facts=as_facts(decision),
        personal=request.words,
    )
    if not designating:
        await _to_decide(ctx, case)
    await tell_unit(
        ctx,
        ctx.house.district.arrears_office,
        await _card(ctx, case, decision, designating=designating),
        case=case,
    )
    return True


async def _waits_to_be_designated(ctx: Context, case: Case) -> bool:
    items = await ctx.uow.work.open_of_case(case.id)
    return any(item.kind is ItemKind.DESIGNATE for item in items)


async def _to_decide(ctx: Context, case: Case) -> None:
    items = await ctx.uow.work.open_of_case(case.id)
    if any(item.kind is ItemKind.REROUTE for item in items):
        return
    await add_item(
        ctx,
        ItemKind.REROUTE,
        ctx.house.district.arrears_office,
        key=f"reroute:{case.id}:{ctx.now.isoformat()}:{ctx.house.new_id()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )


async def _card(
    ctx: Context, case: Case, decision: RoutingDecision, *, designating: bool
) -> Reply:
    office = ctx.house.district.arrears_office
    key = "card-suggested" if designating else "card-reroute"
    if not decision.sure:
        key = "card-suggested-open"
    args: dict[str, Arg] = {
        "facts": fact_words(ctx, decision),
        "lead": ctx.house.unit(decision.lead).name,
        "assist": "、".join(ctx.house.unit(code).name for code in decision.assist) or "—",
        "source": decision.source,
        "holder": ctx.house.unit(case.holder).name,
    }
    card = await case_card(ctx, case, key, unit=office, **args)
    return replace(card, buttons=(*_buttons(ctx, case, decision, designating), *card.buttons))


def _buttons(
    ctx: Context, case: Case, decision: RoutingDecision, designating: bool
) -> tuple[tuple[Button, ...], ...]:
    if not decision.sure:
        return ()
    lead = ctx.house.unit(decision.lead).name
    yes = Button(
        label=Words(key="do-unit-yes", args={"unit": lead}),
        data=f"o:unit_yes:{case.id}:{decision.lead}",
    )
    no = Button(
        label=Words(key="do-unit-no", args={"unit": ctx.house.unit(case.holder).name}),
        data=f"o:unit_no:{case.id}:{decision.lead}",
    )
    return ((yes,),) if designating else ((yes,), (no,))


def fact_words(ctx: Context, decision: RoutingDecision) -> Words:
    """Who builds, what, where, in the words of an office."""
    used, district = decision.facts_used, ctx.house.district
    street = district.sub_districts.get(used.get("sub_district", ""))
    industry = district.industries.get(used.get("industry", ""))
    unknown = Words(key="value-unknown")
    kind = used.get("class")
    return Words(
        key="unit-facts",
        args={
            "class": Words(key=f"class-{kind}") if kind else unknown,
            "industry": industry.name if industry else unknown,
            "street": street.name if street else unknown,
        },
    )
