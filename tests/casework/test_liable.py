"""The chain of those liable: what is known fills it in, and nothing more is said than is known."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bot.district import load_district
from bot.settings import PILOT
from casework.errors import ConfigurationError
from casework.ledger import Project, ProjectClass
from casework.liable import Liability, Link, chain

ROWS = load_district(PILOT).district.liable
TODAY = date(2026, 11, 25)
PROJECT = Project(
    code="P901",
    name="某工程",
    project_class=ProjectClass.PRIVATE,
    owner="洛阳某置业有限公司",
    general_contractor="河南某建设有限公司",
    subcontractors=("洛阳某某劳务有限公司", "郑州某装饰有限公司"),
)


def links(employer: str = "", project: Project | None = PROJECT, **of: bool) -> tuple[Link, ...]:
    """The chain of a case of today."""
    site = of.get("is_site", True)
    return chain(ROWS, employer=employer, project=project, is_site=site, today=TODAY)


def test_an_employer_who_is_a_subcontractor_settles_who_pays_first() -> None:
    """The sub pays, the general contractor pays first for it; the owner's part is to be found."""
    known = {link.row.id: link.firms for link in links("洛阳某某劳务") if link.known}
    assert {
        "LC-1": ("洛阳某某劳务",),
        "LC-2": ("洛阳某某劳务有限公司",),
        "LC-3": ("河南某建设有限公司",),
    } == known


@pytest.mark.parametrize("employer", ["", "王老板", "某", "公司"])
def test_a_vague_name_settles_nothing(employer: str) -> None:
    """Only the first row, that an employer pays, needs no finding."""
    assert ["LC-1"] == [link.row.id for link in links(employer) if link.known]


def test_without_a_site_no_rule_of_building_works_is_shown() -> None:
    """A shop has no general contractor."""
    shown = {link.row.party for link in links("某饭店", None, is_site=False)}
    assert Liability.GENERAL_CONTRACTOR not in shown
    assert Liability.EMPLOYER in shown


def test_a_row_that_is_not_in_force_yet_is_not_shown() -> None:
    """The interpretation of 2025 says nothing about a day in 2024."""
    old = chain(ROWS, employer="", project=PROJECT, is_site=True, today=date(2024, 1, 1))
    assert "LC-12" not in {link.row.id for link in old}
    assert "LC-12" in {link.row.id for link in links()}


def test_missing_names_stay_empty() -> None:
    """A project without an owner names none."""
    bare = replace(PROJECT, owner="", general_contractor="", subcontractors=())
    assert {()} == {link.firms for link in links("", bare)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('party = "employer"', 'party = "boss"'),
        ('id = "LC-2"', 'id = "LC-1"'),
        ('title = "《保障农民工工资支付条例》第十六条"', 'title = ""'),
        ('finding = "欠薪的是分包单位"', 'findings = "欠薪的是分包单位"'),
        ("in_force_since = 2025-09-01", 'in_force_since = "soon"'),
    ],
)
def test_a_slip_in_the_file_stops_the_start(tmp_path: Path, old: str, new: str) -> None:
    """In one line that names the file."""
    folder = Path(copytree(PILOT, tmp_path / "district"))
    file = folder / "liable.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"liable\.toml"):
        load_district(folder)
