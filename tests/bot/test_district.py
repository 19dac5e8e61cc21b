"""Reading a district's folder: the pilot's is right, and every slip is one clear line."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from bot.district import LoadedDistrict, load_district
from casework.directory import ContactMode, UnitKind
from casework.errors import ConfigurationError
from casework.ledger import ProjectClass
from casework.routing import RoutingFacts, route

PILOT = Path(__file__).parents[2] / "district" / "jianxi"


@pytest.fixture(scope="module")
def pilot() -> LoadedDistrict:
    return load_district(PILOT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "somewhere"
    shutil.copytree(PILOT, copy)
    return copy


def test_pilot_names_its_offices(pilot: LoadedDistrict) -> None:
    """The pilot's offices are the ones of the plan."""
    district = pilot.district
    assert (district.name, district.prefix) == ("涧西区", "JX")
    assert district.units[district.arrears_office].kind == UnitKind.ARREARS_OFFICE
    assert district.units[district.inspection].kind == UnitKind.INSPECTION
    assert district.units[district.labour].kind == UnitKind.LABOUR
    assert district.units[district.justice].kind == UnitKind.JUSTICE


def test_pilot_has_every_unit_of_the_plan(pilot: LoadedDistrict) -> None:
    """Eleven street offices, the police although no member, and every way of contact."""
    units = pilot.district.units
    assert Counter(unit.kind for unit in units.values())[UnitKind.STREET] == 11
    assert not units["POLICE"].member
    assert set(ContactMode) == {unit.contact_mode for unit in units.values()}


def test_nobody_invented_a_telephone_number(pilot: LoadedDistrict) -> None:
    """Only numbers that are the same in the whole country are filled in."""
    district = pilot.district
    assert {""} == {unit.phone for unit in district.units.values()}
    assert {""} == {contact.phone for contact in district.legal_aid}
    national = {"12333", "12345", "12348", "12368", "110", "120"}
    assert national == {line.number for line in district.hotlines.values()} - {""}


def test_every_place_has_its_office(pilot: LoadedDistrict) -> None:
    """Each of the eleven sub-districts belongs to a different street office."""
    offices = [row.unit for row in pilot.district.sub_districts.values()]
    assert len(offices) == len(set(offices)) == 11
    assert {UnitKind.STREET} == {pilot.district.units[code].kind for code in offices}


def test_industries_are_proposals(pilot: LoadedDistrict) -> None:
    """Nothing is confirmed before the arrears office has said so."""
    assert not any(row.confirmed for row in pilot.district.industries.values())
    open_rows = {row.code for row in pilot.district.industries.values() if not row.unit}
    assert open_rows == {"municipal", "rural_roads", "health", "utilities"}


def test_samples_cover_the_district(pilot: LoadedDistrict) -> None:
    """About forty inventions: all classes, sub-districts and industries, marked as samples."""
    samples = pilot.sample_projects
    assert len(samples) >= 40
    assert all(project.sample for project in samples)
    assert set(ProjectClass) == {project.project_class for project in samples}
    assert set(pilot.district.sub_districts) == {project.sub_district for project in samples}
    assert set(pilot.district.industries) == {project.industry for project in samples}
    assert any(project.command_post for project in samples)


def test_every_sample_gets_a_lead(pilot: LoadedDistrict) -> None:
    """Each sample is routed to a unit that exists, some of them to be designated."""
    decisions = [
        route(RoutingFacts(construction=True, project=project), pilot.district, pilot.routing)
        for project in pilot.sample_projects
    ]
    assert all(decision.lead in pilot.district.units for decision in decisions)
    assert {True, False} == {decision.sure for decision in decisions}


def test_a_district_without_samples(folder: Path) -> None:
    """A real district deletes the inventions."""
    (folder / "sample_projects.toml").unlink()
    assert load_district(folder).sample_projects == ()


