"""What comes in from a chat and what goes out to one. No platform has a word here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from casework.errors import BadValue

CALLBACK_BYTES = 64
"""The tightest limit of any platform for what a button carries."""


class Desk(StrEnum):
    """Which door a message came through: the public one or that of enrolled staff."""

    WORKER = "worker"
    OFFICER = "officer"


class FileKind(StrEnum):
    """What kind of file a person sent."""

    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    DOCUMENT = "document"


@dataclass(frozen=True, kw_only=True)
class IncomingFile:
    """A file as announced by a channel: ``handle`` fetches it there."""

    kind: FileKind
    handle: str
    name: str = ""
    media_type: str = ""
    size: int | None = None  # bytes; None where the platform does not say


@dataclass(frozen=True, kw_only=True)
class KeptFile:
    """A file that has been fetched, hashed, sealed and stored; ``sha256`` is over the raw bytes."""

    kind: FileKind
    name: str
    media_type: str
    size: int
    sha256: str
    stored_as: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A shared location in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A shared contact card."""

    name: str
    phone: str


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """One message from one person, on any channel.

    ``chat`` and ``sender`` are the channel's own keys; ``update_id`` is unique in the channel.
    ``reply_to`` is the channel's id of the message that this one answers, ``edits`` of the
    message it replaces. ``unsupported`` names a kind of message that nobody can read here
    (sticker, poll …). ``file_too_large`` says that a file could not be taken.
    """

    desk: Desk
    channel: str
    update_id: str
    message_id: str
    chat: str
    sender: str
    at: datetime
    text: str = ""
    button: str | None = None
    files: tuple[IncomingFile, ...] = ()
    place: Place | None = None
    contact: Contact | None = None
    reply_to: str | None = None
    edits: str | None = None
    album: str | None = None
    group: bool = False
    language: str | None = None
    unsupported: str | None = None
    file_too_large: bool = False

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise BadValue("an instant carries its zone")


@dataclass(frozen=True, kw_only=True)
class Money:
    """A sum as an argument of a sentence, in fen."""

    fen: int


@dataclass(frozen=True, kw_only=True)
class Words:
    """A sentence or label as an argument of another sentence: a key and its arguments."""

    key: str
    args: "Mapping[str, Arg]" = field(default_factory=dict)


Arg = str | int | date | datetime | Money | Words | tuple[Words, ...]
"""An argument of a sentence. A tuple of Words stands one to a line."""


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button: the key of its label, and what it sends back (64 bytes at most)."""

    label: Words
    data: str

    def __post_init__(self) -> None:
        if not 1 <= len(self.data.encode()) <= CALLBACK_BYTES:
            raise BadValue(f"a button carries 1 to {CALLBACK_BYTES} bytes, not {self.data!r}")


@dataclass(frozen=True, kw_only=True)
class OutgoingFile:
    """A file for a person, in the evidence store under ``stored_as``."""

    name: str
    media_type: str
    stored_as: str


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a person is told: one text in their language, its buttons, perhaps a file.

    ``key`` names the sentence in ``bot/texts``; rows of ``buttons`` are shown as rows. What has the
    same ``live`` name in a chat is one message there: the newer text takes the place of the older.
    """

    key: str
    args: Mapping[str, Arg] = field(default_factory=dict)
    buttons: tuple[tuple[Button, ...], ...] = ()
    file: OutgoingFile | None = None
    live: str = ""


class Urgency(StrEnum):
    """How soon an outgoing message has to arrive."""

    REPLY = "reply"  # the answer to somebody who is waiting
    PUSH = "push"  # news
    ALARM = "alarm"  # danger: overtakes everything


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A message on its way to one chat, as a row of the outbox.

    ``case_id`` lets a reply to this message find its case; ``purpose`` says what such a reply
    would mean ("card", "relay", "" …).
    """

    channel: str
    chat: str
    language: str
    reply: Reply
    urgency: Urgency = Urgency.REPLY
    case_id: str | None = None
    person_id: str | None = None
    purpose: str = ""
