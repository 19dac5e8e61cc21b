"""The one door to a case: who may open it, why, and how much of it is shown.

Where the lead unit owns the project, or the worker has not agreed to be named, that unit sees the
worker masked; labour inspection and the arrears office hold the identity (XF22 Art 30(3), PIPL
Art 23).
"""

from dataclasses import dataclass

from casework.case import Case, Purpose, TrackKind
from casework.directory import District
from casework.errors import NotFound
from casework.ledger import Project
from casework.people import SPEAKS_FOR_ITSELF, Officer, OfficerRole, Party, PartyRole, PersonId


@dataclass(frozen=True, kw_only=True)
class CaseView:
    """A case as one viewer may see it."""

    case: Case
    purpose: Purpose
    masked: bool
    details: bool  # sums and names of the claim


def open_for_worker(case: Case | None, parties: tuple[Party, ...], person: PersonId) -> CaseView:
    """The person's own case; a stranger hears the same as for a case that does not exist."""
    mine = next((p for p in parties if p.person_id == person), None)
    if case is None or mine is None or mine.role is PartyRole.ENTERED_BY:
        raise NotFound(code="error-case-not-found")
    details = mine.role in SPEAKS_FOR_ITSELF or mine.agreed_at is not None
    return CaseView(case=case, purpose=Purpose.OWN, masked=False, details=details)


def open_for_officer(
    case: Case | None,
    parties: tuple[Party, ...],
    officer: Officer,
    district: District,
    project: Project | None = None,
) -> CaseView:
    """A case that the officer's unit works on, or that the arrears office coordinates."""
    if case is None or officer.suspended_at is not None:
        raise NotFound(code="error-case-not-found")
    if officer.role in {OfficerRole.SUPERVISOR, OfficerRole.TRIAGE}:
        masked = officer.role is OfficerRole.SUPERVISOR
        purpose = Purpose.SUPERVISE if masked else Purpose.TRIAGE
        return CaseView(case=case, purpose=purpose, masked=masked, details=True)
    holds = any(t.unit == officer.unit for t in case.tracks)
    if not holds and not coordinates(officer, district):
        if case.leader == officer.code:
            return CaseView(case=case, purpose=Purpose.SUPERVISE, masked=True, details=True)
        raise NotFound(code="error-case-not-found")
    masked = is_masked_for(officer.unit, case, parties, district, project)
    purpose = Purpose.LEGAL_AID if case_has_legal_aid(case, officer.unit) else Purpose.WORK
    return CaseView(case=case, purpose=purpose, masked=masked, details=True)


def coordinates(officer: Officer, district: District) -> bool:
    """Whether the officer's unit answers for wages in the whole district, whoever leads."""
    return officer.unit in {district.arrears_office, district.inspection, district.labour}


def is_masked_for(
    unit: str,
    case: Case,
    parties: tuple[Party, ...],
    district: District,
    project: Project | None = None,
) -> bool:
    """Whether a unit may not know who the worker is."""
    if unit in {district.arrears_office, district.inspection, district.labour}:
        return False
    return not case_has_legal_aid(case, unit) and not _may_know(parties, unit, project)


def case_has_legal_aid(case: Case, unit: str) -> bool:
    """Whether the worker asked this unit for legal aid."""
    return any(t.kind is TrackKind.LEGAL_AID and t.unit == unit for t in case.tracks)


def _may_know(parties: tuple[Party, ...], unit: str, project: Project | None) -> bool:
    if project is not None and project.owner_unit == unit:
        return False
    own = [p for p in parties if p.role in SPEAKS_FOR_ITSELF]
    return bool(own) and all(p.may_name for p in own)
