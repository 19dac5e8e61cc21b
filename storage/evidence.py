"""What is attached to cases."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from casework.evidence import Evidence
from casework.people import PersonId
from storage.plain import dumps, loads
from storage.seal import Sealer
from storage.tables import evidence as attached


class SqlEvidenceRows:
    """`casework.evidence.EvidenceRows`."""

    def __init__(self, connection: AsyncConnection, sealer: Sealer) -> None:
        self._connection = connection
        self._sealer = sealer

    async def add(self, evidence: Evidence) -> None:
        """Attach it to its case."""
        personal = {
            "file": evidence.file,
            "caption": evidence.caption,
            "note": evidence.note,
        }
        row = {
            "id": evidence.id,
            "case_id": evidence.case_id,
            "person_id": evidence.person_id,
            "received_at": evidence.received_at,
            "personal": self._sealer.seal(dumps(personal)),
            "source_message": evidence.source_message,
        }
        await self._connection.execute(insert(attached), row)

    async def of_case(self, case_id: str) -> tuple[Evidence, ...]:
        """Everything attached to a case, in the order in which it came."""
        rows = await self._connection.execute(
            select(attached).where(attached.c.case_id == case_id).order_by(attached.c.seq)
        )
        return tuple(self._evidence(row) for row in rows)

    def _evidence(self, row: Any) -> Evidence:
        personal = loads(self._sealer.open(row.personal))
        return Evidence(
            id=row.id,
            case_id=row.case_id,
            person_id=None if row.person_id is None else PersonId(row.person_id),
            received_at=row.received_at,
            file=personal["file"],
            caption=personal["caption"],
            note=personal["note"],
            source_message=row.source_message,
        )
