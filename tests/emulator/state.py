"""What the emulated Telegram remembers of a bot and its chats."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal of the Bot API, in its own words."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@dataclass(frozen=True, kw_only=True)
class SentButton:
    """A button under a message of the bot."""

    label: str
    data: str


@dataclass(frozen=True, kw_only=True)
class SentMessage:
    """A message of the bot, as a person sees it. With a file, ``text`` is the caption."""

    message_id: int
    text: str
    buttons: tuple[tuple[SentButton, ...], ...] = ()
    kind: str = "text"
    file: bytes | None = None
    file_name: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of all buttons, row by row."""
        return tuple(button.label for row in self.buttons for button in row)


@dataclass(kw_only=True)
class Chat:
    """A chat of one bot: private, or a group when it has a title."""

    id: int
    title: str = ""
    first_name: str = ""
    blocked: bool = False
    message_ids: int = 0
    messages: list[SentMessage] = field(default_factory=list)
    seen: list[tuple[SentMessage, bool]] = field(default_factory=list)  # True: a changed text
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def next_message_id(self) -> int:
        """Message ids count up within a chat, whoever writes."""
        self.message_ids += 1
        return self.message_ids

    def json(self) -> Json:
        """The Bot API's Chat object."""
        if self.title:
            return {"id": self.id, "type": "supergroup", "title": self.title}
        return {"id": self.id, "type": "private", "first_name": self.first_name}

    def shows(self, message: SentMessage) -> None:
        """A message of the bot arrives."""
        self.messages.append(message)
        self.seen.append((message, False))
        self.arrived.set()


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file on the emulated servers; ``size`` may be told larger than the bytes kept."""

    content: bytes
    size: int
    path: str


@dataclass(kw_only=True)
class Fault:
    """What the next calls are answered with. Status 0 breaks the connection.

    ``after`` does what was asked first, so that only the answer is lost.
    """

    method: str
    status: int
    description: str
    retry_after: int | None
    times: int
    chat: int | None = None
    after: bool = False


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request that a bot made."""

    method: str
    params: Mapping[str, Any]


@dataclass(kw_only=True)
class EmulatedBot:
    """One bot: its unacknowledged updates, its chats, its files."""

    token: str
    username: str
    now: Callable[[], datetime]
    chats: dict[int, Chat] = field(default_factory=dict)
    files: dict[str, StoredFile] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    webhook: Json = field(default_factory=dict)
    pending: list[Json] = field(default_factory=list)
    allowed: Sequence[str] = ()
    update_ids: int = 700_000_000
    query_ids: int = 0
    polls: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    polled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def id(self) -> int:
        """The bot's own account, which its token begins with."""
        return int(self.token.partition(":")[0])

    def json(self) -> Json:
        """The Bot API's User object of the bot."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": "清薪",
            "username": self.username,
        }

    def date(self) -> int:
        """The time as the Bot API writes it."""
        return int(self.now().timestamp())

    def happens(self, kind: str, content: Json) -> Json:
        """An update comes into being; it waits unless the bot does not want its kind."""
        self.update_ids += 1
        update = {"update_id": self.update_ids, kind: content}
        if not self.allowed or kind in self.allowed:
            self.delivers(update)
        return update

    def delivers(self, update: Json) -> None:
        """Put an update among those that wait, also one that was acknowledged before."""
        self.pending.append(update)
        self.pending.sort(key=lambda waiting: int(waiting["update_id"]))
        self.arrived.set()

    def stores(self, content: bytes, *, size: int | None, path: str) -> str:
        """Keep a file; returns its file_id."""
        file_id = f"AgACAgUAAxkBAAI{len(self.files):04d}{self.id}"
        self.files[file_id] = StoredFile(
            content=content, size=len(content) if size is None else size, path=path
        )
        return file_id

    def chat(self, chat_id: object) -> Chat:
        """The chat that a method writes to, as the Bot API refuses it."""
        try:
            chat = self.chats[int(str(chat_id))]
        except (KeyError, ValueError):
            raise ApiError(400, "Bad Request: chat not found") from None
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def fault_for(self, method: str, chat: object) -> Fault | None:
        """The fault that this call meets; it is used up."""
        for fault in self.faults:
            fits = fault.chat is None or str(fault.chat) == str(chat)
            if fault.method.lower() == method.lower() and fits:
                fault.times -= 1
                if fault.times == 0:
                    self.faults.remove(fault)
                return fault
        return None


def fixed_now() -> datetime:
    """The emulator's own time where a test does not give one: a Monday morning in China."""
    return datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
