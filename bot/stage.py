"""Where the demonstration is seen: the screen, the doors to it, and texts under watch."""

from rich.console import Console as Screen
from rich.text import Text

from bot import clock
from bot.channels.channel import FileToSend
from bot.channels.console import Console
from bot.channels.rendered import Rendered
from bot.rendering import BrokenText, Renderer
from casework.messages import Desk, Reply
from casework.transport import Delivered

WORKER = "worker"
"""The worker's chat; every other chat is an officer's and named for the unit."""

_INDENT = "    "


class WatchedTexts(Renderer):
    """Shows the key where a sentence cannot be formed, and remembers it."""

    def __init__(self) -> None:
        super().__init__(strict=True)
        self.broken: list[str] = []

    def render(self, reply: Reply, language: str) -> Rendered:
        """See `bot.rendering.Renderer.render`."""
        try:
            return super().render(reply, language)
        except BrokenText as broken:
            self.broken.append(str(broken))
            return Rendered(text=f"({reply.key})")


class Stage:
    """The conversation on a screen; plain text where the screen is a pipe."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.labels: dict[str, str] = {WORKER: "工人"}

    def scene(self, chinese: str, english: str) -> None:
        """What comes next."""
        self._screen.print()
        self._screen.rule(f"[bold]{chinese}[/] · {english}", align="left", style="dim")

    def said(self, chat: str, words: str, *, pressed: bool = False) -> None:
        """A person writes, or presses a button."""
        self._heading(self.labels[chat], "bold cyan" if chat == WORKER else "bold magenta")
        self._body(f"〔按〕{words}" if pressed else words)

    def told(self, chat: str, rendered: Rendered) -> None:
        """A bot tells a person something."""
        self._heading(f"机器人 → {self.labels[chat]}", "bold green")
        self._body(rendered.text)
        for row in rendered.buttons:
            self._body("  ".join(f"〔{button.label}〕" for button in row), "yellow")

    def note(self, words: str, style: str = "") -> None:
        """A line of the narrator."""
        self._screen.print(Text(words, style=style))

    def _heading(self, words: str, style: str) -> None:
        self._screen.print()
        self._screen.print(Text(words, style=style))

    def _body(self, words: str, style: str = "") -> None:
        room = max(self._screen.width - len(_INDENT), 20)
        for line in Text(words, style=style).wrap(self._screen, room):
            line.rstrip()
            self._screen.print(Text(_INDENT) + line if line else "", soft_wrap=True)


class Door(Console):
    """A console of one desk that remembers what each chat was told."""

    def __init__(self, desk: Desk, stage: Stage) -> None:
        super().__init__(desk, now=clock.now, show=lambda chat, text: None)
        self._stage = stage
        self.told: dict[str, list[Rendered]] = {}

    async def send(
        self, chat: str, rendered: Rendered, file: FileToSend | None = None, *, skip: int = 0
    ) -> Delivered:
        """See `bot.channels.channel.Channel.send`."""
        self.told.setdefault(chat, []).append(rendered)
        self._stage.told(chat, rendered)
        return await super().send(chat, rendered, file, skip=skip)
