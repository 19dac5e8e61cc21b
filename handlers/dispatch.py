"""The one door of every channel: which desk is this message for?"""

from casework.meaning import Meaning
from casework.messages import Desk, Incoming, KeptFile
from handlers.context import Context
from handlers.officer.answer_officer import answer_officer
from handlers.officer.waiting import keep_all
from handlers.worker.answer_worker import answer_worker


async def dispatch(
    incoming: Incoming, meaning: Meaning, files: tuple[KeptFile, ...], ctx: Context
) -> None:
    """Serve one message inside its unit of work; answers and pushes are rows of the outbox."""
    if incoming.desk is Desk.OFFICER:
        await answer_officer(incoming, meaning, files, ctx)
    else:
        await answer_worker(incoming, meaning, files, ctx)
    await keep_all(ctx)
