"""What could not be delivered becomes work for a person: nothing is lost in silence."""

from collections.abc import Callable
from datetime import datetime

from casework.transport import ClaimedOutgoing
from casework.unit_of_work import UnitOfWorkFactory
from casework.work import ItemKind, WorkItem
from handlers.context import House


class Undelivered:
    """Makes one "call or print" item of a row, however often it is called for it."""

    def __init__(
        self, *, unit_of_work: UnitOfWorkFactory, house: House, now: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._house = house
        self._now = now

    async def __call__(self, row: ClaimedOutgoing, reason: str) -> None:
        """Put it on the table of whoever holds the case, else of the arrears office."""
        case_id = row.outgoing.case_id
        async with self._unit_of_work() as uow:
            case = await uow.cases.get(case_id) if case_id else None
            await uow.work.add(
                WorkItem(
                    id=self._house.new_id(),
                    kind=ItemKind.CALL_OR_PRINT,
                    unit=case.holder if case else self._house.district.arrears_office,
                    key=f"undelivered:{row.row_id}",
                    created_at=self._now(),
                    due_at=self._now(),
                    case_id=case_id,
                    facts={"reason": reason, "what": row.outgoing.reply.key},
                )
            )
