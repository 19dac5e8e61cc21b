"""Somebody at a phone: what they can do in a chat with a bot, and what they see of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from tests.emulator.state import Chat, EmulatedBot, Json, SentMessage

JPEG = b"\xff\xd8\xff\xe0 not a real picture"
PATIENCE = 10.0


@dataclass(kw_only=True)
class Person:
    """A user in one chat of one bot. Every action returns the update that it becomes."""

    bot: EmulatedBot
    chat: Chat
    id: int
    language: str | None
    name: str
    albums: int = 0

    @property
    def messages(self) -> list[SentMessage]:
        """All that the bot has written in this chat."""
        return self.chat.messages

    @property
    def texts(self) -> list[str]:
        """The texts of it."""
        return [message.text for message in self.chat.messages]

    async def heard(self, count: int = 1) -> SentMessage:
        """Wait until the bot has written ``count`` messages in all; the last of them."""
        async with asyncio.timeout(PATIENCE):
            while len(self.messages) < count:
                self.chat.arrived.clear()
                await self.chat.arrived.wait()
        return self.messages[count - 1]

    def say(self, text: str, *, reply_to: int | None = None) -> Json:
        """Write a text, perhaps in answer to a message of the bot."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        content: Json = {"text": text}
        if text.startswith("/"):
            content["entities"] = entities
        return self._message(content, reply_to=reply_to)

    def reply(self, to: SentMessage, text: str) -> Json:
        """Answer a certain message of the bot."""
        return self.say(text, reply_to=to.message_id)

    def edit(self, update: Json, text: str) -> Json:
        """Change a message that was sent."""
        message = update["message"]
        place = "caption" if "caption" in message else "text"
        edited = {**message, place: text, "edit_date": self.bot.date()}
        return self.bot.happens("edited_message", edited)

    def press(self, which: str, *, forged: bool = False) -> Json:
        """Press the newest button with this label or these data.

        ``forged`` sends data that no button has, as a tampered client could.
        """
        for message in reversed(self.messages):
            for button in (button for row in message.buttons for button in row):
                if which in {button.label, button.data}:
                    return self._press(message.message_id, button.data)
        if not forged:
            raise AssertionError(f"no button {which!r} in {self.name}'s chat")
        return self._press(self.messages[-1].message_id if self.messages else 1, which)

    def send_photo(
        self, content: bytes = JPEG, caption: str = "", *, album: str = "", size: int | None = None
    ) -> Json:
        """Send a picture; Telegram makes several sizes of it."""
        file_id = self.bot.stores(
            content, size=size, path=f"photos/file_{len(self.bot.files)}.jpg"
        )
        small = self.bot.stores(content[:8], size=None, path=f"photos/{file_id}_s.jpg")
        sizes = [
            {"file_id": small, "file_unique_id": "s", "width": 90, "height": 51, "file_size": 8},
            {
                "file_id": file_id,
                "file_unique_id": "l",
                "width": 1280,
                "height": 720,
                "file_size": len(content) if size is None else size,
            },
        ]
        return self._message({"photo": sizes, **_captioned(caption, album)})

    def album(self, contents: Sequence[bytes], caption: str = "") -> list[Json]:
        """Send several pictures at once; the caption is on the first."""
        self.albums += 1
        name = f"1350{self.id}{self.albums}"
        return [
            self.send_photo(content, caption if index == 0 else "", album=name)
            for index, content in enumerate(contents)
        ]

    def send_voice(self, content: bytes = b"OggS voice", *, size: int | None = None) -> Json:
        """Send a voice message."""
        return self._file("voice", content, {"duration": 3, "mime_type": "audio/ogg"}, size=size)

    def send_audio(self, content: bytes = b"ID3 audio", name: str = "录音.mp3") -> Json:
        """Send a recording as a music file."""
        about = {"duration": 3, "mime_type": "audio/mpeg", "file_name": name}
        return self._file("audio", content, about)

    def send_video(self, content: bytes = b"ftyp video", name: str = "工地.mp4") -> Json:
        """Send a film."""
        about = {"duration": 3, "width": 9, "height": 16, "mime_type": "video/mp4"}
        return self._file("video", content, {**about, "file_name": name})

    def send_video_note(self, content: bytes = b"ftyp note") -> Json:
        """Send a round video message; it carries neither name nor type."""
        return self._file("video_note", content, {"duration": 3, "length": 240})

    def send_document(
        self,
        content: bytes = b"%PDF-1.7",
        name: str = "欠条.pdf",
        media_type: str = "application/pdf",
        caption: str = "",
        *,
        size: int | None = None,
    ) -> Json:
        """Send any file."""
        about = {"file_name": name, "mime_type": media_type}
        return self._file("document", content, about, size=size, caption=caption)

    def send_location(self, latitude: float, longitude: float) -> Json:
        """Share where they are."""
        return self._message({"location": {"latitude": latitude, "longitude": longitude}})

    def send_venue(self, latitude: float, longitude: float, title: str, address: str) -> Json:
        """Share a place from the map."""
        location = {"latitude": latitude, "longitude": longitude}
        venue = {"location": location, "title": title, "address": address}
        return self._message({"location": location, "venue": venue})

    def send_contact(self, name: str, phone: str) -> Json:
        """Share a contact card."""
        return self._message({"contact": {"phone_number": phone, "first_name": name}})

    def send_sticker(self) -> Json:
        """Send a sticker."""
        about = {"type": "regular", "width": 512, "height": 512, "is_animated": False}
        return self._file("sticker", b"RIFF webp", {**about, "is_video": False, "emoji": "👍"})

    def send_dice(self) -> Json:
        """Throw the dice."""
        return self._message({"dice": {"emoji": "🎲", "value": 4}})

    def joins(self) -> Json:
        """Bring the bot into the group."""
        return self._message({"new_chat_members": [self.bot.json()]})

    def block(self) -> Json:
        """Stop the bot: it may not write here any more."""
        self.chat.blocked = True
        return self._membership("member", "kicked")

    def unblock(self) -> Json:
        """Start the bot again."""
        self.chat.blocked = False
        return self._membership("kicked", "member")

    def redeliver(self, update: Json) -> None:
        """Have Telegram deliver an update once more, also an acknowledged one."""
        self.bot.delivers(update)

    def json(self) -> Json:
        """The Bot API's User object."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        return {**user, "language_code": self.language} if self.language else user

    def _message(self, content: Json, *, reply_to: int | None = None) -> Json:
        message = {
            "message_id": self.chat.next_message_id(),
            "from": self.json(),
            "chat": self.chat.json(),
            "date": self.bot.date(),
            **content,
        }
        answered = next((seen for seen in self.messages if seen.message_id == reply_to), None)
        if answered is not None:
            message["reply_to_message"] = {
                "message_id": answered.message_id,
                "from": self.bot.json(),
                "chat": self.chat.json(),
                "date": self.bot.date(),
                "text": answered.text,
            }
        return self.bot.happens("message", message)

    def _file(
        self, kind: str, content: bytes, about: Json, *, size: int | None = None, caption: str = ""
    ) -> Json:
        path = f"{kind}s/file_{len(self.bot.files)}"
        file_id = self.bot.stores(content, size=size, path=path)
        attached = {
            "file_id": file_id,
            "file_unique_id": file_id[-8:],
            "file_size": len(content) if size is None else size,
            **about,
        }
        return self._message({kind: attached, **_captioned(caption, "")})

    def _press(self, message_id: int, data: str) -> Json:
        self.bot.query_ids += 1
        carrier = {
            "message_id": message_id,
            "from": self.bot.json(),
            "chat": self.chat.json(),
            "date": self.bot.date(),
            "text": "…",
        }
        query = {
            "id": str(self.bot.query_ids),
            "from": self.json(),
            "message": carrier,
            "chat_instance": f"88{self.chat.id}",
            "data": data,
        }
        return self.bot.happens("callback_query", query)

    def _membership(self, before: str, after: str) -> Json:
        def member(status: str) -> Json:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.bot.json(), "status": status, **until}

        changed = {
            "chat": self.chat.json(),
            "from": self.json(),
            "date": self.bot.date(),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        return self.bot.happens("my_chat_member", changed)


def _captioned(caption: str, album: str) -> Json:
    content: Json = {"caption": caption} if caption else {}
    return {**content, "media_group_id": album} if album else content
