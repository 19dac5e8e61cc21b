"""The process is killed at every call over a border of the house, and started again.

The scenario is played once without a fault, with a copy of all files before each step. Then, for
each call of each step, the step is played from its copy up to that call, the process is gone, a
new one finds the files and the platform delivers again what was not acknowledged.
"""

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.channels.console import Typed
from bot.channels.rendered import Rendered
from casework.messages import FileKind
from casework.transport import RawUpdate
from storage.audit import verify
from storage.engine import Engine, open_engine
from storage.inbox import LEASE
from storage.leases import free_leases
from tests.database import NOON
from tests.faults.killed import Border, Killed, nobody_left
from tests.faults.town import COMPLAINT, Clock, Town, ids, lay_out, opened, settled
from tests.faults.view import HOUR, PROOF, View, view

Act: TypeAlias = str | Typed

STEPS: tuple[tuple[str, Act], ...] = (
    ("w1", COMPLAINT),
    ("w1", "张三"),
    ("w1", "13812345678"),
    ("w1", Typed(button=":read_back:yes")),
    ("w1", Typed(files=(Path("欠条.jpg"),), kind=FileKind.PHOTO)),
    ("HOUS", "/accept 1"),
    ("HOUS", "/site 1 P101"),
    ("HOUS", Typed(button=":alias:")),
    ("OFF", Typed(button=":unit_no:")),
    ("HOUS", "/progress 1 已约谈项目经理"),
    ("HOUS", "/promise 1 王经理 5000 12-01"),
    ("HOUS", "/print 1 案件单"),
    ("w1", "老板给了五千"),
    ("HOUS", "/close 1 已付清 工资已发到本人"),
    ("w1", Typed(button=":all")),
)
"""From the first message to the word that the money came."""

PARTS = 6
"""The calls are spread over so many tests, for machines with several processors."""


@dataclass(frozen=True, kw_only=True)
class Played:
    """A step as it goes without a fault."""

    update: RawUpdate
    calls: tuple[str, ...]
    told: dict[str, list[Rendered]]
    after: View


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """All steps, and where the files before each of them are kept."""

    folder: Path
    steps: tuple[Played, ...]

    def before(self, step: int) -> Path:
        """The files before a step."""
        return self.folder / f"before-{step}"


_scenario: list[Scenario] = []


@pytest.fixture
async def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """Played once in a process."""
    if not _scenario:
        _scenario.append(await _play(tmp_path_factory.mktemp("scenario")))
    return _scenario[0]


async def _play(folder: Path) -> Scenario:
    at_work, steps, told = folder / "at-work", [], dict[str, list[Rendered]]()
    at_work.mkdir()
    await lay_out(at_work)
    phone = folder / "欠条.jpg"
    phone.write_bytes(b"a photo of an IOU")
    for number, (chat, act) in enumerate(STEPS):
        shutil.copytree(at_work, folder / f"before-{number}")
        clock = _clock(number)
        async with opened(at_work, clock=clock, new_id=ids(number * 1000)) as app:
            border = Border()
            town = await settled(border.house(app), clock, at_work)
            update = town.update(chat, _with_data(act, told.get(chat, []), phone))
            before = len(border.names)
            _count_doors(border, town)
            await town.receive(update)
            for door in (town.workers, town.officers):
                for name, texts in door.told.items():
                    told.setdefault(name, []).extend(texts)
            steps.append(
                Played(
                    update=update,
                    calls=tuple(border.names[before:]),
                    told={**town.workers.told, **town.officers.told},
                    after=await view(app),
                )
            )
    return Scenario(folder=folder, steps=tuple(steps))


def _clock(step: int) -> Clock:
    """Steps are minutes apart."""
    return Clock(NOON + timedelta(minutes=5 * (step + 1)))


def _with_data(act: Act, told: list[Rendered], phone: Path) -> Act:
    """A button by a part of its data; a file where it lies."""
    if isinstance(act, str):
        return act
    if act.files:
        return Typed(files=(phone,), kind=act.kind)
    wanted = act.button or ""
    shown = [b.data for text in told for row in text.buttons for b in row]
    return Typed(button=next(data for data in reversed(shown) if wanted in data))


