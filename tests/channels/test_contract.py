"""What every channel promises, whatever stands behind it."""

from dataclasses import replace

import pytest

from bot.channels.channel import FileGone, FileToSend
from bot.channels.rendered import Rendered, RenderedButton
from casework.messages import Contact, FileKind, Incoming, Place
from casework.transport import Fate
from tests.channels.humans import Human
from tests.emulator.person import JPEG
from tests.fakes import MORNING

TWO_BUTTONS = Rendered(
    text="你是在哪里干活的？",
    buttons=(
        (RenderedButton(label="工地", data="a:1:site"),),
        (RenderedButton(label="厂里", data="a:1:factory"),),
    ),
)


def _expected(human: Human, incoming: Incoming, **said: object) -> Incoming:
    """The message that is expected, with the keys that only the channel can know."""
    bare = Incoming(
        desk=human.channel.desk,
        channel=human.channel.name,
        update_id=incoming.update_id,
        message_id=incoming.message_id,
        chat=human.chat,
        sender=human.chat,
        at=MORNING,
        language="zh-hans",
    )
    return replace(bare, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["老板欠我两万八", "/start", "/start JX-INVITE", "😭😭", "<b>&amp;", "مرحبا"]
)
async def test_text(human: Human, text: str) -> None:
    """A text arrives as it was written."""
    incoming = await human.says(text)

    assert _expected(human, incoming, text=text) == incoming


async def test_every_update_has_its_own_number(human: Human) -> None:
    """Two messages are never taken for one."""
    first, second = await human.says("一"), await human.says("一")

    assert int(first.update_id) < int(second.update_id)
    assert first.message_id != second.message_id


async def test_pressed_button(human: Human) -> None:
    """A button under a message of ours comes back with what it carries."""
    await human.channel.send(human.chat, TWO_BUTTONS)

    incoming = await human.presses("厂里")

    assert _expected(human, incoming, button="a:1:factory") == incoming


@pytest.mark.parametrize(
    ("kind", "content", "media_type", "name"),
    [
        (FileKind.PHOTO, JPEG, "image/jpeg", ""),
        (FileKind.VOICE, b"OggS voice", "audio/ogg", ""),
        (FileKind.VIDEO, b"ftyp video", "video/mp4", "工地.mp4"),
        (FileKind.DOCUMENT, b"%PDF-1.7", "application/pdf", "欠条.pdf"),
    ],
)
async def test_file(
    human: Human, kind: FileKind, content: bytes, media_type: str, name: str
) -> None:
    """A file is announced with kind, type, size and name, and can be fetched."""
    incoming = await human.sends(kind, content)

    (file,) = incoming.files
    assert (kind, media_type, len(content)) == (file.kind, file.media_type, file.size)
    assert not name or name == file.name
    assert content == await human.channel.fetch(file.handle)
    assert _expected(human, incoming, files=(file,)) == incoming


async def test_caption(human: Human) -> None:
    """What is written with a file is the message's text."""
    incoming = await human.sends(FileKind.PHOTO, JPEG, caption="这是欠条")

    assert incoming.text == "这是欠条"
    assert len(incoming.files) == 1


async def test_album(human: Human) -> None:
    """Pictures that were sent together are known as an album; the first has the caption."""
    pictures = await human.sends_album((JPEG, JPEG + b"2", JPEG + b"3"))

    assert [len(picture.files) for picture in pictures] == [1, 1, 1]
    assert [picture.text for picture in pictures] == ["三张欠条", "", ""]
    assert pictures[0].album
    assert {pictures[0].album} == {picture.album for picture in pictures}


async def test_a_file_that_is_gone(human: Human) -> None:
    """A file that the channel has no longer is told from one that failed to come."""
    with pytest.raises(FileGone):
        await human.channel.fetch("/nowhere/at-all")


async def test_place(human: Human) -> None:
    """A shared location."""
    incoming = await human.shares_place(30.7741, 120.7554)

    place = Place(latitude=30.7741, longitude=120.7554)
    assert _expected(human, incoming, place=place) == incoming


async def test_contact(human: Human) -> None:
    """A shared contact card."""
    incoming = await human.shares_contact("王工头", "13800138000")

    contact = Contact(name="王工头", phone="13800138000")
    assert _expected(human, incoming, contact=contact) == incoming


async def test_something_nobody_can_read(human: Human) -> None:
    """A sticker is named, so that it gets a kind answer."""
    incoming = await human.sends_sticker()

    assert _expected(human, incoming, unsupported="sticker") == incoming


