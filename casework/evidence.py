"""Evidence: kept as sent, hashed, sealed, attached to a case."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from casework.messages import KeptFile
from casework.people import PersonId


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A file, a place or a contact that a person sent to a case.

    ``caption`` is what was written with it; ``note`` what an officer heard or read in it.
    """

    id: str
    case_id: str
    person_id: PersonId | None
    received_at: datetime
    file: KeptFile | None = None
    caption: str = ""
    note: str = ""
    source_message: str = ""


class EvidenceRows(Protocol):
    """What is attached to cases."""

    async def add(self, evidence: Evidence) -> None: ...
    async def of_case(self, case_id: str) -> tuple[Evidence, ...]: ...


class EvidenceFiles(Protocol):
    """The sealed bytes. ``keep`` is safe to repeat: the same content has the same name."""

    async def keep(self, content: bytes) -> str:
        """Seal and store; returns the name under which ``read`` finds it."""
        ...

    async def read(self, stored_as: str) -> bytes: ...
