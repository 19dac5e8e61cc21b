"""A foreman's list becomes one claim a worker; his own project money stays apart (724 Art 52)."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.claims import Claim, ClaimKind, ClaimSource
from casework.history import EventKind
from casework.meaning import MoneyRange
from casework.messages import Money, Reply
from casework.people import PersonId
from casework.people_list import ListedWorker, total
from handlers.context import Context
from handlers.officer.groups.join import join_group
from handlers.officer.groups.live_card import refresh_cards
from handlers.record import record
from handlers.tell import tell_handlers


@dataclass(frozen=True, kw_only=True)
class ListPeople:
    """The rows, and whether project money is claimed beside the wages."""

    person_id: PersonId
    case: Case
    rows: tuple[ListedWorker, ...]
    project_money: bool


async def list_people(request: ListPeople, ctx: Context) -> Reply:
    """Write the rows; sending the list again adds only names that are not there yet."""
    case = request.case
    known = {c.name for c in await ctx.uow.claims.of_case(case.id)}
    for row in request.rows:
        if row.name in known:
            continue
        await ctx.uow.claims.add(
            Claim(
                id=ctx.house.new_id(),
                case_id=case.id,
                person_id=None,
                name=row.name,
                amount=MoneyRange(low=row.amount, high=row.amount),
                source=ClaimSource.FOREMAN_LIST,
            )
        )
    kind = ClaimKind.BOTH if request.project_money else ClaimKind.WAGE
    case = replace(
        case, claim_kind=kind, people_claimed=len(known | {r.name for r in request.rows})
    )
    await ctx.uow.cases.save(case)
    await record(
        ctx,
        case,
        EventKind.PEOPLE_LISTED,
        request.person_id,
        facts={
            "people": len(request.rows),
            "fen": total(request.rows),
            "project_money": request.project_money,
        },
        personal={"names": "、".join(row.name for row in request.rows)},
    )
    await join_group(ctx, case)
    await tell_handlers(ctx, case, "card-list")
    await refresh_cards(ctx, await ctx.uow.groups.of_case(case.id))
    return Reply(
        key="list-filed-both" if request.project_money else "list-filed",
        args={
            "number": case.number,
            "n": len(request.rows),
            "sum": Money(fen=total(request.rows)),
        },
    )
