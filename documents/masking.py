"""What a sheet shows of people: masked for every reader who does not need it.

A name or a number hides in free text as well (what somebody said, what an officer noted), so a
masked sheet passes every line of text through the same hands.
"""

from collections.abc import Iterable

from casework.masking import hide
from casework.people import mask_name, mask_phone, phone_in_groups

MASKED_NOTE = "已隐去个人信息"
FULL_NOTE = "含个人信息，用后妥善保管"


class Mask:
    """Names, phones and free text as a sheet shows them. ``on`` False shows all of it.

    ``names`` are the people of the case: their names are masked in free text too.
    """

    def __init__(self, *, on: bool, names: Iterable[str] = ()) -> None:
        self._on = on
        self._names = tuple(names)

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
        return hide(text, self._names) if self._on else text
