"""A process that is killed at the n-th call over a border of the house."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from bot.app import App
from casework.unit_of_work import UnitOfWork, UnitOfWorkFactory


class Killed(BaseException):
    """Nothing in the house may catch this: the process is gone."""


@dataclass
class Border:
    """Counts every call that begins or has ended; from ``deadly`` on nobody lives."""

    deadly: int | None = None
    names: list[str] = field(default_factory=list)

    def cross(self, name: str) -> None:
        """A call goes over the border, or comes back."""
        if self.deadly is not None and len(self.names) >= self.deadly:
            raise Killed(name)
        self.names.append(name)

    def around(self, port: object, *calls: str) -> Any:
        """A port whose calls are counted before and after."""
        return _Counted(port, frozenset(calls), self.cross)

    def unit_of_work(self, opened: UnitOfWorkFactory) -> UnitOfWorkFactory:
        """Units of work that are counted at begin and commit."""

        @asynccontextmanager
        async def counted() -> AsyncIterator[UnitOfWork]:
            self.cross("begin")
            async with opened() as uow:
                self.cross("begun")
                yield uow
                self.cross("commit")
            self.cross("committed")

        return counted

    def house(self, app: App) -> App:
        """The app with every port behind this border."""
        return replace(
            app,
            inbox=self.around(app.inbox, "receive", "claim", "release", "give_up"),
            outbox=self.around(app.outbox, "claim", "record"),
            unit_of_work=self.unit_of_work(app.unit_of_work),
            house=replace(
                app.house,
                files=self.around(app.house.files, "keep", "read"),
                interpreter=self.around(app.house.interpreter, "interpret"),
                sheets=app.house.sheets,
            ),
        )


class _Counted:
    def __init__(self, port: object, calls: frozenset[str], cross: Callable[[str], None]) -> None:
        self._port = port
        self._calls = calls
        self._cross = cross

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        if name not in self._calls:
            return found

        async def counted(*args: Any, **kwargs: Any) -> Any:
            self._cross(f"before {type(self._port).__name__}.{name}")
            result = await found(*args, **kwargs)
            self._cross(f"after {type(self._port).__name__}.{name}")
            return result

        return counted


async def nobody_left() -> None:
    """End whatever still runs in this loop, as the end of its process would."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
