"""``qingxin rasa``: the action server for a Rasa server."""

import asyncio
import logging
from typing import Annotated

import typer

from bot.commands.opened import settings_read
from casework.errors import ConfigurationError

LIBRARY = "rasa_sdk"


def actions(
    host: Annotated[
        str, typer.Option(help="Only this machine, unless you say otherwise.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 5055,
) -> None:
    """Serve the actions of a Rasa server, until Ctrl-C."""
    from bot.logs import set_up_logs

    try:
        from bot.channels.rasa_webhook import serve
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] != LIBRARY:
            raise
        raise ConfigurationError(
            "rasa actions needs rasa-sdk; install it with: pip install 'qingxin[rasa]'"
        ) from None
    set_up_logs(logging.INFO)
    asyncio.run(
        serve(settings_read(), host=host, port=port, say=lambda line: typer.echo(line, err=True))
    )
