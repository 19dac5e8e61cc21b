"""Commands and buttons about rights boards, as complete inputs of their use cases."""

from collections.abc import Awaitable, Callable, Mapping

from casework.board_forms import missing_of
from casework.forms import Answers
from casework.messages import Reply
from casework.site_matches import as_rows, certain
from handlers.context import Context
from handlers.kept_files import kept
from handlers.officer.answered import day, text
from handlers.officer.boards.inspect_board import InspectBoard, inspect_board
from handlers.officer.boards.show_boards import ShowBoards, show_boards, show_photo
from handlers.officer.desk import Desk


def site_choices(words: str, ctx: Context) -> Answers:
    """What the words of an officer may mean: the sites to choose from, and the one that is sure."""
    matches = ctx.house.sites.find(words) if words else ()
    sure = certain(matches)
    return {"sites": as_rows(matches), "site_sure": sure.project.code if sure else ""}


async def _board(desk: Desk, answers: Answers) -> Reply:
    held = answers.get("board_photo")
    today = answers.get("board_day") == "today"
    request = InspectBoard(
        officer=desk.officer,
        project=text(answers, "board_site"),
        seen_on=desk.ctx.today if today else day(answers, "board_day"),
        missing=missing_of(answers.get("board_missing")),
        photos=tuple(kept(str(row)) for row in held) if isinstance(held, tuple) else (),
    )
    return await inspect_board(request, desk.ctx)


async def _boards(desk: Desk, answers: Answers) -> Reply:
    del answers
    return await show_boards(ShowBoards(officer=desk.officer), desk.ctx)


async def _photo(desk: Desk, seq: str) -> Reply:
    *before, last = await show_photo(ShowBoards(officer=desk.officer), desk.ctx, seq)
    desk.say(*before)
    return last


BOARD_COMMANDS: Mapping[str, Callable[[Desk, Answers], Awaitable[Reply]]] = {
    "board": _board,
    "boards": _boards,
}

BOARD_BUTTONS: Mapping[str, Callable[[Desk, str], Awaitable[Reply]]] = {"boardphoto": _photo}
