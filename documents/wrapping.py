"""Where a line of Chinese may end (GB/T 15834: no mark that closes stands first in a line).

Chinese breaks between any two characters, a word of letters or digits (a number, an address) is
kept together unless it is longer than a line.
"""

import re
from collections.abc import Callable, Iterator

_CLOSES = "，。、；：？！）】》」』”’…—·％℃,.;:?!)]}%"
"""Never first in a line."""

_OPENS = "（【《「『“‘([{￥¥№#"
"""Never last in a line."""

_PIECE = re.compile(
    # Letters and digits hold together, with the marks that stand inside numbers and links.
    rf"(?P<space>[ \t　]+)|[{re.escape(_OPENS)}]*"
    rf"(?:[0-9A-Za-z@&=_/+~$'’.:?%,#-]*[0-9A-Za-z/=_]|.)[{re.escape(_CLOSES)}]*"
)


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines that are at most ``width`` wide; an empty line stays one."""
    return [line for part in text.split("\n") for line in _wrapped(part, width, measure)]


def _wrapped(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line = ""
    for piece in _pieces(text):
        if measure((line + piece).rstrip()) <= width:
            line += piece if line or not piece.isspace() else ""
            continue
        if line.strip():
            yield line.rstrip()
        line = ""
        for part in _cut(piece.strip(), width, measure):
            if line:
                yield line
            line = part
    yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    return (match.group() for match in _PIECE.finditer(text))


def _cut(piece: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """A piece that is longer than a line, cut where the line is full."""
    part = ""
    for letter in piece:
        if part and measure(part + letter) > width:
            yield part
            part = ""
        part += letter
    if part:
        yield part
