"""Long computing in a process of its own, so that no message waits for the processor.

In a thread it would take its turns with the event loop, five milliseconds each, at every one of
the many steps of a message; and the memory that it took would stay with the bot.
"""

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from casework.ledger_jobs import UnreadableFile

T = TypeVar("T")

LONGEST = 100.0
"""Seconds after which it is given up: a job's lease is longer, so nobody begins it a second time."""

MOST_MEMORY = 1024**3
"""Bytes that it may take; a file that needs more is refused as too large."""

GIVES_WAY = 10
"""How much nicer than the bot it is: on a busy machine messages come first."""

_COMMAND = "import sys; sys.path[:] = sys.argv[1:]; from bot.beside import child; child()"


class Beside(Protocol):
    """Does some work while messages are served."""

    async def __call__(self, work: Callable[..., T], /, *given: Any, **named: Any) -> T:
        """What ``work`` returns; raises what it raises of `UnreadableFile`."""
        ...


class WorkFailed(Exception):
    """The work beside did not come to an end; ``args`` say why, without what was in the file."""


async def in_a_thread(work: Callable[..., T], /, *given: Any, **named: Any) -> T:
    """For a command line: nobody else is served."""
    return await asyncio.to_thread(work, *given, **named)


async def in_a_process(work: Callable[..., T], /, *given: Any, **named: Any) -> T:
    """``work`` is a function of a module; what goes in and comes out is bytes, mostly.

    Raises UnreadableFile as the work does, WorkFailed where it was killed or fell over.
    """
    request = pickle.dumps((work, given, named), pickle.HIGHEST_PROTOCOL)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", _COMMAND),
        *sys.path,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,  # a traceback could quote the file
        start_new_session=True,  # Ctrl-C ends the bot in peace, with this work done
    )
    try:
        async with asyncio.timeout(LONGEST):
            answer, _ = await process.communicate(request)
    except TimeoutError:
        raise WorkFailed("it took too long") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if not answer:
        raise WorkFailed("its process ended without an answer")
    ended, value = pickle.loads(answer)  # noqa: S301 — from our own process, by a pipe
    if ended == "failed":
        raise WorkFailed(value)
    if ended == "unreadable":
        raise UnreadableFile(value)
    result: T = value
    return result


def child() -> None:
    """What the process does: one request from standard input, one answer to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    _be_modest()
    work, given, named = pickle.load(sys.stdin.buffer)  # noqa: S301 — from the bot, by a pipe
    try:
        answer = ("done", work(*given, **named))
    except UnreadableFile as error:
        answer = ("unreadable", error.reason)
    except BaseException as error:  # noqa: BLE001 — the bot tells it by its name
        answer = ("failed", type(error).__name__)
    with answers:
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)


def _be_modest() -> None:
    """Not everywhere: Windows knows neither."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        os.nice(GIVES_WAY)
        # Of a bot that was killed nothing is left over for longer, either.
        most = ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_CPU, int(LONGEST)))
        for limit, value in most:
            _, hard = resource.getrlimit(limit)
            resource.setrlimit(limit, (value, hard))
