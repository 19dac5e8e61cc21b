"""The law of the pilot as data: every limit with its source, and every slip one clear line."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.district import load_district
from bot.working_days import ChinaWorkingDays
from casework.case import TrackKind
from casework.clocks import answer_clock
from casework.deadlines import Certainty, Statute
from casework.errors import ConfigurationError
from casework.statutes import Statutes

PILOT = Path(__file__).parents[2] / "district" / "jianxi"

LIMITS = """
LI-1 5 wd complaint_received HRSS X | LI-1h 7 cd complaint_received HRSS T
LI-5 60 wd filed HRSS T +30 | LI-5h 30 cd filed HRSS T +30 | LI-6 15 wd investigation_done HRSS G
LI-4 2 y violation_ended HRSS T | LI-12a 10 wd demand_notice_served HRSS T
LI-12b 3 m remedy_period_end HRSS T
XF-1 15 cd petition_received PETN T | XF-2 15 cd petition_received any_unit T
XF-3 15 cd forwarded_received any_unit T | XF-4 5 wd forwarded_received any_unit T
XF-5 60 cd accepted_art31_6 any_unit T +30 | XF-7a 30 cd reply_received worker T
XF-7b 30 cd review_request superior T | XF-8a 30 cd review_reply_received worker T
XF-8b 30 cd recheck_request superior T
AR-1 1 y employment_end worker T | AR-5 5 wd application ARB T | AR-8 45 cd accepted ARB T +15
AR-9 30 cd accepted ARB X | AR-12 15 cd award_received worker T | AR-16 2 y performance_due worker T
PO-1 5 cd application COURT T | PO-2 15 cd accepted COURT T | PO-3 15 cd order_served debtor T
CT-1 7 cd filing COURT T
PL-1 3 cd report_to_head HRSS T | PL-2 24 h approved HRSS T | PL-3 3 cd police_received POLICE T
LA-1 7 cd application JUST T | LA-2 3 cd granted JUST T
DP-1 20 wd permit_or_contract contractor X | DP-2 5 wd pay_notice_received bank X
DP-3 10 wd deposit_used contractor G | DP-4 30 cd public_notice contractor X
DP-5 5 wd return_application HRSS X | DP-6 3 wd review_done HRSS X
AC-1 30 cd construction_contract contractor X | AC-2 30 cd account_opened contractor X
BL-1 5 wd listing_notice employer T | BL-2 5 wd objection HRSS T
BL-3 20 wd pay_order_expired HRSS T +20 | BL-4 3 y listing_decision HRSS T
BL-5 6 m corrected_while_listed employer T | BL-6 15 wd removal_application HRSS T
BL-7 10 wd expiry_or_removal_or_revocation HRSS T
CL-1 3 cd closing_asked any_unit D | CL-2 7 cd closing_asked any_unit D
CL-3 15 cd closing_asked any_unit D | CL-4 1 cd closed any_unit D
CL-5 90 cd closed worker D | CL-6 30 cd withdrawn worker D
"""
"""The district's table of rules: id, number, unit, start, whom it binds, how sure, extension."""


@pytest.fixture(scope="module")
def law() -> Statutes:
    return load_district(PILOT).statutes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "somewhere"
    shutil.copytree(PILOT, copy)
    return copy


def _told(s: Statute) -> str:
    longer = f" +{s.extension}" if s.extension else ""
    return f"{s.id} {s.n} {s.unit} {s.starts} {s.who} {s.status}{longer}"


def test_every_rule_of_the_table_is_there(law: Statutes) -> None:
    """No row is missing, none is invented, and every number is the table's."""
    rows = [row.strip() for line in LIMITS.strip().splitlines() for row in line.split("|")]
    assert sorted(rows) == sorted(map(_told, law.values()))


def test_every_limit_names_its_article_in_words(law: Statutes) -> None:
    """What was read in full is cited by title and article, and dated where that is known."""
    assert all(s.duty and s.title and s.basis for s in law.values())
    read = [s for s in law.values() if s.status is Certainty.READ]
    assert all("《" in s.title and "条" in s.title for s in read)
    assert {"PL-1", "PL-2", "PL-3"} == {s.id for s in read if s.in_force_since is None}


def test_thresholds_have_their_numbers(law: Statutes) -> None:
    """The number itself is included; what only an excerpt says is marked."""
    bounds = law.thresholds
    assert (5, ">=") == (bounds["group_petition_people"].n, bounds["group_petition_people"].op)
    assert (3, 8000) == (bounds["crime_single"].months, bounds["crime_single"].yuan)
    assert (10, 40000) == (bounds["crime_group"].people, bounds["crime_group"].yuan)
    assert (3, 5) == bounds["collective_arbitration"].representatives
    assert (2, 5) == bounds["collective_court"].representatives
    assert (50, 100) == (bounds["add_compensation"].least, bounds["add_compensation"].most)
    assert 5_000_000 == bounds["fund_floor_yuan"].n
    assert {"crime_single", "crime_group"} == {
        t.id for t in bounds.values() if t.status is not Certainty.READ
    }
    assert 10 == len(bounds)


