"""Groups of cases from one site, and batches over them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.claims import ClaimSource
from casework.errors import NotFound
from casework.group_people import PersonRecord
from casework.groups import (
    Batch,
    BatchCase,
    BatchState,
    Belongs,
    Fared,
    Group,
    GroupCase,
    GroupState,
    Mark,
    Verb,
    Why,
)
from casework.people import PersonId
from storage.claims import claimed_sum
from storage.counters import next_value
from storage.engine import insert_new, put_row
from storage.group_tables import batch_cases, batches, group_cases, groups, site_marks
from storage.people import name_and_phone
from storage.seal import Sealer
from storage.tables import claims, persons

# What nearly every message asks is built once: building costs as much as asking.
_OF_CASE = (
    select(groups)
    .join(group_cases, group_cases.c.group_id == groups.c.id)
    .where(group_cases.c.case_id == bindparam("case"), group_cases.c.belongs != Belongs.OUT.value)
    .where(groups.c.state != GroupState.DECLINED.value)
    .order_by(groups.c.seq.desc())
    .limit(1)
)


class SqlGroups:
    """`casework.groups.Groups`. Lives as long as its unit of work."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def marks(self, wanted: Sequence[tuple[Why, str]]) -> tuple[Mark, ...]:
        """Always locked in the same order, so that two filings never wait for each other."""
        found = {}
        for why, key in sorted(wanted):
            found[why, key] = await self._mark(why, key)
        return tuple(found[each] for each in wanted)

    async def _mark(self, why: Why, key: str) -> Mark:
        row = {"mark_key": self._key(why, key), "case_id": "", "group_id": ""}
        await self._connection.execute(insert_new(self._connection, site_marks).values(row))
        stored = (
            await self._connection.execute(
                select(site_marks)
                .where(site_marks.c.mark_key == row["mark_key"])
                .with_for_update()
            )
        ).one()
        return Mark(
            why=why,
            key=key,
            last_at=stored.last_at,
            case_id=stored.case_id,
            group_id=stored.group_id,
        )

    async def set_mark(self, mark: Mark) -> None:
        """Store what was seen."""
        await self._connection.execute(
            update(site_marks)
            .where(site_marks.c.mark_key == self._key(mark.why, mark.key))
            .values(last_at=mark.last_at, case_id=mark.case_id, group_id=mark.group_id)
        )

    async def clear_marks(self, group_id: str) -> None:
        """Forget what pointed to a group."""
        await self._connection.execute(
            update(site_marks)
            .where(site_marks.c.group_id == group_id)
            .values(last_at=None, case_id="", group_id="")
        )

    def _key(self, why: Why, key: str) -> str:
        return self._sealer.lookup("site mark", why.value, key)

    async def next_number(self) -> int:
        """The next number of a group, without gaps."""
        return await next_value(self._connection, "group")

    async def add(self, group: Group) -> None:
        """Store a new group."""
        await self._connection.execute(insert(groups), _group_row(group))

    async def update(self, group: Group) -> None:
        """Store what has changed. Raises NotFound."""
        changed = update(groups).where(groups.c.id == group.id).values(_group_row(group))
        if (await self._connection.execute(changed)).rowcount == 0:
            raise NotFound(f"no group {group.id}")

    async def get(self, group_id: str) -> Group | None:
        """A group by its id."""
        return await self._one(select(groups).where(groups.c.id == group_id))

    async def locked(self, group_id: str) -> Group | None:
        """A group, locked until the commit."""
        return await self._one(select(groups).where(groups.c.id == group_id).with_for_update())

    async def by_number(self, number: int) -> Group | None:
        """A group by what officers type."""
        return await self._one(select(groups).where(groups.c.number == number))

    async def latest(self, *, limit: int) -> tuple[Group, ...]:
        """Groups that nobody has declined, the newest first."""
        rows = await self._connection.execute(
            select(groups)
            .where(groups.c.state != GroupState.DECLINED.value)
            .order_by(groups.c.seq.desc())
            .limit(limit)
        )
        return tuple(_group(row) for row in rows)

    async def of_case(self, case_id: str) -> Group | None:
        """The group in which a case stands."""
        return await self._one(_OF_CASE, {"case": case_id})

    async def _one(self, wanted: Any, values: Mapping[str, Any] | None = None) -> Group | None:
        row = (await self._connection.execute(wanted, values)).one_or_none()
        return None if row is None else _group(row)

    async def put(self, member: GroupCase) -> None:
        """Store a case's part in a group, or put it in place of the one it had there."""
        row = {
            "group_id": member.group_id,
            "case_id": member.case_id,
            "why": member.why.value,
            "since": member.since,
            "belongs": member.belongs.value,
        }
        put = put_row(self._connection, group_cases, "group_id", "case_id")
        await self._connection.execute(put, row)

    async def members(self, group_id: str) -> tuple[GroupCase, ...]:
        """The cases of a group that nobody has taken out, in the order in which they came."""
        rows = await self._connection.execute(
            select(group_cases)
            .where(group_cases.c.group_id == group_id, group_cases.c.belongs != Belongs.OUT.value)
            .order_by(group_cases.c.seq)
        )
        return tuple(
            GroupCase(
                group_id=row.group_id,
                case_id=row.case_id,
                why=Why(row.why),
                since=row.since,
                belongs=Belongs(row.belongs),
            )
            for row in rows
        )

    async def people(self, case_ids: Sequence[str]) -> tuple[PersonRecord, ...]:
        """Everybody of whom these cases speak, row by row."""
        rows = await self._connection.execute(
            select(claims, persons.c.personal)
            .outerjoin(persons, persons.c.id == claims.c.person_id)
            .where(claims.c.case_id.in_(case_ids))
            .order_by(claims.c.seq)
        )
        return tuple(self._record(row) for row in rows)

    def _record(self, row: Any) -> PersonRecord:
        name, phone = self._sealer.open_text(row.name), ""
        if row.personal is not None:
            own, phone = name_and_phone(self._sealer, row.personal)
            name = own or name
        return PersonRecord(
            case_id=row.case_id,
            claim_id=row.id,
            person_id=None if row.person_id is None else PersonId(row.person_id),
            name=name,
            phone=phone,
            amount=claimed_sum(row),
            source=ClaimSource(row.source),
        )

    async def show(self, batch: Batch) -> None:
        """Store a batch that has been shown."""
        row = {
            "id": batch.id,
            "group_id": batch.group_id,
            "verb": batch.verb.value,
            "officer_id": batch.officer_id,
            "made_at": batch.made_at,
            "state": batch.state.value,
            "words": self._sealer.seal(json.dumps(dict(batch.words))),
        }
        await self._connection.execute(insert(batches), row)
        cases = [
            {
                "batch_id": batch.id,
                "place": place,
                "case_id": case.case_id,
                "fared": case.fared.value,
                "reason": case.reason,
            }
            for place, case in enumerate(batch.cases)
        ]
        if cases:
            await self._connection.execute(insert(batch_cases), cases)

    async def batch(self, batch_id: str) -> Batch | None:
        """A batch, locked until the commit."""
        found = await self._connection.execute(
            select(batches).where(batches.c.id == batch_id).with_for_update()
        )
        row = found.one_or_none()
        if row is None:
            return None
        cases = await self._connection.execute(
            select(batch_cases)
            .where(batch_cases.c.batch_id == batch_id)
            .order_by(batch_cases.c.place)
        )
        return Batch(
            id=row.id,
            group_id=row.group_id,
            verb=Verb(row.verb),
            officer_id=row.officer_id,
            made_at=row.made_at,
            state=BatchState(row.state),
            words=json.loads(self._sealer.open(row.words)),
            cases=tuple(
                BatchCase(case_id=each.case_id, fared=Fared(each.fared), reason=each.reason)
                for each in cases
            ),
        )

    async def update_batch(self, batch: Batch, *cases: BatchCase) -> None:
        """Store its state, and what became of these cases."""
        await self._connection.execute(
            update(batches).where(batches.c.id == batch.id).values(state=batch.state.value)
        )
        for case in cases:
            await self._connection.execute(
                update(batch_cases)
                .where(batch_cases.c.batch_id == batch.id, batch_cases.c.case_id == case.case_id)
                .values(fared=case.fared.value, reason=case.reason)
            )


def _group_row(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "number": group.number,
        "why": group.why.value,
        "made_at": group.made_at,
        "state": group.state.value,
        "decided_by": group.decided_by,
        "decided_at": group.decided_at,
        "told_at": group.told_at,
    }


def _group(row: Any) -> Group:
    return Group(
        id=row.id,
        number=row.number,
        why=Why(row.why),
        made_at=row.made_at,
        state=GroupState(row.state),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        told_at=row.told_at,
    )
