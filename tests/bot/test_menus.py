"""The menus of commands: what is offered is served, and a refusal stops nothing."""

from collections.abc import Sequence

import pytest

from bot.channels.channel import ChannelError
from bot.menus import MENUS, offer_menu
from bot.rendering import Renderer
from casework.messages import Desk
from casework.wishes import ABOUT_RECEIPTS
from casework.wishes import COMMANDS as WORKER_COMMANDS
from handlers.officer.serve_command import COMMANDS as OFFICER_COMMANDS


class Door:
    """A channel that keeps what menu it was given."""

    name = "door"

    def __init__(self, desk: Desk, *, refuses: bool = False) -> None:
        self.desk = desk
        self.menus: dict[str | None, Sequence[tuple[str, str]]] = {}
        self._refuses = refuses

    async def offer_commands(
        self, commands: Sequence[tuple[str, str]], language: str | None = None
    ) -> None:
        """Keep it, or refuse."""
        if self._refuses:
            raise ChannelError
        self.menus[language] = commands


async def test_every_language_of_a_desk_gets_the_menu() -> None:
    """Chinese is also what everybody else is shown."""
    door = Door(Desk.WORKER)

    await offer_menu(door, Renderer(strict=True))

    assert {None, "en"} == set(door.menus)
    assert ("status", "到哪一步了") in door.menus[None]


async def test_a_platform_that_refuses_stops_nothing() -> None:
    """A bot without a menu still answers."""
    await offer_menu(Door(Desk.OFFICER, refuses=True), Renderer(strict=True))


@pytest.mark.parametrize("desk", list(Desk))
def test_what_is_offered_is_served(desk: Desk) -> None:
    """No menu leads nowhere."""
    served = (
        {*WORKER_COMMANDS, *ABOUT_RECEIPTS, "new", "board"}
        if desk is Desk.WORKER
        else set(OFFICER_COMMANDS)
    )

    assert set() == set(MENUS[desk]) - served
