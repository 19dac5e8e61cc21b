"""The workers' bot, through aiogram: public, it must stand thousands of strangers.

aiogram reads updates and speaks to the Bot API. Its dispatcher and its polling stay unused: they
acknowledge an update before anybody has kept it.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    Update,
    User,
)
from aiohttp import ClientError, ClientResponseError
from pydantic import ValidationError

from bot.channels import telegram_limits as api
from bot.channels import telegram_raw as raw
from bot.channels.channel import (
    ChannelConflict,
    ChannelError,
    FileGone,
    FileTooLarge,
    FileToSend,
    TokenRefused,
    UnreadableUpdate,
)
from bot.channels.rendered import Rendered
from casework.messages import Contact, Desk, FileKind, Incoming, IncomingFile, Place
from casework.transport import Delivered, Fate, RawUpdate

_PARSED = (Response[Message], Response[list[dict[str, Any]]], Response[bool])
"""Held, because pydantic forgets a generic model that nobody holds: aiogram would build it anew,
in five milliseconds, for almost every answer."""

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class _GetUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates as JSON: aiogram's own refuses a whole batch for one update it cannot read."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = 0
    allowed_updates: list[str]


class _Session(AiohttpSession):
    async def close(self) -> None:
        # aiogram's own sleeps a quarter of a second for TLS, which aiohttp by now does itself.
        if self._session is not None and not self._session.closed:
            await self._session.close()


class TelegramWorker:
    """`bot.channels.channel.PolledChannel` on the public bot's token."""

    name = "telegram-worker"
    desk = Desk.WORKER
    limits = api.LIMITS

    def __init__(self, token: str, *, api_base: str | None = None, username: str = "") -> None:
        server = TelegramAPIServer.from_base(api_base) if api_base else PRODUCTION
        logging.getLogger("aiogram").setLevel(logging.WARNING)
        self._bot = Bot(token, session=_Session(api=server, timeout=api.SEND_PATIENCE))
        self._username = username

    async def open(self) -> None:
        """Learn the bot's name; drop a webhook, which would keep updates from being fetched."""
        try:
            self._username = (await self._bot.get_me()).username or ""
            await self._bot.delete_webhook(drop_pending_updates=False)
        except AiogramError as error:
            raise _channel_error(error) from error

    async def offer_commands(
        self, commands: Sequence[tuple[str, str]], language: str | None = None
    ) -> None:
        """The menu of commands, each with what it does; ``language`` as two letters."""
        menu = [BotCommand(command=name, description=does) for name, does in commands]
        try:
            await self._bot.set_my_commands(menu, language_code=language)
        except AiogramError as error:
            raise _channel_error(error) from error

    async def updates(self, *, offset: int | None, wait: float) -> tuple[RawUpdate, ...]:
        """See `bot.channels.channel.PolledChannel.updates`."""
        request = _GetUpdates(offset=offset, timeout=int(wait), allowed_updates=list(api.UPDATES))
        try:
            fetched = await self._bot(request, request_timeout=int(wait) + api.PATIENCE)
        except AiogramError as error:
            raise _channel_error(error) from error
        return tuple(self.envelope(raw.dump(update)) for update in fetched)

    def envelope(self, body: bytes) -> RawUpdate:
        """See `bot.channels.channel.Channel.envelope`."""
        return raw.envelope(self.name, body)

    def parse(self, body: bytes, received_at: datetime) -> Incoming | None:
        """See `bot.channels.channel.Channel.parse`.

        Somebody who blocks or unblocks the bot (``my_chat_member``) has said nothing: that the
        door is shut is learnt from the next message to them.
        """
        loaded = raw.load(body)
        try:
            update = Update.model_validate(loaded)
        except ValidationError as error:
            raise UnreadableUpdate("aiogram cannot read the update") from error
        if update.callback_query is not None:
            return self._pressed(update.callback_query, update.update_id, received_at)
        message = update.message or update.channel_post or update.edited_message
        if message is None:
            return None
        edited = update.edited_message is not None
        said = self._said(message, update.update_id, edited=edited)
        return raw.for_the_bot(said, loaded, bot=self._bot.id, username=self._username)

    def _said(self, message: Message, update_id: int, *, edited: bool) -> Incoming:
        file = _file(message)
        fits = file is not None and raw.can_be_fetched(file)
        answered = message.reply_to_message
        return Incoming(
            desk=self.desk,
            channel=self.name,
            update_id=str(update_id),
            message_id=str(message.message_id),
            chat=str(message.chat.id),
            sender=str(message.from_user.id if message.from_user else message.chat.id),
            at=_edited_at(message) if edited else message.date,
            text=raw.without_bot_name(message.text or message.caption or _venue(message)),
            files=(file,) if file is not None and fits else (),
            place=_place(message),
            contact=_contact(message),
            reply_to=str(answered.message_id) if answered else None,
            edits=str(message.message_id) if edited else None,
            album=message.media_group_id,
            group=message.chat.type != "private",
            language=_language(message.from_user),
            file_too_large=file is not None and not fits,
        )

    def _pressed(self, query: CallbackQuery, update_id: int, at: datetime) -> Incoming:
        shown = query.message
        return Incoming(
            desk=self.desk,
            channel=self.name,
            update_id=str(update_id),
            message_id=str(shown.message_id) if shown else "",
            chat=str(shown.chat.id if shown else query.from_user.id),
            sender=str(query.from_user.id),
            at=at,
            button=query.data or "",
            group=shown is not None and shown.chat.type != "private",
            language=_language(query.from_user),
        )

    async def acknowledge_button(self, update: RawUpdate) -> None:
        """See `bot.channels.channel.Channel.acknowledge_button`."""
        query = raw.button_query(update.body)
        if query is None:
            return
        try:
            await self._bot.answer_callback_query(query)
        except AiogramError:
            return  # a press that is too old; its update is kept all the same

    async def fetch(self, handle: str) -> bytes:
        """See `bot.channels.channel.Channel.fetch`."""
        try:
            file = await self._bot.get_file(handle)
            if (file.file_size or 0) > (api.LIMITS.file_in or 0) or not file.file_path:
                raise FileTooLarge
            stream = await self._bot.download_file(file.file_path, timeout=api.FILE_PATIENCE)
        except TelegramBadRequest as error:
            raise (FileTooLarge if "too big" in error.message else FileGone) from error
        except AiogramError as error:
            raise _channel_error(error) from error
        except ClientResponseError as error:
            # Not its cause: its address holds the token, which a traceback would print.
            raise (FileGone if error.status == 404 else ChannelError) from None
        except (ClientError, TimeoutError):
            raise ChannelError("a file did not come through") from None
        return stream.read() if stream else b""

    def parts(self, rendered: Rendered, file: FileToSend | None = None) -> int:
        """See `bot.channels.channel.Channel.parts`."""
        return len(api.messages(rendered, file))

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """See `bot.channels.channel.Channel.send`."""
        if file is not None and len(file.content) > (api.LIMITS.file_out or 0):
            return api.TOO_LARGE
        sent: list[str] = []
        for part in api.messages(rendered, file)[skip:]:
            try:
                message = await self._send(chat, part)
            except AiogramError as error:
                return replace(_refusal(error), message_ids=tuple(sent))
            sent.append(str(message.message_id))
        return Delivered(fate=Fate.SENT, message_ids=tuple(sent))

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """See `bot.channels.channel.Channel.edit`."""
        part = api.messages(rendered, None)[0]
        try:
            await self._bot.edit_message_text(
                part.text,
                chat_id=chat,
                message_id=int(message_id),
                reply_markup=_keyboard(part),
                link_preview_options=_NO_PREVIEW,
            )
        except AiogramError as error:
            return api.edited(message_id, _refusal(error))
        return api.edited(message_id)

    async def _send(self, chat: str, part: api.Part) -> Message:
        keyboard = _keyboard(part)
        if part.file is None:
            return await self._bot.send_message(
                chat, part.text, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
            )
        file = BufferedInputFile(part.file.content, filename=part.file.name)
        caption = part.text or None
        if part.as_photo:
            try:
                return await self._bot.send_photo(
                    chat, file, caption=caption, reply_markup=keyboard
                )
            except TelegramBadRequest as error:
                if not api.is_about_the_picture(error.message):
                    raise
        return await self._bot.send_document(chat, file, caption=caption, reply_markup=keyboard)

    async def close(self) -> None:
        """Close the connections."""
        await self._bot.session.close()


