"""A case, its parallel tracks, and the table of moves that each track allows.

States and outcomes: `DOMAIN` lifecycle. Every case opens a labour-inspection track beside the
lead unit's (724 Art 7(1), 10: the plan gives coordination away, never the statutory duty).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from casework.claims import ClaimKind
from casework.errors import MoveNotAllowed
from casework.people import OfficerRole


class TrackKind(StrEnum):
    """Parallel ways a case is worked on, each with its own unit, status and clocks."""

    LEAD_UNIT = "lead_unit"
    LABOUR_INSPECTION = "labour_inspection"
    LEGAL_AID = "legal_aid"
    PETITION = "petition"
    ARBITRATION = "arbitration"
    PAYMENT_ORDER = "payment_order"
    COURT = "court"
    POLICE = "police"


HOLDERS = frozenset({TrackKind.LEAD_UNIT, TrackKind.LABOUR_INSPECTION})
"""The tracks that every case has; while one of them is open, so is the case."""


class Status(StrEnum):
    """Where a track stands."""

    DRAFT = "draft"
    RECEIVED = "received"
    NEED_MORE = "need_more"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    ASSIGNED = "assigned"
    INVESTIGATING = "investigating"
    MEDIATING = "mediating"
    ORDERED_TO_PAY = "ordered_to_pay"
    PAYING = "paying"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a track ended."""

    PAID_FULL = "paid_full"
    PAID_PART = "paid_part"
    INSTALMENT_AGREEMENT = "instalment_agreement"
    PAID_BY_GENERAL_CONTRACTOR = "paid_by_general_contractor"
    PAID_BY_OWNER = "paid_by_owner"
    PAID_BY_DEPOSIT = "paid_by_deposit"
    ADVANCED_BY_FUND = "advanced_by_fund"
    ENFORCEMENT_APPLIED = "enforcement_applied"
    POLICE_TRANSFERRED = "police_transferred"
    GUIDED_ARBITRATION = "guided_arbitration"
    GUIDED_COURT = "guided_court"
    PAYMENT_ORDER = "payment_order"
    TRANSFERRED_OTHER_PLACE = "transferred_other_place"
    WITHDRAWN_BY_WORKER = "withdrawn_by_worker"
    FACTS_NOT_ESTABLISHED = "facts_not_established"
    NOT_ACCEPTED_SCOPE = "not_accepted_scope"
    NOT_ACCEPTED_TIME = "not_accepted_time"
    NOT_ACCEPTED_JURISDICTION = "not_accepted_jurisdiction"
    NOT_ACCEPTED_IN_OTHER_PROCEDURE = "not_accepted_in_other_procedure"
    MERGED = "merged"
    UNCONFIRMED = "unconfirmed"  # said to be paid, and nobody answered: counted apart

    @property
    def says_paid(self) -> bool:
        """Closing like this needs the worker's own word that the money came."""
        return self.value.startswith(("paid_", "advanced_"))

    @property
    def leaves_money_owed(self) -> bool:
        """The case ended, and the worker may still go elsewhere for the money."""
        ended_well = self.says_paid and self is not Outcome.PAID_PART
        return not ended_well and self not in {Outcome.WITHDRAWN_BY_WORKER, Outcome.MERGED}


class Mover(StrEnum):
    """Who makes a move. The machine (``CLOCK``) never closes, refuses or labels."""

    WORKER = "worker"
    TRIAGE = "triage"
    HANDLER = "handler"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    LEGAL_AID = "legal_aid"
    INTAKE = "intake"  # the conversation, on the worker's word


def mover(role: OfficerRole) -> Mover:
    """The mover that an officer's role stands for."""
    return Mover(role.value)


@dataclass(frozen=True, kw_only=True)
class Move:
    """One step that a track allows, who may make it, and why it exists."""

    source: Status
    target: Status
    by: frozenset[Mover]
    why: str


_OFFICE = frozenset({Mover.HANDLER, Mover.HEAD, Mover.TRIAGE})
_INTAKE = frozenset({Mover.INTAKE, Mover.TRIAGE, Mover.HANDLER, Mover.HEAD})
_WORKER = frozenset({Mover.WORKER})
_OPEN = (
    Status.RECEIVED,
    Status.NEED_MORE,
    Status.ACCEPTED,
    Status.ASSIGNED,
    Status.INVESTIGATING,
    Status.MEDIATING,
    Status.ORDERED_TO_PAY,
    Status.PAYING,
)


