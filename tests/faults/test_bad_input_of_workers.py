"""Whatever a worker's phone sends: one clear kind answer, nothing lost, nothing in a log."""

import json
import logging
from dataclasses import replace
from datetime import datetime

import pytest
from structlog.testing import capture_logs

from bot.channels.channel import FileGone, FileTooLarge
from bot.channels.console import Typed
from casework.messages import Contact, FileKind, Incoming, Place
from casework.numbers import case_number
from casework.transport import RawUpdate
from storage.audit import verify
from tests.faults.kindness import about_cases, kindly, nothing_broken
from tests.faults.town import CODE, COMPLAINT, Door, Town

TEXTS = {
    "empty": "",
    "blank": " \t\n ",
    "one letter": "a",
    "4,096 characters": "工" * 4096,
    "4,096 different ones": "我在工地干活老板欠钱三个月" * 315,
    "20,000 characters": "老板欠我两万八，" * 2500,
    "20,000 digits": "1" * 20_000,
    "20,000 newlines": "\n" * 20_000 + "x",
    "emoji": "😭🙏💰👷\u200d♂️",
    "right to left": "أجري لم يُدفع منذ ثلاثة أشهر \u202eabc\u202c",
    "control characters": "欠\x01\x02\x1b[31m钱\x7f\u0085\u2028",
    "NUL": "欠\x00钱",
    "half a character": "欠\ud83d钱",
    "HTML": "<b>欠钱</b><script>alert(1)</script>&lt;",
    "Fluent": '{ $number } { -brand } {"x"} \n key = value\n .attr = x',
    "our own marks": "\ue0000\ue001\ue0001\ue001",
    "SQL": "'; DROP TABLE cases; --",
    "a format": "%s %(x)s {0} {x!r} ${HOME}",
    "Markdown": "*欠* _钱_ [x](tg://user?id=1) `a`",
    "full-width digits": "１３８００００００００",
    "other digits": "٣٤٥ ²³ ① ৪৫ 五千 㐂",
    "huge sum": "老板欠我99999999999999999999999999万元",
    "huge number": "欠我们" + "9" * 400 + "个人工资",
    "negative": "-5000 -1个人 0元 0个月",
    "only a slash": "/",
    "unknown command": "/frobnicate now",
    "command of officers": "/accept 1",
    "command with NUL": "/\x00",
    "bare prefix": "q:1:amount:x",
    "a case number": case_number("JX", 2026, 1),
    "a wrong case number": "JX2026-0000001-8",
    "many case numbers": "JX2026-0000001-8 " * 200,
}


async def _asked_for_sum(place: Town) -> None:
    await place.say("w1", "老板不给工资")


async def _filed(place: Town) -> None:
    await place.files_a_case("w1")


async def _fresh(place: Town) -> None:
    del place


async def _recovering(place: Town) -> None:
    await place.say("w1", "/recover")


async def _read_back(place: Town) -> None:
    for words in (COMPLAINT, "张三", "13812345678"):
        await place.say("w1", words)


STATES = {f.__name__[1:]: f for f in (_fresh, _asked_for_sum, _read_back, _recovering, _filed)}


@pytest.mark.parametrize("state", ["asked_for_sum", "recovering", "filed"])
async def test_any_text_gets_a_kind_answer(place: Town, state: str) -> None:
    """In every state of the conversation, one text after another."""
    await STATES[state](place)
    for name, text in TEXTS.items():
        await kindly(place, "w1", text)
        assert all(told.text for told in place.workers.told["w1"]), name
    await nothing_broken(place)
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_long_words_are_kept_whole(place: Town) -> None:
    """What is read is cut, what was said is not."""
    words = COMPLAINT + "。" + "老板说过年给" * 3000
    await kindly(place, "w1", words)
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=5)
    assert words == case.said.first_words


