"""One answer for the worker: one of the two units proposes it, the other agrees or says why not."""

from dataclasses import dataclass, replace

from casework.case import Case
from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.history import EventKind
from casework.messages import Reply
from casework.people import Officer
from casework.supervision import Answer, DualAssignment
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.acting import finish_items, working
from handlers.officer.cards import button, case_card
from handlers.record import record
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class ProposeAnswer:
    """What the worker is to be told at the end."""

    officer: Officer
    case: Case
    text: str


@dataclass(frozen=True, kw_only=True)
class AgreeAnswer:
    """The other unit's word on the proposed answer."""

    officer: Officer
    case: Case
    agreed: bool


async def propose_answer(request: ProposeAnswer, ctx: Context) -> Reply:
    """Put the answer before the other unit; a newer proposal takes the place of an older one."""
    officer, case = request.officer, request.case
    assignment = await _assignment(officer, case, ctx)
    if assignment.reported_at is not None:
        raise AlreadyDone(code="error-dual-reported")
    answer = Answer(text=request.text, by_unit=officer.unit)
    await ctx.uow.supervision.update(replace(assignment, answer=answer))
    other = _other(assignment, officer.unit)
    await record(ctx, case, EventKind.ANSWER_PROPOSED, officer, personal={"words": request.text})
    await add_item(
        ctx,
        ItemKind.AGREE_ANSWER,
        other,
        key=f"answer:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )
    card = await case_card(
        ctx,
        case,
        "card-answer-proposed",
        unit=other,
        by=ctx.house.unit(officer.unit).name,
        words=request.text,
    )
    decide = (button("ansyes", case), button("ansno", case))
    await tell_unit(ctx, other, replace(card, buttons=(decide, *card.buttons)), case=case)
    return Reply(
        key="answer-proposed",
        args={"number": case.number, "unit": ctx.house.unit(other).name},
    )


async def agree_answer(request: AgreeAnswer, ctx: Context) -> Reply:
    """Only the other unit may agree; what it does not agree to goes back to the proposer."""
    officer, case = request.officer, request.case
    assignment = await _assignment(officer, case, ctx)
    answer = assignment.answer
    if answer is None or answer.agreed_at is not None:
        raise NotFound(code="error-no-answer-proposed")
    if answer.by_unit == officer.unit:
        raise NotAllowed(code="error-own-answer")
    agreed = replace(answer, agreed_at=ctx.now) if request.agreed else None
    await ctx.uow.supervision.update(replace(assignment, answer=agreed))
    await finish_items(ctx, case, officer.unit, ItemKind.AGREE_ANSWER)
    await record(
        ctx,
        case,
        EventKind.ANSWER_AGREED,
        officer,
        facts={"agreed": request.agreed},
    )
    key, card_key = (
        ("answer-agreed", "card-answer-agreed")
        if request.agreed
        else ("answer-not-agreed", "card-answer-not-agreed")
    )
    hear = (answer.by_unit, case.holder) if request.agreed else (answer.by_unit,)
    for unit in dict.fromkeys(hear):
        card = await case_card(ctx, case, card_key, unit=unit, words=answer.text)
        await tell_unit(ctx, unit, card, case=case)
    return Reply(key=key, args={"number": case.number})


async def agreed_answer(ctx: Context, case: Case) -> str | None:
    """The agreed answer of a case assigned from above; "" for any other case, None: not yet."""
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None or assignment.reported_at is not None:
        return ""
    answer = assignment.answer
    return answer.text if answer is not None and answer.agreed_at is not None else None


async def _assignment(officer: Officer, case: Case, ctx: Context) -> DualAssignment:
    working(officer)
    assignment = await ctx.uow.supervision.of_case(case.id)
    if assignment is None:
        raise NotFound(code="error-no-assignment")
    if officer.unit not in assignment.units:
        raise NotAllowed(code="error-role")
    return assignment


def _other(assignment: DualAssignment, unit: str) -> str:
    return next(each for each in assignment.units if each != unit)
