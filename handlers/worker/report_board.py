"""A worker says that a site has no rights board: the unit in charge has to go and look."""

from dataclasses import dataclass

from casework.boards import BoardEvent, BoardEventKind, open_reports
from casework.ledger import Project
from casework.messages import Arg, Reply
from casework.people import PersonId
from casework.work import ItemKind
from handlers.board_work import in_charge, morning_in, said_words, site_words
from handlers.context import Context
from handlers.tell import add_item, tell_unit


@dataclass(frozen=True, kw_only=True)
class ReportBoard:
    """Who says it, of which site, in which words. None: the ledger does not know the site."""

    person_id: PersonId
    project: Project | None
    words: str


async def report_board(request: ReportBoard, ctx: Context) -> Reply:
    """A dated item for the unit; said twice it stands once. Nobody learns who said it."""
    project = request.project
    code = project.code if project else ""
    await ctx.uow.boards.lock()
    events = await ctx.uow.boards.of_project(code)
    unit = in_charge(ctx, project)
    name = ctx.house.unit(unit).name
    if project is not None and _said_already(request, events):
        return Reply(key="board-reported-already", args={"site": project.name, "unit": name})
    event = await ctx.uow.boards.append(
        BoardEvent(
            kind=BoardEventKind.REPORTED,
            at=ctx.now,
            project=code,
            unit=unit,
            by_person=request.person_id,
            seen_on=ctx.today,
            personal={"words": request.words} if request.words else {},
        )
    )
    due = morning_in(ctx, ctx.house.boards.look_working_days)
    waiting = open_reports(events) if project else ()
    first = waiting[0] if waiting else event
    await add_item(
        ctx,
        ItemKind.BOARD_REPORTED,
        unit,
        key=f"board-report:{code}:{first.seq}",
        due_at=due,
        project=code,
        seq=event.seq,
    )
    if first is event:
        told: dict[str, Arg] = {
            "site": site_words(project),
            "words": said_words(request.words),
            "due": due.date(),
        }
        await tell_unit(ctx, unit, Reply(key="board-reported-card", args=told))
    return Reply(key="board-reported", args={"unit": name, "due": due.date()})


def _said_already(request: ReportBoard, events: tuple[BoardEvent, ...]) -> bool:
    return any(report.by_person == request.person_id for report in open_reports(events))
