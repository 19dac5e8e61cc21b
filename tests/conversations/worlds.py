"""Where a script is played: the same house at a console, or behind two bots over real HTTP."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from bot.app import App, Line, open_app
from bot.channels.channel import FileToSend
from bot.channels.console import Console, Typed
from bot.channels.rendered import Rendered
from bot.channels.telegram_officer import TelegramOfficer
from bot.channels.telegram_worker import TelegramWorker
from bot.polling import Polling
from bot.settings import read_settings
from casework.messages import Contact, Desk, FileKind, Place
from casework.people import Invitation, OfficerRole
from casework.transport import Delivered, Fate
from storage.engine import Engine, open_engine
from storage.evidence_files import open_evidence_files
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.seal import Sealer
from storage.unit_of_work import unit_of_work_factory
from tests.conversations.script import Act, Script
from tests.conversations.words import RememberingRenderer, Said, seen
from tests.database import KEY
from tests.emulator.person import JPEG, Person
from tests.emulator.state import Json, SentMessage
from tests.telegram_emulator import OFFICER_TOKEN, WORKER_TOKEN, TelegramEmulator

PLACE = (34.6512, 112.3954)
FAR = (34.9, 112.9)
CARD = ("刘工", "13800138000")
KINDS = {
    "照片": FileKind.PHOTO,
    "语音": FileKind.VOICE,
    "视频": FileKind.VIDEO,
    "文件": FileKind.DOCUMENT,
}
NAMES = {"照片": "photo.jpg", "语音": "voice.ogg", "视频": "工地.mp4", "文件": "欠条.pdf"}


@dataclass(frozen=True, kw_only=True)
class Message:
    """A message in somebody's chat. ``buttons`` holds label and data of each, row by row."""

    id: str
    said: Said
    buttons: tuple[tuple[str, str], ...]

    def data_of(self, label: str) -> str | None:
        """What the button of that label sends."""
        return next((data for each, data in self.buttons if each == label), None)


class Chat(Protocol):
    """A person at one of the doors, as a script needs them."""

    @property
    def messages(self) -> list[Message]: ...
    def says(self, text: str, reply_to: str | None = None) -> None: ...
    def presses(self, data: str) -> None: ...
    def sends(self, kind: str, caption: str) -> None: ...
    def edits(self, text: str) -> None: ...
    def writes_in_group(self, text: str) -> None: ...


class World(Protocol):
    """The house, its clock, and everybody's chat."""

    house: "House"

    def chat(self, who: str) -> Chat: ...
    async def settle(self) -> None:
        """Let everything happen that follows from what people did."""
        ...

    async def restart(self) -> None: ...


@dataclass(kw_only=True)
class House:
    """The app on a database of its own, under a clock that only the script moves."""

    app: App
    renderer: RememberingRenderer
    folder: Path
    now: datetime
    engines: list[Engine] = field(default_factory=list)
    codes: int = 100_000
    invitations: int = 0

    def pass_on(self, by: timedelta) -> None:
        """Time passes."""
        self.now += by

    def next_code(self) -> str:
        """Query codes in a row, as they are in a script."""
        self.codes += 1
        return f"{self.codes}"

    def next_invitation(self) -> str:
        """Invitations in a row."""
        self.invitations += 1
        return f"AC34-EF67-{self.invitations:04d}"

    def reopen(self) -> None:
        """As a new process would: nothing is left but the tables and the files."""
        engine = open_engine(f"sqlite:///{self.folder / 'qingxin.db'}")
        self.engines.append(engine)
        sealer = Sealer([KEY])
        self.app = replace(
            self.app,
            engine=engine,
            sealer=sealer,
            house=replace(
                self.app.house,
                files=open_evidence_files(str(self.folder / "evidence"), sealer),
                new_query_code=self.next_code,
                new_invitation_code=self.next_invitation,
            ),
            unit_of_work=unit_of_work_factory(engine, sealer, now=lambda: self.now),
            inbox=SqlInbox(engine, sealer),
            outbox=SqlOutboxQueue(engine, sealer),
            renderer=self.renderer,
            now=lambda: self.now,
        )

    async def invite(self, code: str, post: str) -> None:
        """An invitation for ``UNIT role``."""
        unit, role = post.split()
        expires = self.now + timedelta(days=1)
        async with self.app.unit_of_work() as uow:
            await uow.officers.invite(
                Invitation(unit=unit, role=OfficerRole(role), expires_at=expires), code
            )


