"""The training sentences: Rasa's YAML 3.1 format, the only source of both models.

A sentence marks names as ``[text](entity)`` or ``[text]{"entity": …, "role": …}``.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "training"
NAMES = "names"
"""The folder, and the mark in place of an intent, of sentences that only the tagger learns from."""

ENTITIES = frozenset({"employer", "project", "location", "person_name"})

_MARKED = re.compile(r"\[(?P<text>[^\]]+)\](?:\((?P<plain>\w+)\)|(?P<json>\{[^}]*\}))")


@dataclass(frozen=True, kw_only=True)
class Entity:
    """A marked name; ``start`` and ``end`` index the sentence without its marks."""

    start: int
    end: int
    name: str
    role: str | None = None


@dataclass(frozen=True, kw_only=True)
class Example:
    """One training sentence without its marks."""

    intent: str
    text: str
    entities: tuple[Entity, ...] = ()


def example(intent: str, marked: str) -> Example:
    """A sentence as written in the YAML, read into text and entities."""
    parts: list[str] = []
    entities: list[Entity] = []
    at = length = 0
    for match in _MARKED.finditer(marked):
        before = marked[at : match.start()]
        said = match["text"]
        start = length + len(before)
        about = json.loads(match["json"]) if match["json"] else {"entity": match["plain"]}
        entities.append(
            Entity(
                start=start,
                end=start + len(said),
                name=about["entity"],
                role=about.get("role"),
            )
        )
        parts.extend((before, said))
        length = start + len(said)
        at = match.end()
    parts.append(marked[at:])
    return Example(intent=intent, text="".join(parts), entities=tuple(entities))


def examples(folder: Path = FOLDER) -> list[Example]:
    """Every sentence of the folder that shows an intent, in the order of the files."""
    return [found for path in sorted(folder.glob("*.yml")) for found in _read(path)]


def named_examples(folder: Path = FOLDER) -> list[Example]:
    """The sentences with marked names that show no intent of their own."""
    return examples(folder / NAMES)


def fingerprint(folder: Path = FOLDER) -> str:
    """A hash of the training files: a model made from others is out of date."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.rglob("*.yml"))


def _read(path: Path) -> Iterator[Example]:
    document = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    for block in document["nlu"]:
        for line in block["examples"].splitlines():
            if sentence := line.strip().removeprefix("- ").strip():
                yield example(block["intent"], sentence)
