"""What the Bot API takes and refuses, told without either library.

Source: https://core.telegram.org/bots/api (sendMessage, getFile, "Making requests") and
https://core.telegram.org/bots/faq ("My bot is hitting limits").
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.channels.channel import FileToSend, Limits
from bot.channels.rendered import Rendered, RenderedButton
from casework.transport import Delivered, Fate

MEGABYTE = 1024 * 1024
LIMITS = Limits(
    text=4096,
    caption=1024,
    file_in=20 * MEGABYTE,
    file_out=50 * MEGABYTE,
    per_second=30,
    chat_per_second=1,
)
PHOTO_OUT = 10 * MEGABYTE
"""A larger picture is sent as a document."""

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that are asked for; Telegram keeps the others."""

PATIENCE = 10
"""Seconds that an answer may take, above those for which it was asked to wait."""

SEND_PATIENCE = 40
"""Seconds for sending; less than the lease of an outbox row, so that nobody else sends it too."""

FILE_PATIENCE = 60

EMPTY = "…"
"""Stands for a text of which nothing visible is left: Telegram refuses an empty one."""

_BORDERS = (
    re.compile(r"\n+"),
    re.compile(r"(?<=[。！？；…])|(?<=[.!?;])\s+"),
    re.compile(r"(?<=[，、,：:])|\s+"),
)
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_CLINGING = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})


def units(text: str) -> int:
    """Length as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """A text that Telegram does not refuse: valid Unicode without control characters."""
    kept = "".join(
        "\ufffd" if "\ud800" <= character <= "\udfff" else character
        for character in text.replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) != "Cc"
    ).strip()
    return kept if any(visible(character) for character in kept) else EMPTY


def visible(character: str) -> bool:
    """Whether anything is seen of a character."""
    return unicodedata.category(character) not in _INVISIBLE


def clean_buttons(rendered: Rendered) -> tuple[tuple[RenderedButton, ...], ...]:
    """Buttons whose labels Telegram takes; a row without buttons is left out."""
    return tuple(
        tuple(RenderedButton(label=clean(button.label), data=button.data) for button in row)
        for row in rendered.buttons
        if row
    )


@dataclass(frozen=True, kw_only=True)
class Part:
    """One message as Telegram takes it; with a file, ``text`` is its caption."""

    text: str
    file: FileToSend | None = None
    buttons: tuple[tuple[RenderedButton, ...], ...] = ()

    @property
    def as_photo(self) -> bool:
        """Whether the file can be shown as a picture in the chat."""
        return (
            self.file is not None
            and self.file.media_type in {"image/jpeg", "image/png"}
            and len(self.file.content) <= PHOTO_OUT
        )


def messages(rendered: Rendered, file: FileToSend | None) -> tuple[Part, ...]:
    """The messages that a text and a file become, in their order; the last has the buttons.

    A text that is too long for a caption follows the file whole, so that it is not cut at 1,024.
    """
    text = clean(rendered.text) if rendered.text.strip() or file is None else ""
    parts = []
    if file is not None:
        fits = units(text) <= (LIMITS.caption or 0)
        parts.append(Part(text=text if fits else "", file=file))
        text = "" if fits else text
    if text:
        parts += [Part(text=piece) for piece in split(text, LIMITS.text or 0)]
    buttons = clean_buttons(rendered)
    return (*parts[:-1], replace(parts[-1], buttons=buttons))


def split(text: str, limit: int) -> tuple[str, ...]:
    """Cut a text into parts of at most ``limit`` code units, at the best border there is.

    A line's end is better than a sentence's, that better than a comma or a space; a word is cut
    only where nothing else helps. Blanks at a border are dropped, nothing else is.
    """
    parts = []
    while units(text) > limit:
        window = _window(text, limit)
        cut = _border(text, window)
        part, text = text[:cut].rstrip(), text[cut:].lstrip()
        if part:
            parts.append(part)
    return (*parts, text) if text or not parts else tuple(parts)


def _window(text: str, limit: int) -> int:
    """How many characters of a text fit."""
    used = 0
    for index, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > limit:
            return index
    return len(text)


def _border(text: str, window: int) -> int:
    earliest = max(1, window // 2)  # a border nearer the front would waste a message
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(text, 0, window + 1)]
        usable = [end for end in ends if earliest <= end <= window]
        if usable:
            return usable[-1]
    # An accent or the second half of a joined emoji stays with what it belongs to.
    cut = window
    while cut > earliest and _clings(text, cut):
        cut -= 1
    return window if _clings(text, cut) else cut


def _clings(text: str, index: int) -> bool:
    return unicodedata.category(text[index]) in _CLINGING or text[index - 1] == "\u200d"


def is_about_the_picture(description: str) -> bool:
    """Whether a photo was refused for its shape; the same file is welcome as a document."""
    return any(word in description for word in ("PHOTO_", "IMAGE_PROCESS_FAILED"))


def fate(status: int, description: str, retry_after: float | None = None) -> Delivered:
    """What a refusal means for a message. The description is Telegram's own, in English."""
    if status == 429 or retry_after is not None:
        return Delivered(fate=Fate.RETRY, retry_after=retry_after or 1.0, reason="flood")
    if status == 403:
        return Delivered(fate=Fate.BLOCKED, reason=_reason(description))
    if status in {400, 413}:
        return Delivered(fate=Fate.DEAD, reason=_reason(description))
    # 401 and 404 speak of our token, 5xx of Telegram: the chat is as good as before.
    return Delivered(fate=Fate.RETRY, reason=f"telegram-{status}")


def edited(message_id: str, refusal: Delivered | None = None) -> Delivered:
    """What became of a change: the same text again is what should be shown already."""
    if refusal is None or "message is not modified" in refusal.reason:
        return Delivered(fate=Fate.SENT, message_ids=(message_id,), edited=True)
    return refusal


NETWORK = Delivered(fate=Fate.RETRY, reason="network")
"""Nobody knows whether it arrived; it is sent again."""

TOO_LARGE = Delivered(fate=Fate.DEAD, reason="file-too-large")


def _reason(description: str) -> str:
    """Telegram's words, short and without any number: a number there may be somebody's chat."""
    return re.sub(r"\d+", "#", description.partition(": ")[2] or description)[:100]