_built: dict[str, tuple[App, bytes]] = {}


async def _build() -> tuple[App, bytes]:
    """District, ledger, models and texts are read once in a process."""
    if "app" not in _built:
        with TemporaryDirectory(prefix="qingxin-") as folder:
            settings = read_settings(
                _env_file=None,
                database_url=f"sqlite:///{folder}/qingxin.db",
                evidence_url=f"{folder}/evidence",
                encryption_keys=KEY,
            )
            async with open_app(settings, strict_texts=True) as app:
                pass
            _built["app"] = app, (Path(folder) / "qingxin.db").read_bytes()
    return _built["app"]


@asynccontextmanager
async def open_house(script: Script, folder: Path) -> AsyncIterator[House]:
    """A house at the hour at which the script begins."""
    app, database = await _build()
    (folder / "qingxin.db").write_bytes(database)
    renderer = RememberingRenderer.like(app.renderer)
    house = House(app=app, renderer=renderer, folder=folder, now=script.starts)
    house.reopen()
    try:
        yield house
    finally:
        for engine in house.engines:
            await engine.dispose()


class ListenedConsole(Console):
    """A console that remembers what each chat was shown."""

    def __init__(self, desk: Desk, house: House, language: str | None) -> None:
        super().__init__(
            desk, now=lambda: house.now, show=lambda chat, text: None, language=language
        )
        self.shown: dict[str, list[Message]] = {}

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """See `bot.channels.channel.Channel.send`."""
        delivered = await super().send(chat, rendered, file, skip=skip)
        self._shows(
            chat, delivered.message_ids[0], rendered, seen(rendered, file.name if file else "")
        )
        return delivered

    async def edit(self, chat: str, message_id: str, rendered: Rendered) -> Delivered:
        """See `bot.channels.channel.Channel.edit`."""
        self._shows(chat, message_id, rendered, replace(seen(rendered), changed=True))
        return Delivered(fate=Fate.SENT, message_ids=(message_id,), edited=True)

    def _shows(self, chat: str, message_id: str, rendered: Rendered, said: Said) -> None:
        buttons = tuple((b.label, b.data) for row in rendered.buttons for b in row)
        message = Message(id=message_id, said=said, buttons=buttons)
        self.shown.setdefault(chat, []).append(message)


@dataclass(kw_only=True)
class ConsoleChat:
    """Somebody at a console."""

    console: ListenedConsole
    name: str
    folder: Path
    waiting: list[tuple[Desk, Typed]]
    sent: list[str] = field(default_factory=list)
    albums: int = 0

    @property
    def messages(self) -> list[Message]:
        """All that was shown in this chat."""
        return self.console.shown.setdefault(self.name, [])

    def _does(self, typed: Typed) -> None:
        self.waiting.append((self.console.desk, replace(typed, reply_to=typed.reply_to)))

    def says(self, text: str, reply_to: str | None = None) -> None:
        """Type a line."""
        self._does(Typed(text=text, reply_to=reply_to))

    def presses(self, data: str) -> None:
        """Press a button."""
        self._does(Typed(button=data))

    def edits(self, text: str) -> None:
        """Change what was written last."""
        self._does(Typed(text=text, edits=self.sent[-1]))

    def writes_in_group(self, text: str) -> None:
        """A console has no groups."""
        raise NotImplementedError

    def sends(self, kind: str, caption: str) -> None:
        """Send a file, a place, a card."""
        match kind:
            case "位置":
                self._does(Typed(place=Place(latitude=PLACE[0], longitude=PLACE[1])))
            case "远处位置":
                self._does(Typed(place=Place(latitude=FAR[0], longitude=FAR[1])))
            case "名片":
                self._does(Typed(contact=Contact(name=CARD[0], phone=CARD[1])))
            case "贴纸":
                self._does(Typed(unsupported="sticker"))
            case "相册":
                self.albums += 1
                for index in range(3):
                    text = "" if index else caption
                    self._file("照片", text, album=f"album-{self.albums}")
            case _:
                self._file(kind, caption)

    def _file(self, kind: str, caption: str, album: str | None = None) -> None:
        path = self.folder / NAMES[kind]
        path.write_bytes(JPEG)
        self._does(Typed(files=(path,), kind=KINDS[kind], text=caption, album=album))


