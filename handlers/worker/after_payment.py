"""Part of the money has come: the case stays open, and somebody has to say when the rest comes."""

from casework.case import Case
from casework.claims import Payment
from casework.work import ItemKind
from handlers.context import Context
from handlers.tell import add_item


async def ask_next_date(ctx: Context, case: Case, payment: Payment) -> None:
    """Put it on the holder's table; the next promise that is written down takes it off."""
    if case.is_open:
        await add_item(
            ctx,
            ItemKind.NEXT_DATE,
            case.holder,
            key=f"next-date:{payment.id}",
            case=case,
            due_at=ctx.next_office_morning(),
        )
