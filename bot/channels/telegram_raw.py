"""What the inbox has to know of a Bot API update, read from its JSON alone.

An update is committed before a library looks at it: one that a library cannot read must neither
be lost nor hold up those behind it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from bot.channels.channel import UnreadableUpdate
from bot.channels.telegram_limits import LIMITS
from casework.messages import FileKind, Incoming, IncomingFile
from casework.transport import RawUpdate

_SURROGATE = re.compile("[\ud800-\udfff]")
_COMMAND = re.compile(r"^(/[A-Za-z0-9_]+)@[A-Za-z0-9_]+")
_MESSAGES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "my_chat_member",
)

UNSUPPORTED = (
    "sticker", "dice", "poll", "game", "story", "checklist", "paid_media", "rich_message",
    "invoice", "giveaway", "giveaway_winners", "gift", "unique_gift",
)  # fmt: skip
"""What people send that nobody can read here."""

SERVICE = (
    "left_chat_member", "new_chat_members", "new_chat_title", "new_chat_photo",
    "delete_chat_photo", "group_chat_created", "supergroup_chat_created", "channel_chat_created",
    "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id",
    "pinned_message", "proximity_alert_triggered", "boost_added", "chat_background_set",
    "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
    "general_forum_topic_hidden", "general_forum_topic_unhidden", "video_chat_scheduled",
    "video_chat_started", "video_chat_ended", "video_chat_participants_invited",
    "write_access_allowed", "connected_website", "chat_owner_changed", "chat_owner_left",
    "checklist_tasks_added", "checklist_tasks_done", "poll_option_added", "poll_option_deleted",
)  # fmt: skip
"""What Telegram tells about a chat in the shape of a message: nobody said anything."""

JOINED = ("group_chat_created", "supergroup_chat_created", "channel_chat_created")
"""The bot finds itself in a new group."""

NAMELESS = "unknown"
"""A kind of message that is younger than this list."""


def load(body: bytes) -> dict[str, Any]:
    """The update's JSON, made safe to store: half a surrogate pair cannot be encoded again."""
    try:
        update: Any = json.loads(body)
    except ValueError as error:
        raise UnreadableUpdate("an update that is not JSON") from error
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise UnreadableUpdate("JSON that is not an update")
    if rb"\ud" in body.lower():
        update = _mended(update)
    return dict(update)


def dump(update: Mapping[str, Any]) -> bytes:
    """JSON to be committed; pure ASCII, so that even half a surrogate pair can be kept."""
    return json.dumps(update, separators=(",", ":")).encode()


def envelope(channel: str, body: bytes) -> RawUpdate:
    """Whose turn an update is: one chat is one conversation."""
    update = load(body)
    holder = next((update[kind] for kind in _MESSAGES if kind in update), None)
    if "callback_query" in update:
        query = update["callback_query"]
        holder = query.get("message") or {"chat": query.get("from")}
    holder = holder if isinstance(holder, dict) else {}
    chat = (holder.get("chat") or {}).get("id", "")
    return RawUpdate(
        channel=channel,
        update_id=str(update["update_id"]),
        conversation=str(chat),
        message_id=str(holder.get("message_id", "")),
        body=body,
    )


def button_query(body: bytes) -> str | None:
    """The id by which a pressed button is acknowledged."""
    query = load(body).get("callback_query")
    return str(query["id"]) if isinstance(query, dict) and "id" in query else None


def for_the_bot(
    said: Incoming, update: Mapping[str, Any], *, bot: int, username: str
) -> Incoming | None:
    """The message with its unreadable kind named; None where nobody speaks to the bot.

    A live location moves every few seconds: where it began was taken, its steps are not.
    """
    message: Mapping[str, Any] = next((update[kind] for kind in _MESSAGES if kind in update), {})
    if said.group:
        return said if _addressed(message, bot, username) else None
    if said.edits and "live_period" in message.get("location", {}):
        return None
    if said.text or said.files or said.place or said.contact or said.file_too_large:
        return said
    kind = next((kind for kind in UNSUPPORTED if kind in message), NAMELESS)
    is_service = kind == NAMELESS and any(kind in message for kind in SERVICE)
    return None if is_service else replace(said, unsupported=kind)


def _addressed(message: Mapping[str, Any], bot: int, username: str) -> bool:
    """Whether a message in a group speaks to this bot, or brings it there."""
    answered = message.get("reply_to_message", {}).get("from", {})
    newcomers = [member.get("id") for member in message.get("new_chat_members", ())]
    return (
        any(kind in message for kind in JOINED)
        or bot in (*newcomers, answered.get("id"))
        or _names(message.get("text") or message.get("caption") or "", username)
    )


def _names(text: str, username: str) -> bool:
    """Whether a text is a command for every bot or this one, or mentions this one."""
    command = re.match(r"^/[A-Za-z0-9_]+(?:@([A-Za-z0-9_]+))?(?:\s|$)", text)
    if command:
        return command[1] is None or not username or command[1].lower() == username.lower()
    return bool(username) and f"@{username}".lower() in text.lower()


def without_bot_name(text: str) -> str:
    """``/cmd@botname`` is ``/cmd``: Telegram adds the name where it thinks it is needed."""
    return _COMMAND.sub(r"\1", _storable(text))


def _storable(text: str) -> str:
    # PostgreSQL takes no NUL in a text.
    return text.replace("\x00", "")


class Attachment(Protocol):
    """A file object of the Bot API, whichever library's class holds it."""

    @property
    def file_id(self) -> str: ...
    @property
    def file_size(self) -> int | None: ...


MEDIA_TYPES = {FileKind.PHOTO: "image/jpeg", FileKind.VOICE: "audio/ogg"}
"""What Telegram makes of every photo and every recorded voice, without saying so."""


def incoming_file(kind: FileKind, attached: Attachment) -> IncomingFile:
    """A file as announced; only some kinds carry a name and a type."""
    return IncomingFile(
        kind=kind,
        handle=attached.file_id,
        name=_storable(getattr(attached, "file_name", None) or ""),
        media_type=getattr(attached, "mime_type", None) or MEDIA_TYPES.get(kind, ""),
        size=attached.file_size,
    )


def can_be_fetched(file: IncomingFile) -> bool:
    """Whether a bot may download it."""
    return file.size is None or file.size <= (LIMITS.file_in or 0)


def _mended(value: Any) -> Any:
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case dict():
            return {key: _mended(inner) for key, inner in value.items()}
        case list():
            return [_mended(inner) for inner in value]
        case _:
            return value
