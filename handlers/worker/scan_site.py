"""The code at a gate was scanned: which site is it, and does the ledger know it?"""

from collections.abc import Awaitable, Callable

from casework.interview import Heard
from casework.messages import Reply
from casework.site_matches import as_rows, coded
from casework.site_said import unknown
from handlers.worker.turn import Turn

Hear = Callable[[Turn, Heard], Awaitable[None]]


async def scan_site(turn: Turn, code: str, hear: Hear) -> None:
    """Say which site it is and go on; a code that is not ours is said, and nothing is lost."""
    project = await turn.ctx.uow.ledger.get(code)
    found = (project,) if project is not None else turn.ctx.house.sites.coded(code)
    if found:
        await hear(turn, Heard(sites=as_rows(coded(found[:1]))))
        return
    result = unknown(turn.state, code)
    turn.state = result.conversation
    turn.say(*(effect for effect in result.effects if isinstance(effect, Reply)))
