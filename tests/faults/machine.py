"""A state machine whose steps go through a whole town, on a database on disk."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis.stateful import RuleBasedStateMachine

from bot.channels.console import Typed
from storage.audit import verify
from tests.faults.kindness import kindly, nothing_broken
from tests.faults.town import Clock, Town, town


class TownMachine(RuleBasedStateMachine):
    """Every machine has a town, a clock and a loop of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(prefix="qingxin-machine-")
        self.runner = asyncio.Runner()
        self.clock = Clock()
        self.opened = town(Path(self.folder.name), clock=self.clock)
        self.town: Town = self.runner.run(self.opened.__aenter__())

    def say(self, chat: str, act: Typed | str) -> None:
        """Somebody does something, and is answered kindly."""
        self.runner.run(kindly(self.town, chat, act))

    def teardown(self) -> None:
        """The chains are whole, and no message was given up."""
        try:
            self.runner.run(nothing_broken(self.town))
            app = self.town.app
            assert () == self.runner.run(verify(app.engine, app.sealer))
        finally:
            self.runner.run(self.opened.__aexit__(None, None, None))
            self.runner.close()
            self.folder.cleanup()
