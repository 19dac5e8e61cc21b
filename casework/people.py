"""People are not chats: persons, their addresses, and what they are to a case."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from casework.errors import BadValue

PersonId = NewType("PersonId", str)


class PartyRole(StrEnum):
    """What a person is to a case."""

    WORKER = "worker"
    FAMILY = "family"
    FOREMAN = "foreman"
    REPRESENTATIVE = "representative"
    REPORTER = "reporter"  # tells of others; kept secret (423 Art 9)
    ENTERED_BY = "entered_by"


SPEAKS_FOR_ITSELF = frozenset({PartyRole.WORKER, PartyRole.FOREMAN, PartyRole.REPRESENTATIVE})
"""Who hears of a case in full: the worker, and whoever told the facts of a team.

What single workers of a list say later stays with them: their claims are their own (R33 Art 63).
"""


class Authority(StrEnum):
    """On what a person acts for another."""

    NONE = "none"
    CLAIMED = "claimed"
    DOCUMENT = "document"


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person; name and phone are sealed at rest and may be unknown."""

    id: PersonId
    name: str = ""
    phone: str = ""
    language: str = "zh-CN"


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a person can be reached: a chat of a channel, from and until when."""

    person_id: PersonId
    channel: str
    chat: str
    valid_from: datetime
    valid_to: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Party:
    """A person's part in a case.

    ``agreed_at``: when the worker whose claim it is agreed that this person sees its details;
    for the worker it is always their own. ``may_name`` is the consent to be named to the
    employer (PIPL Art 13, 29), None until asked.
    """

    case_id: str
    person_id: PersonId
    role: PartyRole
    authority: Authority = Authority.NONE
    agreed_at: datetime | None = None
    may_name: bool | None = None


class OfficerRole(StrEnum):
    """What an enrolled officer may do (`casework.case.MOVES` says with which step)."""

    TRIAGE = "triage"
    HANDLER = "handler"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    LEGAL_AID = "legal_aid"


@dataclass(frozen=True, kw_only=True)
class Officer:
    """An enrolled officer: a post in a unit, shown as unit and number, never by name.

    ``code`` is what colleagues type in commands: unit code and a number (``ST-03-2``).
    """

    id: str
    person_id: PersonId
    unit: str
    role: OfficerRole
    code: str
    enrolled_at: datetime
    suspended_at: datetime | None = None


class LeaveState(StrEnum):
    """What became of an absence. Nobody becomes a deputy without having said yes."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ENDED = "ended"  # handed back, or another one stands in its place


@dataclass(frozen=True, kw_only=True)
class Leave:
    """An officer's absence, both days included, and the deputy who gets the work meanwhile."""

    id: str
    officer_id: str
    first: date
    last: date
    deputy_id: str
    state: LeaveState = LeaveState.ASKED

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadValue("a leave ends after it begins", code="error-leave-order")

    def covers(self, day: date) -> bool:
        """Whether the officer is away that day."""
        return self.state is not LeaveState.ENDED and self.first <= day <= self.last

    def meets(self, other: "Leave") -> bool:
        """Whether two absences share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """A one-time code for an officer to enrol. Only its keyed hash is stored."""

    unit: str
    role: OfficerRole
    expires_at: datetime
    used_at: datetime | None = None


INVITATION_DAYS = 7
"""How long an invitation is good for where nobody says otherwise."""

PHONE = re.compile(r"1[3-9]\d{9}")


def phone_in_groups(phone: str) -> str:
    """A mobile number as people read it aloud: ``138 1234 5678``."""
    return f"{phone[:3]} {phone[3:7]} {phone[7:]}" if len(phone) == 11 else phone


def mask_phone(phone: str) -> str:
    """A phone number for eyes that do not need it: ``138****5678``."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 8 else "****" if phone else ""


def mask_name(name: str) -> str:
    """A name for eyes that do not need it: the family name and a star for each other letter."""
    return f"{name[0]}{'*' * (len(name) - 1)}" if len(name) > 1 else "*" if name else ""


class People(Protocol):
    """Persons and their addresses. Names and phones are sealed by whoever implements this."""

    async def add(self, person: Person) -> None: ...
    async def get(self, person_id: PersonId) -> Person: ...
    async def update(self, person: Person) -> None: ...
    async def at(self, channel: str, chat: str) -> Person | None:
        """Who is reached at this address now."""
        ...

    async def bind(self, address: Address) -> None:
        """Add an address; an open one of the same chat for another person is ended."""
        ...

    async def addresses(self, person_id: PersonId) -> tuple[Address, ...]:
        """Where the person can be reached now."""
        ...

    async def with_phone(self, phone: str) -> tuple[Person, ...]: ...


class Officers(Protocol):
    """Enrolled officers, their leaves and the invitations by which they come."""

    async def invite(self, invitation: Invitation, code: str) -> None: ...
    async def take_invitation(self, code: str, at: datetime) -> Invitation | None:
        """Use a code up: None where it is unknown, expired or used. Only one caller wins."""
        ...

    async def add(self, officer: Officer) -> None: ...
    async def update(self, officer: Officer) -> None: ...
    async def get(self, officer_id: str) -> Officer | None: ...
    async def by_code(self, code: str) -> Officer | None: ...
    async def of_person(self, person_id: PersonId) -> Officer | None: ...
    async def of_unit(self, unit: str) -> tuple[Officer, ...]:
        """Active officers of a unit, by code; suspended ones are left out."""
        ...

    async def everybody(self) -> tuple[Officer, ...]:
        """All posts, suspended ones too, by unit and code."""
        ...

    async def next_code(self, unit: str) -> str: ...
    async def add_leave(self, leave: Leave) -> None: ...
    async def update_leave(self, leave: Leave) -> None: ...
    async def leave(self, leave_id: str) -> Leave | None: ...
    async def leave_on(self, officer_id: str, day: date) -> Leave | None:
        """The absence that counts on that day: the one entered last; None where there is none."""
        ...

    async def leaves_from(self, day: date) -> tuple[Leave, ...]:
        """Absences, not ended, that reach to this day or beyond, in the order of their entry."""
        ...
