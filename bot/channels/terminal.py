"""Standard input and output as a chat: a prompt for whoever types, an echo for a pipe."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import TextIO


class Terminal:
    """Lines in, messages out.

    A message that arrives while somebody is at the prompt is shown above a new prompt.
    """

    def __init__(self, source: TextIO, target: TextIO, *, prompt: str = "> ") -> None:
        self._source = source
        self._target = target
        self._prompt = prompt
        self._typed = source.isatty()
        self._waiting = False

    def show(self, chat: str, text: str) -> None:
        """Print a message; a terminal has one chat."""
        if self._waiting and self._typed:
            self._target.write("\r")
        self._target.write(f"{text}\n\n")
        if self._waiting and self._typed:
            self._target.write(self._prompt)
        self._target.flush()

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, until the input ends."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()
        # A daemon thread: one that waits for a key must not keep the process from ending.
        threading.Thread(target=self._read, args=(loop, queue), daemon=True).start()
        while True:
            self._ask()
            line = await queue.get()
            self._waiting = False
            if not line:
                return
            if not self._typed and line.strip():
                self._target.write(f"{self._prompt}{line.rstrip()}\n")
            yield line

    def _ask(self) -> None:
        self._waiting = True
        if self._typed:
            self._target.write(self._prompt)
            self._target.flush()

    def _read(self, loop: asyncio.AbstractEventLoop, queue: "asyncio.Queue[str]") -> None:
        with suppress(RuntimeError):  # the loop has ended while somebody was typing
            while True:
                line = self._source.readline()
                loop.call_soon_threadsafe(queue.put_nowait, line)
                if not line:
                    return
