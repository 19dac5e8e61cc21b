"""Commands and buttons of the ledger, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.forms import Answers
from casework.messages import KeptFile, Reply
from handlers.officer.answered import text
from handlers.officer.desk import Desk
from handlers.officer.ledger.send_ledger import (
    SendLedger,
    SettleLedger,
    send_ledger,
    settle_ledger,
)
from handlers.officer.ledger.show_sites import ShowSite, show_employer, show_project


async def take_file(desk: Desk, file: KeptFile) -> Reply:
    """A spreadsheet that came into the chat."""
    return await send_ledger(_request(desk, file), desk.ctx)


async def _ledger(desk: Desk, answers: Answers) -> Reply:
    del answers
    return await send_ledger(_request(desk, None), desk.ctx)


async def _project(desk: Desk, answers: Answers) -> Reply:
    request = ShowSite(officer=desk.officer, words=text(answers, "site_name"))
    return await show_project(request, desk.ctx)


async def _employer(desk: Desk, answers: Answers) -> Reply:
    request = ShowSite(officer=desk.officer, words=text(answers, "firm_name"))
    return await show_employer(request, desk.ctx)


def _request(desk: Desk, file: KeptFile | None) -> SendLedger:
    where = desk.incoming
    return SendLedger(officer=desk.officer, channel=where.channel, chat=where.chat, file=file)


def _settled(*, agreed: bool) -> Callable[[Desk, str], Awaitable[Reply]]:
    async def serve(desk: Desk, job_id: str) -> Reply:
        request = SettleLedger(officer=desk.officer, job_id=job_id, agreed=agreed)
        return await settle_ledger(request, desk.ctx)

    return serve


LEDGER_COMMANDS: Mapping[str, Callable[[Desk, Answers], Awaitable[Reply]]] = {
    "ledger": _ledger,
    "project": _project,
    "employer": _employer,
}

LEDGER_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {
    "ledger_yes": _settled(agreed=True),
    "ledger_no": _settled(agreed=False),
}
