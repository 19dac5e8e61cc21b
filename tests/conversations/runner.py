"""Plays a script in a world and compares everything that everybody was told."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.channels.rendered import Rendered
from casework.messages import Desk, Reply
from handlers.context import Context
from handlers.timed.watch_clocks import begin_clock_watch
from handlers.worker.give_receipt import hotline_lines
from tests.conversations.script import Script, act_in, passes, told_in
from tests.conversations.words import Said, Tongue, seen
from tests.conversations.worlds import World, desk_of, perform

Open = Callable[[Script, Path], AbstractAsyncContextManager[World]]
STUCK = "走不下去"
BETWEEN = timedelta(minutes=1)
"""People do one thing a minute."""


@dataclass(kw_only=True)
class Play:
    """A script on its way: what was told so far, step by step."""

    script: Script
    world: World
    tongue: Tongue
    told: dict[str, int]

    def news(self) -> list[tuple[str, Said]]:
        """What has arrived since the last look."""
        arrived: list[tuple[str, Said]] = []
        for who in self.script.people:
            messages = self.world.chat(who).messages
            arrived += [(who, message.said) for message in messages[self.told[who] :]]
            self.told[who] = len(messages)
        return arrived

    async def step(self, step: dict[str, Any]) -> None:
        """Somebody acts, or time passes; and everything that follows from it happens."""
        house = self.world.house
        act = act_in(step, self.script.people)
        if act is not None:
            house.pass_on(BETWEEN)
            pressed = self.tongue.label(act.what, self._reads(act.who))
            perform(self.world, act, pressed)
        elif "重启" in step:
            await self.world.restart()
        house.now = passes(step, house.now)
        await self.world.settle()

    def _reads(self, who: str) -> str:
        english = self.script.about.get("语言") == "en"
        return "en" if english and desk_of(self.script, who) is Desk.WORKER else "zh-CN"


async def begin(script: Script, world: World) -> Play:
    """Invite and enrol whoever is an officer from the start."""
    house = world.house
    for code, post in script.about.get("邀请码", {}).items():
        await house.invite(code, post)
    for number, (who, post) in enumerate(script.people.items()):
        if " " in post:
            await house.invite(f"ENROL-{number}", post)
            world.chat(who).says(f"ENROL-{number}")
    await world.settle()
    if script.about.get("晨报"):
        async with house.app.unit_of_work() as uow:
            await begin_clock_watch(Context(uow=uow, house=house.app.house, now=house.now))
    tongue = Tongue(
        renderer=house.renderer,
        literal=script.literal,
        known={"电话": hotline_lines(house.app.house.district)},
    )
    told = {who: len(world.chat(who).messages) for who in script.people}
    return Play(script=script, world=world, tongue=tongue, told=told)


async def play(script: Script, open_world: Open, folder: Path) -> None:
    """Play the whole script; AssertionError at the first step that is not as written."""
    async with open_world(script, folder) as world:
        at_work = await begin(script, world)
        for cause, expected in _scenes(script):
            if cause is not None:
                await at_work.step(cause)
            wanted = [(who, at_work.tongue.read(who, step)) for who, step in expected]
            arrived = at_work.news()
            for who in script.people:
                assert _of(who, wanted) == _of(who, arrived), _difference(cause, who)


def _of(who: str, told: list[tuple[str, Said]]) -> list[str]:
    return [str(said) for each, said in told if each == who]


def _difference(cause: dict[str, Any] | None, who: str) -> str:
    return f"after {cause}: what {who} was told (expected on the left)"


def _scenes(
    script: Script,
) -> list[tuple[dict[str, Any] | None, list[tuple[str, dict[str, Any]]]]]:
    """Each cause with the messages that follow from it."""
    scenes: list[tuple[dict[str, Any] | None, list[tuple[str, dict[str, Any]]]]] = [(None, [])]
    for step in script.steps:
        who = told_in(step, script.people)
        if who is None:
            scenes.append((step, []))
        else:
            scenes[-1][1].append((who, step))
    return scenes


async def record(script: Script, open_world: Open, folder: Path) -> Script:
    """The script with what the bots say today, for a person to read."""
    steps: list[dict[str, Any]] = []
    async with open_world(script, folder) as world:
        at_work = await begin(script, world)
        for cause, _ in _scenes(script)[1:]:
            assert cause is not None
            steps.append(cause)
            made = len(world.house.renderer.heard)
            try:
                await at_work.step(cause)
            except AssertionError as error:
                steps.append({STUCK: str(error)})
                break
            origins = world.house.renderer.heard[made:]
            for who, said in at_work.news():
                steps.append(at_work.tongue.written(who, said, _origin(said, origins)))
    return replace(script, steps=tuple(steps))


def _origin(said: Said, origins: list[tuple[Rendered, Reply, str]]) -> tuple[Reply, str]:
    """What a message was made of: the first rendered text that looks like it."""
    return next(
        (reply, language)
        for rendered, reply, language in origins
        if seen(rendered, said.file) == replace(said, changed=False)
    )


def speakers(script: Script) -> dict[str, str]:
    """Who is at which desk, for a person who reads a record."""
    return {who: desk_of(script, who).value for who in script.people}
