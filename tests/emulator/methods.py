"""The Bot API's methods, with the limits that it enforces.

Source: https://core.telegram.org/bots/api; the wording of refusals is that of the public server.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.emulator.state import ApiError, Chat, EmulatedBot, Json, SentButton, SentMessage

TEXT = 4096
CAPTION = 1024
CALLBACK_BYTES = 64
DOWNLOAD = 20 * 1024 * 1024
UPLOAD = 50 * 1024 * 1024
PHOTO = 10 * 1024 * 1024
PICTURES = (b"\xff\xd8\xff", b"\x89PNG")


@dataclass(frozen=True, kw_only=True)
class Request:
    """The parameters of one call; ``files`` by the name of their part of the form."""

    params: Mapping[str, Any]
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)

    def file(self, name: str) -> tuple[str, bytes]:
        """An uploaded file, named directly or by ``attach://``."""
        part = str(self.params.get(name, "")).removeprefix("attach://") or name
        if part not in self.files:
            raise ApiError(400, f"Bad Request: there is no {name} in the request")
        return self.files[part]

    def structure(self, name: str) -> Any:
        """A parameter that is JSON inside a form."""
        value = self.params.get(name)
        return json.loads(value) if isinstance(value, str) else value


Method = Callable[[EmulatedBot, Request], Awaitable[Any]]


async def get_me(bot: EmulatedBot, request: Request) -> Json:
    """The bot itself."""
    return {**bot.json(), "can_join_groups": True, "can_read_all_group_messages": False}


