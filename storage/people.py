"""Persons and the addresses at which they are reached."""

import json
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.errors import NotFound
from casework.people import Address, Person, PersonId
from storage.seal import Sealer
from storage.tables import addresses, persons

# Who a person is and where they are reached: asked for together nearly always.
_BY_ID = (
    select(persons, addresses.c.channel, addresses.c.chat, addresses.c.valid_from)
    .outerjoin(addresses, (addresses.c.person_id == persons.c.id) & addresses.c.valid_to.is_(None))
    .where(persons.c.id == bindparam("id"))
    .order_by(addresses.c.seq)
)


class SqlPeople:
    """`casework.people.People`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer
        # Read before in this unit of work.
        self._known: dict[PersonId, tuple[Person, tuple[Address, ...]]] = {}

    async def add(self, person: Person) -> None:
        """Store a new person."""
        await self._connection.execute(insert(persons), {"id": person.id, **self._row(person)})

    async def get(self, person_id: PersonId) -> Person:
        """The person. Raises NotFound."""
        found = await self._find(person_id)
        if found is None:
            raise NotFound(f"no person {person_id}")
        return found[0]

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
        self._known.clear()
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
        found = await self._find(person_id)
        return () if found is None else found[1]

    async def with_phone(self, phone: str) -> tuple[Person, ...]:
        """Everybody who gave this number."""
        rows = await self._connection.execute(
            select(persons)
            .where(persons.c.phone_key == self._sealer.lookup("phone", phone))
            .order_by(persons.c.seq)
        )
        return tuple(self._person(row) for row in rows)

    async def _find(self, person_id: PersonId) -> tuple[Person, tuple[Address, ...]] | None:
        if person_id not in self._known:
            rows = (await self._connection.execute(_BY_ID, {"id": person_id})).all()
            if not rows:
                return None
            reached = tuple(
                Address(
                    person_id=person_id,
                    channel=row.channel,
                    chat=self._sealer.open_text(row.chat),
                    valid_from=row.valid_from,
                )
                for row in rows
                if row.channel is not None
            )
            self._known[person_id] = self._person(rows[0]), reached
        return self._known[person_id]

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
