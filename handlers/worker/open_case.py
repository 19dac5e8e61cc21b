"""Give a complaint a number and an owner before anything is asked: nobody who starts is lost."""

from dataclasses import dataclass
from datetime import timedelta

from casework.case import Case, Said, Source, Status, Track, TrackKind
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Party, PartyRole, PersonId
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.record import record

IDLE = timedelta(hours=2)


@dataclass(frozen=True, kw_only=True)
class OpenCase:
    """A complaint has begun; ``first_words`` are kept as they were written."""

    person_id: PersonId
    first_words: str
    source: Source = Source.BOT


async def open_case(request: OpenCase, ctx: Context) -> Case:
    """Open a draft held by the arrears office, and plan that it cannot be forgotten."""
    district = ctx.house.district
    case = Case(
        id=ctx.house.new_id(),
        number=await ctx.uow.cases.next_number(district.prefix, ctx.today.year),
        opened_at=ctx.now,
        first_message_at=ctx.now,
        source=request.source,
        said=Said(first_words=request.first_words),
        tracks=(
            Track(kind=TrackKind.LEAD_UNIT, unit=district.arrears_office, status=Status.DRAFT),
            Track(kind=TrackKind.LABOUR_INSPECTION, unit=district.inspection, status=Status.DRAFT),
        ),
    )
    await ctx.uow.cases.add(case)
    await ctx.uow.cases.add_party(
        Party(case_id=case.id, person_id=request.person_id, role=PartyRole.WORKER)
    )
    await record(
        ctx,
        case,
        EventKind.OPENED,
        request.person_id,
        facts={"source": request.source.value, "unit": case.holder},
        personal={"words": request.first_words},
    )
    await _plan_that_it_is_not_forgotten(ctx, case)
    return case


async def _plan_that_it_is_not_forgotten(ctx: Context, case: Case) -> None:
    for kind, at in (
        (DueKind.IDLE_REMINDER, ctx.now + IDLE),
        (DueKind.UNFINISHED_ITEM, ctx.next_office_morning()),
    ):
        await ctx.uow.due.plan(
            Due(id=ctx.house.new_id(), kind=kind, key=f"{kind}:{case.id}", at=at, case_id=case.id)
        )


async def keep_alive(ctx: Context, case_id: str) -> None:
    """The worker wrote again: the two idle hours begin anew."""
    await ctx.uow.due.replan(f"{DueKind.IDLE_REMINDER}:{case_id}", ctx.now + IDLE)


def first_answer(case: Case, *, urgent: bool = False) -> Reply:
    """The first sentence to somebody who complains; in danger only the number is said."""
    if urgent:
        return Reply(key="first-answer-urgent", args={"number": case.number})
    return Reply(
        key="first-answer",
        args={"number": case.number},
        buttons=((Button(label=Words(key="label-privacy"), data="w:privacy"),),),
    )
