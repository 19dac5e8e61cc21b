"""What is on the table: cases and items of the unit; and of those, what today asks for."""

from dataclasses import dataclass

from casework.case import Case
from casework.clocks import clocks
from casework.messages import Button, Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import DueKind, ItemKind, WorkItem
from handlers.context import SHANGHAI, Context
from handlers.officer.cards import site_words

MOST_LINES = 12


@dataclass(frozen=True, kw_only=True)
class ShowInbox:
    """Whose table."""

    officer: Officer


async def show_inbox(request: ShowInbox, ctx: Context) -> Reply:
    """Open cases, the earliest clock first, and the items that wait for a hand."""
    cases = await _sorted(ctx, await ctx.uow.cases.held_by(request.officer.unit))
    items = await ctx.uow.work.open_of(request.officer.unit)
    shown = cases[:MOST_LINES]
    return Reply(
        key="inbox" if cases or items else "inbox-empty",
        args={
            "unit": ctx.house.unit(request.officer.unit).name,
            "cases": len(cases),
            "lines": tuple([await case_line(ctx, case) for case in shown]),
            "more": Words(key="inbox-more", args={"n": len(cases) - len(shown)})
            if len(cases) > len(shown)
            else "",
            "items": tuple([await item_line(ctx, item) for item in items[:MOST_LINES]]),
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


async def _sorted(ctx: Context, cases: tuple[Case, ...]) -> list[Case]:
    return sorted(cases, key=lambda case: _first_date(ctx, case))


def _first_date(ctx: Context, case: Case) -> str:
    filed_on = case.filed_at.astimezone(SHANGHAI).date() if case.filed_at else None
    running = clocks(case, filed_on, ctx.house.statutes, ctx.house.days)
    return running[0].due.work_by.isoformat() if running else "9999"


async def case_line(ctx: Context, case: Case) -> Words:
    """One case on one line."""
    filed_on = case.filed_at.astimezone(SHANGHAI).date() if case.filed_at else None
    running = clocks(case, filed_on, ctx.house.statutes, ctx.house.days)
    return Words(
        key="inbox-line",
        args={
            "number": case.number,
            "status": Words(key=f"status-{case.status.value}"),
            "site": await site_words(ctx, case),
            "date": Words(key="inbox-date", args={"date": running[0].due.work_by})
            if running
            else "",
        },
    )


async def item_line(ctx: Context, item: WorkItem) -> Words:
    """One item on one line."""
    case = await ctx.uow.cases.get(item.case_id) if item.case_id else None
    return Words(
        key="item-line",
        args={
            "what": Words(key=f"item-{item.kind.value.replace('_', '-')}"),
            "number": case.number if case else str(item.facts.get("project") or ""),
        },
    )


async def show_today(request: ShowInbox, ctx: Context) -> Reply:
    """Due today or late, promised for today, and words of workers that nobody has answered."""
    officer = request.officer
    cases = await ctx.uow.cases.held_by(officer.unit)
    due = [c for c in cases if _first_date(ctx, c) <= ctx.today.isoformat()]
    items = await ctx.uow.work.open_of(officer.unit)
    unread = [i for i in items if i.kind in {ItemKind.UNREAD, ItemKind.PERSON_ASKED}]
    later = await _promised(ctx, {c.id for c in cases}, officer)
    today = [i for i in items if i.kind is ItemKind.PROMISE_DUE]
    promised = (*later, *[await item_line(ctx, i) for i in today])
    key = "today" if due or unread or promised else "today-empty"
    return Reply(
        key=key,
        args={
            "day": ctx.today,
            "due": tuple([await case_line(ctx, c) for c in due[:MOST_LINES]]) or NOTHING,
            "promised": promised or NOTHING,
            "unread": tuple([await item_line(ctx, i) for i in unread[:MOST_LINES]]) or NOTHING,
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
