"""Whether the house stayed kind, whatever was sent to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.channels.console import Typed
from casework.messages import Outgoing
from casework.work import ItemKind
from storage.message_tables import inbox, outbox
from tests.faults.town import Town
from tests.faults.view import View, view

OF_THE_CHAT = frozenset({"inbox", "outbox", "conversations", "persons", "addresses"})
"""What any message may change; everything else belongs to cases."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What a chat was told, and what every other chat was told of it."""

    keys: tuple[str, ...]
    others: tuple[Outgoing, ...]


async def kindly(town: Town, chat: str, act: Typed | str) -> Answered:
    """Do it, and make sure that it was served at once, answered, and shown."""
    update = town.update(chat, act)
    await town.app.inbox.receive(update, town.app.now())
    await town.line.settle()
    news = await town.news()
    keys = tuple(out.reply.key for out in news if out.chat == chat)
    async with town.app.engine.reading() as connection:
        rows = (await connection.execute(select(inbox.c.state, inbox.c.error))).all()
        waiting = (await connection.execute(select(outbox).where(outbox.c.state != "sent"))).all()
    assert {("done", "")} == {tuple(row) for row in rows}, f"not served: {act!r}"
    assert not waiting, f"not shown: {keys}"
    assert keys, f"no answer to {act!r}"
    assert "error-unexpected" not in keys, f"a fault: {act!r}"
    return Answered(keys=keys, others=tuple(out for out in news if out.chat != chat))


async def about_cases(town: Town) -> View:
    """The tables that only a use case changes."""
    return {k: v for k, v in (await view(town.app)).items() if k not in OF_THE_CHAT}


async def nothing_broken(town: Town) -> None:
    """No message of anybody became an item for want of understanding."""
    async with town.app.unit_of_work() as uow:
        items = await uow.work.open_of(town.app.loaded.district.arrears_office)
    assert not [item for item in items if item.kind is ItemKind.BROKEN_MESSAGE]


Check = Callable[[Any], bool]
