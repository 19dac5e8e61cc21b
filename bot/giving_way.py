"""Computing in a thread beside the event loop, for what has to live in the bot's own memory."""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

OFTEN = 0.0001
"""Seconds after which the thread that computes lets a waiting message go on; usually it is fifty
times as long, and a message has to wait at some hundred points."""

_USUALLY = sys.getswitchinterval()


async def give_way(work: Callable[..., T], *given: object) -> T:
    """What ``work`` returns; messages are served meanwhile as ever."""
    with _messages_first():
        return await asyncio.to_thread(work, *given)


@contextmanager
def _messages_first() -> Iterator[None]:
    """They go on at once, and nobody looks for garbage among what is being made."""
    collecting = gc.isenabled()
    sys.setswitchinterval(OFTEN)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(_USUALLY)
        if collecting:
            gc.enable()
