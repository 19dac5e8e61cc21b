"""Commands about officers, units and leaders, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.directory import ContactMode
from casework.forms import Answers
from casework.messages import Reply
from casework.people import OfficerRole
from handlers.context import Context
from handlers.officer.answer_leave import AnswerLeave, accept_leave, decline_leave, take_over
from handlers.officer.come_back import ComeBack, come_back
from handlers.officer.desk import Desk
from handlers.officer.invite_officer import InviteOfficer, invite_officer
from handlers.officer.list_staff import ListStaff, list_staff
from handlers.officer.move_officer import MoveOfficer, move_officer
from handlers.officer.set_leader import SetLeader, set_leader
from handlers.officer.show_unit import ShowUnit, show_unit
from handlers.officer.suspend_officer import (
    RestoreOfficer,
    SuspendOfficer,
    restore_officer,
    suspend_officer,
)


def _text(answers: Answers, name: str) -> str:
    return str(answers.get(name) or "")


async def _staff(desk: Desk, answers: Answers) -> Reply:
    return await list_staff(ListStaff(officer=desk.officer, unit=_text(answers, "unit")), desk.ctx)


async def _invite(desk: Desk, answers: Answers) -> Reply:
    request = InviteOfficer(
        officer=desk.officer,
        unit=_text(answers, "unit"),
        role=OfficerRole(_text(answers, "role")),
    )
    return await invite_officer(request, desk.ctx)


async def _suspend(desk: Desk, answers: Answers) -> Reply:
    request = SuspendOfficer(
        officer=desk.officer,
        post=_text(answers, "post"),
        reason=_text(answers, "suspend_reason"),
    )
    return await suspend_officer(request, desk.ctx)


async def _restore(desk: Desk, answers: Answers) -> Reply:
    request = RestoreOfficer(officer=desk.officer, post=_text(answers, "post"))
    return await restore_officer(request, desk.ctx)


async def _move(desk: Desk, answers: Answers) -> Reply:
    role = _text(answers, "role")
    request = MoveOfficer(
        officer=desk.officer,
        post=_text(answers, "post"),
        unit=_text(answers, "unit"),
        role=OfficerRole(role) if role else None,
    )
    return await move_officer(request, desk.ctx)


async def _unit(desk: Desk, answers: Answers) -> Reply:
    mode = _text(answers, "mode")
    request = ShowUnit(
        officer=desk.officer,
        unit=_text(answers, "unit"),
        mode=ContactMode(mode) if mode else None,
        phone=_text(answers, "telephone"),
    )
    return await show_unit(request, desk.ctx)


async def _leader(desk: Desk, answers: Answers) -> Reply:
    case = (await desk.open(_text(answers, "case"))).case
    request = SetLeader(officer=desk.officer, case=case, leader=_text(answers, "leader"))
    return await set_leader(request, desk.ctx)


async def _back(desk: Desk, answers: Answers) -> Reply:
    del answers
    return await come_back(ComeBack(officer=desk.officer), desk.ctx)


STAFF_COMMANDS: Mapping[str, Callable[[Desk, Answers], Awaitable[Reply]]] = {
    "staff": _staff,
    "invite": _invite,
    "suspend": _suspend,
    "restore": _restore,
    "move": _move,
    "unit": _unit,
    "leader": _leader,
    "back": _back,
}


def _answer(
    serve: Callable[[AnswerLeave, Context], Awaitable[Reply]],
) -> Callable[[Desk, str], Awaitable[Reply]]:
    async def press(desk: Desk, leave_id: str) -> Reply:
        return await serve(AnswerLeave(officer=desk.officer, leave_id=leave_id), desk.ctx)

    return press


LEAVE_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "leave_yes": _answer(accept_leave),
    "leave_no": _answer(decline_leave),
    "leave_take": _answer(take_over),
}
