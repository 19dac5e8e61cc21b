"""A district at work: the real house on a database of its own, officers at their desks, chats.

Building the house and enrolling officers is done once in a process; a test gets a copy.
"""

import itertools
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr
from sqlalchemy import func, select

from bot.app import App, Line, open_app
from bot.beside import in_a_thread
from bot.channels.channel import FileToSend
from bot.channels.console import Console, Typed
from bot.channels.rendered import Rendered
from bot.settings import Settings
from casework.messages import Desk, Outgoing
from casework.people import Invitation, OfficerRole
from casework.transport import Delivered, RawUpdate
from storage.engine import Engine, open_engine
from storage.evidence_files import open_evidence_files
from storage.inbox import SqlInbox
from storage.message_tables import outbox
from storage.outbox import SqlOutboxQueue, _outgoing
from storage.unit_of_work import unit_of_work_factory
from tests.database import KEY, NOON

DESKS = (
    ("OFF", "OFF", OfficerRole.TRIAGE),
    ("OFF-2", "OFF", OfficerRole.TRIAGE),
    ("INSP", "INSP", OfficerRole.HANDLER),
    ("INSP-head", "INSP", OfficerRole.HEAD),
    ("HOUS", "HOUS", OfficerRole.HANDLER),
    ("HOUS-head", "HOUS", OfficerRole.HEAD),
    ("EDU", "EDU", OfficerRole.HANDLER),
    ("JUST", "JUST", OfficerRole.LEGAL_AID),
    ("LG", "LG", OfficerRole.SUPERVISOR),
)
"""Chat, unit and role of every officer."""

CODE = "135790"
"""The query code of every case."""

COMPLAINT = "我在同乐寨安置房干活，王老板欠我们5个人工资一共两万八千元，3个月没发了"
"""One message that holds site, boss, sum, months and headcount."""


EARLIER = NOON - timedelta(hours=1)
"""When officers enrol: the ids of what a door shows differ from those of later."""

_TYPED = {"ask-name": "张三", "ask-phone": "13812345678"}


@dataclass
class Clock:
    """A clock that stands until it is put forward."""

    at: datetime = NOON

    def now(self) -> datetime:
        """The time it shows."""
        return self.at

    def forward(self, by: timedelta) -> None:
        """Time passes."""
        self.at += by


class Door(Console):
    """A console that remembers what each chat was told."""

    def __init__(self, desk: Desk, now: Callable[[], datetime], first_update: int = 1) -> None:
        super().__init__(desk, now=now, show=lambda chat, text: None, first_update=first_update)
        self.told: dict[str, list[Rendered]] = {}
        self.newest: dict[str, str] = {}  # the id of the newest message of each chat

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """See `bot.channels.channel.Channel.send`."""
        self.told.setdefault(chat, []).append(rendered)
        delivered = await super().send(chat, rendered, file, skip=skip)
        self.newest[chat] = delivered.message_ids[-1] if delivered.message_ids else ""
        return delivered

    def button(self, chat: str, label: str) -> str:
        """What the newest button of that label in a chat sends back."""
        shown = [b for told in self.told[chat] for row in told.buttons for b in row]
        return next(b.data for b in reversed(shown) if b.label == label)


@dataclass(kw_only=True)
class Town:
    """The house, its two doors, and everything that was said through them."""

    app: App
    clock: Clock
    workers: Door
    officers: Door
    line: Line
    files: Path
    seen: int = 0
    received: list[RawUpdate] = field(default_factory=list)

    def door(self, chat: str) -> Door:
        """Workers' chats begin with a small w."""
        return self.workers if chat.startswith("w") else self.officers

    def update(self, chat: str, typed: Typed | str) -> RawUpdate:
        """What an action becomes; nobody has received it yet."""
        update = self.door(chat).say(chat, Typed(text=typed) if isinstance(typed, str) else typed)
        self.received.append(update)
        return update

    async def say(self, chat: str, typed: Typed | str) -> tuple[str, ...]:
        """Somebody does something; what every chat is told of it, as keys of sentences."""
        return await self.receive(self.update(chat, typed))

    async def press(self, chat: str, label: str) -> tuple[str, ...]:
        """Somebody presses the newest button of that label."""
        return await self.say(chat, Typed(button=self.door(chat).button(chat, label)))

    async def receive(self, *updates: RawUpdate) -> tuple[str, ...]:
        """Updates reach the inbox and are worked through."""
        for update in updates:
            await self.app.inbox.receive(update, self.app.now())
        await self.line.settle()
        return tuple(out.reply.key for out in await self.news())

    async def news(self) -> tuple[Outgoing, ...]:
        """Everything that was queued since the last time."""
        async with self.app.engine.reading() as connection:
            rows = (
                await connection.execute(
                    select(outbox).where(outbox.c.seq > self.seen).order_by(outbox.c.seq)
                )
            ).all()
        self.seen = rows[-1].seq if rows else self.seen
        return tuple(_outgoing(self.app.sealer, row) for row in rows)

    async def answers(self, chat: str, typed: Typed | str) -> tuple[str, ...]:
        """Somebody does something; the keys of what the same chat is told."""
        update = self.update(chat, typed)
        await self.app.inbox.receive(update, self.app.now())
        await self.line.settle()
        return tuple(out.reply.key for out in await self.news() if out.chat == chat)

    async def files_a_case(self, chat: str = "w1", words: str = COMPLAINT) -> None:
        """A worker tells it in one message and answers what is still asked."""
        keys = await self.answers(chat, words)
        while "receipt" not in keys:
            keys = await self.answers(chat, self._reply_to(chat, keys[-1]))

    def _reply_to(self, chat: str, asked: str) -> Typed | str:
        if asked in _TYPED:
            return _TYPED[asked]
        buttons = self.workers.told[chat][-1].buttons
        return Typed(button=buttons[0][0].data) if buttons else "不知道"

    def file(self, name: str, content: bytes) -> Path:
        """A file on somebody's phone."""
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path


