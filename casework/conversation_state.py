"""Where a conversation stands between two messages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from casework.meaning import CountRange, MoneyRange, Period, WageRate

STATE_VERSION = 1
"""Raised when the meaning of a stored state changes; an older one restarts politely."""

Answer = (
    str | int | bool | date | MoneyRange | CountRange | WageRate | Period | tuple[str, ...] | None
)
"""What a question was answered with. None is 不知道; a question not asked has no answer."""


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The state of one chat.

    ``form`` is what is being filled in, ``asked`` its open question, ``turn`` counts questions so
    that a button of an earlier one is known as stale. ``path`` lists answered questions for 返回.
    ``skipped`` are questions that will not be asked again. ``case_id`` is the case talked about,
    ``album`` the last one that was thanked for. ``draft`` is a complaint that another form has
    put aside: it goes on when that one ends.
    """

    version: int = STATE_VERSION
    form: str = ""
    asked: str = ""
    turn: int = 0
    misses: int = 0
    questions_asked: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    path: tuple[str, ...] = ()
    case_id: str | None = None
    language: str = "zh-CN"
    greeted: bool = False
    album: str | None = None
    updated_at: datetime | None = None
    draft: "Conversation | None" = None


class Conversations(Protocol):
    """Conversations by chat. One is loaded and saved in the same unit of work."""

    async def load(self, channel: str, chat: str) -> Conversation: ...
    async def save(self, channel: str, chat: str, conversation: Conversation) -> None: ...
