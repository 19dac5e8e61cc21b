"""The people of the year: each act becomes the use case that a message or button would start."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from casework.case import Case, Outcome, TrackKind
from casework.causes import Cause
from casework.complaint import Complaint
from casework.deadlines import SHANGHAI
from casework.meaning import CountRange, MoneyRange, Period
from casework.money import yuan
from casework.people import Officer, OfficerRole, Person, PersonId
from handlers.context import Context
from handlers.officer.accept_case import AcceptCase, accept_case
from handlers.officer.close_case import CloseCase, close_case
from handlers.officer.record_promise import RecordPromise, record_promise
from handlers.officer.statistics.record_meeting import RecordMeeting, record_meeting
from handlers.officer.supervision.plan_case import PlanCase, plan_case
from handlers.worker.file_case import FileCase, file_case
from handlers.worker.object_to_result import ObjectToResult, object_to_result
from handlers.worker.open_case import OpenCase, open_case
from handlers.worker.report_payment import ReportPayment, report_payment
from handlers.worker.withdraw_case import WithdrawCase, withdraw_case
from tests.simulation.plot import EMPLOYERS, Act

Play = Callable[[Act, Case, Context], Awaitable[object]]


def person_of(case: int) -> PersonId:
    """Every tenth worker has two cases."""
    return PersonId(f"worker-{case if case % 10 else max(case - 1, 0):05d}")


async def play(act: Act, ctx: Context) -> None:
    """Do it; raises what the use case refuses with."""
    if act.verb == "file":
        await _file(act, ctx)
        return
    case = await _case(act.case, ctx)
    await _PLAYS[act.verb](act, case, ctx)


async def _file(act: Act, ctx: Context) -> None:
    person = person_of(act.case)
    if not await ctx.uow.cases.of_person(person):
        await ctx.uow.people.add(Person(id=person, name=""))
    opened = await open_case(OpenCase(person_id=person, first_words="欠工资"), ctx)
    known = act.what.startswith("P")
    await file_case(
        FileCase(
            case_id=opened.id,
            person_id=person,
            complaint=Complaint(
                place_kind="site",
                site="" if known else act.what,
                project_code=act.what if known else None,
                employer=EMPLOYERS[act.case % len(EMPLOYERS)],
                amount=MoneyRange(low=yuan(act.number), high=yuan(act.number))
                if act.number
                else None,
                headcount=CountRange(low=1 + act.case % 7, high=1 + act.case % 7),
                period=Period(start="2025-09", end=f"{ctx.today:%Y-%m}"),
            ),
        ),
        ctx,
    )


async def _case(number: int, ctx: Context) -> Case:
    """The worker's newest case that this act can be about."""
    found = await ctx.uow.cases.of_person(person_of(number))
    case = await ctx.uow.cases.get(found[0 if number % 10 else -1].id)
    assert case is not None
    return case


async def _officer(ctx: Context, unit: str) -> Officer:
    """Somebody of the unit; the arrears office acts where nobody is in the chat."""
    for each in (unit, ctx.house.district.arrears_office):
        for officer in await ctx.uow.officers.of_unit(each):
            if officer.role is not OfficerRole.SUPERVISOR:
                return officer
    raise AssertionError("the town has an arrears office")


async def _inspect(act: Act, case: Case, ctx: Context) -> None:
    del act
    officer = await _officer(ctx, case.track(TrackKind.LABOUR_INSPECTION).unit)
    await accept_case(AcceptCase(officer=officer, case=case), ctx)


async def _accept(act: Act, case: Case, ctx: Context) -> None:
    del act
    await accept_case(AcceptCase(officer=await _officer(ctx, case.holder), case=case), ctx)


async def _plan(act: Act, case: Case, ctx: Context) -> None:
    officer = await _officer(ctx, case.holder)
    request = PlanCase(officer=officer, case=case, cause=Cause(act.what), text="约谈")
    await plan_case(request, ctx)


async def _meet(act: Act, case: Case, ctx: Context) -> None:
    del act
    officer = await _officer(ctx, case.holder)
    await record_meeting(RecordMeeting(officer=officer, case=case, day=ctx.today), ctx)


async def _promise(act: Act, case: Case, ctx: Context) -> None:
    day = ctx.now.astimezone(SHANGHAI).date() + timedelta(days=act.number)
    request = RecordPromise(
        officer=await _officer(ctx, case.holder),
        case=case,
        who="老板",
        amount=yuan(1_000 * act.number),
        day=day,
    )
    await record_promise(request, ctx)


async def _paid(act: Act, case: Case, ctx: Context) -> None:
    request = ReportPayment(
        person_id=person_of(act.case),
        case=case,
        how_much=act.what,
        amount=yuan(act.number) if act.number else None,
        sure=True,
    )
    await report_payment(request, ctx)


async def _close(act: Act, case: Case, ctx: Context) -> None:
    request = CloseCase(
        officer=await _officer(ctx, case.holder),
        case=case,
        outcome=Outcome(act.what),
        reason="已经核实",
    )
    await close_case(request, ctx)
    after = await ctx.uow.cases.get(case.id)
    if after is not None and after.is_open and not request.outcome.says_paid:
        unit = after.track(TrackKind.LABOUR_INSPECTION).unit
        await close_case(replace(request, officer=await _officer(ctx, unit), case=after), ctx)


async def _withdraw(act: Act, case: Case, ctx: Context) -> None:
    request = WithdrawCase(person_id=person_of(act.case), case=case, why="paid", sure=True)
    await withdraw_case(request, ctx)


async def _object(act: Act, case: Case, ctx: Context) -> None:
    request = ObjectToResult(person_id=person_of(act.case), case=case, why="没有付清")
    await object_to_result(request, ctx)


_PLAYS: Mapping[str, Play] = {
    "inspect": _inspect,
    "accept": _accept,
    "plan": _plan,
    "meet": _meet,
    "promise": _promise,
    "paid": _paid,
    "close": _close,
    "withdraw": _withdraw,
    "object": _object,
}
