"""What a bot says, as data in a script: keys of texts and their arguments, or the sentence itself.

A script with ``写法: 词条`` names each text by its key, so that polishing a sentence changes no
script; it is rendered by the house's own renderer and compared in full. One with ``写法: 原文``
holds the sentences themselves.
"""

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from bot.channels.rendered import Rendered
from bot.rendering import BrokenText, Renderer
from casework.deadlines import SHANGHAI
from casework.messages import Arg, Button, Money, Reply, Words
from casework.money import Fen, plain

_KEY = re.compile("[a-z]+(-[a-z0-9_]+)+")
MINUTE = "%Y-%m-%d %H:%M"


class RememberingRenderer(Renderer):
    """Remembers which reply became which text, for whoever records a script."""

    heard: list[tuple[Rendered, Reply, str]]

    @classmethod
    def like(cls, renderer: Renderer) -> Self:
        """One with the same texts, which are read only once in a process."""
        new = cls.__new__(cls)
        new.__dict__.update(copy.copy(renderer.__dict__))
        new.heard = []
        return new

    def render(self, reply: Reply, language: str) -> Rendered:
        """See `bot.rendering.Renderer.render`."""
        rendered = super().render(reply, language)
        self.heard.append((rendered, reply, language))
        return rendered

    def origin(self, rendered: Rendered) -> tuple[Reply, str]:
        """What a text was made of."""
        return next((reply, lang) for each, reply, lang in self.heard if each is rendered)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a person sees of one message: its text, the labels of its buttons, its file."""

    text: str
    labels: tuple[tuple[str, ...], ...] = ()
    file: str = ""
    changed: bool = False  # the text of a message that stood there before

    def __str__(self) -> str:
        rows = "".join("\n" + " ".join(f"〔{label}〕" for label in row) for row in self.labels)
        return f"{'（改）' * self.changed}{self.text}{rows}{self.file and f'  📎 {self.file}'}"


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """Writes messages into a script and reads them from it."""

    renderer: Renderer
    literal: bool
    known: Mapping[str, Sequence[Words]] = field(default_factory=dict)

    def written(self, who: str, said: Said, origin: tuple[Reply, str]) -> dict[str, Any]:
        """A message as a step of the script."""
        reply, language = origin
        step: dict[str, Any] = {f"{who}收到": said.text if self.literal else reply.key}
        if not self.literal:
            if reply.args:
                step["填"] = {name: self._plain(value) for name, value in reply.args.items()}
            if language != "zh-CN":
                step["语言"] = language
        if said.labels:
            step["按钮"] = (
                [list(row) for row in said.labels]
                if self.literal
                else [[self._label(button.label) for button in row] for row in reply.buttons]
            )
        if said.changed:
            step["原处"] = True
        return step | ({"文件": said.file} if said.file else {})

    def read(self, who: str, step: Mapping[str, Any]) -> Said:
        """The message that a step of the script expects."""
        rows, file = step.get("按钮", ()), step.get("文件", "")
        changed = bool(step.get("原处"))
        if self.literal:
            labels = tuple(tuple(row) for row in rows)
            return Said(text=step[f"{who}收到"], labels=labels, file=file, changed=changed)
        reply = Reply(
            key=step[f"{who}收到"],
            args={name: self._arg(value) for name, value in step.get("填", {}).items()},
            buttons=tuple(
                tuple(Button(label=self._words(label), data="-") for label in row) for row in rows
            ),
        )
        rendered = self.renderer.render(reply, step.get("语言", "zh-CN"))
        return replace(seen(rendered, file), changed=changed)

    def label(self, said: str, language: str) -> str:
        """A button as a script names it, by key or label, as its label on the screen."""
        try:
            return said if self.literal else self.renderer.words(Words(key=said), language)
        except BrokenText:
            return said  # a number, a name: what stands on the button is no text of ours

    def _label(self, label: Words) -> Any:
        return self._plain(label) if label.args else label.key

    def _words(self, label: Any) -> Words:
        """A label or a line: by key, or as it stands."""
        if not isinstance(label, str):
            found = self._arg(label)
            assert isinstance(found, Words)
            return found
        if _KEY.fullmatch(label):
            return Words(key=label)
        return Words(key="label-text", args={"text": label})

    def _plain(self, value: Arg) -> Any:
        match value:
            case Words(key=key, args=args) if key != "label-text":
                return {"词条": key} | {name: self._plain(arg) for name, arg in args.items()}
            case Words(args=args):
                return self._plain(args["text"])
            case tuple():
                same = next((name for name, words in self.known.items() if words == value), None)
                return {"全部": same} if same else [self._plain(each) for each in value]
            case _:
                return _plain(value)

    def _arg(self, value: Any) -> Arg:
        if isinstance(value, list):
            return tuple(self._words(each) for each in value)
        if not isinstance(value, dict):
            return value  # type: ignore[no-any-return]
        if "词条" in value:
            args = {name: self._arg(arg) for name, arg in value.items() if name != "词条"}
            return Words(key=value["词条"], args=args)
        ((kind, content),) = value.items()
        return _KINDS[kind](content) if kind in _KINDS else tuple(self.known[content])


def _plain(value: object) -> Any:
    match value:
        case Money(fen=fen):
            return {"元": plain(Fen(fen))}
        case datetime():
            return {"时刻": value.astimezone(SHANGHAI).strftime(MINUTE)}
        case date():
            return {"日": value.isoformat()}
        case _:
            return value


_KINDS: Mapping[str, Callable[[str], Arg]] = {
    "元": lambda yuan: Money(fen=int(Decimal(yuan.replace(",", "")) * 100)),
    "时刻": lambda at: datetime.strptime(at, MINUTE).replace(tzinfo=SHANGHAI),
    "日": date.fromisoformat,
}


def seen(rendered: Rendered, file: str = "") -> Said:
    """What of a rendered message reaches a person's eyes."""
    labels = tuple(tuple(button.label for button in row) for row in rendered.buttons)
    return Said(text=rendered.text, labels=labels, file=file)