def _count_doors(border: Border, town: Town) -> None:
    """Sending and fetching are calls over a border, too."""
    for door in (town.workers, town.officers):
        counted = border.around(door, "send", "fetch")
        door.send, door.fetch = counted.send, counted.fetch  # type: ignore[method-assign]


def test_the_scenario_crosses_every_border(scenario: Scenario) -> None:
    """Every kind of call is among those that are survived below."""
    crossed = {call for step in scenario.steps for call in step.calls}
    assert {
        "before SqlInbox.receive",
        "after SqlInbox.claim",
        "before SealedEvidenceFiles.keep",
        "after SealedEvidenceFiles.read",
        "after LearningInterpreter.interpret",
        "begun",
        "commit",
        "committed",
        "after SqlOutboxQueue.claim",
        "before SqlOutboxQueue.record",
        "before Door.send",
        "after Door.fetch",
    } <= crossed
    assert "receipt" in str(scenario.steps[-1].after["outbox"])
    assert "'outcome': 'paid_full'" in str(scenario.steps[-1].after["tracks"])


@pytest.mark.parametrize("part", range(PARTS))
async def test_killed_at_any_call_the_tables_end_equal(
    scenario: Scenario, part: int, tmp_path: Path
) -> None:
    """No complaint, event or notice is missing, none is doubled in our tables.

    Everybody is told everything; what was on its way may come once more.
    """
    points = [(s, n) for s, step in enumerate(scenario.steps) for n in _gaps(step.calls)]
    folder = tmp_path / "at-work"
    engine = open_engine(f"sqlite:///{folder / 'qingxin.db'}")
    for step, deadly in points[part::PARTS]:
        await _survive(scenario, (step, deadly), folder, engine)


def _gaps(calls: tuple[str, ...]) -> list[int]:
    """One point in each gap between two effects.

    Dying at the end of a call leaves the same behind as dying at the beginning of the next one,
    and after the last effect nothing is left to lose.
    """
    begins = ("before", "begin")
    gaps = [n for n, call in enumerate(calls) if n == 0 or not call.startswith(begins)]
    last = max(n for n, call in enumerate(calls) if call == "after SqlOutboxQueue.record")
    return [n for n in gaps if n <= last + 1]


async def _survive(
    scenario: Scenario, point: tuple[int, int], folder: Path, engine: Engine
) -> None:
    step, deadly = point
    played = scenario.steps[step]
    where = f"step {step}, killed at {played.calls[deadly]!r} ({deadly})"
    shutil.copytree(scenario.before(step), folder)
    first = await _killed(played, point, folder, engine)
    clock = _clock(step)
    clock.forward(timedelta(seconds=1) if deadly % 2 else LEASE + timedelta(seconds=1))
    later = ids(step * 1000 + 500)
    async with opened(folder, clock=clock, new_id=later, before=engine) as app:
        if deadly % 2:
            await free_leases(app.engine)
        town = await settled(app, clock, folder)
        # Twice: the platform may not have heard of it even after it was committed.
        await town.receive(played.update, played.update)
        assert played.after == await view(app), where
        assert () == await verify(app.engine, app.sealer), where
        second = {**town.workers.told, **town.officers.told}
    for chat in {*played.told, *first, *second}:
        told = [*first.get(chat, []), *second.get(chat, [])]
        assert _once(played.told.get(chat, [])) == _once(told), where
    shutil.rmtree(folder)


async def _killed(
    played: Played, point: tuple[int, int], folder: Path, engine: Engine
) -> dict[str, list[Rendered]]:
    """Play the step until the process is gone; what people had been told by then."""
    step, deadly = point
    clock = _clock(step)
    async with opened(folder, clock=clock, new_id=ids(step * 1000), before=engine) as app:
        border = Border()
        town = await settled(border.house(app), clock, folder)
        _count_doors(border, town)
        border.names.clear()
        border.deadly = deadly
        with pytest.raises(Killed):
            await town.receive(played.update)
        await nobody_left()
        return {**town.workers.told, **town.officers.told}


def _once(told: list[Rendered]) -> list[tuple[str, int]]:
    """The texts in the order in which they first came; buttons carry ids of their run."""
    texts = [
        (PROOF.sub("-", HOUR.sub("-", text.text)), sum(map(len, text.buttons))) for text in told
    ]
    return list(dict.fromkeys(texts))
