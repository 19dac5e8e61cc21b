"""What the worker called a site becomes an alias in the ledger, once an officer says so."""

import re
import unicodedata
from dataclasses import dataclass

from casework.case import Case
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.ledger import Project
from casework.ledger_import import PlannedRow, words_key
from casework.ledger_jobs import JobKind, JobState, LedgerFile, LedgerJob
from casework.messages import Button, Reply, Words
from casework.people import Officer
from handlers.context import Context
from handlers.officer.acting import track_of, working
from handlers.record import record

SHORTEST, LONGEST = 2, 30
_PERSONAL = re.compile(r"\d{7,}|[\n\r]")
"""A telephone or an identity number is no name of a site."""


def alias_of(case: Case, project: Project) -> str:
    """The worker's word for the site, if the ledger lacks it and it can stand there; else ""."""
    word = " ".join(unicodedata.normalize("NFKC", case.said.site).split())
    known = {words_key(name) for name in (project.name, project.code, *project.aliases)}
    fits = SHORTEST <= len(word) <= LONGEST and not _PERSONAL.search(word)
    return word if fits and words_key(word) and words_key(word) not in known else ""


def alias_button(case: Case, project: Project) -> tuple[tuple[Button, ...], ...]:
    """One tap where there is something to keep."""
    word = alias_of(case, project)
    if not word:
        return ()
    label = Words(key="do-alias", args={"word": word})
    return ((Button(label=label, data=f"o:alias:{case.id}"),),)


@dataclass(frozen=True, kw_only=True)
class SaveAlias:
    """Whose words: the case's own."""

    officer: Officer
    case: Case


async def save_alias(request: SaveAlias, ctx: Context) -> Reply:
    """Into the ledger with its history; whoever says the word next is understood."""
    officer, case = request.officer, request.case
    working(officer)
    track_of(case, officer)
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    if project is None:
        raise NotAllowed(code="error-no-site")
    word = alias_of(case, project)
    if not word:
        raise NotAllowed(code="error-already-done")
    job = LedgerJob(
        id=ctx.house.new_id(),
        kind=JobKind.IMPORT,
        state=JobState.DONE,
        asked_at=ctx.now,
        asked_by=officer.code,
        unit=officer.unit,
        file=LedgerFile(name=case.number),
        finished_at=ctx.now,
    )
    await ctx.uow.ledger_jobs.add(job)
    row = PlannedRow(
        row=0, code=project.code, new=False, values={"aliases": (*project.aliases, word)}
    )
    await ctx.uow.ledger.write((row,), job_id=job.id, at=ctx.now)
    await ctx.uow.ledger.finish_writing()
    await record(
        ctx,
        case,
        EventKind.CORRECTED,
        officer,
        facts={"project": project.code, "alias": True},
        personal={"alias": word},
    )
    return Reply(key="alias-saved", args={"word": word, "name": project.name})