BROKEN = [
    # file, what stands there, what stands there instead, what the line says
    ("units.toml", 'kind = "labour"', 'kind = "labor"', "kind: Input should be"),
    ("units.toml", 'code = "INSP"', 'code = "HRSS"', "'HRSS': stands 2 times"),
    ("units.toml", 'phone = ""', 'phon = ""', "unknown key 'phon'; did you mean 'phone'?"),
    ("units.toml", 'code = "INSP"', "code = 7", "code: Input should be a valid string"),
    ("units.toml", 'code = "INSP"\n', "", "code: Field required"),
    ("units.toml", 'code = "INSP"', 'code = ["INSP"]', "code: Input should be a valid string"),
    ("units.toml", 'code = "INSP"', 'code = ""', "an entry has an empty code"),
    ("units.toml", "[[unit]]", "[[unit", "this is not TOML"),
    ("district.toml", 'inspection = "INSP"', 'inspection = "INSPE"', "'INSPE' is not in units"),
    ("district.toml", 'prefix = "JX"', 'prefix = "涧西"', "two to six capital letters"),
    ("district.toml", "justice", "justise", "unknown key 'justise'; did you mean 'justice'?"),
    ("industries.toml", 'unit = "TRANS"', 'unit = "TRAM"', "(transport): unit = 'TRAM' is not in"),
    ("industries.toml", "confirmed = false", "confirmed = true", "(housing): confirmed needs"),
    ("industries.toml", '"URBAN"]', '"URB"]', "candidates = 'URB' is not in units.toml"),
    ("sub_districts.toml", '"ST-08"', '"ST-18"', "(nanchanglu): unit = 'ST-18' is not in"),
    ("sub_districts.toml", '"洛宁"', '"谷水"', "'谷水' is also a place of a sub-district"),
    ("sub_districts.toml", '"洛宁"', '""', "an empty word would be found everywhere"),
    ("sub_districts.toml", '"洛宁"', "5", "write a list of words"),
    ("duty.toml", 'backup = "INSP"', 'backup = "NONE"', "backup = 'NONE' is not in units.toml"),
    ("duty.toml", 'backup = "INSP"', 'backup = "OFF"', "a unit cannot be its own backup"),
    ("duty.toml", "last = 2026-11-29", "last = 2026-11-30", "overlaps the turn"),
    ("duty.toml", "last = 2026-11-29", "last = 2026-11-20", "ends before it begins"),
    ("duty.toml", "last = 2026-11-29", "last = 29", "last: "),
    ("hotlines.toml", 'number = "12333"', 'number = "一二三"', "digits and dashes only"),
    ("legal_aid.toml", 'unit = "JUST"', 'unit = "LAW"', "unit = 'LAW' is not in units.toml"),
    ("routing.toml", 'version = "2026-11-23"', "version = 1", "write the day of the last change"),
    (
        "routing.toml",
        'lead = "labour"',
        'lead = "HRS"',
        "(NOT-CONSTRUCTION): lead = 'HRS' is not in units.toml nor one of arrears_office, labour",
    ),
    (
        "routing.toml",
        'assist = ["industry"]',
        'assist = ["industries"]',
        "(SOE): assist = 'industries' is not in units.toml nor one of arrears_office",
    ),
    ("routing.toml", 'lead = "labour"', 'lead = ""', "(NOT-CONSTRUCTION): lead: write a unit's"),
    ("routing.toml", "construction = false\n", "", "hides every rule below it"),
    ("routing.toml", 'id = "MIXED-FUNDING"', 'id = "OUTSIDE"', "'OUTSIDE': stands 2 times"),
    ("sample_projects.toml", "sample = true", "sample = false", "(P101): is not marked sample"),
    ("sample_projects.toml", '"changanlu"', '"changan"', "(P101): sub_district = 'changan'"),
    ("sample_projects.toml", '"education"', '"school"', "(P101): industry = 'school' is not in"),
    ("sample_projects.toml", '"EDU"', '"EDUC"', "(P101): owner_unit = 'EDUC' is not in"),
]


@pytest.mark.parametrize(("name", "right", "slip", "says"), BROKEN)
def test_a_slip_is_one_clear_line(
    folder: Path, name: str, right: str, slip: str, says: str
) -> None:
    """Every slip in a file is told in one line that names the file and what to mend."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, slip, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_district(folder)
    line = str(caught.value)
    assert line.startswith(str(file))
    assert says in line
    assert "\n" not in line


@pytest.mark.parametrize("name", sorted(path.name for path in PILOT.glob("*.toml")))
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """Without one of its files a district does not load, and the line says which."""
    (folder / name).unlink()
    if name in {"sample_projects.toml", "gazetteer.toml"}:
        load_district(folder)
        return
    with pytest.raises(ConfigurationError, match=f"{name}: the file is missing"):
        load_district(folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A setting that points nowhere is told with the setting's name."""
    with pytest.raises(ConfigurationError, match="no such folder; set QINGXIN_DISTRICT"):
        load_district(tmp_path / "nowhere")


def test_a_file_in_another_encoding(folder: Path) -> None:
    """A file saved by an old editor as GBK is refused with what to do about it."""
    file = folder / "units.toml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("gbk"))
    with pytest.raises(ConfigurationError, match="not UTF-8; save it as UTF-8"):
        load_district(folder)


def test_a_folder_where_a_file_should_be(folder: Path) -> None:
    """What cannot be read at all is told without a traceback."""
    (folder / "duty.toml").unlink()
    (folder / "duty.toml").mkdir()
    with pytest.raises(ConfigurationError, match=r"duty\.toml: the file cannot be read"):
        load_district(folder)


def test_a_single_table_instead_of_a_list(folder: Path) -> None:
    """One pair of brackets too few is told as such."""
    (folder / "duty.toml").write_text('[turn]\nunit = "OFF"\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"each entry under its own \[\[turn\]\] line"):
        load_district(folder)


def test_places_of_the_gazetteer_are_known(folder: Path) -> None:
    """Roads and landmarks are data as well; a slip in them is told."""
    assert "周王城广场" in load_district(folder).gazetteer

    (folder / "gazetteer.toml").write_text("roads = [1]", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"gazetteer\.toml: roads: write the names"):
        load_district(folder)
