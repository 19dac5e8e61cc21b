"""What only the Telegram bots meet: both libraries, the same Bot API."""

import json
from typing import Any

import pytest

from bot.channels.channel import (
    ChannelError,
    FileTooLarge,
    FileToSend,
    PolledChannel,
    TokenRefused,
    UnreadableUpdate,
)
from bot.channels.rendered import Rendered
from bot.channels.telegram_officer import TelegramOfficer
from bot.channels.telegram_worker import TelegramWorker
from casework.messages import FileKind, Incoming, Place
from casework.transport import Delivered, Fate
from tests.channels.humans import TelegramHuman
from tests.emulator.person import JPEG
from tests.emulator.state import Json
from tests.fakes import MORNING
from tests.telegram_emulator import TelegramEmulator

MEGABYTE = 1024 * 1024
HELLO = Rendered(text="你好")


def _read(human: TelegramHuman, update: Json) -> Incoming | None:
    return human.channel.parse(json.dumps(update).encode(), MORNING)


async def _refused(
    telegram: TelegramEmulator, human: TelegramHuman, status: int, **how: Any
) -> Delivered:
    telegram.fail(human.person.bot.token, "sendMessage", status, **how)
    return await human.channel.send(human.chat, HELLO)


async def test_a_person_who_blocked_the_bot(bot_human: TelegramHuman) -> None:
    """Whoever shut the door is told from a message that failed; opened again, it arrives."""
    bot_human.person.block()
    blocked = await bot_human.channel.send(bot_human.chat, HELLO)
    bot_human.person.unblock()
    again = await bot_human.channel.send(bot_human.chat, HELLO)

    assert Delivered(fate=Fate.BLOCKED, reason="bot was blocked by the user") == blocked
    assert Fate.SENT is again.fate


async def test_a_chat_that_does_not_exist(bot_human: TelegramHuman) -> None:
    """A chat that never was is dead, not tried again."""
    dead = await bot_human.channel.send("404404", HELLO)

    assert Delivered(fate=Fate.DEAD, reason="chat not found") == dead


async def test_flood(telegram: TelegramEmulator, bot_human: TelegramHuman) -> None:
    """Telegram says how long to wait."""
    flooded = await _refused(telegram, bot_human, 429, retry_after=17)

    assert Delivered(fate=Fate.RETRY, retry_after=17, reason="flood") == flooded


@pytest.mark.parametrize("status", [0, 401, 404, 500, 502])
async def test_trouble_that_passes(
    telegram: TelegramEmulator, bot_human: TelegramHuman, status: int
) -> None:
    """A broken line, a proxy's page, a refused token: none of it is the chat's fault."""
    troubled = await _refused(telegram, bot_human, status)

    assert Fate.RETRY is troubled.fate
    assert not troubled.message_ids


async def test_reasons_name_nobody(telegram: TelegramEmulator, bot_human: TelegramHuman) -> None:
    """A refusal's words are kept without any number in them."""
    dead = await _refused(telegram, bot_human, 400, description="Bad Request: user 501 is gone")

    assert Delivered(fate=Fate.DEAD, reason="user # is gone") == dead


async def test_parts_that_arrived_are_told(
    telegram: TelegramEmulator, bot_human: TelegramHuman
) -> None:
    """When the second part fails, the first is known to have arrived."""
    token = bot_human.person.bot.token
    long = Rendered(text="长" * 5000)
    first = await bot_human.channel.send(bot_human.chat, HELLO)
    telegram.fail(token, "sendMessage", 500)
    nothing = await bot_human.channel.send(bot_human.chat, long)
    rest = await bot_human.channel.send(bot_human.chat, long, skip=1)

    assert (len(first.message_ids), len(nothing.message_ids), len(rest.message_ids)) == (1, 0, 1)
    assert bot_human.sees() == ["你好", "长" * (5000 - 4096)]


async def test_long_caption_follows_its_file(bot_human: TelegramHuman) -> None:
    """A text that no caption can hold comes after the file, whole."""
    file = FileToSend(name="收据.pdf", media_type="application/pdf", content=b"%PDF")

    sent = await bot_human.channel.send(bot_human.chat, Rendered(text="字" * 1025), file)

    assert len(sent.message_ids) == 2
    assert bot_human.sees() == ["", "字" * 1025]


async def test_picture_that_telegram_cannot_show(bot_human: TelegramHuman) -> None:
    """A picture refused for its shape is sent as a document."""
    file = FileToSend(name="图.png", media_type="image/png", content=b"no picture")

    sent = await bot_human.channel.send(bot_human.chat, HELLO, file)

    assert Fate.SENT is sent.fate
    assert [message.kind for message in bot_human.person.messages] == ["document"]