def _file(message: Message) -> IncomingFile | None:
    sizes = message.photo or (message.live_photo.photo if message.live_photo else None)
    if sizes:
        return raw.incoming_file(
            FileKind.PHOTO, max(sizes, key=lambda size: size.width * size.height)
        )
    kinds: Mapping[FileKind, Sequence[raw.Attachment | None]] = {
        FileKind.VOICE: (message.voice, message.audio),
        FileKind.VIDEO: (message.video, message.video_note, message.animation),
        FileKind.DOCUMENT: (message.document,),
    }
    for kind, attachments in kinds.items():
        for attached in attachments:
            if attached is not None:
                return raw.incoming_file(kind, attached)
    return None


def _place(message: Message) -> Place | None:
    location = message.location
    if location is None:
        return None
    return Place(latitude=location.latitude, longitude=location.longitude)


def _venue(message: Message) -> str:
    return f"{message.venue.title}\n{message.venue.address}" if message.venue else ""


def _contact(message: Message) -> Contact | None:
    card = message.contact
    if card is None:
        return None
    return Contact(
        name=" ".join(filter(None, (card.first_name, card.last_name))), phone=card.phone_number
    )


def _edited_at(message: Message) -> datetime:
    return datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date else message.date


def _language(user: User | None) -> str | None:
    return user.language_code if user else None


def _keyboard(part: api.Part) -> InlineKeyboardMarkup | None:
    if not part.buttons:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=button.label, callback_data=button.data) for button in row]
            for row in part.buttons
        ]
    )


_STATUS = {
    TelegramForbiddenError: 403,
    TelegramBadRequest: 400,
    TelegramMigrateToChat: 400,
    TelegramUnauthorizedError: 401,
    TelegramNotFound: 404,
    TelegramConflictError: 409,
    TelegramEntityTooLarge: 413,
}


def _refusal(error: AiogramError) -> Delivered:
    match error:
        case TelegramRetryAfter():
            return api.fate(429, error.message, float(error.retry_after))
        case TelegramAPIError() if type(error) is not TelegramNetworkError:
            return api.fate(_STATUS.get(type(error), 500), error.message)
        case _:
            return api.NETWORK  # also an answer that is not JSON: a proxy's error page


def _channel_error(error: AiogramError) -> ChannelError:
    match error:
        case TelegramConflictError():
            return ChannelConflict("another process or a webhook takes this bot's updates")
        case TelegramUnauthorizedError() | TelegramNotFound():
            return TokenRefused("Telegram does not know this bot")
        case TelegramRetryAfter():
            return ChannelError("flood", retry_after=str(error.retry_after))
        case ClientDecodeError():
            return ChannelError("an answer that is not the Bot API's")
        case _:
            return ChannelError(type(error).__name__)
