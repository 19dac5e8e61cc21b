"""The console chat: lines in, numbered buttons out."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.channels.channel import FileToSend, UnreadableUpdate
from bot.channels.console import Console
from bot.channels.rendered import Rendered, RenderedButton
from bot.channels.terminal import Terminal
from casework.messages import Desk, Incoming
from casework.transport import RawUpdate
from tests.fakes import MORNING

ASKED = Rendered(
    text="在哪里干活？",
    buttons=(
        (RenderedButton(label="工地", data="site"), RenderedButton(label="厂里", data="factory")),
        (RenderedButton(label="别的", data="other"),),
    ),
)


@pytest.fixture
def shown() -> list[tuple[str, str]]:
    """What was shown, with its chat."""
    return []


@pytest.fixture
def console(shown: list[tuple[str, str]]) -> Console:
    """A console of the workers' desk."""
    return Console(
        Desk.WORKER,
        now=lambda: MORNING,
        show=lambda chat, text: shown.append((chat, text)),
        first_update=8,
    )


def _said(console: Console, line: str, chat: str = "me") -> Incoming:
    incoming = console.parse(console.line(chat, line).body, MORNING)
    assert incoming is not None
    return incoming


async def test_buttons_are_numbered_through_the_rows(
    console: Console, shown: list[tuple[str, str]]
) -> None:
    """A row of buttons is a line."""
    await console.send("me", ASKED)

    assert shown == [("me", "在哪里干活？\n[1] 工地  [2] 厂里\n[3] 别的")]


async def test_number_presses_the_last_buttons(console: Console) -> None:
    """A number stays good after a message without buttons, for its own chat only."""
    await console.send("me", ASKED)
    await console.send("me", Rendered(text="慢慢说"))

    assert _said(console, "#3").button == "other"
    assert None is _said(console, "#3", chat="somebody else").button


@pytest.mark.parametrize("line", ["#4", "#0", "#", "#二", "# 1", "#1楼的工地", "2"])
async def test_what_presses_nothing_is_said(console: Console, line: str) -> None:
    """A number without a button, or something that only looks like one, is a text."""
    await console.send("me", ASKED)

    incoming = _said(console, line)

    assert (None, line) == (incoming.button, incoming.text)


def test_file_that_is_not_there_is_said(console: Console) -> None:
    """A mistyped path is a text like any other."""
    incoming = _said(console, "@file nowhere.jpg")

    assert (incoming.files, incoming.text) == ((), "@file nowhere.jpg")


def test_numbers_go_on_after_the_last_run(console: Console) -> None:
    """A database that outlives the process does not take a new line for an old one."""
    assert [_said(console, line).update_id for line in ("一", "二")] == ["8", "9"]


def test_half_characters_from_a_pipe(console: Console) -> None:
    """Bytes that are no UTF-8 arrive as half characters; no database takes them."""
    assert _said(console, "坏\udcff字").text == "坏?字"


def test_what_is_no_line(console: Console) -> None:
    """An update of another make says so."""
    with pytest.raises(UnreadableUpdate):
        console.parse(b"not json", MORNING)


async def test_file_without_a_folder(console: Console, shown: list[tuple[str, str]]) -> None:
    """Without a folder to keep it in, a file is told by name and size."""
    file = FileToSend(name="单.docx", media_type="", content=bytes(2048))

    await console.send("me", Rendered(text="转办单"), file)

    assert shown == [("me", "📎 单.docx (2,048 B)\n转办单")]


async def test_file_name_cannot_leave_the_folder(tmp_path: Path) -> None:
    """A name with a path in it is cut to its last part."""
    console = Console(
        Desk.OFFICER, now=lambda: MORNING, show=lambda *_: None, files=tmp_path / "in"
    )

    await console.send(
        "me", Rendered(text=""), FileToSend(name="../../a.txt", media_type="", content=b"a")
    )

    assert [tmp_path / "in" / "a.txt"] == list((tmp_path / "in").iterdir())


async def test_run_waits_for_each_line(console: Console) -> None:
    """The next line is read when the last one has been answered; empty ones are nothing."""
    received: list[RawUpdate] = []

    async def lines() -> AsyncIterator[str]:
        for number, line in enumerate(["你好\n", "\n", "工地\n"]):
            assert len(received) == min(number, 1)
            yield line

    async def receive(update: RawUpdate) -> bool:
        await asyncio.sleep(0)
        received.append(update)
        return True

    await console.run(lines(), receive, "me")

    assert [update.update_id for update in received] == ["8", "9"]


async def test_two_consoles_on_one_inbox(console: Console) -> None:
    """A line is not lost because another console has used its number."""
    taken, received = {"8", "9"}, []

    async def lines() -> AsyncIterator[str]:
        yield "你好"

    async def receive(update: RawUpdate) -> bool:
        received.append(update.update_id)
        return update.update_id not in taken

    await console.run(lines(), receive, "me")

    assert received == ["8", "9", "10"]


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


async def test_pipe_is_echoed() -> None:
    """A piped conversation reads like one: what was said, then what was answered."""
    target = io.StringIO()
    terminal = Terminal(io.StringIO("你好\n\n再见"), target)

    async for line in terminal.lines():
        if line.strip():
            terminal.show("me", f"{line.strip()}！")

    assert target.getvalue() == "> 你好\n你好！\n\n> 再见\n再见！\n\n"


async def test_prompt() -> None:
    """Whoever types sees a prompt; a message that comes meanwhile stands above a new one."""
    target = io.StringIO()
    terminal = Terminal(_Keyboard(""), target)
    terminal.show("me", "欢迎")
    lines = aiter(terminal.lines())
    reading = asyncio.ensure_future(anext(lines))
    await asyncio.sleep(0)
    terminal.show("me", "有人受理了")

    with pytest.raises(StopAsyncIteration):
        await reading

    assert target.getvalue() == "欢迎\n\n> \r有人受理了\n\n> "
