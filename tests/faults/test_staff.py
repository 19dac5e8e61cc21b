"""Posts, leaves and leaders under attack: at once, by the wrong hand, too late."""

import asyncio

import pytest

from bot.channels.console import Typed
from casework.case import Case
from casework.history import EventKind
from casework.people import LeaveState, Officer, OfficerRole
from casework.work import ItemKind
from storage.audit import verify
from tests.faults.conftest import Busy
from tests.faults.kindness import about_cases, kindly, nothing_broken
from tests.faults.town import Town, enrol


async def _posts(town: Town) -> dict[str, Officer]:
    async with town.app.unit_of_work() as uow:
        return {officer.code: officer for officer in await uow.officers.everybody()}


async def _case(town: Town) -> Case:
    async with town.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=2)
    return case


async def test_two_supervisors_who_suspend_each_other_leave_one(busy: Busy) -> None:
    """Whoever is second is refused: the district is never without a supervisor."""
    town = busy.town
    await enrol(town.app, [("LG-2", "LG", OfficerRole.SUPERVISOR)], town.officers)
    await busy.at_once(
        town.update("LG", "/suspend LG-2 试试"), town.update("LG-2", "/suspend LG-1 试试")
    )
    posts = await _posts(town)
    active = [p for p in ("LG-1", "LG-2") if posts[p].suspended_at is None]
    assert 1 == len(active)
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_suspended_while_the_worker_writes(busy: Busy) -> None:
    """The case goes to the head, the worker's words reach somebody, and the chain is whole."""
    town = busy.town
    await town.files_a_case("w1")
    await town.say("HOUS", "/accept 1")
    await busy.at_once(
        town.update("LG", "/suspend HOUS-1 调岗"),
        town.update("HOUS", "/progress 1 去过工地"),
        town.update("w1", "/status"),
    )
    posts, case = await _posts(town), await _case(town)
    assert posts["HOUS-2"].id == case.tracks[0].officer_id
    assert posts["HOUS-1"].suspended_at is not None
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_a_unit_without_a_head_gives_its_cases_to_the_arrears_office(place: Town) -> None:
    """Each case is an item with a date; naming somebody finishes it."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/accept 1")
    await place.say("LG", "/suspend HOUS-2 退休")
    await place.say("LG", "/suspend HOUS-1 退休")
    case = await _case(place)
    async with place.app.unit_of_work() as uow:
        items = [i for i in await uow.work.open_of("OFF") if i.kind is ItemKind.PERSON_LEFT]
        events = await uow.history.of_case(case.id)
    assert [case.id] == [item.case_id for item in items]
    assert all(item.due_at for item in items)
    assert None is case.tracks[0].officer_id
    assert EventKind.OFFICER_LEFT in {event.kind for event in events}
    await enrol(place.app, [("HOUS-3", "HOUS", OfficerRole.HANDLER)], place.officers)
    assert ("error-no-such-officer",) == await place.answers("OFF", "/assign 1 EDU-1")
    assert "assigned" in await place.answers("OFF", "/assign 1 HOUS-3")
    async with place.app.unit_of_work() as uow:
        assert not [i for i in await uow.work.open_of("OFF") if i.kind is ItemKind.PERSON_LEFT]


@pytest.mark.parametrize(
    "line",
    [
        "/suspend",
        "/suspend HOUS-99 x",
        "/suspend OFF-1 自己",
        "/suspend OFF-2 同事",
        "/suspend LG-1 领导",
        "/restore HOUS-1",
        "/restore HOUS-77",
        "/move HOUS-1 住建局",
        "/move HOUS-1 司法局 分办",
        "/move HOUS-1 住建局 督办",
        "/move OFF-2 住建局 经办人",
        "/move HOUS-1",
        "/move",
        "/invite 住建局 法律援助",
        "/invite 没有的单位 经办人",
        "/unit",
        "/unit 没有的单位",
        "/unit 住建局 123",
        "/leader 1 HOUS-99",
        "/leader 1 HOUS-1",
        "/leader 99 副组长",
        "/staff 没有的单位",
    ],
)
async def test_what_cannot_be_changes_nothing(place: Town, line: str) -> None:
    """Unknown post, own post, a wrong unit or role: a sentence, and nothing is different."""
    await place.files_a_case("w1")
    before, posts = await about_cases(place), await _posts(place)
    await kindly(place, "OFF", line)
    assert before == await about_cases(place)
    assert posts == await _posts(place)
    await nothing_broken(place)


@pytest.mark.parametrize("role", ["HOUS", "HOUS-head", "JUST"])
async def test_others_may_not_administer(place: Town, role: str) -> None:
    """Handlers, heads and legal aid change nobody and no unit."""
    posts = await _posts(place)
    for line in (
        "/suspend EDU-1 x",
        "/restore EDU-1",
        "/move EDU-1 HOUS",
        "/invite EDU handler",
        "/unit EDU 纸质",
    ):
        assert ("error-role",) == (await kindly(place, role, line)).keys
    assert posts == await _posts(place)
    async with place.app.unit_of_work() as uow:
        assert () == await uow.units.of_unit("EDU")


async def test_a_leave_is_answered_by_whom_it_asks(place: Town) -> None:
    """Others, forged ids and late presses are told so; the deputy's suspension opens it again."""
    await place.files_a_case("w1")
    await place.say("HOUS", "/accept 1")
    posts = await _posts(place)
    await place.say("HOUS", f"/leave 11-24 11-27 {posts['HOUS-2'].id}")
    async with place.app.unit_of_work() as uow:
        (leave,) = await uow.officers.leaves_from(place.clock.now().date())
    for chat in ("EDU", "OFF", "LG", "HOUS"):
        for verb in ("leave_yes", "leave_no", "leave_take"):
            answered = await kindly(place, chat, Typed(button=f"o:{verb}:{leave.id}"))
            assert answered.keys[0] in {"stale-button", "error-not-asked", "error-role"}
    for about in ("", "x", "a" * 50):
        assert ("stale-button",) == (
            await kindly(place, "HOUS-head", Typed(button=f"o:leave_yes:{about}"))
        ).keys
    await kindly(place, "HOUS-head", Typed(button=f"o:leave_yes:{leave.id}"))
    again = await kindly(place, "HOUS-head", Typed(button=f"o:leave_yes:{leave.id}"))
    assert ("error-already-done",) == again.keys
    await place.say("LG", "/suspend HOUS-2 退休")
    async with place.app.unit_of_work() as uow:
        (leave,) = await uow.officers.leaves_from(place.clock.now().date())
        items = await uow.work.open_of("OFF")
    assert LeaveState.DECLINED is leave.state
    assert [ItemKind.LEAVE_OPEN] == [i.kind for i in items if i.kind is ItemKind.LEAVE_OPEN]


