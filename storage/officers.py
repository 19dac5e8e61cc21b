"""Enrolled officers, their leaves, and invitations."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.people import Invitation, Leave, LeaveState, Officer, OfficerRole, PersonId
from storage.counters import next_value
from storage.seal import Sealer
from storage.staff_tables import invitations, leaves, officers

_Answer = TypeVar("_Answer")

# What nearly every message asks is built once: building costs as much as asking.
_ACTIVE = select(officers).where(
    officers.c.unit == bindparam("unit"), officers.c.suspended_at.is_(None)
)
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
        self._known: dict[tuple[object, ...], Any] = {}  # asked before in this unit of work

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
        self._known.clear()
        await self._connection.execute(insert(officers), _row(officer))

    async def update(self, officer: Officer) -> None:
        """Store what has changed about an officer. Raises NotFound."""
        self._known.clear()
        statement = update(officers).where(officers.c.id == officer.id).values(_row(officer))
        if (await self._connection.execute(statement)).rowcount == 0:
            raise NotFound(f"no officer {officer.id}")

    async def get(self, officer_id: str) -> Officer | None:
        """An officer by id, suspended or not."""
        return await self._once(lambda: self._one(officers.c.id == officer_id), officer_id)

    async def by_code(self, code: str) -> Officer | None:
        """An officer by what colleagues type."""
        return await self._one(officers.c.code == code)

    async def of_person(self, person_id: PersonId) -> Officer | None:
        """The latest enrolment of a person."""
        return await self._one(officers.c.person_id == person_id)

    async def of_unit(self, unit: str) -> tuple[Officer, ...]:
        """Active officers of a unit, by code; suspended ones are left out."""
        return await self._once(lambda: self._of_unit(unit), "unit", unit)

    async def _of_unit(self, unit: str) -> tuple[Officer, ...]:
        rows = await self._connection.execute(_ACTIVE, {"unit": unit})
        found = [_officer(row) for row in rows]
        return tuple(sorted(found, key=lambda officer: (len(officer.code), officer.code)))

    async def next_code(self, unit: str) -> str:
        """The unit's code and the next number in it."""
        return f"{unit}-{await next_value(self._connection, f'officer:{unit}')}"

    async def everybody(self) -> tuple[Officer, ...]:
        """All posts, suspended ones too, by unit and code."""
        found = [_officer(row) for row in await self._connection.execute(select(officers))]
        return tuple(sorted(found, key=lambda o: (o.unit, len(o.code), o.code)))

    async def add_leave(self, leave: Leave) -> None:
        """Store an absence."""
        self._known.clear()
        await self._connection.execute(insert(leaves), _leave_row(leave))

    async def update_leave(self, leave: Leave) -> None:
        """Store what became of an absence. Raises NotFound."""
        self._known.clear()
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
        return (await self._once(lambda: self._leaves_on(day), day)).get(officer_id)

    async def _leaves_on(self, day: date) -> dict[str, Leave]:
        """By officer: few are away at once, and whoever asks for one soon asks for the next."""
        rows = await self._connection.execute(_AWAY, {"day": day})
        return {row.officer_id: _leave(row) for row in rows}

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

    async def _once(self, ask: Callable[[], Awaitable[_Answer]], *key: object) -> _Answer:
        """A morning's reminders ask for the same few officers a thousand times."""
        if key not in self._known:
            self._known[key] = await ask()
        answer: _Answer = self._known[key]
        return answer

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
