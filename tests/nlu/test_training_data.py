"""The training sentences are well formed; a mistake in them is found here, not in production."""

import re
from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from casework.meaning import Intent
from nlu.training_data import (
    ENTITIES,
    FOLDER,
    NAMES,
    Entity,
    Example,
    example,
    examples,
    named_examples,
)

OPEN = {
    Intent.COMPLAINT,
    Intent.ASK_STATUS,
    Intent.ASK_LEGAL_AID,
    Intent.ASK_NEXT,
    Intent.ASK_PRIVACY,
    Intent.ADD_EVIDENCE,
    Intent.CORRECT,
    Intent.PAID,
    Intent.PROMISED,
    Intent.PRESSURE,
    Intent.OBJECT,
    Intent.RECOVER,
    Intent.FOR_OTHER,
    Intent.WITHDRAW,
    Intent.PERSON,
    Intent.ABUSE,
    Intent.DANGER,
    Intent.OUT_OF_SCOPE,
}


@pytest.fixture(scope="module")
def found() -> list[Example]:
    return examples()


@pytest.fixture(scope="module")
def marked() -> list[Example]:
    return named_examples()


def test_marks_become_offsets() -> None:
    """Both ways of marking give the text without marks and the span of the name."""
    assert Example(
        intent="complaint",
        text="老板王强在东苑欠我钱",
        entities=(
            Entity(start=2, end=4, name="employer", role="person"),
            Entity(start=5, end=7, name="project"),
        ),
    ) == example(
        "complaint", '老板[王强]{"entity": "employer", "role": "person"}在[东苑](project)欠我钱'
    )


def test_every_intent_is_trained(found: list[Example]) -> None:
    """Every intent has sentences, the open ones a hundred or more."""
    counts = Counter(one.intent for one in found)
    assert {i.value for i in Intent} - {"unknown"} == set(counts)
    assert {} == {i.value: counts[i.value] for i in OPEN if counts[i.value] < 100}


def test_entities_are_known(found: list[Example], marked: list[Example]) -> None:
    """No misspelt entity, no role but those of an employer, no mark left in a text."""
    for one in [*found, *marked]:
        assert {e.name for e in one.entities} <= ENTITIES, one
        assert {e.role for e in one.entities} <= {None, "person", "company", "owner"}, one
        assert not re.search(r"[\[\]{}]", one.text), one
        assert all(one.text[e.start : e.end].strip() for e in one.entities), one


def test_marked_sentences_show_names(marked: list[Example]) -> None:
    """They carry the mark in place of an intent, and most of them names of every kind."""
    assert {NAMES} == {one.intent for one in marked}
    shown = Counter((e.name, e.role) for one in marked for e in one.entities)
    assert 5 == len(shown)
    assert min(shown.values()) >= 100


def test_no_sentence_twice(found: list[Example], marked: list[Example]) -> None:
    """The same words never stand in two intents, nor twice in one."""
    bare = Counter(re.sub(r"[\W_]", "", one.text) for one in [*found, *marked])
    assert [] == [text for text, count in bare.items() if count > 1]


def test_sentences_vary(found: list[Example]) -> None:
    """Dialect and speech without punctuation are there, not only written language."""
    text = "\n".join(one.text for one in found)
    for word in ("俺", "咋", "啥", "中", "恁", "嘞"):
        assert word in text, word


def test_no_personal_data(found: list[Example], marked: list[Example]) -> None:
    """No phone and no identity number stands in the training data."""
    texts = [*found, *marked]
    assert [] == [one.text for one in texts if re.search(r"1[3-9]\d{9}|\d{17}[\dXx]", one.text)]


def test_rasa_can_read_it() -> None:
    """Version 3.1, and every sentence is a list item of a literal block."""
    for path in FOLDER.rglob("*.yml"):
        document = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        assert "3.1" == document["version"]
        for block in document["nlu"]:
            lines = block["examples"].strip().splitlines()
            assert all(line.strip().startswith("- ") for line in lines), path


def test_the_rasa_project_knows_every_intent() -> None:
    """Domain and rules of the Rasa project name our intents and actions."""
    folder = Path(FOLDER).parent / "rasa"
    domain = YAML(typ="safe").load((folder / "domain.yml").read_text(encoding="utf-8"))
    rules = YAML(typ="safe").load((folder / "data" / "rules.yml").read_text(encoding="utf-8"))
    ours = {i.value for i in Intent} - {"unknown"} | {NAMES}
    assert ours == set(domain["intents"]) - {"nlu_fallback", "qingxin_button"}
    said = {step.get("intent") for rule in rules["rules"] for step in rule["steps"]} - {None}
    assert ours == said - {"nlu_fallback", "qingxin_button"}
    acted = {step.get("action") for rule in rules["rules"] for step in rule["steps"]} - {None}
    assert acted <= {*domain["actions"], *domain["forms"]}
