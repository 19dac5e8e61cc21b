"""An officer's step on a case: the right track, the table of moves, the commit."""

from dataclasses import replace

from casework.case import Case, Status, Track, mover
from casework.errors import NotAllowed
from casework.people import Officer, OfficerRole
from handlers.context import Context


def track_of(case: Case, officer: Officer) -> Track:
    """The track on which this officer acts; the arrears office acts on the lead one."""
    track = case.track_of(officer.unit)
    if track is not None:
        return track
    if officer.role is OfficerRole.TRIAGE:
        return case.tracks[0]
    raise NotAllowed(code="error-not-your-case")


def require(officer: Officer, *roles: OfficerRole) -> None:
    """Refuse, with a sentence, what this role does not carry."""
    if officer.role not in roles:
        raise NotAllowed(code="error-role")


def working(officer: Officer) -> None:
    """Everyone but supervisors works on cases; they see and ask, they do not act."""
    if officer.role is OfficerRole.SUPERVISOR:
        raise NotAllowed(code="error-role")


async def move(
    ctx: Context, case: Case, officer: Officer, target: Status, *, take: bool = False
) -> Case:
    """Move the officer's track; ``take`` makes the officer its handler."""
    track = track_of(case, officer).move(target, by=mover(officer.role))
    if take:
        track = replace(track, officer_id=officer.id)
    case = case.with_track(track)
    await ctx.uow.cases.save(case)
    return case


async def begin_work(ctx: Context, case: Case, officer: Officer) -> Case:
    """Whoever reports progress on an accepted case is investigating it."""
    track = track_of(case, officer)
    if track.can(Status.INVESTIGATING, by=mover(officer.role)):
        return await move(ctx, case, officer, Status.INVESTIGATING)
    return case


async def finish_items(ctx: Context, case: Case, unit: str, *kinds: str) -> None:
    """What was on a unit's table for this case is done; no kinds: everything."""
    for item in await ctx.uow.work.open_of_case(case.id):
        if item.unit == unit and (not kinds or item.kind in kinds):
            await ctx.uow.work.finish(item.id, ctx.now)
