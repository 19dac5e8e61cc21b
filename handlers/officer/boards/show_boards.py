"""Rights boards on one page: what this unit has to look at, and the last inspections."""

from dataclasses import dataclass

from casework.boards import BoardEvent, BoardEventKind
from casework.deadlines import SHANGHAI
from casework.errors import NotFound
from casework.messages import Button, OutgoingFile, Reply, Words
from casework.people import Officer
from casework.work import WorkItem
from handlers.board_work import board_items, in_short, said_words, site_words
from handlers.context import Context
from handlers.kept_files import kept

MOST = 8


@dataclass(frozen=True, kw_only=True)
class ShowBoards:
    """Whose table."""

    officer: Officer


async def show_boards(request: ShowBoards, ctx: Context) -> Reply:
    """Dated items of the unit first, then who looked where; a button for each photo."""
    items = await board_items(ctx, request.officer.unit)
    seen = await ctx.uow.boards.latest(limit=MOST)
    return Reply(
        key="boards" if items or seen else "boards-empty",
        args={
            "items": tuple([await _item(ctx, item) for item in items]) or _NOTHING,
            "seen": tuple([await _seen(ctx, event) for event in seen]) or _NOTHING,
        },
        buttons=tuple(
            (
                Button(
                    label=Words(key="board-photo-of", args={"code": event.project}),
                    data=f"o:boardphoto:{event.seq}",
                ),
            )
            for event in seen
            if event.personal.get("photos")
        ),
    )


async def show_photo(request: ShowBoards, ctx: Context, seq: str) -> tuple[Reply, ...]:
    """The photos of one inspection, as they were sent."""
    seen = await ctx.uow.boards.latest(limit=MOST)
    event = next((e for e in seen if str(e.seq) == seq), None)
    if event is None or not event.personal.get("photos"):
        raise NotFound(code="error-board-photo")
    project = await ctx.uow.ledger.get(event.project)
    files = [kept(row) for row in await _photos(ctx, event)]
    return tuple(
        Reply(
            key="board-photo",
            args={
                "site": site_words(project, event.project),
                "day": event.seen_on or event.at.date(),
            },
            file=OutgoingFile(
                name=f"{event.project}-{event.seq}-{number}.jpg",
                media_type=file.media_type,
                stored_as=file.stored_as,
            ),
        )
        for number, file in enumerate(files, start=1)
    )


async def _photos(ctx: Context, inspection: BoardEvent) -> list[str]:
    """Those that came with it, and those that followed it."""
    events = await ctx.uow.boards.of_project(inspection.project)
    later = [e for e in events if e.seq > inspection.seq]
    until = next((e.seq for e in later if e.kind is BoardEventKind.INSPECTED), None)
    more = [
        e for e in later if e.kind is BoardEventKind.PHOTO and (until is None or e.seq < until)
    ]
    rows = [e.personal.get("photos", "").split("\n") for e in (inspection, *more)]
    return [row for each in rows for row in each if row]


async def _item(ctx: Context, item: WorkItem) -> Words:
    code = str(item.facts.get("project") or "")
    project = await ctx.uow.ledger.get(code) if code else None
    events = await ctx.uow.boards.of_project(code)
    said = next((e for e in events if e.seq == item.facts.get("seq")), None)
    words = said.personal.get("words", "") if said else ""
    return Words(
        key="board-line",
        args={
            "what": Words(key=f"item-{item.kind.value.replace('_', '-')}"),
            "site": site_words(project, code),
            "due": item.due_at.astimezone(SHANGHAI).date() if item.due_at else "",
            "words": said_words(words),
        },
    )


async def _seen(ctx: Context, event: BoardEvent) -> Words:
    project = await ctx.uow.ledger.get(event.project)
    return Words(
        key="board-seen",
        args={
            "day": event.seen_on or event.at.date(),
            "site": site_words(project, event.project),
            "missing": in_short(event),
            "by": event.by_officer,
        },
    )


_NOTHING = (Words(key="nothing"),)
