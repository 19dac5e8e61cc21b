"""What is on the table: cases and items of the unit; and of those, what today asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.clocks import Clock
from casework.deadlines import SHANGHAI
from casework.messages import Button, Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import DueKind, ItemKind, WorkItem
from handlers.clocks_of import clocks_of_many, nearest
from handlers.context import Context
from handlers.officer.cards import site_words

MOST_LINES = 12


@dataclass(frozen=True, kw_only=True)
class ShowInbox:
    """Whose table."""

    officer: Officer


async def show_inbox(request: ShowInbox, ctx: Context) -> Reply:
    """Open cases, the earliest clock first, and the items that wait for a hand."""
    held = await ctx.uow.cases.held_by(request.officer.unit)
    running = await clocks_of_many(ctx, held)
    cases = sorted(held, key=lambda case: _first_date(running[case.id]))
    items = await ctx.uow.work.open_of(request.officer.unit)
    shown = cases[:MOST_LINES]
    return Reply(
        key="inbox" if cases or items else "inbox-empty",
        args={
            "unit": ctx.house.unit(request.officer.unit).name,
            "cases": len(cases),
            "lines": tuple([await case_line(ctx, case, running[case.id]) for case in shown]),
            "more": Words(key="inbox-more", args={"n": len(cases) - len(shown)})
            if len(cases) > len(shown)
            else "",
            "items": await item_lines(ctx, items[:MOST_LINES]),
        },
        buttons=tuple(
            (
                Button(
                    label=Words(key="label-text", args={"text": c.number}), data=f"o:case:{c.id}"
                ),
            )
            for c in shown[:6]
        ),
    )


def _first_date(running: tuple[Clock, ...]) -> date:
    clock = nearest(running)
    return clock.due.work_by if clock is not None and clock.due is not None else date.max


async def case_line(ctx: Context, case: Case, running: tuple[Clock, ...]) -> Words:
    """One case on one line."""
    first = _first_date(running)
    return Words(
        key="inbox-line",
        args={
            "number": case.number,
            "status": Words(key=f"status-{case.status.value}"),
            "site": await site_words(ctx, case),
            "date": "" if first == date.max else Words(key="inbox-date", args={"date": first}),
        },
    )


async def item_lines(ctx: Context, items: Sequence[WorkItem]) -> tuple[Words, ...]:
    """Each item on one line."""
    ids = {item.case_id: None for item in items if item.case_id}
    numbers = {case.id: case.number for case in await ctx.uow.cases.these(list(ids))}
    return tuple(
        Words(
            key="item-line",
            args={
                "what": Words(key=f"item-{item.kind.value.replace('_', '-')}"),
                "number": numbers.get(item.case_id or "") or str(item.facts.get("project") or ""),
            },
        )
        for item in items
    )


async def show_today(request: ShowInbox, ctx: Context) -> Reply:
    """Due today or late, promised for today, and words of workers that nobody has answered."""
    officer = request.officer
    cases = await ctx.uow.cases.held_by(officer.unit)
    running = await clocks_of_many(ctx, cases)
    due = [c for c in cases if _first_date(running[c.id]) <= ctx.today]
    items = await ctx.uow.work.open_of(officer.unit)
    unread = [i for i in items if i.kind in {ItemKind.UNREAD, ItemKind.PERSON_ASKED}]
    later = await _promised(ctx, {c.id for c in cases}, officer)
    today = [i for i in items if i.kind is ItemKind.PROMISE_DUE]
    promised = (*later, *await item_lines(ctx, today))
    key = "today" if due or unread or promised else "today-empty"
    return Reply(
        key=key,
        args={
            "day": ctx.today,
            "due": tuple([await case_line(ctx, c, running[c.id]) for c in due[:MOST_LINES]])
            or NOTHING,
            "promised": promised or NOTHING,
            "unread": await item_lines(ctx, unread[:MOST_LINES]) or NOTHING,
        },
    )


NOTHING = (Words(key="nothing"),)


async def _promised(ctx: Context, mine: set[str], officer: Officer) -> tuple[Words, ...]:
    end = ctx.now.astimezone(SHANGHAI).replace(hour=23, minute=59)
    lines = []
    for due in await ctx.uow.due.upcoming(DueKind.PROMISE, end):
        if due.case_id in mine or officer.role is OfficerRole.SUPERVISOR:
            case = await ctx.uow.cases.get(due.case_id or "")
            if case is not None:
                lines.append(Words(key="promise-line", args={"number": case.number}))
    return tuple(lines)