@dataclass(kw_only=True)
class ConsoleWorld:
    """Both desks at consoles."""

    house: House
    script: Script
    line: Line
    consoles: Mapping[Desk, ListenedConsole]
    chats: dict[str, ConsoleChat] = field(default_factory=dict)

    def chat(self, who: str) -> ConsoleChat:
        """Somebody's chat."""
        if who not in self.chats:
            console = self.consoles[desk_of(self.script, who)]
            self.chats[who] = ConsoleChat(
                console=console, name=who, folder=self.house.folder, waiting=[]
            )
        return self.chats[who]

    async def settle(self) -> None:
        """See `World`."""
        for chat in self.chats.values():
            for _, typed in chat.waiting:
                update = chat.console.say(chat.name, typed)
                chat.sent.append(update.message_id or "")
                await self.house.app.inbox.receive(update, self.house.now)
            chat.waiting.clear()
        await settle(self.line)

    async def restart(self) -> None:
        """A terminal that stays open while the house behind it starts anew."""
        self.house.reopen()
        self.line = self.house.app.line(tuple(self.consoles.values()))


@asynccontextmanager
async def console_world(script: Script, folder: Path) -> AsyncIterator[World]:
    """Workers and officers at consoles."""
    async with open_house(script, folder) as house:
        language = script.about.get("语言", "zh-hans")
        consoles = {desk: ListenedConsole(desk, house, language) for desk in Desk}
        line = house.app.line(tuple(consoles.values()))
        yield ConsoleWorld(house=house, script=script, line=line, consoles=consoles)


class QuickWorkerBot(TelegramWorker):
    """Without Telegram's pace, which has tests of its own: a script would wait real seconds."""

    limits = replace(TelegramWorker.limits, per_second=None, chat_per_second=None)


class QuickOfficerBot(TelegramOfficer):
    """The same at the other door."""

    limits = replace(TelegramOfficer.limits, per_second=None, chat_per_second=None)


@dataclass(kw_only=True)
class PhoneChat:
    """Somebody at a phone."""

    person: Person
    group: Person
    last: Json | None = None
    log: list[Message] = field(default_factory=list)
    looked: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def messages(self) -> list[Message]:
        """All that the bot wrote in this chat, and in the group."""
        for place, written in enumerate((self.person.chat.seen, self.group.chat.seen)):
            self.log += [_message(sent, changed=c) for sent, c in written[self.looked[place] :]]
            self.looked[place] = len(written)
        return self.log

    def says(self, text: str, reply_to: str | None = None) -> None:
        """Write."""
        self.last = self.person.say(text, reply_to=int(reply_to) if reply_to else None)

    def presses(self, data: str) -> None:
        """Press a button."""
        self.person.press(data, forged=True)

    def edits(self, text: str) -> None:
        """Change what was written last."""
        assert self.last is not None
        self.person.edit(self.last, text)

    def writes_in_group(self, text: str) -> None:
        """Write where others read it."""
        self.group.say(text)

    def sends(self, kind: str, caption: str) -> None:
        """Send a file, a place, a card."""
        acts: Mapping[str, Callable[[], Any]] = {
            "位置": lambda: self.person.send_location(*PLACE),
            "远处位置": lambda: self.person.send_location(*FAR),
            "名片": lambda: self.person.send_contact(*CARD),
            "贴纸": self.person.send_sticker,
            "相册": lambda: self.person.album((JPEG, JPEG, JPEG), caption),
            "照片": lambda: self.person.send_photo(JPEG, caption),
            "语音": lambda: self.person.send_voice(JPEG),
            "视频": lambda: self.person.send_video(JPEG),
            "文件": lambda: self.person.send_document(JPEG, caption=caption),
            "大文件": lambda: self.person.send_document(size=30 * 1024 * 1024),
        }
        acts[kind]()


