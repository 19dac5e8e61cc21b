"""A chat in a terminal, or through a pipe: one line is one message.

``#2`` presses the second button of the last message that had any, ``@file PATH`` sends a file (what
follows the path is written with it), everything else is said as it stands.
"""

import asyncio
import json
import mimetypes
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.channels.channel import FileGone, FileToSend, Limits, Receive, UnreadableUpdate
from bot.channels.rendered import Rendered
from casework.messages import Contact, Desk, FileKind, Incoming, IncomingFile, Place
from casework.transport import Delivered, Fate, RawUpdate

_PRESS = "#"
_FILE = "@file "
_NUMBERS_TRIED = 1000


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What a person does in a console chat."""

    text: str = ""
    button: str | None = None
    files: tuple[Path, ...] = ()
    kind: FileKind | None = None  # of the files; otherwise by their names
    place: Place | None = None
    contact: Contact | None = None
    reply_to: str | None = None
    edits: str | None = None
    album: str | None = None
    unsupported: str | None = None


class Console:
    """`bot.channels.channel.Channel` over a terminal; any number of chats in memory.

    ``show`` gets every text for a chat. ``first_update`` goes on where the last run ended, so that
    an inbox that outlives the process does not take a new line for an old one.
    """

    limits = Limits()

    def __init__(
        self,
        desk: Desk,
        *,
        now: Callable[[], datetime],
        show: Callable[[str, str], None],
        first_update: int = 1,
        language: str | None = None,
        files: Path | None = None,
    ) -> None:
        self.name = f"console-{desk.value}"
        self.desk = desk
        self._now = now
        self._show = show
        self._updates = first_update - 1
        self._sent = 0
        self._run = int(now().timestamp())
        self._language = language
        self._files = files
        self._buttons: dict[str, tuple[str, ...]] = {}

    async def run(self, lines: AsyncIterator[str], receive: Receive, chat: str) -> None:
        """Give every line to ``receive`` and wait for it, until the input ends.

        A number that another console has used meanwhile is passed over.
        """
        async for line in lines:
            if line.strip():
                for _ in range(_NUMBERS_TRIED):
                    if await receive(self.line(chat, line)):
                        break

    def line(self, chat: str, line: str) -> RawUpdate:
        """What a typed line means."""
        said = line.strip()
        pressed = self._button(chat, said)
        if pressed is not None:
            return self.say(chat, Typed(button=pressed))
        if said.startswith(_FILE):
            path, _, caption = said.removeprefix(_FILE).strip().partition(" ")
            if Path(path).is_file():
                return self.say(chat, Typed(files=(Path(path),), text=caption.strip()))
        return self.say(chat, Typed(text=said))

    def say(self, chat: str, typed: Typed) -> RawUpdate:
        """The update that an action becomes; nothing is kept here."""
        self._updates += 1
        update: dict[str, Any] = {
            "update_id": self._updates,
            "message_id": typed.edits or str(self._updates),
            "chat": chat,
            "date": self._now().isoformat(),
            "language": self._language,
            "text": typed.text,
            "button": typed.button,
            "files": [_announced(path, typed.kind) for path in typed.files],
            "place": typed.place and [typed.place.latitude, typed.place.longitude],
            "contact": typed.contact and [typed.contact.name, typed.contact.phone],
            "reply_to": typed.reply_to,
            "edits": typed.edits,
            "album": typed.album,
            "unsupported": typed.unsupported,
        }
        return self.envelope(json.dumps(update).encode())

    def envelope(self, body: bytes) -> RawUpdate:
        """See `bot.channels.channel.Channel.envelope`."""
        update = _load(body)
        return RawUpdate(
            channel=self.name,
            update_id=str(update["update_id"]),
            conversation=update["chat"],
            message_id=update["message_id"],
            body=body,
        )

    def parse(self, body: bytes, received_at: datetime) -> Incoming | None:
        """See `bot.channels.channel.Channel.parse`; a line always carries its own time."""
        update = _load(body)
        place, contact = update["place"], update["contact"]
        return Incoming(
            desk=self.desk,
            channel=self.name,
            update_id=str(update["update_id"]),
            message_id=update["message_id"],
            chat=update["chat"],
            sender=update["chat"],
            at=datetime.fromisoformat(update["date"]),
            text=_storable(update["text"]),
            button=update["button"],
            files=tuple(
                IncomingFile(**{**file, "kind": FileKind(file["kind"])})
                for file in update["files"]
            ),
            place=Place(latitude=place[0], longitude=place[1]) if place else None,
            contact=Contact(name=contact[0], phone=contact[1]) if contact else None,
            reply_to=update["reply_to"],
            edits=update["edits"],
            album=update["album"],
            language=update["language"],
            unsupported=update["unsupported"],
        )

    async def acknowledge_button(self, update: RawUpdate) -> None:
        """A terminal shows no waiting sign."""

    async def fetch(self, handle: str) -> bytes:
        """See `bot.channels.channel.Channel.fetch`: the file lies where the line said."""
        try:
            return await asyncio.to_thread(Path(handle).read_bytes)
        except OSError as error:
            raise FileGone from error

    def parts(self, rendered: Rendered, file: FileToSend | None = None) -> int:
        """A terminal takes any length."""
        return 1

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """Show the message, its buttons numbered through all rows."""
        if rendered.buttons:
            self._buttons[chat] = tuple(button.data for row in rendered.buttons for button in row)
        attached = [await self._attached(file)] if file else []
        self._show(chat, "\n".join([*attached, *shown(rendered)]))
        self._sent += 1
        # The run's own second keeps ids apart when a later run shows messages in this chat.
        message_id = f"b{self._run}-{self._sent}"
        return Delivered(fate=Fate.SENT, message_ids=(message_id,))

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """A terminal cannot take back a line: the newer text is shown below."""
        sent = await self.send(chat, rendered)
        if sent.fate is not Fate.SENT:
            return sent
        return replace(sent, message_ids=(message_id,), edited=True)

    async def close(self) -> None:
        """Nothing is open."""

    def _button(self, chat: str, said: str) -> str | None:
        number = said.removeprefix(_PRESS)
        if not said.startswith(_PRESS) or not number.isdecimal():
            return None
        buttons = self._buttons.get(chat, ())
        return buttons[int(number) - 1] if 0 < int(number) <= len(buttons) else None

    async def _attached(self, file: FileToSend) -> str:
        if self._files is None:
            return f"📎 {file.name} ({len(file.content):,} B)"
        path = self._files / Path(file.name).name
        await asyncio.to_thread(_write, path, file.content)
        return f"📎 {path}"


def shown(rendered: Rendered) -> list[str]:
    """The lines of a message as a terminal shows them."""
    lines = [rendered.text] if rendered.text else []
    number = 0
    for row in rendered.buttons:
        labels = []
        for button in row:
            number += 1
            labels.append(f"[{number}] {button.label}")
        lines.append("  ".join(labels))
    return lines


def _announced(path: Path, kind: FileKind | None) -> dict[str, Any]:
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    by_name = {"image": FileKind.PHOTO, "audio": FileKind.VOICE, "video": FileKind.VIDEO}
    return {
        "kind": kind or by_name.get(media_type.partition("/")[0], FileKind.DOCUMENT),
        "handle": str(path.resolve()),
        "name": path.name,
        "media_type": media_type,
        "size": path.stat().st_size,
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _load(body: bytes) -> dict[str, Any]:
    try:
        update: dict[str, Any] = json.loads(body)
    except ValueError as error:
        raise UnreadableUpdate("a line that is not ours") from error
    return update


def _storable(text: str) -> str:
    """Standard input may carry half characters and NUL, which no database takes."""
    return text.replace("\x00", "").encode(errors="replace").decode()
