"""Commands and buttons of tracks and clocks, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.clock_rules import Act, Ground
from casework.errors import NotAllowed
from casework.forms import Answers
from casework.messages import Reply
from casework.steps import Step
from handlers.context import Context
from handlers.officer.answered import day, day_or_none, text
from handlers.officer.desk import Desk
from handlers.officer.move_clock import (
    ApproveExtension,
    MoveClock,
    ResumeClock,
    approve_extension,
    move_clock,
    resume_clock,
)
from handlers.officer.record_step import RecordStep, record_step
from handlers.officer.show_case import ShowCase
from handlers.officer.show_clocks import ground_words, show_clocks

Serve = Callable[[Desk, Answers], Awaitable[Reply]]


async def _clocks(desk: Desk, answers: Answers) -> Reply:
    view = await desk.open(text(answers, "case"))
    return await show_clocks(ShowCase(officer=desk.officer, view=view), desk.ctx)


async def _track(desk: Desk, answers: Answers) -> Reply:
    request = RecordStep(
        officer=desk.officer,
        case=(await desk.open(text(answers, "case"))).case,
        track=text(answers, "record"),
        step=Step(text(answers, "record_step")),
        day=day(answers, "record_day"),
        document=text(answers, "record_document"),
    )
    return await record_step(request, desk.ctx)


def _moves(act: Act) -> Serve:
    async def serve(desk: Desk, answers: Answers) -> Reply:
        clock = text(answers, "clock").upper()
        grounds = _grounds(desk.ctx, act, clock)
        if not grounds:
            raise NotAllowed(code="error-no-ground")
        said = "".join(text(answers, "clock_ground").split())
        meant = [each for each in grounds if said in {each.id, each.words}]
        meant = meant or [each for each in grounds if said and said in each.words]
        if len(meant) != 1:
            listed = tuple(ground_words(desk.ctx, each.id) for each in grounds)
            return Reply(key="clock-grounds", args={"clock": clock, "grounds": listed})
        request = MoveClock(
            officer=desk.officer,
            case=(await desk.open(text(answers, "case"))).case,
            act=act,
            clock=clock,
            ground=meant[0].id,
            day=day_or_none(answers, "clock_day") or desk.ctx.today,
        )
        return await move_clock(request, desk.ctx)

    return serve


def _grounds(ctx: Context, act: Act, clock: str) -> tuple[Ground, ...]:
    limits = tuple(each for each in ctx.house.statutes if each.upper() == clock)
    return ctx.house.clocks.grounds_for(act, limits) if limits else ()


async def _resume(desk: Desk, answers: Answers) -> Reply:
    request = ResumeClock(
        officer=desk.officer,
        case=(await desk.open(text(answers, "case"))).case,
        clock=text(answers, "clock"),
    )
    return await resume_clock(request, desk.ctx)


CLOCK_COMMANDS: Mapping[str, Serve] = {
    "clocks": _clocks,
    "track": _track,
    "stop": _moves(Act.STOP),
    "extend": _moves(Act.EXTEND),
    "restart": _moves(Act.RESTART),
    "resume": _resume,
}


def _decided(*, agreed: bool) -> Callable[[Desk, str], Awaitable[Reply]]:
    async def serve(desk: Desk, item_id: str) -> Reply:
        request = ApproveExtension(officer=desk.officer, item_id=item_id, agreed=agreed)
        return await approve_extension(request, desk.ctx)

    return serve


EXTENSION_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "extend_yes": _decided(agreed=True),
    "extend_no": _decided(agreed=False),
}
"""A head's word on an extension, by the item that asks for it."""
