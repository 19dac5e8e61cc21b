"""What could not be delivered becomes work for a person: nothing is lost in silence."""

from collections.abc import Callable
from datetime import datetime

from casework.transport import ClaimedOutgoing
from casework.unit_of_work import UnitOfWorkFactory
from casework.work import ItemKind
from handlers.context import Context, House
from handlers.tell import add_item


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
            ctx = Context(uow=uow, house=self._house, now=self._now())
            await add_item(
                ctx,
                ItemKind.CALL_OR_PRINT,
                case.holder if case else self._house.district.arrears_office,
                key=f"undelivered:{row.row_id}",
                case=case,
                due_at=ctx.now,
                reason=reason,
                what=row.outgoing.reply.key,
            )
