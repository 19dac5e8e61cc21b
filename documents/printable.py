"""Text without what no paper can show."""

import re

_NOT_PRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """The text without what XML forbids, and without what turns the writing direction.

    A single control character makes Word refuse a file; a turned line reads as something else.
    """
    return _NOT_PRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
