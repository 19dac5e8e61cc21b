"""Jobs on the ledger that came from a chat: looked at, shown, written, answered.

Each step ends with one commit that holds both its outcome and its answer. Whoever is killed before
it begins the step anew once the lease is over.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from casework.evidence import EvidenceFiles
from casework.ledger_jobs import (
    FileReport,
    JobKind,
    JobState,
    LedgerJob,
    RowsAreWrong,
    TurnLost,
    UnreadableFile,
)
from casework.messages import Button, Outgoing, OutgoingFile, Reply, Words
from handlers.ledger.write_rows import LEASE, Bulk, end_step, write_file

MOST_LINES = 10
MOST_TRIES = 3
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, kw_only=True)
class LedgerDesk:
    """The bulk work, and where the files lie."""

    bulk: Bulk
    kept: EvidenceFiles


@dataclass(frozen=True, kw_only=True)
class _Step:
    """Where the job stands after it, and what is said."""

    job: LedgerJob
    reply: Reply


async def serve_next(desk: LedgerDesk) -> bool:
    """One step of the oldest job; False where there is none."""
    bulk = desk.bulk
    async with bulk.unit_of_work() as uow:
        job = await uow.ledger_jobs.claim(bulk.now(), until=bulk.now() + LEASE)
    if job is None:
        return False
    with suppress(TurnLost):  # whoever has it now answers
        await _one_step(job, desk)
    return True


async def _one_step(job: LedgerJob, desk: LedgerDesk) -> None:
    given_up = job.attempts > MOST_TRIES
    step = _given_up(job, desk.bulk) if given_up else await _served(job, desk)
    async with desk.bulk.unit_of_work() as uow:
        await end_step(step.job, uow)
        if job.chat:
            await uow.outbox.put(
                Outgoing(channel=job.channel, chat=job.chat, language="zh-CN", reply=step.reply)
            )


def _given_up(job: LedgerJob, bulk: Bulk) -> _Step:
    return _refused(job, bulk, Reply(key="ledger-failed"))


def _refused(job: LedgerJob, bulk: Bulk, reply: Reply) -> _Step:
    ended = replace(job, state=JobState.REFUSED, finished_at=bulk.now())
    return _Step(job=ended, reply=reply)


async def _served(job: LedgerJob, desk: LedgerDesk) -> _Step:
    if job.kind is JobKind.EXPORT:
        return await _export(job, desk)
    if not job.file.stored_as:  # of a command line that was killed: its user types it again
        return _refused(job, desk.bulk, Reply(key="ledger-failed"))
    content = await desk.kept.read(job.file.stored_as)
    try:
        if job.state is JobState.WAITING:
            read = await desk.bulk.files.read(job.file, content)
            return await _shown(job, read.report, desk)
        done, read = await write_file(job, content, desk.bulk)
    except UnreadableFile as error:
        return _refused(
            job, desk.bulk, Reply(key="ledger-unreadable", args={"reason": error.reason})
        )
    except RowsAreWrong as error:  # the ledger has changed since the preview
        return await _shown(job, error.report, desk)
    written = done.written
    args = {
        "added": written.added,
        "changed": written.changed,
        "unchanged": written.unchanged,
        "left_out": done.left_out,
    }
    return _Step(job=done, reply=Reply(key="ledger-written", args=args))


async def _shown(job: LedgerJob, report: FileReport, desk: LedgerDesk) -> _Step:
    """The preview, with the wrong rows and what to do, and a button for what may be written."""
    good = report.rows - report.bad_rows
    words = desk.bulk.files.words
    lines = [words(problem) for problem in report.problems[:MOST_LINES]]
    more = len(report.problems) - len(lines) + report.unsaid
    reply = Reply(
        key="ledger-preview-bad" if report.problems else "ledger-preview",
        args={
            "rows": report.rows,
            "good": good,
            "new": report.new,
            "known": good - report.new,
            "bad": report.bad_rows,
            "problems": tuple(Words(key="label-text", args={"text": line}) for line in lines),
            "more": Words(key="ledger-more", args={"n": more}) if more > 0 else "",
            "ignored": Words(
                key="ledger-ignored", args={"columns": "、".join(report.ignored[:MOST_LINES])}
            )
            if report.ignored
            else "",
        },
        buttons=_buttons(job, good, skipping=bool(report.problems)),
        file=await _marked(report, desk),
    )
    if not good:
        return _refused(job, desk.bulk, reply)
    shown = replace(job, state=JobState.SHOWN, skip_bad=bool(report.problems), attempts=0)
    return _Step(job=shown, reply=reply)


def _buttons(job: LedgerJob, good: int, *, skipping: bool) -> tuple[tuple[Button, ...], ...]:
    if not good:
        return ()
    key = "do-ledger-skip" if skipping else "do-ledger-yes"
    return (
        (Button(label=Words(key=key, args={"n": good}), data=f"o:ledger_yes:{job.id}"),),
        (Button(label=Words(key="do-ledger-no"), data=f"o:ledger_no:{job.id}"),),
    )


async def _marked(report: FileReport, desk: LedgerDesk) -> OutgoingFile | None:
    if not report.marked:
        return None
    stored_as = await desk.kept.keep(report.marked)
    return OutgoingFile(name="ledger-to-mend.xlsx", media_type=XLSX, stored_as=stored_as)


async def _export(job: LedgerJob, desk: LedgerDesk) -> _Step:
    content = await desk.bulk.files.write(guarded=False)
    file = OutgoingFile(
        name=f"ledger-{job.asked_at:%Y-%m-%d}.xlsx",
        media_type=XLSX,
        stored_as=await desk.kept.keep(content),
    )
    done = replace(job, state=JobState.DONE, finished_at=desk.bulk.now())
    return _Step(job=done, reply=Reply(key="ledger-file", file=file))
