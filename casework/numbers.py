"""Case numbers and the codes that people type.

A number is the district's prefix, the year, seven digits and a check character:
``JX2026-0000123-7``. The check is ISO 7064 MOD 11-2 over the eleven digits of year and sequence
(0–9 or X), which catches every single wrong digit and every swap of neighbours.
"""

import re
import unicodedata

from casework.errors import BadValue

_SHAPE = re.compile(r"([A-Z]{2,6})\s*(\d{4})[\s-]*(\d{7})[\s-]*([\dX])", re.IGNORECASE)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－_"), "-")


def check_character(digits: str) -> str:
    """ISO 7064 MOD 11-2 over a string of digits: ``0``–``9`` or ``X``."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    return "0123456789X"[(12 - total) % 11]


def case_number(prefix: str, year: int, sequence: int) -> str:
    """The number of the ``sequence``-th case of a year."""
    if not 0 < sequence < 10_000_000:
        raise BadValue("a year has room for 9,999,999 cases")
    digits = f"{year:04d}{sequence:07d}"
    return f"{prefix}{year:04d}-{sequence:07d}-{check_character(digits)}"


def parse_case_number(text: str) -> str:
    """The number meant by what somebody typed (full width, missing dashes, small letters).

    Raises BadValue where the check character does not fit, so that a slip of the finger never
    opens another person's case.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    match = _SHAPE.fullmatch(plain)
    if match is None:
        raise BadValue("not a case number", code="error-number-shape")
    prefix, year, sequence, check = match.groups()
    if check_character(year + sequence) != check.upper():
        raise BadValue("the check character does not fit", code="error-number-check")
    return f"{prefix.upper()}{year}-{sequence}-{check.upper()}"


def find_case_number(text: str) -> str | None:
    """What looks like a case number anywhere in a text, as typed; None where nothing does."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    match = _SHAPE.search(plain)
    return match.group(0) if match else None
