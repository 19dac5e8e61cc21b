"""Sounds of names as strings of one letter to a syllable, so that they compare as fast as text.

Without tones, and with the pairs that half the country does not tell apart (zh/z, n/ng …) as one.
"""

from functools import lru_cache

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT

_SOUNDS_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
_FIRST = 0xE000
"""Where Unicode's private letters begin: no text of people holds one."""

_WINDOWS = 100_000
"""Neighbourhoods kept in mind: names of sites are made of the same few thousand words."""


class Sounds:
    """Gives each syllable a letter of its own. One instance for an index and its questions."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}

    def of(self, letters: str) -> str:
        """As many letters as there were."""
        around = f" {letters} "
        return "".join(self._letter(around[n : n + 3]) for n in range(len(letters)))

    def _letter(self, window: str) -> str:
        sound = _sound(window) if window[1] > "\u2e7f" else window[1]
        if sound not in self._letters:
            self._letters[sound] = chr(_FIRST + len(self._letters))
        return self._letters[sound]


def _sound(window: str) -> str:
    """How the middle letter sounds; only one with several readings needs its neighbours (长安)."""
    return _in_context(window) if _is_ambiguous(window[1]) else _alone(window[1])


@lru_cache(_WINDOWS)
def _in_context(window: str) -> str:
    return _folded(lazy_pinyin(window)[1])


@lru_cache(None)
def _alone(letter: str) -> str:
    return _folded(lazy_pinyin(letter)[0])


@lru_cache(None)
def _is_ambiguous(letter: str) -> bool:
    return "," in PINYIN_DICT.get(ord(letter), "")


def _folded(sound: str) -> str:
    for one, other in _SOUNDS_ALIKE:
        sound = sound.replace(one, other)
    return sound
