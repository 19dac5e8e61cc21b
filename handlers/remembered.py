"""What was computed from a case's history, remembered by the hash of its last event.

A history is append-only and each event carries the hash of the one before: the same last hash is the
same history, so that what follows from it alone need not be read and counted again every morning.
Each process has its own; what it does not know it computes.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")

MOST = 50_000
"""Answers; one is kept of each case and purpose. Beyond that it begins anew."""


class Remembered:
    """The newest answer for each case and purpose, with what it follows from."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Hashable, Any]] = {}

    def known(self, purpose: str, case_id: str, follows_from: Hashable) -> Any | None:
        """The answer, None where another history (or none) was seen last."""
        before, answer = self._known.get((purpose, case_id), (None, None))
        return answer if before == follows_from else None

    def keep(self, purpose: str, case_id: str, follows_from: Hashable, answer: Any) -> None:
        """Remember an answer."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[purpose, case_id] = (follows_from, answer)

    def once(
        self,
        purpose: str,
        case_id: str,
        follows_from: str,
        compute: Callable[[], _Answer],
    ) -> _Answer:
        """The answer, computed where it is not known; always, where nothing says what it is of."""
        if not follows_from:
            return compute()
        answer: _Answer | None = self.known(purpose, case_id, follows_from)
        if answer is None:
            answer = compute()
            self.keep(purpose, case_id, follows_from, answer)
        return answer
