"""The documentation describes what is there: every setting, every command, every folder."""

import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from casework.people import OfficerRole
from handlers.officer.serve_command import COMMANDS
from handlers.officer.show_help import commands_for

HOUSE = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_every_setting_is_described(name: str) -> None:
    """A setting that nobody can find is not there."""
    text = (HOUSE / name).read_text(encoding="utf-8")

    assert [] == [s for s in Settings.model_fields if f"`{PREFIX}{s.upper()}`" not in text]


@pytest.mark.parametrize("name", READMES)
def test_no_setting_is_described_that_is_not_there(name: str) -> None:
    """Nor may the documentation promise one."""
    text = (HOUSE / name).read_text(encoding="utf-8")
    described = {s.removesuffix("_FILE") for s in re.findall(rf"{PREFIX}([A-Z_]+[A-Z])", text)}

    assert set() == described - {s.upper() for s in Settings.model_fields}


@pytest.mark.parametrize("name", READMES)
def test_every_folder_has_its_line(name: str) -> None:
    """One line a folder, and no line without one."""
    text = (HOUSE / name).read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE))
    packages = {p.parent.name for p in HOUSE.glob("*/__init__.py")} | {"district"}

    assert packages == named


@pytest.mark.parametrize("name", READMES)
def test_files_that_are_named_exist(name: str) -> None:
    """The life of a message goes through files that can be opened."""
    text = (HOUSE / name).read_text(encoding="utf-8")
    named = re.findall(
        r"`((?:bot|casework|handlers|nlu|storage|documents|tests|docs)/[\w/.-]+)`", text
    )

    assert [] == [path for path in named if not (HOUSE / path).exists()]


def test_every_command_of_officers_is_in_the_help_of_a_role() -> None:
    """What can be typed can be found; what only a button or a reply does needs no line."""
    helped = {command for role in OfficerRole for command in commands_for(role)}

    assert {"start", "phone", "slip"} == set(COMMANDS) - helped


def test_decisions_are_half_a_page() -> None:
    """A decision record says what was asked and what was decided, and stays short."""
    for record in (HOUSE / "docs" / "adr").glob("*.md"):
        text = record.read_text(encoding="utf-8")
        words = set(re.findall(r"\w+", text))
        assert "Decision" in words, record
        assert words & {"Context", "Question"}, record
        assert len(text) < 4000, record
