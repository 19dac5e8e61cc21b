"""What a sheet shows of people: masked for every reader who does not need it.

A name or a number hides in free text as well (what somebody said, what an officer noted), so a
masked sheet passes every line of text through the same hands.
"""

import re
import unicodedata
from collections.abc import Iterable

from casework.people import PHONE, mask_name, mask_phone, phone_in_groups

MASKED_NOTE = "已隐去个人信息"
FULL_NOTE = "含个人信息，用后妥善保管"
HIDDEN_NUMBER = "［号码已隐去］"

_GAP = r"[\s\-‐‑–—.·_]?"
# Identity cards and bank cards: 15 digits and more, in whatever groups they were typed.
_LONG = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{13,}}{_GAP}[\dXxＸｘ](?!\d)")
_MOBILE = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{10}}(?!\d)")
_LANDLINE = re.compile(rf"(?<!\d)[0０]\d{{2,3}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)")


class Mask:
    """Names, phones and free text as a sheet shows them. ``on`` False shows all of it.

    ``names`` are the people of the case: their names are masked in free text too.
    """

    def __init__(self, *, on: bool, names: Iterable[str] = ()) -> None:
        self._on = on
        # A name of one letter cannot be told from that letter in a sentence. Longest first, so
        # that a name inside another one does not spoil it.
        known = {name.strip() for name in names}
        self._names = sorted((n for n in known if len(n) > 1), key=len, reverse=True)

    @property
    def note(self) -> str:
        """What the sheet says about itself at its foot."""
        return MASKED_NOTE if self._on else FULL_NOTE

    def name(self, name: str) -> str:
        """A person's name."""
        return mask_name(name.strip()) if self._on else name

    def phone(self, phone: str) -> str:
        """A phone number."""
        return mask_phone(phone.strip()) if self._on else phone_in_groups(phone)

    def text(self, text: str) -> str:
        """Free text: known names, phone numbers, and numbers of cards."""
        if not self._on:
            return text
        for name in self._names:
            text = text.replace(name, mask_name(name))
        text = _LONG.sub(HIDDEN_NUMBER, text)
        text = _MOBILE.sub(_masked_if_mobile, text)
        return _LANDLINE.sub(HIDDEN_NUMBER, text)


def _masked_if_mobile(match: re.Match[str]) -> str:
    digits = "".join(c for c in unicodedata.normalize("NFKC", match[0]) if c.isdigit())
    return mask_phone(digits) if PHONE.fullmatch(digits) else match[0]
