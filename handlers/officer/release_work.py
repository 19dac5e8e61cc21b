"""A post is suspended or moved: nothing that it held may hang in the air, not for a minute.

Its cases go to the head of the unit, or where there is none become items of the arrears office. The
worker sees no gap: the case's unit stays, and is told nothing that would only worry.
"""

from dataclasses import replace

from casework.case import Case, Track
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import LeaveState, Officer
from casework.work import ItemKind
from handlers.context import Context
from handlers.officer.leave_open import leave_is_open
from handlers.officer.waiting import keep_unit
from handlers.on_duty import head_of
from handlers.record import record
from handlers.tell import add_item, tell_person, tell_unit

MOST_BUTTONS = 6


async def release_work(ctx: Context, post: Officer, by: Officer, *, why: str) -> int:
    """Hand everything on; returns how many cases it was. ``why``: suspended or moved."""
    head = await head_of(ctx, post.unit, besides=frozenset({post.id}))
    held = await ctx.uow.cases.worked_on_by(post.id)
    for case in held:
        await _hand_on(ctx, case, post, by, head, why)
    await _end_leaves(ctx, post)
    await _leave_cases_without_leader(ctx, post, by)
    await keep_unit(ctx, post.unit)
    if held:
        await _tell(ctx, post, head, held)
    return len(held)


async def _hand_on(
    ctx: Context, case: Case, post: Officer, by: Officer, head: Officer | None, why: str
) -> None:
    for track in case.tracks:
        if track.officer_id != post.id or not track.is_open:
            continue
        to = head if head is not None and head.unit == track.unit else None
        case = case.with_track(replace(track, officer_id=to.id if to else None))
        await ctx.uow.cases.save(case)
        await record(
            ctx,
            case,
            EventKind.OFFICER_LEFT,
            by,
            track=track.kind,
            facts={"from": post.code, "post": to.code if to else "", "why": why},
        )
        await _item(ctx, case, track, post, to)


async def _item(
    ctx: Context, case: Case, track: Track, post: Officer, head: Officer | None
) -> None:
    """On the head's table until somebody is named; without a head on the arrears office's."""
    await add_item(
        ctx,
        ItemKind.PERSON_LEFT,
        track.unit if head else ctx.house.district.arrears_office,
        key=f"left:{case.id}:{track.kind}:{post.code}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        left=track.unit,
        track=track.kind.value,
    )


async def _tell(ctx: Context, post: Officer, head: Officer | None, held: tuple[Case, ...]) -> None:
    reply = Reply(
        key="officer-left" if head else "officer-left-nobody",
        args={
            "post": post.code,
            "unit": ctx.house.unit(post.unit).name,
            "n": len(held),
            "cases": tuple(Words(key="label-text", args={"text": case.number}) for case in held),
        },
        buttons=tuple(
            (
                Button(
                    label=Words(key="label-text", args={"text": c.number}), data=f"o:case:{c.id}"
                ),
            )
            for c in held[:MOST_BUTTONS]
        ),
    )
    if head is not None:
        await tell_person(ctx, head.person_id, reply)
    else:
        await tell_unit(ctx, ctx.house.district.arrears_office, reply)


async def _end_leaves(ctx: Context, post: Officer) -> None:
    """An absence of the post itself ends; those for which it stood in are open again."""
    for leave in await ctx.uow.officers.leaves_from(ctx.today):
        if leave.officer_id == post.id:
            await ctx.uow.officers.update_leave(replace(leave, state=LeaveState.ENDED))
        elif leave.deputy_id == post.id:
            declined = replace(leave, state=LeaveState.DECLINED)
            await ctx.uow.officers.update_leave(declined)
            await leave_is_open(ctx, declined)


async def _leave_cases_without_leader(ctx: Context, post: Officer, by: Officer) -> None:
    for case in await ctx.uow.cases.led_by(post.code):
        if not case.is_open:
            continue
        await ctx.uow.cases.save(replace(case, leader=""))
        await record(ctx, case, EventKind.LEADER, by, facts={"before": post.code, "leader": ""})
        await add_item(
            ctx,
            ItemKind.LEADER_MISSING,
            ctx.house.district.arrears_office,
            key=f"leader:{case.id}:{post.code}:{ctx.now.isoformat()}",
            case=case,
            due_at=ctx.next_office_morning(),
        )
