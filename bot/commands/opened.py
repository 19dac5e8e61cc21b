"""What most commands begin with: settings, logs and the house. Imports wait until they are used."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from casework.errors import ConfigurationError

if TYPE_CHECKING:
    from bot.app import App
    from bot.settings import Settings


def settings_read() -> "Settings":
    """The settings; a file that cannot be read is one line, too."""
    from bot.settings import read_settings

    try:
        return read_settings()
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ConfigurationError(f"the settings cannot be read: {why}; see .env") from None


@asynccontextmanager
async def app_opened(*, log_level: int = logging.WARNING) -> AsyncIterator["App"]:
    """The house as it is configured."""
    from bot.app import open_app
    from bot.logs import set_up_logs

    set_up_logs(log_level)
    async with open_app(settings_read()) as app:
        yield app
