"""Which projects share rare pairs of syllables with some words.

The bulk of a ledger is left out by it before anything is compared.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise
from math import log
from operator import add, or_

import numpy as np
import numpy.typing as npt

ENTRIES_READ = 400_000
"""Index entries read for one question, rarest pairs first: a millisecond or two at any size."""

BETWEEN = "|"
"""Stands between the texts of one document; no pair reaches over it."""


class PairIndex:
    """An index over documents: strings of sounds, a letter to a syllable."""

    def __init__(self, documents: Iterable[str]) -> None:
        self._documents = tuple(documents)
        gathered: dict[str, array[int]] = {}
        for number, document in enumerate(self._documents):
            for pair in {
                pair for text in document.split(BETWEEN) for pair in pairs(text, gap=True)
            }:
                gathered.setdefault(pair, array("I")).append(number)
        self._postings = {
            pair: np.frombuffer(numbers, dtype=np.uint32) for pair, numbers in gathered.items()
        }

    def most_shared(self, sounds: str, most: int) -> list[int]:
        """The documents that share the most, and the rarest, pairs, the best first."""
        weight: npt.NDArray[np.float32] = np.zeros(len(self._documents), dtype=np.float32)
        read = 0
        found = (self._postings.get(pair) for pair in sorted(set(pairs(sounds, gap=True))))
        for numbers in sorted((each for each in found if each is not None), key=len):
            if read and read + len(numbers) > ENTRIES_READ:
                break
            read += len(numbers)
            weight[numbers] += self._rarity(len(numbers))
        sharing = np.flatnonzero(weight)
        if len(sharing) > most:
            best = np.argpartition(-weight[sharing], most)[:most]
            sharing = np.sort(sharing[best])
        order = np.argsort(-weight[sharing], kind="stable")
        return [int(number) for number in sharing[order]]

    def covered(self, sounds: str, numbers: Sequence[int]) -> list[float]:
        """How much of what the words say, rare syllables more, stands anywhere in each document."""
        asked = list(pairs(sounds))
        # A pair that no text has is where two names meet (南昌路|禾垚); it says nothing.
        rarities = [
            self._rarity(len(self._postings[pair])) if pair in self._postings else 0.0
            for pair in asked
        ]
        strange = self._rarity(0)
        weights = [max(two) or strange for two in pairwise((0.0, *rarities, 0.0))]
        total = sum(weights)
        shares = []
        for number in numbers:
            document = self._documents[number]
            has = [pair in document for pair in asked]
            found = map(or_, (False, *has), (*has, False))
            shares.append(sum(compress(weights, found)) / total)
        return shares

    def _rarity(self, times: int) -> float:
        return log(1 + len(self._documents) / (1 + times))


def pairs(sounds: str, *, gap: bool = False) -> Iterator[str]:
    """Neighbouring syllables; with ``gap`` also those with one between, for a dropped one."""
    yield from map(add, sounds, sounds[1:])
    if gap:
        yield from map(add, sounds, sounds[2:])
