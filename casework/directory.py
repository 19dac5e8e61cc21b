"""The district as data: units, industries, sub-districts, duty, hotlines.

Posts, not persons. A telephone number that nobody has confirmed is empty, never invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from casework.liable import Liable
from casework.queues import Queue, QueueTimes


class ContactMode(StrEnum):
    """How a unit gets its cases."""

    CHAT = "chat"
    PHONE = "phone"
    PAPER = "paper"


class UnitKind(StrEnum):
    """What a unit is to the plan."""

    LEADERSHIP = "leadership"
    ARREARS_OFFICE = "arrears_office"
    LABOUR = "labour"
    INSPECTION = "inspection"
    ARBITRATION = "arbitration"
    PETITION = "petition"
    INDUSTRY = "industry"
    STREET = "street"
    JUSTICE = "justice"
    COURT = "court"
    POLICE = "police"
    SUPPORT = "support"


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit of the plan. ``member``: in the leading group's list; False where only named."""

    code: str
    name: str
    kind: UnitKind
    duties: str
    member: bool = True
    contact_mode: ContactMode = ContactMode.CHAT
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, kw_only=True)
class UnitChange:
    """How a unit is reached from an instant on; None: as it was. Over the district's files."""

    unit: str
    at: datetime
    by_officer: str
    contact_mode: ContactMode | None = None
    phone: str | None = None


def changed(unit: Unit, changes: tuple[UnitChange, ...]) -> Unit:
    """The unit after all of its changes, the oldest first."""
    for change in changes:
        unit = replace(
            unit,
            contact_mode=unit.contact_mode if change.contact_mode is None else change.contact_mode,
            phone=unit.phone if change.phone is None else change.phone,
        )
    return unit


class UnitChanges(Protocol):
    """What people of the district have changed about units; nothing is ever overwritten."""

    async def add(self, change: UnitChange) -> None: ...
    async def of_unit(self, unit: str) -> tuple[UnitChange, ...]:
        """The changes of a unit, the oldest first."""
        ...


@dataclass(frozen=True, kw_only=True)
class LeaderPost:
    """A post of the leading group that may be put in charge of a case (plan 四(一), annex)."""

    code: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Industry:
    """A kind of project and the department that answers for it; proposals until confirmed."""

    code: str
    name: str
    unit: str  # "" where the plan leaves it open: the arrears office designates
    plain: str = ""  # what a worker would say that is being built
    candidates: tuple[str, ...] = ()  # other units that may turn out to be the right one
    confirmed: bool = False
    confirmed_on: date | None = None
    doubt: str = ""


@dataclass(frozen=True, kw_only=True)
class SubDistrict:
    """A sub-district, its office, and words by which people name places in it."""

    code: str
    name: str
    unit: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DutyTurn:
    """Who is on duty, both days included; weekdays nobody names fall to the arrears office."""

    unit: str
    backup: str
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Hotline:
    """A public number with its hours. ``number`` is empty where it has to be entered locally."""

    code: str
    name: str
    number: str
    hours: str
    purpose: str
    confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class LegalAidContact:
    """Where free legal aid is asked for."""

    name: str
    unit: str
    phone: str
    address: str
    hours: str
    confirmed: bool = False


@dataclass(frozen=True, kw_only=True)
class ObjectionGround:
    """Why a unit may say that a case is not its own (XF22 Art 23(3)), and the clause behind it."""

    id: str
    source: str
    since: date


@dataclass(frozen=True, kw_only=True)
class District:
    """Everything about one district that is data and not code."""

    code: str
    name: str
    prefix: str
    arrears_office: str
    labour: str
    inspection: str
    justice: str
    units: Mapping[str, Unit]
    industries: Mapping[str, Industry]
    sub_districts: Mapping[str, SubDistrict]
    duty: tuple[DutyTurn, ...] = ()
    hotlines: Mapping[str, Hotline] = field(default_factory=dict)
    legal_aid: tuple[LegalAidContact, ...] = ()
    outside_places: tuple[str, ...] = ()
    wider_places: tuple[str, ...] = ()  # the city, the province, rivers: names that settle nothing
    queues: Mapping[Queue, QueueTimes] = field(default_factory=dict)
    liable: tuple[Liable, ...] = ()
    objection_grounds: Mapping[str, ObjectionGround] = field(default_factory=dict)
    leaders: Mapping[str, LeaderPost] = field(default_factory=dict)
    unassigned_places: tuple[str, ...] = ()  # in or near the district, without a lead in the plan

    def of_kind(self, kind: UnitKind) -> Unit | None:
        """The district's unit of a kind; None where it has none."""
        return next((unit for unit in self.units.values() if unit.kind is kind), None)

    def on_duty(self, day: date) -> tuple[str, str]:
        """The unit on duty that day and its backup."""
        for turn in self.duty:
            if turn.first <= day <= turn.last:
                return turn.unit, turn.backup
        return self.arrears_office, self.inspection
