"""Whatever comes in between, what was told of a complaint is still there afterwards."""

import pytest

from bot.channels.console import Typed
from casework.case import Status, TrackKind
from casework.conversation_state import Conversation
from casework.history import EventKind
from casework.messages import FileKind, Place
from casework.work import ItemKind
from tests.faults.kindness import kindly
from tests.faults.town import COMPLAINT, Town

BETWEEN: dict[str, tuple[Typed | str, ...]] = {
    "status": ("到哪一步了",),
    "legal aid": ("/legal",),
    "thanks": ("谢谢",),
    "a place": (Typed(place=Place(latitude=34.5, longitude=112.5)),),
    "a sticker": (Typed(unsupported="sticker"),),
    "a new one": (Typed(button="w:new"),),
    "withdrawing the other": ("/withdraw", "不撤"),
    "paid for the other": ("/paid", "没到"),
    "objecting": ("/object", "结果不对，钱没给够"),
    "recovering, then not": ("/recover", "取消"),
    "a wrong number": ("/recover", "JX2026-0000001-8", "/cancel"),
    "the old button": (Typed(button="w:object"), "/cancel"),
}


async def _state(place: Town, chat: str) -> Conversation:
    async with place.app.unit_of_work() as uow:
        return await uow.conversations.load(place.door(chat).name, chat)


@pytest.mark.parametrize("name", BETWEEN)
async def test_a_draft_survives(place: Town, name: str) -> None:
    """The same facts, the same case, and its question is asked again."""
    await place.files_a_case("w1")
    await place.say("w1", "/new")
    await place.say("w1", "工地")
    await place.say("w1", COMPLAINT)
    told = await _state(place, "w1")
    assert "complaint" == told.form
    for act in BETWEEN[name]:
        await kindly(place, "w1", act)
    now = await _state(place, "w1")
    assert (told.form, told.case_id, told.asked) == (now.form, now.case_id, now.asked)
    assert told.answers == now.answers
    assert now.turn >= told.turn
    async with place.app.unit_of_work() as uow:
        assert 2 == len(await uow.cases.after("", limit=9))


async def test_a_place_and_captions_wait_for_the_choice_of_a_case(place: Town) -> None:
    """With several cases it is asked which one; everything sent until then is attached."""
    await place.files_a_case("w1")
    await place.say("w1", "/new")
    await place.files_a_case("w1", COMPLAINT)
    photo = Typed(files=(place.file("a.jpg", b"x"),), kind=FileKind.PHOTO, text="欠条")
    await kindly(place, "w1", photo)
    await kindly(place, "w1", Typed(place=Place(latitude=34.5, longitude=112.5)))
    await kindly(place, "w1", Typed(button=place.workers.told["w1"][-1].buttons[0][0].data))
    async with place.app.unit_of_work() as uow:
        cases = await uow.cases.after("", limit=9)
        kept = [e for case in cases for e in await uow.evidence.of_case(case.id)]
    assert ["欠条\n34.500000, 112.500000"] == [e.caption for e in kept]
    assert [1] == [e.file.size for e in kept if e.file]


@pytest.mark.parametrize("words", ["跳过", "不知道", "返回", "取消", "重来", "人工", "谢谢", "😭"])
async def test_nobody_in_danger_meets_silence(place: Town, words: str) -> None:
    """Whatever is said instead of a place is answered."""
    await place.files_a_case("w1")
    await kindly(place, "w1", "工地上有人要跳楼")
    await kindly(place, "w1", words)


async def test_a_draft_that_an_officer_closed_can_still_be_filed(place: Town) -> None:
    """The worker goes on with it: it is open again, and nothing that was told is lost."""
    await kindly(place, "w1", COMPLAINT)
    await kindly(place, "OFF", "/close 1 并案 与另一件合并")
    keys: tuple[str, ...] = ()
    for words in ("张三", "13812345678", "对"):
        keys = (await kindly(place, "w1", words)).keys
    assert "receipt" in keys
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=9)
    assert case.is_open
    assert {(Status.RECEIVED, None, None)} == {
        (track.status, track.outcome, track.closed_at) for track in case.tracks
    }


async def test_a_designation_made_while_the_worker_still_tells_stays(place: Town) -> None:
    """The arrears office has named a unit for a draft: filing does not undo it."""
    await kindly(place, "w1", COMPLAINT)
    await kindly(place, "OFF", "/route 1 EDU 是学校项目")
    for words in ("张三", "13812345678", "对"):
        await kindly(place, "w1", words)
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=9)
        decision = await uow.routing.latest(case.id)
    assert ("EDU", True) == (case.holder, case.track(TrackKind.LEAD_UNIT).confirmed)
    assert decision is not None
    assert ("EDU", "OFF-1") == (decision.lead, decision.confirmed_by)
    assert not case.outside


async def test_asked_twice_whether_it_is_paid_one_answer_is_enough(place: Town) -> None:
    """Both questions are answered by it; none waits on for a case that is closed."""
    await place.files_a_case("w1")
    for chat in ("HOUS", "INSP"):
        await kindly(place, chat, "/close 1 已付清 工资都付了")
    await place.press("w1", "全到了")
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=9)
        waiting = [item.kind for item in await uow.work.open_of_case(case.id)]
        closed = [e for e in await uow.history.of_case(case.id) if e.kind is EventKind.CLOSED]
    assert not case.is_open
    assert ItemKind.CLOSING_ANSWER not in waiting
    assert 1 == len(closed)
