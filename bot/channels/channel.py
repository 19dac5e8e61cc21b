"""What a chat channel is: the platform outside, values of `casework` inside.

ChannelError           the platform did not do what it was asked; try again later
├── UnreadableUpdate   an update that its own library cannot read
├── FileTooLarge       a file that the platform does not hand over
├── FileGone           a file that the platform no longer has
├── ChannelConflict    somebody else reads the same bot's updates
└── TokenRefused       the platform does not know this bot
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.channels.rendered import Rendered
from casework.errors import QingxinError
from casework.messages import Desk, Incoming
from casework.transport import Delivered, RawUpdate


class ChannelError(QingxinError):
    """The platform did not do what it was asked; the same request may succeed later."""


class UnreadableUpdate(ChannelError):
    """An update that cannot be read, now or later: a person has to look at it."""


class FileTooLarge(ChannelError):
    """The platform does not hand over a file of this size."""


class FileGone(ChannelError):
    """The platform no longer has the file; the person can only send it again."""


class ChannelConflict(ChannelError):
    """Another process, or a webhook, takes this bot's updates."""


class TokenRefused(ChannelError):
    """The platform does not know the bot: its token is wrong or was revoked."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a platform takes. Texts are counted in UTF-16 code units; None is no limit.

    ``per_second`` is the pace of the whole channel, ``chat_per_second`` that of one chat.
    """

    text: int | None = None
    caption: int | None = None
    file_in: int | None = None  # bytes
    file_out: int | None = None  # bytes
    per_second: float | None = None
    chat_per_second: float | None = None


@dataclass(frozen=True, kw_only=True)
class FileToSend:
    """A file on its way to a person."""

    name: str
    media_type: str
    content: bytes


Receive = Callable[[RawUpdate], Awaitable[bool]]
"""Commits an update to the inbox; False where it was received before."""


class Channel(Protocol):
    """One door of one platform. Messages are pushed to it: it reaches people by itself."""

    @property
    def name(self) -> str:
        """Names the channel in every table."""
        ...

    @property
    def desk(self) -> Desk: ...
    @property
    def limits(self) -> Limits: ...
    def envelope(self, body: bytes) -> RawUpdate:
        """What the inbox has to know of an update, as the platform sent it.

        It never fails for what is in the update, only where there is no update: whatever came
        can be committed, and whoever cannot be understood is still somebody who wrote.
        """
        ...

    def parse(self, body: bytes, received_at: datetime) -> Incoming | None:
        """The message in an update; None where nobody said anything.

        Pure: the same bytes give the same message at any time and in any process.
        ``received_at`` is the instant of an update that carries none (a pressed button).
        """
        ...

    async def acknowledge_button(self, update: RawUpdate) -> None:
        """Stop the waiting sign on a pressed button; nothing for other updates, never fails."""
        ...

    async def fetch(self, handle: str) -> bytes:
        """The bytes of a file that a person sent."""
        ...

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """Send a whole message, in as many parts as the platform needs.

        ``message_ids`` are those of the parts that arrived, also when a later part did not; a
        retry passes their number as ``skip``. Buttons are on the last part.
        """
        ...

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """Put a text of one part in the place of one that was sent.

        DEAD where the message cannot be changed any more: the caller sends it anew.
        """
        ...

    def parts(self, rendered: Rendered, file: FileToSend | None = None) -> int:
        """How many messages `send` makes of it."""
        ...

    async def close(self) -> None: ...


class PolledChannel(Channel, Protocol):
    """A channel whose updates are fetched, as against one that calls us."""

    async def open(self) -> None:
        """Make sure that the bot exists and that its updates can be fetched."""
        ...

    async def updates(self, *, offset: int | None, wait: float) -> tuple[RawUpdate, ...]:
        """Updates from ``offset`` on; asking for it acknowledges every one before it.

        ``wait``: for how many seconds the platform may hold the request while there are none.
        """
        ...