@dataclass(frozen=True, kw_only=True)
class _Template:
    """A house with officers: what is copied for each test."""

    database: bytes
    app: App


_built: list[_Template] = []


def settings(folder: Path) -> Settings:
    """Settings of a house in a folder."""
    return Settings(
        database_url=f"sqlite:///{folder / 'qingxin.db'}",
        evidence_url=str(folder / "evidence"),
        encryption_keys=SecretStr(KEY),
    )


async def _template() -> _Template:
    if not _built:
        with TemporaryDirectory(prefix="qingxin-town-") as name:
            folder = Path(name)
            async with open_app(
                settings(folder), now=lambda: NOON, keys=folder / "keys", strict_texts=True
            ) as app:
                await enrol(app, DESKS)
            _built.append(_Template(database=(folder / "qingxin.db").read_bytes(), app=app))
    return _built[0]


async def enrol(
    app: App, desks: Iterable[tuple[str, str, OfficerRole]], door: Door | None = None
) -> None:
    """Every officer enrols with a code of their own."""
    door = door or Door(Desk.OFFICER, lambda: EARLIER)
    for chat, unit, role in desks:
        code = f"CODE-{chat}".upper()
        async with app.unit_of_work() as uow:
            await uow.officers.invite(
                Invitation(unit=unit, role=role, expires_at=NOON + timedelta(days=1)), code
            )
        await app.inbox.receive(door.line(chat, f"/start {code}"), EARLIER)
    await app.line([door]).settle()


def ids(start: int = 0) -> Callable[[], str]:
    """Ids that a test can tell apart and a second run repeats."""
    numbers = itertools.count(start + 1)
    return lambda: f"id{next(numbers):018d}"


@asynccontextmanager
async def opened(
    folder: Path,
    *,
    clock: Clock,
    url: str | None = None,
    new_id: Callable[[], str] | None = None,
    before: Engine | None = None,
) -> AsyncIterator[App]:
    """An app on what stands in ``folder`` already, as a restart finds it.

    ``before`` is the disposed engine of an earlier app on the same address: its connections are
    gone, the statements that it has compiled are not.
    """
    template = (await _template()).app
    engine = (
        Engine(before._sql) if before else open_engine(url or f"sqlite:///{folder / 'qingxin.db'}")
    )
    sites, names = template.sites.copy(), template.names.copy()
    try:
        yield replace(
            template,
            engine=engine,
            sites=sites,
            names=names,
            house=replace(
                template.house,
                files=open_evidence_files(str(folder / "evidence"), template.sealer),
                sites=sites,
                interpreter=names,
                new_id=new_id or ids(),
                new_query_code=lambda: CODE,
            ),
            unit_of_work=unit_of_work_factory(engine, template.sealer, now=clock.now),
            inbox=SqlInbox(engine, template.sealer),
            outbox=SqlOutboxQueue(engine, template.sealer),
            now=clock.now,
            beside=in_a_thread,  # a process of its own takes half a second to begin
        )
    finally:
        await engine.dispose()


async def lay_out(folder: Path) -> None:
    """Put a database with enrolled officers and the sample ledger into a folder."""
    (folder / "qingxin.db").write_bytes((await _template()).database)


@asynccontextmanager
async def town(folder: Path, *, clock: Clock | None = None) -> AsyncIterator[Town]:
    """A fresh town in a folder."""
    clock = clock or Clock()
    await lay_out(folder)
    async with opened(folder, clock=clock) as app:
        yield await settled(app, clock, folder)


async def settled(app: App, clock: Clock, folder: Path) -> Town:
    """A town around an app: two doors whose updates go on where the inbox ends."""
    first = [await app.inbox.last_update_id(f"console-{desk.value}") for desk in Desk]
    workers, officers = (
        Door(desk, clock.now, first_update=(last or 0) + 1)
        for desk, last in zip(Desk, first, strict=True)
    )
    async with app.engine.reading() as connection:
        seen = (await connection.execute(select(func.max(outbox.c.seq)))).scalar_one()
    return Town(
        app=app,
        clock=clock,
        workers=workers,
        officers=officers,
        line=app.line([workers, officers]),
        files=folder / "phone",
        seen=seen or 0,
    )