def _moves(*rows: tuple[Status, Status, frozenset[Mover], str]) -> tuple[Move, ...]:
    return tuple(Move(source=s, target=t, by=by, why=why) for s, t, by, why in rows)


def _from_each(
    sources: tuple[Status, ...], target: Status, by: frozenset[Mover], why: str
) -> tuple[Move, ...]:
    return tuple(Move(source=s, target=target, by=by, why=why) for s in sources if s != target)


_INTO_WORK = (
    *_moves(
        (Status.DRAFT, Status.RECEIVED, _INTAKE, "filed: XF22 Art 19(1), told in full"),
        (Status.RECEIVED, Status.NEED_MORE, _OFFICE, "R25 Art 18: unclear, tell what is missing"),
        (Status.NEED_MORE, Status.RECEIVED, _WORKER | _OFFICE, "the missing facts came"),
    ),
    *_from_each(
        (Status.RECEIVED, Status.NEED_MORE),
        Status.ACCEPTED,
        _OFFICE,
        "724 Art 10(3): whoever is reached first takes it in",
    ),
    *_from_each(
        (Status.RECEIVED, Status.NEED_MORE, Status.ACCEPTED, Status.INVESTIGATING),
        Status.ASSIGNED,
        frozenset({Mover.HEAD, Mover.TRIAGE}),
        "plan 五(一): a named person",
    ),
    *_from_each(
        (Status.ACCEPTED, Status.ASSIGNED, Status.MEDIATING, Status.ORDERED_TO_PAY),
        Status.INVESTIGATING,
        _OFFICE,
        "423 Art 17: investigation",
    ),
    *_from_each(
        (Status.INVESTIGATING,), Status.MEDIATING, _OFFICE, "plan 三: coordinate the units"
    ),
    *_from_each(
        (
            Status.ACCEPTED,
            Status.ASSIGNED,
            Status.INVESTIGATING,
            Status.MEDIATING,
            Status.ORDERED_TO_PAY,
        ),
        Status.PAYING,
        _OFFICE | _WORKER,
        "money began to arrive",
    ),
)

_CLOSING = (
    *_from_each(
        (Status.DRAFT, *_OPEN), Status.CLOSED, _OFFICE, "XF22 Art 32: result with reasons"
    ),
    *_from_each(
        (Status.DRAFT, *_OPEN), Status.CLOSED, _WORKER, "XF22 Art 33: withdrawn by the worker"
    ),
    *_moves(
        (
            Status.CLOSED,
            Status.RECEIVED,
            _WORKER | {Mover.TRIAGE},
            "reopened on the worker's word",
        ),
        (Status.NOT_ACCEPTED, Status.RECEIVED, frozenset({Mover.TRIAGE}), "the refusal was wrong"),
    ),
)

_REFUSAL = _from_each(
    (Status.RECEIVED, Status.NEED_MORE),
    Status.NOT_ACCEPTED,
    frozenset({Mover.TRIAGE, Mover.HANDLER, Mover.HEAD}),
    "R25 Art 18; the second officer has confirmed (`handlers.officer.refuse_case`)",
)

_RECORDED = frozenset({Mover.HANDLER, Mover.HEAD, Mover.TRIAGE})
"""Other bodies decide on the tracks below; an officer records what their papers say."""


def _elsewhere(*, taken: str, refused: str, decided: str, ended: str) -> tuple[Move, ...]:
    """A procedure of another body: it may be taken up or refused, decided, and ends."""
    received, accepted = Status.RECEIVED, Status.ACCEPTED
    ordered, closed, refusal = Status.ORDERED_TO_PAY, Status.CLOSED, Status.NOT_ACCEPTED
    rows = [
        (received, accepted, _RECORDED, taken),
        (received, refusal, _RECORDED, refused),
        (received, closed, _RECORDED, ended),
        (accepted, closed, _RECORDED, ended),
        (closed, received, _RECORDED, "begun again"),
        (refusal, received, _RECORDED, "begun again"),
    ]
    if decided:
        # An officer may hear of the decision before anybody told of the acceptance.
        rows += [
            (received, ordered, _RECORDED, decided),
            (accepted, ordered, _RECORDED, decided),
            (ordered, closed, _RECORDED, ended),
        ]
    return _moves(*rows)


