"""Cases with their histories up to an instant, page by page: what reports of the past read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from casework.claims import Claim, Payment
from casework.group_people import PersonRecord
from casework.history import Event


@dataclass(frozen=True, kw_only=True)
class CaseRecord:
    """One case. Of its events only the filing has its personal values opened.

    ``workers`` are the rows that say that somebody is owed wages, for counting people.
    """

    case_id: str
    number: str
    events: tuple[Event, ...]
    claims: tuple[Claim, ...] = ()
    payments: tuple[Payment, ...] = ()
    workers: tuple[PersonRecord, ...] = ()


class CaseRecords(Protocol):
    """Read-only: what happened, never changed rows of today where a report can do without them."""

    async def page(self, *, after: str, before: datetime, limit: int) -> tuple[CaseRecord, ...]:
        """The next cases by number behind ``after`` that were opened earlier than ``before``.

        What happened, was paid or was said about a payment at ``before`` or later is left out.
        """
        ...

    async def these(self, case_ids: Sequence[str], *, before: datetime) -> tuple[CaseRecord, ...]:
        """These cases in the same way, by number."""
        ...
