"""Names and numbers in free text: what somebody said or noted may hold both.

Whoever may not know who the worker is reads every such line through `hide`.
"""

import re
import unicodedata
from collections.abc import Iterable

from casework.people import PHONE, mask_name, mask_phone

HIDDEN_NUMBER = "［号码已隐去］"

_GAP = r"[\s\-‐‑–—.·_]?"
# Identity cards and bank cards: 15 digits and more, in whatever groups they were typed.
_LONG = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{13,}}{_GAP}[\dXxＸｘ](?!\d)")
_MOBILE = re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{10}}(?!\d)")
_LANDLINE = re.compile(rf"(?<!\d)[0０]\d{{2,3}}{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)")


def hide(text: str, names: Iterable[str] = ()) -> str:
    """The text without these names, and without the numbers of phones and cards.

    A name of one letter cannot be told from that letter in a sentence, and stays.
    """
    known = {name.strip() for name in names}
    # Longest first, so that a name inside another one does not spoil it.
    for name in sorted((n for n in known if len(n) > 1), key=len, reverse=True):
        text = text.replace(name, mask_name(name))
    text = _LONG.sub(HIDDEN_NUMBER, text)
    text = _MOBILE.sub(_masked_if_mobile, text)
    return _LANDLINE.sub(HIDDEN_NUMBER, text)


def _masked_if_mobile(match: re.Match[str]) -> str:
    digits = "".join(c for c in unicodedata.normalize("NFKC", match[0]) if c.isdigit())
    return mask_phone(digits) if PHONE.fullmatch(digits) else match[0]
