"""A whole case before your eyes: the real pipeline, a database of its own, nothing kept.

Only what the people type and press is written here. What the bots say, who gets a card and what
is pushed to whom comes out of the same house that ``qingxin run`` starts; where something that
has to come does not come, the demonstration says so and fails.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console as Screen

from bot.app import App, Line, open_app
from bot.channels.console import Typed
from bot.channels.rendered import Rendered, RenderedButton
from bot.invitation import invite
from bot.settings import PILOT, read_settings
from bot.stage import WORKER, Door, Stage, WatchedTexts
from casework.case import Case, Outcome, Status
from casework.deadlines import SHANGHAI
from casework.errors import QingxinError
from casework.messages import Desk
from casework.numbers import find_case_number
from casework.people import OfficerRole
from storage.audit import verify
from storage.seal import new_key

COMPLAINT = "我在锦绣二期干活，老板王建国欠我们12个人三个月工资，一共十六万八，到现在一分没给"
MOST_MESSAGES = 6
"""A complaint that says everything at once is filed with no more messages than this."""


class Missing(QingxinError):
    """Something that has to come did not come."""


@dataclass(frozen=True, kw_only=True)
class Play:
    """The people, their chats and the house between them."""

    app: App
    line: Line
    stage: Stage
    doors: dict[Desk, Door]

    async def says(self, chat: str, words: str) -> None:
        """Somebody writes, and everything that follows from it happens."""
        self.stage.said(chat, words)
        await self._receive(chat, Typed(text=words))

    async def presses(self, chat: str, carries: str) -> None:
        """Somebody presses the newest button whose data fits."""
        button = self._button(chat, carries)
        if button is None:
            raise Missing(f"{self.stage.labels[chat]} has no button for {carries!r}")
        self.stage.said(chat, button.label, pressed=True)
        await self._receive(chat, Typed(button=button.data))

    async def case(self, number: str) -> Case:
        """The case as it stands."""
        async with self.app.unit_of_work() as uow:
            case = await uow.cases.by_number(number)
        if case is None:
            raise Missing(f"there is no case {number}")
        return case

    def heard(self, chat: str) -> list[Rendered]:
        """Everything that a chat was told."""
        return self._door(chat).told.setdefault(chat, [])

    def offers(self, chat: str, carries: str) -> bool:
        """Whether a chat has such a button."""
        return self._button(chat, carries) is not None

    def _door(self, chat: str) -> Door:
        return self.doors[Desk.WORKER if chat == WORKER else Desk.OFFICER]

    def _button(self, chat: str, carries: str) -> RenderedButton | None:
        buttons = (
            button
            for rendered in reversed(self.heard(chat))
            for row in rendered.buttons
            for button in row
        )
        return next((each for each in buttons if re.search(carries, each.data)), None)

    async def _receive(self, chat: str, typed: Typed) -> None:
        before = len(self.heard(chat))
        await self.app.inbox.receive(self._door(chat).say(chat, typed), self.app.now())
        await self.line.settle()
        if len(self.heard(chat)) == before:
            raise Missing(f"{self.stage.labels[chat]} got no answer")


@asynccontextmanager
async def open_play(screen: Screen) -> AsyncIterator[Play]:
    """A house in a temporary folder, whatever the settings of this machine are."""
    with TemporaryDirectory(prefix="qingxin-demo-") as folder:
        settings = read_settings(
            _env_file=None,
            database_url=f"sqlite:///{folder}/qingxin.db",
            evidence_url=f"{folder}/evidence",
            encryption_keys=new_key(),
            district=PILOT,
        )
        async with open_app(settings, keys=Path(folder) / "keys") as opened:
            app = replace(opened, renderer=WatchedTexts())
            stage = Stage(screen)
            doors = {desk: Door(desk, stage) for desk in Desk}
            line = app.line(tuple(doors.values()))
            yield Play(app=app, line=line, stage=stage, doors=doors)


async def run_demo(screen: Screen, *, complaint: str = COMPLAINT) -> int:
    """Play it; 0 when everything came that had to come, else 1."""
    async with open_play(screen) as play:
        try:
            await _enrol(play)
            number, messages = await _file(play, complaint)
            await _work(play, number)
            await _pay(play, number)
            await _sum_up(play, number, messages)
        except Missing as missing:
            play.stage.note(f"\nThe demonstration failed: {missing}", "bold red")
            return 1
        broken = play.app.renderer.broken if isinstance(play.app.renderer, WatchedTexts) else []
        for text in broken:
            play.stage.note(f"The demonstration failed: {text}", "bold red")
        return 1 if broken else 0


async def _enrol(play: Play) -> None:
    """Officers of three units come in with one-time codes."""
    play.stage.scene("经办人登记", "Officers enrol with one-time invitations")
    district = play.app.loaded.district
    units = {
        "ST-08": OfficerRole.HANDLER,
        district.inspection: OfficerRole.HANDLER,
        district.arrears_office: OfficerRole.TRIAGE,
    }
    for unit, role in units.items():
        _, code = await invite(play.app, unit=unit, role=role, days=1)
        play.stage.labels[unit] = f"经办人（{district.units[unit].name}）"
        await play.says(unit, code)
        async with play.app.unit_of_work() as uow:
            if not await uow.officers.of_unit(unit):
                raise Missing(f"the officer of {unit} was not enrolled")


async def _file(play: Play, complaint: str) -> tuple[str, int]:
    """The worker tells it in one message, and files; the number, and how many messages it took."""
    play.stage.scene("工人说一句话", "The worker tells it in one message")
    await play.says(WORKER, complaint)
    number = _number(play)
    messages = 1
    for words in ("张建军", "跳过"):
        if play.offers(WORKER, r"^q:\d+:read_back:yes$"):
            break
        await play.says(WORKER, words)
        messages += 1
    await play.presses(WORKER, r"^q:\d+:read_back:yes$")
    messages += 1
    case = await play.case(number)
    if case.status is not Status.RECEIVED or messages > MOST_MESSAGES:
        raise Missing(f"{number} is {case.status} after {messages} messages")
    return number, messages


def _number(play: Play) -> str:
    for rendered in play.heard(WORKER):
        if found := find_case_number(rendered.text):
            return found
    raise Missing("the worker was given no case number")


async def _work(play: Play, number: str) -> None:
    """The lead unit takes the case in, works on it, and the worker hears of every step."""
    play.stage.scene("牵头单位办理", "The lead unit takes it in and works on it")
    case = await play.case(number)
    lead = case.holder
    if lead not in play.stage.labels:
        raise Missing(f"{number} went to {lead}, where nobody is enrolled")
    await play.says(lead, "/inbox")
    await play.presses(lead, f"^o:accept:{case.id}$")
    await play.presses(play.app.loaded.district.inspection, f"^o:accept:{case.id}$")
    short = _short(number)
    await _reaches_worker(play, lead, f"/progress {short} 到工地问过了，总包认账，正在对考勤")
    day = (play.app.now().astimezone(SHANGHAI) + timedelta(days=7)).date()
    await _reaches_worker(play, lead, f"/promise {short} {day} 168000 王建国")
    if (await play.case(number)).status is not Status.INVESTIGATING:
        raise Missing(f"{number} is not being investigated")
    play.stage.scene("工人随时问", "The worker asks how it stands")
    await play.says(WORKER, "到哪一步了")


def _short(number: str) -> str:
    """What officers type: the running number without its zeros."""
    return number.split("-")[1].lstrip("0")


async def _reaches_worker(play: Play, chat: str, command: str) -> None:
    before = len(play.heard(WORKER))
    await play.says(chat, command)
    if len(play.heard(WORKER)) == before:
        raise Missing(f"the worker heard nothing of {command.partition(' ')[0]}")


async def _pay(play: Play, number: str) -> None:
    """Money comes; the case is closed only on the worker's own word."""
    play.stage.scene("钱到了", "Money comes, and only the worker's word closes the case")
    await play.says(WORKER, "老板今天给了五万")
    lead = (await play.case(number)).holder
    await _reaches_worker(play, lead, f"/close {_short(number)} 已付清 剩下的总包已经打到各人卡上")
    if not (await play.case(number)).is_open:
        raise Missing(f"{number} was closed without the worker's word")
    await play.presses(WORKER, r"^w:paid:.*:all$")
    case = await play.case(number)
    if case.is_open or {track.outcome for track in case.tracks} != {Outcome.PAID_FULL}:
        raise Missing(f"{number} is not closed as paid in full")
    await play.says(play.app.loaded.district.arrears_office, f"/case {number}")


async def _sum_up(play: Play, number: str, messages: int) -> None:
    findings = await verify(play.app.engine, play.app.sealer)
    if findings:
        raise Missing(f"the history of {findings[0].case_number}: {findings[0].detail}")
    case = await play.case(number)
    async with play.app.unit_of_work() as uow:
        events = len(await uow.history.of_case(case.id))
    play.stage.scene("小结", "In short")
    play.stage.note(
        f"{number}: filed with {messages} messages of the worker"
        f" (at most {MOST_MESSAGES}), closed as paid in full on the worker's word.\n"
        f"audit verify: the chain of {events} events is intact.\n"
        "All of it was in a temporary folder, which is gone now. Try it yourself:\n"
        "  qingxin chat               write as a worker, in this terminal\n"
        "  qingxin invite --unit ST-08 --role handler    then: qingxin chat --as officer\n"
        "  qingxin run                the two Telegram bots, once their tokens are set"
    )
