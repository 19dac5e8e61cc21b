"""An officer has looked at the rights board of a site (724 Art 34; plan 五(一))."""

from dataclasses import dataclass
from datetime import date

from casework.boards import (
    BoardEvent,
    BoardEventKind,
    BoardItem,
    last_inspection,
    open_reports,
)
from casework.errors import NotAllowed, NotFound
from casework.ledger import Project
from casework.messages import Arg, KeptFile, Reply
from casework.people import Officer
from casework.work import ItemKind
from handlers.board_work import (
    BOARD_ITEMS,
    finish_board_items,
    in_charge,
    missing_words,
    morning_in,
    site_words,
)
from handlers.context import Context
from handlers.kept_files import keep
from handlers.officer.acting import working
from handlers.tell import add_item, tell_person, tell_unit


@dataclass(frozen=True, kw_only=True)
class InspectBoard:
    """Which site, on which day, what was missing, and photos of it."""

    officer: Officer
    project: str
    seen_on: date
    missing: tuple[BoardItem, ...]
    photos: tuple[KeptFile, ...] = ()


async def inspect_board(request: InspectBoard, ctx: Context) -> Reply:
    """Write it down; what is missing becomes an item, what waited for a look is done.

    The same inspection a second time is only answered; a visit of before the last one is kept,
    and changes nothing.
    """
    working(request.officer)
    project = await ctx.uow.ledger.get(request.project)
    if project is None:
        raise NotFound(code="error-site-not-found")
    if request.seen_on > ctx.today:
        raise NotAllowed(code="error-board-day")
    await ctx.uow.boards.lock()
    before = await ctx.uow.boards.of_project(project.code)
    event = _event(request, ctx)
    if _is_again(event, last_inspection(before)):
        return Reply(key="board-already", args={"site": site_words(project)})
    event = await ctx.uow.boards.append(event)
    later = max((e.seen_on for e in before if e.kind is event.kind and e.seen_on), default=None)
    if later is not None and later > request.seen_on:
        args: dict[str, Arg] = {
            "site": site_words(project),
            "day": request.seen_on,
            "later": later,
        }
        return Reply(key="board-earlier", args=args)
    unit = in_charge(ctx, project)
    waiting = open_reports((*before, event))
    done = BOARD_ITEMS - {ItemKind.BOARD_REPORTED} if waiting else BOARD_ITEMS
    await finish_board_items(ctx, project, done, unit, request.officer.unit)
    answered = [report for report in open_reports(before) if report not in waiting]
    for person in dict.fromkeys(report.by_person for report in answered if report.by_person):
        await tell_person(ctx, person, _pushed(project, event))
    if event.missing:
        return await _to_mend(ctx, project, event, unit)
    return Reply(key="board-all-there", args={"site": site_words(project), "day": request.seen_on})


@dataclass(frozen=True, kw_only=True)
class AddPhotos:
    """More photos of what this officer has just inspected: the rest of an album."""

    officer: Officer
    photos: tuple[KeptFile, ...]


async def add_photos(request: AddPhotos, ctx: Context) -> Reply:
    """Keep them with the officer's last inspection."""
    working(request.officer)
    await ctx.uow.boards.lock()
    seen = await ctx.uow.boards.latest(limit=1, by_officer=request.officer.code)
    if not seen:
        raise NotFound(code="error-site-not-found")
    await ctx.uow.boards.append(
        BoardEvent(
            kind=BoardEventKind.PHOTO,
            at=ctx.now,
            project=seen[0].project,
            unit=request.officer.unit,
            by_officer=request.officer.code,
            personal={"photos": "\n".join(keep(photo) for photo in request.photos)},
        )
    )
    project = await ctx.uow.ledger.get(seen[0].project)
    site = site_words(project, seen[0].project)
    return Reply(key="board-photos-more", args={"n": len(request.photos), "site": site})


def _event(request: InspectBoard, ctx: Context) -> BoardEvent:
    photos = "\n".join(keep(photo) for photo in request.photos)
    return BoardEvent(
        kind=BoardEventKind.INSPECTED,
        at=ctx.now,
        project=request.project,
        unit=request.officer.unit,
        by_officer=request.officer.code,
        seen_on=request.seen_on,
        missing=request.missing,
        personal={"photos": photos} if photos else {},
    )


def _is_again(event: BoardEvent, last: BoardEvent | None) -> bool:
    return last is not None and (
        (last.by_officer, last.seen_on, last.missing, last.personal)
        == (event.by_officer, event.seen_on, event.missing, event.personal)
    )


async def _to_mend(ctx: Context, project: Project, event: BoardEvent, unit: str) -> Reply:
    due = morning_in(ctx, ctx.house.boards.mend_working_days)
    await add_item(
        ctx,
        ItemKind.BOARD_TO_MEND,
        unit,
        key=f"board-mend:{project.code}:{event.seq}",
        due_at=due,
        project=project.code,
        seq=event.seq,
    )
    args: dict[str, Arg] = {
        "site": site_words(project),
        "day": event.seen_on or ctx.today,
        "missing": missing_words(event),
        "unit": ctx.house.unit(unit).name,
        "due": due.date(),
    }
    if unit != event.unit:
        await tell_unit(ctx, unit, Reply(key="board-to-mend", args=args))
    return Reply(key="board-recorded", args=args)


def _pushed(project: Project, event: BoardEvent) -> Reply:
    key = "push-board-missing" if event.missing else "push-board-there"
    return Reply(key=key, args={"site": project.name, "day": event.seen_on or event.at.date()})
