"""The one door to a case: success and refusal share their set-up."""

from datetime import UTC, datetime

import pytest

from bot.district import load_district
from bot.settings import PILOT
from casework.access import CaseView, open_for_officer, open_for_worker
from casework.case import Case, Status, Track, TrackKind
from casework.errors import NotFound
from casework.ledger import Project, ProjectClass
from casework.people import Officer, OfficerRole, Party, PartyRole, PersonId

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
DISTRICT = load_district(PILOT).district
WORKER, STRANGER = PersonId("worker"), PersonId("stranger")
CASE = Case(
    id="c1",
    number="JX2026-0000001-9",
    opened_at=NOON,
    first_message_at=NOON,
    tracks=(
        Track(kind=TrackKind.LEAD_UNIT, unit="HOUS", status=Status.RECEIVED),
        Track(kind=TrackKind.LABOUR_INSPECTION, unit="INSP", status=Status.RECEIVED),
    ),
)
OWN = Project(code="P1", name="示例", project_class=ProjectClass.DISTRICT, owner_unit="HOUS")


def party(*, may_name: bool | None = None, role: PartyRole = PartyRole.WORKER) -> Party:
    """The worker's part in the case."""
    return Party(case_id="c1", person_id=WORKER, role=role, may_name=may_name)


def officer(unit: str, role: OfficerRole = OfficerRole.HANDLER) -> Officer:
    """An officer of a unit."""
    return Officer(
        id="o1",
        person_id=PersonId("p1"),
        unit=unit,
        role=role,
        code=f"{unit}-1",
        enrolled_at=NOON,
    )


def seen(
    unit: str,
    *,
    role: OfficerRole = OfficerRole.HANDLER,
    may_name: bool | None = None,
    project: Project | None = None,
) -> CaseView:
    """The case as an officer sees it."""
    parties = (party(may_name=may_name),)
    return open_for_officer(CASE, parties, officer(unit, role), DISTRICT, project)


def test_a_worker_opens_the_own_case_and_nobody_elses() -> None:
    """A stranger hears what they would hear of a case that does not exist."""
    assert CASE == open_for_worker(CASE, (party(),), WORKER).case
    for case in (CASE, None):
        with pytest.raises(NotFound) as refused:
            open_for_worker(case, (party(),), STRANGER)
        assert "error-case-not-found" == refused.value.code


def test_family_sees_no_details_before_the_worker_agrees() -> None:
    """Who filed for a worker knows that the case is there, not what stands in it."""
    assert not open_for_worker(CASE, (party(role=PartyRole.FAMILY),), WORKER).details
    assert open_for_worker(CASE, (party(),), WORKER).details


def test_the_lead_unit_sees_the_worker_masked_until_the_worker_agrees() -> None:
    """Silence is no consent."""
    assert [True, True, False] == [
        seen("HOUS", may_name=said).masked for said in (None, False, True)
    ]


def test_an_owner_never_sees_who_complained() -> None:
    """Where the lead unit owns the project, consent to the office is none to the respondent."""
    assert seen("HOUS", may_name=True, project=OWN).masked


def test_inspection_and_arrears_office_hold_the_identity() -> None:
    """They need it to investigate, and coordinate without being a party."""
    assert not seen("INSP").masked
    assert not seen("OFF", role=OfficerRole.TRIAGE).masked


def test_a_supervisor_sees_the_case_masked() -> None:
    """Who is late can be seen without names."""
    assert seen("OFF", role=OfficerRole.SUPERVISOR).masked


def test_a_unit_without_a_part_in_the_case_does_not_find_it() -> None:
    """Another sub-district hears that there is no such case."""
    with pytest.raises(NotFound):
        seen("ST-01")