def _message(sent: SentMessage, *, changed: bool) -> Message:
    labels = tuple(tuple(button.label for button in row) for row in sent.buttons)
    return Message(
        id=str(sent.message_id),
        said=Said(text=sent.text, labels=labels, file=sent.file_name, changed=changed),
        buttons=tuple((button.label, button.data) for row in sent.buttons for button in row),
    )


@dataclass(kw_only=True)
class TelegramWorld:
    """The workers' bot through aiogram, the officers' through python-telegram-bot."""

    house: House
    script: Script
    telegram: TelegramEmulator
    stack: AsyncExitStack
    line: Line | None = None
    polling: tuple[Polling, ...] = ()
    chats: dict[str, PhoneChat] = field(default_factory=dict)

    def chat(self, who: str) -> PhoneChat:
        """Somebody's chat."""
        if who not in self.chats:
            number = 501 + list(self.script.people).index(who)
            worker = desk_of(self.script, who) is Desk.WORKER
            token = WORKER_TOKEN if worker else OFFICER_TOKEN
            language = self.script.about.get("语言", "zh-hans")
            self.chats[who] = PhoneChat(
                person=self.telegram.user(token, number, language=language),
                group=self.telegram.member(token, -number, number),
            )
        return self.chats[who]

    async def settle(self) -> None:
        """See `World`."""
        assert self.line is not None
        for polling in self.polling:
            await polling.poll_once()
        await settle(self.line)

    async def restart(self) -> None:
        """Both bots go away, and come back to what Telegram kept for them."""
        await self.stack.aclose()
        self.house.reopen()
        await self.start()

    async def start(self) -> None:
        """Open both bots."""
        base = self.telegram.base
        bots = (
            QuickWorkerBot(WORKER_TOKEN, api_base=base),
            QuickOfficerBot(OFFICER_TOKEN, api_base=base),
        )
        app = self.house.app
        self.line = app.line(bots)
        for bot in bots:
            await bot.open()
            self.stack.push_async_callback(bot.close)
        self.polling = tuple(
            Polling(bot, app.inbox, now=app.now, received=lambda: None) for bot in bots
        )


@asynccontextmanager
async def telegram_world(script: Script, folder: Path) -> AsyncIterator[World]:
    """Workers at one bot and officers at the other, over HTTP on this machine."""
    async with (
        open_house(script, folder) as house,
        TelegramEmulator(now=lambda: house.now) as telegram,
        AsyncExitStack() as stack,
    ):
        world = TelegramWorld(house=house, script=script, telegram=telegram, stack=stack)
        await world.start()
        yield world


async def settle(line: Line) -> None:
    """`bot.app.Line.settle` in one round: what a script does leads to no second one."""
    await line.intake.run_once()
    await line.timer.run_once()
    await line.delivery.run_once(line.now())


def desk_of(script: Script, who: str) -> Desk:
    """Which door somebody uses."""
    return Desk.WORKER if script.people[who] == "worker" else Desk.OFFICER


WORLDS = {"console": console_world, "telegram": telegram_world}


def perform(world: World, act: Act, label: str) -> None:
    """Do what a step says; ``label`` is the button's on the screen."""
    chat = world.chat(act.who)
    match act.verb:
        case "说":
            chat.says(act.what * int(act.how.get("遍", 1)))
        case "按":
            owner = world.chat(act.how.get("谁的", act.who))
            chat.presses(_data(owner, label, int(act.how.get("序", 1))))
        case "回复":
            chat.says(act.what, _answered(world, chat, str(act.how.get("那条", ""))))
        case "发":
            chat.sends(act.what, str(act.how.get("写着", "")))
        case "改":
            chat.edits(act.what)
        case "在群里说":
            chat.writes_in_group(act.what)
        case _:
            chat.presses(act.what)


def _data(chat: Chat, label: str, number: int) -> str:
    found = [d for m in reversed(chat.messages) if (d := m.data_of(label)) is not None]
    assert len(found) >= number, f"no such button: {label}"
    return found[number - 1]


def _answered(world: World, chat: Chat, which: str) -> str:
    made = {
        rendered.text
        for rendered, reply, _ in world.house.renderer.heard
        if which in {reply.key, getattr(reply.args.get("head"), "key", "")}
    }
    for message in reversed(chat.messages):
        if which in message.said.text or message.said.text in made:
            return message.id
    raise AssertionError(f"no message to reply to: {which}")
