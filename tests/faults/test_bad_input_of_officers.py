"""Whatever an officer types or presses: one clear sentence, no fault, nobody's secret."""

import json
import logging
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.channels.channel import FileToSend
from bot.channels.console import Typed
from bot.channels.rendered import Rendered
from casework.messages import FileKind
from casework.officer_forms import OFFICER_FORMS, WITHOUT_FORM
from casework.people import Invitation, OfficerRole
from casework.transport import Delivered, Fate
from casework.work import ItemKind
from storage.audit import verify
from tests.database import NOON
from tests.faults.kindness import about_cases, kindly, nothing_broken
from tests.faults.test_bad_input_of_workers import TEXTS
from tests.faults.town import Door, Town

COMMANDS = sorted({*OFFICER_FORMS, *WITHOUT_FORM})

TOKENS = (
    "1",
    "0",
    "2",
    "9999999",
    "99999999",
    "#1",
    "JX2026-0000001-9",
    "JX2026-0000001-8",
    "jx2026 0000001 9",
    "AB9999-0000001-1",
    "范围",
    "类别不对",
    "HOUS",
    "EDU",
    "接通",
    "已付清",
    "并案",
    "12345",
    "窗口",
    "受理",
    "转办",
    "案件单",
    "12-01",
    "2026-11-01",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "13-45",
    "5000",
    "5,000.50",
    "0",
    "-1",
    "1.2万",
    "9" * 30,
    "1e9",
    "王经理",
    "<b>x</b>",
    "{ $x }",
    "'; --",
    "😭",
    "\u202e",
    "²",
    "٣",
    "x" * 4096,
    "取消",
    "HOUS-1",
    "HOUS-2",
)
"""What a hurried thumb may put behind a command."""


@pytest.mark.parametrize("command", COMMANDS)
async def test_garbage_behind_a_command(place: Town, command: str) -> None:
    """Each command with no, one and many random arguments is answered; the chain stays whole."""
    await place.files_a_case("w1")
    dice = random.Random(command)  # noqa: S311 — the same garbage in every run
    for amount in (0, 3, 5):
        line = " ".join(dice.choice(TOKENS) for _ in range(amount))
        chat = dice.choice(("HOUS", "INSP-head", "OFF", "LG", "JUST"))
        await kindly(place, chat, f"/{command} {line}")
        await kindly(place, chat, dice.choice(TOKENS))
    await nothing_broken(place)
    assert () == await verify(place.app.engine, place.app.sealer)


async def test_any_text_gets_a_kind_answer(place: Town) -> None:
    """Idle and in the middle of a command, one text after another."""
    await place.files_a_case("w1")
    for text in TEXTS.values():
        await kindly(place, "HOUS", text)
    for text in TEXTS.values():
        await kindly(place, "INSP", f"/progress 1 {text}")
    await nothing_broken(place)


VERBS = sorted(
    {
        "accept",
        "phone",
        "case",
        "print",
        "close",
        "ack",
        "refuse_yes",
        "refuse_no",
        "call-reached",
        "call-x",
        "x",
    }
)


async def test_buttons_on_cases_of_another_unit(place: Town) -> None:
    """An officer of a unit that has no part in a case can neither see nor move it."""
    await place.files_a_case("w1")
    await place.say("w1", "工地上有人要跳楼，快来人")
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=5)
        items = await uow.work.open_of_case(case.id)
    before = await about_cases(place)
    for verb in VERBS:
        for about in (case.id, "", *(i.id for i in items if i.kind is ItemKind.ALARM)):
            data = f"o:{verb}:{about}"
            answered = await kindly(place, "EDU", Typed(button=data))
            assert not answered.others, data
    for command in OFFICER_FORMS:
        await kindly(
            place, "EDU", f"/{command} {case.number} 范围 HOUS 12-01 5000 已付清 接通 案件单"
        )
    assert before == await about_cases(place)


FORGED = (
    "q:0::",
    "q:0::x",
    "q:1:case:x",
    "q:²:case:1",
    "q:1:slip:worker",
    "o",
    "o:",
    "o::",
    ":::::",
    "",
    "😭",
    "o:accept:" + "a" * 54,
    "o:ack:" + "a" * 54,
    "o:accept:\ud83d",
)


