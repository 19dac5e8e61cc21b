"""Close: the result with reasons (XF22 Art 32); "paid" only on the worker's own word.

No answer is not consent: while the worker has not spoken, the case stays open.
"""

from dataclasses import dataclass, replace

from casework.case import Case, Outcome, Status, TrackKind, mover
from casework.errors import NotAllowed
from casework.history import EventKind
from casework.messages import Button, Reply, Words
from casework.people import Officer
from casework.work import ItemKind
from handlers.after_closing import is_it_paid, plan_chasing
from handlers.context import Context
from handlers.money import ledger_of
from handlers.officer.acting import track_of, working
from handlers.officer.settle_closing import (
    close_paid,
    close_tracks,
    finish_closings,
    outcome_words,
)
from handlers.officer.supervision.agree_answer import agreed_answer
from handlers.record import record
from handlers.tell import add_item, tell_worker
from handlers.worker.give_receipt import ADVICE, hotline_lines


@dataclass(frozen=True, kw_only=True)
class CloseCase:
    """The outcome, and the reasons that the worker will read."""

    officer: Officer
    case: Case
    outcome: Outcome
    reason: str


async def close_case(request: CloseCase, ctx: Context) -> Reply:
    """Ask the worker where money is said to have come; close everything else."""
    working(request.officer)
    officer, case = request.officer, request.case
    track = track_of(case, officer)
    track.move(Status.CLOSED, by=mover(officer.role))  # may this officer close at all?
    answer = await agreed_answer(ctx, case)
    if answer is None:
        raise NotAllowed(code="error-one-answer")
    request = replace(request, reason=answer or request.reason)
    if request.outcome.says_paid:
        return await _close_or_ask(request, ctx, track.kind)
    case = await close_tracks(ctx, case, officer, (track.kind,), request.outcome)
    await record(
        ctx,
        case,
        EventKind.CLOSED,
        officer,
        track=track.kind,
        facts={"outcome": request.outcome.value},
        personal={"reason": request.reason},
    )
    reached = await tell_worker(ctx, case, _told(ctx, case, request), what="closed")
    return Reply(
        key="closed",
        args={"told": reached, "number": case.number, "outcome": outcome_words(request.outcome)},
    )


def _told(ctx: Context, case: Case, request: CloseCase) -> Reply:
    return Reply(
        key="push-closed",
        args={
            "number": case.number,
            "unit": ctx.house.unit(request.officer.unit).name,
            "outcome": outcome_words(request.outcome),
            "reason": request.reason,
            "years": ctx.house.statutes["AR-1"].n,
            "still": Words(key="still-open", args={"unit": _open_unit(ctx, case)})
            if case.is_open
            else "",
            "hotlines": hotline_lines(ctx.house.district, *ADVICE),
        },
        buttons=(
            (
                Button(label=Words(key="label-disagree"), data="w:object"),
                Button(label=Words(key="label-find-legal-aid"), data=f"w:book:{case.id}"),
            ),
        ),
    )


def _open_unit(ctx: Context, case: Case) -> str:
    track = next(t for t in case.tracks if t.is_open)
    return ctx.house.unit(track.unit).name


async def _close_or_ask(request: CloseCase, ctx: Context, track: TrackKind) -> Reply:
    """Every worker has confirmed already, or a receipt was compared: nobody is asked again."""
    if not (await ledger_of(ctx, request.case)).money.settled:
        return await _ask_the_worker(request, ctx, track)
    await finish_closings(ctx, request.case)
    case = await close_paid(ctx, request.case, request.officer, request.outcome)
    return Reply(
        key="closed",
        args={
            "told": Words(key="told-worker"),
            "number": case.number,
            "outcome": outcome_words(request.outcome),
        },
    )


async def _ask_the_worker(request: CloseCase, ctx: Context, track: TrackKind) -> Reply:
    officer, case = request.officer, request.case
    await record(
        ctx,
        case,
        EventKind.CLOSING_ASKED,
        officer,
        track=track,
        facts={"outcome": request.outcome.value},
        personal={"reason": request.reason},
    )
    item = await add_item(
        ctx,
        ItemKind.CLOSING_ANSWER,
        officer.unit,
        key=f"closing:{case.id}:{ctx.now.isoformat()}",
        case=case,
        due_at=ctx.next_office_morning(),
        outcome=request.outcome.value,
        officer=officer.id,
    )
    await plan_chasing(ctx, case, item)
    told = Reply(
        key="push-is-it-paid",
        args={
            "number": case.number,
            "unit": ctx.house.unit(officer.unit).name,
            "reason": request.reason,
        },
        buttons=(is_it_paid(case),),
    )
    reached = await tell_worker(ctx, case, told, what="is it paid")
    return Reply(key="closing-asked", args={"told": reached, "number": case.number})
