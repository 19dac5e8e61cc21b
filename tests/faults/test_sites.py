"""Codes at gates and rights boards: many at once, the same twice, and everything that is no code."""

from datetime import timedelta

import pytest

from bot.channels.console import Typed
from casework.boards import BoardEventKind
from casework.messages import Place
from casework.work import ItemKind
from storage.audit import verify
from tests.faults.conftest import Busy
from tests.faults.town import COMPLAINT, Town

TEN = range(10)
SITE = "P101"


async def test_ten_workers_of_one_site_make_one_item(busy: Busy) -> None:
    """Each is heard and answered; the unit is told once and has one thing to look at."""
    town = busy.town
    for number in TEN:
        await town.say(f"w{number}", f"/start site_{SITE}")
    told = await busy.at_once(
        *(town.update(f"w{number}", "门口没挂维权牌") for number in TEN),
        *(town.update(f"w{number}", "门口没挂维权牌") for number in TEN),
    )
    assert (10, 10) == (told.count("board-reported"), told.count("board-reported-already"))
    assert 1 == told.count("board-reported-card")
    async with town.app.unit_of_work() as uow:
        items = await uow.work.open_of("EDU")
        events = await uow.boards.of_project(SITE)
    assert [ItemKind.BOARD_REPORTED] == [item.kind for item in items]
    assert 10 == len(events)
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_two_officers_look_at_once(busy: Busy) -> None:
    """Both inspections stand; what was missing is one item for each, what was reported is done."""
    town = busy.town
    await town.say("w1", f"/start site_{SITE}")
    await town.say("w1", "没挂维权牌")
    for chat in ("EDU", "HOUS"):
        await town.say(chat, f"/board {SITE} 今天 缺 1")
    told = await busy.at_once(*(town.update(chat, "没有照片") for chat in ("EDU", "HOUS")))
    assert 2 == told.count("board-recorded")
    assert 1 == told.count("push-board-missing")
    async with town.app.unit_of_work() as uow:
        kinds = [event.kind for event in await uow.boards.of_project(SITE)]
        items = [item.kind for item in await uow.work.open_of("EDU")]
    assert [BoardEventKind.REPORTED, *[BoardEventKind.INSPECTED] * 2] == kinds
    assert [ItemKind.BOARD_TO_MEND] == items
    assert () == await verify(town.app.engine, town.app.sealer)


async def test_a_visit_of_before_answers_no_report(place: Town) -> None:
    """Whoever looked yesterday has not seen what a worker says today; two who say it are one."""

    async def kinds() -> list[ItemKind]:
        async with place.app.unit_of_work() as uow:
            return [item.kind for item in await uow.work.open_of("EDU")]

    for chat in ("w1", "w2"):
        await place.say(chat, f"/start site_{SITE}")
        await place.say(chat, "没挂维权牌")
    reported = await kinds()
    yesterday = place.clock.at.date() - timedelta(days=1)
    await place.say("EDU", f"/board {SITE} {yesterday} 都齐了")
    told = await place.say("EDU", "没有照片")
    assert [ItemKind.BOARD_REPORTED] == reported == await kinds()
    assert ("board-all-there",) == told
    assert "board-reported-already" in await place.answers("w2", "没挂维权牌")
    await place.say("EDU", f"/board {SITE} 今天 都齐了")
    told = await place.say("EDU", "没有照片")
    assert [] == await kinds()
    assert 2 == told.count("push-board-there")


@pytest.mark.parametrize(
    "code",
    [
        *(
            "site_P9999",
            "site_",
            "site64_%%%",
            "site64_6Kej",
            "SITE_P101",
            "hello",
            "site_P101 P102",
        ),
        "site_" + "x" * 3000,
        "site_'; DROP TABLE projects; --",
        "site_\U0001f600",
        "site_P101|P102",
    ],
)
async def test_whatever_is_scanned_is_answered(place: Town, code: str) -> None:
    """Known or not, before a complaint and in the middle of one; nothing is lost by it."""
    assert await place.answers("w1", f"/start {code}")
    told = await place.answers("w2", "老板欠我两万")
    assert "first-answer" in told
    assert await place.answers("w2", f"/start {code}")
    assert "receipt" in await _file(place, "w2")


async def _file(place: Town, chat: str) -> tuple[str, ...]:
    told: tuple[str, ...] = ()
    for words in ("工地", "不知道", "不知道", "不知道", "5", "2", "跳过", "跳过", "对", "对"):
        told = await place.answers(chat, words)
        if "receipt" in told:
            break
    return told


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0), (34.6512, 112.3954)]
)
async def test_a_place_from_anywhere(place: Town, latitude: float, longitude: float) -> None:
    """The poles, the sea, the gate: answered, and never attached unasked."""
    await place.say("w1", "老板欠我两万")
    here = Typed(place=Place(latitude=latitude, longitude=longitude))
    for _ in range(2):
        assert await place.answers("w1", here)
    async with place.app.unit_of_work() as uow:
        state = await uow.conversations.load("console", "w1")
    assert not state.answers.get("project")


async def test_a_scan_is_no_complaint(place: Town) -> None:
    """Whoever passes a gate opens no case; the first words about money do."""
    await place.say("w1", f"/start site_{SITE}")
    async with place.app.unit_of_work() as uow:
        assert () == await uow.cases.after("", limit=9)
    assert "first-answer" in await place.answers("w1", COMPLAINT)


async def test_a_board_button_of_somebody_s_own(place: Town) -> None:
    """Forged buttons of inspections that are none."""
    for data in (
        "o:boardphoto:1",
        "o:boardphoto:",
        "o:boardphoto:-1",
        "o:boardphoto:x",
        "o:board:1",
    ):
        told = await place.answers("EDU", Typed(button=data))
        assert {*told} <= {"error-board-photo", "stale-button", "error-case-not-found"}, data
    assert ("ask-site",) == await place.answers("w1", Typed(button="w:board"))