async def get_updates(bot: EmulatedBot, request: Request) -> list[Json]:
    """Updates from ``offset`` on; those before it are acknowledged and gone."""
    if bot.webhook.get("url"):
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    bot.polls += 1
    bot.polled.set()
    turn = bot.polls
    bot.arrived.set()  # whoever polls already is told to stop
    offset = int(request.params.get("offset", 0))
    bot.allowed = request.structure("allowed_updates") or bot.allowed
    bot.pending = [update for update in bot.pending if update["update_id"] >= offset]
    limit = int(request.params.get("limit", 100))
    if not bot.pending:
        await _something(bot, turn, float(request.params.get("timeout", 0)))
    if turn != bot.polls:
        raise ApiError(
            409,
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    return bot.pending[:limit]


async def _something(bot: EmulatedBot, turn: int, timeout: float) -> None:
    loop = asyncio.get_running_loop()
    ends = loop.time() + timeout
    while not bot.pending and turn == bot.polls and loop.time() < ends:
        bot.arrived.clear()
        try:
            await asyncio.wait_for(bot.arrived.wait(), ends - loop.time())
        except TimeoutError:
            return


async def send_message(bot: EmulatedBot, request: Request) -> Json:
    """A text."""
    chat = bot.chat(request.params.get("chat_id"))
    text = str(request.params.get("text", "")).strip()
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise ApiError(400, "Bad Request: message text is empty")
    if _units(text) > TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    return _shows(bot, chat, request, SentMessage(message_id=0, text=text))


async def send_photo(bot: EmulatedBot, request: Request) -> Json:
    """A picture; whatever is none is refused."""
    chat = bot.chat(request.params.get("chat_id"))
    name, content = request.file("photo")
    if not content.startswith(PICTURES):
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    if len(content) > PHOTO:
        raise ApiError(400, "Bad Request: PHOTO_SAVE_FILE_INVALID")
    return _shows(bot, chat, request, _with_file("photo", name, content, request))


async def send_document(bot: EmulatedBot, request: Request) -> Json:
    """A file of any kind."""
    chat = bot.chat(request.params.get("chat_id"))
    name, content = request.file("document")
    if not content:
        raise ApiError(400, "Bad Request: file must be non-empty")
    if len(content) > UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return _shows(bot, chat, request, _with_file("document", name, content, request))


def _with_file(kind: str, name: str, content: bytes, request: Request) -> SentMessage:
    caption = str(request.params.get("caption", "")).strip()
    if _units(caption) > CAPTION:
        raise ApiError(400, "Bad Request: message caption is too long")
    return SentMessage(message_id=0, text=caption, kind=kind, file=content, file_name=name)


def _shows(bot: EmulatedBot, chat: Chat, request: Request, message: SentMessage) -> Json:
    buttons = _buttons(request.structure("reply_markup"))
    shown = replace(message, message_id=chat.next_message_id(), buttons=buttons)
    chat.shows(shown)
    result = {
        "message_id": shown.message_id,
        "from": bot.json(),
        "chat": chat.json(),
        "date": bot.date(),
    }
    if shown.kind == "text":
        return {**result, "text": shown.text}
    file_id = bot.stores(shown.file or b"", size=None, path=f"{shown.kind}s/{shown.file_name}")
    attached: Json = {"file_id": file_id, "file_unique_id": file_id[-8:]}
    if shown.kind == "photo":
        return {**result, "caption": shown.text, "photo": [{**attached, "width": 9, "height": 9}]}
    return {**result, "caption": shown.text, "document": attached}


def _buttons(markup: Json | None) -> tuple[tuple[SentButton, ...], ...]:
    rows = (markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if not button.get("text", "").strip():
            raise ApiError(400, "Bad Request: inline keyboard button text must be non-empty")
        if not 1 <= len(button.get("callback_data", "").encode()) <= CALLBACK_BYTES:
            raise ApiError(400, "Bad Request: BUTTON_DATA_INVALID")
    return tuple(
        tuple(SentButton(label=button["text"], data=button["callback_data"]) for button in row)
        for row in rows
    )


async def edit_message_text(bot: EmulatedBot, request: Request) -> Json:
    """Exchange the text and the buttons of a message of the bot."""
    chat = bot.chat(request.params.get("chat_id"))
    text = str(request.params.get("text", "")).strip()
    if _units(text) > TEXT:
        raise ApiError(400, "Bad Request: message is too long")
    buttons = _buttons(request.structure("reply_markup"))
    message_id = int(request.params.get("message_id", 0))
    for index, message in enumerate(chat.messages):
        if message.message_id == message_id:
            changed = replace(message, text=text, buttons=buttons)
            if changed == message:
                raise ApiError(400, "Bad Request: message is not modified")
            chat.messages[index] = changed
            chat.seen.append((changed, True))
            where = {"chat": chat.json(), "from": bot.json(), "date": bot.date()}
            return {"message_id": message_id, "text": text, **where}
    raise ApiError(400, "Bad Request: message to edit not found")


async def edit_message_reply_markup(bot: EmulatedBot, request: Request) -> Json:
    """Exchange or remove the buttons of a message of the bot."""
    chat = bot.chat(request.params.get("chat_id"))
    buttons = _buttons(request.structure("reply_markup"))
    message_id = int(request.params.get("message_id", 0))
    for index, message in enumerate(chat.messages):
        if message.message_id == message_id:
            if message.buttons == buttons:
                raise ApiError(400, "Bad Request: message is not modified")
            chat.messages[index] = replace(message, buttons=buttons)
            return {"message_id": message_id, "chat": chat.json(), "date": bot.date()}
    raise ApiError(400, "Bad Request: message to edit not found")


async def answer_callback_query(bot: EmulatedBot, request: Request) -> bool:
    """Stop the waiting sign of a pressed button."""
    query = str(request.params.get("callback_query_id", ""))
    if not query.isdecimal() or int(query) > bot.query_ids or query in bot.answered:
        raise ApiError(
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
    bot.answered.append(query)
    return True


async def get_file(bot: EmulatedBot, request: Request) -> Json:
    """Where a file can be fetched, up to 20 MB."""
    file_id = str(request.params.get("file_id", ""))
    if file_id not in bot.files:
        raise ApiError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    file = bot.files[file_id]
    if file.size > DOWNLOAD:
        raise ApiError(400, "Bad Request: file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file_id[-8:],
        "file_size": file.size,
        "file_path": file.path,
    }


async def set_my_commands(bot: EmulatedBot, request: Request) -> bool:
    """The menu of commands for a language."""
    bot.commands[str(request.params.get("language_code", ""))] = request.structure("commands")
    return True


async def set_webhook(bot: EmulatedBot, request: Request) -> bool:
    """Have updates sent to an address; the emulator remembers it and sends nothing."""
    bot.webhook = {**request.params}
    return True


async def delete_webhook(bot: EmulatedBot, request: Request) -> bool:
    """Go back to getUpdates."""
    bot.webhook = {}
    if str(request.params.get("drop_pending_updates", False)).lower() == "true":
        bot.pending = []
    return True


async def unknown(bot: EmulatedBot, request: Request) -> None:
    """A method that the emulator does not have."""
    raise ApiError(404, "Not Found")


METHODS: Mapping[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "sendmessage": send_message,
    "sendphoto": send_photo,
    "senddocument": send_document,
    "editmessagereplymarkup": edit_message_reply_markup,
    "editmessagetext": edit_message_text,
    "answercallbackquery": answer_callback_query,
    "getfile": get_file,
    "setmycommands": set_my_commands,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
}
"""The Bot API takes method names in any case."""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
