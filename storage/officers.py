"""Enrolled officers, their leaves, and invitations."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.people import Invitation, Leave, LeaveState, Officer, OfficerRole, PersonId
from storage.counters import next_value
from storage.seal import Sealer
from storage.staff_tables import invitations, leaves, officers

# What nearly every message asks is built once: building costs as much as asking.
_EVERYBODY = select(officers)
_AWAY = (
    select(leaves)
    .where(leaves.c.first <= bindparam("day"), leaves.c.last >= bindparam("day"))
    .where(leaves.c.state != LeaveState.ENDED.value)
    .order_by(leaves.c.seq)
)


class SqlOfficers:
    """`casework.people.Officers`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer
        self._known: Mapping[str, Officer] | None = None  # the posts, once asked for
        self._away: dict[date, Mapping[str, Leave]] = {}

    async def invite(self, invitation: Invitation, code: str) -> None:
        """Keep the keyed hash of a code, and what it is good for."""
        row = {
            "code_key": self._code_key(code),
            "unit": invitation.unit,
            "role": invitation.role.value,
            "expires_at": invitation.expires_at,
            "used_at": invitation.used_at,
        }
        await self._connection.execute(insert(invitations), row)

    async def take_invitation(self, code: str, at: datetime) -> Invitation | None:
        """Use a code up: None where it is unknown, expired or used. Only one caller wins."""
        rows = await self._connection.execute(
            update(invitations)
            .where(
                invitations.c.code_key == self._code_key(code),
                invitations.c.used_at.is_(None),
                invitations.c.expires_at > at,
            )
            .values(used_at=at)
            .returning(invitations.c.unit, invitations.c.role, invitations.c.expires_at)
        )
        row = rows.one_or_none()
        if row is None:
            return None
        role = OfficerRole(row.role)
        return Invitation(unit=row.unit, role=role, expires_at=row.expires_at, used_at=at)

    async def add(self, officer: Officer) -> None:
        """Enrol an officer."""
        self._known = None
        await self._connection.execute(insert(officers), _row(officer))

    async def update(self, officer: Officer) -> None:
        """Store what has changed about an officer. Raises NotFound."""
        self._known = None
        statement = update(officers).where(officers.c.id == officer.id).values(_row(officer))
        if (await self._connection.execute(statement)).rowcount == 0:
            raise NotFound(f"no officer {officer.id}")

    async def get(self, officer_id: str) -> Officer | None:
        """An officer by id, suspended or not."""
        return (await self._posts()).get(officer_id)

    async def by_code(self, code: str) -> Officer | None:
        """An officer by what colleagues type."""
        return await self._one(officers.c.code == code)

    async def of_person(self, person_id: PersonId) -> Officer | None:
        """The latest enrolment of a person."""
        return await self._one(officers.c.person_id == person_id)

    async def of_unit(self, unit: str) -> tuple[Officer, ...]:
        """Active officers of a unit, by code; suspended ones are left out."""
        posts = (await self._posts()).values()
        found = [post for post in posts if post.unit == unit and post.suspended_at is None]
        return tuple(sorted(found, key=lambda officer: (len(officer.code), officer.code)))

    async def next_code(self, unit: str) -> str:
        """The unit's code and the next number in it."""
        return f"{unit}-{await next_value(self._connection, f'officer:{unit}')}"

    async def everybody(self) -> tuple[Officer, ...]:
        """All posts, suspended ones too, by unit and code: as they stand now, behind a lock too."""
        self._known = None
        found = (await self._posts()).values()
        return tuple(sorted(found, key=lambda o: (o.unit, len(o.code), o.code)))

    async def add_leave(self, leave: Leave) -> None:
        """Store an absence."""
        self._away.clear()
        await self._connection.execute(insert(leaves), _leave_row(leave))

    async def update_leave(self, leave: Leave) -> None:
        """Store what became of an absence. Raises NotFound."""
        self._away.clear()
        statement = update(leaves).where(leaves.c.id == leave.id).values(_leave_row(leave))
        if (await self._connection.execute(statement)).rowcount == 0:
            raise NotFound(f"no leave {leave.id}")

    async def leave(self, leave_id: str) -> Leave | None:
        """An absence, ended or not."""
        rows = await self._connection.execute(select(leaves).where(leaves.c.id == leave_id))
        row = rows.one_or_none()
        return None if row is None else _leave(row)

    async def leave_on(self, officer_id: str, day: date) -> Leave | None:
        """The absence that counts on that day: the one entered last."""
        if day not in self._away:
            rows = await self._connection.execute(_AWAY, {"day": day})
            self._away[day] = {row.officer_id: _leave(row) for row in rows}
        return self._away[day].get(officer_id)

    async def leaves_from(self, day: date) -> tuple[Leave, ...]:
        """Absences, not ended, that reach to this day or beyond, in the order of their entry."""
        rows = await self._connection.execute(
            select(leaves)
            .where(leaves.c.last >= day, leaves.c.state != LeaveState.ENDED.value)
            .order_by(leaves.c.seq)
        )
        return tuple(_leave(row) for row in rows)

    def _code_key(self, code: str) -> str:
        return self._sealer.lookup("invitation", code)

    async def _posts(self) -> Mapping[str, Officer]:
        """All posts by id: a district has dozens, and who asks for one soon asks for the next."""
        if self._known is None:
            rows = await self._connection.execute(_EVERYBODY)
            self._known = {row.id: _officer(row) for row in rows}
        return self._known

    async def _one(self, condition: ColumnElement[bool]) -> Officer | None:
        newest = select(officers).where(condition).order_by(officers.c.seq.desc()).limit(1)
        row = (await self._connection.execute(newest)).one_or_none()
        return None if row is None else _officer(row)


def _row(officer: Officer) -> dict[str, Any]:
    return {
        "id": officer.id,
        "person_id": officer.person_id,
        "unit": officer.unit,
        "role": officer.role.value,
        "code": officer.code,
        "enrolled_at": officer.enrolled_at,
        "suspended_at": officer.suspended_at,
    }


def _officer(row: Any) -> Officer:
    return Officer(
        id=row.id,
        person_id=PersonId(row.person_id),
        unit=row.unit,
        role=OfficerRole(row.role),
        code=row.code,
        enrolled_at=row.enrolled_at,
        suspended_at=row.suspended_at,
    )


def _leave_row(leave: Leave) -> dict[str, Any]:
    return {
        "id": leave.id,
        "officer_id": leave.officer_id,
        "first": leave.first,
        "last": leave.last,
        "deputy_id": leave.deputy_id,
        "state": leave.state.value,
    }


def _leave(row: Any) -> Leave:
    return Leave(
        id=row.id,
        officer_id=row.officer_id,
        first=row.first,
        last=row.last,
        deputy_id=row.deputy_id,
        state=LeaveState(row.state),
    )