async def test_file_that_is_too_large_to_send(bot_human: TelegramHuman) -> None:
    """What Telegram would refuse is not uploaded first."""
    file = FileToSend(name="a.bin", media_type="video/mp4", content=bytes(50 * MEGABYTE + 1))

    sent = await bot_human.channel.send(bot_human.chat, HELLO, file)

    assert Delivered(fate=Fate.DEAD, reason="file-too-large") == sent


async def test_announced_as_too_large(bot_human: TelegramHuman) -> None:
    """A file of more than 20 MB is not announced as one that can be taken."""
    update = bot_human.person.send_document(size=20 * MEGABYTE + 1, caption="录像")

    incoming = _read(bot_human, update)

    assert incoming is not None
    assert (incoming.file_too_large, incoming.files, incoming.text) == (True, (), "录像")


async def test_too_large_without_being_announced(bot_human: TelegramHuman) -> None:
    """Where Telegram did not say the size, fetching does."""
    bot = bot_human.person.bot
    handle = bot.stores(b"", size=21 * MEGABYTE, path="videos/large.mp4")

    with pytest.raises(FileTooLarge):
        await bot_human.channel.fetch(handle)


@pytest.mark.parametrize("step", ["getFile", "download"])
@pytest.mark.parametrize("status", [0, 500])
async def test_file_that_does_not_come_through(
    telegram: TelegramEmulator, bot_human: TelegramHuman, step: str, status: int
) -> None:
    """Trouble on the way is worth another try: the file is not gone."""
    incoming = await bot_human.sends(FileKind.PHOTO, JPEG)
    telegram.fail(bot_human.person.bot.token, step, status, times=9)

    with pytest.raises(ChannelError) as error:
        await bot_human.channel.fetch(incoming.files[0].handle)
    bot_human.person.bot.faults.clear()

    assert ChannelError is error.type
    assert await bot_human.channel.fetch(incoming.files[0].handle) == JPEG


async def test_largest_photo(bot_human: TelegramHuman) -> None:
    """Of the sizes that Telegram makes, the largest is evidence."""
    incoming = _read(bot_human, bot_human.person.send_photo(b"\xff\xd8\xff" + bytes(100)))

    assert incoming is not None
    assert [file.size for file in incoming.files] == [103]


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("send_audio", FileKind.VOICE),
        ("send_video_note", FileKind.VIDEO),
        ("send_video", FileKind.VIDEO),
    ],
)
async def test_other_recordings(bot_human: TelegramHuman, action: str, kind: FileKind) -> None:
    """Music files are listened to like voices, round videos are watched like others."""
    incoming = _read(bot_human, getattr(bot_human.person, action)())

    assert incoming is not None
    assert [kind] == [file.kind for file in incoming.files]


async def test_venue(bot_human: TelegramHuman) -> None:
    """A place from the map tells its name as well."""
    update = bot_human.person.send_venue(30.77, 120.75, "秀水里二期", "由拳路")

    incoming = _read(bot_human, update)

    assert incoming is not None
    assert Place(latitude=30.77, longitude=120.75) == incoming.place
    assert incoming.text == "秀水里二期\n由拳路"


async def test_command_with_the_bots_name(bot_human: TelegramHuman) -> None:
    """Telegram adds the bot's name to a command where it thinks that it helps."""
    incoming = _read(bot_human, bot_human.person.say("/status@qingxin_test_bot JX2026"))

    assert incoming is not None
    assert incoming.text == "/status JX2026"


async def test_blocking_says_nothing(bot_human: TelegramHuman) -> None:
    """That somebody blocks or unblocks the bot is no message."""
    updates = [bot_human.person.block(), bot_human.person.unblock()]

    assert [_read(bot_human, update) for update in updates] == [None, None]


@pytest.mark.parametrize(
    ("content", "unsupported"),
    [
        ({"dice": {"emoji": "🎲", "value": 4}}, "dice"),
        ({"story": {"chat": {"id": 9, "type": "private"}, "id": 3}}, "story"),
        ({"something_of_next_year": {"is_new": True}}, "unknown"),
    ],
)
async def test_kinds_that_nobody_can_read(
    bot_human: TelegramHuman, content: Json, unsupported: str
) -> None:
    """What cannot be read is named, also what the Bot API will only invent."""
    incoming = _read(bot_human, bot_human.person._message(content))

    assert incoming is not None
    assert unsupported == incoming.unsupported


async def test_service_message(bot_human: TelegramHuman) -> None:
    """What Telegram tells about a chat is no message of anybody."""
    update = bot_human.person._message(
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}}
    )

    assert _read(bot_human, update) is None