async def test_yes_and_no_at_once_is_one_answer(busy: Busy) -> None:
    """A thumb that slips presses both: the first counts, and the log says which."""
    town = busy.town
    posts = await _posts(town)
    await town.say("HOUS", f"/leave 11-24 11-27 {posts['HOUS-2'].id}")
    async with town.app.unit_of_work() as uow:
        (leave,) = await uow.officers.leaves_from(town.clock.now().date())
    await busy.at_once(
        *(
            town.update("HOUS-head", Typed(button=f"o:{verb}:{leave.id}"))
            for verb in ("leave_yes", "leave_yes", "leave_no")
        )
    )
    await asyncio.sleep(0)
    async with town.app.unit_of_work() as uow:
        kinds = [event.kind.value for event in await uow.staff.latest(limit=20, post="HOUS-1")]
        (leave,) = await uow.officers.leaves_from(town.clock.now().date())
    assert LeaveState.ACCEPTED is leave.state
    assert 1 == kinds.count("leave_accepted")
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_the_arrears_office_is_never_empty(busy: Busy) -> None:
    """Its last post is neither suspended nor moved: whatever nobody does waits there."""
    town = busy.town
    await busy.at_once(
        town.update("LG", "/suspend OFF-1 调岗"), town.update("LG", "/move OFF-2 EDU 经办人")
    )
    posts = await _posts(town)
    left = [p.code for p in posts.values() if p.unit == "OFF" and p.suspended_at is None]
    assert 1 == len(left)
    told = await town.answers("LG", f"/move {left[0]} EDU 经办人")
    assert ("error-last-in-office",) == told
    assert ("error-last-in-office",) == await town.answers("LG", f"/suspend {left[0]} 调岗")
