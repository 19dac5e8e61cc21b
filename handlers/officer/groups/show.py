"""A group case by case: numbers, states, sums and what a list says; nobody is named."""

from dataclasses import dataclass

from casework.balance import total_owed
from casework.case import Case
from casework.errors import NotFound
from casework.group_people import GroupPerson
from casework.groups import Belongs
from casework.messages import Arg, Reply, Words
from casework.people import Officer
from casework.questions import money_words
from handlers.context import Context
from handlers.officer.groups.live_card import group_buttons
from handlers.officer.groups.view import (
    GroupView,
    about,
    look_at,
    people_words,
    state_words,
)

MOST_LINES = 40
LATEST = 10
"""Groups that are listed where none is named."""


@dataclass(frozen=True, kw_only=True)
class ShowGroup:
    """Who looks at which group; without one at the newest."""

    officer: Officer
    group_id: str | None = None
    number: int | None = None


async def show_group(request: ShowGroup, ctx: Context) -> Reply:
    """The cases of a group, in the order in which they came."""
    groups = ctx.uow.groups
    if request.group_id is None and request.number is None:
        return await _newest(request, ctx)
    found = (
        await groups.get(request.group_id)
        if request.group_id is not None
        else await groups.by_number(request.number or 0)
    )
    view = await look_at(ctx, request.officer, found)
    lines = [await _line(ctx, view, case) for case in view.cases[:MOST_LINES]]
    if len(view.cases) > MOST_LINES:
        lines.append(Words(key="inbox-more", args={"n": len(view.cases) - MOST_LINES}))
    return Reply(
        key="group-list",
        args={
            "code": view.group.code,
            "state": state_words(view),
            "site": await about(ctx, view),
            "people": people_words(view),
            "amount": money_words(view.count.amount),
            "lines": tuple(lines),
            "matches": _matches(view),
        },
        buttons=group_buttons(
            view, office=request.officer.unit == ctx.house.district.arrears_office
        ),
    )


async def _line(ctx: Context, view: GroupView, case: Case) -> Words:
    member = next(m for m in view.members if m.case_id == case.id)
    claims = await ctx.uow.claims.of_case(case.id)
    return Words(
        key="group-line",
        args={
            "number": case.number,
            "status": Words(key=f"status-{case.status.value}"),
            "amount": money_words(total_owed(claims)),
            "n": max(case.people_claimed or 1, len(claims)),
            "proposed": Words(key="group-line-proposed")
            if member.belongs is Belongs.PROPOSED
            else "",
        },
    )


def _matches(view: GroupView) -> tuple[Words, ...]:
    """Who is on a list and has complained: by the numbers of the cases, never by name."""
    numbers = {case.id: case.number for case in view.cases}
    return tuple(_match(person, numbers) for person in view.count.people if person.matched)[
        :MOST_LINES
    ]


def _match(person: GroupPerson, numbers: dict[str, str]) -> Words:
    own = next(r.case_id for r in person.records if not r.listed)
    lists = next(r.case_id for r in person.records if r.listed)
    return Words(
        key="group-match-differs" if person.sums_differ else "group-match",
        args={"own": numbers[own], "list": numbers[lists]},
    )


async def _newest(request: ShowGroup, ctx: Context) -> Reply:
    """The groups of one's own unit; all of them for the office and for supervisors."""
    lines = []
    for group in await ctx.uow.groups.latest(limit=LATEST):
        view = await _seen(ctx, request.officer, group.id)
        if view is not None and view.many:
            args: dict[str, Arg] = {
                "code": group.code,
                "site": await about(ctx, view),
                "people": people_words(view),
                "state": state_words(view),
            }
            lines.append(Words(key="group-of-many", args=args))
    return Reply(key="groups" if lines else "groups-none", args={"lines": tuple(lines)})


async def _seen(ctx: Context, officer: Officer, group_id: str) -> GroupView | None:
    try:
        return await look_at(ctx, officer, await ctx.uow.groups.get(group_id))
    except NotFound:
        return None
