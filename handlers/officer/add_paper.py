"""A photo or document from an officer: attached to the case whose card it answers."""

from dataclasses import dataclass

from casework.case import Case
from casework.evidence import Evidence
from casework.history import EventKind
from casework.messages import KeptFile, Reply
from casework.people import Officer
from handlers.context import Context
from handlers.record import record


@dataclass(frozen=True, kw_only=True)
class AddPaper:
    """Files for a case, and the words that came with them."""

    officer: Officer
    case: Case
    files: tuple[KeptFile, ...]
    caption: str


async def add_paper(request: AddPaper, ctx: Context) -> Reply:
    """Keep and attach; the worker is not told, the history is."""
    for file in request.files:
        await ctx.uow.evidence.add(
            Evidence(
                id=ctx.house.new_id(),
                case_id=request.case.id,
                person_id=request.officer.person_id,
                received_at=ctx.now,
                file=file,
                note=request.caption,
                source_message=ctx.source,
            )
        )
        await record(
            ctx,
            request.case,
            EventKind.EVIDENCE,
            request.officer,
            facts={"kind": file.kind.value, "sha256": file.sha256, "size": file.size},
        )
    return Reply(key="paper-added", args={"number": request.case.number, "n": len(request.files)})
