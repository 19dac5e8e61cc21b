"""/queues: what waits for somebody, how much, for how long, and whose it is."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from casework.deadlines import SHANGHAI
from casework.errors import NotAllowed
from casework.messages import Reply, Words
from casework.people import Officer, OfficerRole
from casework.queues import QUEUE_OF, Queue
from casework.work import Waiting
from handlers.context import Context

MOST_OWNERS = 8
"""Lines for one queue, the longest waiting first; the head of the queue says how many there are."""


@dataclass(frozen=True, kw_only=True)
class ShowQueues:
    """Who looks: the arrears office and supervisors see all, a head the unit's."""

    officer: Officer


async def show_queues(request: ShowQueues, ctx: Context) -> Reply:
    """One block a queue, the fullest information first: count, oldest, owners."""
    officer = request.officer
    everything = officer.role in {OfficerRole.TRIAGE, OfficerRole.SUPERVISOR}
    if not everything and officer.role is not OfficerRole.HEAD:
        raise NotAllowed(code="error-role")
    unit = None if everything else officer.unit
    rows = await ctx.uow.work.waiting(tuple(QUEUE_OF), unit=unit)
    scope = Words(key="queues-all") if everything else ctx.house.unit(officer.unit).name
    if not rows:
        return Reply(key="queues-empty", args={"scope": scope})
    of_queue: dict[Queue, list[Waiting]] = defaultdict(list)
    for row in rows:
        of_queue[QUEUE_OF[row.kind]].append(row)
    lines: list[Words] = []
    for queue in Queue:
        lines += await _block(ctx, queue, of_queue[queue])
    return Reply(
        key="queues",
        args={"scope": scope, "n": sum(row.count for row in rows), "lines": tuple(lines)},
    )


async def _block(ctx: Context, queue: Queue, rows: list[Waiting]) -> list[Words]:
    if not rows:
        return []
    owners: dict[tuple[str, str], list[Waiting]] = defaultdict(list)
    for row in rows:
        owners[row.unit, await _officer(ctx, row)].append(row)
    longest = sorted(owners.items(), key=lambda owner: min(row.oldest for row in owner[1]))
    name = Words(key=f"queue-{queue.value.replace('_', '-')}")
    head = Words(key="queue-head", args={"queue": name, **_sums(ctx, rows)})
    return [head, *(_owner(ctx, *owner) for owner in longest[:MOST_OWNERS])]


async def _officer(ctx: Context, row: Waiting) -> str:
    """The post that works on it; one that has left, or works elsewhere, owns nothing."""
    officer = await ctx.uow.officers.get(row.officer_id) if row.officer_id else None
    there = officer is not None and officer.suspended_at is None and officer.unit == row.unit
    return officer.code if officer is not None and there else ""


def _owner(ctx: Context, owner: tuple[str, str], rows: list[Waiting]) -> Words:
    unit = ctx.house.district.units.get(owner[0])
    return Words(
        key="queue-owner-post" if owner[1] else "queue-owner",
        args={"unit": unit.name if unit else owner[0], "post": owner[1], **_sums(ctx, rows)},
    )


def _sums(ctx: Context, rows: list[Waiting]) -> dict[str, int]:
    oldest = min(row.oldest for row in rows)
    return {"n": sum(row.count for row in rows), "days": _days(oldest, ctx)}


def _days(since: datetime, ctx: Context) -> int:
    return (ctx.today - since.astimezone(SHANGHAI).date()).days