def test_the_conflicts_of_the_law_are_open(law: Statutes) -> None:
    """Nobody has settled any of the ten points: both dates are shown."""
    assert list("abcdefghij") == list(law.switches)
    assert not any(s.on for s in law.switches.values())
    assert all(map(law.in_use, law))


def test_a_settled_conflict_leaves_one_rule(folder: Path) -> None:
    """Once the justice bureau has spoken, the settled rule stands alone."""
    file = folder / "statutes.toml"
    text = file.read_text(encoding="utf-8")
    settled = 'on = true\nsettled = "LI-1"\nsettled_on = 2026-12-01\nsettled_by = "区司法局"'
    before = 'rules = ["LI-1h", "LI-1"]\n'
    file.write_text(text.replace(f"{before}on = false", before + settled), encoding="utf-8")
    law = load_district(folder).statutes
    kinds = {s.id for s in law.on_track(TrackKind.LABOUR_INSPECTION)}
    assert "LI-1" in kinds
    assert "LI-1h" not in kinds
    statute, due = answer_clock(date(2026, 2, 15), law, ChinaWorkingDays())
    assert ("LI-1", date(2026, 2, 28)) == (statute.id, due.legal)


SLIPS = [
    ("earlier_of LI-1", "earlier_of LI-9", "'LI-9', which is no id"),
    ("n = 60", "n = 0", "a limit is at least one wd long"),
    ("n = 60", 'n = "60"', "n: Input should be a valid integer"),
    ('who = "JUST"', 'who = "JUSTICE"', "who = 'JUSTICE' is not in units.toml"),
    ('unit = "wd"', 'unit = "days"', "(LI-1): unit: Input should be"),
    ('status = "X"', 'status = "Y"', "(LI-1): status: Input should be"),
    ('\napproval = "head"', '\napproval = "boss"', 'approval is "head", "body" or left out'),
    ('extension = 30\napproval = "head"', 'approval = "head"', "approval without an extension"),
    ('ends = ["accepted", "not_accepted"]\n', "", "say with ends which steps meet it"),
    ('ends = ["accepted", "not_accepted"]', 'ends = ["acepted"]', "ends = 'acepted' is no step"),
    ('"court.filing"', '"curt.filing"', "ends = 'curt.filing' is no step"),
    ('starts = "filed"', 'starts = "field"', "starts = 'field' is no step"),
    ('["labour_inspection"]', '["labor_inspection"]', "(LI-1): tracks.0: Input should be"),
    ('pair = "LI-1"', 'pair = "LI-7"', "pair = 'LI-7' is not in this file"),
    ('duty = "决定是否受理"', 'duty = ""', "(LI-1): duty and title need words"),
    ("in_force_since = 2005-02-01", "in_force_since = 2005", "(LI-1): in_force_since: "),
    ('id = "LI-4"', 'id = "LI-1"', "id = 'LI-1': stands 2 times"),
    ("[[threshold]]", "[[treshold]]", "unknown key 'treshold'; did you mean 'threshold'?"),
    ('n = 5\nop = ">="', 'op = ">="', "a threshold needs a number"),
    ('n = 5\nop = ">="', 'n = 5\nop = ">"', 'op is ">=" or "<="'),
    ("n = 5000000", "n = -1", "(fund_floor_yuan): fund_floor_yuan: the numbers of a threshold"),
    ("least = 50\nmost = 100", "least = 150\nmost = 100", "least is more than most"),
    ("[3, 5]", "[5, 3]", "fewest first"),
    ('id = "crime_group"', 'id = "crime_single"', "stands 2 times"),
    ('LI-5"]\non = false', 'LI-5"]\non = true', "switch a: on needs settled_on"),
    ('LI-5"]\non = false', 'LI-5"]\non = false\nsettled = "LI-5"', "it is off; set on = true"),
    (
        'LI-5"]\non = false',
        'LI-5"]\non = true\nsettled_on = 2026-12-01\nsettled_by = "区司法局"',
        "on needs settled = LI-5h or LI-5",
    ),
    ('rules = ["LI-5h", "LI-5"]', 'rules = ["LI-5x"]', "rules = 'LI-5x' is not in the limits"),
    ('id = "b"', 'id = "a"', "id = 'a': stands 2 times"),
]


@pytest.mark.parametrize(("right", "slip", "says"), SLIPS)
def test_a_slip_in_the_law_is_one_clear_line(
    folder: Path, right: str, slip: str, says: str
) -> None:
    """Whoever mends the table is told in one line what is wrong and where."""
    file = folder / "statutes.toml"
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, slip, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_district(folder)
    line = str(caught.value)
    assert line.startswith(str(file))
    assert says in line
    assert "\n" not in line
