"""The worker wants a person: an officer's item, and the numbers that are answered now."""

from dataclasses import dataclass

from casework.case import Case
from casework.history import EventKind
from casework.messages import Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.cards import case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit
from handlers.worker.give_receipt import hotline_lines


@dataclass(frozen=True, kw_only=True)
class CallPerson:
    """Who asks; the case they talk about, if there is one."""

    person_id: PersonId
    case: Case | None


async def call_person(request: CallPerson, ctx: Context) -> Reply:
    """Once a day for each case: asking again changes nothing but gets the same kind answer."""
    case, office = request.case, ctx.house.district.arrears_office
    about = case.id if case else request.person_id
    key = f"person:{about}:{ctx.today.isoformat()}"
    known = case is not None and any(
        item.key == key for item in await ctx.uow.work.open_of_case(case.id)
    )
    await add_item(
        ctx,
        ItemKind.PERSON_ASKED,
        case.holder if case else office,
        key=key,
        case=case,
        due_at=ctx.next_office_morning(),
    )
    if case is not None and not known:
        await record(ctx, case, EventKind.PERSON_ASKED, request.person_id)
        card = await case_card(ctx, case, "card-person-asked")
        await tell_unit(ctx, case.holder, card, case=case)
    return Reply(key="person-called", args={"hotlines": hotline_lines(ctx.house.district)})
