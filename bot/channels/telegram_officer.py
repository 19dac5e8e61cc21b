"""The officers' bot, through python-telegram-bot: for enrolled staff, on its own token.

The library reads updates and speaks to the Bot API. Its Application and its Updater stay unused:
they acknowledge an update before anybody has kept it.
"""

import logging
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    Message,
    Update,
    User,
)
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning

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

_API = "https://api.telegram.org"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

_GET_UPDATES = "getupdates"
"""The Bot API takes any case; in this one the library leaves the answer as it came.

Its own method fails for a whole batch, and logs it, for one update that it cannot read.
"""


class _Refused(TelegramError):
    """An answer other than 200, with what the library's own errors leave out."""

    def __init__(self, status: int, description: str, retry_after: float | None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after


class _Request(HTTPXRequest):
    """The library's transport, telling a refusal with its status and waiting time."""

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        status, payload = await super().do_request(*args, **kwargs)
        if status < 300:
            return status, payload
        try:
            answer = self.parse_json_payload(payload) if payload[:1] == b"{" else {}
        except TelegramError:
            answer = {}
        waits = (answer.get("parameters") or {}).get("retry_after")
        raise _Refused(status, str(answer.get("description", "")), waits)


class TelegramOfficer:
    """`bot.channels.channel.PolledChannel` on the staff bot's token."""

    name = "telegram-officer"
    desk = Desk.OFFICER
    limits = api.LIMITS

    def __init__(self, token: str, *, api_base: str | None = None, username: str = "") -> None:
        for logger in ("telegram", "httpx", "httpcore"):
            # They would log addresses, which hold the token, and texts.
            logging.getLogger(logger).setLevel(logging.WARNING)
        base = (api_base or _API).rstrip("/")
        self._requests = (
            _Request(connection_pool_size=1),
            _Request(connection_pool_size=64, read_timeout=20),
        )
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            get_updates_request=self._requests[0],
            request=self._requests[1],
        )
        self._id = int(token.partition(":")[0])
        self._username = username

    async def open(self) -> None:
        """Learn the bot's name; drop a webhook, which would keep updates from being fetched."""
        try:
            self._username = (await self._bot.get_me()).username or ""
            await self._bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            raise _channel_error(error) from error

    async def offer_commands(
        self, commands: Sequence[tuple[str, str]], language: str | None = None
    ) -> None:
        """The menu of commands, each with what it does; ``language`` as two letters."""
        menu = [BotCommand(name, does) for name, does in commands]
        try:
            await self._bot.set_my_commands(menu, language_code=language)
        except TelegramError as error:
            raise _channel_error(error) from error

    async def updates(self, *, offset: int | None, wait: float) -> tuple[RawUpdate, ...]:
        """See `bot.channels.channel.PolledChannel.updates`."""
        asked = {"timeout": int(wait), "allowed_updates": list(api.UPDATES)}
        if offset is not None:
            asked["offset"] = offset
        try:
            fetched: Any = await self._bot.do_api_request(
                _GET_UPDATES, api_kwargs=asked, read_timeout=int(wait) + api.PATIENCE
            )
        except TelegramError as error:
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
            with warnings.catch_warnings():
                # The library reads durations in a way that it announces itself to give up.
                warnings.simplefilter("ignore", PTBDeprecationWarning)
                update = Update.de_json(loaded, None)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UnreadableUpdate("python-telegram-bot cannot read the update") from error
        if update.callback_query is not None:
            return self._pressed(update.callback_query, update.update_id, received_at)
        message = update.message or update.channel_post or update.edited_message
        if message is None:
            return None
        edited = update.edited_message is not None
        said = self._said(message, update.update_id, edited=edited)
        return raw.for_the_bot(said, loaded, bot=self._id, username=self._username)

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
            at=(message.edit_date if edited else None) or message.date,
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
        except TelegramError:
            return  # a press that is too old; its update is kept all the same

    async def fetch(self, handle: str) -> bytes:
        """See `bot.channels.channel.Channel.fetch`."""
        try:
            file = await self._bot.get_file(handle)
        except TelegramError as error:
            raise _file_error(error, gone=400) from error
        if (file.file_size or 0) > (api.LIMITS.file_in or 0) or not file.file_path:
            raise FileTooLarge
        try:
            return bytes(await file.download_as_bytearray(read_timeout=api.FILE_PATIENCE))
        except TelegramError as error:
            raise _file_error(error, gone=404) from error

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
            except TelegramError as error:
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
        except TelegramError as error:
            return api.edited(message_id, _refusal(error))
        return api.edited(message_id)

    async def _send(self, chat: str, part: api.Part) -> Message:
        keyboard = _keyboard(part)
        if part.file is None:
            return await self._bot.send_message(
                chat, part.text, reply_markup=keyboard, link_preview_options=_NO_PREVIEW
            )
        file = InputFile(part.file.content, filename=part.file.name)
        caption = part.text or None
        if part.as_photo:
            try:
                return await self._bot.send_photo(
                    chat, file, caption=caption, reply_markup=keyboard
                )
            except _Refused as error:
                if not api.is_about_the_picture(error.description):
                    raise
        return await self._bot.send_document(chat, file, caption=caption, reply_markup=keyboard)

    async def close(self) -> None:
        """Close the connections."""
        for request in self._requests:
            await request.shutdown()


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


def _language(user: User | None) -> str | None:
    return user.language_code if user else None


def _keyboard(part: api.Part) -> InlineKeyboardMarkup | None:
    if not part.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data) for button in row]
            for row in part.buttons
        ]
    )


def _refusal(error: TelegramError) -> Delivered:
    match error:
        case _Refused():
            return api.fate(error.status, error.description, error.retry_after)
        case _:
            return api.NETWORK


def _file_error(error: TelegramError, *, gone: int) -> ChannelError:
    if isinstance(error, _Refused) and error.status == gone:
        return FileTooLarge() if "too big" in error.description else FileGone()
    return _channel_error(error)


def _channel_error(error: TelegramError) -> ChannelError:
    match error:
        case _Refused(status=409):
            return ChannelConflict("another process or a webhook takes this bot's updates")
        case _Refused(status=401 | 404):
            return TokenRefused("Telegram does not know this bot")
        case _Refused():
            return ChannelError(f"telegram-{error.status}")
        case NetworkError():
            return ChannelError("network")
        case _:
            return ChannelError(type(error).__name__)
