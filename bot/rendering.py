"""Sentences for people: keys and arguments from the rules become text in a person's language.

The texts are Fluent files, ``bot/texts/<language>/*.ftl``, read once. What a person typed never
passes through Fluent: it would be cut off at 2,500 characters and could not be told from our own
line breaks. A private mark stands in its place while the sentence is formed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import structlog
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentInt, fluent_number
from fluent.syntax import ast

from bot.channels.rendered import Rendered, RenderedButton
from casework.deadlines import SHANGHAI
from casework.errors import ConfigurationError, QingxinError
from casework.messages import Arg, Money, Reply, Words
from casework.money import Fen, plain

TEXTS = Path(__file__).parent / "texts"
DEFAULT = "zh-CN"

UNREADABLE = "…"
"""Stands for a label or a part of a sentence that cannot be formed."""

_OPEN, _CLOSE = "\ue000", "\ue001"  # private-use characters: no font has a sign for them
_EMPTY = _OPEN + _CLOSE
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_SELECTS = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")  # what a Fluent variant can be named
_NOTHING = re.compile(rf"\s*{_EMPTY}(?:\s|{_EMPTY})*")
_SPACES = re.compile(" {2,}")
_BLANK_RUN = re.compile(r"\n(?:[ \t]*\n){2,}")

_Shown = str | date | datetime | Money | Words | tuple[Words, ...]

_log = structlog.get_logger(__name__)


class BrokenText(QingxinError):
    """A sentence that cannot be formed: its key is missing, or an argument of it."""


@dataclass(frozen=True, kw_only=True)
class _Forms:
    """How a language writes days, instants and sums, and what it says when it has no words."""

    day: Callable[[date], str]
    instant: Callable[[datetime], str]
    money: Callable[[str], str]
    sorry: str


_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_DAYS = "MonTueWedThuFriSatSun"


def _chinese_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日（周{'一二三四五六日'[day.weekday()]}）"


def _english_day(day: date) -> str:
    # strftime's names follow the machine's locale.
    name, month = _DAYS[day.weekday() * 3 :][:3], _MONTHS[day.month * 3 - 3 :][:3]
    return f"{name} {day.day} {month} {day.year}"


_FORMS: Mapping[str, _Forms] = {
    "zh-CN": _Forms(
        day=_chinese_day,
        instant=lambda at: f"{_chinese_day(at.date())}{at:%H:%M}",
        money=lambda amount: f"{amount} 元",
        sorry="这句话没显示出来，是我们的问题，不怪你。你说的都记着。再发一次，或者回复「人工」。",
    ),
    "en": _Forms(
        day=_english_day,
        instant=lambda at: f"{_english_day(at.date())}, {at:%H:%M}",
        money=lambda amount: f"{amount} yuan",
        sorry="This text could not be shown. That is our fault, not yours. What you told us is"
        " kept. Please send it again, or send /person.",
    ),
}


class Renderer:
    """Replies into text and labelled buttons.

    A sentence that a language lacks is shown in Chinese, and one that cannot be formed at all as
    a kind general one; both are logged by key alone. ``strict`` raises BrokenText instead.
    """

    def __init__(self, folder: Path = TEXTS, *, strict: bool = False) -> None:
        self._strict = strict
        self._bundles = {
            language: _bundle(language, folder / language)
            for language in _FORMS
            if language == DEFAULT or (folder / language).is_dir()
        }

    def render(self, reply: Reply, language: str) -> Rendered:
        """The whole message in a person's language."""
        tongue = self.language(language)
        return Rendered(
            text=self._say(reply.key, reply.args, tongue, otherwise=_FORMS[tongue].sorry),
            buttons=tuple(
                tuple(
                    RenderedButton(label=self.words(button.label, tongue), data=button.data)
                    for button in row
                )
                for row in reply.buttons
            ),
        )

    def words(self, words: Words, language: str) -> str:
        """A label, or a part of a sentence."""
        return self._say(words.key, words.args, self.language(language), otherwise=UNREADABLE)

    def language(self, code: str) -> str:
        """The language of ours that is closest to a code: ``en-US`` is ``en``."""
        asked = code.replace("_", "-").lower()
        for language in self._bundles:
            if asked.split("-")[0] == language.split("-")[0]:
                return language
        return DEFAULT

    def _say(self, key: str, args: Mapping[str, Arg], language: str, *, otherwise: str) -> str:
        for tongue in dict.fromkeys((language, DEFAULT)):
            try:
                return self._form(key, args, tongue)
            except BrokenText as broken:
                if self._strict:
                    raise
                # Arguments are people's words: neither they nor Fluent's own message is logged.
                _log.error("text cannot be formed", key=key, language=tongue, why=str(broken))
        return otherwise

    def _form(self, key: str, args: Mapping[str, Arg], language: str) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise BrokenText(f"no text {key!r} in {language}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise BrokenText(f"text {key!r} in {language} is empty")
        kept: list[str] = []
        text, errors = bundle.format_pattern(
            pattern, {name: self._argument(value, language, kept) for name, value in args.items()}
        )
        if errors:
            raise BrokenText(f"text {key!r} in {language} lacks an argument or a part")
        return _MARK.sub(lambda mark: kept[int(mark[1])], _tidy(str(text)))

    def _argument(self, value: Arg, language: str, kept: list[str]) -> str | FluentInt:
        """What Fluent gets: a number, a word to select by, or a mark for a text to be put in."""
        if isinstance(value, int):
            # Ungrouped: an int may be a year or a house number as well as a count.
            number = fluent_number(value, useGrouping=False)
            assert isinstance(number, FluentInt)  # noqa: S101 - an int comes back as one
            return number
        text = self._shown(value, language)
        if _SELECTS.fullmatch(text):
            return text
        if not text:
            return _EMPTY
        kept.append(text)
        return f"{_OPEN}{len(kept) - 1}{_CLOSE}"

    def _shown(self, value: _Shown, language: str) -> str:
        forms = _FORMS[language]
        match value:
            case str():
                return value
            case Words():
                return self.words(value, language)
            case Money(fen=fen):
                return forms.money(plain(Fen(fen)))
            case datetime():
                return forms.instant(value.astimezone(SHANGHAI))
            case date():
                return forms.day(value)
            case tuple():
                return "\n".join(filter(None, (self.words(part, language) for part in value)))


def _tidy(text: str) -> str:
    """Drop lines that held nothing but empty arguments, and blank lines beyond one.

    Where an argument is empty, the space beside it goes too.
    """
    lines = [
        _SPACES.sub(" ", line.replace(_EMPTY, "")).strip() if _EMPTY in line else line
        for line in text.split("\n")
        if not _NOTHING.fullmatch(line)
    ]
    return _BLANK_RUN.sub("\n\n", "\n".join(lines)).strip("\n")


def _bundle(language: str, folder: Path) -> FluentBundle:
    """A language from its files. A mistake in one, or a key in two, stops the house at once."""
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise ConfigurationError(f"no texts (*.ftl) in {folder}")
    bundle = FluentBundle([language], use_isolating=False)
    seen: dict[str, str] = {}
    for file in files:
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                line = (entry.content or "").strip().split("\n")[0]
                raise ConfigurationError(f"{file}: not Fluent: {line!r}")
            if isinstance(entry, ast.Message | ast.Term):
                name = f"{'-' if isinstance(entry, ast.Term) else ''}{entry.id.name}"
                if name in seen:
                    raise ConfigurationError(f"{file}: {name!r} stands in {seen[name]} already")
                seen[name] = file.name
        bundle.add_resource(resource)
    return bundle
