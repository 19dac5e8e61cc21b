"""A spreadsheet from an officer: looked at beside the conversation, written after their word."""

from dataclasses import dataclass, replace

from casework.errors import AlreadyDone, NotAllowed, NotFound
from casework.ledger_jobs import JobKind, JobState, LedgerFile, LedgerJob
from casework.messages import FileKind, KeptFile, Reply
from casework.people import Officer, OfficerRole
from handlers.context import Context
from handlers.officer.acting import working

KEEPS_LEDGER = frozenset({OfficerRole.SUPERVISOR, OfficerRole.TRIAGE})
_ENDINGS = (".xlsx", ".csv", ".xls", ".xlsm", ".xlsb", ".et", ".tsv", ".ods")
"""Also what is refused later, with the reason: its sender meant the ledger."""


@dataclass(frozen=True, kw_only=True)
class SendLedger:
    """A file for the ledger, or (``file`` None) the wish for the ledger as a file."""

    officer: Officer
    channel: str
    chat: str
    file: KeptFile | None = None


@dataclass(frozen=True, kw_only=True)
class SettleLedger:
    """What the officer says to the preview of a job."""

    officer: Officer
    job_id: str
    agreed: bool


def is_ledger(officer: Officer, files: tuple[KeptFile, ...]) -> bool:
    """Whether somebody who keeps the ledger sent one spreadsheet."""
    return (
        officer.role in KEEPS_LEDGER
        and len(files) == 1
        and files[0].kind is FileKind.DOCUMENT
        and files[0].name.lower().endswith(_ENDINGS)
    )


async def send_ledger(request: SendLedger, ctx: Context) -> Reply:
    """Queue the work; its answer comes when it is done."""
    officer, file = request.officer, request.file
    _keeper(officer)
    job = LedgerJob(
        id=ctx.house.new_id(),
        kind=JobKind.IMPORT if file else JobKind.EXPORT,
        asked_at=ctx.now,
        asked_by=officer.code,
        unit=officer.unit,
        channel=request.channel,
        chat=request.chat,
        file=LedgerFile(name=file.name, stored_as=file.stored_as, sha256=file.sha256)
        if file
        else LedgerFile(name=""),
    )
    await ctx.uow.ledger_jobs.add(job)
    return Reply(key="ledger-received" if file else "ledger-coming")


async def settle_ledger(request: SettleLedger, ctx: Context) -> Reply:
    """Confirmed: the machine writes it. A button pressed twice is served once."""
    _keeper(request.officer)
    job = await ctx.uow.ledger_jobs.get(request.job_id)
    if job is None or job.asked_by != request.officer.code:
        raise NotFound
    if job.state is not JobState.SHOWN:
        raise AlreadyDone
    if not request.agreed:
        await ctx.uow.ledger_jobs.save(replace(job, state=JobState.CANCELLED, finished_at=ctx.now))
        return Reply(key="ledger-cancelled")
    await ctx.uow.ledger_jobs.save(replace(job, state=JobState.CONFIRMED))
    return Reply(key="ledger-writing")


def _keeper(officer: Officer) -> None:
    working(officer)
    if officer.role not in KEEPS_LEDGER:
        raise NotAllowed(code="error-role")
