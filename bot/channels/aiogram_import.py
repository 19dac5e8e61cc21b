"""Loads aiogram in a quarter of its time: only what the worker bot uses is built.

On import aiogram has pydantic build a validator for each of its 440 types, although they are
declared with ``defer_build``; that is two of the three seconds in which a restarted bot should
ask for its updates. Here that step is left out, and the types that
`bot.channels.telegram_worker` uses are built by name. A type that is not built says so
when it is used, and the tests hold the list against the channel.
"""

import sys
from importlib import import_module
from typing import Any

from pydantic import BaseModel

TYPES = (
    "BotCommand",
    "File",
    "InlineKeyboardButton",
    "InlineKeyboardMarkup",
    "LinkPreviewOptions",
    "Message",
    "ResponseParameters",
    "Update",
    "User",
)
METHODS = (
    "AnswerCallbackQuery",
    "DeleteWebhook",
    "EditMessageText",
    "GetFile",
    "GetMe",
    "SendDocument",
    "SendMessage",
    "SendPhoto",
    "SetMyCommands",
)


def import_aiogram() -> None:
    """Load it; nothing is done where it is loaded already."""
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}

    def postponed(_: type[BaseModel], /, *, _types_namespace: dict[str, Any], **__: Any) -> None:
        names.update(_types_namespace)

    rebuild = BaseModel.__dict__["model_rebuild"]
    BaseModel.model_rebuild = classmethod(postponed)  # type: ignore[assignment,method-assign]
    try:
        import_module("aiogram")
    finally:
        BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]
    for module, used in (("aiogram.types", TYPES), ("aiogram.methods", METHODS)):
        for name in used:
            getattr(import_module(module), name).model_rebuild(_types_namespace=names)