FORGED = (
    "x",
    ":",
    "::::",
    "q",
    "q:",
    "q:0::",
    "q:0::!unknown",
    "q:0::!person",
    "q:status",
    "x:new",
    "q:1:nothing:x",
    "q:²:amount:x",
    "q:٣:amount:x",
    "q:-1:amount:x",
    "q:99999999999999999999:amount:x",
    "q:1:site_choice:no-such",
    "w",
    "w:",
    "w::",
    "w:agree",
    "w:agree:",
    "w:agree:no-such-case",
    "w:agree:" + "a" * 50,
    "w:share:no-such-case:yes",
    "w:share::",
    "w:book:no-such-case",
    "w:paid:no-such-case:all",
    "w:paid:no-such-case:more",
    "w:paid::",
    "w:reopen:no-such-case",
    "w:facts:no-such-case:yes",
    "w:facts::",
    "w:lang:",
    "w:lang:tlh",
    "w:frobnicate:1",
    "o:accept:1",
    "o:ack:1",
    "x:status",
    "q:1:\x00:\x00",
    "w:agree:\x00",
    "w:agree:\ud83d",
    "😭",
    "",
    " ",
)


@pytest.mark.parametrize("state", ["asked_for_sum", "filed"])
async def test_forged_buttons_are_called_stale(place: Town, state: str) -> None:
    """Nothing that a button can carry is a fault, and none of these changes a case."""
    await STATES[state](place)
    before = await about_cases(place)
    for data in FORGED:
        await kindly(place, "w1", Typed(button=data))
    assert before == await about_cases(place)


async def test_buttons_of_somebody_else_do_nothing(place: Town) -> None:
    """Every button of a person's case, pressed by another person, finds no case."""
    await place.files_a_case("w1")
    for chat, act in (
        ("HOUS", "/accept 1"),
        ("HOUS", "/close 1 已付清 工资已发到本人"),
        ("w1", "法律援助"),
    ):
        await place.say(chat, act)
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=5)
    shown = {b.data for told in place.workers.told["w1"] for row in told.buttons for b in row} | {
        f"w:{verb}:{case.id}:{word}"
        for verb in ("share", "paid", "facts")
        for word in ("yes", "all")
    }
    shown |= {f"w:{verb}:{case.id}" for verb in ("agree", "book", "reopen", "share", "facts")}
    await place.say("w2", "你好")
    before = await about_cases(place)
    for data in sorted(shown - {"w:new"}):
        answered = await kindly(place, "w2", Typed(button=data))
        if case.id in data and data.startswith("w:"):
            assert {"error-case-not-found"} | {"stale-button"} >= {*answered.keys}, data
        assert not answered.others, data
    assert before == await about_cases(place)


async def test_buttons_of_earlier_questions_are_stale(place: Town) -> None:
    """An old button answers nothing, and the open question comes back."""
    for words in (COMPLAINT, "张三", "13812345678"):
        await place.say("w1", words)
    old = place.workers.told["w1"][-1].buttons[0][0].data
    await kindly(place, "w1", Typed(button=old))
    answered = await kindly(place, "w1", Typed(button=old))
    assert "stale-button" == answered.keys[0]


async def test_wrong_numbers_and_codes(place: Town) -> None:
    """A mistyped number is refused; five wrong codes lock the case, also for the right one."""
    await place.files_a_case("w1")
    number = case_number("JX", 2026, 1)
    assert ("miss-case-number",) == (await _recover(place, "w2", "JX2026-0000001-8"))
    for tries in range(5):
        await kindly(place, "w2", "/cancel")
        answered = await _recover(place, "w2", number, f"00000{tries}")
        assert ("recover-locked" if tries == 4 else "recover-wrong",) == answered
    assert ("recover-locked",) == await _recover(place, "w3", number, CODE)
    assert ("recover-wrong",) == await _recover(place, "w4", case_number("JX", 2026, 2), CODE)


