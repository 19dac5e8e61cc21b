"""Cases as they are kept, and what becomes of a try to open one with its code."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from casework.case import Case
from casework.people import Party, PersonId


class SaidAs(StrEnum):
    """What a worker gave a name to."""

    SITE = "site"
    EMPLOYER = "employer"


class CodeTry(StrEnum):
    """What became of a try to open a case with a code: five wrong ones lock it."""

    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"


class Cases(Protocol):
    """Cases as stored. ``save`` refuses a case that somebody else has saved meanwhile."""

    @property
    def saved(self) -> tuple[str, ...]: ...  # ids of what this unit of work has changed

    async def next_number(self, prefix: str, year: int) -> str: ...
    async def add(self, case: Case) -> None: ...
    async def get(self, case_id: str) -> Case | None: ...
    async def by_number(self, number: str) -> Case | None: ...
    async def these(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """Cases by their ids, for looking only: nobody waits for them. In the order of filing."""
        ...

    async def save(self, case: Case) -> None: ...
    async def add_party(self, party: Party) -> None:
        """Add a person's part in a case, or put it in place of the one they had."""
        ...

    async def parties(self, case_id: str) -> tuple[Party, ...]: ...
    async def of_person(self, person_id: PersonId) -> tuple[Case, ...]:
        """The cases in which a person has a part, newest first."""
        ...

    async def held_by(self, unit: str, *, officer_id: str | None = None) -> tuple[Case, ...]:
        """Cases with an open track of this unit (and, where given, of this handler)."""
        ...

    async def led_by(self, leader: str) -> tuple[Case, ...]:
        """Cases that a leader is in charge of, closed ones too."""
        ...

    async def worked_on_by(self, officer_id: str) -> tuple[Case, ...]:
        """Cases with an open track of which this officer is the handler, in whatever unit."""
        ...

    async def at_project(self, project_code: str, since: datetime) -> tuple[Case, ...]: ...
    async def said_as(self, said_as: SaidAs, *names: str) -> tuple[Case, ...]:
        """Cases whose worker called the site, or the firm, by one of these names; oldest first.

        Compared as `casework.said_names` folds them; a 字号 alone means every firm of that name.
        """
        ...

    async def watched(self, number: str, *, limit: int) -> tuple[Case, ...]:
        """The next filed cases behind ``number`` on which a limit may run.

        Somebody works on one of their tracks; or they ended, and the worker still has no money.
        """
        ...

    async def after(self, number: str, *, limit: int) -> tuple[Case, ...]:
        """The next cases by number, closed ones too, behind ``number``; "" begins."""
        ...

    async def set_query_code(self, case_id: str, code: str) -> None:
        """Keep the keyed hash of the receipt's six digits."""
        ...

    async def try_query_code(self, case_id: str, code: str) -> CodeTry: ...
