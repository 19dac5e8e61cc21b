"""The house itself: who may lean on whom, how big a room may be, and that every name is served."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.history import EventKind
from casework.interview import Want
from casework.officer_forms import OFFICER_FORMS, WITHOUT_FORM
from casework.people import OfficerRole
from casework.work import DueKind, ItemKind
from casework.worker_forms import WORKER_FORMS
from handlers.officer.serve_command import COMMANDS
from handlers.officer.show_help import commands_for
from handlers.timed.serve_due import _KINDS
from handlers.worker.finish_form import _FORMS
from handlers.worker.perform import _PERFORM

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "handlers", "nlu", "storage", "documents", "casework")

MOST_LINES = 500
"""A file that is longer holds more than one thing."""

BANNED_NAMES = frozenset({"utils", "helpers", "common", "core", "services", "manager", "misc"})

WITHOUT_HELP = frozenset({"start", "slip", "phone"})
"""Not for typing: the first word of Telegram, the answer to a card, a button of a card."""


def _files(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def _house() -> list[Path]:
    return [path for path in _files(*ROOMS, "tests") if "versions" not in path.parts]


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*_files("casework", "handlers")], ids=_shown)
def test_rules_and_use_cases_lean_on_the_standard_library_only(path: Path) -> None:
    """A list of forbidden libraries would let the next one through."""
    allowed = sys.stdlib_module_names | {"casework"}
    if path.is_relative_to(ROOT / "handlers"):
        allowed |= {"handlers"}
    assert set() == {name.partition(".")[0] for name in _imported(path)} - allowed


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


def test_no_file_is_longer_than_a_thing_can_be() -> None:
    """Most files are far shorter; migrations are written by a tool."""
    lengths = {
        _shown(p): len(p.read_text(encoding="utf-8").splitlines())
        for p in _files(*ROOMS)
        if "versions" not in p.parts
    }
    assert {} == {name: length for name, length in lengths.items() if length > MOST_LINES}


def test_no_room_is_named_for_nothing() -> None:
    """A name says what is inside."""
    names = {_shown(path): {*path.with_suffix("").relative_to(ROOT).parts} for path in _house()}
    assert {} == {
        name: parts & BANNED_NAMES for name, parts in names.items() if parts & BANNED_NAMES
    }


def test_packages_hand_nothing_on() -> None:
    """Whoever needs something imports it from where it stands."""
    full = [
        _shown(path)
        for path in _house()
        if path.name == "__init__.py"
        and any(
            not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            for node in ast.parse(path.read_text(encoding="utf-8")).body
        )
    ]
    assert [] == full


def test_only_the_settings_read_the_environment() -> None:
    """What a district can set stands in one file."""
    reading = [
        _shown(path)
        for path in _files(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"}
    ]
    assert {"bot/settings.py"} == {*reading}


def test_only_the_clock_knows_what_time_it_is() -> None:
    """Rules give the same answer tomorrow."""
    asking = [
        _shown(path)
        for path in _files(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "today", "utcnow"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
    ]
    assert ["bot/clock.py"] == asking


def test_nothing_happens_when_a_module_is_imported() -> None:
    """On its top level a module only names things: no bare call stands there."""
    acting = [
        f"{_shown(path)}:{node.lineno}"
        for path in _files(*ROOMS)
        if path.name != "env.py"  # alembic runs it
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ]
    assert [] == acting


def test_every_command_of_officers_is_served() -> None:
    """What can be asked for is served, and the other way round."""
    assert {*OFFICER_FORMS} | WITHOUT_FORM == {*COMMANDS}


def test_every_command_stands_in_somebody_s_help() -> None:
    """Whoever may use a command is told of it; help names no command that is none."""
    told = {name for role in OfficerRole for name in commands_for(role)}
    assert {*COMMANDS} - WITHOUT_HELP == told


def test_everything_a_conversation_wants_is_done() -> None:
    """Every request and every form of a worker's conversation has its use case."""
    assert {*Want} == {*_PERFORM}
    assert {*WORKER_FORMS} == {*_FORMS}


def test_every_kind_of_due_work_is_served() -> None:
    """The clock finds a use case for each."""
    assert {*DueKind} == {*_KINDS}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_name_has_its_words(language: str) -> None:
    """What happens, what is to do and what can be typed is said in words, in both languages."""
    asked = [q.id for form in WORKER_FORMS.values() for q in form.questions if q.needs_asking]
    keys = {
        *(f"event-{_dashed(kind.value)}" for kind in EventKind),
        *(f"item-{_dashed(kind.value)}" for kind in ItemKind),
        *(f"help-{name}" for name in {*COMMANDS} - WITHOUT_HELP),
        *(f"ask-{_dashed(name)}" for name in asked),
    }
    assert set() == keys - _keys(language)


def _dashed(name: str) -> str:
    return name.replace("_", "-")


_read: dict[str, frozenset[str]] = {}


def _keys(language: str) -> frozenset[str]:
    if language not in _read:
        texts = (ROOT / "bot" / "texts" / language).glob("*.ftl")
        lines = (line for path in texts for line in path.read_text(encoding="utf-8").splitlines())
        _read[language] = frozenset(line.partition(" =")[0] for line in lines if " =" in line)
    return _read[language]
