"""Persons and the addresses at which they are reached."""

import json
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.people import Address, Person, PersonId
from storage.seal import Sealer
from storage.tables import addresses, persons

_BY_ID = select(persons).where(persons.c.id == bindparam("id"))
_REACHED = (
    select(addresses)
    .where(addresses.c.person_id == bindparam("id"), addresses.c.valid_to.is_(None))
    .order_by(addresses.c.seq)
)


class SqlPeople:
    """`casework.people.People`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer
        self._known: dict[PersonId, Person] = {}  # read before in this unit of work
        self._reached: dict[PersonId, tuple[Address, ...]] = {}

    async def add(self, person: Person) -> None:
        """Store a new person."""
        await self._connection.execute(insert(persons), {"id": person.id, **self._row(person)})

    async def get(self, person_id: PersonId) -> Person:
        """The person. Raises NotFound."""
        if person_id not in self._known:
            self._known[person_id] = await self._get(person_id)
        return self._known[person_id]

    async def _get(self, person_id: PersonId) -> Person:
        rows = await self._connection.execute(_BY_ID, {"id": person_id})
        row = rows.one_or_none()
        if row is None:
            raise NotFound(f"no person {person_id}")
        return self._person(row)

    async def update(self, person: Person) -> None:
        """Store what has changed about a person. Raises NotFound."""
        self._known.pop(person.id, None)
        statement = update(persons).where(persons.c.id == person.id)
        if (await self._connection.execute(statement.values(self._row(person)))).rowcount == 0:
            raise NotFound(f"no person {person.id}")

    async def at(self, channel: str, chat: str) -> Person | None:
        """Who is reached at this address now."""
        key = self._sealer.lookup("chat", channel, chat)
        rows = await self._connection.execute(
            select(persons)
            .join(addresses, addresses.c.person_id == persons.c.id)
            .where(addresses.c.chat_key == key, addresses.c.valid_to.is_(None))
        )
        row = rows.one_or_none()
        return None if row is None else self._person(row)

    async def bind(self, address: Address) -> None:
        """Add an address; an open one of the same chat for another person is ended."""
        self._reached.clear()
        key = self._sealer.lookup("chat", address.channel, address.chat)
        still_open = (addresses.c.chat_key == key, addresses.c.valid_to.is_(None))
        rows = await self._connection.execute(select(addresses.c.person_id).where(*still_open))
        holder = rows.scalar_one_or_none()
        if holder == address.person_id:
            return
        if holder is not None:
            ended = update(addresses).where(*still_open).values(valid_to=address.valid_from)
            await self._connection.execute(ended)
        row = {
            "person_id": address.person_id,
            "channel": address.channel,
            "chat_key": key,
            "chat": self._sealer.seal(address.chat),
            "valid_from": address.valid_from,
            "valid_to": address.valid_to,
        }
        await self._connection.execute(insert(addresses), row)

    async def addresses(self, person_id: PersonId) -> tuple[Address, ...]:
        """Where the person can be reached now, in the order in which they came."""
        if person_id not in self._reached:
            self._reached[person_id] = await self._addresses(person_id)
        return self._reached[person_id]

    async def _addresses(self, person_id: PersonId) -> tuple[Address, ...]:
        rows = await self._connection.execute(_REACHED, {"id": person_id})
        return tuple(
            Address(
                person_id=PersonId(row.person_id),
                channel=row.channel,
                chat=self._sealer.open_text(row.chat),
                valid_from=row.valid_from,
                valid_to=row.valid_to,
            )
            for row in rows
        )

    async def with_phone(self, phone: str) -> tuple[Person, ...]:
        """Everybody who gave this number."""
        rows = await self._connection.execute(
            select(persons)
            .where(persons.c.phone_key == self._sealer.lookup("phone", phone))
            .order_by(persons.c.seq)
        )
        return tuple(self._person(row) for row in rows)

    def _row(self, person: Person) -> dict[str, Any]:
        personal = json.dumps([person.name, person.phone])
        return {
            "language": person.language,
            "personal": self._sealer.seal(personal),
            "phone_key": self._sealer.lookup("phone", person.phone) if person.phone else None,
        }

    def _person(self, row: Any) -> Person:
        name, phone = name_and_phone(self._sealer, row.personal)
        return Person(id=PersonId(row.id), name=name, phone=phone, language=row.language)


def name_and_phone(sealer: Sealer, sealed: bytes) -> tuple[str, str]:
    """What stands sealed in the row of a person."""
    name, phone = json.loads(sealer.open(sealed))
    return name, phone