async def test_forged_buttons(place: Town) -> None:
    """Nothing that a button can carry is a fault, idle or in the middle of a command."""
    await place.files_a_case("w1")
    before = await about_cases(place)
    for data in FORGED:
        await kindly(place, "HOUS", Typed(button=data))
        await kindly(place, "HOUS", "/close 1")
        await kindly(place, "HOUS", Typed(button=data))
    assert before == await about_cases(place)


async def test_a_refusal_that_cannot_be_changes_nothing(place: Town) -> None:
    """An error sentence is the whole answer: what was begun before it is not kept."""
    await place.files_a_case("w1")
    await place.say("INSP", "/refuse 1 范围 不属于工资")
    await place.say("INSP-head", "/accept 1")
    async with place.app.unit_of_work() as uow:
        (case,) = await uow.cases.after("", limit=5)
    before = await about_cases(place)
    answered = await kindly(place, "OFF", Typed(button=f"o:refuse_yes:{case.id}"))
    assert answered.keys[0].startswith("error-")
    assert before == await about_cases(place)


async def test_invitations_forged_used_expired(place: Town) -> None:
    """Each gets the same sentence and lets nobody in."""
    async with place.app.unit_of_work() as uow:
        for code, days in (("GOOD-CODE", 1), ("OLD-CODE", -1)):
            invitation = Invitation(
                unit="EDU", role=OfficerRole.HEAD, expires_at=NOON + timedelta(days=days)
            )
            await uow.officers.invite(invitation, code)
    for code in ("OLD-CODE", "/start OLD-CODE", "NO-SUCH", "good-code"):
        assert ("officer-code-wrong",) == (await kindly(place, "X1", code)).keys
    for text in ("", "/start", "   ", "\x00", "/inbox", "GOOD GOOD", "😭", "你好", "x" * 4096):
        answered = await kindly(place, "X1", text)
        assert {"officer-who-are-you", "officer-code-wrong"} > {*answered.keys}, text
    for act in (Typed(button="o:case:1"), Typed(unsupported="sticker")):
        assert ("officer-who-are-you",) == (await kindly(place, "X1", act)).keys
    assert ("officer-enrolled",) == (await kindly(place, "X1", "GOOD-CODE")).keys
    assert ("officer-code-wrong",) == (await kindly(place, "X2", "GOOD-CODE")).keys


async def test_files_and_groups(place: Town) -> None:
    """A file needs a card; what cannot be opened is said so; a group is sent away."""
    await place.files_a_case("w1")
    photo = Typed(files=(place.file("a.jpg", b"x"),), kind=FileKind.PHOTO)
    assert ("paper-needs-card",) == (await kindly(place, "HOUS", photo)).keys
    sticker = Typed(unsupported="sticker")
    assert ("unsupported-kind",) == (await kindly(place, "HOUS", sticker)).keys
    strange = Typed(text="收到", reply_to="no-such-message")
    assert ("officer-hint",) == (await kindly(place, "HOUS", strange)).keys


SECRETS = ("张三丰", "13987654321", "阎王殿", "两万八千", "GOOD-CODE")


async def test_no_log_line_holds_a_name_or_a_code(
    place: Town, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where a channel cannot deliver and where a message is a fault."""
    caplog.set_level(logging.DEBUG)
    shut = ShutDoor(place.officers.desk, place.clock.now, first_update=500)
    here = replace(place, officers=shut, line=place.app.line([place.workers, shut]))
    with capture_logs() as lines:
        for chat, words in (
            ("X", "GOOD-CODE"),
            ("HOUS", "/new 窗口 阎王殿工地欠两万八千"),
            ("HOUS", "无"),
            ("HOUS", "张三丰"),
            ("HOUS", "13987654321"),
            ("HOUS", "/phone 1"),
        ):
            await here.say(chat, words)
    text = json.dumps(lines, default=str, ensure_ascii=False) + caplog.text
    assert "not delivered" in text
    assert not [secret for secret in SECRETS if secret in text]


class ShutDoor(Door):
    """Nobody can be reached through it."""

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """See `bot.channels.channel.Channel.send`."""
        return Delivered(fate=Fate.BLOCKED, reason="blocked")
