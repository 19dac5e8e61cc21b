"""Danger to life, or a child at work: a person at once; the complaint is kept."""

from dataclasses import dataclass, replace
from datetime import timedelta

from casework.case import Case, Flag
from casework.history import EventKind
from casework.messages import Button, Reply, Urgency, Words
from casework.people import PersonId
from casework.work import Due, DueKind, ItemKind
from handlers.context import Context
from handlers.record import record
from handlers.tell import add_item, tell_unit

ACKNOWLEDGE_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class RaiseAlarm:
    """``kind``: danger or minor."""

    person_id: PersonId
    case: Case
    kind: str
    words: str


async def raise_alarm(request: RaiseAlarm, ctx: Context) -> Reply:
    """Alert the unit on duty; the backup after ten minutes without acknowledgement."""
    case = request.case
    flag = Flag.MINOR if request.kind == "minor" else Flag.EMERGENCY
    known = flag in case.flags
    case = replace(case, flags=case.flags | {flag})
    if not known:
        await ctx.uow.cases.save(case)
    await record(
        ctx,
        case,
        EventKind.ALARM,
        request.person_id,
        facts={"kind": request.kind},
        personal={"words": request.words},
    )
    unit, backup = ctx.house.district.on_duty(ctx.today)
    item = await add_item(
        ctx,
        ItemKind.ALARM,
        unit,
        key=f"alarm:{case.id}:{request.kind}:{ctx.today.isoformat()}",
        case=case,
        due_at=ctx.now + ACKNOWLEDGE_WITHIN,
        backup=backup,
        alarm=request.kind,
    )
    await alert(ctx, case, unit, item_key=item.key, kind=request.kind)
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.ALARM_BACKUP,
            key=f"backup:{item.key}",
            at=ctx.now + ACKNOWLEDGE_WITHIN,
            case_id=case.id,
            facts={"backup": backup, "item_key": item.key, "alarm": request.kind},
        )
    )
    return Reply(key=f"alarm-{request.kind}")


async def alert(ctx: Context, case: Case, unit: str, *, item_key: str, kind: str) -> bool:
    """Wake a unit; False where none of its officers has a chat."""
    item = next((i for i in await ctx.uow.work.open_of_case(case.id) if i.key == item_key), None)
    if item is None:
        return False
    reply = Reply(
        key="duty-alarm",
        args={"number": case.number, "kind": Words(key=f"alarm-kind-{kind}")},
        buttons=(
            (Button(label=Words(key="label-acknowledge"), data=f"o:ack:{item.id}"),),
            (Button(label=Words(key="label-show-case"), data=f"o:case:{case.id}"),),
        ),
    )
    return await tell_unit(ctx, unit, reply, case=case, urgency=Urgency.ALARM)


async def locate_alarm(case: Case, where: str, person_id: PersonId, ctx: Context) -> Reply:
    """Where the person is: passed on at once to whoever was alerted."""
    await record(ctx, case, EventKind.ALARM, person_id, personal={"where": where})
    for unit in await _alerted(case, ctx):
        await tell_unit(ctx, unit, whereabouts(case, where), case=case, urgency=Urgency.ALARM)
    return Reply(key="alarm-located")


def whereabouts(case: Case, where: str) -> Reply:
    """Where the person is, for whoever was alerted."""
    return Reply(key="duty-alarm-where", args={"number": case.number, "where": where})


async def _alerted(case: Case, ctx: Context) -> tuple[str, ...]:
    """The unit on duty, and the backup once its time has come."""
    unit, _ = ctx.house.district.on_duty(ctx.today)
    items = await ctx.uow.work.open_of_case(case.id)
    late = [i for i in items if i.kind is ItemKind.ALARM and i.due_at and i.due_at <= ctx.now]
    return tuple(dict.fromkeys((unit, *(str(i.facts["backup"]) for i in late))))
