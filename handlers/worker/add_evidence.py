"""Attach what a worker sends: kept as sent, hashed, sealed; nothing is refused as proof."""

from dataclasses import dataclass

from casework.case import Case
from casework.evidence import Evidence
from casework.history import EventKind
from casework.messages import Contact, FileKind, KeptFile, Place, Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_handlers


@dataclass(frozen=True, kw_only=True)
class AddEvidence:
    """Files, a place or a contact for a case; ``caption`` is what was written with them."""

    person_id: PersonId
    case: Case
    files: tuple[KeptFile, ...] = ()
    caption: str = ""
    place: Place | None = None
    contact: Contact | None = None
    more_of_an_album: bool = False


async def add_evidence(request: AddEvidence, ctx: Context) -> Reply:
    """Attach, and tell whoever works on the case. A draft waits for somebody to listen or read."""
    case = request.case
    caption = caption_of(request.caption, request.place, request.contact)
    for file in request.files or (None,):
        await ctx.uow.evidence.add(
            Evidence(
                id=ctx.house.new_id(),
                case_id=case.id,
                person_id=request.person_id,
                received_at=ctx.now,
                file=file,
                caption=caption,
                source_message=ctx.source,
            )
        )
        await record(
            ctx,
            case,
            EventKind.EVIDENCE,
            request.person_id,
            facts={
                "kind": file.kind.value if file else "note",
                "sha256": file.sha256 if file else "",
                "size": file.size if file else 0,
            },
            personal={"caption": caption} if caption else {},
        )
    if case.filed_at is None or any(f.kind is FileKind.VOICE for f in request.files):
        await listen_or_read(ctx, case)
    if case.filed_at is not None and not request.more_of_an_album:
        await tell_handlers(ctx, case, "card-evidence")
    return Reply(key="evidence-added", args={"number": case.number, "n": len(request.files) or 1})


async def listen_or_read(ctx: Context, case: Case) -> None:
    """An officer has to listen or read, enter the facts, and let the worker confirm them."""
    await add_item(
        ctx,
        ItemKind.LISTEN_OR_READ,
        case.holder,
        key=f"listen:{case.id}:{ctx.today.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
    )


def caption_of(text: str, place: Place | None, contact: Contact | None) -> str:
    """What was written with a message, and the place or the card that it holds."""
    parts = [text]
    if place:
        parts.append(f"{place.latitude:.6f}, {place.longitude:.6f}")
    if contact:
        parts.append(f"{contact.name} {contact.phone}".strip())
    return "\n".join(part for part in parts if part)
