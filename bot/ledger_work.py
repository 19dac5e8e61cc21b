"""Works through the jobs on the ledger, beside the conversations."""

import asyncio
from collections.abc import Callable

import structlog

from handlers.ledger.serve_jobs import LedgerDesk, serve_next

EVERY = 2.0
"""Seconds between two looks: an officer waits so long before their file is opened."""

_log = structlog.get_logger(__name__)


class LedgerWork:
    """Serves one job after the other; any number may work side by side."""

    def __init__(self, desk: LedgerDesk, *, answered: Callable[[], None] = lambda: None) -> None:
        self._desk = desk
        self._answered = answered

    async def run_once(self) -> int:
        """Serve what is waiting; how many steps it was."""
        served = 0
        while await serve_next(self._desk):
            served += 1
            self._answered()
        return served

    async def run(self, stop: asyncio.Event) -> None:
        """Look every few seconds until told to stop; a chunk at work is finished first."""
        while not stop.is_set():
            try:
                await self.run_once()
            except Exception as error:  # noqa: BLE001 — the job is tried again when its lease ends
                _log.error("a job on the ledger failed", error=type(error).__name__)
            try:
                await asyncio.wait_for(stop.wait(), timeout=EVERY)
            except TimeoutError:
                continue