async def test_reply_to_a_message_of_ours(human: Human) -> None:
    """Whoever answers a certain message of ours is understood to."""
    sent = await human.channel.send(human.chat, Rendered(text="案件 JX2026-0000123-7"))

    incoming = await human.says("收到", reply_to=sent.message_ids[0])

    expected = _expected(human, incoming, text="收到", reply_to=sent.message_ids[0])
    assert expected == incoming


async def test_edited_message(human: Human) -> None:
    """An edit names the message that it replaces, in an update of its own."""
    said = await human.says("两万八")

    incoming = await human.edits(said, "三万")

    expected = _expected(human, incoming, text="三万", edits=said.message_id)
    assert expected == incoming
    assert said.update_id != incoming.update_id


async def test_sending_gives_an_id(human: Human) -> None:
    """A message that arrived has an id, each another."""
    first = await human.channel.send(human.chat, Rendered(text="收到了"))
    second = await human.channel.send(human.chat, Rendered(text="请说"))

    assert [first.fate, second.fate] == [Fate.SENT, Fate.SENT]
    assert [len(first.message_ids), len(second.message_ids)] == [1, 1]
    assert first.message_ids != second.message_ids
    assert human.sees() == ["收到了", "请说"]


async def test_a_long_text_arrives_whole(human: Human) -> None:
    """No text is too long; the parts together are the text, and the buttons are at its end."""
    lines = [f"第{number}行：工资表、考勤表和聊天记录都可以当证据。" for number in range(600)]
    long = replace(TWO_BUTTONS, text="\n".join(lines))

    sent = await human.channel.send(human.chat, long)

    assert len(sent.message_ids) == human.channel.parts(long) == len(human.sees())
    assert lines == "\n".join(human.sees()).split("\n")
    assert (await human.presses("工地")).button == "a:1:site"


async def test_a_retry_goes_on_where_the_last_try_ended(human: Human) -> None:
    """Parts that arrived before are not sent again."""
    long = Rendered(text="好" * 9000)
    parts = human.channel.parts(long)

    sent = await human.channel.send(human.chat, long, skip=parts - 1)

    assert 1 == len(sent.message_ids) == len(human.sees())


@pytest.mark.parametrize(
    "text",
    ["坏\ud800字", "控制\x00\x07\x1b[31m字符", "\u200f", "", " \n ", "\ud83d\ude00"],
    ids=["half-character", "control", "invisible", "empty", "blank", "halves"],
)
async def test_no_text_is_refused(human: Human, text: str) -> None:
    """Whatever a person wrote that is quoted in a text, the message arrives."""
    sent = await human.channel.send(human.chat, Rendered(text=text))

    assert Fate.SENT is sent.fate


@pytest.mark.parametrize(
    ("name", "media_type", "content"),
    [("转办单.docx", "application/octet-stream", b"PK docx"), ("p.jpg", "image/jpeg", JPEG)],
)
async def test_file_for_a_person(human: Human, name: str, media_type: str, content: bytes) -> None:
    """A file arrives with its text."""
    file = FileToSend(name=name, media_type=media_type, content=content)

    sent = await human.channel.send(human.chat, Rendered(text="转办单"), file)

    assert Fate.SENT is sent.fate
    assert [content] == human.received_files()
    assert "转办单" in human.sees()[-1]


async def test_what_the_inbox_has_to_know(human: Human) -> None:
    """The envelope of an update agrees with the message in it."""
    incoming = await human.says("你好")
    await human.channel.send(human.chat, TWO_BUTTONS)
    pressed = await human.presses("工地")

    assert human.chat == incoming.chat == pressed.chat
    assert incoming.message_id
    assert human.channel.name == incoming.channel


async def test_a_message_is_changed_where_it_stands(human: Human) -> None:
    """The newer text and its buttons take the place of what was sent; twice is no fault."""
    sent = await human.channel.send(human.chat, Rendered(text="第1人"))
    newer = replace(TWO_BUTTONS, text="第2人")

    for _ in range(2):
        changed = await human.channel.edit(human.chat, sent.message_ids[0], newer)
        assert (Fate.SENT, sent.message_ids) == (changed.fate, changed.message_ids)
        assert changed.edited

    assert "第2人" == human.sees()[-1]
    assert (await human.presses("工地")).button == "a:1:site"
