"""The menus of commands that the bots show beside the input line."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import structlog

from bot.channels.channel import ChannelError
from bot.rendering import Renderer
from casework.messages import Desk, Words

MENUS: Mapping[Desk, tuple[str, ...]] = {
    Desk.WORKER: (
        "new",
        "status",
        "receipt",
        "copy",
        "evidence",
        "legal",
        "board",
        "paid",
        "object",
        "withdraw",
        "recover",
        "person",
        "language",
    ),
    Desk.OFFICER: (
        "inbox",
        "today",
        "case",
        "accept",
        "progress",
        "promise",
        "doc",
        "print",
        "close",
        "help",
    ),
}
LANGUAGES: Mapping[Desk, tuple[str, ...]] = {
    Desk.WORKER: ("zh-CN", "en"),
    Desk.OFFICER: ("zh-CN",),
}

_log = structlog.get_logger(__name__)


class ShowsMenu(Protocol):
    """A channel with a menu of commands."""

    @property
    def name(self) -> str: ...
    @property
    def desk(self) -> Desk: ...
    async def offer_commands(
        self, commands: Sequence[tuple[str, str]], language: str | None = None
    ) -> None: ...


async def offer_menu(channel: ShowsMenu, renderer: Renderer) -> None:
    """Put the menu up in each language of the desk; a platform that refuses is only noted.

    The first language is also what everybody else is shown.
    """
    for number, language in enumerate(LANGUAGES[channel.desk]):
        menu = [
            (name, renderer.words(Words(key=f"menu-{name}"), language))
            for name in MENUS[channel.desk]
        ]
        try:
            await channel.offer_commands(menu, None if number == 0 else language)
        except ChannelError as error:
            _log.warning("no menu", channel=channel.name, why=type(error).__name__)
