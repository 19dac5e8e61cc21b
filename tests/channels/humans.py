"""The same person at three channels: what they do, as each channel takes it in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bot.channels.channel import Channel, PolledChannel
from bot.channels.console import Console, Typed
from casework.messages import Contact, FileKind, Incoming, Place
from casework.transport import RawUpdate
from tests.emulator.person import Person
from tests.fakes import MORNING


class Human(Protocol):
    """Every action, and what the channel makes of it."""

    @property
    def channel(self) -> Channel: ...
    @property
    def chat(self) -> str: ...
    async def says(self, text: str, *, reply_to: str | None = None) -> Incoming: ...
    async def edits(self, said: Incoming, text: str) -> Incoming: ...
    async def presses(self, which: str) -> Incoming: ...
    async def sends(self, kind: FileKind, content: bytes, caption: str = "") -> Incoming: ...
    async def sends_album(self, contents: tuple[bytes, ...]) -> list[Incoming]: ...
    async def shares_place(self, latitude: float, longitude: float) -> Incoming: ...
    async def shares_contact(self, name: str, phone: str) -> Incoming: ...
    async def sends_sticker(self) -> Incoming: ...
    def sees(self) -> list[str]:
        """All texts that arrived, one for each message."""
        ...

    def received_files(self) -> list[bytes]: ...


def parsed(channel: Channel, update: RawUpdate) -> Incoming:
    """The message in an update that holds one."""
    incoming = channel.parse(update.body, MORNING)
    assert incoming is not None
    return incoming


@dataclass(kw_only=True)
class TelegramHuman:
    """Through the emulator, over HTTP, with the channel's own library."""

    channel: PolledChannel
    person: Person
    last: int | None = None

    @property
    def chat(self) -> str:
        """The chat's key."""
        return str(self.person.chat.id)

    async def _next(self) -> list[Incoming]:
        updates = await self.channel.updates(
            offset=None if self.last is None else self.last + 1, wait=0
        )
        self.last = max(int(update.update_id) for update in updates)
        return [parsed(self.channel, update) for update in updates]

    async def _only(self) -> Incoming:
        (incoming,) = await self._next()
        return incoming

    async def says(self, text: str, *, reply_to: str | None = None) -> Incoming:
        """Write."""
        self.person.say(text, reply_to=None if reply_to is None else int(reply_to))
        return await self._only()

    async def edits(self, said: Incoming, text: str) -> Incoming:
        """Change what was written."""
        message = {
            "message_id": int(said.message_id),
            "from": self.person.json(),
            "chat": self.person.chat.json(),
            "date": self.person.bot.date(),
            "text": said.text,
        }
        self.person.edit({"message": message}, text)
        return await self._only()

    async def presses(self, which: str) -> Incoming:
        """Press the button with this label."""
        self.person.press(which)
        return await self._only()

    async def sends(self, kind: FileKind, content: bytes, caption: str = "") -> Incoming:
        """Send a file."""
        match kind:
            case FileKind.PHOTO:
                self.person.send_photo(content, caption)
            case FileKind.VOICE:
                self.person.send_voice(content)
            case FileKind.VIDEO:
                self.person.send_video(content, "工地.mp4")
            case FileKind.DOCUMENT:
                self.person.send_document(content, "欠条.pdf", caption=caption)
        return await self._only()

    async def sends_album(self, contents: tuple[bytes, ...]) -> list[Incoming]:
        """Send pictures at once."""
        self.person.album(contents, "三张欠条")
        return await self._next()

    async def shares_place(self, latitude: float, longitude: float) -> Incoming:
        """Share where they are."""
        self.person.send_location(latitude, longitude)
        return await self._only()

    async def shares_contact(self, name: str, phone: str) -> Incoming:
        """Share a card."""
        self.person.send_contact(name, phone)
        return await self._only()

    async def sends_sticker(self) -> Incoming:
        """Send a sticker."""
        self.person.send_sticker()
        return await self._only()

    def sees(self) -> list[str]:
        """All texts that arrived."""
        return self.person.texts

    def received_files(self) -> list[bytes]:
        """All files that arrived."""
        return [message.file for message in self.person.messages if message.file is not None]


@dataclass(kw_only=True)
class ConsoleHuman:
    """In memory; ``folder`` holds what is sent either way."""

    channel: Console
    folder: Path
    shown: list[str]
    chat: str = "me"
    names: dict[FileKind, str] = field(
        default_factory=lambda: {
            FileKind.PHOTO: "photo.jpg",
            FileKind.VOICE: "voice.ogg",
            FileKind.VIDEO: "工地.mp4",
            FileKind.DOCUMENT: "欠条.pdf",
        }
    )

    def _does(self, typed: Typed) -> Incoming:
        return parsed(self.channel, self.channel.say(self.chat, typed))

    async def says(self, text: str, *, reply_to: str | None = None) -> Incoming:
        """Type a line."""
        if reply_to is None:
            return parsed(self.channel, self.channel.line(self.chat, text))
        return self._does(Typed(text=text, reply_to=reply_to))

    async def edits(self, said: Incoming, text: str) -> Incoming:
        """Change what was written."""
        return self._does(Typed(text=text, edits=said.message_id))

    async def presses(self, which: str) -> Incoming:
        """Find the number that stands before the label, and type it."""
        numbered = [shown for shown in self.shown if f"] {which}" in shown][-1]
        number = numbered.partition(f"] {which}")[0].rpartition("[")[2]
        return parsed(self.channel, self.channel.line(self.chat, f"#{number}"))

    async def sends(self, kind: FileKind, content: bytes, caption: str = "") -> Incoming:
        """Send a file."""
        path = self.folder / self.names[kind]
        path.write_bytes(content)
        return parsed(self.channel, self.channel.line(self.chat, f"@file {path} {caption}"))

    async def sends_album(self, contents: tuple[bytes, ...]) -> list[Incoming]:
        """Send pictures at once."""
        sent = []
        for index, content in enumerate(contents):
            path = self.folder / f"{index}.jpg"
            path.write_bytes(content)
            caption = "" if index else "三张欠条"
            sent.append(self._does(Typed(files=(path,), text=caption, album="a1")))
        return sent

    async def shares_place(self, latitude: float, longitude: float) -> Incoming:
        """Share where they are."""
        return self._does(Typed(place=Place(latitude=latitude, longitude=longitude)))

    async def shares_contact(self, name: str, phone: str) -> Incoming:
        """Share a card."""
        return self._does(Typed(contact=Contact(name=name, phone=phone)))

    async def sends_sticker(self) -> Incoming:
        """Send a sticker."""
        return self._does(Typed(unsupported="sticker"))

    def sees(self) -> list[str]:
        """All texts that arrived, without the numbered buttons."""
        return [shown.partition("\n[1]")[0] for shown in self.shown]

    def received_files(self) -> list[bytes]:
        """All files that arrived."""
        return [path.read_bytes() for path in (self.folder / "received").iterdir()]


MakeHuman = Callable[[], Human]
