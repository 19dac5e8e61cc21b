"""The code at a site's gate as a link into the workers' chat, and back again.

A link may carry 64 letters, digits, ``_`` and ``-`` (core.telegram.org/bots/features#deep-linking);
a code from an office's spreadsheet may hold anything, and then travels as base64.
"""

import re
import unicodedata
from base64 import b64decode, urlsafe_b64encode
from binascii import Error

from casework.errors import BadValue

BOT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")
"""A user name as Telegram gives them out, without the @."""

MOST = 64
_PLAIN, _ENCODED = "site_", "site64_"
_LOOKS_LIKE = str.maketrans("oilzsb", "011258")
_FITS = re.compile(r"[A-Za-z0-9_-]+")


def site_link(bot: str, code: str) -> str:
    """What the code at the gate opens. Raises BadValue for a code that no link can carry."""
    return f"https://t.me/{bot}?start={start_words(code)}"


def start_words(code: str) -> str:
    """What follows ``/start``."""
    plain = _FITS.fullmatch(code) is not None
    words = f"{_PLAIN}{code}" if plain else f"{_ENCODED}{_encoded(code)}"
    if not code or len(words) > MOST:
        raise BadValue(f"the site code {code!r} is too long for a link: {MOST} characters at most")
    return words


def site_code(words: str) -> str | None:
    """The site code behind ``/start``; None where the words carry none. Never raises."""
    if words.startswith(_PLAIN):
        return words.removeprefix(_PLAIN).strip() or None
    if not words.startswith(_ENCODED):
        return None
    encoded = words.removeprefix(_ENCODED).strip()
    try:
        padded = encoded + "=" * (-len(encoded) % 4)
        return b64decode(padded, altchars=b"-_", validate=True).decode() or None
    except (Error, ValueError):
        return encoded or None


def as_copied(code: str) -> str:
    """What a code looks like to whoever copies it from a poster: P1O1 and P101 are one."""
    return unicodedata.normalize("NFKC", code).casefold().translate(_LOOKS_LIKE)


def _encoded(code: str) -> str:
    return urlsafe_b64encode(code.encode()).decode().rstrip("=")
