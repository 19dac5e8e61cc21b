"""``qingxin demo``, ``chat`` and ``run``: conversations, shown, typed or over Telegram."""

import asyncio
import gc
import logging
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from bot.commands.opened import app_opened, settings_read
from bot.part import Part
from casework.messages import Desk
from casework.transport import RawUpdate

CHAT = "terminal"
"""The key of the only chat that a terminal has."""

HINT = "Write and press Enter. #1 presses the first button, @file PATH sends a file, Ctrl-D ends."


def demo() -> None:
    """Play a whole case before your eyes.

    The database is a temporary one; nothing is kept.
    """
    from rich.console import Console

    from bot.demo import run_demo
    from bot.logs import set_up_logs

    set_up_logs(logging.ERROR)
    raise typer.Exit(asyncio.run(run_demo(Console(highlight=False))))


def chat(
    desk: Annotated[
        Desk, typer.Option("--as", help="Which side of the counter you are on.")
    ] = Desk.WORKER,
) -> None:
    """Talk to it in this terminal; lines can also be piped in."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            # A byte that is no UTF-8 is no reason to end a conversation.
            stream.reconfigure(encoding="utf-8", errors="replace")
    asyncio.run(_chat(desk))


async def _chat(desk: Desk) -> None:
    from pathlib import Path

    from bot.channels.console import Console
    from bot.channels.terminal import Terminal

    async with app_opened() as app:
        terminal = Terminal(sys.stdin, sys.stdout)
        last = await app.inbox.last_update_id(f"console-{desk.value}") or 0
        console = Console(
            desk,
            now=app.now,
            show=terminal.show,
            first_update=last + 1,
            files=Path("var/received"),
        )
        line, stop = app.line([console]), asyncio.Event()

        async def receive(update: RawUpdate) -> bool:
            new = await app.inbox.receive(update, app.now())
            await line.settle()
            return new

        await line.settle()
        typed = sys.stdin.isatty()
        if typed:
            typer.echo(HINT, err=True)
        # Somebody at the keyboard also hears of what happens while they are silent.
        news = asyncio.create_task(line.run(stop)) if typed else None
        await console.run(terminal.lines(), receive, CHAT)
        stop.set()
        if news is not None:
            await news


def run(
    only: Annotated[
        Part | None, typer.Option(help="Be only this part; others run the rest.")
    ] = None,
) -> None:
    """Start whatever is configured, until Ctrl-C."""
    # Looking for garbage among the classes of a library that is being loaded finds none and
    # takes a sixth of the start.
    gc.disable()
    from bot.logs import set_up_logs
    from bot.run import run as run_until_stopped

    set_up_logs(logging.INFO)
    asyncio.run(
        run_until_stopped(settings_read(), only, say=lambda line: typer.echo(line, err=True))
    )