MOVES: dict[TrackKind, tuple[Move, ...]] = {
    TrackKind.PETITION: _elsewhere(
        taken="XF22 Art 23: told in writing that it is taken up",
        refused="XF22 Art 23, 31: told in writing where it belongs",
        decided="",
        ended="XF22 Art 32: the opinion on how it was handled",
    ),
    TrackKind.ARBITRATION: _elsewhere(
        taken="TZF Art 29: taken up within five working days",
        refused="TZF Art 29: refused in writing, may sue",
        decided="TZF Art 42-43: award or mediation",
        ended="TZF Art 48-51: sued over, paid or enforced",
    ),
    TrackKind.PAYMENT_ORDER: _elsewhere(
        taken="MSF Art 226: taken up within five days",
        refused="MSF Art 226: not taken up",
        decided="MSF Art 227: the order is served",
        ended="MSF Art 227-228: rejected, paid, enforced, or ended by an objection",
    ),
    TrackKind.COURT: _elsewhere(
        taken="MSF Art 126: filed within seven days",
        refused="MSF Art 126: not filed, may appeal",
        decided="MSF Art 100, 155: mediation or judgment",
        ended="MSF Art 250: paid or enforced",
    ),
    TrackKind.POLICE: _moves(
        (
            Status.RECEIVED,
            Status.ASSIGNED,
            _RECORDED,
            "国令310 Art 5: the head decides to transfer",
        ),
        (Status.RECEIVED, Status.CLOSED, _RECORDED, "国令310 Art 5: the head decides not to"),
        (Status.ASSIGNED, Status.INVESTIGATING, _RECORDED, "国令310 Art 5-6: the police have it"),
        (Status.INVESTIGATING, Status.ACCEPTED, _RECORDED, "国令310 Art 8: the police file it"),
        (Status.INVESTIGATING, Status.NOT_ACCEPTED, _RECORDED, "国令310 Art 8: they do not"),
        (Status.ACCEPTED, Status.CLOSED, _RECORDED, "what became of it"),
        (Status.NOT_ACCEPTED, Status.INVESTIGATING, _RECORDED, "国令310 Art 9: reviewed"),
        (Status.CLOSED, Status.RECEIVED, _RECORDED, "reported again"),
    ),
    TrackKind.LEAD_UNIT: (*_INTO_WORK, *_CLOSING, *_REFUSAL),
    TrackKind.LABOUR_INSPECTION: (
        *_INTO_WORK,
        *_CLOSING,
        *_REFUSAL,
        *_from_each(
            (Status.INVESTIGATING, Status.MEDIATING),
            Status.ORDERED_TO_PAY,
            frozenset({Mover.HANDLER, Mover.HEAD}),
            "423 Art 26: order to pay in a set time",
        ),
    ),
    TrackKind.LEGAL_AID: _moves(
        (
            Status.RECEIVED,
            Status.ACCEPTED,
            frozenset({Mover.LEGAL_AID, Mover.HEAD}),
            "FY Art 43: decided within 7 days",
        ),
        (
            Status.ACCEPTED,
            Status.ASSIGNED,
            frozenset({Mover.LEGAL_AID, Mover.HEAD}),
            "FY Art 43: a lawyer within 3 days",
        ),
        (Status.RECEIVED, Status.CLOSED, _WORKER | {Mover.LEGAL_AID}, "not wanted any more"),
        (Status.ACCEPTED, Status.CLOSED, _WORKER | {Mover.LEGAL_AID}, "done"),
        (Status.ASSIGNED, Status.CLOSED, _WORKER | {Mover.LEGAL_AID}, "done"),
        (Status.CLOSED, Status.RECEIVED, _WORKER, "asked for again"),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Track:
    """One of the parallel ways of a case. ``officer_id`` is the handler, None until assigned."""

    kind: TrackKind
    unit: str
    status: Status
    officer_id: str | None = None
    confirmed: bool = False  # a person confirmed that this unit is the right one
    objections: int = 0
    outcome: Outcome | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something on this track."""
        return self.status not in {Status.CLOSED, Status.NOT_ACCEPTED}

    def move(self, target: Status, *, by: Mover) -> "Track":
        """The track after this step. Raises MoveNotAllowed where the table has none."""
        allowed = [m for m in MOVES[self.kind] if (m.source, m.target) == (self.status, target)]
        if not any(by in move.by for move in allowed):
            raise MoveNotAllowed(
                f"{self.kind}: {self.status} → {target} by {by}",
                code="error-move-role" if allowed else "error-move",
            )
        return replace(self, status=target)

    def can(self, target: Status, *, by: Mover) -> bool:
        """Whether the table has this step for this mover."""
        return any(
            (m.source, m.target) == (self.status, target) and by in m.by for m in MOVES[self.kind]
        )


class Flag(StrEnum):
    """Side states that may stand beside any status."""

    SUSPENDED = "suspended"
    EMERGENCY = "emergency"
    DUPLICATE = "duplicate"
    MINOR = "minor"
    RETALIATION = "retaliation"


class Source(StrEnum):
    """How a case came in (plan 五(一))."""

    BOT = "bot"
    WALK_IN = "walk_in"
    HOTLINE_12345 = "hotline_12345"
    HOTLINE_12333 = "hotline_12333"
    PORTAL = "portal"
    POLICE_110 = "police_110"
    ASSIGNED_FROM_CITY = "assigned_from_city"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the worker told, in the worker's words; personal, sealed at rest."""

    site: str = ""
    employer: str = ""
    boss: str = ""
    place: str = ""
    first_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A case: facts as captured, tracks, flags. It belongs to persons, never to a chat."""

    id: str
    number: str
    opened_at: datetime
    first_message_at: datetime
    filed_at: datetime | None = None
    source: Source = Source.BOT
    source_number: str = ""
    said: Said = Said()
    place_kind: str = ""
    project_code: str | None = None
    project_class: str = ""
    industry: str = ""
    sub_district: str = ""
    outside: bool = False
    cause: str = "undecided"
    claim_kind: ClaimKind = ClaimKind.WAGE
    people_claimed: int | None = None
    people_confirmed: int | None = None
    prior_complaint: str = ""
    group_id: str | None = None
    leader_met_at: datetime | None = None
    leader: str = ""  # 包案领导: the code of an officer or of a post of the leading group
    flags: frozenset[Flag] = frozenset()
    tracks: tuple[Track, ...] = ()
    version: int = 0

    def track(self, kind: TrackKind) -> Track:
        """The track of that kind; every case has a lead and a labour-inspection track."""
        return next(track for track in self.tracks if track.kind is kind)

    def track_of(self, unit: str) -> Track | None:
        """The open track that this unit holds, the lead one first."""
        mine = [track for track in self.tracks if track.unit == unit]
        return next((track for track in mine if track.is_open), mine[0] if mine else None)

    def with_track(self, track: Track) -> "Case":
        """The case with this track in place of the one of its kind (added where there is none)."""
        others = tuple(t for t in self.tracks if t.kind is not track.kind)
        return replace(self, tracks=tuple(sorted((*others, track), key=_track_order)))

    @property
    def holder(self) -> str:
        """The unit that holds the case: always exactly one."""
        return self.track(TrackKind.LEAD_UNIT).unit

    @property
    def status(self) -> Status:
        """Derived: the lead track's, but never closed while labour inspection still works."""
        lead, inspection = (
            self.track(TrackKind.LEAD_UNIT),
            self.track(TrackKind.LABOUR_INSPECTION),
        )
        return inspection.status if not lead.is_open and inspection.is_open else lead.status

    @property
    def is_open(self) -> bool:
        """Whether the lead unit or labour inspection still has to do something."""
        return any(t.is_open for t in self.tracks if t.kind in HOLDERS)


def _track_order(track: Track) -> int:
    return list(TrackKind).index(track.kind)


class Purpose(StrEnum):
    """Why somebody opens a case: decides what they are shown (`casework.access`)."""

    OWN = "own"
    WORK = "work"
    TRIAGE = "triage"
    SUPERVISE = "supervise"
    LEGAL_AID = "legal_aid"
