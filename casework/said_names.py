"""Names of sites and firms as people say them, folded so that the same one is found again."""

import re
import unicodedata

_PLACES = re.compile("^(?:中国)?(?:河南省?)?(?:洛阳市?)?(?:涧西区)?")
_TAILS = re.compile("(?:股份)?(?:有限)?(?:责任)?(?:公司|项目部?|工地)$")

SHORTEST_NAME = 2
"""Letters without which a name names nobody."""


def name_key(words: str) -> str:
    """A name without signs, without the town before it and the form of the company behind it."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return _TAILS.sub("", _PLACES.sub("", letters))


def name_keys(*names: str) -> tuple[str, ...]:
    """The keys of several names, each once, without those that name nobody."""
    keys = dict.fromkeys(map(name_key, names))
    return tuple(key for key in keys if len(key) >= SHORTEST_NAME)
