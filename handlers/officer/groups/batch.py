"""A command over a group: shown first, then done case by case by the use case of one case.

The preview writes nothing to any case. After the word go the clock serves a few cases in a commit
(`handlers.timed.run_batch`): killed in the middle, it goes on with those that wait.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from casework.access import open_for_officer
from casework.case import Case, Status, TrackKind, mover
from casework.errors import NotAllowed, NotFound, QingxinError
from casework.groups import (
    BATCH_LASTS,
    Batch,
    BatchCase,
    BatchState,
    Belongs,
    Fared,
    GroupCase,
    Verb,
)
from casework.messages import Arg, Button, Reply, Words
from casework.people import Officer, OfficerRole
from casework.work import Due, DueKind
from handlers.context import Context
from handlers.officer.accept_case import AcceptCase, accept_case
from handlers.officer.acting import require
from handlers.officer.ask_worker import WriteToWorker, write_to_worker
from handlers.officer.groups.view import UNANSWERED, about, work_on
from handlers.officer.route_case import RouteCase, route_case

MOST_NUMBERS = 40


@dataclass(frozen=True, kw_only=True)
class ShowBatch:
    """What an officer wants to do over which group. ``words``: unit, reason, text."""

    officer: Officer
    number: int
    verb: Verb
    words: Mapping[str, str]


async def show_batch(request: ShowBatch, ctx: Context) -> Reply:
    """The preview: which cases, what exactly, and which are left alone and why."""
    officer, verb = request.officer, request.verb
    view = await work_on(ctx, officer, await ctx.uow.groups.by_number(request.number))
    if verb is Verb.ROUTE:
        require(officer, OfficerRole.TRIAGE)
    member = {m.case_id: m for m in view.members}
    reasons = {
        case.id: left_alone(verb, case, officer, member[case.id], request.words)
        for case in view.cases
    }
    served = [case for case in view.cases if not reasons[case.id]]
    unit = request.words.get("unit", "")
    args: dict[str, Arg] = {
        "code": view.group.code,
        "site": await about(ctx, view),
        "n": len(served),
        "numbers": "、".join(case.number for case in served[:MOST_NUMBERS]),
        "left": left_words(tuple(reason for reason in reasons.values() if reason)),
        "unit": ctx.house.unit(unit).name if unit else "",
        "words": request.words.get("words", ""),
    }
    if not served:
        return Reply(key="batch-nothing", args=args)
    batch = Batch(
        id=ctx.house.new_id(),
        group_id=view.group.id,
        verb=verb,
        officer_id=officer.id,
        made_at=ctx.now,
        words=request.words,
        cases=tuple(BatchCase(case_id=case.id) for case in served),
    )
    await ctx.uow.groups.show(batch)
    go = Button(
        label=Words(key="do-batch-go", args={"n": len(served)}), data=f"o:batch_go:{batch.id}"
    )
    no = Button(label=Words(key="do-batch-no"), data=f"o:batch_no:{batch.id}")
    return Reply(key=f"batch-{verb.value}", args=args, buttons=((go, no),))


def left_alone(
    verb: Verb, case: Case, officer: Officer, member: GroupCase, words: Mapping[str, str]
) -> str:
    """Why a case would be left alone, as the key of a sentence; empty: it would be served."""
    if member.belongs is not Belongs.CONFIRMED:
        return "batch-left-proposed"
    return _track_alone(verb, case, officer, words)


def _track_alone(verb: Verb, case: Case, officer: Officer, words: Mapping[str, str]) -> str:
    track = case.track(TrackKind.LEAD_UNIT) if verb is Verb.ROUTE else case.track_of(officer.unit)
    if track is None and officer.role is OfficerRole.TRIAGE:
        track = case.tracks[0]
    if track is None:
        return "batch-left-elsewhere"
    if not track.is_open:
        return "batch-left-closed"
    if verb is Verb.ROUTE and track.unit == words.get("unit"):
        return "batch-left-there"
    answered = {
        Verb.ROUTE: track.status not in UNANSWERED,
        Verb.ACCEPT: not track.can(Status.ACCEPTED, by=mover(officer.role)),
        Verb.REPLY: False,
    }
    return "batch-left-taken" if answered[verb] else ""


def left_words(reasons: tuple[str, ...]) -> tuple[Words, ...]:
    """The reasons with how often each."""
    return tuple(
        Words(key="batch-left", args={"why": Words(key=reason), "n": n})
        for reason, n in sorted(Counter(reasons).items())
    )


@dataclass(frozen=True, kw_only=True)
class AnswerBatch:
    """Who says go, or no, to which preview."""

    officer: Officer
    batch_id: str


async def begin_batch(request: AnswerBatch, ctx: Context) -> Reply:
    """Go: once. What was shown too long ago is shown anew."""
    batch = await _shown(request, ctx)
    if batch.state is not BatchState.SHOWN:
        return Reply(key="error-already-done")
    if ctx.now - batch.made_at > BATCH_LASTS:
        await ctx.uow.groups.update_batch(replace(batch, state=BatchState.DROPPED))
        return Reply(key="batch-too-old")
    batch = replace(batch, state=BatchState.GOING)
    await ctx.uow.groups.update_batch(batch)
    await plan_batch(ctx, batch)
    return Reply(key="batch-going", args={"n": len(batch.cases)})


async def drop_batch(request: AnswerBatch, ctx: Context) -> Reply:
    """No: nothing was written, nothing will be."""
    batch = await _shown(request, ctx)
    if batch.state is not BatchState.SHOWN:
        return Reply(key="error-already-done")
    await ctx.uow.groups.update_batch(replace(batch, state=BatchState.DROPPED))
    return Reply(key="batch-dropped")


async def _shown(request: AnswerBatch, ctx: Context) -> Batch:
    batch = await ctx.uow.groups.batch(request.batch_id)
    if batch is None:
        raise NotFound(code="stale-button")
    if batch.officer_id != request.officer.id:
        raise NotAllowed(code="error-not-your-preview")
    return batch


async def plan_batch(ctx: Context, batch: Batch) -> None:
    """Its next cases are due at once."""
    waiting = sum(case.fared is Fared.WAITS for case in batch.cases)
    await ctx.uow.due.plan(
        Due(
            id=ctx.house.new_id(),
            kind=DueKind.BATCH,
            key=f"batch:{batch.id}:{waiting}",
            at=ctx.now,
            facts={"batch": batch.id},
        )
    )


async def serve_one(ctx: Context, officer: Officer, batch: Batch, case_id: str) -> BatchCase:
    """One case of a batch, looked at anew: whatever does not fit any more is left alone."""
    case = await ctx.uow.cases.get(case_id)
    members = await ctx.uow.groups.members(batch.group_id)
    member = next((m for m in members if m.case_id == case_id), None)
    if case is None or member is None:
        return BatchCase(case_id=case_id, fared=Fared.LEFT, reason="batch-left-out")
    reason = left_alone(batch.verb, case, officer, member, batch.words)
    if not reason and await _moved_since(ctx, batch, case):
        reason = "batch-left-moved"
    if not reason:
        reason = await _serve(ctx, officer, batch, case)
    fared = Fared.LEFT if reason else Fared.DONE
    return BatchCase(case_id=case_id, fared=fared, reason=reason)


async def _moved_since(ctx: Context, batch: Batch, case: Case) -> bool:
    """Whether the office has named another unit since the preview, which did not show that one."""
    if batch.verb is not Verb.ROUTE:
        return False
    latest = await ctx.uow.routing.latest(case.id)
    moved_at = latest.confirmed_at if latest else None
    return moved_at is not None and moved_at >= batch.made_at


async def _serve(ctx: Context, officer: Officer, batch: Batch, case: Case) -> str:
    parties = await ctx.uow.cases.parties(case.id)
    project = await ctx.uow.ledger.get(case.project_code) if case.project_code else None
    words = batch.words.get("words", "")
    try:
        open_for_officer(case, parties, officer, ctx.house.district, project)
        match batch.verb:
            case Verb.ACCEPT:
                await accept_case(AcceptCase(officer=officer, case=case), ctx)
            case Verb.ROUTE:
                unit = batch.words["unit"]
                await route_case(
                    RouteCase(officer=officer, case=case, unit=unit, reason=words), ctx
                )
            case Verb.REPLY:
                await write_to_worker(WriteToWorker(officer=officer, case=case, text=words), ctx)
    except QingxinError as error:
        if error.code == QingxinError.code:
            raise  # a fault, no refusal: the whole commit is tried again
        return "batch-left-cannot"
    return ""
