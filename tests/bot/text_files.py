"""The texts as they stand in the files: what is said, with which arguments, how long."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, ast

from bot.rendering import TEXTS


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text of one file. ``variants`` are its wordings, an argument shown as ``{name}``."""

    key: str
    file: str
    variables: frozenset[str]
    variants: tuple[str, ...]

    @property
    def longest(self) -> int:
        """How many characters of its own it may show."""
        return max(map(len, self.variants))


def files(language: str) -> list[Path]:
    """The files of a language."""
    return sorted((TEXTS / language).glob("*.ftl"))


def texts(language: str) -> Mapping[str, Text]:
    """Every text of a language by key."""
    entries = [
        (file, entry)
        for file in files(language)
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body
    ]
    terms = {e.id.name: e.value for _, e in entries if isinstance(e, ast.Term)}
    return {
        entry.id.name: Text(
            key=entry.id.name,
            file=file.name,
            variables=frozenset(_variables(entry.value)),
            variants=tuple(_variants(entry.value, terms)),
        )
        for file, entry in entries
        if isinstance(entry, ast.Message) and entry.value is not None
    }


def _variables(node: object) -> Iterator[str]:
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    elif isinstance(node, ast.BaseNode):
        for value in vars(node).values():
            yield from _variables(value)
    elif isinstance(node, list):
        for value in node:
            yield from _variables(value)


def _variants(pattern: ast.Pattern, terms: Mapping[str, ast.Pattern]) -> list[str]:
    wordings = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            pieces = [str(element.value)]
        else:
            pieces = _pieces(element.expression, terms)
        wordings = [wording + piece for wording in wordings for piece in pieces]
    return wordings


def _pieces(expression: object, terms: Mapping[str, ast.Pattern]) -> list[str]:
    match expression:
        case ast.SelectExpression():
            return [p for v in expression.variants for p in _variants(v.value, terms)]
        case ast.StringLiteral():
            return [str(expression.parse()["value"])]
        case ast.VariableReference():
            return [f"{{{expression.id.name}}}"]
        case ast.TermReference():
            return _variants(terms[expression.id.name], terms)
        case _:
            raise AssertionError(f"texts here hold arguments, choices and terms: {expression}")