async def _recover(place: Town, chat: str, *answers: str) -> tuple[str, ...]:
    await kindly(place, chat, "/recover")
    keys: tuple[str, ...] = ()
    for answer in answers:
        keys = (await kindly(place, chat, answer)).keys
    return keys


class NarrowDoor(Door):
    """A platform that hands over nothing and says so."""

    async def fetch(self, handle: str) -> bytes:
        """See `bot.channels.channel.Channel.fetch`."""
        raise FileTooLarge if handle.endswith("large.jpg") else FileGone


async def test_files_that_cannot_be_taken(place: Town) -> None:
    """Too large, gone, of no known kind: each has its own sentence; the draft is untouched."""
    narrow = NarrowDoor(place.workers.desk, place.clock.now)
    here = replace(place, workers=narrow, line=place.app.line([narrow, place.officers]))
    await here.say("w1", COMPLAINT)
    before = await about_cases(here)
    for act, key in (
        (Typed(files=(here.file("large.jpg", b"x"),), kind=FileKind.PHOTO), "file-too-large"),
        (Typed(files=(here.file("gone.jpg", b"x"),), kind=FileKind.PHOTO), "unsupported-kind"),
        (Typed(unsupported="sticker"), "unsupported-kind"),
        (Typed(unsupported="\x00" * 500), "unsupported-kind"),
    ):
        assert (key,) == (await kindly(here, "w1", act)).keys
    assert before == await about_cases(here)


async def test_places_and_contacts_of_any_shape(place: Town) -> None:
    """A place or a card is taken at any step, with whatever stands in it."""
    for act in (
        Typed(place=Place(latitude=34.6, longitude=112.4)),
        Typed(place=Place(latitude=0.0, longitude=-180.0), text="在这里\x00"),
        Typed(contact=Contact(name="王\ud83d老板", phone="")),
        Typed(contact=Contact(name="", phone="+86 138 1234 5678")),
        Typed(contact=Contact(name="x" * 2000, phone="9" * 2000)),
    ):
        await kindly(place, "w1", act)
    await nothing_broken(place)


async def test_a_group_gets_one_sentence(place: Town) -> None:
    """In a group nothing is heard but the wish to be written to in private."""
    door = GroupDoor(place.workers.desk, place.clock.now)
    here = replace(place, workers=door, line=place.app.line([door, place.officers]))
    before = await about_cases(here)
    for act in (COMPLAINT, Typed(button="w:new"), Typed(unsupported="sticker"), "/start"):
        assert ("group-chat",) == (await kindly(here, "w-group", act)).keys
    assert before == await about_cases(here)


class GroupDoor(Door):
    """Every chat of it is a group."""

    def parse(self, body: bytes, received_at: datetime) -> Incoming | None:
        """See `bot.channels.channel.Channel.parse`."""
        incoming = super().parse(body, received_at)
        return None if incoming is None else replace(incoming, group=True)


SECRETS = ("张三丰", "13987654321", "阎王殿工地", "138 1111 2222", "两万八千")


async def test_no_log_line_holds_what_a_person_said(
    place: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither names nor numbers nor words, also where something goes wrong."""
    caplog.set_level(logging.DEBUG)
    with capture_logs() as lines:
        for act in (
            "我叫张三丰，电话13987654321，阎王殿工地欠我两万八千",
            Typed(contact=Contact(name="张三丰", phone="13987654321")),
            Typed(button="w:agree:张三丰"),
            "/张三丰 13987654321",
        ):
            await kindly(place, "w1", act)
        await place.receive(_unreadable())
    text = json.dumps(lines, default=str, ensure_ascii=False) + caplog.text
    assert not [secret for secret in SECRETS if secret in text]
    assert "UnreadableUpdate" in text


def _unreadable() -> RawUpdate:
    return RawUpdate(
        channel="console-worker",
        update_id="777777",
        conversation="w9",
        message_id="1",
        body="张三丰 13987654321 {".encode(),
    )