async def test_live_location(bot_human: TelegramHuman) -> None:
    """Where a live location begins is taken, its steps are not."""
    location = {"latitude": 30.77, "longitude": 120.75, "live_period": 900}
    first = bot_human.person._message({"location": location})
    moved = bot_human.person.edit(first, "")

    assert _read(bot_human, first) is not None
    assert _read(bot_human, moved) is None


async def test_half_characters(bot_human: TelegramHuman) -> None:
    """Half a surrogate pair and NUL, which no database takes, are replaced."""
    incoming = _read(bot_human, bot_human.person.say("两\ud800万\x00八"))

    assert incoming is not None
    assert incoming.text == "两\ufffd万八"


async def test_time_of_a_button(bot_human: TelegramHuman) -> None:
    """A pressed button carries no time: that of its arrival stands for it."""
    incoming = _read(bot_human, bot_human.person.press("case:1", forged=True))

    assert incoming is not None
    assert incoming.at == MORNING


async def test_button_is_acknowledged(
    telegram: TelegramEmulator, bot_human: TelegramHuman
) -> None:
    """The waiting sign stops; a press that is too old changes nothing, nor does a text."""
    bot = bot_human.person.bot
    bot_human.person.say("你好")
    bot_human.person.press("case:1", forged=True)
    text, pressed = await bot_human.channel.updates(offset=None, wait=0)

    for update in (text, pressed, pressed):
        await bot_human.channel.acknowledge_button(update)

    assert bot.answered == ["1"]
    assert len(telegram.calls(bot.token, "answerCallbackQuery")) == 2


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b"not json", b'{"update_id":1,"message":{"text":7}}']
)
async def test_what_is_no_update(bot_human: TelegramHuman, body: bytes) -> None:
    """What cannot be read says so, in one way for both libraries."""
    with pytest.raises(UnreadableUpdate):
        bot_human.channel.parse(body, MORNING)


async def test_one_unreadable_update_holds_nobody_up(bot_human: TelegramHuman) -> None:
    """An update that a library cannot read is taken like the others."""
    bot_human.person._message({"photo": "nonsense"})
    bot_human.person.say("你好")

    updates = await bot_human.channel.updates(offset=None, wait=0)

    assert len(updates) == 2
    assert {bot_human.chat} == {update.conversation for update in updates}


@pytest.mark.parametrize("kind", [TelegramWorker, TelegramOfficer])
async def test_wrong_token(
    telegram: TelegramEmulator, kind: type[TelegramWorker] | type[TelegramOfficer]
) -> None:
    """A token that Telegram does not know is told as that."""
    channel: PolledChannel = kind("1003:not-a-bot", api_base=telegram.base)

    with pytest.raises(TokenRefused):
        await channel.open()
    await channel.close()


async def test_menu_of_commands(worker_bot: TelegramWorker, officer_bot: TelegramOfficer) -> None:
    """Both bots can offer their commands in a language."""
    for channel in (worker_bot, officer_bot):
        await channel.offer_commands([("status", "到哪一步了")], "zh")


class TestGroups:
    """In a group only what is meant for the bot counts."""

    @pytest.fixture
    def member(self, telegram: TelegramEmulator, bot_human: TelegramHuman) -> TelegramHuman:
        """Somebody in a group of workmates."""
        person = telegram.member(bot_human.person.bot.token, -100_200, 501)
        return TelegramHuman(channel=bot_human.channel, person=person)

    @pytest.mark.parametrize("text", ["/start", "/start@{bot}", "@{bot} 在吗"])
    async def test_addressed(self, member: TelegramHuman, text: str) -> None:
        """A command or the bot's name speaks to it."""
        said = text.format(bot=member.person.bot.username)

        incoming = _read(member, member.person.say(said))

        assert incoming is not None
        assert (incoming.group, incoming.chat, incoming.sender) == (True, "-100200", "501")

    @pytest.mark.parametrize("text", ["中午吃什么", "/start@another_bot"])
    async def test_not_addressed(self, member: TelegramHuman, text: str) -> None:
        """What workmates say to each other is nobody's business here."""
        assert _read(member, member.person.say(text)) is None

    async def test_reply_to_the_bot(self, member: TelegramHuman) -> None:
        """Who answers the bot speaks to it."""
        await member.channel.send(member.chat, HELLO)
        (message,) = member.person.messages

        incoming = _read(member, member.person.reply(message, "好"))

        assert incoming is not None
        assert incoming.group

    async def test_brought_into_a_group(self, member: TelegramHuman) -> None:
        """The bot says its sentence when it joins, not when somebody else does."""
        other = member.person._message({"new_chat_members": [member.person.json()]})

        joined = _read(member, member.person.joins())

        assert joined is not None
        assert joined.group
        assert _read(member, other) is None
